"""A sheet to draw on: across in the chart's own unit, down in pixels.

Plotly's axes, legend and titles place themselves by rules that clip and overlap. Here rows,
texts and marks are placed by measured pixels downwards, and across by share or score with
margins in pixels, so a page can stretch the drawing without anything touching.
"""

from dataclasses import dataclass, field
from html import escape
from typing import Any, Literal

import plotly.graph_objects as go

from rm_eval.charts import theme
from rm_eval.charts.text_width import text_width, wrap
from rm_eval.charts.theme import Frame, Look

Anchor = Literal["left", "center", "right"]
Dash = Literal["solid", "dash", "dot"]
LONGEST_LABEL = 300
TRIANGLES = {"triangle-up": -1, "triangle-down": 1}  # paths in pixels run upwards
EDGE = 2  # px at a text of 16 px, that no outline or letter is cut at the edge
PLOTLY_SIZE = {
    "circle": 1.0,
    "diamond": 1.3,
    "square": 1.0,
}  # how tall Plotly draws a mark of size 1


def as_typed(text: str) -> str:
    """Text that Plotly shows as it is: it would read tags, entities and $mathematics$."""
    return escape(text, quote=False).replace("$", "&#36;")


@dataclass(kw_only=True, slots=True)
class Canvas:
    """What has been drawn so far.

    Attributes
    ----------
    frame
        Sizes to draw in.
    across
        Left and right end of the plot, in shares or scores.
    left, right
        Margins beside the plot in pixels.
    height
        Pixels used so far, from the top.
    """

    frame: Frame
    across: tuple[float, float]
    left: float = 0
    right: float = 0
    height: float = 0
    traces: list[dict[str, Any]] = field(default_factory=list)
    shapes: list[dict[str, Any]] = field(default_factory=list)
    texts: list[dict[str, Any]] = field(default_factory=list)

    def text(  # noqa: PLR0913 - a text has a place, an anchor and a look
        self,
        lines: list[str] | str,
        *,
        y: float,
        x: float | None = None,
        shift: float = 0,
        anchor: Anchor = "left",
        stand: Literal["top", "middle", "bottom"] = "middle",
        colour: str = theme.TEXT,
        bold: bool = False,
        size: float = 1.0,
        cover: bool = False,
    ) -> None:
        """Write lines at x (or at the left edge of the sheet), `shift` pixels to the right."""
        shown = "<br>".join(
            as_typed(line) for line in ([lines] if isinstance(lines, str) else lines)
        )
        edge = {"x": 0, "xref": "paper", "xshift": shift - self.left}
        self.texts.append(
            {
                "text": f"<b>{shown}</b>" if bold else shown,
                **(edge if x is None else {"x": x, "xref": "x", "xshift": shift}),
                "y": y,
                "yref": "y",
                "xanchor": anchor,
                "yanchor": stand,
                "align": anchor,
                "showarrow": False,
                "borderpad": 0,
                "bgcolor": "rgba(255,255,255,0.9)" if cover else None,
                "font": {"color": colour, "size": self.frame.text * size},
            }
        )

    def marks(
        self,
        xs: list[float],
        ys: list[float],
        look: Look,
        *,
        size: float | None = None,
        filled: bool = True,
    ) -> None:
        """Circles, diamonds, squares or triangles, each of them a true value."""
        outline = theme.BACKGROUND if filled else look.colour
        self.traces.append(
            {
                "type": "scatter",
                "x": xs,
                "y": ys,
                "mode": "markers",
                "cliponaxis": False,
                "hoverinfo": "skip",
                "marker": {
                    "symbol": look.symbol,
                    "size": size or self.frame.px(14),
                    "color": look.colour if filled else theme.BACKGROUND,
                    "line": {"width": self.frame.px(1.5), "color": outline},
                },
            }
        )

    def span(self, low: float, high: float, y: float, look: Look) -> None:
        """A hollow bar: the true value lies somewhere along it. Its ends show the role."""
        for colour, thick in ((look.colour, 13.0), (look.tint, 9.0)):
            self._thick_line(low, high, y, colour, self.frame.px(thick), look.symbol)

    def _thick_line(  # noqa: PLR0913, PLR0917 - only called just above
        self, low: float, high: float, y: float, colour: str, thick: float, symbol: str
    ) -> None:
        symbol = symbol if symbol in PLOTLY_SIZE else "circle"  # no bar ends in a triangle
        end = thick / PLOTLY_SIZE[symbol]
        self.traces.append(
            {
                "type": "scatter",
                "x": [low, high],
                "y": [y, y],
                "mode": "lines+markers",
                "cliponaxis": False,
                "hoverinfo": "skip",
                "line": {"width": thick, "color": colour},
                "marker": {"symbol": symbol, "size": end, "color": colour, "opacity": 1},
            }
        )

    def line(  # noqa: PLR0913 - a line has two ends and a look
        self,
        start: tuple[float, float],
        end: tuple[float, float],
        *,
        colour: str = theme.GRID,
        width: float = theme.GRID_LINE,
        dash: Dash = "solid",
        lowest: bool = False,
    ) -> None:
        """A straight line from (x, y) to (x, y), under all marks; `lowest` under all lines too."""
        self.shapes.insert(
            0 if lowest else len(self.shapes),
            {
                "type": "line",
                "x0": start[0],
                "y0": start[1],
                "x1": end[0],
                "y1": end[1],
                "layer": "below",
                "line": {"color": colour, "width": self.frame.px(width), "dash": dash},
            },
        )

    def short_line(
        self,
        ends: tuple[float, float],
        y: float,
        *,
        x: float | None = None,
        colour: str = theme.TEXT,
        dash: Dash = "solid",
    ) -> None:
        """A level line between two distances in pixels from x, or from the sheet's left edge."""
        edge = self.left if x is None else 0
        self.shapes.append(
            {
                "type": "line",
                "x0": ends[0] - edge,
                "x1": ends[1] - edge,
                "y0": y,
                "y1": y,
                "xref": "paper" if x is None else "x",
                "xanchor": x or 0,
                "xsizemode": "pixel",
                "line": {"color": colour, "width": self.frame.px(3), "dash": dash},
            }
        )

    def block(
        self, left_top: tuple[float, float], right_bottom: tuple[float, float], **look: object
    ) -> None:
        """A filled rectangle between two corners, in the plot's unit across."""
        (x0, y0), (x1, y1) = left_top, right_bottom
        self.shapes.append(
            {"type": "rect", "x0": x0, "y0": y0, "x1": x1, "y1": y1, "layer": "below", **look}
        )

    def symbol(
        self,
        look: Look,
        *,
        across: float,
        y: float,
        filled: bool = True,
        radius: float | None = None,
    ) -> None:
        """A mark `across` pixels from the sheet's left edge, however far a page is stretched."""
        r = radius or self.frame.px(7)
        at = across - self.left
        shape: dict[str, Any] = {"type": "circle", "x0": at - r, "x1": at + r, "y0": -r, "y1": r}
        if look.symbol in TRIANGLES:
            base = TRIANGLES[look.symbol] * r
            corners = f"M {at - r},{base} L {at + r},{base} L {at},{-base} Z"
            shape = {"type": "path", "path": corners}
        if look.symbol == "diamond":
            r *= 1.2  # a diamond inside a circle looks smaller than it
            corners = f"M {at},{-r} L {at + r},0 L {at},{r} L {at - r},0 Z"
            shape = {"type": "path", "path": corners}
        if look.symbol == "square":
            r *= 0.9  # and a square around a circle larger
            shape = {"type": "rect", "x0": at - r, "x1": at + r, "y0": -r, "y1": r}
        self.shapes.append(
            {
                **shape,
                "xref": "paper",
                "xanchor": 0,
                "xsizemode": "pixel",
                "yanchor": y,
                "ysizemode": "pixel",
                "fillcolor": look.colour if filled else theme.BACKGROUND,
                "line": {"width": self.frame.px(1.75), "color": look.colour},
            }
        )

    def swatch(self, fill: str, outline: str, *, across: float, y: float) -> None:
        """A small square of a fill and its outline, `across` pixels from the sheet's left edge."""
        r, at = self.frame.px(7), across - self.left
        self.shapes.append(
            {
                "type": "rect",
                "x0": at - r,
                "x1": at + r,
                "y0": -r,
                "y1": r,
                "xref": "paper",
                "xanchor": 0,
                "xsizemode": "pixel",
                "yanchor": y,
                "ysizemode": "pixel",
                "fillcolor": fill,
                "line": {"width": self.frame.px(1.25), "color": outline},
            }
        )

    def width_of(self, text: str, *, bold: bool = False, size: float = 1.0) -> float:
        """Pixels a line of text takes here."""
        return text_width(text, self.frame.text * size, bold=bold)

    def wrapped(self, text: str, width: float) -> list[str]:
        """Lines of at most `width` pixels; a text longer than any label should be is cut."""
        if len(text) > LONGEST_LABEL:
            text = text[: LONGEST_LABEL - 1].rstrip() + "\u2026"
        return wrap(text, width, self.frame.text)

    def figure(self) -> go.Figure:
        """The drawing as a Plotly figure: white, without title, toolbar, zoom or hover."""
        hidden_axis = {"visible": False, "fixedrange": True}
        return go.Figure(
            {
                "data": self.traces or [{"type": "scatter", "x": [], "y": [], "hoverinfo": "skip"}],
                "layout": {
                    "template": None,
                    "autosize": True,
                    "height": self.height,
                    "margin": {"l": self.left, "r": self.right, "t": 0, "b": 0, "pad": 0},
                    "xaxis": {**hidden_axis, "range": list(self.across)},
                    "yaxis": {**hidden_axis, "range": [self.height, 0]},
                    "shapes": self.shapes,
                    "annotations": self.texts,
                    "font": {"family": theme.FONT, "color": theme.TEXT, "size": self.frame.text},
                    "paper_bgcolor": theme.BACKGROUND,
                    "plot_bgcolor": theme.BACKGROUND,
                    "showlegend": False,
                    "hovermode": False,
                    "dragmode": False,
                },
            }
        )


def sheet_in_pixels(frame: Frame) -> Canvas:
    """A sheet measured across in planned pixels, for tables and bars that fill it."""
    edge = frame.px(EDGE)
    return Canvas(frame=frame, across=(0, frame.width), left=edge, right=edge)
