"""The exact tests, once more by writing out every way luck could have had it.

Written from the definitions and without the package's own ranking or counting, with fractions, so
that nothing is rounded.
"""

from fractions import Fraction
from itertools import combinations, permutations, product

import pytest
from hypothesis import strategies as st

from rm_eval.stats import (
    compare_rankings,
    difference_of_shares,
    paired_change,
    permute_partly_paired,
    rank_sum,
    signed_rank,
    summarise_ranking,
)
from tests.stats.sound import for_any


def rank_of(value, values):
    """Mean place among all, from the lowest."""
    below = sum(other < value for other in values)
    alike = sum(other == value for other in values)
    return Fraction(2 * below + alike + 1, 2)


def share_as_far(ways, seen):
    ways = list(ways)
    return Fraction(sum(way >= seen for way in ways), len(ways))


@for_any(st.lists(st.integers(-4, 4), min_size=2, max_size=8).filter(any))
def test_the_signed_rank_test_counts_every_way(changes):
    sizes = [abs(change) for change in changes]
    ranks = [(rank_of(size, sizes), change) for size, change in zip(sizes, changes, strict=True)]
    moved = [rank for rank, change in ranks if change]
    up = sum(rank for rank, change in ranks if change > 0)
    middle = Fraction(sum(moved), 2)

    every = (
        abs(sum(rank for rank, sign in zip(moved, signs, strict=True) if sign) - middle)
        for signs in product([0, 1], repeat=len(moved))
    )

    assert signed_rank(changes).p == pytest.approx(float(share_as_far(every, abs(up - middle))))


@for_any(st.lists(st.integers(-4, 4), min_size=2, max_size=8).filter(any))
def test_the_sign_test_counts_every_way(changes):
    ups, downs = sum(c > 0 for c in changes), sum(c < 0 for c in changes)
    n = ups + downs

    every = (abs(2 * sum(signs) - n) for signs in product([0, 1], repeat=n))

    found = paired_change(before=[0] * len(changes), after=changes)
    assert found.sign_p == pytest.approx(float(share_as_far(every, abs(ups - downs))))


SCORES = st.lists(st.integers(1, 5), min_size=1, max_size=6)


@for_any(SCORES, SCORES)
def test_the_rank_sum_test_counts_every_way(first, second):
    everybody = first + second
    ranks = [rank_of(score, everybody) for score in everybody]
    middle = Fraction(len(first) * sum(ranks), len(everybody))

    def apart(chosen):
        return abs(sum(ranks[at] for at in chosen) - middle)

    every = map(apart, combinations(range(len(everybody)), len(first)))
    p = share_as_far(every, apart(range(len(first))))

    found = rank_sum(first, second)
    assert found.p == (None if len(set(everybody)) == 1 else pytest.approx(float(p)))
    higher = sum(Fraction(1 + (a > b) - (a < b), 2) for a in first for b in second)
    assert found.u_first == float(higher)


@for_any(
    st.lists(st.tuples(st.integers(1, 5), st.integers(1, 5)), max_size=4),
    st.lists(st.integers(1, 5), max_size=3),
    st.lists(st.integers(1, 5), max_size=3),
)
def test_the_check_of_partly_linked_waves_counts_every_way(pairs, early, late):
    n_before, n_after = len(pairs) + len(early), len(pairs) + len(late)
    if not (n_before and n_after):
        return

    def apart(before, after):
        return abs(Fraction(sum(after), n_after) - Fraction(sum(before), n_before))

    def every():
        alone = early + late
        for turned in product([0, 1], repeat=len(pairs)):
            for chosen in combinations(range(len(alone)), len(late)):
                one = [pair[turn] for pair, turn in zip(pairs, turned, strict=True)]
                two = [pair[1 - turn] for pair, turn in zip(pairs, turned, strict=True)]
                one += [score for at, score in enumerate(alone) if at not in chosen]
                two += [alone[at] for at in chosen]
                yield apart(one, two)

    before, after = [one for one, _ in pairs], [two for _, two in pairs]
    found = permute_partly_paired(before=before, after=after, before_only=early, after_only=late)

    p = share_as_far(every(), apart(before + early, after + late))
    assert found.p == pytest.approx(float(p))


ORDER = st.lists(st.integers(1, 3), min_size=3, max_size=3)


@for_any(st.lists(ORDER, min_size=2, max_size=3))
def test_agreement_counts_every_way(rankings):
    ranks = [[rank_of(place, row) for place in row] for row in rankings]

    def apart(rows):
        return sum((sum(column) - 2 * len(rows)) ** 2 for column in zip(*rows, strict=True))

    every = map(apart, product(*(list(permutations(row)) for row in ranks)))
    p = share_as_far(every, apart(ranks))

    found = summarise_ranking(rankings)
    tied = all(len(set(row)) == 1 for row in rankings)
    assert found.exact_p == (None if tied else pytest.approx(float(p)))


@for_any(st.lists(ORDER, min_size=1, max_size=4), st.lists(ORDER, min_size=1, max_size=4))
def test_the_comparison_of_two_groups_orders_counts_every_way(first, second):
    ranks = [[rank_of(place, row) for place in row] for row in first + second]

    def apart(chosen):
        inside = [ranks[at] for at in chosen]
        outside = [row for at, row in enumerate(ranks) if at not in chosen]
        return sum(
            (Fraction(sum(a), len(inside)) - Fraction(sum(b), len(outside))) ** 2
            for a, b in zip(zip(*inside, strict=True), zip(*outside, strict=True), strict=True)
        )

    every = map(apart, combinations(range(len(ranks)), len(first)))
    p = share_as_far(every, apart(tuple(range(len(first)))))

    assert compare_rankings(first, second).p == pytest.approx(float(p))


@for_any(
    st.lists(st.booleans(), min_size=1, max_size=6), st.lists(st.booleans(), min_size=1, max_size=6)
)
def test_fishers_test_counts_every_way(first, second):
    everybody = first + second
    counts = [
        sum(everybody[at] for at in chosen)
        for chosen in combinations(range(len(everybody)), len(first))
    ]
    seen = counts.count(sum(first))
    p = sum(counts.count(yes) for yes in set(counts) if counts.count(yes) <= seen)
    as_likely = sum(counts.count(yes) for yes in set(counts) if counts.count(yes) == seen)

    found = difference_of_shares(sum(first), len(first), sum(second), len(second))

    assert found.fisher_p == pytest.approx(p / len(counts))
    assert found.fisher_mid_p == pytest.approx((p - as_likely / 2) / len(counts))
