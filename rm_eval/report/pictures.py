"""One chart as a picture to paste into a paper: headline, subtitle, plot and notes.

The plot is the page's own drawing, laid out again by the same code for the picture's room:
words are measured first, and the plot gets what they leave.
"""

from collections.abc import Callable
from dataclasses import dataclass
from math import ceil
from typing import Any, Literal

import plotly.graph_objects as go

from rm_eval.charts import PAGE, Drawing, Frame, theme
from rm_eval.charts.canvas import as_typed
from rm_eval.charts.text_width import text_width, wrap
from rm_eval.report.kept_browser import BROWSER, can_draw_pictures
from rm_eval.report.png_words import with_words

__all__ = [
    "FORMATS",
    "SIZES",
    "Format",
    "Size",
    "can_draw_pictures",
    "drawing",
    "picture",
    "plot_alone",
]

Size = Literal["slide", "half", "a4"]
Format = Literal["png", "svg"]
SOFTWARE = "rm_eval"
MOST_HEADLINE_LINES = 2
LABEL_SIZES = (26, 24, 22, 20, 19, 18, 17, 16, 15, 14, 13, 12, 11, 10, 9, 8)  # px on a slide


@dataclass(frozen=True, kw_only=True, slots=True)
class Sheet:
    """A picture's size in pixels, and what is written on it at which size.

    Sizes are for a slide 1920 px wide; `scale` makes them fit another sheet.
    """

    width: int
    height: int
    scale: float = 1.0
    margin: float = 58
    headline: tuple[float, ...] = (46, 42, 38, 34, 30, 26)
    subtitle: float = 27
    notes: float = 22

    @property
    def inner(self) -> float:
        """Width between the margins."""
        return self.width - 2 * self.margin * self.scale


SIZES: dict[Size, Sheet] = {
    "slide": Sheet(width=1920, height=1080),
    "half": Sheet(width=930, height=1080, scale=0.9, margin=46, headline=(42, 38, 34, 30, 26)),
    "a4": Sheet(width=2000, height=1500, scale=1.15),
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Lines:
    """Wrapped text of one size."""

    lines: list[str]
    size: float
    colour: str
    bold: bool = False

    @property
    def height(self) -> float:
        """Pixels the lines take."""
        return len(self.lines) * self.size * theme.LINE_HEIGHT


def picture(chart: Drawing, size: Size = "slide") -> bytes:
    """A PNG with its words, alt text and source in its metadata."""
    sheet = SIZES[size]
    png = BROWSER.draw(compose(chart, sheet), width=sheet.width, height=sheet.height)
    words = {
        "Title": chart.headline,
        "Description": chart.alt,
        "Source": " ".join(chart.notes),
        "Software": SOFTWARE,
    }
    return with_words(png, words)


def plot_alone(chart: Drawing) -> bytes:
    """The drawing as PNG without its words, for a page that has them as text."""
    canvas = chart.lay_out(Frame(text=2 * PAGE.text, width=2 * PAGE.width))
    figure = canvas.figure().update_layout(autosize=False)
    return BROWSER.draw(figure, width=2 * ceil(PAGE.width), height=ceil(canvas.height))


def drawing(chart: Drawing, size: Size = "slide") -> bytes:
    """The same as an SVG."""
    sheet = SIZES[size]
    return BROWSER.draw(compose(chart, sheet), width=sheet.width, height=sheet.height, kind="svg")


FORMATS: dict[Format, Callable[[Drawing, Size], bytes]] = {"png": picture, "svg": drawing}


def compose(chart: Drawing, sheet: Sheet) -> go.Figure:
    """The whole picture as one figure."""
    gap = 22 * sheet.scale
    headline = _headline(chart.headline, sheet)
    subtitle = _lines(chart.subtitle, sheet, sheet.subtitle, theme.QUIET_TEXT)
    notes = _notes(chart.notes, sheet)
    margin = sheet.margin * sheet.scale
    top = margin + headline.height + gap * 0.5 + subtitle.height + gap * 1.4
    bottom = margin + notes.height + gap
    figure = _plot(chart, sheet, sheet.height - top - bottom)
    placed = (
        (headline, margin),
        (subtitle, margin + headline.height + gap * 0.5),
        (notes, sheet.height - margin - notes.height),
    )
    return _sheet_of(figure, sheet, top, placed)


def _headline(words: str, sheet: Sheet) -> Lines:
    """The largest size at which it takes two lines, and no less than the smallest."""
    for size in sheet.headline:
        headline = _lines(words, sheet, size, theme.TEXT, bold=True)
        if len(headline.lines) <= MOST_HEADLINE_LINES:
            break
    return headline


def _lines(text: str, sheet: Sheet, size: float, colour: str, *, bold: bool = False) -> Lines:
    pixels = size * sheet.scale
    lines = wrap(text, sheet.inner, pixels, bold=bold)
    return Lines(lines=lines, size=pixels, colour=colour, bold=bold)


def _notes(notes: tuple[str, ...], sheet: Sheet) -> Lines:
    """Notes one behind another; one that would be broken begins a line of its own."""
    pixels = sheet.notes * sheet.scale
    lines = [""]
    for note in notes:
        together = f"{lines[-1]} {note}".strip()
        if text_width(together, pixels) <= sheet.inner:
            lines[-1] = together
        else:
            lines += wrap(note, sheet.inner, pixels)
    return Lines(lines=[line for line in lines if line], size=pixels, colour=theme.QUIET_TEXT)


def _plot(chart: Drawing, sheet: Sheet, room: float) -> go.Figure:
    """The plot at the largest label size that fits the room."""
    for text in LABEL_SIZES:
        frame = Frame(text=text * sheet.scale, width=sheet.inner, height=room)
        canvas = chart.lay_out(frame)
        if canvas.height <= room + 1:  # rows spread to fill the room may miss it by a hair
            break
    return canvas.figure()


def _sheet_of(
    figure: go.Figure, sheet: Sheet, top: float, placed: tuple[tuple[Lines, float], ...]
) -> go.Figure:
    """Set the plot into the sheet and write the words around it."""
    tall = figure.layout.height
    margin = sheet.margin * sheet.scale
    left = figure.layout.margin.l + margin
    for words, down in placed:
        figure.add_annotation(_words(words, shift=margin - left, up=top - down))
    figure.update_layout(
        width=sheet.width,
        height=sheet.height,
        autosize=False,
        margin={
            "l": left,
            "r": figure.layout.margin.r + margin,
            "t": top,
            "b": sheet.height - top - ceil(tall),
        },
    )
    return figure


def _words(words: Lines, *, shift: float, up: float) -> dict[str, Any]:
    shown = "<br>".join(as_typed(line) for line in words.lines)
    return {
        "text": f"<b>{shown}</b>" if words.bold else shown,
        "x": 0,
        "xref": "paper",
        "xanchor": "left",
        "xshift": shift,
        "y": 1,
        "yref": "paper",
        "yanchor": "top",
        "yshift": up,
        "align": "left",
        "borderpad": 0,
        "showarrow": False,
        "font": {"size": words.size, "color": words.colour},
    }
