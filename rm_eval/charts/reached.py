"""How far organisations are: a table with a row a cohort and a column a stage."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from rm_eval.charts import theme
from rm_eval.charts.canvas import Canvas, sheet_in_pixels
from rm_eval.charts.chart import PlainChart
from rm_eval.charts.key import draw_nothing
from rm_eval.charts.spread import air_between
from rm_eval.charts.theme import PAGE, Frame, look_of
from rm_eval.wording.file_name import file_name_of
from rm_eval.wording.reached import (
    COLUMNS,
    NO_FIGURES,
    CohortReached,
    HowMany,
    OrganisationReached,
    alt_of_reached,
    cell_of,
    headline_of_reached,
    notes_of_reached,
    subtitle_of_reached,
    table_of_reached,
)

# Sizes in px at a text of 16 px.
HEAD = 30
NAME = 30
GAP = 18
BAR = 6
OVER_BAR = 1
UNDER_BAR = 6
INDENT = 12
LABEL_SHARE = 0.17  # of the width for the cohorts' names

Every = Sequence[OrganisationReached]


def draw_reached(
    every: Every,
    *,
    day: date,
    of: str = "region",
    what: str = "how-far",
    frame: Frame = PAGE,
) -> PlainChart:
    """Draw which stages each cohort has closed, and how many answered.

    Parameters
    ----------
    every
        Organisations in the order of the alphabet.
    day
        The day to print.
    of, what
        What the file's name begins with, and goes on with.
    """
    return PlainChart(
        id="reached",
        figure=plot_reached(every, frame).figure(),
        headline=headline_of_reached(every),
        subtitle=subtitle_of_reached(every, day),
        alt=alt_of_reached(every),
        table=table_of_reached(every),
        notes=notes_of_reached(every),
        file_name=file_name_of(of, what, day),
        lay_out=partial(plot_reached, tuple(every)),
    )


def plot_reached(every: Every, frame: Frame) -> Canvas:
    """Draw the table; on a phone, a block a cohort."""
    canvas = sheet_in_pixels(frame)
    if not any(one.cohorts for one in every):
        draw_nothing(canvas, f"{headline_of_reached(every)}.")
        return canvas
    used = _draw(sheet_in_pixels(frame), every, 0.0)
    rows = sum(max(len(one.cohorts), 1) for one in every)
    _draw(canvas, every, air_between(frame, rows, used))
    return canvas


def _draw(canvas: Canvas, every: Every, air: float) -> float:
    """Draw everything and return how tall it is."""
    if not canvas.frame.narrow:
        _draw_head(canvas)
    for one in every:
        _draw_name(canvas, one)
        for cohort in one.cohorts:
            draw = _draw_block if canvas.frame.narrow else _draw_row
            draw(canvas, cohort, air)
    return canvas.height


def _line(canvas: Canvas) -> float:
    return theme.LINE_HEIGHT * canvas.frame.text


def _columns(canvas: Canvas) -> list[tuple[float, float]]:
    left = canvas.frame.width * LABEL_SHARE
    wide = (canvas.frame.width - left) / len(COLUMNS)
    gap = canvas.frame.px(GAP)
    return [(left + wide * at, left + wide * (at + 1) - gap) for at in range(len(COLUMNS))]


def _draw_head(canvas: Canvas) -> None:
    y = canvas.height + canvas.frame.px(HEAD) / 2
    for (left, _), label in zip(_columns(canvas), COLUMNS.values(), strict=True):
        canvas.text(label, x=left, y=y, bold=True, size=0.95)
    canvas.height += canvas.frame.px(HEAD)


def _draw_name(canvas: Canvas, one: OrganisationReached) -> None:
    """An organisation's name over its cohorts, on a quiet ground."""
    room = canvas.frame.width - canvas.frame.px(2 * INDENT)
    lines = canvas.wrapped(one.name, room / 1.08)
    tall = len(lines) * _line(canvas) + canvas.frame.px(10)
    bottom = canvas.height + tall
    ends = ((0.0, canvas.height), (canvas.frame.width, bottom))
    canvas.block(*ends, fillcolor=theme.PANEL, line={"width": 0})
    middle = canvas.height + tall / 2
    canvas.text(lines, x=0, y=middle, shift=canvas.frame.px(6), bold=True)
    canvas.height = bottom
    if not one.cohorts:
        y = canvas.height + canvas.frame.px(NAME) / 2
        words = "No stage is closed yet"
        canvas.text(words, x=0, y=y, shift=canvas.frame.px(6), colour=theme.QUIET_TEXT)
        canvas.height += canvas.frame.px(NAME)


