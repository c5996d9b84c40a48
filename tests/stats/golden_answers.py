"""Our answer to each golden case, under the names that R's answer has there.

Signs are turned where the golden file turns them: its estimates of partly linked waves are before
minus after, ours after minus before.
"""

import numpy as np

from rm_eval.stats import (
    TwiceAsked,
    change_of_partly_paired_shares,
    change_of_shares,
    compare_rankings,
    difference_of_shares,
    holm,
    least_rank_sum_p,
    least_signed_rank_p,
    paired_change,
    paired_power,
    partly_paired_change,
    permute_partly_paired,
    random_effects,
    share_of,
    summarise_ranking,
    summarise_scale,
    two_groups,
)
from rm_eval.stats.detectable import detectable_change, detectable_difference
from rm_eval.stats.paired import correction_for_few
from rm_eval.stats.random_effects import combined


def many(value):
    """R writes a vector of one as a number."""
    return value if isinstance(value, list) else [value]


def turned(value):
    return None if value is None else -value


def of_paired(given):
    before, after = given.get("pre", given.get("y")), given.get("post", given.get("x"))
    found = paired_change(before=many(before), after=many(after))
    return {
        "n": found.n,
        "n_up": found.n_up,
        "n_same": found.n_same,
        "n_down": found.n_down,
        "mean_pre": found.mean_before,
        "mean_post": found.mean_after,
        "median_pre": found.median_before,
        "median_post": found.median_after,
        "mean_diff": found.mean_change,
        "median_diff": found.median_change,
        "sd_diff": found.sd_change,
        "t": found.t,
        "t_df": found.df,
        "t_p": found.t_p,
        "t_ci_low": found.low,
        "t_ci_high": found.high,
        "pratt_W_plus": found.w_plus,
        "pratt_W_minus": found.w_minus,
        "pratt_exact_p": found.signed_rank_p,
        "rank_biserial_pratt_all_n": found.rank_biserial,
        "sign_test_p": found.sign_p,
        "prob_improvement_half_ties": found.probability_of_rise,
        "hedges_gav": found.hedges_g_av,
        "J_df_nminus1": correction_for_few(found.n - 1) if found.n > 2 else None,
        # Hollander and Wolfe's worked example
        "V": found.w_plus,
        "p_two": found.signed_rank_p,
    }


def of_two_sample(given):
    found = two_groups(many(given["a"]), many(given["b"]))
    return {
        "n_a": found.n_first,
        "n_b": found.n_second,
        "U_a": found.u_first,
        "mw_exact_p": found.rank_sum_p,
        "mw_exact_p_exactRankTests": found.rank_sum_p,
        "prob_superiority_a_over_b": found.probability_first_higher,
        "cliffs_delta": found.cliffs_delta,
        "mean_diff": found.difference,
        "welch_t": found.t,
        "welch_df": found.df,
        "welch_p": found.t_p,
        "welch_ci_low": found.low,
        "welch_ci_high": found.high,
        "min_attainable_two_sided_p_no_ties": found.least_p,
    }


def of_partly_paired(given):
    if "a" in given:
        return of_partly_paired_shares(given)
    waves = {
        "before": many(given["pre_paired"]),
        "after": many(given["post_paired"]),
        "before_only": many(given["pre_only"]),
        "after_only": many(given["post_only"]),
    }
    found = partly_paired_change(**waves)
    return {
        "n_pairs": found.n_pairs,
        "estimate_pre_minus_post": turned(found.change),
        "T2_welch": turned(found.t),
        "df2": found.df,
        "p2": found.p,
        "ci2_low": turned(found.high),
        "ci2_high": turned(found.low),
        "stratified_permutation_p": permute_partly_paired(**waves).p,
    }


