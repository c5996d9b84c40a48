"""Our answer to each golden case, under the names that R's answer has there.

Signs are turned where the golden file turns them: its estimates of partly linked waves are before
minus after, ours after minus before.
"""

from rm_eval.stats import (
    TwiceAsked,
    change_of_partly_paired_shares,
    change_of_shares,
    difference_of_shares,
    holm,
    least_rank_sum_p,
    least_signed_rank_p,
    paired_change,
    paired_power,
    partly_paired_change,
    share_of,
    two_groups,
)
from rm_eval.stats.detectable import detectable_change, detectable_difference


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
    found = partly_paired_change(
        before=many(given["pre_paired"]),
        after=many(given["post_paired"]),
        before_only=many(given["pre_only"]),
        after_only=many(given["post_only"]),
    )
    return {
        "n_pairs": found.n_pairs,
        "estimate_pre_minus_post": turned(found.change),
        "T2_welch": turned(found.t),
        "df2": found.df,
        "p2": found.p,
        "ci2_low": turned(found.high),
        "ci2_high": turned(found.low),
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


ANSWERS = {
    "paired": of_paired,
    "two_sample": of_two_sample,
    "partially_overlapping": of_partly_paired,
    "proportion": of_proportion,
    "two_proportions": of_two_proportions,
    "mcnemar": of_mcnemar,
    "multiplicity": of_multiplicity,
    "mde": of_mde,
}
