"""What holds of every statistic, whatever people answered."""

from dataclasses import asdict

import pytest
from hypothesis import strategies as st

from rm_eval.stats import (
    CohortMean,
    TwiceAsked,
    change_of_partly_paired_shares,
    change_of_shares,
    compare_rankings,
    detectable_change,
    detectable_difference,
    difference_of_shares,
    drop_out_bounds,
    holm,
    paired_change,
    partly_paired_change,
    permute_partly_paired,
    pool_cohorts,
    random_effects,
    rank_sum,
    share_of,
    signed_rank,
    summarise_ranking,
    summarise_scale,
    two_groups,
)
from tests.stats.sound import assert_holds, assert_sound, for_any

# Answers on a scale; means of several items, whose differences the computer rounds; anything.
WHOLE = st.integers(1, 10).map(float)
MEANS = st.integers(7, 70).map(lambda total: total / 7)
ANYTHING = st.floats(-1e6, 1e6)
SCORE = st.one_of(WHOLE, MEANS, ANYTHING)


def groups(scores=SCORE, most=12):
    return st.lists(scores, max_size=most)


def pairs(most=12):
    return st.sampled_from([WHOLE, MEANS, ANYTHING]).flatmap(
        lambda scores: st.lists(st.tuples(scores, scores), max_size=most)
    )


def waves(linked):
    return {"before": [one for one, _ in linked], "after": [two for _, two in linked]}


def close(value):
    if value is None:
        return None
    return pytest.approx(value, rel=1e-6, abs=1e-6)


def same(one, other):
    """Equal but for the last digits, which hang on the order of adding up."""
    return {
        name: value if isinstance(value, dict | str) else close(value)
        for name, value in asdict(one).items()
    } == asdict(other)


# Nothing but numbers, and reasons ---------------------------------------------------------------


@for_any(groups())
def test_a_summary_is_sound(scores):
    found = summarise_scale(scores)

    assert_sound(found)
    assert_holds(found.low, found.mean, found.high)
    assert_holds(found.median_low, found.median, found.median_high)


@for_any(pairs())
def test_a_paired_change_is_sound(linked):
    found = paired_change(**waves(linked))

    assert_sound(found)
    assert_sound(signed_rank([two - one for one, two in linked]))
    assert_holds(found.low, found.mean_change, found.high)
    assert found.n_up + found.n_same + found.n_down == found.n == len(linked)


@for_any(groups(), groups())
def test_two_groups_are_sound(first, second):
    found = two_groups(first, second)

    assert_sound(found)
    assert_sound(rank_sum(first, second))
    assert_holds(found.low, found.difference, found.high)


@for_any(pairs(), groups(), groups())
def test_a_partly_paired_change_is_sound(linked, before_only, after_only):
    found = partly_paired_change(**waves(linked), before_only=before_only, after_only=after_only)

    assert_sound(found)
    assert_holds(found.low, found.change, found.high)


@for_any(pairs(most=6), groups(most=5), groups(most=5))
def test_the_check_of_a_partly_paired_change_is_sound(linked, before_only, after_only):
    found = permute_partly_paired(**waves(linked), before_only=before_only, after_only=after_only)

    assert_sound(found)


@st.composite
def shares(draw):
    n = draw(st.integers(0, 40))
    return draw(st.integers(0, n)), n


@for_any(shares(), shares())
def test_shares_are_sound(first, second):
    share, difference = share_of(*first), difference_of_shares(*first, *second)

    assert_sound(share)
    assert_sound(difference)
    assert_holds(share.low, share.share, share.high)
    assert_holds(difference.low, difference.difference, difference.high)
    assert share.low is None or 0 <= share.low <= share.high <= 1


COUNT = st.integers(0, 12)
ASKED = st.builds(TwiceAsked, both=COUNT, first_only=COUNT, second_only=COUNT, neither=COUNT)


