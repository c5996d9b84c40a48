"""Rows under one another, each a mark on one axis with its range: cohorts in time, or trusts.

Rows are never joined: each is other people. A row without a figure is grey and says why.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from rm_eval.charts import theme
from rm_eval.charts.beside import beside
from rm_eval.charts.canvas import Anchor, Canvas
from rm_eval.charts.spread import air_between
from rm_eval.charts.theme import Frame, Look
from rm_eval.wording.lead import Axis

# Sizes in px at a text of 16 px.
HEAD = 34
AXIS = 30
BESIDE = 18
LANE = 26
CAP = 5  # half the height of a range's end
GAP_ROW = 11  # half the height of a grey row
BETWEEN_SECTIONS = 18
LABEL_SHARE = 0.34
TEXT_SHARE = 0.36

Ends = tuple[float, float]


@dataclass(frozen=True, kw_only=True, slots=True)
class MarkedRow:
    """One row.

    Attributes
    ----------
    label, under
        What it is called, and quietly under it such as when it was.
    at
        Between which ends of the axis its figure lies: alike where it is told exactly; None where
        there is none.
    text, more
        The figure in words, then quietly what else there is to say; where there is none, why.
    ends
        The likely range, drawn as a line.
    prediction
        Where another such row would lie, drawn as a thin line.
    is_all
        Whether it stands for all rows above it.
    is_hidden
        Whether people answered, too few of them to be told of: no gap.
    """

    label: str
    under: str = ""
    at: Ends | None = None
    text: str = ""
    more: str = ""
    ends: Ends | None = None
    prediction: Ends | None = None
    is_all: bool = False
    is_hidden: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class MarkedSection:
    """Rows of one group under a heading with its mark."""

    heading: str
    look: Look
    axis: Axis
    rows: tuple[MarkedRow, ...]


def both(low: float | None, high: float | None) -> tuple[float, float] | None:
    """The ends of a range; None where there is none."""
    return None if low is None or high is None else (low, high)


def plot_marked_rows(sections: Sequence[MarkedSection], frame: Frame) -> Canvas:
    """Draw sections under one another; in a picture beside each other, where there is room.

    Parameters
    ----------
    sections
        At least one; all on an axis of the same ends.
    """
    panels = [partial(plot_column, [one]) for one in sections]
    return beside(frame, panels) or plot_column(sections, frame)


def plot_column(sections: Sequence[MarkedSection], frame: Frame) -> Canvas:
    """Draw sections under one another, however wide the room is."""
    canvas = _draw(frame, sections, 0.0)
    n_rows = sum(len(section.rows) for section in sections)
    return _draw(frame, sections, air_between(frame, n_rows, canvas.height))


def _draw(frame: Frame, sections: Sequence[MarkedSection], air: float) -> Canvas:
    canvas = Canvas(frame=frame, across=sections[0].axis.across)
    _set_margins(canvas, [row for section in sections for row in section.rows])
    for section in sections:
        _draw_section(canvas, section, air)
        canvas.height += frame.px(BETWEEN_SECTIONS)
    canvas.height -= frame.px(BETWEEN_SECTIONS)
    return canvas


def _set_margins(canvas: Canvas, rows: list[MarkedRow]) -> None:
    px = canvas.frame.px
    if canvas.frame.narrow:
        canvas.left = canvas.right = px(12)
        return
    labels = [canvas.width_of(line, bold=True) for row in rows for line in _label(canvas, row)]
    texts = [canvas.width_of(line, bold=True) for row in rows for line in _text(canvas, row)]
    canvas.left, canvas.right = max(labels) + px(BESIDE), max(texts, default=0) + px(BESIDE + 2)


def _label(canvas: Canvas, row: MarkedRow) -> list[str]:
    share = 1.0 if canvas.frame.narrow else LABEL_SHARE
    words = f"{row.label}, {row.under}" if canvas.frame.narrow and row.under else row.label
    lines = canvas.wrapped(words, canvas.frame.width * share)
    return [*lines, row.under] if row.under and not canvas.frame.narrow else lines


def _text(canvas: Canvas, row: MarkedRow) -> list[str]:
    """The count, then the range; a gap says on its own row why it is one."""
    if row.at is None:
        return []
    share = 1.0 if canvas.frame.narrow else TEXT_SHARE
    return [row.text, *(canvas.wrapped(row.more, canvas.frame.width * share) if row.more else [])]


def _draw_section(canvas: Canvas, section: MarkedSection, air: float) -> None:
    px, (low, high) = canvas.frame.px, canvas.across
    words = canvas.wrapped(section.heading, canvas.frame.width - px(30))
    y = canvas.height + px(14)
    more = (len(words) - 1) * theme.LINE_HEIGHT * canvas.frame.text
    canvas.symbol(section.look, across=px(8), y=y)
    canvas.text(words, y=y + more / 2, shift=px(24), bold=True)
    canvas.height += px(HEAD) + more
    top = canvas.height
    for row in section.rows:
        if row.is_all:
            line = (low, canvas.height), (high, canvas.height)
            canvas.line(*line, colour=theme.AXIS, width=1.75)
        _draw_row(canvas, section.look, row, air)
    _draw_axis(canvas, section.axis, top)


def _draw_axis(canvas: Canvas, axis: Axis, top: float) -> None:
    px, last = canvas.frame.px, len(axis.ticks) - 1
    y, quiet = canvas.height + px(14), theme.QUIET_TEXT
    for at, (x, words) in enumerate(axis.ticks):
        canvas.line((x, top), (x, canvas.height), lowest=True)
        anchor: Anchor = "left" if at == 0 else "right" if at == last else "center"
        shift = px({"left": -6, "right": 6, "center": 0}[anchor])
        if words:
            canvas.text(words, x=x, y=y, anchor=anchor, shift=shift, colour=quiet, size=0.9)
    canvas.height += px(AXIS)


def _draw_row(canvas: Canvas, look: Look, row: MarkedRow, air: float) -> None:
    px, line = canvas.frame.px, theme.LINE_HEIGHT * canvas.frame.text
    label, text = _label(canvas, row), _text(canvas, row)
    if canvas.frame.narrow:
        y = canvas.height + air / 2
        canvas.text(label, y=y + len(label) * line / 2, bold=row.is_all, cover=True)
        lane = y + len(label) * line + px(LANE / 2)
        _draw_figure(canvas, look, row, lane)
        y = lane + px(LANE / 2)
        if text:
            canvas.text(text, y=y + len(text) * line / 2, cover=True)
        canvas.height = y + len(text) * line + air / 2
        return
    tall = max(len(label), len(text), 2 if row.is_all else 1) * line + air
    y = canvas.height + tall / 2
    canvas.text(label, y=y, bold=row.is_all)
    _draw_figure(canvas, look, row, y)
    _write(canvas, row, text, y)
    canvas.height += tall


def _write(canvas: Canvas, row: MarkedRow, text: list[str], y: float) -> None:
    """The count in bold, the range quietly under it."""
    line, shift = theme.LINE_HEIGHT * canvas.frame.text, canvas.frame.px(BESIDE)
    top, end = y - len(text) * line / 2, canvas.across[1]
    if text:
        canvas.text(text[:1], x=end, y=top + line / 2, shift=shift, bold=True)
    if row.more:
        middle = top + (1 + len(text)) * line / 2
        canvas.text(text[1:], x=end, y=middle, shift=shift, colour=theme.QUIET_TEXT)


def _fitting(canvas: Canvas, words: str) -> str:
    """As much of a reason as its row has room for: the table has all of it."""
    room = canvas.frame.width - canvas.left - canvas.right - canvas.frame.px(16)
    first, *rest = canvas.wrapped(words, room) or [""]
    return f"{first} …" if rest else first


def _draw_figure(canvas: Canvas, look: Look, row: MarkedRow, y: float) -> None:
    """A mark with its range, a hollow bar for a range of figures, or a grey row."""
    px, quiet, (start, end) = canvas.frame.px, theme.QUIET_TEXT, canvas.across
    if row.is_hidden:
        canvas.text(row.text, x=start, y=y, shift=px(8), colour=quiet, size=0.9, cover=True)
        return
    if row.at is None:
        height = px(GAP_ROW)
        grey = {"fillcolor": theme.GRID, "line": {"width": 0}}
        canvas.block((start, y - height), (end, y + height), **grey)
        words = _fitting(canvas, row.text)
        canvas.text(words, x=start, y=y, shift=px(8), colour=quiet, size=0.9)
        return
    if row.prediction is not None:
        (low, high), colour = row.prediction, look.colour
        canvas.line((low, y), (high, y), colour=colour, width=1.5, dash="dot")
    _draw_range(canvas, look, row, y)
    low, high = row.at
    if high > low:
        canvas.span(low, high, y, look)
    else:
        canvas.marks([low], [y], look, size=px(16 if row.is_all else 13))


def _draw_range(canvas: Canvas, look: Look, row: MarkedRow, y: float) -> None:
    if row.ends is None:
        return
    px, (low, high) = canvas.frame.px, row.ends
    canvas.line((low, y), (high, y), colour=look.colour, width=2.5)
    for end in row.ends:
        canvas.line((end, y - px(CAP)), (end, y + px(CAP)), colour=look.colour, width=2.5)
