"""Cohorts beside each other: a table with bars, a column a cohort in time, gaps as grey columns.

Where a question has many answers, or many questions stand together, points on one line would lie
on each other; a number over a bar of its share can be read however many there are.
"""

from collections.abc import Sequence
from functools import partial

from rm_eval import wording
from rm_eval.charts import theme
from rm_eval.charts.canvas import Canvas, sheet_in_pixels
from rm_eval.charts.chart import Chart
from rm_eval.charts.key import draw_nothing
from rm_eval.charts.spread import air_between
from rm_eval.charts.theme import PAGE, Frame, Look, look_of
from rm_eval.disclosure import Published
from rm_eval.wording import CohortRow
from rm_eval.wording import cohort_table as words
from rm_eval.wording.cohort_table import GroupTable, Line, TableCell, TableRow

# Sizes in px at a text of 16 px.
GAP = 14
BAR = 7
SYMBOL = 24
NAME = 34
UNDER_HEAD = 8
BETWEEN = 22
GAP_COLUMN = 64
NARROWEST = 92  # that a column can be; more cohorts stand in a table under it
LABEL_SHARE = 0.3  # of the width for the rows' names
SMALL = 0.9


def draw_cohort_table(
    rows: Sequence[CohortRow], together: Published, *, frame: Frame = PAGE
) -> Chart:
    """Draw one question of many answers, a column a cohort in the order given.

    Parameters
    ----------
    rows
        Cohorts and gaps between them; at least two have figures.
    together
        All cohorts that have figures, added up.
    """
    tables = words.tables_of_answers(rows, together)
    line = Line(label="", rows=tuple(rows), together=together)
    lay_out = partial(plot_cohort_tables, tables, wording.nothing_to_show(together))
    headline = words.headline_of_answers(together)
    return Chart(
        id=f"{together.question.id}-over_cohorts",
        figure=lay_out(frame).figure(),
        headline=headline,
        subtitle=words.subtitle_of_answers(rows, together),
        alt=words.alt_of_tables(tables, headline),
        table=words.table_of_tables(tables, first="Answer"),
        notes=words.notes_of_tables([line], of_one=True),
        file_name=wording.file_name(together, kind="over_cohorts"),
        published=together,
        lay_out=lay_out,
        others=tuple(row.published for row in rows if row.published is not None),
    )


def draw_questions_over_cohorts(lines: Sequence[Line], *, frame: Frame = PAGE) -> Chart:
    """Draw many questions of one stage at a glance, a column a cohort.

    Parameters
    ----------
    lines
        Of one organisation and stage, with the same rows in time; at least one.
    """
    tables = words.tables_of_questions(lines)
    first = lines[0].together
    lay_out = partial(plot_cohort_tables, tables, wording.nothing_to_show(first))
    headline = words.headline_of_questions(lines)
    return Chart(
        id=f"{first.scope.stage}-cohorts_at_a_glance",
        figure=lay_out(frame).figure(),
        headline=headline,
        subtitle=words.subtitle_of_questions(lines),
        alt=words.alt_of_tables(tables, headline),
        table=words.table_of_tables(tables, first="Question"),
        notes=words.notes_of_tables(lines, of_one=False),
        file_name=wording.file_name(first, kind="cohorts_at_a_glance"),
        published=first,
        lay_out=lay_out,
        others=tuple(words.published_in(lines)),
    )


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


def _bands(canvas: Canvas, table: GroupTable) -> list[list[int]]:
    """The columns of each table: more cohorts than fit beside each other stand below."""
    room = canvas.frame.width * (1 - LABEL_SHARE)
    bands: list[list[int]] = [[]]
    used = 0.0
    for at, column in enumerate(table.columns):
        wide = canvas.frame.px(GAP_COLUMN if column.published is None else NARROWEST)
        if bands[-1] and used + wide > room:
            bands.append([])
            used = 0.0
        bands[-1].append(at)
        used += wide
    return bands


def _places(canvas: Canvas, table: GroupTable, band: list[int]) -> list[tuple[float, float]]:
    """Left and right end of each column: gaps as narrow as they can be, cohorts share the rest."""
    frame = canvas.frame
    left = frame.width * LABEL_SHARE
    narrow = [table.columns[at].published is None for at in band]
    room = frame.width - left - sum(narrow) * frame.px(GAP_COLUMN)
    wide = min(room / max(len(band) - sum(narrow), 1), frame.width * LABEL_SHARE)
    places = []
    for is_gap in narrow:
        right = left + (frame.px(GAP_COLUMN) if is_gap else wide)
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
    name = canvas.wrapped(row.label, canvas.frame.width * LABEL_SHARE - canvas.frame.px(GAP))
    texts = [canvas.wrapped(row.cells[at].text, right - left) for at, (left, right) in columns]
    lines = max(len(text) for text in texts)
    tall = max(len(name) * _line(canvas), lines * _line(canvas) + canvas.frame.px(BAR)) + air
    canvas.line((0, canvas.height), (canvas.frame.width, canvas.height), lowest=True)
    middle = canvas.height + tall / 2
    canvas.text(name, x=0, y=middle)
    look = look_of(table.group)
    for (at, (left, right)), text in zip(columns, texts, strict=True):
        if table.columns[at].published is not None:
            _draw_cell(canvas, row.cells[at], text, (left, right, middle), look)
    canvas.height += tall


def _draw_cell(
    canvas: Canvas,
    cell: TableCell,
    text: list[str],
    place: tuple[float, float, float],
    look: Look,
) -> None:
    left, right, middle = place
    if cell.share is None:
        is_number = cell.text[:1].isdigit()
        colour = theme.TEXT if is_number else theme.QUIET_TEXT
        canvas.text(text, x=left, y=middle, colour=colour)
        return
    canvas.text(text, x=left, y=middle - canvas.frame.px(BAR) / 2)
    top = middle + len(text) * _line(canvas) / 2 - canvas.frame.px(1)
    low, high = (left + (right - left) * end for end in cell.share)
    outline = {"color": look.colour, "width": canvas.frame.px(1)}
    for start, end, fill in (
        (left, right, theme.BACKGROUND),
        (low, high, look.tint),
        (left, low, look.colour),
    ):
        if end > start:
            bottom = top + canvas.frame.px(BAR)
            canvas.block((start, top), (end, bottom), fillcolor=fill, line=outline)


def _draw_under_one_another(canvas: Canvas, table: GroupTable) -> None:
    """On a phone: under each row's name a line a cohort, with its gaps."""
    frame, quiet = canvas.frame, theme.QUIET_TEXT
    for row in table.rows:
        name = canvas.wrapped(row.label, frame.width / 1.08)
        canvas.height += frame.px(6)
        canvas.text(name, x=0, y=canvas.height + len(name) * _line(canvas) / 2, bold=True)
        canvas.height += len(name) * _line(canvas)
        for column, cell in zip(table.columns, row.cells, strict=True):
            words = f"{column.label}: {cell.text or column.gap}"
            lines = canvas.wrapped(words, frame.width)
            y = canvas.height + len(lines) * _line(canvas) / 2
            canvas.text(lines, x=0, y=y, colour=theme.TEXT if column.published else quiet)
            canvas.height += len(lines) * _line(canvas)
        canvas.line((0, canvas.height), (frame.width, canvas.height), lowest=True)
    canvas.height += frame.px(GAP)
