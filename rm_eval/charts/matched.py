"""The same answers in two questions: a row an answer, a mark a question."""

from collections.abc import Sequence
from dataclasses import dataclass

from rm_eval.charts.canvas import Canvas
from rm_eval.charts.key import Group, draw_nothing
from rm_eval.charts.theme import Frame
from rm_eval.charts.tick_box_comparison import Mark, Row, plot_rows
from rm_eval.wording import Figure, Matched, Side, nothing_to_show


@dataclass(frozen=True, kw_only=True, slots=True)
class Pair:
    """Two questions and the answers they share."""

    first: Side
    second: Side
    found: tuple[Matched, ...]


def plot_matched(pair: Pair, frame: Frame) -> Canvas:
    """Draw the answers in the order given."""
    told = [one for one in pair.found if not one.is_hidden]
    if not told:
        canvas = Canvas(frame=frame, across=(0, 1))
        sides = (pair.first, pair.second)
        why = dict.fromkeys(nothing_to_show(side.published) for side in sides)
        draw_nothing(canvas, " ".join(why))
        return canvas
    first, second = _groups(pair)
    rows = [
        Row(
            label=one.label,
            marks=[_mark(first, one.first), _mark(second, one.second)],
            apart=pair.first.group == pair.second.group,
        )
        for one in told
    ]
    return plot_rows([first, second], rows, frame)


def _groups(pair: Pair) -> tuple[Group, Group]:
    return _group(pair.first, pair.found[0].first), _group(pair.second, pair.found[0].second)


def _group(side: Side, figure: Figure) -> Group:
    rows = side.published.rows
    rows = rows[rows["group"] == side.group]
    return Group(id=side.look, label=side.label, n_text=figure.n_text, rows=rows)


def _mark(group: Group, told: Figure) -> Mark:
    low, high = told.share_low or 0.0, told.share_high or 0.0
    return Mark(group=group, low=low, high=high, text=told.text, shown=told.shown)


def pair_of(first: Side, second: Side, found: Sequence[Matched]) -> Pair:
    """Keep two questions and the answers they share together."""
    return Pair(first=first, second=second, found=tuple(found))
