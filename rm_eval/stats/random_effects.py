"""One figure from several cohorts that need not be alike: random effects, for few of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import sqrt

import numpy as np

from rm_eval.errors import ForTheDeveloper
from rm_eval.stats.between import mean_at, q_at, q_profile, reml, weights_at
from rm_eval.stats.chance import chi_squared_above, t_beyond, t_limit
from rm_eval.stats.reasons import because
from rm_eval.stats.scores import Array, Numbers, paired_scores
from rm_eval.stats.student import LEVEL, student

FEWEST = 2

# What of a variance may be the computer's rounding: scores count to 9 places.
NO_VARIANCE = 1e-15

TOO_ALIKE = "the cohorts differ less than luck alone would have them"
TOO_FEW_TO_PREDICT = "this needs at least 3 cohorts"


@dataclass(frozen=True, slots=True, kw_only=True)
class RandomEffects:
    """The mean over cohorts, and how far cohorts differ beyond luck.

    Attributes
    ----------
    k
        Cohorts.
    mean, error
        In the unit of the estimates; error with Hartung and Knapp's factor, never below 1.
    low, high, df, p
        Its interval and two-sided p by t on k - 1.
    tau2, tau
        Variance and standard deviation between cohorts beyond luck.
    tau2_low, tau2_high
        Interval of the variance, by Q-profile.
    q, q_p
        Cochran's test that all cohorts are alike, on k - 1.
    prediction_low, prediction_high, prediction_df
        Where another such cohort's true mean would lie, by t on k - 2.
    weights
        Share of each cohort in the mean, in the order given.
    why
        Reasons for what is None.
    """

    k: int
    mean: float
    error: float
    low: float
    high: float
    df: int
    p: float
    tau2: float
    tau: float
    tau2_low: float | None
    tau2_high: float | None
    q: float
    q_p: float
    prediction_low: float | None
    prediction_high: float | None
    prediction_df: int
    weights: tuple[float, ...]
    why: Mapping[str, str]


def random_effects(
    estimates: Numbers, variances: Numbers, *, level: float = LEVEL
) -> RandomEffects:
    """Combine the estimates of two or more cohorts.

    Parameters
    ----------
    estimates
        One a cohort, in the same unit, such as mean changes in points of the same scale.
    variances
        Squared standard errors. For cohorts of this size better not each its own, but
        ``s2 / n`` with the variance s2 pooled within cohorts (`pool_cohorts` does that).
    level
        Of all intervals.

    Returns
    -------
    RandomEffects
        The prediction interval is None below 3 cohorts, and that of the variance where cohorts
        are more alike than luck would have them.

    Raises
    ------
    ForTheDeveloper
        Fewer than two cohorts, or a variance that is not above 0: there a weight would be without
        end, and the one cohort would be everything.

    Notes
    -----
    tau2 by REML (`reml`); weights ``w = 1 / (v + tau2)``; mean ``sum(w y) / sum(w)``; error
    ``sqrt(max(1, q) / sum(w))`` with ``q = sum(w (y - mean)**2) / (k - 1)``. Without the floor of 1
    three cohorts that happen to be alike, each known to half a point, give 0.92 to 1.11 for what is
    -0.21 to 2.24.

    Not for: standardised sizes where the scale is the same; proportions (add up counts); two
    cohorts on a page (`pool_cohorts` has the rules); a league table.

    References
    ----------
    .. [1] Roever, Knapp and Friede (2015), BMC Medical Research Methodology 15:99, for the floor.
    .. [2] Higgins, Thompson and Spiegelhalter (2009), JRSS A 172:137-159, for prediction.

    Examples
    --------
    In R: ``metafor::rma(yi, vi, method = "REML", test = "adhoc")``

    >>> round(random_effects([1, 1.05, 0.98], [0.3, 0.2, 0.25]).high, 2)
    2.24
    """
    found, own = paired_scores(estimates, variances)
    if found.size < FEWEST:
        raise ForTheDeveloper("To combine cohorts needs two of them.")
    if not np.all(own > NO_VARIANCE):
        raise ForTheDeveloper("A cohort without variance would outweigh all others.")
    return combined(found, own, reml(found, own), level=level)


def combined(
    estimates: Array, variances: Array, tau2: float, *, level: float = LEVEL
) -> RandomEffects:
    """Combine estimates whose variance between cohorts is known."""
    k, df = estimates.size, estimates.size - 1
    mean = mean_at(estimates, variances, tau2)
    weights = weights_at(variances, tau2)
    error = sqrt(max(1.0, q_at(estimates, variances, tau2) / df) / float(weights.sum()))
    reach = t_limit(level, df) * error
    low, high = prediction_interval(mean, error, tau2, k - 2, level=level)
    tau2_low, tau2_high = q_profile(estimates, variances, level)
    q = q_at(estimates, variances)
    why = because(TOO_FEW_TO_PREDICT, "prediction_low", "prediction_high") if low is None else {}
    if tau2_low is None:
        why |= because(TOO_ALIKE, "tau2_low", "tau2_high")
    return RandomEffects(
        k=k,
        mean=mean,
        error=error,
        low=mean - reach,
        high=mean + reach,
        df=df,
        p=t_beyond(mean / error, df),
        tau2=tau2,
        tau=sqrt(tau2),
        tau2_low=tau2_low,
        tau2_high=tau2_high,
        q=q,
        q_p=chi_squared_above(q, df),
        prediction_low=low,
        prediction_high=high,
        prediction_df=k - 2,
        weights=tuple(float(at) for at in weights / weights.sum()),
        why=why,
    )


def prediction_interval(
    mean: float, error: float, tau2: float, df: int, *, level: float = LEVEL
) -> tuple[float, float] | tuple[None, None]:
    """Say where another such cohort's true mean would lie; None on no degrees of freedom.

    Notes
    -----
    ``mean +/- t(df) * sqrt(error**2 + tau2)``. Ours has k - 2 degrees of freedom (Higgins 2009);
    metafor 3.8 has k - 1, which is narrower. Print the df.
    """
    if df < 1:
        return None, None
    judged = student(estimate=mean, error=sqrt(error**2 + tau2), df=df, level=level)
    return judged.low, judged.high  # type: ignore[return-value]
