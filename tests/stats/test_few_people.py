"""Nobody, one, two; all alike; nobody changed: what is said, and why the rest is not."""

from importlib import import_module
from time import process_time

import pytest

from rm_eval.errors import ForTheDeveloper
from rm_eval.stats import (
    TwiceAsked,
    change_of_partly_paired_shares,
    change_of_shares,
    difference_of_shares,
    least_rank_sum_p,
    least_signed_rank_p,
    paired_change,
    partly_paired_change,
    permute_partly_paired,
    rank_sum,
    share_of,
    signed_rank,
    summarise_scale,
    two_groups,
)

T_TEST = ("low", "high", "t", "df", "t_p")


# One group --------------------------------------------------------------------------------------


def test_of_nobody_a_scale_says_nothing():
    found = summarise_scale([])

    assert (found.n, found.mean) == (0, None)
    assert set(found.why.values()) == {"nobody answered"}


def test_of_one_person_a_scale_has_a_mean_and_no_spread():
    found = summarise_scale([7])

    assert (found.mean, found.median, found.sd, found.low) == (7, 7, None, None)
    assert found.why["sd"] == "this needs at least 2 people"


def test_where_everyone_gave_the_same_score_there_is_no_range():
    found = summarise_scale([10] * 9)

    assert (found.sd, found.low, found.high) == (0, None, None)
    assert found.why["low"] == "everyone gave the same score"


def test_a_score_the_computer_cannot_write_exactly_has_no_spread_either():
    found = summarise_scale([0.1] * 3)

    assert (found.sd, found.low) == (0, None)


def test_the_median_of_five_has_no_range_and_that_of_seven_has_a_wider_one_than_asked():
    five, seven = summarise_scale([5, 6, 7, 8, 9]), summarise_scale([7, 6, 6, 9, 6, 6, 9])

    assert five.median_low is None
    assert five.why["median_low"] == "so few people have no range for the median at this level"
    assert (seven.median_low, seven.median_high, seven.median_level) == (6, 9, 0.984375)


def test_a_range_is_cut_at_the_ends_of_the_scale_only_where_that_is_asked():
    found = summarise_scale([9, 10, 10, 10, 8])

    assert found.high > 10
    assert found.within(1, 10) == (found.low, 10)
    assert summarise_scale([7]).within(1, 10) is None


def test_another_level_gives_another_range():
    wide, narrow = summarise_scale([6, 7, 9], level=0.99), summarise_scale([6, 7, 9], level=0.5)

    assert wide.low < narrow.low < 7.33 < narrow.high < wide.high


# Pairs ------------------------------------------------------------------------------------------


def test_of_no_pair_there_is_no_change():
    found = paired_change(before=[], after=[])

    assert (found.n, found.n_up, found.w_plus, found.mean_change) == (0, 0, 0, None)
    assert found.why["mean_change"] == found.why["signed_rank_p"] == "nobody answered"


def test_one_pair_has_a_change_and_no_test_of_it():
    found = paired_change(before=[4], after=[7])

    assert (found.mean_change, found.sd_change, found.t_p, found.signed_rank_p) == (
        *(3, None, None),
        None,
    )
    assert found.why["signed_rank_p"] == found.why["t_p"] == "this needs at least 2 people"


def test_two_pairs_have_a_range_and_no_standardised_change():
    found = paired_change(before=[4, 6], after=[7, 7])

    assert found.low < 2 < found.high
    assert found.why == {"hedges_g_av": "this needs at least 3 people"}


def test_where_nobody_changed_there_is_nothing_to_test():
    found = paired_change(before=[5, 6, 7], after=[5, 6, 7])

    assert (found.mean_change, found.n_same, found.hedges_g_av) == (0, 3, 0)
    assert {found.why[name] for name in (*T_TEST, "signed_rank_p", "sign_p")} == {"nobody changed"}


def test_where_everybody_changed_alike_there_is_no_range_but_a_direction():
    found = paired_change(before=[3, 4, 5, 6, 7, 5, 4], after=[5, 6, 7, 8, 9, 7, 6])

    assert {found.why[name] for name in T_TEST} == {"everyone changed by the same amount"}
    assert found.signed_rank_p == 0.015625


