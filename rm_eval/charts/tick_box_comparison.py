"""Tick boxes and single choices: a row an answer, a point a group, on 0 to 100% of people.

Two points of a row are joined and labelled outwards, so their labels cannot meet. Where they
would lie on each other (equal shares, or a range over a point) each group has its own lane.
"""

from collections.abc import Hashable
from dataclasses import dataclass, replace
from math import inf
from typing import Any

from rm_eval.charts import theme
from rm_eval.charts.canvas import Canvas
from rm_eval.charts.key import Group, draw_key, draw_nothing, draw_opening, groups_of
from rm_eval.charts.theme import Frame
from rm_eval.disclosure import Published
from rm_eval.wording import counts_up, nothing_to_show

TICKS = (0.0, 0.25, 0.5, 0.75, 1.0)
LABEL_SHARES = (0.34, 0.55)  # of the width for the answers' names; the second to save height
PLOT_SHARE = 0.4  # of the width, at least, for the plot
CLOSEST = 0.035  # two points nearer than this share would touch
LANE = 1.45  # font sizes from lane to lane
AIR = 0.85  # font sizes between rows
LEAST_AIR = 0.5  # where a picture must hold many rows
MOST_AIR = 4.5
BETWEEN_BLOCKS = 18
KEY_HEIGHT = 35  # px at a text of 16 px
AXIS_HEIGHT = 30


@dataclass(frozen=True, kw_only=True, slots=True)
class Mark:
    """One group's figure for one answer."""

    group: Group
    low: float
    high: float
    text: str
    shown: str

    @property
    def middle(self) -> float:
        """Where it stands among the others; nothing published, nothing known."""
        return -1.0 if self.shown == "hidden" else (self.low + self.high) / 2


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """One answer."""

    label: str
    marks: list[Mark]
    apart: bool = False  # of two questions: a line between them would look like a change

    @property
    def in_lanes(self) -> bool:
        """Whether the marks need a line each."""
        if self.apart:
            return True
        if len(self.marks) < 2:  # noqa: PLR2004 - one mark, one line
            return False
        if any(mark.shown == "hidden" for mark in self.marks):
            return not all(mark.shown == "hidden" for mark in self.marks)
        first, second = sorted(self.marks, key=lambda mark: (mark.low, mark.high))
        return second.low - first.high < CLOSEST


@dataclass(frozen=True, kw_only=True, slots=True)
class Block:
    """One of several charts on a sheet."""

    heading: str
    groups: list[Group]
    rows: list[Row]


def plot_tick_box_comparison(published: Published, frame: Frame) -> Canvas:
    """Draw one question with answers to tick or choose from."""
    groups, rows = rows_of(published)
    if rows:
        return plot_rows(groups, rows, frame)
    canvas = Canvas(frame=frame, across=(0, 1))
    draw_nothing(canvas, nothing_to_show(published))
    return canvas


def plot_rows(groups: list[Group], rows: list[Row], frame: Frame) -> Canvas:
    """Draw rows of marks in their order, under a key of the groups."""
    canvas = Canvas(frame=frame, across=(0, 1))
    labels = _place_columns(canvas, rows)
    draw_key(canvas, groups)
    _draw_rows(canvas, rows, labels)
    return canvas


def plot_blocks(blocks: list[Block], frame: Frame, *, opening: str = "") -> Canvas:
    """Draw several such charts under one another, with the same columns and a heading each."""
    canvas = Canvas(frame=replace(frame, height=0), across=(0, 1))
    labels = _place_columns(canvas, [row for block in blocks for row in block.rows])
    draw_opening(canvas, opening)
    for block in blocks:
        here, labels = labels[: len(block.rows)], labels[len(block.rows) :]
        canvas.text(block.heading, y=canvas.height + frame.px(14), bold=True)
        canvas.height += frame.px(32)
        draw_key(canvas, block.groups)
        if block.rows:
            _draw_rows(canvas, block.rows, here)
        canvas.height += frame.px(BETWEEN_BLOCKS)
    canvas.height -= frame.px(BETWEEN_BLOCKS)
    return canvas