def of_partly_paired_shares(given):
    answers = list(zip(given["a"], given["b"], strict=True))
    first_only = [a for a, b in answers if b is None]
    second_only = [b for a, b in answers if a is None]
    found = change_of_partly_paired_shares(
        TwiceAsked(
            both=answers.count((1, 1)),
            first_only=answers.count((1, 0)),
            second_only=answers.count((0, 1)),
            neither=answers.count((0, 0)),
        ),
        n_yes_first_only=sum(first_only),
        n_first_only=len(first_only),
        n_yes_second_only=sum(second_only),
        n_second_only=len(second_only),
    )
    return {
        "estimate": found.difference,
        "p": found.p,
        "ci_low": found.low,
        "ci_high": found.high,
    }


def of_proportion(given):
    found = share_of(given["x"], given["n"])
    return {"p": found.share, "wilson_low": found.low, "wilson_high": found.high}


def of_two_proportions(given):
    (x1, x2), (no1, no2) = given["table"]
    found = difference_of_shares(x1, x1 + no1, x2, x2 + no2)
    return {
        "diff": found.difference,
        "newcombe_low": found.low,
        "newcombe_high": found.high,
        "fisher_p": found.fisher_p,
        "fisher_midp": found.fisher_mid_p,
        "p_two": found.fisher_p,
    }


def of_mcnemar(given):
    found = change_of_shares(
        TwiceAsked(
            both=given["both_yes"],
            first_only=given["first_only"],
            second_only=given["second_only"],
            neither=given["neither"],
        )
    )
    return {
        "midp_p": found.p,
        "diff": found.difference,
        "newcombe10_low": found.low,
        "newcombe10_high": found.high,
    }


def of_multiplicity(given):
    return {"holm": list(holm(many(given["p"])))}


def of_mde(given):
    if "n" in given:
        n = given["n"]
        return {
            "dz_80": detectable_change(n).standardised,
            "dz_90": detectable_change(n, power=0.9).standardised,
            "power_at_dz_0.5": paired_power(n, 0.5),
            "min_signed_rank_p": least_signed_rank_p(n),
            "min_sign_test_p": least_signed_rank_p(n),
        }
    n1, n2 = given["n1"], given["n2"]
    return {
        "d_80": detectable_difference(n1, n2).standardised,
        "min_mw_p": least_rank_sum_p(n1, n2),
    }


def of_scale(given):
    found = summarise_scale(many(given["x"]))
    return {
        "n": found.n,
        "mean": found.mean,
        "sd": found.sd,
        "median": found.median,
        "q1": found.lower_quartile,
        "q3": found.upper_quartile,
        "t_ci_low": found.low,
        "t_ci_high": found.high,
        "median_ci_low": found.median_low,
        "median_ci_high": found.median_high,
        "median_ci_coverage": found.median_level,
    }


def of_ranking(given):
    found = summarise_ranking(given["matrix"])
    return {
        "n": found.n,
        "mean_rank": list(found.mean_rank),
        "borda_k_minus_rank": list(found.borda),
        "friedman_p": found.chi_squared_p,
        "kendall_W": found.kendall_w,
        "kendall_W_effectsize": found.kendall_w,
        "friedman_exact_p": found.exact_p,
        "top1_share": list(found.first_share),
    }


def of_two_rankings(given):
    found = compare_rankings(given["a"], given["b"])
    return {
        "statistic": found.statistic,
        "p": found.p,
        "mean_rank_a": list(found.mean_rank_first),
        "mean_rank_b": list(found.mean_rank_second),
    }


def of_meta(given, result):
    """Combine cohorts; where R estimated the variance between them another way, take R's."""
    estimates, variances = many(given["yi"]), many(given["vi"])
    if len(estimates) < 2 or min(variances) == 0:
        return {}
    if given["method"] == "REML":
        found = random_effects(estimates, variances)
    else:
        found = combined(np.array(estimates), np.array(variances), result["tau2"])
    return {
        "k": found.k,
        "tau2": found.tau2,
        "Q": found.q,
        "Q_p": found.q_p,
        "mu": found.mean,
        "se_mkh": found.error,
        "hk_df": found.df,
        "mkh_p": found.p,
        "mkh_ci_low": found.low,
        "mkh_ci_high": found.high,
        "pi_mkh_low_df_k_minus_2": found.prediction_low,
        "pi_mkh_high_df_k_minus_2": found.prediction_high,
        "weights_percent": [100 * share for share in found.weights],
        # R was asked for these beside REML alone.
        **({"tau2_qprofile_low": found.tau2_low} if given["method"] == "REML" else {}),
        **({"tau2_qprofile_high": found.tau2_high} if given["method"] == "REML" else {}),
    }