def test_changes_of_means_of_items_that_are_alike_count_as_alike():
    # To the computer 7.3 - 5.2 is 2.0999999999999996, and 4.3 - 2.2 is 2.0999999999999996 or not.
    found = paired_change(before=[5.2, 2.2, 0.1, 0.2], after=[7.3, 4.3, 2.2, 2.3])

    assert found.sd_change == 0
    assert found.signed_rank_p == 0.125


def test_where_neither_wave_varies_there_is_no_standardised_change():
    found = paired_change(before=[5] * 6, after=[7] * 6)

    assert found.hedges_g_av is None
    assert found.why["hedges_g_av"] == "within each group, everyone gave the same score"


@pytest.mark.parametrize(("n", "least"), [(5, 0.0625), (6, 0.03125), (7, 0.015625)])
def test_so_few_pairs_can_reach_no_smaller_p_even_if_everybody_rises(n, least):
    found = paired_change(before=[1] * n, after=list(range(2, n + 2)))

    assert found.signed_rank_p == found.sign_p == found.least_p == least
    assert least_signed_rank_p(n) == least


def test_the_least_p_of_nobody_is_none_and_of_two_thousand_still_not_nought():
    assert least_signed_rank_p(0) is None
    assert least_signed_rank_p(1) == 1
    assert least_signed_rank_p(2000) > 0


def test_those_who_did_not_change_weigh_in_the_balance_of_ups_and_downs():
    found = paired_change(before=[5, 6, 4, 7, 3, 6, 8], after=[7, 6, 6, 9, 6, 6, 9])

    assert found.rank_biserial == pytest.approx(25 / 28)  # without them it would be 1


def test_pairs_without_a_partner_are_refused():
    with pytest.raises(ForTheDeveloper, match="as many scores before as after"):
        paired_change(before=[1, 2], after=[1])


@pytest.mark.parametrize("score", [float("nan"), float("inf"), None])
def test_a_missing_score_is_refused_and_not_left_out_silently(score):
    with pytest.raises(ForTheDeveloper, match="missing or no number"):
        summarise_scale([5, score])


def test_sixty_pairs_are_counted_within_milliseconds():
    changes = [at % 9 - 3 for at in range(60)]
    signed_rank(changes)

    start = process_time()
    found = signed_rank(changes)

    assert found.is_exact
    assert process_time() - start < 0.05  # half a ms; the rest is for a slow machine


@pytest.mark.parametrize("test", [signed_rank, lambda scores: rank_sum(scores[::2], scores[1::2])])
def test_above_some_hundreds_the_normal_curve_takes_over_without_a_jump(test, monkeypatch):
    scores = [(at * 7) % 10 - 4 + (at % 2) * 0.4 for at in range(100)]
    counted = test(scores)

    for module in ("signed_rank", "rank_sum"):
        # By its name from the root: the package's function of the same name hides it.
        monkeypatch.setattr(import_module(f"rm_eval.stats.{module}"), "MOST_COUNTED", 10)
    by_curve = test(scores)

    assert counted.is_exact
    assert not by_curve.is_exact
    assert by_curve.p == pytest.approx(counted.p, rel=0.11)


# Two groups -------------------------------------------------------------------------------------


def test_with_an_empty_group_there_is_nothing_to_compare():
    found = two_groups([], [5, 6])

    assert (found.difference, found.mean_second, found.least_p) == (None, 5.5, None)
    assert found.why["difference"] == "one of the two groups is empty"


def test_one_person_against_seven_has_ranks_and_no_range():
    found = two_groups([9], [5, 6, 6, 7, 4, 5, 8])

    assert (found.rank_sum_p, found.least_p, found.cliffs_delta) == (0.25, 0.25, 1)
    assert found.why["low"] == "this needs at least 2 people in each group"


def test_two_groups_without_spread_have_no_range_however_far_apart():
    found = two_groups([5, 5, 5], [7, 7])

    assert (found.difference, found.low, found.rank_sum_p) == (-2, None, 0.1)
    assert found.why["low"] == "within each group, everyone gave the same score"


def test_where_all_scores_are_alike_ranks_say_nothing():
    found = rank_sum([5, 5], [5])

    assert (found.p, found.cliffs_delta) == (None, 0)
    assert found.why == {"p": "everyone gave the same score"}


def test_the_least_p_of_two_groups_is_one_way_out_of_all_on_either_side():
    assert least_rank_sum_p(5, 5) == pytest.approx(2 / 252)
    assert least_rank_sum_p(1, 1) == 1
    assert least_rank_sum_p(0, 9) is None


