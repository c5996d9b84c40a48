"""Themes of own words: their order, and the report's table of two columns."""

from collections.abc import Hashable
from itertools import zip_longest
from typing import Any

import pandas as pd

from rm_eval.disclosure import Published, within_a_sentence
from rm_eval.wording.figures import people

NO_THEME = "none_of_these"  # as rm_eval.measures.themes counts it
Cell = dict[Hashable, Any]


def themes_in_order(rows: list[Cell]) -> list[Cell]:
    """One group's themes, most named first as far as it is told; "none of these" last."""
    return sorted(rows, key=lambda row: (row["answer"] == NO_THEME, -_middle(row)))


def themes_table(published: Published) -> pd.DataFrame:
    """Two columns a group, the theme and how many people; groups have themes of their own."""
    columns: dict[str, list[str]] = {}
    for label, rows in published.rows.groupby("group_label", sort=False):
        told = themes_in_order(rows.to_dict("records"))
        name = f"{label} ({people(str(rows['n_text'].iloc[0]))})"
        columns[name] = [str(row["label"]) for row in told]
        columns[f"How many {within_a_sentence(str(label))}"] = [str(row["text"]) for row in told]
    cells = zip_longest(*columns.values(), fillvalue="")
    return pd.DataFrame(list(cells), columns=list(columns), dtype=str)


def _middle(row: Cell) -> float:
    """Where it stands among the others of its group; hidden ones keep their order."""
    if row["shown"] == "hidden":
        return 0.0
    return float(row["share_low"] + row["share_high"]) / 2