def rows_of(published: Published) -> tuple[list[Group], list[Row]]:
    """Every group, and the rows of those that are shown."""
    groups = groups_of(published.rows)
    return groups, _rows([group for group in groups if not group.hidden], published)


def _rows(groups: list[Group], published: Published) -> list[Row]:
    """Rows by published share; answers that have an order of their own keep it."""
    marks: dict[str, list[Mark]] = {}
    labels: dict[str, str] = {}
    for group in groups:
        counts = group.rows[~group.rows["statistic"].str.startswith("mean")]
        for row in counts.to_dict("records"):
            labels.setdefault(str(row["answer"]), str(row["label"]))
            marks.setdefault(str(row["answer"]), []).append(mark_of(group, row))
    rows = [Row(label=labels[answer], marks=those) for answer, those in marks.items()]
    if published.question.type == "likert" or counts_up(published.question):
        return rows
    return sorted(rows, key=lambda row: -max(mark.middle for mark in row.marks))


def mark_of(group: Group, cell: dict[Hashable, Any]) -> Mark:
    """Read one published row."""
    return Mark(
        group=group,
        low=float(cell["share_low"]),
        high=float(cell["share_high"]),
        text=str(cell["text"]),
        shown=str(cell["shown"]),
    )


def _place_columns(canvas: Canvas, rows: list[Row]) -> list[list[str]]:
    """Choose the margins; give back the answers' names as lines."""
    frame = canvas.frame
    if not rows:
        return []  # of a group that is hidden there is a name alone
    labels = _label_lines(canvas, rows)
    column = max(canvas.width_of(line) for lines in labels for line in lines)
    column = max(column, canvas.width_of(_axis_words(rows))) + frame.px(16)
    canvas.left = (0 if frame.narrow else column) + max(_overhang(canvas, row)[0] for row in rows)
    canvas.right = max(_overhang(canvas, row)[1] for row in rows)
    return labels


def _label_lines(canvas: Canvas, rows: list[Row]) -> list[list[str]]:
    """The answers' names, wrapped to the narrowest column that fits the height."""
    shares = (1.0,) if canvas.frame.narrow else LABEL_SHARES
    for share in shares:
        labels = [canvas.wrapped(row.label, canvas.frame.width * share) for row in rows]
        if _rows_height(canvas, rows, labels) <= _room(canvas):
            break
    return labels


def _rows_height(canvas: Canvas, rows: list[Row], labels: list[list[str]]) -> float:
    """Pixels the rows take with the least air between them."""
    pairs = [_heights(canvas, row, lines) for row, lines in zip(rows, labels, strict=True)]
    tall = sum(sum(pair) if canvas.frame.narrow else max(pair) for pair in pairs)
    return tall + LEAST_AIR * canvas.frame.text * len(rows)


def _room(canvas: Canvas) -> float:
    """Pixels a picture has for the rows; without end on a page."""
    if not canvas.frame.height:
        return inf
    return canvas.frame.height - canvas.frame.px(KEY_HEIGHT + AXIS_HEIGHT)


def _overhang(canvas: Canvas, row: Row) -> tuple[float, float]:
    """Pixels that a row's labels may need left of 0% and right of 100%."""
    plot = canvas.frame.width * PLOT_SHARE
    least = canvas.frame.px(18)  # half of "100%", and half a mark
    left = right = least
    for mark, anchor in _labelled(row):
        wide = canvas.width_of(mark.text) + canvas.frame.px(16)
        if anchor == "right":
            left = max(left, wide - mark.low * plot)
        elif mark.shown != "hidden":
            right = max(right, wide - (1 - mark.high) * plot)
    return left, right


def _labelled(row: Row) -> list[tuple[Mark, str]]:
    """Marks with the side their text is anchored at: outwards where two share a line."""
    if row.in_lanes or len(row.marks) == 1:
        return [(mark, "left") for mark in row.marks]
    first, second = sorted(row.marks, key=lambda mark: (mark.low, mark.high))
    return [(first, "right"), (second, "left")]