@for_any(ASKED, shares(), shares())
def test_changes_of_shares_are_sound(asked, first_only, second_only):
    linked = change_of_shares(asked)
    partly = change_of_partly_paired_shares(
        asked,
        n_yes_first_only=first_only[0],
        n_first_only=first_only[1],
        n_yes_second_only=second_only[0],
        n_second_only=second_only[1],
    )

    for found in (linked, partly):
        assert_sound(found)
        assert_holds(found.low, found.difference, found.high)


PLACE = st.one_of(st.none(), st.integers(1, 4))


def orders(n_items, most=6):
    row = st.lists(PLACE, min_size=n_items, max_size=n_items)
    return st.lists(row, max_size=most)


@for_any(st.integers(1, 4).flatmap(lambda k: st.tuples(orders(k), orders(k))))
def test_orders_of_importance_are_sound(both):
    first, second = both

    found = summarise_ranking(first)

    assert_sound(found)
    assert_sound(compare_rankings(first, second))
    assert found.kendall_w is None or 0 <= found.kendall_w <= 1
    assert all(0 <= share <= 1 for share in (*found.first_share, *found.top_share))


COHORT = st.builds(
    CohortMean,
    n=st.integers(1, 30),
    mean=st.floats(-9, 9),
    sd=st.one_of(st.none(), st.just(0.0), st.floats(0, 9)),
)


@for_any(st.lists(COHORT, max_size=8))
def test_cohorts_together_are_sound(cohorts):
    found = pool_cohorts(cohorts)

    assert_sound(found)
    assert_holds(found.low, found.mean, found.high)
    assert_holds(found.prediction_low, found.mean, found.prediction_high)
    if found.low is not None and found.prediction_low is not None:
        assert found.prediction_low <= found.low


@for_any(st.lists(st.tuples(st.floats(-1e4, 1e4), st.floats(1e-6, 1e4)), min_size=2, max_size=8))
def test_random_effects_are_sound(cohorts):
    found = random_effects([mean for mean, _ in cohorts], [variance for _, variance in cohorts])

    assert_sound(found)
    assert_holds(found.low, found.mean, found.high)
    assert_holds(found.tau2_low, found.tau2_low, found.tau2_high)
    assert sum(found.weights) == pytest.approx(1)


@for_any(st.integers(0, 60), st.integers(0, 60))
def test_what_so_many_could_show_is_sound(n_first, n_second):
    assert_sound(detectable_change(n_first))
    assert_sound(detectable_difference(n_first, n_second))


@for_any(groups(), st.integers(0, 9), st.booleans())
def test_the_bounds_of_dropping_out_are_sound(changes, n_leavers, higher_is_better):
    found = drop_out_bounds(changes, n_leavers, higher_is_better=higher_is_better)

    assert_sound(found)
    if found.mean_change is not None:
        worse = found.if_worst <= found.mean_change + 1e-6
        assert worse if higher_is_better else found.if_worst >= found.mean_change - 1e-6


# The order of people does not matter ------------------------------------------------------------


@for_any(pairs(), st.randoms(use_true_random=False))
def test_the_order_of_people_does_not_matter_to_a_paired_change(linked, luck):
    mixed = luck.sample(linked, len(linked))

    assert same(paired_change(**waves(linked)), paired_change(**waves(mixed)))


@for_any(groups(MEANS), groups(MEANS), st.randoms(use_true_random=False))
def test_the_order_of_people_does_not_matter_to_two_groups(first, second, luck):
    mixed = luck.sample(first, len(first)), luck.sample(second, len(second))

    assert same(two_groups(first, second), two_groups(*mixed))


@for_any(st.lists(st.permutations([1, 2, 3]), min_size=2, max_size=9), st.randoms())
def test_the_order_of_people_does_not_matter_to_a_ranking(rankings, luck):
    mixed = luck.sample(rankings, len(rankings))

    assert same(summarise_ranking(rankings), summarise_ranking(mixed))
    assert same(
        compare_rankings(rankings[1:], rankings[:1]),
        compare_rankings(rankings[:0:-1], rankings[:1]),
    )


