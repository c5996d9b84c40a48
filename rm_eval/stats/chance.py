"""Probabilities fit to print: never nought, never above one."""

import sys

SMALLEST = sys.float_info.min


def probability(p: float) -> float:
    """Keep a p-value within what it can be.

    Sums of many small numbers may come to a hair more than 1; and what the computer rounds to
    nought is not nought, but smaller than it can write.
    """
    return min(max(float(p), SMALLEST), 1.0)
