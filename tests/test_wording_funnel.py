"""How far people came: exact for the team, and for others no more than they could be told."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rm_eval.disclosure import Limits
from rm_eval.programme import CohortRecord, Funnel, Matching
from rm_eval.wording import funnel_told

STRICT = Limits(preset="strict")


def record(**counts):
    return CohortRecord(organisation="An invented trust", cohort="Cohort 1", **counts)


def mentors(audience, *, limits=None, **counts):
    """What is told of each step of the mentors."""
    told = funnel_told(
        record(mentors=Funnel(**counts)),
        audience=audience,
        **({"limits": limits} if limits else {}),
    )
    return [number for _, number, _ in told.steps]


def sentences(audience, **said):
    return funnel_told(record(**said), audience=audience).sentences


def test_where_no_number_is_known_nothing_is_told():
    assert funnel_told(record(), audience="team").steps == ()


def test_the_team_sees_every_number_and_what_follows_from_it():
    counts = {"interested": 14, "trained": 9, "matched": 9, "finished": 8}

    assert mentors("team", **counts) == ["14", "9", "9", "8"]
    assert sentences("team", mentors=Funnel(**counts)) == (
        "Between interested and trained: 5 fewer mentors.",
        "Between matched and finished: 1 fewer mentor.",
    )


def test_twenty_seven_who_were_interested_are_told_to_everybody():
    for audience in ("team", "internal", "public"):
        assert mentors(audience, interested=27)[0] == "27"


@pytest.mark.parametrize(
    ("audience", "told"), [("internal", "fewer than 5"), ("public", "fewer than 10")]
)
def test_a_small_group_is_never_counted_out_beyond_the_team(audience, told):
    assert mentors(audience, interested=4)[0] == told
    assert mentors(audience, interested=0)[0] == told


def test_one_who_left_cannot_be_told_from_nobody_who_left():
    left = [mentors("internal", matched=27, finished=finished) for finished in range(23, 28)]

    assert {tuple(one) for one in left} == {("Not stated", "Not stated", "27", "23 or more")}


def test_of_nine_nothing_can_be_told_of_those_who_stayed():
    assert mentors("internal", matched=9, finished=8)[3] == "Not shown"


def test_stricter_rules_hide_more():
    assert mentors("internal", interested=9, limits=STRICT)[0] == "fewer than 10"


def test_a_reader_beyond_the_team_is_told_why_a_number_is_missing():
    (why,) = sentences("internal", mentors=Funnel(matched=9, finished=8))

    assert why.startswith("Where fewer than 5 people are, or may have left")


counts = st.none() | st.integers(0, 40)
funnels = st.builds(Funnel, **dict.fromkeys(Funnel.__slots__, counts))


@settings(deadline=None)  # a busy machine is no failure
@given(funnels, st.sampled_from(["internal", "public"]))
def test_no_two_exact_numbers_beyond_the_team_differ_by_a_few_people(funnel, audience):
    told = [number for _, number, _ in funnel_told(record(mentors=funnel), audience=audience).steps]

    exact = [int(number) for number in told if number.isdigit()]
    assert all(number >= 5 for number in exact)
    for earlier, later in itertools.pairwise(exact):
        assert abs(earlier - later) >= 5


@pytest.mark.parametrize("trained", [9, 10, 11, 12])
def test_the_public_is_told_nothing_that_colleagues_are_not(trained):
    counts = {"interested": 8, "trained": trained}

    assert mentors("internal", **counts)[:2] == ["8", "8 or more"]
    assert mentors("public", **counts)[:2] == ["fewer than 10", "Not shown"]


@settings(deadline=None)  # a busy machine is no failure
@given(funnels)
def test_a_number_the_public_reads_is_one_colleagues_read(funnel):
    colleagues = [number for _, number, _ in _steps_of(funnel, "internal")]
    public = [number for _, number, _ in _steps_of(funnel, "public")]

    for theirs, ours in zip(public, colleagues, strict=True):
        assert not theirs.isdigit() or theirs == ours


def _steps_of(funnel, audience):
    return funnel_told(record(mentors=funnel), audience=audience).steps


def test_how_pairs_were_made_is_told_to_the_team_in_full():
    matching = Matching(first=5, second=2, third=1, none_of_them=1, again=1)

    assert sentences("team", matching=matching) == (
        "8 of 9 mentors got one of the three mentees they had named.",
        (
            "Of mentors who named three mentees: 5 got their first, 2 got their second, 1 got "
            "their third, 1 got none of their three."
        ),
        "1 pair was made anew later.",
    )


def test_others_are_told_how_many_got_one_of_three_and_never_which():
    matching = Matching(first=5, second=3, third=2, none_of_them=2, again=1)

    assert sentences("internal", matching=matching) == (
        "10 of 12 mentors got one of the three mentees they had named.",
    )


def test_of_a_handful_of_mentors_nothing_is_told_of_how_they_were_paired():
    assert (
        sentences("internal", matching=Matching(first=2, second=1, third=1, none_of_them=0)) == ()
    )


def test_there_are_no_rates():
    told = funnel_told(record(mentors=Funnel(interested=27, finished=9)), audience="team")

    assert "%" not in " ".join([*told.sentences, *(cell for row in told.steps for cell in row)])
