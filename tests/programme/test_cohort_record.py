"""A cohort record holds what was said, and refuses what cannot be."""

import pytest

from rm_eval.errors import NotAllowed
from rm_eval.programme import CohortRecord, Funnel, Matching, Pause, When


def record(**said):
    return CohortRecord(organisation="An invented trust", cohort="Cohort 1", **said)


def test_nothing_has_to_be_known_but_whose_cohort_it_is():
    assert record().start is None
    assert record().mentors.is_empty


def test_a_cohort_needs_a_name():
    with pytest.raises(NotAllowed, match="what it is called"):
        CohortRecord(organisation="An invented trust", cohort=" ")


def test_a_cohort_cannot_end_before_it_starts():
    with pytest.raises(NotAllowed, match="ends in March 2020, before it starts in April 2020"):
        record(start=When(2020, 4), end=When(2020, 3))


def test_a_cohort_may_start_and_end_in_the_same_month_or_year():
    assert record(start=When(2020, 4, 20), end=When(2020, 4)).end == When(2020, 4)
    assert record(start=When(2020, 4), end=When(2020)).end == When(2020)


def test_a_pause_cannot_end_before_it_begins():
    with pytest.raises(NotAllowed, match="This pause ends in"):
        Pause(since=When(2020, 9), until=When(2020, 3))


def test_a_pause_may_have_no_known_beginning_and_no_end():
    assert Pause(until=When(2020, 9)).since is None
    assert Pause(since=When(2020, 3)).until is None


@pytest.mark.parametrize("sessions", [-1, 61])
def test_more_sessions_than_anybody_could_hold_are_a_slip(sessions):
    with pytest.raises(NotAllowed, match="Write a number from 0 to 60"):
        record(sessions=sessions)


@pytest.mark.parametrize("counts", [Funnel, Matching])
def test_there_are_never_fewer_people_than_none(counts):
    (name, *_) = counts.__slots__
    with pytest.raises(NotAllowed, match="less than 0"):
        counts(**{name: -1})


def test_a_later_step_may_hold_more_people_who_came_in_late():
    assert Funnel(interested=9, trained=11).trained == 11


def test_who_got_one_of_three_is_known_only_once_all_four_numbers_are():
    assert Matching(first=5, second=2, third=1).got_one is None
    known = Matching(first=5, second=2, third=1, none_of_them=2)
    assert (known.got_one, known.asked) == (8, 10)
