"""Worked examples that others have printed, to as many places as they printed."""

from math import log, sqrt
from statistics import NormalDist

import pytest

from rm_eval.stats import (
    TwiceAsked,
    change_of_partly_paired_shares,
    change_of_shares,
    difference_of_shares,
    holm,
    paired_change,
    partly_paired_change,
    random_effects,
    rank_sum,
    share_of,
    signed_rank,
    summarise_ranking,
)


def printed(*values, places):
    return tuple(round(value, places) for value in values)


def test_hollander_and_wolfe_1973_page_29_depression_before_and_after_a_tranquilliser():
    before = [0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29]
    after = [1.83, 0.5, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.3]

    found = paired_change(before=before, after=after)

    assert found.w_plus == 40
    assert printed(found.signed_rank_p / 2, places=5) == (0.01953,)  # one-sided there


def test_hollander_and_wolfe_1973_page_69_permeability_at_two_ages():
    at_term = [0.8, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46]
    earlier = [1.15, 0.88, 0.9, 0.74, 1.21]

    found = rank_sum(at_term, earlier)

    assert found.u_first == 35
    assert printed(found.p / 2, places=4) == (0.1272,)  # one-sided there


def test_hollander_and_wolfe_1973_page_140_three_ways_to_round_first_base():
    times = [
        *([5.4, 5.5, 5.55], [5.85, 5.7, 5.75], [5.2, 5.6, 5.5], [5.55, 5.5, 5.4]),
        *([5.9, 5.85, 5.7], [5.45, 5.55, 5.6], [5.4, 5.4, 5.35], [5.45, 5.5, 5.35]),
        *([5.25, 5.15, 5], [5.85, 5.8, 5.7], [5.25, 5.2, 5.1], [5.65, 5.55, 5.45]),
        *([5.6, 5.35, 5.45], [5.05, 5, 4.95], [5.5, 5.5, 5.4], [5.45, 5.55, 5.5]),
        *([5.55, 5.55, 5.35], [5.45, 5.5, 5.55], [5.5, 5.45, 5.25], [5.65, 5.6, 5.4]),
        *([5.7, 5.65, 5.55], [6.3, 6.3, 6.25]),
    ]

    found = summarise_ranking(times)

    assert printed(found.chi_squared_p, places=6) == (0.003805,)
    assert printed(found.kendall_w * 22 * 2, places=3) == (11.143,)


def test_derrick_toher_and_white_2017_partly_paired_scores():
    found = partly_paired_change(
        before=[14, 15, 18, 20, 11, 19, 14, 15],
        after=[15, 10, 15, 17, 13, 19, 12, 13],
        before_only=[20, 21, 16, 18, 14, 12, 14, 17],
        after_only=[10, 16, 18, 16, 15, 14, 13, 10],
    )

    assert found.change == -2
    assert printed(found.p, places=3) == (0.026,)


def test_derrick_et_al_2015_partly_paired_shares():
    found = change_of_partly_paired_shares(
        TwiceAsked(both=8, first_only=1, second_only=3, neither=3),
        n_yes_first_only=5,
        n_first_only=9,
        n_yes_second_only=6,
        n_second_only=6,
    )

    assert printed(found.p, places=3) == (0.053,)


@pytest.mark.parametrize(
    ("n_yes", "n", "limits"),
    [
        (81, 263, (0.2553, 0.3662)),
        (15, 148, (0.0624, 0.1605)),
        (0, 20, (0, 0.1611)),
        (1, 29, (0.0061, 0.1718)),
    ],
)
def test_newcombe_1998_table_one_share(n_yes, n, limits):
    found = share_of(n_yes, n)

    assert printed(found.low, found.high, places=4) == limits


@pytest.mark.parametrize(
    ("first", "second", "limits"),
    [
        ((9, 10), (3, 10), (0.1705, 0.8090)),
        ((6, 7), (2, 7), (0.0582, 0.8062)),
        ((0, 10), (0, 20), (-0.1611, 0.2775)),
        ((0, 10), (0, 10), (-0.2775, 0.2775)),
        ((10, 10), (0, 20), (0.6791, 1)),
    ],
)
def test_newcombe_1998_table_two_difference_of_shares(first, second, limits):
    found = difference_of_shares(*first, *second)

    assert printed(found.low, found.high, places=4) == limits


def test_fishers_lady_tasting_tea():
    assert printed(difference_of_shares(3, 4, 1, 4).fisher_p, places=4) == (0.4857,)


def test_fagerland_lydersen_and_laake_2013_mid_p_of_twenty_one_children():
    asked = TwiceAsked(both=1, first_only=1, second_only=7, neither=12)

    assert printed(change_of_shares(asked).p, places=3) == (0.039,)


def test_benjamini_and_hochberg_1995_of_whose_fifteen_comparisons_bonferroni_keeps_three():
    p_values = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344]
    p_values += [0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1]

    assert sum(p < 0.05 for p in holm(p_values)) == 3


def test_viechtbauer_2010_thirteen_trials_of_the_bcg_vaccine():
    # J. Statistical Software 36(3): ill and well of the vaccinated, ill and well of the others.
    trials = [
        *((4, 119, 11, 128), (6, 300, 29, 274), (3, 228, 11, 209), (62, 13536, 248, 12619)),
        *((33, 5036, 47, 5761), (180, 1361, 372, 1079), (8, 2537, 10, 619)),
        *((505, 87886, 499, 87892), (29, 7470, 45, 7232), (17, 1699, 65, 1600)),
        *((186, 50448, 141, 27197), (5, 2493, 3, 2338), (27, 16886, 29, 17825)),
    ]
    log_risk_ratios = [log(a / (a + b)) - log(c / (c + d)) for a, b, c, d in trials]
    variances = [1 / a - 1 / (a + b) + 1 / c - 1 / (c + d) for a, b, c, d in trials]

    found = random_effects(log_risk_ratios, variances)

    assert printed(found.mean, found.tau2, found.q, places=4) == (-0.7145, 0.3132, 152.2330)
    assert printed(found.tau2_low, found.tau2_high, places=4) == (0.1197, 1.1115)


# Sheffield (Raju et al. 2022, BMJ Open 12:e062361): six junior doctors, of whom 23 became 29 out of
# 35 with p = 0.04, and 3 became 4 out of 5 with p = 0.041. Single answers are not printed.


def test_sheffield_2022_six_people_cannot_have_an_exact_p_of_004():
    everybody_rose = signed_rank([1, 2, 3, 4, 5, 6])
    next_nearest = signed_rank([-1, 2, 3, 4, 5, 6])

    assert everybody_rose.p == 0.03125
    assert next_nearest.p == 0.0625


def test_sheffield_2022_p_of_0041_is_the_normal_curves_where_five_of_six_rose():
    # These changes are ours; they are the kind that give the printed p by the normal curve
    # without those unchanged, the way common programs do it.
    changes = [1, 1, 2, 2, 3, 0]
    ranks = [1.5, 1.5, 3.5, 3.5, 5]

    z = sum(ranks) / 2 / sqrt(sum(rank**2 for rank in ranks) / 4)

    assert printed(2 * (1 - NormalDist().cdf(z)), places=3) == (0.041,)
    assert signed_rank(changes).p == 0.0625
