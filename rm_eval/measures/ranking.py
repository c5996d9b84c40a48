"""An order of importance: places, how often an item came in the top three, its average place.

Points (first of k gets k, and so on) are not used: their totals grow with the group, so 11
mentors and 7 mentees could not be compared. An average place can.
"""

import pandas as pd

from rm_eval.measures.counts import Row
from rm_eval.measures.measured import Source
from rm_eval.questionnaire import Option, Question

TOP = 3


def top_places(question: Question) -> int:
    """Return how many places count as the top: three, or only the first of a few items."""
    return TOP if len(question.options) > TOP + 1 else 1


def measure_ranking(question: Question, source: Source) -> list[Row]:
    """Measure every item of a ranking.

    For each item: the people who gave it each place (``"place_1"`` and on) and who placed it in
    the top three (``"top_3"``; ``"top_1"`` where there are four items or fewer), with everybody
    who ranked anything as the base; and its average place (``"mean_place"``), over the people who
    placed it at all: whoever left it out said nothing about it.
    """
    answers = source.responses.of(question)
    n = float(answers["person"].nunique())
    rows: list[Row] = []
    for option in question.options:
        places = answers.loc[answers["answer"] == option.id, "place"].dropna()
        rows.extend(_item(source, option, places, n, question))
    return rows


def _item(
    source: Source, option: Option, places: "pd.Series[float]", n: float, question: Question
) -> list[Row]:
    def row(statistic: str, value: float, base: float) -> Row:
        return (source.role, statistic, option.id, option.label, value, base)

    n_places, n_top = len(question.options), top_places(question)
    at = [row(f"place_{p}", float((places == p).sum()), n) for p in range(1, n_places + 1)]
    top = row(f"top_{n_top}", float((places <= n_top).sum()), n)
    if places.empty:
        return [*at, top]
    return [*at, top, row("mean_place", float(places.mean()), float(len(places)))]
