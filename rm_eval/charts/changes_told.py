"""Many changes beyond the programme team: of each, how many moved as is hoped and how many not.

No average and no range of one is told there. A point is a count, a hollow bar a range of counts.
"""

from collections.abc import Sequence
from functools import partial
from typing import Any

from rm_eval.charts.beside import beside
from rm_eval.charts.canvas import Canvas
from rm_eval.charts.forest_rows import Labelled
from rm_eval.charts.key import Group, draw_nothing, groups_of
from rm_eval.charts.theme import Frame
from rm_eval.charts.tick_box_comparison import Block, Mark, Row, mark_of, plot_blocks
from rm_eval.disclosure import Published
from rm_eval.wording import better_of, hoped_for, nothing_to_show

BETTER, WORSE = "Moved for the better", "Moved the other way"
UP, DOWN = "Moved up", "Moved down"
MOVES = "How people moved"


def plot_changes_told(rows: Sequence[Labelled], frame: Frame, of: str = "") -> Canvas:
    """Draw a block a group, a row a question or cohort, in the order given."""
    found: dict[tuple[str, bool], list[tuple[str, Published, Group]]] = {}
    for label, published in rows:
        for group in groups_of(published.rows):
            if of in {"", group.id}:
                key = (group.label, bool(hoped_for(published.question)))
                found.setdefault(key, []).append((label, published, group))
    if all(group.hidden for those in found.values() for _, _, group in those):
        canvas = Canvas(frame=frame, across=(0, 1))
        why = dict.fromkeys(nothing_to_show(published) for _, published in rows)
        draw_nothing(canvas, " ".join(why))
        return canvas
    blocks = [
        Block(
            heading=label,
            groups=_key(those[0][2], is_hoped=is_hoped),
            rows=[_row(*one) for one in those],
        )
        for (label, is_hoped), those in found.items()
    ]
    together = beside(frame, [partial(plot_blocks, [block]) for block in blocks])
    return together or plot_blocks(blocks, frame)


def _key(like: Group, *, is_hoped: bool) -> list[Group]:
    """The two ways, as the key of a block; up and down where neither is hoped for."""
    first, second = (BETTER, WORSE) if is_hoped else (UP, DOWN)
    return [_way(like, "better", first), _way(like, "worse", second)]


def _way(like: Group, name: str, label: str) -> Group:
    return Group(id=name, label=label, n_text="", rows=like.rows.head(0))


def _row(label: str, published: Published, group: Group) -> Row:
    told: dict[str, Any] = {str(row["answer"]): row for row in group.rows.to_dict("records")}
    lower = " (lower is better)" if better_of(published.question) == "lower" else ""
    hoped = hoped_for(published.question) or "up"
    other = "down" if hoped == "up" else "up"
    better, worse = _key(group, is_hoped=bool(hoped_for(published.question)))
    if not {hoped, other} <= set(told):
        hidden = Mark(group=_way(group, "", MOVES), low=0, high=0, text="hidden", shown="hidden")
        return Row(label=f"{label}{lower}", marks=[hidden])
    marks = [mark_of(better, told[hoped]), mark_of(worse, told[other])]
    return Row(label=f"{label}{lower}", marks=marks)
