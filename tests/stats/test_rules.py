"""The rules: whose answers count first, how far so many cohorts go, and what luck may do."""

import pytest

from rm_eval.errors import ForTheDeveloper
from rm_eval.stats import (
    CohortMean,
    chance_of_any,
    detectable_change,
    detectable_difference,
    drop_out_bounds,
    flow,
    holm,
    paired_power,
    pool_cohorts,
    prediction_interval,
    primary_basis,
    random_effects,
    stayers_and_leavers,
)

# Whose answers ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("n_pairs", "n_before", "n_after", "basis"),
    [
        (0, 7, 6, "apart"),
        (4, 4, 4, "everyone"),  # fewer than 5
        (5, 7, 6, "pairs"),
        (5, 7, 7, "pairs"),
        (5, 8, 8, "everyone"),  # fewer than two thirds of 8
        (6, 9, 30, "pairs"),  # exactly two thirds of the smaller wave
        (6, 10, 30, "everyone"),
    ],
)
def test_pairs_come_first_from_five_that_are_two_thirds_of_the_smaller_wave(
    n_pairs, n_before, n_after, basis
):
    found = primary_basis(n_pairs=n_pairs, n_before=n_before, n_after=n_after)

    assert found.basis == basis
    assert found.reason.endswith("linked.")


# Cohorts together -------------------------------------------------------------------------------


def cohorts(k, *, sd=1.5):
    means = [1.5, 0.8, 2.2, 1.1, -0.2, 1.9]
    return [CohortMean(n=7 + at, mean=means[at], sd=sd) for at in range(k)]


@pytest.mark.parametrize(
    ("k", "rule", "reason"),
    [
        (0, "nothing", "There is no cohort to show."),
        (1, "alone", "With one cohort there is nothing to put together."),
        (2, "average", "Two cohorts are too few to say how much cohorts differ."),
        (
            3,
            "range",
            "Fewer than 5 cohorts are too few to say what another cohort would see.",
        ),
        (
            4,
            "range",
            "Fewer than 5 cohorts are too few to say what another cohort would see.",
        ),
        (5, "range and prediction", ""),
    ],
)
def test_how_far_so_many_cohorts_go(k, rule, reason):
    found = pool_cohorts(cohorts(k))

    assert (found.rule, found.reason, found.k) == (rule, reason, k)
    assert (found.low is not None) == (k >= 3)
    assert (found.prediction_low is not None) == (k >= 5)


def test_one_cohort_alone_keeps_its_own_mean():
    assert pool_cohorts(cohorts(1)).mean == 1.5


def test_two_cohorts_have_the_average_over_their_people():
    found = pool_cohorts([CohortMean(n=7, mean=2.0, sd=1.0), CohortMean(n=3, mean=1.0, sd=None)])

    assert (found.mean, found.n, found.effects) == (1.7, 10, None)


def test_the_spread_within_cohorts_is_pooled_so_that_one_alike_cohort_does_no_harm():
    found = pool_cohorts([*cohorts(3), CohortMean(n=6, mean=1.0, sd=0.0)])

    assert found.variance_within == pytest.approx((6 + 7 + 8) * 1.5**2 / (6 + 7 + 8 + 5))
    assert found.rule == "range"


@pytest.mark.parametrize(
    ("sd", "reason"),
    [
        (0.0, "Within each cohort everybody changed by the same amount."),
        (None, "How much changes differ within cohorts is not known."),
    ],
)
def test_without_a_spread_within_cohorts_there_is_an_average_and_no_range(sd, reason):
    found = pool_cohorts(cohorts(5, sd=sd))

    assert (found.rule, found.reason, found.low) == ("average", reason, None)
    assert found.mean is not None


def test_a_cohort_without_variance_is_refused_by_the_estimate_itself():
    with pytest.raises(ForTheDeveloper, match="would outweigh all others"):
        random_effects([1, 2, 1.5], [0.2, 0, 0.3])


def test_one_cohort_is_refused_by_the_estimate_itself():
    with pytest.raises(ForTheDeveloper, match="needs two of them"):
        random_effects([1.4], [0.2])


@pytest.mark.parametrize(("n", "sd"), [(0, 1.0), (3, -1.0)])
def test_a_cohort_of_nobody_or_with_a_spread_below_nought_is_refused(n, sd):
    with pytest.raises(ForTheDeveloper, match="has people"):
        CohortMean(n=n, mean=1.0, sd=sd)


def test_cohorts_alike_by_luck_do_not_make_the_range_narrow():
    found = random_effects([1, 1.05, 0.98], [0.3, 0.2, 0.25])

    assert (round(found.low, 2), round(found.high, 2)) == (-0.21, 2.24)
    assert found.why == dict.fromkeys(
        ("tau2_low", "tau2_high"), "the cohorts differ less than luck alone would have them"
    )


@pytest.mark.parametrize("apart", [0, 1e-160, 1e-9, 1e-3])
def test_cohorts_next_to_each_other_have_nothing_between_them(apart):
    assert random_effects([0, apart, 0], [0.3, 0.2, 0.25]).tau2 == 0


