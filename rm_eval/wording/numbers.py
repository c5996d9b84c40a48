"""The same figures as text, for readers who want the numbers."""

import pandas as pd

from rm_eval.disclosure import Published
from rm_eval.wording.amounts import month_name
from rm_eval.wording.change_table import change_table
from rm_eval.wording.figures import Figure, figures, people
from rm_eval.wording.ranking import ranking_table
from rm_eval.wording.themes import themes_table

STATISTICS = {"mean": "Average (mean)", "median": "Middle score (median)"}
ALL = "All answers"  # where a question is hidden as a whole
OWN_TABLES = {"ranking": ranking_table, "themes": themes_table, "change": change_table}


def numbers_table(published: Published) -> pd.DataFrame:
    """Every figure as text: a row an answer, a column a group, unless the kind has its own way."""
    if published.measure in OWN_TABLES:
        return OWN_TABLES[published.measure](published)
    every = figures(published)
    columns = {figure.group: _column(figure) for figure in every}
    cells: dict[str, dict[str, str]] = {}
    for figure in every:
        cells.setdefault(_key(figure), {"Answer": _name(figure, published)})[
            columns[figure.group]
        ] = figure.text
    names = ["Answer", *columns.values()]
    return pd.DataFrame(list(cells.values()), columns=names, dtype=str).fillna("not asked")


def _column(figure: Figure) -> str:
    return f"{figure.group} ({people(figure.n_text)})"


def _key(figure: Figure) -> str:
    return f"{figure.statistic}:{figure.answer}"


def _name(figure: Figure, published: Published) -> str:
    if published.measure == "date":
        return month_name(figure.label) or ALL
    if published.measure == "number" and figure.statistic == "median":
        return "Middle number (median)"
    return STATISTICS.get(figure.statistic) or figure.label or figure.answer or ALL
