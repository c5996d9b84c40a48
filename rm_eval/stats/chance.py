"""The curves that tests rest on, and probabilities fit to print.

scipy's special functions are used and not `scipy.stats`, which gives the same numbers and takes
half a second to load, for every command.
"""

import sys
from math import comb, isfinite

from scipy import special

SMALLEST = sys.float_info.min


def probability(p: float) -> float:
    """Keep a p-value within what it can be: never nought, never above one.

    Sums of many small numbers may come to a hair more than 1; and what the computer rounds to
    nought is not nought, but smaller than it can write.
    """
    return min(max(float(p), SMALLEST), 1.0)


def outside(level: float) -> float:
    """Give the chance beyond one end of an interval that holds with chance `level`."""
    return (1 - level) / 2


def t_beyond(t: float, df: float) -> float:
    """Give the two-sided p of Student's t."""
    return probability(2 * special.stdtr(df, -abs(t)))


def t_limit(level: float, df: float) -> float:
    """Give the t between which and its negative lies a share `level` of Student's curve."""
    return float(-special.stdtrit(df, outside(level)))


def noncentral_t_below(t: float, df: float, nc: float) -> float:
    """Give the chance that t is below where the truth is `nc` standard errors above 0."""
    below = float(special.nctdtr(df, nc, t))
    # Scipy has no number for some of what is next to nothing (below 1e-13 wherever that was tried).
    return below if isfinite(below) else 0.0


def normal_beyond(z: float) -> float:
    """Give the two-sided p of the normal curve."""
    return probability(2 * special.ndtr(-abs(z)))


def normal_limit(level: float) -> float:
    """Give the z between which and its negative lies a share `level` of the normal curve."""
    return float(-special.ndtri(outside(level)))


def chi_squared_above(value: float, df: int) -> float:
    """Give the p of chi-squared."""
    return probability(special.chdtrc(df, value))


def chi_squared_limits(level: float, df: int) -> tuple[float, float]:
    """Give the values between which lies a share `level` of chi-squared, as much on each side."""
    beyond = outside(level)
    return float(special.chdtri(df, 1 - beyond)), float(special.chdtri(df, beyond))


def coins(heads: int, n: int) -> float:
    """Give the chance of exactly so many heads of n fair coins."""
    return float(comb(n, heads) / 2**n)


def at_most(heads: int, n: int) -> float:
    """Give the chance of so many heads or fewer of n fair coins; 0 below none."""
    return float(sum(comb(n, few) for few in range(heads + 1)) / 2**n)
