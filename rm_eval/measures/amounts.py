"""Plain numbers and dates a form asked for: how they spread. For the programme team alone."""

import numpy as np
import pandas as pd

from rm_eval.measures.counts import Row
from rm_eval.measures.measured import Source
from rm_eval.questionnaire import Question

MOST_VALUES = 12  # different numbers shown one by one; more are put in bins
BINS = 6


def measure_number(question: Question, source: Source) -> list[Row]:
    """Count the people at each number, or in bins of equal width, with mean and median."""
    numbers = source.responses.of(question)["number"]
    n = float(len(numbers))
    rows: list[Row] = [
        (source.role, "people", label, label, float(count), n) for label, count in _spread(numbers)
    ]
    if n:
        rows.append((source.role, "mean", "", "Mean", float(numbers.mean()), n))
        rows.append((source.role, "median", "", "Median", float(numbers.median()), n))
    return rows


def count_months(question: Question, source: Source) -> list[Row]:
    """Count the people in each month."""
    months = source.responses.of(question)["text"].str[:7]
    n = float(len(months))
    return [
        (source.role, "people", str(month), str(month), float(count), n)
        for month, count in months.value_counts().sort_index().items()
    ]


def _spread(numbers: "pd.Series[float]") -> list[tuple[str, int]]:
    if numbers.nunique() <= MOST_VALUES:
        return [(f"{value:g}", int(n)) for value, n in numbers.value_counts().sort_index().items()]
    counts, edges = np.histogram(numbers, bins=BINS)
    return [
        (f"{low:g} to {high:g}", int(n))
        for n, low, high in zip(counts, edges[:-1].round(1), edges[1:].round(1), strict=True)
    ]
