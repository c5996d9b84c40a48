"""One group's scores on a scale."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import accumulate
from math import comb

import numpy as np

from rm_eval.stats.chance import at_most, outside
from rm_eval.stats.reasons import ALL_ALIKE, NOBODY, ONE_SCORE, because
from rm_eval.stats.scores import Array, Numbers, mean, median, scores, spread
from rm_eval.stats.student import LEVEL, NOT_JUDGED, Student, student_of_mean

TOO_FEW_FOR_MEDIAN = "so few people have no range for the median at this level"


@dataclass(frozen=True, slots=True, kw_only=True)
class ScaleSummary:
    """What one group scored.

    Attributes
    ----------
    n
        People.
    mean, sd, median, lower_quartile, upper_quartile
        In scale points.
    low, high
        t interval of the mean. Not cut at the ends of the scale: `within` does that for drawing.
    median_low, median_high, median_level
        Interval of the median, and the share of such intervals that hold the true median (more
        than asked for: with few people there are only a few to choose from).
    why
        Reasons for what is None.
    """

    n: int
    mean: float | None
    sd: float | None
    median: float | None
    lower_quartile: float | None
    upper_quartile: float | None
    low: float | None
    high: float | None
    median_low: float | None
    median_high: float | None
    median_level: float | None
    why: Mapping[str, str]

    def within(self, lowest: float, highest: float) -> tuple[float, float] | None:
        """Give the interval of the mean, cut at the ends of the scale; None where there is none."""
        if self.low is None or self.high is None:
            return None
        return max(self.low, lowest), min(self.high, highest)


def summarise_scale(values: Numbers, *, level: float = LEVEL) -> ScaleSummary:
    """Summarise the scores of one group.

    Parameters
    ----------
    values
        One score a person.
    level
        Of both intervals.

    Returns
    -------
    ScaleSummary
        No spread and no t interval of fewer than two people; no t interval where all gave the same
        score (say that instead); no median interval of fewer than six people at 95%.

    Notes
    -----
    Mean: ``mean +/- t(n - 1) * sd / sqrt(n)``. Median: from the k-th smallest to the k-th largest
    score, k the lower quantile of Binomial(n, 1/2); it holds the median with chance
    ``1 - 2 P(X < k)``, which is 98.4% at seven people. Quartiles are R's type 7.

    Not for: medians alone of few people, which move in whole points; intervals of three or four
    people, which are wider than most scales; bootstraps in its place (.80 to .88 in place of .95 at
    five people).

    References
    ----------
    .. [1] Hahn and Meeker (1991), Statistical Intervals, 5.2, for the median.
    .. [2] Hyndman and Fan (1996), American Statistician 50:361-365, for types of quartile.

    Examples
    --------
    In R: ``t.test(x)$conf.int``; ``quantile(x, type = 7)``; ``qbinom(.025, n, .5)``

    >>> summarise_scale([7, 6, 6, 9, 6, 6, 9]).median_level
    0.984375
    """
    found = scores(values)
    sd = spread(found)
    judged = student_of_mean(float(found.mean()), sd, found.size, level=level) if sd else NOT_JUDGED
    quartiles = [float(at) for at in np.quantile(found, [0.25, 0.75])] if found.size else [None] * 2
    low, high, held = median_interval(found, level)
    return ScaleSummary(
        n=found.size,
        mean=mean(found),
        sd=sd,
        median=median(found),
        lower_quartile=quartiles[0],
        upper_quartile=quartiles[1],
        low=judged.low,
        high=judged.high,
        median_low=low,
        median_high=high,
        median_level=held,
        why=why_not(found, judged, held),
    )


def median_interval(
    found: Array, level: float
) -> tuple[float, float, float] | tuple[None, None, None]:
    """Give the limits of the median and their true level, where there are any."""
    n = found.size
    # The narrowest whose ends both still leave the median out seldom enough.
    ways = accumulate(comb(n, above) for above in range(n + 1))
    k = next(k for k, so_far in enumerate(ways) if so_far / 2**n >= outside(level))
    if k < 1:
        return None, None, None
    ordered = np.sort(found)
    return float(ordered[k - 1]), float(ordered[n - k]), 1 - 2 * at_most(k - 1, n)


def why_not(found: Array, judged: Student, held: float | None) -> dict[str, str]:
    """Give the reason for everything that is not there."""
    why: dict[str, str] = {}
    if found.size == 0:
        why |= because(NOBODY, "mean", "median", "lower_quartile", "upper_quartile")
    if found.size < 2:  # noqa: PLR2004
        why |= because(ONE_SCORE if found.size else NOBODY, "sd")
    if judged.t is None:
        why |= because(why.get("sd", ALL_ALIKE), "low", "high")
    if held is None:
        reason = TOO_FEW_FOR_MEDIAN if found.size else NOBODY
        why |= because(reason, "median_low", "median_high", "median_level")
    return why