def answer(case):
    if case["group"] == "meta":
        return of_meta(case["inputs"], case["result"])
    return ANSWERS[case["group"]](case["inputs"]) if case["group"] in ANSWERS else {}


ANSWERS = {
    "paired": of_paired,
    "two_sample": of_two_sample,
    "partially_overlapping": of_partly_paired,
    "proportion": of_proportion,
    "two_proportions": of_two_proportions,
    "mcnemar": of_mcnemar,
    "multiplicity": of_multiplicity,
    "mde": of_mde,
    "one_scale": of_scale,
    "ranking": of_ranking,
    "ranking_two_groups": of_two_rankings,
}


# What R gave and no page needs, by the reason. A test asks that nothing else is passed over.
LEFT_OUT = {
    "drops those who did not change, and so overstates": {
        *("dropzero_V_plus", "dropzero_V_minus", "dropzero_exact_p"),
        *("dropzero_exact_p_exactRankTests", "rank_biserial_dropzero"),
        *("rank_biserial_pratt_nonzero", "rank_biserial_effectsize"),
        *("rank_biserial_effectsize_ci_low", "rank_biserial_effectsize_ci_high"),
    },
    "a second test of the same, or the same test by another way": {
        *("pratt_exact_p_bruteforce", "pratt_z", "signflip_permutation_mean_p", "mw_z"),
        *("perm_meandiff_p", "student_t", "student_p", "p_greater", "p_less", "HL", "ci_low"),
        *("ci_high", "bm_W", "bm_df", "bm_p", "bm_p_b_gt_a", "bm_ci_low", "bm_ci_high"),
        *("T1_equal_var", "df1", "p1", "ci1_low", "ci1_high", "z8", "boschloo_p_grid"),
        *("or_cond", "cond_or", "exact_p", "asymptotic_p", "cc_p", "newcombe8_low"),
        *("newcombe8_high", "jeffreys_low", "jeffreys_high", "clopper_low", "clopper_high"),
        *("iman_davenport_F", "mean_pairwise_spearman", "spearman_of_mean_ranks"),
        *("BH", "BY", "bonferroni", "U_b", "friedman_Q", "df", "median_ci_k", "k"),
    },
    "standardised, where points of the scale say more": {
        *("cohen_dz", "cohen_dav", "hedges_gz_effectsize", "hedges_gz_ci_low"),
        *("hedges_gz_ci_high", "hedges_gav_lakens_approx", "cohen_d", "hedges_g"),
        *("hedges_g_ci_low", "hedges_g_ci_high", "rank_biserial_ci_low", "h_80"),
        *("rank_biserial_ci_high",),
    },
    "a correlation of fewer than 10 people spans everything": {
        *("r_pre_post", "rho", "p_R", "p_exact_permutation", "tau_b", "tau_p_R"),
    },
    "Hartung and Knapp without the floor, or no t at all: far too sure": {
        *("se_z", "z_ci_low", "z_ci_high", "z_p", "se_hk", "hk_t", "hk_p", "hk_ci_low"),
        *("hk_ci_high", "pi_low_metafor_df_k_minus_1", "pi_high_metafor_df_k_minus_1"),
        *("pi_low_df_k_minus_2", "pi_high_df_k_minus_2", "fixed_mu", "fixed_se", "I2", "H2"),
    },
    "R gives these with REML alone; or there is nothing to combine (test_pooling.py)": {
        *("tau2_qprofile_low", "tau2_qprofile_high", "mu", "se", "pooled", "metafor_message"),
    },
}
