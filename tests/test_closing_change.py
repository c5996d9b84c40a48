"""A comparison of two stages is closed like a stage, once both are; the same rules keep it safe."""

from datetime import timedelta

import pytest

from rm_eval import pipeline
from rm_eval.closing import close_stage
from rm_eval.disclosure import publish
from rm_eval.errors import NotAllowed, NotEnoughAnswers
from rm_eval.pipeline import Store, latest_release, reopen_stage, served
from rm_eval.store import forget_releases, releases
from tests.two_stages import COMPARISON, END, START, add, code

BEFORE = dict(enumerate([3, 4, 5, 5, 6, 7, 8, 4, 5, 6, 9, 2]))
# The last one left.
AFTER = dict(enumerate([5, 6, 6, 5, 8, 9, 9, 6, 7, 5, 9]))
CHANGE = "own_how_useful_is_this_from_1_to_10"
PASSPHRASE = "four words not together"  # noqa: S105 - locks invented answers


@pytest.fixture
def store():
    store = Store()
    yield store
    store.close()


def both(store, before=BEFORE, after=AFTER):
    add(store, "enrolment", useful=before)
    add(store, "end_of_cohort", useful=after)


def close(store, *scopes):
    """Close the stages, then the comparison."""
    return [close_stage(store, scope) for scope in scopes or (START, END, COMPARISON)][-1]


def shown(store, audience="internal", question=CHANGE):
    """What a reader sees of each answer."""
    release = latest_release(store, COMPARISON)
    (told,) = (one for one in release.figures if one.question.id == question)
    rows = publish(told, audience=audience).rows
    return dict(zip(rows["answer"], rows["text"], strict=True))


# What is told ------------------------------------------------------------------------------------


def test_how_many_went_down_stayed_and_went_up_is_told_when_it_is_closed(store):
    both(store)

    release = close(store)

    assert served(store, COMPARISON) == release.id
    assert release.n == {"mentor": 11}
    assert shown(store).keys() == {"down", "same", "up"}
    assert shown(store)["up"].endswith("of 11")


def test_who_stayed_is_told_in_bands(store):
    both(store)
    close(store)

    assert shown(store, question="attrition") == {
        "stayed": "8 or more of 12",
        "left": "0 to 4 of 12",
    }


def test_it_is_attacked_together_with_both_stages(store):
    both(store)

    assert close(store, START).check["views"] == 2
    # Who stayed, and of the question: the change and the figures of two stages, for two audiences.
    assert close(store, END, COMPARISON).check["views"] == 2 + 6


def test_roles_stay_apart(store):
    both(store)
    add(store, "enrolment", role="mentee", useful={at + 50: 5 for at in range(8)})
    add(store, "end_of_cohort", role="mentee", useful={at + 50: 6 for at in range(8)})
    close(store)

    told = {one.question.id: one for one in latest_release(store, COMPARISON).figures}
    assert [(one.role, one.n) for one in told[CHANGE].groups] == [("mentor", 11), ("mentee", 8)]


def test_where_somebody_may_answer_beside_the_scale_nothing_is_told(store):
    """Of fewer people than are linked: so many said "not applicable"."""
    answers = ["Agree", "Disagree", "Strongly agree", "Neither agree nor disagree", "Agree"] * 2
    for stage, one in (("enrolment", "Not applicable"), ("end_of_cohort", "Agree")):
        add(store, stage, useful=dict(enumerate([*answers, one])))

    release = close(store)

    assert [one.kind for one in latest_release(store, START).figures] == ["likert"]
    assert [one.question.id for one in release.figures] == ["attrition"]


def test_what_was_told_is_served_whatever_becomes_of_the_answers(store):
    both(store)
    release = close(store)
    found = pipeline.find_by_code(store, "A Trust", code(0))

    pipeline.remove(store, found)

    assert latest_release(store, COMPARISON) == release
    assert served(store, COMPARISON) == ""


# When it can be closed ---------------------------------------------------------------------------


def test_both_stages_are_closed_first(store):
    both(store)

    with pytest.raises(NotAllowed, match="enrolment and end of cohort are still open"):
        close_stage(store, COMPARISON)
    close_stage(store, START)
    with pytest.raises(NotAllowed, match="end of cohort is still open") as refused:
        close_stage(store, COMPARISON)

    assert refused.value.code == "stage_open"
    assert releases(store, COMPARISON) == ()


def test_without_anybody_linked_there_is_nothing_to_close(store):
    both(store, after={at + 30: score for at, score in AFTER.items()})

    with pytest.raises(NotEnoughAnswers, match="Nobody of A Trust, Cohort 1 is linked"):
        close(store)


