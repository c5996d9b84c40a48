"""Of whom nothing is told, and why: a quiet line each, under a list of those who tell something."""

from collections.abc import Mapping, Sequence

from rm_eval.charts import theme
from rm_eval.charts.canvas import Canvas
from rm_eval.wording.figures import as_sentence, joined

SMALL = 0.85
AROUND = 6  # px at a text of 16 px


def name_silent(canvas: Canvas, silent: Mapping[str, Sequence[str]]) -> None:
    """Write every reason with the names it holds for."""
    frame = canvas.frame
    for why, names in silent.items():
        lines = canvas.wrapped(f"{as_sentence(why)}: {joined(list(names))}", frame.width / SMALL)
        tall = len(lines) * theme.LINE_HEIGHT * frame.text * SMALL
        canvas.line((0, canvas.height), (frame.width, canvas.height))
        y = canvas.height + frame.px(AROUND) + tall / 2
        canvas.text(lines, x=0, y=y, colour=theme.QUIET_TEXT, size=SMALL)
        canvas.height += tall + 2 * frame.px(AROUND)
