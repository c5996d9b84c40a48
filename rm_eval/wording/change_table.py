"""A question asked twice, as a table: who moved which way and, for the team, the averages."""

import pandas as pd

from rm_eval.disclosure import Published
from rm_eval.wording.change import DIRECTIONS, Change, changes_of, way_label
from rm_eval.wording.figures import people
from rm_eval.wording.points import points, signed
from rm_eval.wording.times import when

FIRST = "Asked twice"
NOT_TOLD = "hidden"


def change_table(published: Published) -> pd.DataFrame:
    """Every figure that is no matter of chance, as text: a row a figure, a column a group."""
    found = changes_of(published)
    is_linked = all(one.basis != "apart" for one in found)
    names = _names(published, is_linked=is_linked)
    columns = {FIRST: list(names.values())}
    for one in found:
        cells = _cells(one)
        columns[f"{one.group} ({people(one.n_text)})"] = [cells[name] for name in names]
    frame = pd.DataFrame(columns, dtype=str)
    is_told = [any(_cells(one)[name] for one in found) for name in names]
    return frame[is_told].reset_index(drop=True)


def _names(published: Published, *, is_linked: bool) -> dict[str, str]:
    """Figures in the order of the table, as they are called there."""
    start, end = when(published.scope)
    return {
        **{way: way_label(published.question, way) for way in DIRECTIONS},
        "before_mean": f"Average (mean) {start}",
        "after_mean": f"Average (mean) {end}",
        "mean": "Average change" if is_linked else "Difference of the two averages",
        "before_median": f"Middle score (median) {start}",
        "after_median": f"Middle score (median) {end}",
        "median": "Middle change (median)",
    }


def _cells(one: Change) -> dict[str, str]:
    cells = {
        name: points(one.sizes[name]) if name in one.sizes else ""
        for name in ("before_mean", "after_mean", "before_median", "after_median")
    }
    for name in ("mean", "median"):
        cells[name] = signed(one.sizes[name]) if name in one.sizes else ""
    hidden = NOT_TOLD if one.can_be_drawn else ""
    for way in DIRECTIONS:
        cells[way] = one.ways[way].text if way in one.ways else hidden
    return cells