def test_ties_can_take_two_groups_below_the_least_p_without_ties():
    assert rank_sum([5, 5, 5], [7, 7]).p == 0.1 < least_rank_sum_p(3, 2) == 0.2


# Partly linked ----------------------------------------------------------------------------------


def test_with_everybody_linked_it_is_the_paired_test():
    before, after = [5, 6, 4, 7, 3, 6, 8], [7, 6, 6, 9, 6, 6, 9]

    partly, paired = (
        partly_paired_change(before=before, after=after),
        paired_change(before=before, after=after),
    )

    assert (partly.change, partly.df) == (pytest.approx(paired.mean_change), paired.df)
    assert partly.p == pytest.approx(paired.t_p)
    assert (partly.low, partly.high) == pytest.approx((paired.low, paired.high))


def test_with_nobody_linked_it_is_welchs_test():
    early, late = [4, 5, 3, 6], [6, 7, 5, 8, 7, 6, 5]

    partly = partly_paired_change(before=[], after=[], before_only=early, after_only=late)
    apart = two_groups(late, early)

    assert (partly.p, partly.df) == (pytest.approx(apart.t_p), pytest.approx(apart.df))


def test_where_nothing_varies_a_partly_linked_change_has_no_range():
    same = partly_paired_change(before=[5] * 3, after=[5] * 3, before_only=[5], after_only=[5])
    shifted = partly_paired_change(before=[3, 4, 6], after=[5, 6, 8])

    assert same.why["p"] == "within each group, everyone gave the same score"
    assert shifted.why["p"] == "everyone changed by the same amount"


def test_one_person_in_a_wave_is_too_few_for_a_range():
    found = partly_paired_change(before=[5], after=[7], before_only=[4, 6])

    assert found.change == 2
    assert found.why["p"] == "this needs at least 2 people in each group"


def test_an_empty_wave_has_no_mean_and_there_is_no_change():
    found = partly_paired_change(before=[], after=[], before_only=[4, 6])

    assert (found.mean_before, found.mean_after, found.change) == (5, None, None)
    assert permute_partly_paired(before=[], after=[], before_only=[4]).why == {
        "p": "one of the two groups is empty"
    }


def test_scores_with_too_many_sums_are_not_counted():
    before = [2.0**-at for at in range(20)]

    found = permute_partly_paired(before=before, after=[0] * 20)

    assert found.why == {"p": "the scores have too many different sums to count them all"}


# Shares -----------------------------------------------------------------------------------------


def test_of_nobody_there_is_no_share():
    found = share_of(0, 0)

    assert (found.share, found.low) == (None, None)
    assert set(found.why.values()) == {"nobody answered"}


def test_the_range_of_none_and_of_all_ends_exactly_at_the_end():
    assert share_of(0, 7).low == 0
    assert share_of(7, 7).high == 1


@pytest.mark.parametrize(("n_yes", "n"), [(3, 2), (-1, 2)])
def test_more_than_all_and_fewer_than_none_are_refused(n_yes, n):
    with pytest.raises(ForTheDeveloper, match="from none to all"):
        share_of(n_yes, n)


def test_a_group_of_nobody_is_compared_with_nothing():
    found = difference_of_shares(0, 0, 3, 7)

    assert found.difference is None
    assert set(found.why.values()) == {"one of the two groups is empty"}


def test_where_nobody_changed_the_p_is_one_by_convention():
    found = change_of_shares(TwiceAsked(both=4, first_only=0, second_only=0, neither=3))

    assert (found.difference, found.p) == (0, 1)


def test_of_nobody_there_is_no_change_of_shares():
    nobody = TwiceAsked(both=0, first_only=0, second_only=0, neither=0)

    assert set(change_of_shares(nobody).why.values()) == {"nobody answered"}


def test_where_everybody_always_said_yes_a_partly_linked_change_has_no_range():
    found = change_of_partly_paired_shares(
        TwiceAsked(both=4, first_only=0, second_only=0, neither=0),
        n_yes_first_only=2,
        n_first_only=2,
        n_yes_second_only=1,
        n_second_only=1,
    )

    assert (found.difference, found.p) == (0, None)
    assert found.why["p"] == "everyone gave the same score"


def test_counts_below_nought_are_refused():
    with pytest.raises(ForTheDeveloper, match="no fewer people than none"):
        TwiceAsked(both=1, first_only=-1, second_only=0, neither=0)
