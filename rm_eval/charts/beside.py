"""Two drawings side by side in a picture, where one under the other would be small print.

A page stacks them: it may be any width. A picture has one width, so pixels are its unit across.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from rm_eval.charts.canvas import Canvas
from rm_eval.charts.key import draw_opening
from rm_eval.charts.theme import Frame

GAP = 40  # px at a text of 16 px
CORNER = re.compile(r"(-?[\d.]+(?:e-?\d+)?),(-?[\d.]+(?:e-?\d+)?)")


def column_of(frame: Frame, columns: int) -> Frame | None:
    """The room of each of so many columns; None where a page is drawn, or they would be narrow."""
    if not frame.height or columns < 2:  # noqa: PLR2004 - one column is no column
        return None
    wide = (frame.width - (columns - 1) * frame.px(GAP)) / columns
    column = replace(frame, width=wide)
    return None if column.narrow else column


def beside(
    frame: Frame, draw: Sequence[Callable[[Frame], Canvas]], *, opening: str = ""
) -> Canvas | None:
    """Draw each in a column of its own, under words over all; None where there is no room."""
    column = column_of(frame, len(draw))
    if column is None:
        return None
    canvas = Canvas(frame=frame, across=(0, frame.width))
    draw_opening(canvas, opening)
    top = canvas.height
    room = replace(column, height=frame.height - top)
    for at, one in enumerate(draw):
        part = one(room)
        _add(canvas, part, at * (column.width + frame.px(GAP)), top)
        canvas.height = max(canvas.height, top + part.height)
    return canvas


def _add(canvas: Canvas, part: Canvas, left: float, top: float) -> None:
    """Copy what stands on a part to its place."""
    start, end = part.across
    unit = (part.frame.width - part.left - part.right) / (end - start)

    def across(x: float) -> float:
        return left + part.left + (x - start) * unit

    edge = left + part.left  # what is placed by pixels counts from where the plot begins
    for text in part.texts:
        x = edge if text["xref"] == "paper" else across(text["x"])
        canvas.texts.append({**text, "x": x, "xref": "x", "y": text["y"] + top})
    canvas.shapes += [_moved(shape, across, edge, top) for shape in part.shapes]
    for trace in part.traces:
        xs, ys = [across(x) for x in trace["x"]], [y + top for y in trace["y"]]
        canvas.traces.append({**trace, "x": xs, "y": ys})


def _moved(
    shape: dict[str, Any], across: Callable[[float], float], edge: float, top: float
) -> dict[str, Any]:
    moved = dict(shape)
    if moved.get("xsizemode") == "pixel":
        moved["xanchor"] = edge if moved["xref"] == "paper" else across(moved["xanchor"])
        moved["xref"] = "x"
    elif "path" in moved:
        moved["path"] = CORNER.sub(
            lambda at: f"{across(float(at[1]))},{float(at[2]) + top}", moved["path"]
        )
        return moved
    else:
        moved |= {"x0": across(moved["x0"]), "x1": across(moved["x1"])}
    if moved.get("ysizemode") == "pixel":
        moved["yanchor"] += top
    else:
        moved |= {"y0": moved["y0"] + top, "y1": moved["y1"] + top}
    return moved