@pytest.mark.parametrize("stage", [START, END])
def test_to_reopen_either_stage_ends_it_until_it_is_closed_again(store, stage):
    both(store)
    close(store)

    reopen_stage(store, stage)
    assert served(store, COMPARISON) == ""
    close_stage(store, stage)
    assert served(store, COMPARISON) == ""

    again = close_stage(store, COMPARISON)
    assert served(store, COMPARISON) == again.id
    assert again.number == 2


def test_to_reopen_a_comparison_leaves_its_stages_closed(store):
    both(store)
    close(store)

    reopen_stage(store, COMPARISON)

    assert served(store, COMPARISON) == ""
    assert served(store, START)
    assert served(store, END)


@pytest.mark.parametrize("n", [1, 2, 4])
def test_few_people_of_one_role_do_not_keep_the_other_from_being_shown(store, n):
    both(store)
    add(store, "enrolment", role="mentee", useful={at + 50: 5 for at in range(6)})
    add(store, "end_of_cohort", role="mentee", useful={at + 50: 6 for at in range(n)})

    release = close(store)

    (told,) = (one for one in release.figures if one.question.id == CHANGE)
    assert [one.says_nothing for one in told.groups] == [False, True]
    assert close(store, START, END, COMPARISON).figures == release.figures


# One closing with the next -----------------------------------------------------------------------


def test_closing_again_without_a_change_serves_the_very_same_figures(store):
    both(store)
    first = close(store)

    again = close(store)

    assert again.figures == first.figures


def test_whoever_changed_at_either_stage_is_late(store):
    both(store)
    close(store)
    add(store, "end_of_cohort", useful=AFTER | {0: 9, 1: 9, 2: 9})

    close(store, END, COMPARISON)

    told = {one.question.id: one for one in latest_release(store, COMPARISON).figures}[CHANGE]
    assert [one.n for one in told.groups] == [8]
    assert [one.n for one in told.waiting] == [3]
    assert told.some_left


def test_one_person_who_is_linked_late_does_not_change_what_is_told(store):
    """The difference of two closings would be how that one person changed."""
    both(store)
    close(store)
    add(store, "end_of_cohort", useful=AFTER | {11: 10, 40: 5, 41: 6})
    close_stage(store, END)

    with pytest.raises(NotAllowed, match="1 person's answers changed"):
        close_stage(store, COMPARISON)


def test_later_people_are_attacked_with_all_that_is_out(store):
    both(store)
    close(store)
    more = {at: 5 + at % 3 for at in range(12, 19)}
    both(store, BEFORE | more, AFTER | {at: score + 1 for at, score in more.items()})

    release = close(store)

    told = {one.question.id: one for one in release.figures}[CHANGE]
    assert [one.closing for one in release.tellings[CHANGE]] == [1, 2]
    assert told.groups[0].n == 18
    # Three figures, each at two closings, for two audiences; and who stayed.
    assert release.check["views"] == 12 + 2


def test_a_stage_closed_anew_is_attacked_with_the_comparison_that_is_out(store):
    both(store)
    close(store)
    add(store, "end_of_cohort", useful=AFTER | {at + 40: 5 for at in range(6)})

    # At the end twice, at the start once, and the change once; for two audiences.
    assert close_stage(store, END).check["views"] == 8


# Kept, named and forgotten with the rest ---------------------------------------------------------


def test_it_is_known_whose_answers_were_in_it(store):
    both(store)
    close(store)
    stayed, left = (pipeline.find_by_code(store, "A Trust", code(one)) for one in (0, 11))

    assert {one for one, _ in pipeline.given_out(store, stayed)} == {START, END, COMPARISON}
    assert {one for one, _ in pipeline.given_out(store, left)} == {START}


def test_it_can_be_forgotten_and_a_stage_forgotten_ends_it(store):
    both(store)
    close(store)
    forget_releases(store, COMPARISON)
    assert releases(store, COMPARISON) == ()
    assert served(store, START)

    close_stage(store, COMPARISON)
    forget_releases(store, START)

    assert served(store, COMPARISON) == ""
    assert len(releases(store, COMPARISON)) == 1


def test_saved_work_carries_it(store):
    both(store)
    release = close(store)
    other = Store()
    pipeline.open_saved_work(other, pipeline.write_saved_work(store, PASSPHRASE), PASSPHRASE)

    assert latest_release(other, COMPARISON) == release
    assert served(other, COMPARISON) == release.id
    other.close()


def test_a_purge_deletes_it(store):
    both(store)
    close(store)
    kept_until = pipeline.kept_until(store, "A Trust", "Cohort 1")

    pipeline.purge(store, kept_until + timedelta(days=1))

    assert releases(store) == ()
