"""Scores as they enter a statistic: complete, finite, and freed of the computer's rounding."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from rm_eval.errors import ForTheDeveloper

Numbers = Sequence[float] | NDArray[np.float64]
Array = NDArray[np.float64]

# Scores may be means of several items. 7.3 - 5.2 and 4.3 - 2.2 are the same change, though not to
# the computer; rounded to so many places they are, and rank alike.
PLACES = 9
LARGEST = 1e12  # far beyond any answer; squares of it are still exact enough to take a mean of


def scores(values: Numbers) -> Array:
    """Take scores as an array.

    Raises
    ------
    ForTheDeveloper
        A missing or infinite score. Leaving people out is decided before a statistic, not in it.
    """
    found = np.asarray(values, dtype=np.float64).reshape(-1)
    if not np.all(np.abs(found) <= LARGEST):  # a missing one compares as false
        raise ForTheDeveloper("A statistic was given a score that is missing or no number.")
    return found


def paired_scores(before: Numbers, after: Numbers) -> tuple[Array, Array]:
    """Take two scores of each person, in the same order.

    Raises
    ------
    ForTheDeveloper
        Not one of each for every person.
    """
    first, second = scores(before), scores(after)
    if first.size != second.size:
        raise ForTheDeveloper("Pairs need as many scores before as after.")
    return first, second


def rounded(values: Array) -> Array:
    """Round away what only the computer's arithmetic put there; never minus nought."""
    return np.round(values, PLACES) + 0.0


def ranked(values: Array) -> Array:
    """Rank from the lowest, 1 first; ties share the mean of their ranks."""
    _, which, n = np.unique(values, return_inverse=True, return_counts=True)
    return np.asarray((n.cumsum() - (n - 1) / 2)[which], dtype=np.float64)


def mean(values: Array) -> float | None:
    """Mean, or none of no scores."""
    return float(values.mean()) if values.size else None


def median(values: Array) -> float | None:
    """Median, or none of no scores."""
    return float(np.median(values)) if values.size else None


def spread(values: Array) -> float | None:
    """Sample standard deviation (divided by n - 1): 0 where all are alike, none below two scores.

    Numpy's own is not quite 0 for three scores of 0.1, and what is divided by it looks certain.
    """
    if values.size < 2:  # noqa: PLR2004  # a spread is between two
        return None
    return float(values.std(ddof=1)) if np.ptp(rounded(values)) > 0 else 0.0