def test_both_ways_to_predict_differ_by_a_degree_of_freedom_and_ours_is_wider():
    found = random_effects([1.5, 0.8, 2.2, 1.1, -0.2, 1.9], [0.2, 0.1, 0.35, 0.15, 0.25, 0.3])

    as_metafor = prediction_interval(found.mean, found.error, found.tau2, found.k - 1)

    assert found.prediction_df == 4
    assert as_metafor == pytest.approx((-0.696942033645655, 3.03715503014764))
    assert found.prediction_low < as_metafor[0]


# Many questions ---------------------------------------------------------------------------------


def test_a_question_without_a_p_does_not_count_in_the_family():
    assert holm([0.01, None, 0.04]) == (0.02, None, 0.04)
    assert holm([]) == ()


def test_no_exact_test_of_seven_pairs_survives_four_questions():
    assert min(holm([0.015625] * 4)) > 0.05


@pytest.mark.parametrize(("k", "chance"), [(0, 0), (1, 0.05), (9, 0.37), (40, 0.87)])
def test_the_chance_that_one_of_so_many_questions_leans_by_luck(k, chance):
    assert round(chance_of_any(k), 2) == chance


# Those who left ---------------------------------------------------------------------------------


def test_the_flow_counts_who_came_back_who_was_lost_and_who_has_no_code():
    first, second = flow([["a", "b", "c", None], ["a", "c", "d", None, None]])

    assert (first.n, first.n_linked, first.n_new, first.n_lost) == (4, 0, 0, 0)
    assert (second.n, second.n_linked, second.n_new, second.n_lost) == (5, 2, 1, 1)
    assert (first.n_without_code, second.n_without_code) == (1, 2)


def test_a_code_twice_in_a_wave_is_one_person():
    (only,) = flow([["a", "a", "b"]])

    assert only.n == 2


def test_those_who_left_could_have_changed_by_nothing_or_by_the_worst():
    found = drop_out_bounds([2, 0, 2, -1, 3], 3)

    assert (found.mean_change, found.if_unchanged, found.if_worst) == (1.2, 0.75, 0.375)


def test_where_lower_is_better_the_worst_is_the_largest_rise():
    found = drop_out_bounds([-2, 1], 2, higher_is_better=False)

    assert (found.mean_change, found.if_worst) == (-0.5, 0.25)


def test_without_a_matched_person_nothing_bounds_the_change():
    assert set(drop_out_bounds([], 4).why.values()) == {"nobody's two answers could be linked"}


def test_those_who_stayed_are_compared_with_those_who_left():
    assert stayers_and_leavers([6, 7], [4, 5]).difference == 2


# Before it starts -------------------------------------------------------------------------------


@pytest.mark.parametrize("n", [2, 3, 5, 7, 11, 30, 200])
@pytest.mark.parametrize("power", [0.8, 0.9])
def test_at_the_change_that_can_be_detected_the_power_is_what_was_asked_for(n, power):
    found = detectable_change(n, power=power)

    assert paired_power(n, found.standardised) == pytest.approx(power, abs=1e-10)


def test_at_the_change_that_pwr_gives_for_five_pairs_the_power_is_not_quite_what_was_asked_for():
    assert paired_power(5, 1.68200149409602) - 0.8 > 1e-6


def test_a_change_beyond_all_doubt_is_noticed_for_certain():
    assert paired_power(5, 1000) == 1
    assert paired_power(5, -1000) == 1


def test_seven_pairs_detect_about_two_points_where_changes_differ_by_one_and_a_half():
    found = detectable_change(7, sd=1.5)

    assert round(found.points, 1) == 1.9
    assert found.sd_reason == "How much changes differ is taken from earlier answers."


def test_where_no_cohort_has_told_two_points_are_taken_and_said():
    found = detectable_change(7)

    assert found.points == 2 * found.standardised
    assert "2 points is taken" in found.sd_reason


def test_one_person_can_show_no_change():
    found = detectable_change(1)

    assert found.standardised is None
    assert set(found.why.values()) == {"this needs at least 2 people"}
    assert paired_power(1, 0.5) is None


def test_two_groups_need_three_people_together():
    assert detectable_difference(1, 1).points is None
    assert detectable_difference(1, 2).points > 0


def test_a_power_no_test_can_have_is_refused():
    with pytest.raises(ForTheDeveloper, match="less than 1"):
        detectable_change(7, power=1)


def test_what_cohorts_together_may_be_is_cut_at_the_ends_of_the_scale():
    """Five organisations from 6.8 to 8.7 of 10: the formula alone would go on to 10.5."""
    averages = ((11, 8.7), (43, 7.8), (12, 8.6), (20, 7.8), (12, 6.8))
    found = pool_cohorts([CohortMean(n=n, mean=mean, sd=0.9) for n, mean in averages])
    assert found.prediction_high > 10 > found.high
    cut = found.within(1, 10)
    assert (cut.prediction_high, cut.high, cut.mean) == (10, found.high, found.mean)
    assert cut.prediction_low == found.prediction_low
    alone = pool_cohorts([CohortMean(n=11, mean=8.7, sd=1.0)])
    assert alone.within(1, 10) == alone