def _draw_rows(canvas: Canvas, rows: list[Row], labels: list[list[str]]) -> None:
    air = _air(canvas, rows, labels)
    top = canvas.height
    for row, lines in zip(rows, labels, strict=True):
        _draw_row(canvas, row, lines, air)
    for share in TICKS:
        colour = theme.AXIS if share == 0 else theme.GRID
        canvas.line((share, top), (share, canvas.height), colour=colour, lowest=True)
    _draw_axis(canvas, rows)


def _heights(canvas: Canvas, row: Row, lines: list[str]) -> tuple[float, float]:
    """Pixels for the answer's name and for its marks."""
    name = len(lines) * theme.LINE_HEIGHT * canvas.frame.text
    return name, (LANE * len(row.marks) if row.in_lanes else LANE) * canvas.frame.text


def _air(canvas: Canvas, rows: list[Row], labels: list[list[str]]) -> float:
    """Pixels between rows: some always, more where there is room to fill."""
    text = canvas.frame.text
    if not canvas.frame.height:
        return AIR * text
    spare = _room(canvas) - _rows_height(canvas, rows, labels)
    return min(LEAST_AIR * text + max(spare, 0) / len(rows), MOST_AIR * text)


def _draw_row(canvas: Canvas, row: Row, lines: list[str], air: float) -> None:
    name, marks = _heights(canvas, row, lines)
    top = canvas.height + air / 2
    if canvas.frame.narrow:
        canvas.text(lines, y=top + name / 2, cover=True)
        centre = top + name + marks / 2
        canvas.height = top + name + marks + air / 2
    else:
        centre = top + max(name, marks) / 2
        canvas.text(lines, y=centre)
        canvas.height = top + max(name, marks) + air / 2
    _draw_marks(canvas, row, centre)


def _draw_marks(canvas: Canvas, row: Row, centre: float) -> None:
    lane = LANE * canvas.frame.text
    shift = -(len(row.marks) - 1) / 2 if row.in_lanes else 0.0
    canvas.line((0, centre), (1, centre), lowest=True)
    if not row.in_lanes and len(row.marks) > 1:
        _join(canvas, row, centre)
    for mark, anchor in _labelled(row):
        y = centre + lane * shift
        _draw_mark(canvas, mark, y, anchor)
        shift += 1 if row.in_lanes else 0


def _join(canvas: Canvas, row: Row, y: float) -> None:
    first, second = sorted(row.marks, key=lambda mark: mark.low)
    if "hidden" not in (first.shown, second.shown):
        canvas.line((first.high, y), (second.low, y), colour=theme.CONNECTOR, width=4)


def _draw_mark(canvas: Canvas, mark: Mark, y: float, anchor: str) -> None:
    look, shift = mark.group.look, canvas.frame.px(14)
    if mark.shown == "hidden":
        words = f"{mark.group.label}: hidden"
        canvas.text(words, x=0, y=y, shift=canvas.frame.px(6), colour=theme.QUIET_TEXT, cover=True)
        return
    if mark.shown == "band":
        canvas.span(mark.low, mark.high, y, look)
    else:
        canvas.marks([mark.low], [y], look)
    if anchor == "right":
        canvas.text(
            mark.text, x=mark.low, y=y, shift=-shift, anchor="right", colour=look.text, cover=True
        )
    else:
        canvas.text(mark.text, x=mark.high, y=y, shift=shift, colour=look.text, cover=True)


def _draw_axis(canvas: Canvas, rows: list[Row]) -> None:
    y = canvas.height + canvas.frame.px(14)
    for share in TICKS:
        if share in (0.0, 0.5, 1.0) or not canvas.frame.narrow:
            words = f"{share:.0%}"
            canvas.text(words, x=share, y=y, anchor="center", colour=theme.QUIET_TEXT, size=0.9)
    if not canvas.frame.narrow:
        canvas.text(_axis_words(rows), y=y, colour=theme.QUIET_TEXT, size=0.9)
    canvas.height += canvas.frame.px(AXIS_HEIGHT)


def _axis_words(rows: list[Row]) -> str:
    groups = [mark.group for row in rows for mark in row.marks]
    names = {group.label.lower() for group in groups}
    if not any(group.n_text for group in groups):
        return "Share of people"  # marks are answers of one group, such as "Agreed"
    return f"Share of {names.pop()}" if len(names) == 1 else "Share of each group"
