"""How far cohorts differ beyond luck: the variance between them."""

from math import log

import numpy as np
from scipy import optimize

from rm_eval.stats.chance import chi_squared_limits
from rm_eval.stats.scores import Array

GRID = 200

# Cohorts so much nearer to each other than luck lets them be have nothing between them.
ALIKE = 1e-9


def weights_at(variances: Array, tau2: float) -> Array:
    """Weigh each cohort by the inverse of its own variance and that between cohorts."""
    return np.asarray(1 / (variances + tau2))


def mean_at(estimates: Array, variances: Array, tau2: float) -> float:
    """Give the weighted mean."""
    weights = weights_at(variances, tau2)
    return float((weights * estimates).sum() / weights.sum())


def q_at(estimates: Array, variances: Array, tau2: float = 0.0) -> float:
    """Give Cochran's Q, generalised: the weighted squares of what differs from the mean."""
    apart = estimates - mean_at(estimates, variances, tau2)
    return float((weights_at(variances, tau2) * apart**2).sum())


def reml(estimates: Array, variances: Array) -> float:
    """Find the variance between cohorts that is likeliest (restricted maximum likelihood).

    Parameters
    ----------
    estimates, variances
        One a cohort; variances above 0.

    Returns
    -------
    float
        Nought or more, in squared units of the estimates.

    Notes
    -----
    With ``w = 1 / (v + tau2)`` the likelihood rises with tau2 while
    ``sum(w**2 (y - mean)**2) - sum(w) + sum(w**2) / sum(w) > 0``. There may be more than one
    summit with few cohorts, so every one on a fine grid is climbed, and nought is compared.

    References
    ----------
    .. [1] Viechtbauer (2005), J. Educational and Behavioral Statistics 30:261-293.
    """
    widest = float(np.ptp(estimates)) ** 2
    if widest < ALIKE * float(variances.min()):
        return 0.0
    top = 2 * widest + float(variances.max())
    bottom = min(float(variances.min()), widest) * 1e-6
    grid = np.concatenate([[0.0], np.geomspace(bottom, top, GRID)])
    slopes = [slope_at(tau2, estimates, variances) for tau2 in grid]
    summits = [0.0] if slopes[0] <= 0 else []
    for at in range(GRID):
        if slopes[at] > 0 >= slopes[at + 1]:
            summits.append(  # noqa: PERF401  # a loop says it more plainly
                float(
                    optimize.brentq(
                        slope_at, grid[at], grid[at + 1], (estimates, variances), xtol=1e-14
                    )
                )
            )
    return max(summits, key=lambda tau2: likelihood_at(tau2, estimates, variances))


def slope_at(tau2: float, estimates: Array, variances: Array) -> float:
    """Say whether the likelihood still rises (above 0) or falls."""
    weights = weights_at(variances, tau2)
    apart = estimates - mean_at(estimates, variances, tau2)
    squares = weights**2
    return float((squares * apart**2).sum() - weights.sum() + squares.sum() / weights.sum())


def likelihood_at(tau2: float, estimates: Array, variances: Array) -> float:
    """Give the restricted log-likelihood, up to a constant."""
    weights = weights_at(variances, tau2)
    q = q_at(estimates, variances, tau2)
    return float(np.log(weights).sum() - log(weights.sum()) - q) / 2


def q_profile(
    estimates: Array, variances: Array, level: float
) -> tuple[float, float] | tuple[None, None]:
    """Give the interval of the variance between cohorts, or none where it would be empty.

    Notes
    -----
    All variances at which the generalised Q lies between the limits of chi-squared on k - 1.

    References
    ----------
    .. [1] Viechtbauer (2007), Statistics in Medicine 26:37-52.
    """
    df = estimates.size - 1
    few, many = chi_squared_limits(level, df)
    high = where_q_is(few, estimates, variances)
    if high is None:
        return None, None
    return where_q_is(many, estimates, variances) or 0.0, high


def where_q_is(wanted: float, estimates: Array, variances: Array) -> float | None:
    """Find the variance at which Q, which falls with it, has come down to `wanted`."""
    if q_at(estimates, variances) < wanted:
        return None
    reach = float(variances.max())
    while q_at(estimates, variances, reach) > wanted:
        reach *= 2

    def above(tau2: float) -> float:
        return q_at(estimates, variances, tau2) - wanted

    return float(optimize.brentq(above, 0, reach, xtol=1e-12))
