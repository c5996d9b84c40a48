"""What is told is decided blind: knowing how it was decided tells nothing more."""

from itertools import permutations, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rm_eval.disclosure.blind import Figure, joined, keeps_everybody_safe, tell
from rm_eval.disclosure.knowledge import Places, Scores, Sums, Ticks
from rm_eval.disclosure.policy import bands, total_bands

THIRDS = ((1, 4), (5, 7), (8, 10))


def figures(counts, n, mark="opinion"):
    return tuple(Figure(value=count, bands=bands(mark, n, "internal")) for count in counts)


def sums(counts, mark="opinion"):
    n = sum(counts)
    known = Sums(bounds=((0, n),) * len(counts), total=n)
    return tell(known, figures(counts, n, mark))


def scores(values):
    n = len(values)
    mean = Figure(value=sum(values), bands=total_bands(n, (1, 10)), is_count=False)
    counts = [sum(low <= value <= high for value in values) for low, high in THIRDS]
    known = Scores(n=n, bounds=((0, n),) * 3, total=(n, 10 * n), parts=THIRDS)
    return tell(known, (mean, *figures(counts, n)))


def ways(n, parts):
    """Every list of counts that sums to n."""
    if parts == 1:
        yield (n,)
        return
    for first in range(n + 1):
        for rest in ways(n - first, parts - 1):
            yield (first, *rest)


def test_a_band_that_would_stand_alone_takes_another_count_with_it():
    # 6 + 4 + 1 = 11: beside a 6 and a 4 told exactly, "0 to 2" would be no band.
    assert sums((6, 4, 1)).ranges == ((6, 6), (3, 5), (0, 2))


def test_counts_in_the_middle_of_ten_or_more_are_told_exactly():
    assert sums((7, 4)).ranges == ((7, 7), (4, 4))


def test_nothing_can_be_told_where_there_is_one_answer_only():
    assert sums((7,)) is None


def test_a_mean_near_the_end_is_told_as_a_range():
    told = scores([10] * 12)

    assert told.ranges[0] == (114, 120)
    assert told.ranges[3] == (10, 12)


def test_a_mean_in_the_middle_is_told_exactly_and_the_counts_give_way():
    told = scores([5, 5, 5, 6, 6, 6, 6, 7, 7, 4, 3])

    assert told.ranges[0] == (60, 61)  # 5.5 of 11, rounded


def test_an_answer_that_excludes_the_others_says_how_many_are_left_for_them():
    known = Ticks(bounds=((0, 11), (0, 11)), n=11, alone=(1,)).told(1, (9, 11))

    assert known.ranges == ((0, 2), (9, 11))


def test_if_everybody_spoke_of_something_the_rest_must_be_somewhere():
    known = Ticks(bounds=((0, 2), (0, 11), (0, 2)), n=11, alone=(2,), everybody=True)

    assert known.ranges[1] == (7, 11)


@pytest.mark.parametrize(
    ("range_", "safe"),
    [((0, 2), True), ((0, 1), True), ((0, 0), False), ((9, 11), True), ((10, 11), False)],
)
def test_one_of_the_people_takes_their_own_answer_away(range_, safe):
    assert keeps_everybody_safe(range_, bands("opinion", 11, "internal")) is safe


def test_where_not_to_be_counted_is_an_answer_too_nought_or_one_says_too_much():
    cut = bands("opinion", 11, "internal")

    assert not keeps_everybody_safe((0, 1), cut, both_ways=True)


def test_bands_are_joined_no_further_than_they_must():
    def is_safe(band):
        return band[0] <= 5 <= band[1] or band[1] < 3

    assert joined([(0, 2), (3, 3), (4, 4), (5, 5), (6, 6)], is_safe) == [(0, 2), (3, 6)]


@pytest.mark.parametrize(("n", "parts"), [(5, 2), (5, 4), (6, 3), (7, 4), (10, 3), (11, 2)])
@pytest.mark.parametrize("mark", ["ordinary", "opinion"])
def test_running_this_code_on_every_cohort_there_could_be_tells_nothing_more(n, parts, mark):
    """What was told goes with every list of counts that it leaves possible."""
    alike = {}
    for counts in ways(n, parts):
        told = sums(counts, mark)
        alike.setdefault(told and told.ranges, []).append(counts)

    for ranges, cohorts in alike.items():
        fitting = [
            counts
            for counts in ways(n, parts)
            if ranges and all(a <= c <= b for c, (a, b) in zip(counts, ranges, strict=True))
        ]
        assert cohorts == fitting


@settings(deadline=None, max_examples=60)
@given(st.lists(st.integers(1, 10), min_size=5, max_size=30))
def test_what_is_told_of_scores_is_true_and_keeps_everybody_safe(values):
    told, n = scores(values), len(values)
    counts = [sum(low <= value <= high for value in values) for low, high in THIRDS]

    for value, (low, high) in zip([sum(values), *counts], told.ranges, strict=True):
        assert low <= value <= high
    for range_ in told.ranges[1:]:
        assert keeps_everybody_safe(range_, bands("opinion", n, "internal"))


@settings(deadline=None)
@given(
    st.lists(st.integers(0, 9), min_size=2, max_size=7), st.sampled_from(["ordinary", "opinion"])
)
def test_what_is_told_of_choices_is_true_and_keeps_everybody_safe(counts, mark):
    n = sum(counts)
    if n < 5:
        return
    told = sums(tuple(counts), mark)

    for count, range_ in zip(counts, told.ranges, strict=True):
        assert range_[0] <= count <= range_[1]
        assert keeps_everybody_safe(range_, bands(mark, n, "internal"))


@pytest.mark.parametrize(("n", "items", "n_top"), [(3, 3, 1), (4, 3, 1), (2, 4, 1), (3, 4, 1)])
def test_what_totals_a_ranking_can_have_is_worked_out_like_trying_every_order(n, items, n_top):
    """Every group of n people with every order: nothing is left to the theory of the module."""
    found = {}
    for orders in product(permutations(range(1, items + 1)), repeat=n):
        places = np.array(orders)
        tops = tuple((places <= n_top).sum(axis=0).tolist())
        found.setdefault(tops, set()).add(tuple(places.sum(axis=0).tolist()))
    told = np.array([(n, items * n)] * items)
    known = Places.of(n, ((0, n),) * items, n_top)

    for item in range(items):
        for way, low, high in zip(*known.reach(item, told), strict=True):
            totals = {total[item] for total in found[tuple(way.tolist())]}
            assert totals == set(range(low, high + 1))


def test_a_total_that_was_told_narrows_the_others():
    told = np.array([(3, 3), (3, 9), (3, 9)])  # three people put the first item first
    known = Places.of(3, ((0, 3),) * 3, 1)

    ways, low, high = known.reach(1, told)

    assert ways.tolist() == [[3, 0, 0]]
    assert (low.item(), high.item()) == (6, 9)


def test_too_many_ways_are_given_up_rather_than_waited_for():
    assert Places.of(30, ((0, 30),) * 14, 3) is None
