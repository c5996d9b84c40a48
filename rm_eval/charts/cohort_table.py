"""Cohorts beside each other: a table with bars, a column a cohort in time, gaps as grey columns.

Where a question has many answers, or many questions stand together, points on one line would lie
on each other; a number over a bar of its share can be read however many there are.
"""

from collections.abc import Sequence

from rm_eval.charts import theme
from rm_eval.charts.canvas import Canvas, sheet_in_pixels
from rm_eval.charts.key import draw_nothing
from rm_eval.charts.spread import air_between
from rm_eval.charts.theme import Frame, Look, look_of
from rm_eval.wording import CohortRow
from rm_eval.wording.cohort_table import GroupTable, TableCell, TableRow

# Sizes in px at a text of 16 px.
GAP = 14
BAR = 7
SYMBOL = 24
NAME = 34
UNDER_HEAD = 8
BETWEEN = 22
NARROWEST = 92  # that a column can be; more cohorts stand in a table under it
GAP_COLUMN = 60  # at the least; its name is never broken within a word
WIDE_GAP_COLUMN = 100  # in a picture, where a head of many lines costs height
LEAST_BAR = 48  # that can stand beside its number
LABEL_SHARE = 0.3  # of the width for the rows' names
SMALL = 0.9


def plot_cohort_tables(tables: Sequence[GroupTable], nothing: str, frame: Frame) -> Canvas:
    """Draw a table a group, one under another."""
    canvas = sheet_in_pixels(frame)
    if not tables:
        draw_nothing(canvas, nothing)
        return canvas
    n_rows = sum(len(table.rows) * len(_bands(canvas, table)) for table in tables)
    _draw(canvas, tables, 0.0)
    air = air_between(frame, n_rows, canvas.height)
    canvas = sheet_in_pixels(frame)
    _draw(canvas, tables, air)
    return canvas


def _draw(canvas: Canvas, tables: Sequence[GroupTable], air: float) -> None:
    for table in tables:
        _draw_name(canvas, table)
        if canvas.frame.narrow:
            _draw_under_one_another(canvas, table)
            continue
        for band in _bands(canvas, table):
            _draw_band(canvas, table, band, air)


def _draw_name(canvas: Canvas, table: GroupTable) -> None:
    px = canvas.frame.px
    y = canvas.height + px(14)
    canvas.symbol(look_of(table.group), across=px(8) + canvas.left, y=y)
    canvas.text(table.label, y=y, shift=px(SYMBOL) + canvas.left, bold=True)
    canvas.height += px(NAME)


def _names(canvas: Canvas, table: GroupTable) -> float:
    """How much of the width the rows' names take: as much as the longest line of one."""
    gap, most = canvas.frame.px(GAP), canvas.frame.width * LABEL_SHARE
    lines = [line for row in table.rows for line in canvas.wrapped(row.label, most - gap)]
    return min(most, max((canvas.width_of(line) for line in lines), default=0) + 2 * gap)


def _bands(canvas: Canvas, table: GroupTable) -> list[list[int]]:
    """The columns of each table: more cohorts than fit beside each other stand below."""
    room = canvas.frame.width - _names(canvas, table)
    bands: list[list[int]] = [[]]
    used = 0.0
    for at, column in enumerate(table.columns):
        wide = _gap(canvas, column) if column.published is None else canvas.frame.px(NARROWEST)
        if bands[-1] and used + wide > room:
            bands.append([])
            used = 0.0
        bands[-1].append(at)
        used += wide
    return bands


def _gap(canvas: Canvas, column: CohortRow) -> float:
    """How wide a column without figures is: as its longest word at the least."""
    px = canvas.frame.px
    words = [canvas.width_of(word, bold=True) for word in column.label.split()[:9]]
    words += [canvas.width_of(word) * SMALL for word in column.when.split()]
    least = px(WIDE_GAP_COLUMN if canvas.frame.height else GAP_COLUMN)
    return min(max(least, *words, 0) + px(GAP), px(WIDE_GAP_COLUMN + GAP))


def _places(canvas: Canvas, table: GroupTable, band: list[int]) -> list[tuple[float, float]]:
    """Left and right end of each column: gaps as narrow as they can be, cohorts share the rest."""
    frame = canvas.frame
    left = _names(canvas, table)
    columns = [table.columns[at] for at in band]
    gaps = [_gap(canvas, one) for one in columns if one.published is None]
    room = frame.width - left - sum(gaps)
    wide = min(room / max(len(band) - len(gaps), 1), frame.width * LABEL_SHARE)
    places = []
    for column in columns:
        right = left + (_gap(canvas, column) if column.published is None else wide)
        places.append((left, right - frame.px(GAP)))
        left = right
    return places


def _line(canvas: Canvas) -> float:
    return theme.LINE_HEIGHT * canvas.frame.text


def _head(canvas: Canvas, column: CohortRow, wide: float) -> tuple[list[str], list[str]]:
    """A column's name, and quietly under it when that was."""
    label = canvas.wrapped(column.label, wide / 1.08)
    return label, canvas.wrapped(column.when, wide / SMALL) if column.when else []