def _draw_row(canvas: Canvas, cohort: CohortReached, air: float) -> None:
    label = canvas.wrapped(cohort.name, canvas.frame.width * LABEL_SHARE - canvas.frame.px(GAP))
    columns = zip(COLUMNS, _columns(canvas), strict=True)
    cells = [_cell(canvas, cohort, key, ends) for key, ends in columns]
    tall = max(len(label) * _line(canvas), *(sum(part[2] for part in cell) for cell in cells))
    tall += air
    top = canvas.height
    canvas.text(label, x=0, y=top + tall / 2, shift=canvas.frame.px(6))
    for cell, ends in zip(cells, _columns(canvas), strict=True):
        canvas.height = top + (tall - sum(part[2] for part in cell)) / 2
        _draw_cell(canvas, cell, ends)
    canvas.height = top + tall
    canvas.line((0, canvas.height), (canvas.frame.width, canvas.height), lowest=True)


_Part = tuple[list[str], HowMany | None, float]


def _cell(
    canvas: Canvas, cohort: CohortReached, key: str, ends: tuple[float, float]
) -> list[_Part]:
    """A cell's lines, with how many answered where a bar belongs to them, and how tall each is."""
    stage = cohort.stages.get(key)
    answered: Sequence[HowMany | None] = stage.answered if stage and stage.answered else (None,)
    return [
        _part(canvas, words, how, ends[1] - ends[0])
        for words, how in zip(cell_of(cohort, key), answered, strict=True)
    ]


def _part(canvas: Canvas, words: str, how: HowMany | None, wide: float) -> _Part:
    lines = canvas.wrapped(words, wide)
    bar = (
        canvas.frame.px(OVER_BAR + BAR + UNDER_BAR)
        if how is not None and how.share is not None
        else 0
    )
    return lines, how, len(lines) * _line(canvas) + bar


def _draw_cell(canvas: Canvas, cell: list[_Part], ends: tuple[float, float]) -> None:
    left, right = ends
    for lines, how, tall in cell:
        text = len(lines) * _line(canvas)
        colour = theme.QUIET_TEXT if lines == [NO_FIGURES] else theme.TEXT
        canvas.text(lines, x=left, y=canvas.height + text / 2, colour=colour)
        if how is not None and how.share is not None:
            _draw_bar(canvas, how, (left, right, canvas.height + text + canvas.frame.px(OVER_BAR)))
        canvas.height += tall


def _draw_bar(canvas: Canvas, how: HowMany, place: tuple[float, float, float]) -> None:
    """Everybody who was sent the form is the whole bar; who answered fills it."""
    left, right, top = place
    bottom = top + canvas.frame.px(BAR)
    colour = look_of(how.role).colour
    line = {"color": colour, "width": canvas.frame.px(1)}
    end = left + (right - left) * (how.share or 0.0)
    canvas.block((left, top), (right, bottom), fillcolor=theme.BACKGROUND, line=line)
    if end > left:
        canvas.block((left, top), (end, bottom), fillcolor=colour, line=line)


def _draw_block(canvas: Canvas, cohort: CohortReached, air: float) -> None:
    """On a phone: a cohort's name, and under it a line a stage."""
    frame = canvas.frame
    canvas.height += air / 2
    _write(canvas, canvas.wrapped(cohort.name, frame.width / 1.08), 0, bold=True)
    for key, label in COLUMNS.items():
        words = f"{label}: {'; '.join(cell_of(cohort, key))}"
        quiet = key not in cohort.stages
        lines = canvas.wrapped(words, frame.width - frame.px(INDENT))
        _write(canvas, lines, frame.px(INDENT), colour=theme.QUIET_TEXT if quiet else theme.TEXT)
    canvas.height += air / 2
    canvas.line((0, canvas.height), (frame.width, canvas.height), lowest=True)


def _write(
    canvas: Canvas, lines: list[str], shift: float, *, bold: bool = False, colour: str = theme.TEXT
) -> None:
    tall = len(lines) * _line(canvas)
    canvas.text(lines, x=0, y=canvas.height + tall / 2, shift=shift, bold=bold, colour=colour)
    canvas.height += tall + canvas.frame.px(3)