@for_any(st.lists(COHORT, max_size=6))
def test_the_order_of_cohorts_does_not_matter(cohorts):
    there, back = pool_cohorts(cohorts), pool_cohorts(cohorts[::-1])

    assert there.rule == back.rule
    for name in ("mean", "low", "high", "prediction_low", "prediction_high"):
        assert getattr(there, name) == close(getattr(back, name))


# Exchanging the waves turns the signs, and nothing else -----------------------------------------


@for_any(pairs())
def test_exchanging_the_waves_turns_the_signs_of_a_paired_change(linked):
    there = paired_change(**waves(linked))
    back = paired_change(before=waves(linked)["after"], after=waves(linked)["before"])

    assert (there.n_up, there.n_down, there.w_plus) == (back.n_down, back.n_up, back.w_minus)
    for name in ("mean_change", "t", "rank_biserial", "hedges_g_av", "median_change"):
        assert_turned(getattr(there, name), getattr(back, name))
    assert_turned(there.low, back.high)
    for name in ("t_p", "signed_rank_p", "sign_p", "sd_change"):
        assert getattr(there, name) == close(getattr(back, name))


@for_any(groups(MEANS), groups(MEANS))
def test_exchanging_two_groups_turns_the_signs(first, second):
    there, back = two_groups(first, second), two_groups(second, first)

    for name in ("difference", "t", "cliffs_delta"):
        assert_turned(getattr(there, name), getattr(back, name))
    assert_turned(there.low, back.high)
    for name in ("t_p", "rank_sum_p", "df", "least_p"):
        assert getattr(there, name) == close(getattr(back, name))


@for_any(pairs(), groups(), groups())
def test_exchanging_the_waves_turns_the_signs_of_a_partly_paired_change(linked, early, late):
    one, two = waves(linked).values()

    there = partly_paired_change(before=one, after=two, before_only=early, after_only=late)
    back = partly_paired_change(before=two, after=one, before_only=late, after_only=early)

    assert_turned(there.change, back.change)
    assert_turned(there.t, back.t)
    assert there.p == close(back.p)


@for_any(ASKED)
def test_exchanging_the_times_turns_the_sign_of_a_change_of_shares(asked):
    there = change_of_shares(asked)
    back = change_of_shares(
        TwiceAsked(
            both=asked.both,
            first_only=asked.second_only,
            second_only=asked.first_only,
            neither=asked.neither,
        )
    )

    assert_turned(there.difference, back.difference)
    assert_turned(there.low, back.high)
    assert there.p == close(back.p)


def assert_turned(one, other):
    assert one == (None if other is None else close(-other))


# Adding the same to both waves changes nothing --------------------------------------------------


@for_any(st.lists(st.tuples(MEANS, MEANS), max_size=12), st.integers(-5, 5), groups(MEANS))
def test_adding_the_same_to_both_waves_changes_no_change(linked, points, others):
    moved = [(one + points, two + points) for one, two in linked]
    further = [score + points for score in others]

    there, back = paired_change(**waves(linked)), paired_change(**waves(moved))
    for name in ("mean_change", "low", "high", "t_p", "signed_rank_p", "rank_biserial", "sign_p"):
        assert getattr(there, name) == close(getattr(back, name))

    there = partly_paired_change(**waves(linked), before_only=others)
    back = partly_paired_change(**waves(moved), before_only=further)
    assert there.change == close(back.change)
    assert there.p == close(back.p)


# Holm -------------------------------------------------------------------------------------------


@for_any(st.lists(st.one_of(st.none(), st.floats(1e-9, 1)), max_size=12))
def test_holm_never_makes_a_p_smaller_and_keeps_the_order(p_values):
    adjusted = holm(p_values)

    assert [p is None for p in adjusted] == [p is None for p in p_values]
    both = sorted((p, a) for p, a in zip(p_values, adjusted, strict=True) if p is not None)
    assert all(p <= a <= 1 for p, a in both)
    assert [a for _, a in both] == sorted(a for _, a in both)
