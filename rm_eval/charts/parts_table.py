"""Parts of a role beside each other: a table, a row an answer and a column a part.

Five parts of two roles are ten groups, of a few people each. Points on one line would lie on each
other; a number with a bar of its share can be read however many there are. A share that is told as
a range is a bar that is filled as far as it surely goes, and pale from there.
"""

from collections.abc import Hashable
from dataclasses import dataclass
from typing import Any

from rm_eval.charts import theme
from rm_eval.charts.canvas import Canvas, sheet_in_pixels
from rm_eval.charts.key import Group, draw_group_name, draw_nothing, groups_of
from rm_eval.charts.spread import air_between
from rm_eval.charts.theme import Frame
from rm_eval.disclosure import Published
from rm_eval.wording import nothing_to_show

# Sizes in px at a text of 16 px.
GAP = 18
BAR = 7
SYMBOL = 24
UNDER_HEAD = 10
LABEL_SHARE = 0.26  # of the width for the answers' names
NARROWEST = 84  # that a column can be; of more groups each role has a table of its own
MEAN = "Average"

Cell = dict[Hashable, Any]


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """One answer, and what is told of it by group id."""

    label: str
    cells: dict[str, Cell]

    @property
    def middle(self) -> float:
        """The largest share of any group, as far as it is told."""
        shares = [(cell["share_low"] + cell["share_high"]) / 2 for cell in self.cells.values()]
        return max((float(one) for one in shares if one == one), default=-1.0)  # noqa: PLR0124 - NaN


def plot_parts_table(published: Published, frame: Frame) -> Canvas:
    """Draw one question of any kind, answered by people in parts."""
    groups = groups_of(published.rows)
    shown = [group for group in groups if not group.hidden]
    canvas = sheet_in_pixels(frame)
    if not shown:
        draw_nothing(canvas, nothing_to_show(published))
        return canvas
    rows = _rows(shown, published)
    if frame.narrow:
        _draw_under_one_another(canvas, shown, rows)
    else:
        bands = _bands(frame, shown)
        used = sum(_used(canvas, band, rows) for band in bands)
        air = air_between(frame, len(rows) * len(bands), used)
        for band in bands:
            _draw_table(canvas, band, rows, air)
    for group in groups:
        if group.hidden:
            draw_group_name(canvas, group)
    return canvas


def _rows(groups: list[Group], published: Published) -> list[Row]:
    """Answers in their order; ticks and choices by their largest published share."""
    places = published.rows["statistic"] == "mean_place"
    of_order = "mean_place" if (published.rows[places]["shown"] != "hidden").any() else "top_"
    found: dict[tuple[str, str], Row] = {}
    for group in groups:
        for cell in group.rows.to_dict("records"):
            statistic, answer = str(cell["statistic"]), str(cell["answer"])
            wanted = (
                statistic.startswith(of_order)
                if published.measure == "ranking"
                else statistic in {"people", "mean"}
            )
            if wanted and (answer or statistic == "mean"):
                label = MEAN if statistic == "mean" else str(cell["label"] or answer)
                row = found.setdefault((statistic, answer), Row(label=label, cells={}))
                row.cells[group.id] = cell
    rows = list(found.values())
    if published.measure == "ranking" and of_order == "mean_place":
        return sorted(rows, key=_mean_place)
    if published.measure in {"ticks", "choices", "themes", "ranking"}:
        return sorted(rows, key=lambda row: -row.middle)
    return rows


def _mean_place(row: Row) -> float:
    told = [(float(c["low"]) + float(c["high"])) / 2 for c in row.cells.values()]
    known = [one for one in told if one == one]  # noqa: PLR0124 - NaN where it is not told
    return sum(known) / len(known) if known else float("inf")


def _bands(frame: Frame, groups: list[Group]) -> list[list[Group]]:
    """All groups in one table, or those of each role where columns would be too narrow."""
    room = frame.width * (1 - LABEL_SHARE) / len(groups)
    if room >= frame.px(NARROWEST):
        return [groups]
    roles: dict[str, list[Group]] = {}
    for group in groups:
        roles.setdefault(group.role, []).append(group)
    return list(roles.values())


def _columns(canvas: Canvas, band: list[Group]) -> list[tuple[float, float]]:
    left = canvas.frame.width * LABEL_SHARE
    wide = (canvas.frame.width - left) / len(band)
    gap = canvas.frame.px(GAP)
    return [(left + wide * at, left + wide * (at + 1) - gap) for at in range(len(band))]


def _head(canvas: Canvas, group: Group, wide: float) -> list[str]:
    return canvas.wrapped(group.words, wide - canvas.frame.px(SYMBOL))


