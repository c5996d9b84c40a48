"""What is said of answers at two times: sizes, ranges and tests, none where it is not defined."""

from collections import Counter
from statistics import median

from rm_eval.measures.two_answers import TwoAnswers
from rm_eval.stats import (
    PairedChange,
    ShareChange,
    TwiceAsked,
    change_of_partly_paired_shares,
    change_of_shares,
    difference_of_shares,
    drop_out_bounds,
    paired_change,
    partly_paired_change,
    permute_partly_paired,
    stayers_and_leavers,
    two_groups,
)

# With fewer a range for the mean is wider than the scale, and an exact test cannot speak at all.
FEWEST_FOR_RANGE = 5
FEWEST_FOR_P = 6
# Of a share: below it the normal curve is no guide.
FEWEST_FOR_CURVE = 10
# On a shorter scale nearly everybody is near its best end.
SHORTEST_WITH_CEILING = 5


def of_pairs(scores: TwoAnswers) -> dict[str, float | None]:
    """Judge the change of linked people, and beside it what all answers say."""
    change = paired_change(before=scores.first, after=scores.second)
    found: dict[str, float | None] = {
        "before_mean": change.mean_before,
        "after_mean": change.mean_after,
        "before_median": change.median_before,
        "after_median": change.median_after,
        "mean": change.mean_change,
        "median": change.median_change,
        "sd": change.sd_change,
        "p_least": change.least_p,
        "rank_biserial": change.rank_biserial,
        "hedges_g": change.hedges_g_av,
        "at_top": _n_at_top(scores),
    }
    if scores.question.type == "yes_no":
        # Sizes made for scores say nothing of a yes or no; the share does.
        found |= {"rank_biserial": None, "hedges_g": None}
    return found | _judged(scores, change) | _with_the_unlinked(scores)


def _judged(scores: TwoAnswers, change: PairedChange) -> dict[str, float | None]:
    """Put a range around the mean change, and test its direction."""
    low, high, p = change.low, change.high, change.signed_rank_p
    if scores.question.type == "yes_no":
        low, high, p = _turned(change_of_shares(_asked_twice(scores)))
    ranged = {"low": low, "high": high, "t_p": change.t_p} if change.n >= FEWEST_FOR_RANGE else {}
    return ranged | ({"p": p} if change.n >= FEWEST_FOR_P else {})


def _with_the_unlinked(scores: TwoAnswers) -> dict[str, float | None]:
    """Say what everybody's answers say, and what those who left could hide."""
    found: dict[str, float | None] = {}
    if scores.before_only or scores.after_only:
        found = _shares(scores) if scores.question.type == "yes_no" else _of_everybody(scores)
    if scores.before_only:
        bounds = drop_out_bounds(
            [later - earlier for earlier, later in scores.linked],
            len(scores.before_only),
            higher_is_better=scores.scale.better != "lower",
        )
        found |= {"if_stayed": bounds.if_unchanged, "if_worst": bounds.if_worst}
        found |= _of_those_who_left(scores)
    return found


def _of_everybody(scores: TwoAnswers) -> dict[str, float | None]:
    everybody = partly_paired_change(
        before=scores.first,
        after=scores.second,
        before_only=scores.before_only,
        after_only=scores.after_only,
    )
    check = permute_partly_paired(
        before=scores.first,
        after=scores.second,
        before_only=scores.before_only,
        after_only=scores.after_only,
    )
    return {
        "all_mean": everybody.change,
        "all_low": everybody.low,
        "all_high": everybody.high,
        "all_p": everybody.p,
        "all_p_exact": check.p,
    }


def _shares(scores: TwoAnswers) -> dict[str, float | None]:
    """Compare the shares of yes; their range rests on a curve that few people do not follow."""
    shares = change_of_partly_paired_shares(
        _asked_twice(scores),
        n_yes_first_only=sum(map(int, scores.before_only)),
        n_first_only=len(scores.before_only),
        n_yes_second_only=sum(map(int, scores.after_only)),
        n_second_only=len(scores.after_only),
    )
    mean = None if shares.difference is None else -shares.difference
    if min(len(scores.before), len(scores.after)) < FEWEST_FOR_CURVE:
        return {"all_mean": mean}
    low, high, p = _turned(shares)
    return {"all_mean": mean, "all_low": low, "all_high": high, "all_p": p}


def _of_those_who_left(scores: TwoAnswers) -> dict[str, float | None]:
    """Set the first answers of those who stayed beside those of the others, if these are not few.

    Stayers less leavers.
    """
    if min(len(scores.linked), len(scores.before_only)) < FEWEST_FOR_RANGE:
        return {}
    two = stayers_and_leavers(scores.first, scores.before_only)
    return {"left_mean": two.difference, "left_low": two.low, "left_high": two.high}


def _asked_twice(scores: TwoAnswers) -> TwiceAsked:
    pairs = Counter(scores.linked)
    return TwiceAsked(
        both=pairs[1, 1], first_only=pairs[1, 0], second_only=pairs[0, 1], neither=pairs[0, 0]
    )


def _turned(shares: ShareChange) -> tuple[float | None, float | None, float | None]:
    """Turn the range round: it is of the first time less the second; here a rise is positive."""
    low = None if shares.high is None else -shares.high
    high = None if shares.low is None else -shares.low
    return low, high, shares.p


def _of_two_shares(scores: TwoAnswers) -> dict[str, float | None]:
    """Compare the shares of yes at two times that cannot be linked."""
    two = difference_of_shares(
        sum(map(int, scores.after)),
        len(scores.after),
        sum(map(int, scores.before)),
        len(scores.before),
    )
    return {"mean": two.difference, "low": two.low, "high": two.high, "p": two.fisher_p}


def of_two_times(scores: TwoAnswers) -> dict[str, float | None]:
    """Describe two times that cannot be linked: a difference, never a change."""
    if scores.question.type == "yes_no":
        return _of_two_shares(scores)
    # After minus before, so that a rise is positive.
    two = two_groups(scores.after, scores.before)
    enough = min(two.n_first, two.n_second) >= FEWEST_FOR_RANGE
    return {
        "before_mean": two.mean_second,
        "after_mean": two.mean_first,
        "before_median": median(scores.before) if scores.before else None,
        "after_median": median(scores.after) if scores.after else None,
        "mean": two.difference,
        "low": two.low if enough else None,
        "high": two.high if enough else None,
        "t_p": two.t_p if enough else None,
        "p": two.rank_sum_p if enough else None,
        "p_least": two.least_p,
        "cliffs_delta": two.cliffs_delta,
    }


def _n_at_top(scores: TwoAnswers) -> int | None:
    """Count who was at the best two scores already: they could rise by a point at most."""
    scale = scores.scale
    if scale.high - scale.low + 1 < SHORTEST_WITH_CEILING or scale.better == "neither":
        return None
    before = [one for one, _ in scores.linked]
    if scale.better == "lower":
        return sum(one <= scale.low + 1 for one in before)
    return sum(one >= scale.high - 1 for one in before)
