"""Spread: how far scores lie apart, as far as what is told of them says it anyway.

A standard deviation is not told: with the mean and the parts of the scale it could give single
scores away. But whoever reads how many people scored low, middle and high, and the mean, can work
out between which ends it must lie. That is a function of what is told, so it tells nothing new; it
is worked out here once, so that averages of several cohorts can be put together.
"""

from functools import lru_cache
from math import ceil, floor, sqrt

import numpy as np
from scipy.optimize import linprog

from rm_eval.disclosure.policy import LARGE_GROUP, Bounds
from rm_eval.disclosure.told import ToldGroup, ToldTotal

# Programmes are solved to about seven places; ends are rounded outwards to one.
HAIR = 1e-6
PER_POINT = 10

Parts = tuple[tuple[Bounds, Bounds], ...]


def spread_of(group: ToldGroup, parts: tuple[Bounds, ...]) -> tuple[float, float] | None:
    """Return between which ends the standard deviation of a group's scores must lie.

    With m the middle of where the mean is told to lie and d how far it can be from there,
    ``(n - 1) sd**2 = sum((score - m)**2) - n (mean - m)**2`` lies between the smallest sum that
    fits less ``n d**2`` and the largest sum that fits. Both sums are linear in how many people gave
    each score, so two linear programmes find them; people need not be whole in these, which can
    only put the ends further apart.

    Parameters
    ----------
    group
        What is told of whole scores, and of their total.
    parts
        The lowest and the highest score of each part in which they are counted.

    Returns
    -------
    tuple of float or None
        In points, with n - 1 in the denominator, rounded outwards to one decimal. None of fewer
        than 10 people, where no mean is told, and where nothing fits.
    """
    totals = [one for one in group.totals if one.statistic == "mean"]
    counts = {one.answer: one.bounds for one in group.counts}
    if group.n < LARGE_GROUP or not totals:
        return None
    told = tuple((part, counts.get(f"{part[0]}-{part[1]}", (0, group.n))) for part in parts)
    sums = _ends_of_squares(group.n, totals[0], told)
    if sums is None:
        return None
    low, high = (sqrt(max(0.0, one) / (group.n - 1)) for one in sums)
    return (
        max(0.0, floor((low - HAIR) * PER_POINT) / PER_POINT),
        ceil((high + HAIR) * PER_POINT) / PER_POINT,
    )


@lru_cache(maxsize=4096)
def _ends_of_squares(n: int, total: ToldTotal, parts: Parts) -> tuple[float, float] | None:
    """Return the smallest and the largest sum of squares about the mean that fit."""
    scores = np.arange(total.ends[0], total.ends[1] + 1)
    middle, off = (sum(total.bounds) / 2 / n, (total.bounds[1] - total.bounds[0]) / 2 / n)
    within = np.array([(scores >= low) & (scores <= high) for (low, high), _ in parts], dtype=float)
    rows = np.vstack([scores, within])
    told = np.array([total.bounds, *(bounds for _, bounds in parts)], dtype=float)
    squares = (scores - middle) ** 2
    ends = [
        linprog(
            sign * squares,
            A_ub=np.vstack([rows, -rows]),
            b_ub=np.concatenate([told[:, 1], -told[:, 0]]),
            A_eq=np.ones((1, len(scores))),
            b_eq=[n],
        )
        for sign in (1, -1)
    ]
    if not all(one.success for one in ends):
        return None
    return float(ends[0].fun) - n * off**2, -float(ends[1].fun)
