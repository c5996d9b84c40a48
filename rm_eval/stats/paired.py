"""What changed for people whose two answers are linked."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import exp, lgamma, sqrt

import numpy as np

from rm_eval.stats.chance import at_most, probability
from rm_eval.stats.reasons import (
    NO_SPREAD,
    NOBODY,
    NOBODY_CHANGED,
    ONE_SCORE,
    SAME_CHANGE,
    because,
)
from rm_eval.stats.scores import Array, Numbers, mean, median, paired_scores, rounded, spread
from rm_eval.stats.signed_rank import least_signed_rank_p, signed_rank
from rm_eval.stats.student import LEVEL, NOT_JUDGED, Student, student_of_mean

FEW_FOR_G = "this needs at least 3 people"
FEWEST_FOR_G = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class PairedChange:
    """Change of one scale question over people asked twice; after minus before throughout.

    Attributes
    ----------
    n, n_up, n_same, n_down
        People, and how many scored higher, the same and lower afterwards.
    mean_before, mean_after, median_before, median_after
        In scale points.
    mean_change, median_change, sd_change
        Of the changes, in scale points.
    low, high
        t interval of the mean change.
    t, df, t_p
        Paired t test of the mean change, two-sided.
    w_plus, w_minus, signed_rank_p, rank_biserial
        See `signed_rank`.
    is_exact
        Whether `signed_rank_p` is exact (up to 200 who changed).
    sign_p
        Sign test of ups against downs, two-sided.
    least_p
        The least p an exact test could reach with so many pairs.
    hedges_g_av
        Mean change in standard deviations of the scores. For comparing scales, not for a page.
    probability_of_rise
        Share who went up, those unchanged counted half.
    why
        Reasons for what is None.
    """

    n: int
    n_up: int
    n_same: int
    n_down: int
    mean_before: float | None
    mean_after: float | None
    median_before: float | None
    median_after: float | None
    mean_change: float | None
    median_change: float | None
    sd_change: float | None
    low: float | None
    high: float | None
    t: float | None
    df: float | None
    t_p: float | None
    w_plus: float
    w_minus: float
    signed_rank_p: float | None
    is_exact: bool
    rank_biserial: float | None
    sign_p: float | None
    least_p: float | None
    hedges_g_av: float | None
    probability_of_rise: float | None
    why: Mapping[str, str]


OF_ANYBODY = (
    *("mean_before", "mean_after", "median_before", "median_after"),
    *("mean_change", "median_change", "probability_of_rise", "least_p"),
)


def paired_change(*, before: Numbers, after: Numbers, level: float = LEVEL) -> PairedChange:
    """Describe and test the change of linked scores.

    Parameters
    ----------
    before, after
        Scores of the same people in the same order, on the same scale.
    level
        Of the interval.

    Returns
    -------
    PairedChange
        The interval, t and t_p are None below two people and where everybody changed by the same
        amount: the formula would give a range of no width and p = 0. Tests of direction are None
        where nobody changed; `hedges_g_av` below three people and where neither wave varies.

    Notes
    -----
    ``mean_change +/- t(n - 1) * sd_change / sqrt(n)``. On clipped whole-number scales the paired t
    keeps its level (.044 to .058 for n = 5 to 20 in simulation); the exact tests are cautious and
    cannot reach .05 with five pairs. Sign test: ups among those who changed, Binomial(1/2).

    Not for: two waves that are not linked (`two_groups`), nor as proof of a cause: there is no
    control group, and people chosen for low scores rise by themselves.

    References
    ----------
    .. [1] Hollander and Wolfe (1973), Nonparametric Statistical Methods, chapter 3.
    .. [2] Derrick and White on paired Likert items; see `signed_rank` and `hedges_g_av`.

    Examples
    --------
    In R: ``t.test(post, pre, paired = TRUE)``; ``binom.test(sum(d > 0), sum(d != 0))``

    >>> paired_change(before=[5, 6, 4, 7, 3, 6, 8], after=[7, 6, 6, 9, 6, 6, 9]).n_up
    5
    """
    first, second = paired_scores(before, after)
    changes = second - first
    settled = rounded(changes)
    n, up, down = changes.size, int((settled > 0).sum()), int((settled < 0).sum())
    ranked = signed_rank(changes)
    judged = judge_mean(changes, level)
    g = hedges_g_av(first, second)
    return PairedChange(
        n=n,
        n_up=up,
        n_same=n - up - down,
        n_down=down,
        mean_before=mean(first),
        mean_after=mean(second),
        median_before=median(first),
        median_after=median(second),
        mean_change=mean(changes),
        median_change=median(settled),
        sd_change=spread(changes),
        low=judged.low,
        high=judged.high,
        t=judged.t,
        df=judged.df,
        t_p=judged.p,
        w_plus=ranked.w_plus,
        w_minus=ranked.w_minus,
        signed_rank_p=ranked.p,
        is_exact=ranked.is_exact,
        rank_biserial=ranked.rank_biserial,
        sign_p=sign_test(up, down),
        least_p=least_signed_rank_p(n),
        hedges_g_av=g,
        probability_of_rise=(up + (n - up - down) / 2) / n if n else None,
        why=why_not(changes, judged=judged, g=g, ranked=ranked.why),
    )


def sign_test(n_up: int, n_down: int) -> float | None:
    """Give the exact two-sided p of so many who went up against so many who went down.

    Notes
    -----
    Binomial(n_up + n_down, 1/2). None where nobody changed. Not for scores that are at hand: it
    leaves out how far people moved, which `signed_rank` does not.

    References
    ----------
    .. [1] Dixon and Mood (1946), J. American Statistical Association 41:557-566.

    Examples
    --------
    In R: ``binom.test(5, 5)``

    >>> sign_test(5, 0)
    0.0625
    """
    changed = n_up + n_down
    return probability(2 * at_most(min(n_up, n_down), changed)) if changed else None


def judge_mean(changes: Array, level: float) -> Student:
    """Put a t interval around the mean change, unless nothing varies."""
    sd = spread(changes)
    if not sd:
        return NOT_JUDGED
    return student_of_mean(float(changes.mean()), sd, changes.size, level=level)


def why_not(
    changes: Array, *, judged: Student, g: float | None, ranked: Mapping[str, str]
) -> dict[str, str]:
    """Give the reason for everything that is not there."""
    n = changes.size
    why = {("signed_rank_p" if field == "p" else field): said for field, said in ranked.items()}
    if n == 0:
        why |= because(NOBODY, *OF_ANYBODY)
    if n < 2:  # noqa: PLR2004
        why |= because(ONE_SCORE if n else NOBODY, "sd_change")
    if judged.t is None:
        stuck = NOBODY_CHANGED if n and not np.any(rounded(changes)) else SAME_CHANGE
        reason = why.get("sd_change", stuck)
        why |= because(reason, "low", "high", "t", "df", "t_p")
    if "rank_biserial" in ranked:
        why |= because(ranked["rank_biserial"], "sign_p")
    if g is None:
        why |= because(NO_SPREAD if n >= FEWEST_FOR_G else FEW_FOR_G, "hedges_g_av")
    return why


def hedges_g_av(before: Array, after: Array) -> float | None:
    """Express the mean change in standard deviations of the scores, corrected for few people.

    Notes
    -----
    ``mean(d) / sqrt((s1**2 + s2**2) / 2) * J(n - 1)`` with
    ``J(m) = gamma(m / 2) / (sqrt(m / 2) gamma((m - 1) / 2))``. The usual approximation
    1 - 3 / (4 * 2n - 9) is 8% too large for seven pairs. Dividing by the spread of the changes
    instead (d_z) grows with the correlation between the waves, so it is not given. None below
    three pairs, as J(1) = 0, and where neither wave varies.

    Not for a page: points on the scale say more. Not across questions with different scales.

    References
    ----------
    .. [1] Hedges (1981), J. Educational Statistics 6:107-128, for J.
    .. [2] Cumming (2012), Understanding the New Statistics, chapter 11, for the average spread.
    """
    n = before.size
    sd_before, sd_after = spread(before), spread(after)
    if n < FEWEST_FOR_G or not (sd_before or sd_after):
        return None
    spread_of_scores = sqrt(((sd_before or 0) ** 2 + (sd_after or 0) ** 2) / 2)
    return float((after - before).mean()) / spread_of_scores * correction_for_few(n - 1)


def correction_for_few(df: int) -> float:
    """Give Hedges' exact J for `df` degrees of freedom, 2 or more."""
    return exp(lgamma(df / 2) - lgamma((df - 1) / 2)) / sqrt(df / 2)
