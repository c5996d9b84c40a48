"""Many changes under one another: average change with its range, and in words how clear it is.

For the programme team. How clear is said at the right; filled and hollow marks only repeat it.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from rm_eval.charts import theme
from rm_eval.charts.beside import beside
from rm_eval.charts.canvas import Canvas
from rm_eval.charts.forest_rows import Row, Section
from rm_eval.charts.spread import air_between
from rm_eval.charts.theme import Frame
from rm_eval.wording import signed

# Sizes in px at a text of 16 px.
HEAD = 34
AXIS = 30
BESIDE = 18
LANE = 26  # of mark and range
BETWEEN_SECTIONS = 18
CAP = 5  # half the height of a range's end
DIAMOND = 9
LABEL_SHARE = 0.34
TEXT_SHARE = 0.36
AT_NOUGHT = "no change"


def plot_forest(sections: Sequence[Section], frame: Frame) -> Canvas:
    """Draw every section on an axis of its own, zero in its middle; in a picture roles abreast."""
    roles = dict.fromkeys(section.group for section in sections)
    columns = [[one for one in sections if one.group == role] for role in roles]
    return beside(frame, [partial(_plot, column) for column in columns]) or _plot(sections, frame)


def _plot(sections: Sequence[Section], frame: Frame) -> Canvas:
    canvas = _draw(frame, sections, 0.0)
    n_rows = sum(len(section.rows) for section in sections)
    air = air_between(frame, n_rows, canvas.height)
    return _draw(frame, sections, air)


def _draw(frame: Frame, sections: Sequence[Section], air: float) -> Canvas:
    canvas = Canvas(frame=frame, across=(-1, 1))
    _set_margins(canvas, [row for section in sections for row in section.rows])
    for section in sections:
        _draw_section(canvas, section, air)
        canvas.height += frame.px(BETWEEN_SECTIONS)
    canvas.height -= frame.px(BETWEEN_SECTIONS)
    return canvas


def _set_margins(canvas: Canvas, rows: list[Row]) -> None:
    """Labels stand at the left and words at the right; on a phone above and below."""
    px = canvas.frame.px
    if canvas.frame.narrow:
        canvas.left = canvas.right = px(12)
        return
    labels = [canvas.width_of(line) for row in rows for line in _label(canvas, row)]
    texts = [canvas.width_of(line, bold=True) for row in rows for line in _text(canvas, row)]
    canvas.left, canvas.right = max(labels) + px(BESIDE), max(texts) + px(BESIDE)


def _label(canvas: Canvas, row: Row) -> list[str]:
    share = 1.0 if canvas.frame.narrow else LABEL_SHARE
    lines = canvas.wrapped(row.label, canvas.frame.width * share)
    return [*lines, f"({row.under})"] if row.under else lines


def _text(canvas: Canvas, row: Row) -> list[str]:
    """How clear, then the figures, as lines; the first of them bold."""
    share = 1.0 if canvas.frame.narrow else TEXT_SHARE
    wide = canvas.frame.width * share
    lines = canvas.wrapped(row.text, wide)
    return [*canvas.wrapped(row.verdict, wide / 1.08), *lines] if row.verdict else lines


def _draw_section(canvas: Canvas, section: Section, air: float) -> None:
    px = canvas.frame.px
    words = canvas.wrapped(f"{section.group}: {section.unit}", canvas.frame.width - px(30))
    y = canvas.height + px(14)
    more = (len(words) - 1) * theme.LINE_HEIGHT * canvas.frame.text
    canvas.symbol(section.look, across=px(8), y=y)
    canvas.text(words, y=y + more / 2, shift=px(24), bold=True)
    canvas.height += px(HEAD) + more
    top = canvas.height
    for row in section.rows:
        _draw_row(canvas, section, row, air)
    if any(row.ends for row in section.rows):
        _draw_axis(canvas, section, top)


def _draw_axis(canvas: Canvas, section: Section, top: float) -> None:
    """A line where nothing changed, and in words which side is which."""
    px, half = canvas.frame.px, section.half
    for x in (-1.0, -0.5, 0.5, 1.0):
        canvas.line((x, top), (x, canvas.height), lowest=True)
    canvas.line((0, top), (0, canvas.height), colour=theme.AXIS, width=1.75, lowest=True)
    y, end, quiet = canvas.height + px(14), signed(half).removesuffix(".0"), theme.QUIET_TEXT
    low, high = f"{signed(-half).removesuffix('.0')} (lower)", f"{end} (higher)"
    canvas.text(low, x=-1, y=y, shift=-px(8), colour=quiet, size=0.9)
    canvas.text(AT_NOUGHT, x=0, y=y, anchor="center", colour=quiet, size=0.9)
    canvas.text(high, x=1, y=y, anchor="right", shift=px(8), colour=quiet, size=0.9)
    canvas.height += px(AXIS)


def _draw_row(canvas: Canvas, section: Section, row: Row, air: float) -> None:
    px = canvas.frame.px
    line = theme.LINE_HEIGHT * canvas.frame.text
    label, text = _label(canvas, row), _text(canvas, row)
    if canvas.frame.narrow:
        y = canvas.height + air / 2 + len(label) * line / 2
        canvas.text(label, y=y, cover=True)
        lane = y + len(label) * line / 2 + px(LANE / 2)
        _draw_estimate(canvas, section, row, lane)
        y = lane + px(LANE / 2)
        _write(canvas, row, text, y + len(text) * line / 2)
        canvas.height = y + len(text) * line + air / 2
        return
    tall = max(len(label), len(text), 1) * line + air
    y = canvas.height + tall / 2
    canvas.text(label, y=y)
    _draw_estimate(canvas, section, row, y)
    _write(canvas, row, text, y)
    canvas.height += tall


def _write(canvas: Canvas, row: Row, text: list[str], y: float) -> None:
    """The words of a row: how clear it is in bold, the figures under it."""
    line = theme.LINE_HEIGHT * canvas.frame.text
    n_bold = len(text) - len(canvas.wrapped(row.text, _room(canvas))) if row.verdict else 0
    x, shift = (None, 0.0) if canvas.frame.narrow else (1.0, canvas.frame.px(BESIDE))
    top = y - len(text) * line / 2
    for lines, bold, start in ((text[:n_bold], True, 0), (text[n_bold:], False, n_bold)):
        if lines:
            middle = top + (start + len(lines) / 2) * line
            canvas.text(lines, x=x, y=middle, shift=shift, bold=bold, cover=canvas.frame.narrow)


def _room(canvas: Canvas) -> float:
    return canvas.frame.width * (1.0 if canvas.frame.narrow else TEXT_SHARE)


def _draw_estimate(canvas: Canvas, section: Section, row: Row, y: float) -> None:
    if row.mean is None:
        return
    half, px = section.half, canvas.frame.px
    if row.prediction:
        low, high = (_held(end / half) for end in row.prediction)
        canvas.line((low, y), (high, y), colour=section.look.colour, width=1.5, dash="dot")
    if row.low is not None and row.high is not None:
        _draw_range(canvas, section, row, y)
    if row.manner == "diamond":
        return
    look = section.look if row.manner == "change" else replace(section.look, symbol="square")
    mean = _held(row.mean / half)
    canvas.marks([mean], [y], look, size=px(13), filled=row.is_sure and row.manner == "change")


def _draw_range(canvas: Canvas, section: Section, row: Row, y: float) -> None:
    """A line between two short ends; cut where it leaves the scale. A diamond for all together."""
    px, colour = canvas.frame.px, section.look.colour
    low, mean, high = ((end or 0.0) / section.half for end in (row.low, row.mean, row.high))
    if row.manner == "diamond":
        tall = px(DIAMOND)
        corners = ((_held(low), y), (mean, y - tall), (_held(high), y), (mean, y + tall))
        path = " L ".join(f"{x},{down}" for x, down in corners)
        fill = {"fillcolor": section.look.tint, "line": {"color": colour, "width": px(1.75)}}
        canvas.shapes.append({"type": "path", "path": f"M {path} Z", "layer": "below", **fill})
        return
    canvas.line((_held(low), y), (_held(high), y), colour=colour, width=2.5)
    for end in (low, high):
        if abs(end) <= 1:
            canvas.line((end, y - px(CAP)), (end, y + px(CAP)), colour=colour, width=2.5)


def _held(share: float) -> float:
    """Within the axis."""
    return min(max(share, -1.0), 1.0)
