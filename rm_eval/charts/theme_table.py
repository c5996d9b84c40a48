"""Themes of what people wrote: the report's table, a column a role, most named first."""

from collections.abc import Hashable
from itertools import zip_longest
from typing import Any

from rm_eval.charts import theme
from rm_eval.charts.canvas import Canvas, sheet_in_pixels
from rm_eval.charts.key import Group, draw_nothing, groups_of
from rm_eval.charts.spread import air_between
from rm_eval.charts.theme import Frame
from rm_eval.disclosure import Published
from rm_eval.wording import nothing_to_show, themes_in_order

# Sizes in px at a text of 16 px.
HEAD = 40
BETWEEN_COLUMNS = 44
BETWEEN_PANELS = 24
GAP = 18

Cell = dict[Hashable, Any]


def plot_theme_table(published: Published, frame: Frame) -> Canvas:
    """Draw the themes of one question answered in own words."""
    groups = groups_of(published.rows)
    canvas = sheet_in_pixels(frame)
    if all(group.hidden for group in groups):
        draw_nothing(canvas, nothing_to_show(published))
        return canvas
    bands = [[group] for group in groups] if frame.narrow else [groups]
    rows = [list(zip_longest(*(_themes(group) for group in band))) for band in bands]
    used = frame.px(HEAD) * len(bands) + frame.px(BETWEEN_PANELS) * (len(bands) - 1)
    used += sum(_tall(canvas, row, len(bands[0])) for band in rows for row in band)
    air = air_between(frame, sum(len(band) for band in rows), used)
    for band, those in zip(bands, rows, strict=True):
        _draw_band(canvas, band, those, air)
    canvas.height -= frame.px(BETWEEN_PANELS)
    return canvas


def _themes(group: Group) -> list[Cell]:
    return [] if group.hidden else themes_in_order(group.rows.to_dict("records"))


def _columns(canvas: Canvas, abreast: int) -> list[tuple[float, float]]:
    """Left and right edge of each column."""
    between = canvas.frame.px(BETWEEN_COLUMNS)
    wide = (canvas.frame.width - between * (abreast - 1)) / abreast
    return [(at * (wide + between), at * (wide + between) + wide) for at in range(abreast)]


def _lines(canvas: Canvas, cell: Cell | None, abreast: int) -> list[str]:
    """A theme's name, wrapped to leave room for the count beside it."""
    if cell is None:
        return []
    left, right = _columns(canvas, abreast)[0]
    count = canvas.width_of(str(cell["text"]), bold=True) + canvas.frame.px(GAP)
    return canvas.wrapped(str(cell["label"]), right - left - count)


def _tall(canvas: Canvas, row: tuple[Cell | None, ...], abreast: int) -> float:
    most = max(len(_lines(canvas, cell, abreast)) for cell in row)
    return most * theme.LINE_HEIGHT * canvas.frame.text


def _draw_band(
    canvas: Canvas, band: list[Group], rows: list[tuple[Cell | None, ...]], air: float
) -> None:
    columns = _columns(canvas, len(band))
    for group, ends in zip(band, columns, strict=True):
        _draw_head(canvas, group, ends)
    canvas.height += canvas.frame.px(HEAD)
    for at, row in enumerate(rows):
        tall = _tall(canvas, row, len(band)) + air
        if at:
            _draw_lines(canvas, row, columns)
        for cell, ends in zip(row, columns, strict=True):
            if cell is not None:
                _draw_theme(canvas, cell, _lines(canvas, cell, len(band)), (*ends, tall))
        canvas.height += tall
    canvas.height += canvas.frame.px(BETWEEN_PANELS)


def _draw_head(canvas: Canvas, group: Group, ends: tuple[float, float]) -> None:
    px = canvas.frame.px
    left, right = ends
    y = canvas.height + px(14)
    canvas.marks([left + px(8)], [y], group.look)
    canvas.text(group.words, x=left, y=y, shift=px(24), bold=True)
    under = canvas.height + px(HEAD)
    canvas.line((left, under), (right, under), colour=group.look.colour, width=2.5)


def _draw_lines(
    canvas: Canvas, row: tuple[Cell | None, ...], columns: list[tuple[float, float]]
) -> None:
    """A thin line over each theme of a row."""
    for cell, (left, right) in zip(row, columns, strict=True):
        if cell is not None:
            canvas.line((left, canvas.height), (right, canvas.height))


def _draw_theme(
    canvas: Canvas, cell: Cell, lines: list[str], place: tuple[float, float, float]
) -> None:
    left, right, tall = place
    middle = canvas.height + tall / 2
    canvas.text(lines, x=left, y=middle)
    canvas.text(str(cell["text"]), x=right, y=middle, anchor="right", bold=True)