def _draw_band(canvas: Canvas, table: GroupTable, band: list[int], air: float) -> None:
    places = _places(canvas, table, band)
    heads = [
        _head(canvas, table.columns[at], right - left)
        for at, (left, right) in zip(band, places, strict=True)
    ]
    top = canvas.height
    for (label, when), (left, _) in zip(heads, places, strict=True):
        y = top + len(label) * _line(canvas) / 2
        canvas.text(label, x=left, y=y, bold=True)
        y = top + len(label) * _line(canvas) + len(when) * _line(canvas) * SMALL / 2
        canvas.text(when, x=left, y=y, colour=theme.QUIET_TEXT, size=SMALL)
    canvas.height += max(len(label) + len(when) for label, when in heads) * _line(canvas)
    canvas.height += canvas.frame.px(UNDER_HEAD)
    body = canvas.height
    for row in table.rows:
        _draw_row(canvas, table, row, list(zip(band, places, strict=True)), air)
    for at, (left, right) in zip(band, places, strict=True):
        if table.columns[at].published is None:
            grey = {"fillcolor": theme.GRID, "line": {"width": 0}}
            canvas.block((left, body), (right, canvas.height), **grey)
    canvas.height += canvas.frame.px(BETWEEN)


def _draw_row(
    canvas: Canvas,
    table: GroupTable,
    row: TableRow,
    columns: list[tuple[int, tuple[float, float]]],
    air: float,
) -> None:
    px = canvas.frame.px
    name = canvas.wrapped(row.label, canvas.frame.width * LABEL_SHARE - px(GAP))
    texts = [canvas.wrapped(row.cells[at].text, right - left) for at, (left, right) in columns]
    lines = max(len(text) for text in texts)
    beside = _numbers(canvas, table, columns)
    bar = 0 if beside else px(BAR)
    tall = max(len(name) * _line(canvas), lines * _line(canvas) + bar) + px(2) + air
    canvas.line((0, canvas.height), (canvas.frame.width, canvas.height), lowest=True)
    middle = canvas.height + tall / 2
    canvas.text(name, x=0, y=middle)
    look = look_of(table.group)
    for (at, (left, right)), text in zip(columns, texts, strict=True):
        if table.columns[at].published is not None:
            _draw_cell(canvas, row.cells[at], text, (left, right, middle, beside), look)
    canvas.height += tall


def _draw_cell(
    canvas: Canvas,
    cell: TableCell,
    text: list[str],
    place: tuple[float, float, float, float],
    look: Look,
) -> None:
    left, right, middle, beside = place
    if cell.share is None:
        is_number = cell.text[:1].isdigit()
        colour = theme.TEXT if is_number else theme.QUIET_TEXT
        canvas.text(text, x=left, y=middle, colour=colour)
        return
    bar = canvas.frame.px(BAR)
    if beside:
        canvas.text(text, x=left, y=middle)
        left, top = left + beside, middle - bar / 2
    else:
        canvas.text(text, x=left, y=middle - bar / 2)
        top = middle + len(text) * _line(canvas) / 2 - canvas.frame.px(1)
    low, high = (left + (right - left) * end for end in cell.share)
    outline = {"color": look.colour, "width": canvas.frame.px(1)}
    for start, end, fill in (
        (left, right, theme.BACKGROUND),
        (low, high, look.tint),
        (left, low, look.colour),
    ):
        if end > start:
            canvas.block((start, top), (end, top + bar), fillcolor=fill, line=outline)


def _numbers(
    canvas: Canvas, table: GroupTable, columns: list[tuple[int, tuple[float, float]]]
) -> float:
    """How much room numbers take where bars can stand beside them; 0 where they stand under."""
    shown = [(at, ends) for at, ends in columns if table.columns[at].published is not None]
    words = [canvas.width_of(row.cells[at].text) for row in table.rows for at, _ in shown]
    wide = max(words, default=0) + canvas.frame.px(GAP)
    room = min((right - left for _, (left, right) in shown), default=0)
    return wide if room >= wide + canvas.frame.px(LEAST_BAR) else 0


def _draw_under_one_another(canvas: Canvas, table: GroupTable) -> None:
    """On a phone: every gap once, then under each row's name a line a cohort."""
    frame, quiet = canvas.frame, theme.QUIET_TEXT
    for column in table.columns:
        if column.published is None:
            _write(canvas, f"{column.name}: {column.gap}", colour=quiet)
    for row in table.rows:
        canvas.height += frame.px(8)
        canvas.line((0, canvas.height), (frame.width, canvas.height), lowest=True)
        _write(canvas, row.label, bold=True)
        for column, cell in zip(table.columns, row.cells, strict=True):
            if column.published is not None:
                _write(canvas, f"{column.label}: {cell.text}")
    canvas.height += frame.px(BETWEEN)


def _write(canvas: Canvas, words: str, *, bold: bool = False, colour: str = theme.TEXT) -> None:
    room = canvas.frame.width - canvas.left - canvas.right
    lines = canvas.wrapped(words, room / 1.08 if bold else room)
    tall = len(lines) * _line(canvas)
    canvas.text(lines, x=0, y=canvas.height + tall / 2, bold=bold, colour=colour)
    canvas.height += tall