def _lines(canvas: Canvas, row: Row) -> list[str]:
    return canvas.wrapped(row.label, canvas.frame.width * LABEL_SHARE - canvas.frame.px(GAP))


def _line(canvas: Canvas) -> float:
    return theme.LINE_HEIGHT * canvas.frame.text


def _tall(canvas: Canvas, row: Row) -> float:
    return max(len(_lines(canvas, row)) * _line(canvas), _line(canvas) + canvas.frame.px(BAR))


def _head_tall(canvas: Canvas, band: list[Group]) -> float:
    wide = _columns(canvas, band)[0]
    most = max(len(_head(canvas, group, wide[1] - wide[0])) for group in band)
    return most * _line(canvas) + canvas.frame.px(UNDER_HEAD)


def _of_band(band: list[Group], rows: list[Row]) -> list[Row]:
    ids = {group.id for group in band}
    return [row for row in rows if ids & row.cells.keys()]


def _used(canvas: Canvas, band: list[Group], rows: list[Row]) -> float:
    those = _of_band(band, rows)
    return _head_tall(canvas, band) + sum(_tall(canvas, row) for row in those)


def _draw_table(canvas: Canvas, band: list[Group], rows: list[Row], air: float) -> None:
    columns = _columns(canvas, band)
    top = canvas.height
    for group, (left, right) in zip(band, columns, strict=True):
        lines = _head(canvas, group, right - left)
        middle = top + _line(canvas) / 2
        canvas.symbol(group.look, across=left + canvas.frame.px(8) + canvas.left, y=middle)
        y = top + len(lines) * _line(canvas) / 2
        canvas.text(lines, x=left, y=y, shift=canvas.frame.px(SYMBOL), bold=True, size=0.95)
    canvas.height += _head_tall(canvas, band)
    for row in _of_band(band, rows):
        canvas.line((0, canvas.height), (canvas.frame.width, canvas.height), lowest=True)
        tall = _tall(canvas, row) + air
        lines = _lines(canvas, row)
        canvas.text(lines, x=0, y=canvas.height + tall / 2)
        for group, ends in zip(band, columns, strict=True):
            _draw_cell(canvas, group, row.cells.get(group.id), (*ends, canvas.height + tall / 2))
        canvas.height += tall
    canvas.height += canvas.frame.px(GAP)


def _draw_cell(
    canvas: Canvas, group: Group, cell: Cell | None, place: tuple[float, float, float]
) -> None:
    left, right, middle = place
    quiet = theme.QUIET_TEXT
    if cell is None:
        canvas.text("not asked", x=left, y=middle, colour=quiet)
        return
    share = float(cell["share_high"])
    if share != share:  # noqa: PLR0124 - NaN: no share of people
        canvas.text(str(cell["text"]), x=left, y=middle, colour=quiet)
        return
    canvas.text(str(cell["text"]), x=left, y=middle - canvas.frame.px(BAR) / 2)
    _draw_bar(canvas, group, cell, (left, right, middle + _line(canvas) / 2))


def _draw_bar(canvas: Canvas, group: Group, cell: Cell, place: tuple[float, float, float]) -> None:
    """A bar over the whole column: full up to the least share, pale up to the largest."""
    left, right, top = place
    bottom = top + canvas.frame.px(BAR)
    low, high = (left + (right - left) * float(cell[end]) for end in ("share_low", "share_high"))
    line = {"color": group.look.colour, "width": canvas.frame.px(1)}
    for start, end, colour in (
        (left, right, theme.BACKGROUND),
        (low, high, group.look.tint),
        (left, low, group.look.colour),
    ):
        if end > start:
            canvas.block((start, top), (end, bottom), fillcolor=colour, line=line)


def _draw_under_one_another(canvas: Canvas, groups: list[Group], rows: list[Row]) -> None:
    """On a phone: a table a group, one under another."""
    frame = canvas.frame
    for group in groups:
        draw_group_name(canvas, group)
        for row in rows:
            cell = row.cells.get(group.id)
            if cell is None:
                continue
            number = str(cell["text"])
            room = frame.width - canvas.width_of(number, bold=True) - frame.px(GAP)
            lines = canvas.wrapped(row.label, room)
            tall = len(lines) * _line(canvas) + frame.px(6)
            middle = canvas.height + tall / 2
            canvas.text(lines, x=0, y=middle)
            canvas.text(number, x=frame.width, y=middle, anchor="right", bold=True)
            canvas.line((0, canvas.height + tall), (frame.width, canvas.height + tall), lowest=True)
            canvas.height += tall
        canvas.height += frame.px(GAP)
