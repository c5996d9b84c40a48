"""The same figures as text, for readers who want the numbers."""

import pandas as pd

from rm_eval.disclosure import Published
from rm_eval.wording.figures import Figure, figures, people

STATISTICS = {"mean": "Average (mean)", "median": "Middle score (median)"}


def numbers_table(published: Published) -> pd.DataFrame:
    """One row an answer, one column a group, every cell text."""
    every = figures(published)
    columns = {figure.group: _column(figure) for figure in every}
    cells: dict[str, dict[str, str]] = {}
    for figure in every:
        cells.setdefault(_key(figure), {"Answer": _name(figure)})[columns[figure.group]] = (
            figure.text
        )
    names = ["Answer", *columns.values()]
    return pd.DataFrame(list(cells.values()), columns=names, dtype=str).fillna("not asked")


def _column(figure: Figure) -> str:
    return f"{figure.group} ({people(figure.n_text)})"


def _key(figure: Figure) -> str:
    return f"{figure.statistic}:{figure.answer}"


def _name(figure: Figure) -> str:
    return STATISTICS.get(figure.statistic) or figure.label or figure.answer
