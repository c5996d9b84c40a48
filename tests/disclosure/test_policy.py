from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rm_eval.disclosure.policy import (
    Limits,
    attrition_bands,
    bands,
    is_told,
    steps_per_point,
    thirds,
    total_bands,
)
from rm_eval.errors import NotAllowed
from rm_eval.questionnaire import Scale

MARKS = st.sampled_from(["ordinary", "opinion", "harm"])
AUDIENCES = st.sampled_from(["team", "internal", "public"])
STRICT = Limits(preset="strict")
HIDDEN = "hidden"


def told(mark, n, audience, **more):
    """The bands in few words: the end of the low one, how many are exact, where the high begins."""
    cut = bands(mark, n, audience, **more)
    if cut == ((0, n),):
        return HIDDEN
    return [f"{low}-{high}" if low < high else str(low) for low, high in cut]


# The table of decision 1, row by row.
@pytest.mark.parametrize(
    ("mark", "audience", "n", "expected"),
    [
        ("ordinary", "internal", 4, HIDDEN),
        ("ordinary", "internal", 5, ["0-2", "3", "4", "5"]),
        ("ordinary", "internal", 7, ["0-2", "3", "4", "5", "6", "7"]),
        ("ordinary", "public", 4, HIDDEN),
        ("ordinary", "public", 6, ["0-2", "3-6"]),
        ("ordinary", "public", 9, ["0-2", "3-6", "7-9"]),
        ("ordinary", "public", 10, ["0-2", "3", "4", "5", "6", "7", "8", "9", "10"]),
        ("opinion", "internal", 4, HIDDEN),
        ("opinion", "internal", 5, ["0-2", "3-5"]),
        ("opinion", "public", 7, ["0-2", "3-4", "5-7"]),
        ("opinion", "public", 10, ["0-2", "3", "4", "5", "6", "7", "8-10"]),
        ("harm", "internal", 9, HIDDEN),
        ("harm", "internal", 10, ["0-2", "3", "4", "5", "6", "7", "8-10"]),
        ("harm", "public", 30, HIDDEN),
    ],
)
def test_counts_are_told_in_the_bands_of_decision_1(mark, audience, n, expected):
    assert told(mark, n, audience) == expected


@given(MARKS, st.integers(0, 40), AUDIENCES)
def test_bands_cover_every_count_once(mark, n, audience):
    cut = bands(mark, n, audience)

    assert cut[0][0] == 0
    assert cut[-1][1] == n
    assert all(high + 1 == low for (_, high), (low, _) in pairwise(cut))


@given(MARKS, st.integers(0, 40))
def test_whatever_is_public_is_told_inside_at_least_as_exactly(mark, n):
    inside, public = bands(mark, n, "internal"), bands(mark, n, "public")

    assert all(any(a <= low and high <= b for a, b in public) for low, high in inside)


def test_harm_leaves_the_organisation_only_over_twenty_people_of_two_cohorts():
    assert not is_told("harm", 19, "public", cohorts=2)
    assert not is_told("harm", 20, "public", cohorts=1)
    assert is_told("harm", 20, "public", cohorts=2)


def test_nobody_is_counted_out_who_left_among_few():
    assert attrition_bands(17)[0] == (0, 4)
    assert attrition_bands(17)[-1] == (13, 17)
    assert attrition_bands(9) == ((0, 9),)


# The strict preset: ../shared/golden/disclosure_cases.json, rules 1 and 3.
def test_strict_tells_nothing_of_a_group_below_ten():
    assert told("ordinary", 9, "internal", limits=STRICT) == HIDDEN
    assert told("opinion", 7, "internal", limits=STRICT) == HIDDEN


def test_strict_treats_plain_facts_like_opinions():
    assert told("ordinary", 14, "internal", limits=STRICT)[0] == "0-2"
    assert told("ordinary", 14, "internal", limits=STRICT)[-1] == "12-14"


def test_strict_tells_a_mean_near_an_end_as_such():
    cut = total_bands(12, (1, 10), limits=STRICT)

    assert cut[-1][1] == 120
    assert Fraction(cut[-1][0], 12) <= Fraction(19, 2)
    assert cut[0][0] == 12
    assert Fraction(cut[0][1], 12) >= Fraction(3, 2)


@pytest.mark.parametrize("n", [5, 7, 10, 11, 23])
def test_totals_of_one_band_have_one_rounded_mean(n):
    for low, high in total_bands(n, (1, 10)):
        per_point = steps_per_point(n)
        rounded = {(2 * per_point * total + n) // (2 * n) for total in (low, high)}

        assert len(rounded) == 1


def test_a_lower_limit_needs_a_reason():
    with pytest.raises(NotAllowed, match="Say why"):
        Limits(smallest_group=4)

    assert Limits(smallest_group=4, reason="Agreed by the board").is_lowered


def test_a_higher_limit_needs_none():
    assert not Limits(smallest_group=11).is_lowered
    assert told("ordinary", 10, "internal", limits=Limits(smallest_group=11)) == HIDDEN


def test_no_reason_lowers_the_limit_to_two():
    with pytest.raises(NotAllowed, match="3 people"):
        Limits(smallest_group=2, reason="We would like to")


def test_with_a_lower_limit_opinions_of_four_people_are_still_not_counted():
    limits = Limits(smallest_group=4, reason="Agreed by the board")

    assert told("ordinary", 4, "internal", limits=limits) == ["0-2", "3", "4"]
    assert told("opinion", 4, "internal", limits=limits) == HIDDEN


def test_a_scale_is_cut_in_three():
    assert thirds(Scale()) == ((1, 4), (5, 7), (8, 10))
    assert thirds(Scale(low=1, high=5)) == ((1, 2), (3, 3), (4, 5))
    assert thirds(Scale(low=1, high=6)) == ((1, 2), (3, 4), (5, 6))
