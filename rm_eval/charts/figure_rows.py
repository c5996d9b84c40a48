"""Rows of a figure each, with its range: a panel a group, on an axis from end to end."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from rm_eval.charts import theme
from rm_eval.charts.beside import beside
from rm_eval.charts.canvas import Canvas
from rm_eval.charts.spread import air_between
from rm_eval.charts.theme import Frame, Look

# Sizes in px at a text of 16 px.
HEAD = 34
AXIS = 30
BESIDE = 18
LANE = 26
CAP = 5  # half the height of a range's end
DIAMOND = 9  # half the height of several together
BETWEEN_SECTIONS = 18
LABEL_SHARE = 0.34
TEXT_SHARE = 0.36


@dataclass(frozen=True, kw_only=True, slots=True)
class FigureRow:
    """One figure, in shares of the way along its axis.

    Attributes
    ----------
    under
        Said quietly below the label, such as how many cohorts are counted.
    low, high
        What is told: equal where it is one value, a hollow bar otherwise; None where nothing is.
    ends
        Its likely range, a thin line.
    beyond
        Where another such figure would lie, a dotted line.
    text, more
        At the right: what is told, and quietly its range. Where nothing is told, the reason.
    is_all
        Whether it is several rows together: a diamond as wide as its range.
    """

    label: str
    under: str = ""
    text: str
    more: str = ""
    low: float | None = None
    high: float | None = None
    ends: tuple[float, float] | None = None
    beyond: tuple[float, float] | None = None
    is_all: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class FigureSection:
    """The rows of one group.

    Attributes
    ----------
    words
        Over them, such as "Mentors who said yes".
    ticks
        What stands under the axis, by the share of the way along it; the first at its left end,
        the last at its right.
    """

    words: str
    look: Look
    ticks: tuple[tuple[float, str], ...]
    rows: tuple[FigureRow, ...]


def plot_figure_rows(sections: Sequence[FigureSection], frame: Frame) -> Canvas:
    """Draw panels under one another; in a picture beside each other, where there is room."""
    panels = [partial(_plot, [one]) for one in sections]
    return beside(frame, panels) or _plot(sections, frame)


def _plot(sections: Sequence[FigureSection], frame: Frame) -> Canvas:
    used = _draw(frame, sections, 0.0).height
    n_rows = sum(len(section.rows) for section in sections)
    return _draw(frame, sections, air_between(frame, n_rows, used))


def _draw(frame: Frame, sections: Sequence[FigureSection], air: float) -> Canvas:
    canvas = Canvas(frame=frame, across=(0, 1))
    _set_margins(canvas, [row for section in sections for row in section.rows])
    for section in sections:
        _draw_section(canvas, section, air)
        canvas.height += frame.px(BETWEEN_SECTIONS)
    canvas.height -= frame.px(BETWEEN_SECTIONS)
    return canvas


def _set_margins(canvas: Canvas, rows: Sequence[FigureRow]) -> None:
    px = canvas.frame.px
    if canvas.frame.narrow:
        canvas.left = canvas.right = px(12)
        return
    labels = [canvas.width_of(line, bold=True) for row in rows for line in _label(canvas, row)]
    texts = [canvas.width_of(line, bold=True) for row in rows for line in _text(canvas, row)]
    canvas.left, canvas.right = max(labels) + px(BESIDE), max(texts, default=0) + px(BESIDE)


def _label(canvas: Canvas, row: FigureRow) -> list[str]:
    share = 1.0 if canvas.frame.narrow else LABEL_SHARE
    words = f"{row.label}, {row.under}" if canvas.frame.narrow and row.under else row.label
    lines = canvas.wrapped(words, canvas.frame.width * share)
    return [*lines, row.under] if row.under and not canvas.frame.narrow else lines


def _text(canvas: Canvas, row: FigureRow) -> list[str]:
    """What is told, then its range; a reason stands on the row itself."""
    if row.low is None:
        return []
    room = canvas.frame.width * (1.0 if canvas.frame.narrow else TEXT_SHARE)
    return [*canvas.wrapped(row.text, room), *(canvas.wrapped(row.more, room) if row.more else [])]


def _draw_section(canvas: Canvas, section: FigureSection, air: float) -> None:
    px = canvas.frame.px
    words = canvas.wrapped(section.words, canvas.frame.width - px(30))
    more = (len(words) - 1) * theme.LINE_HEIGHT * canvas.frame.text
    y = canvas.height + px(14)
    canvas.symbol(section.look, across=px(8), y=y)
    canvas.text(words, y=y + more / 2, shift=px(24), bold=True)
    canvas.height += px(HEAD) + more
    top = canvas.height
    for row in section.rows:
        if row.is_all:
            line = (0.0, canvas.height), (1.0, canvas.height)
            canvas.line(*line, colour=theme.AXIS, width=1.75)
        _draw_row(canvas, section.look, row, air)
    _draw_axis(canvas, section, top)


def _draw_axis(canvas: Canvas, section: FigureSection, top: float) -> None:
    px, quiet = canvas.frame.px, theme.QUIET_TEXT
    y, last = canvas.height + px(14), len(section.ticks) - 1
    for at, (x, words) in enumerate(section.ticks):
        canvas.line((x, top), (x, canvas.height), lowest=True)
        anchor, shift = ("left", -px(6)) if not at else ("center", 0.0)
        anchor, shift = ("right", px(6)) if at == last else (anchor, shift)
        canvas.text(words, x=x, y=y, anchor=anchor, shift=shift, colour=quiet, size=0.9)  # type: ignore[arg-type]
    canvas.height += px(AXIS)


def _draw_row(canvas: Canvas, look: Look, row: FigureRow, air: float) -> None:
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
    tall = max(len(label), len(text), 1) * line + air
    y = canvas.height + tall / 2
    _write_label(canvas, row, label, y)
    _draw_figure(canvas, look, row, y)
    _write_text(canvas, row, text, y)
    canvas.height += tall


def _write_label(canvas: Canvas, row: FigureRow, label: list[str], y: float) -> None:
    """The name, and quietly under it what is said of it."""
    line = theme.LINE_HEIGHT * canvas.frame.text
    n_under = 1 if row.under else 0
    name, top = label[: len(label) - n_under], y - len(label) * line / 2
    canvas.text(name, y=top + len(name) * line / 2, bold=row.is_all)
    if n_under:
        canvas.text(row.under, y=top + (len(name) + 0.5) * line, colour=theme.QUIET_TEXT, size=0.9)


def _write_text(canvas: Canvas, row: FigureRow, text: list[str], y: float) -> None:
    """What is told in bold, its range quietly under it."""
    line, shift = theme.LINE_HEIGHT * canvas.frame.text, canvas.frame.px(BESIDE)
    n_told = len(canvas.wrapped(row.text, canvas.frame.width * TEXT_SHARE))
    top = y - len(text) * line / 2
    told, more = text[:n_told], text[n_told:]
    if told:
        canvas.text(told, x=1.0, y=top + len(told) * line / 2, shift=shift, bold=True)
    if more:
        middle = top + (len(told) + len(more) / 2) * line
        canvas.text(more, x=1.0, y=middle, shift=shift, colour=theme.QUIET_TEXT)


def _draw_figure(canvas: Canvas, look: Look, row: FigureRow, y: float) -> None:
    """A mark, or a hollow bar, on its range; a diamond of several together; or the reason."""
    px = canvas.frame.px
    if row.low is None or row.high is None:
        room = canvas.frame.width - canvas.left - canvas.right - px(16)
        first, *rest = canvas.wrapped(row.text, room) or [""]
        words, quiet = f"{first} …" if rest else first, theme.QUIET_TEXT
        canvas.text(words, x=0, y=y, shift=px(8), colour=quiet, size=0.9, cover=True)
        return
    if row.beyond:
        low, high = row.beyond
        canvas.line((low, y), (high, y), colour=look.colour, width=1.75, dash="dot")
    if row.is_all and row.ends and row.low == row.high:
        _draw_diamond(canvas, look, (row.ends[0], row.low, row.ends[1]), y)
        return
    if row.ends:
        low, high = row.ends
        canvas.line((low, y), (high, y), colour=look.colour, width=2.5)
        for end in row.ends:
            canvas.line((end, y - px(CAP)), (end, y + px(CAP)), colour=look.colour, width=2.5)
    if row.low == row.high:
        canvas.marks([row.low], [y], look, size=px(13))
    else:
        canvas.span(row.low, row.high, y, look)


def _draw_diamond(canvas: Canvas, look: Look, at: tuple[float, float, float], y: float) -> None:
    tall, (low, middle, high) = canvas.frame.px(DIAMOND), at
    corners = ((low, y), (middle, y - tall), (high, y), (middle, y + tall))
    path = " L ".join(f"{x},{down}" for x, down in corners)
    fill = {"fillcolor": look.tint, "line": {"color": look.colour, "width": canvas.frame.px(1.75)}}
    canvas.shapes.append({"type": "path", "path": f"M {path} Z", "layer": "below", **fill})
