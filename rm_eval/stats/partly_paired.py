"""Two waves in which some people are linked, and others are in one wave only."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import sqrt
from typing import Literal

import numpy as np

from rm_eval.stats.reasons import (
    NO_SPREAD,
    NOBODY,
    ONE_SIDE_EMPTY,
    SAME_CHANGE,
    TOO_FEW_IN_A_GROUP,
    because,
)
from rm_eval.stats.scores import Array, Numbers, mean, paired_scores, scores, spread
from rm_eval.stats.student import LEVEL, NOT_JUDGED, Student, student
from rm_eval.stats.unpaired import welch_df

FEWEST_PAIRS = 5

# A variance of which all but so little cancels out was only the computer's rounding.
ROUNDING = 1e-12


@dataclass(frozen=True, slots=True, kw_only=True)
class PartlyPairedChange:
    """Change over everybody's answers, linked or not; after minus before.

    Attributes
    ----------
    n_pairs, n_before_only, n_after_only
        People linked, and people in one wave only.
    mean_before, mean_after
        Of everybody in the wave.
    change
        Of these means.
    low, high, t, df, p
        Derrick's T2.
    correlation
        Of the linked scores; 0 where it cannot be told.
    why
        Reasons for what is None.
    """

    n_pairs: int
    n_before_only: int
    n_after_only: int
    mean_before: float | None
    mean_after: float | None
    change: float | None
    low: float | None
    high: float | None
    t: float | None
    df: float | None
    p: float | None
    correlation: float
    why: Mapping[str, str]


def partly_paired_change(
    *,
    before: Numbers,
    after: Numbers,
    before_only: Numbers = (),
    after_only: Numbers = (),
    level: float = LEVEL,
) -> PartlyPairedChange:
    """Estimate change from pairs and from those in one wave only (Derrick's T2).

    Parameters
    ----------
    before, after
        Scores of linked people, in the same order.
    before_only, after_only
        Scores of people in one wave alone.
    level
        Of the interval.

    Returns
    -------
    PartlyPairedChange
        Interval, t, df and p are None where a wave has fewer than two people, and where nothing
        varies (also where all are linked and changed by the same amount).

    Notes
    -----
    ``(x2 - x1) / sqrt(v1/n1 + v2/n2 - 2 r s1 s2 nc / (n1 n2))`` with means, variances and sizes of
    the whole waves, nc pairs, and r the correlation of the pairs (0 where a side is constant, and
    for a single pair). Degrees of freedom:
    ``(nc - 1) + (g - nc + 1) * (na + nb) / (na + nb + 2 nc)``, g being Welch's and na, nb the
    people in one wave only. With everybody linked it is the paired t test, with nobody Welch's.

    Made for people who truly left or joined. Where codes did not match, the same people may be on
    both sides: then it is safe but wider than needed. Not for nobody linked: show two
    distributions and no change.

    References
    ----------
    .. [1] Derrick, Russ, Toher and White (2017), J. Modern Applied Statistical Methods 16(1).
    .. [2] Derrick, Toher and White (2017), The Quantitative Methods for Psychology 13(2):120-126.
    .. [3] Pomponio et al. (2023), arXiv 2312.14689, for codes that do not match.

    Examples
    --------
    In R (before minus after): ``Partiallyoverlapping::Partover.test(..., var.equal = FALSE)``

    >>> found = partly_paired_change(before=[5, 5, 5, 5], after=[7, 6, 8, 9],
    ...                              before_only=[4, 6, 5], after_only=[7, 8])
    >>> found.change
    2.5
    """
    one, two = paired_scores(before, after)
    all_before = np.concatenate([one, scores(before_only)])
    all_after = np.concatenate([two, scores(after_only)])
    correlation = correlation_or_nought(one, two)
    judged = derrick(all_before, all_after, n_pairs=one.size, r=correlation, level=level)
    means = mean(all_before), mean(all_after)
    return PartlyPairedChange(
        n_pairs=one.size,
        n_before_only=all_before.size - one.size,
        n_after_only=all_after.size - two.size,
        mean_before=means[0],
        mean_after=means[1],
        change=None if means[0] is None or means[1] is None else means[1] - means[0],
        low=judged.low,
        high=judged.high,
        t=judged.t,
        df=judged.df,
        p=judged.p,
        correlation=correlation,
        why=why_not(all_before, all_after, judged),
    )


def correlation_or_nought(one: Array, two: Array) -> float:
    """Give Pearson's correlation of the pairs, or 0 where a side does not vary."""
    if not (spread(one) and spread(two)):
        return 0.0
    return float(np.clip(np.corrcoef(one, two)[0, 1], -1, 1))


def derrick(before: Array, after: Array, *, n_pairs: int, r: float, level: float) -> Student:
    """Judge the difference of the two waves' means, or give nothing where nothing varies."""
    sd_before, sd_after = spread(before), spread(after)
    if sd_before is None or sd_after is None or not (sd_before or sd_after):
        return NOT_JUDGED
    n_before, n_after = before.size, after.size
    error_before, error_after = sd_before**2 / n_before, sd_after**2 / n_after
    shared = 2 * r * sd_before * sd_after * n_pairs / (n_before * n_after)
    variance = error_before + error_after - shared
    if variance <= ROUNDING * (error_before + error_after):
        return NOT_JUDGED
    g = welch_df(error_before, n_before, error_after, n_after)
    alone = n_before + n_after - 2 * n_pairs
    return student(
        estimate=float(after.mean() - before.mean()),
        error=sqrt(variance),
        df=(n_pairs - 1) + (g - n_pairs + 1) * alone / (n_before + n_after),
        level=level,
    )


def why_not(before: Array, after: Array, judged: Student) -> dict[str, str]:
    """Give the reason for everything that is not there."""
    why: dict[str, str] = {}
    for name, wave in (("mean_before", before), ("mean_after", after)):
        if not wave.size:
            why |= because(NOBODY, name) | because(ONE_SIDE_EMPTY, "change")
    if judged.t is not None:
        return why
    if min(before.size, after.size) < 2:  # noqa: PLR2004
        reason = TOO_FEW_IN_A_GROUP
    else:
        reason = SAME_CHANGE if spread(before) and spread(after) else NO_SPREAD
    return why | because(reason, "low", "high", "t", "df", "p")


Basis = Literal["pairs", "everyone", "apart"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PrimaryBasis:
    """On whose answers the comparison of two waves rests.

    Attributes
    ----------
    basis
        "pairs": the linked people. "everyone": all answers, by T2. "apart": nobody is linked, so
        two distributions and no change.
    reason
        Why, in a sentence.
    """

    basis: Basis
    reason: str


def primary_basis(*, n_pairs: int, n_before: int, n_after: int) -> PrimaryBasis:
    """Choose whose answers a comparison of two waves rests on.

    Parameters
    ----------
    n_pairs
        People linked.
    n_before, n_after
        People in each wave, those linked included.

    Notes
    -----
    Pairs are primary from 5 pairs that are at least two thirds of the smaller wave. Our judgement,
    set by simulation: power for a real change with 4 pairs and 7 + 7 others (correlation .5) is .16
    by pairs and .40 by T2; with 11 pairs and 3 others (.8) .91 and .84. Neither always wins, and T2
    keeps its level in all of them (.030 to .053).
    """
    smaller = min(n_before, n_after)
    if not n_pairs:
        return PrimaryBasis(basis="apart", reason="Nobody's two answers could be linked.")
    if n_pairs < FEWEST_PAIRS:
        reason = f"Fewer than {FEWEST_PAIRS} people could be linked."
        return PrimaryBasis(basis="everyone", reason=reason)
    if 3 * n_pairs < 2 * smaller:
        reason = "Fewer than two thirds of the people could be linked."
        return PrimaryBasis(basis="everyone", reason=reason)
    reason = "At least two thirds of the people could be linked."
    return PrimaryBasis(basis="pairs", reason=reason)
