"""Numbers and dates: a bar a value, bin or month, with mean and median in words."""

from dataclasses import dataclass

from rm_eval.charts import theme
from rm_eval.charts.canvas import EDGE, Canvas, sheet_in_pixels
from rm_eval.charts.gaps import with_gaps
from rm_eval.charts.key import Group, draw_nothing, groups_of
from rm_eval.charts.spread import air_between
from rm_eval.charts.theme import Frame
from rm_eval.disclosure import Published
from rm_eval.wording import averages, nothing_to_show

# Sizes in px at a text of 16 px.
HEAD = 36
AVERAGES = 28
GAP = 12
BETWEEN_COLUMNS = 44
BETWEEN_PANELS = 24
ROW = 1.45  # font sizes
THICKNESS = 0.72  # of a row
THICKEST = 2.6  # font sizes


@dataclass(frozen=True, kw_only=True, slots=True)
class Panel:
    """One group's bars: how many people at each value."""

    group: Group
    bars: list[tuple[str, int]]
    averages: str

    @property
    def most(self) -> int:
        """People at the most frequent value."""
        return max((count for _, count in self.bars), default=0)


def plot_amount_bars(published: Published, frame: Frame) -> Canvas:
    """Draw one question answered with a number or a date."""
    groups = groups_of(published.rows)
    canvas = sheet_in_pixels(frame)
    if all(group.hidden for group in groups):
        draw_nothing(canvas, nothing_to_show(published))
        return canvas
    panels = _panels(groups, published.measure)
    bands = [[panel] for panel in panels] if frame.narrow else [panels]
    rows = [max(len(panel.bars) for panel in band) for band in bands]
    heads = frame.px(HEAD + _averages_height(panels)) * len(bands) + frame.px(BETWEEN_PANELS) * (
        len(bands) - 1
    )
    air = air_between(frame, sum(rows), heads + sum(rows) * ROW * frame.text)
    for band in bands:
        _draw_band(canvas, band, panels, ROW * frame.text + air)
    canvas.height -= frame.px(BETWEEN_PANELS)
    return canvas


def _panels(groups: list[Group], measure: str) -> list[Panel]:
    rows = [[] if group.hidden else group.rows.to_dict("records") for group in groups]
    counts = [
        [(str(row["label"]), round(row["value"])) for row in those if row["statistic"] == "people"]
        for those in rows
    ]
    bars = with_gaps([those for those in counts if those], measure)
    found = iter(bars)
    return [
        Panel(group=group, bars=next(found) if those else [], averages=averages(told))
        for group, those, told in zip(groups, counts, rows, strict=True)
    ]


def _averages_height(panels: list[Panel]) -> float:
    """Room for mean and median, where there are such; months have none."""
    return AVERAGES if any(panel.averages for panel in panels) else 0


def _draw_band(canvas: Canvas, band: list[Panel], panels: list[Panel], row: float) -> None:
    frame = canvas.frame
    between = frame.px(BETWEEN_COLUMNS)
    wide = (frame.width - between * (len(band) - 1)) / len(band)
    top = canvas.height
    bottom = top
    for at, panel in enumerate(band):
        canvas.height = top
        _draw_panel(canvas, panel, (at * (wide + between), wide), panels, row)
        bottom = max(bottom, canvas.height)
    canvas.height = bottom + frame.px(BETWEEN_PANELS)


def _draw_panel(
    canvas: Canvas, panel: Panel, room: tuple[float, float], panels: list[Panel], row: float
) -> None:
    px = canvas.frame.px
    left, _ = room
    y = canvas.height + px(14)
    canvas.marks([left + px(8)], [y], panel.group.look)
    canvas.text(panel.group.words, x=left, y=y, shift=px(24), bold=True)
    canvas.height += px(HEAD)
    if not panel.bars:
        return
    if panel.averages:
        canvas.text(panel.averages, x=left, y=canvas.height + px(8), colour=theme.QUIET_TEXT)
    canvas.height += px(_averages_height(panels))
    start, unit = _scale(canvas, room, panels)
    top = canvas.height
    for bar in panel.bars:
        _draw_row(canvas, panel, bar, (start, unit), row)
    canvas.line((start, top), (start, canvas.height), colour=theme.AXIS)


def _scale(canvas: Canvas, room: tuple[float, float], panels: list[Panel]) -> tuple[float, float]:
    """Where bars begin and how wide a person is: the same in every panel."""
    left, wide = room
    gap = canvas.frame.px(GAP)
    labels = max(canvas.width_of(label) for panel in panels for label, _ in panel.bars) + gap
    most = max(panel.most for panel in panels) or 1
    labels += canvas.frame.px(EDGE)
    return left + labels, (wide - labels - canvas.width_of(str(most)) - gap) / most


def _draw_row(
    canvas: Canvas,
    panel: Panel,
    bar: tuple[str, int],
    across: tuple[float, float],
    row: float,
) -> None:
    (label, count), (start, unit) = bar, across
    px = canvas.frame.px
    y = canvas.height + row / 2
    thick = min(row * THICKNESS, THICKEST * canvas.frame.text) / 2
    canvas.text(label, x=start, y=y, shift=-px(GAP), anchor="right")
    end = start + count * unit
    if count:
        fill = {"fillcolor": panel.group.look.colour, "line": {"width": 0}}
        canvas.block((start, y - thick), (end, y + thick), **fill)
    canvas.text(str(count), x=end, y=y, shift=px(6))
    canvas.height += row
