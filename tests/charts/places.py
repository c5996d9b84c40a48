"""Where the words of a chart stand, in pixels: to prove that none touch."""

from html import unescape
from itertools import combinations
from typing import NamedTuple

from rm_eval.charts.canvas import Canvas
from rm_eval.charts.text_width import text_width
from rm_eval.charts.theme import LINE_HEIGHT

ALLOWANCE = 1.5  # px; text is drawn at whole pixels


class Box(NamedTuple):
    text: str
    left: float
    right: float
    top: float
    bottom: float

    def touches(self, other: "Box") -> bool:
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across > ALLOWANCE and down > self.line_gap(other)

    def line_gap(self, other: "Box") -> float:
        """Lines are 1.3 sizes apart but letters are 1 tall."""
        return 0.25 * min(self.bottom - self.top, other.bottom - other.top)


def boxes(canvas: Canvas) -> list[Box]:
    """Every text of a drawing that is as wide as it was planned for."""
    return [_box(canvas, text) for text in canvas.texts]


def touching(those: list[Box]) -> list[tuple[str, str]]:
    return [(one.text, two.text) for one, two in combinations(those, 2) if one.touches(two)]


def _box(canvas: Canvas, text: dict) -> Box:
    words = text["text"]
    bold = words.startswith("<b>")
    lines = words.removeprefix("<b>").removesuffix("</b>").split("<br>")
    size = text["font"]["size"]
    wide = max(text_width(unescape(line), size, bold=bold) for line in lines)
    tall = len(lines) * size * LINE_HEIGHT
    start, end = canvas.across
    plot = canvas.frame.width - canvas.left - canvas.right
    share = text["x"] if text["xref"] == "paper" else (text["x"] - start) / (end - start)
    x = canvas.left + share * plot + text["xshift"]
    left = x - {"left": 0, "center": wide / 2, "right": wide}[text["xanchor"]]
    return Box(" ".join(lines), left, left + wide, text["y"] - tall / 2, text["y"] + tall / 2)
