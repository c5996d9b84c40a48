"""The scorecard of aims, as a picture: words alone, an aim over what was found of it."""

from collections.abc import Sequence

from rm_eval.charts import theme
from rm_eval.charts.beside import beside
from rm_eval.charts.canvas import Canvas, sheet_in_pixels
from rm_eval.charts.spread import air_between
from rm_eval.charts.theme import Frame
from rm_eval.wording import Scored

# Sizes in px at a text of 16 px.
INDENT = 22
BETWEEN_LINES = 3
RULE = 10
BOLDER = 1.08  # than its plain letters a line may be


def plot_scorecard(aims: Sequence[Scored], frame: Frame) -> Canvas:
    """Draw the aims in their order; in a picture in two columns."""
    half = (len(aims) + 1) // 2
    columns = [lambda room, those=those: _plot(those, room) for those in (aims[:half], aims[half:])]
    return (beside(frame, columns) if aims[half:] else None) or _plot(aims, frame)


def _plot(aims: Sequence[Scored], frame: Frame) -> Canvas:
    used = _draw(frame, aims, 0.0).height
    return _draw(frame, aims, air_between(frame, len(aims), used))


def _draw(frame: Frame, aims: Sequence[Scored], air: float) -> Canvas:
    canvas = sheet_in_pixels(frame)
    for at, one in enumerate(aims):
        if at:
            y = canvas.height + air / 2
            canvas.line((0, y), (frame.width, y))
            canvas.height += air
        canvas.height += frame.px(RULE)
        _write(canvas, canvas.wrapped(one.name, frame.width / BOLDER), bold=True)
        for found in one.findings:
            colour = theme.TEXT if one.published else theme.QUIET_TEXT
            lines = canvas.wrapped(found, frame.width - frame.px(INDENT))
            _write(canvas, lines, shift=frame.px(INDENT), colour=colour)
    return canvas


def _write(
    canvas: Canvas,
    lines: list[str],
    *,
    shift: float = 0,
    bold: bool = False,
    colour: str = theme.TEXT,
) -> None:
    tall = len(lines) * theme.LINE_HEIGHT * canvas.frame.text
    y = canvas.height + tall / 2
    canvas.text(lines, y=y, shift=shift, bold=bold, colour=colour)
    canvas.height += tall + canvas.frame.px(BETWEEN_LINES)
