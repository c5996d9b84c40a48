"""Statements where every count is told: a bar each, a block a role, neither apart at the right."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from rm_eval.charts import theme
from rm_eval.charts.agreement_bars import Block, bar_of
from rm_eval.charts.beside import beside
from rm_eval.charts.canvas import Canvas
from rm_eval.charts.key import Group, draw_group_name
from rm_eval.charts.shades import text_on
from rm_eval.charts.spread import air_between
from rm_eval.charts.theme import Frame
from rm_eval.disclosure import Published
from rm_eval.wording import Statement

# Sizes in px at a text of 16 px.
BAR = 28
KEY_LINE = 26
SWATCH = 24
AFTER_KEY_NAME = 26
BESIDE = 16  # between a name, a bar and its count
BETWEEN_BLOCKS = 20
APART = 0.035  # of the bar's width, before those who neither agreed nor disagreed
LABEL_SHARE = 0.42
COUNT_HEAD = "Agreed"


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """One statement of one group: its words, its bar, and how many agreed."""

    label: str
    apart: str
    scale: list[Block]
    neutral: list[Block]
    count: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Panel:
    """One group and its statements."""

    group: Group
    rows: list[Row]


def row_of(published: Published, group: Group, statement: Statement) -> Row:
    """Read one statement of a group of which every count is told."""
    bar = bar_of(group, published.question)
    return Row(
        label=statement.label,
        apart=bar.apart,
        scale=bar.scale,
        neutral=bar.neutral,
        count=statement.agreed.text,
    )


def plot_statement_bars(panels: Sequence[Panel], frame: Frame) -> Canvas:
    """Draw a panel a group; in a picture abreast, where that leaves room to read."""
    columns = beside(frame, [partial(_plot, [panel]) for panel in panels])
    return columns or _plot(panels, frame)


def _plot(panels: Sequence[Panel], frame: Frame) -> Canvas:
    canvas = _draw(replace(frame, height=0), panels, 0.0)
    n_rows = sum(len(panel.rows) for panel in panels)
    return _draw(frame, panels, air_between(frame, n_rows, canvas.height))


def _draw(frame: Frame, panels: Sequence[Panel], air: float) -> Canvas:
    canvas = Canvas(frame=frame, across=(0, 1))
    rows = [row for panel in panels for row in panel.rows]
    counts = max(canvas.width_of(words, bold=True) for words in _counts(rows))
    canvas.right = counts + frame.px(BESIDE)
    canvas.left = frame.px(2)
    if not frame.narrow:
        lines = [line for row in rows for line in _lines(canvas, row)]
        canvas.left = max(canvas.width_of(line) for line in lines) + frame.px(BESIDE)
    _draw_key(canvas, rows)
    for panel in panels:
        draw_group_name(canvas, panel.group)
        if panel.rows:
            y = canvas.height - frame.px(22)  # the line of the group's name
            right = {"anchor": "right", "colour": theme.QUIET_TEXT}
            canvas.text(COUNT_HEAD, x=1, y=y, shift=canvas.right, **right)  # type: ignore[arg-type]
        for row in panel.rows:
            _draw_row(canvas, row, air)
        canvas.height += frame.px(BETWEEN_BLOCKS)
    canvas.height -= frame.px(BETWEEN_BLOCKS)
    return canvas


def _counts(rows: Sequence[Row]) -> list[str]:
    return [COUNT_HEAD, *(row.count for row in rows)]


def _lines(canvas: Canvas, row: Row) -> list[str]:
    """The statement, wrapped, and under it who answered beside the scale."""
    wide = canvas.frame.width * (1.0 if canvas.frame.narrow else LABEL_SHARE)
    apart = canvas.wrapped(f"({row.apart})", wide) if row.apart else []
    return [*canvas.wrapped(row.label, wide), *apart]


def _draw_key(canvas: Canvas, rows: Sequence[Row]) -> None:
    """Which fill is which answer, in the order of the bars."""
    px = canvas.frame.px
    every = {block.name: block for row in rows for block in (*row.scale, *row.neutral)}
    x, y = 0.0, canvas.height + px(13)
    for block in every.values():
        wide = px(SWATCH) + canvas.width_of(block.name)
        if x and x + wide > canvas.frame.width:
            x, y = 0.0, y + px(KEY_LINE)
        canvas.swatch(block.fill, block.line, across=x + px(8), y=y)
        canvas.text(block.name, y=y, shift=x + px(SWATCH))
        x += wide + px(AFTER_KEY_NAME)
    canvas.height = y + px(KEY_LINE)


def _draw_row(canvas: Canvas, row: Row, air: float) -> None:
    frame, bar = canvas.frame, canvas.frame.px(BAR)
    lines = _lines(canvas, row)
    words = len(lines) * theme.LINE_HEIGHT * frame.text
    tall = words + bar if frame.narrow else max(words, bar)
    if frame.narrow:
        top = canvas.height + words + air / 4
        canvas.text(lines, y=canvas.height + words / 2)
    else:
        top = canvas.height + air / 2 + (tall - bar) / 2
        canvas.text(lines, y=top + bar / 2)
    for block, start, end in _placed(row):
        _draw_block(canvas, block, (start, end), (top, bar))
    middle = {"y": top + bar / 2, "bold": True}
    canvas.text(row.count, x=1, shift=frame.px(BESIDE), **middle)  # type: ignore[arg-type]
    canvas.height += tall + air


def _placed(row: Row) -> list[tuple[Block, float, float]]:
    """Where each answer somebody gave begins and ends; one length is one person in every bar."""
    unit, x = 1 - APART, 0.0
    placed = []
    for block in row.scale:
        if block.count:
            placed.append((block, x, x + block.share * unit))
            x += block.share * unit
    neutral = [block for block in row.neutral if block.count]
    return placed + [(block, 1 - block.share * unit, 1.0) for block in neutral]


def _draw_block(
    canvas: Canvas, block: Block, across: tuple[float, float], down: tuple[float, float]
) -> None:
    frame = canvas.frame
    (start, end), (top, tall) = across, down
    wide = frame.width - canvas.left - canvas.right
    inside = min(frame.px(1.5) / wide, (end - start) / 4)  # a white line between neighbours
    canvas.block(
        (start + inside, top),
        (end - inside, top + tall),
        fillcolor=block.fill,
        line={"color": block.line, "width": frame.px(1.25)},
    )
    words = str(block.count)
    if canvas.width_of(words, bold=True) + frame.px(6) <= (end - start) * wide:
        middle, y = (start + end) / 2, top + tall / 2
        canvas.text(words, x=middle, y=y, anchor="center", colour=text_on(block.fill), bold=True)
