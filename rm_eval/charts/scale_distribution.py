"""A whole-number scale: one dot a person above every score, a panel a group, and the mean.

Beyond the programme team scores come in bins and some counts as ranges: then each bin is a
block as high as the smallest number of people it may hold, with a paler one up to the largest.
"""

from dataclasses import dataclass
from math import ceil

from rm_eval.charts import theme
from rm_eval.charts.canvas import PLOTLY_SIZE, Anchor, Canvas
from rm_eval.charts.key import Group, draw_group_name, draw_nothing, draw_opening, groups_of
from rm_eval.charts.theme import Frame
from rm_eval.disclosure import Published
from rm_eval.questionnaire import Scale
from rm_eval.wording import nothing_to_show

MOST_DOTS = 40  # people of a group; more are drawn as blocks
TALLEST_STACK = 8  # dots; a higher stack is drawn two or more abreast
WIDEST_STACK = 0.85  # of the room between two scores

OVERHANG = 1.2  # of its block, that words over it may be wide

# Heights in px at a text of 16 px.
DOT = 19
BLOCKS = 110
NAME = 36
AVERAGES = 34
SCALE_WORDS = 28
END_LABELS = 26
BETWEEN_PANELS = 20
LEAST_STRETCH = 0.8
MOST_STRETCH = 3.2


@dataclass(frozen=True, kw_only=True, slots=True)
class Column:
    """People at one score or in one bin; lowest and highest number as shares of the group."""

    start: float
    end: float
    low: float
    high: float
    text: str
    shown: str

    @property
    def middle(self) -> float:
        """Where on the scale the column stands."""
        return (self.start + self.end) / 2


@dataclass(frozen=True, kw_only=True, slots=True)
class Panel:
    """One group's distribution."""

    group: Group
    columns: list[Column]
    most_abreast: int

    @property
    def n(self) -> float:
        """People in the group; not a number where the reader may not know."""
        return float(self.group.rows["n"].max())

    @property
    def in_dots(self) -> bool:
        """Whether every person can be shown."""
        return self.n <= MOST_DOTS and all(column.shown == "exact" for column in self.columns)

    @property
    def tallest(self) -> int:
        """People at the most frequent score."""
        if not self.in_dots:
            return 0
        return max((round(column.high * self.n) for column in self.columns), default=0)

    @property
    def abreast(self) -> int:
        """Dots side by side."""
        return min(max(1, ceil(self.tallest / TALLEST_STACK)), self.most_abreast)

    @property
    def zone(self) -> float:
        """Height of the drawing above the scale."""
        if not self.in_dots:
            return BLOCKS
        return DOT * max(ceil(self.tallest / self.abreast), 2)


def plot_scale_distribution(published: Published, frame: Frame) -> Canvas:
    """Draw one question answered on a scale."""
    groups = groups_of(published.rows)
    if all(group.hidden for group in groups):
        canvas = Canvas(frame=frame, across=(0, 1))
        draw_nothing(canvas, nothing_to_show(published))
        return canvas
    return plot_scores(groups, published.question.scale or Scale(), frame)


def plot_scores(groups: list[Group], scale: Scale, frame: Frame, *, opening: str = "") -> Canvas:
    """Draw a panel a group on one scale, of groups that are not all hidden.

    Parameters
    ----------
    opening
        Words over the first panel.
    """
    abreast = _most_abreast(frame, scale)
    panels = [Panel(group=group, columns=_columns(group), most_abreast=abreast) for group in groups]
    canvas = _draw_panels(frame, panels, scale, (1.0, opening))
    if frame.height:
        canvas = _draw_panels(frame, panels, scale, (_stretch(canvas, panels), opening))
    return canvas


def _draw_panels(frame: Frame, panels: list[Panel], scale: Scale, how: tuple[float, str]) -> Canvas:
    stretch, opening = how
    canvas = Canvas(frame=frame, across=(scale.low - 0.5, scale.high + 0.5))
    canvas.left = canvas.right = frame.px(2)
    draw_opening(canvas, opening)
    last = [panel for panel in panels if not panel.group.hidden][-1]
    for panel in panels:
        _draw_panel(canvas, panel, scale, stretch)
        if panel is last:
            _draw_end_labels(canvas, scale)
    return canvas


def _stretch(canvas: Canvas, panels: list[Panel]) -> float:
    """How much higher or lower to draw dots and blocks so that a picture is filled."""
    zones = canvas.frame.px(sum(panel.zone for panel in panels if not panel.group.hidden))
    words = canvas.height - zones
    return min(max((canvas.frame.height - words) / zones, LEAST_STRETCH), MOST_STRETCH)


def _most_abreast(frame: Frame, scale: Scale) -> int:
    """How many dots fit side by side between two scores."""
    room = frame.width / (scale.high - scale.low + 1) * WIDEST_STACK
    return max(1, int(room / frame.px(DOT)))


def _columns(group: Group) -> list[Column]:
    columns = []
    for row in group.rows[group.rows["statistic"] == "people"].to_dict("records"):
        start, _, end = str(row["answer"]).partition("-")
        column = Column(
            start=float(start),
            end=float(end or start),
            low=float(row["share_low"]),
            high=float(row["share_high"]),
            text=str(row["text"]),
            shown=str(row["shown"]),
        )
        columns.append(column)
    return columns


def _draw_panel(canvas: Canvas, panel: Panel, scale: Scale, stretch: float) -> None:
    px = canvas.frame.px
    draw_group_name(canvas, panel.group)
    if panel.group.hidden:
        return
    zone = px(panel.zone) * stretch
    floor = canvas.height + px(AVERAGES) + zone
    # Over blocks the mean's line ends above their words, which it would strike through.
    line_end = floor if panel.in_dots else canvas.height + px(AVERAGES)
    _draw_averages(canvas, panel.group, floor, line_end)
    if panel.in_dots:
        _draw_dots(canvas, panel, floor, px(DOT) * stretch)
    else:
        _draw_blocks(canvas, panel, floor, zone)
    _draw_scale(canvas, scale, floor)
    canvas.height = floor + px(SCALE_WORDS + BETWEEN_PANELS)


def _draw_dots(canvas: Canvas, panel: Panel, floor: float, step: float) -> None:
    unit = canvas.frame.width / (canvas.across[1] - canvas.across[0])
    apart = min(step / unit, WIDEST_STACK / panel.abreast)
    places = [
        (column.middle + (along - (panel.abreast - 1) / 2) * apart, floor - step * (up + 0.55))
        for column in panel.columns
        for up, along in (
            divmod(person, panel.abreast) for person in range(round(column.high * panel.n))
        )
    ]
    size = min(step, apart * unit) * 0.8 / PLOTLY_SIZE[panel.group.look.symbol] ** 0.5
    canvas.marks([x for x, _ in places], [y for _, y in places], panel.group.look, size=size)


def _draw_blocks(canvas: Canvas, panel: Panel, floor: float, zone: float) -> None:
    shown = [column.high for column in panel.columns if column.shown != "hidden"]
    words = [_words_over(canvas, column) for column in panel.columns]
    line = theme.LINE_HEIGHT * canvas.frame.text
    room = canvas.frame.px(24) + (max(map(len, words)) - 1) * line
    unit = (zone - room) / (max(shown, default=0) or 1)
    for column, lines in zip(panel.columns, words, strict=True):
        top = floor
        if column.shown != "hidden" and column.high > 0:
            top = floor - column.high * unit
            _draw_block(canvas, panel, column, (top, floor - column.low * unit, floor))
        y = top - canvas.frame.px(13) - (len(lines) - 1) * line / 2
        canvas.text(lines, x=column.middle, y=y, anchor="center")


def _words_over(canvas: Canvas, column: Column) -> list[str]:
    """How many, in lines that stay clear of the words over the next block."""
    several = column.end > column.start
    words = column.text if several else column.text.partition(" of ")[0]
    share = (column.end - column.start + 1) / (canvas.across[1] - canvas.across[0])
    return canvas.wrapped(words, share * canvas.frame.width * OVERHANG)


def _draw_block(
    canvas: Canvas, panel: Panel, column: Column, heights: tuple[float, float, float]
) -> None:
    """Full colour up to the smallest number, pale from there to the largest."""
    top, sure, floor = heights
    look = panel.group.look
    left, right = column.start - 0.44, column.end + 0.44
    line = {"color": look.colour, "width": canvas.frame.px(1.75)}
    canvas.block((left, top), (right, floor), fillcolor=look.tint, line=line)
    if sure < floor:
        canvas.block((left, sure), (right, floor), fillcolor=look.colour, line=line)


def _draw_averages(canvas: Canvas, group: Group, floor: float, line_end: float) -> None:
    """Mark mean and median on the scale, with words beside the mean."""
    told = group.rows[group.rows["shown"] != "hidden"].to_dict("records")
    rows = {str(row["statistic"]): row for row in told if row["statistic"] != "people"}
    if "mean" not in rows:
        return
    mean = rows["mean"]
    words = f"mean {mean['text']}"
    if "median" in rows:
        words += f", median {rows['median']['text']}"
        _draw_median(canvas, float(rows["median"]["value"]), floor)
    exact = mean["shown"] == "exact"
    ends = ("value", "value") if exact else ("low", "high")
    _draw_mean(canvas, (float(mean[ends[0]]), float(mean[ends[1]])), words, line_end)


def _draw_mean(canvas: Canvas, ends: tuple[float, float], words: str, line_end: float) -> None:
    """A line down, or a bar over the scores it may be; words run inwards."""
    px = canvas.frame.px
    low, high = max(ends[0], canvas.across[0]), min(ends[1], canvas.across[1])
    y = canvas.height + px(10)
    anchor: Anchor = "left" if low + high < sum(canvas.across) else "right"
    canvas.text(words, x=low if anchor == "left" else high, y=y, anchor=anchor)
    if high > low:
        bar = {"fillcolor": theme.AXIS, "line": {"width": 0}}
        canvas.block((low, y + px(13)), (high, y + px(17)), **bar)
    else:
        canvas.line((low, y + px(13)), (low, line_end), colour=theme.AXIS, width=1.75)


def _draw_median(canvas: Canvas, median: float, floor: float) -> None:
    """A short thick tick across the scale's own line."""
    tall = canvas.frame.px(6)
    canvas.line((median, floor - tall), (median, floor + tall), colour=theme.TEXT, width=3)


def _draw_scale(canvas: Canvas, scale: Scale, floor: float) -> None:
    canvas.line((canvas.across[0], floor), (canvas.across[1], floor), colour=theme.AXIS)
    y = floor + canvas.frame.px(16)
    for score in range(scale.low, scale.high + 1):
        canvas.text(str(score), x=score, y=y, anchor="center", colour=theme.QUIET_TEXT, size=0.9)


def _draw_end_labels(canvas: Canvas, scale: Scale) -> None:
    """What the ends mean, under the last panel; one under the other where both are long."""
    if not (scale.low_label or scale.high_label):
        return
    low = f"{scale.low} = {scale.low_label}" if scale.low_label else ""
    high = f"{scale.high} = {scale.high_label}" if scale.high_label else ""
    px = canvas.frame.px
    y = canvas.height - px(BETWEEN_PANELS - 10)
    if low:
        canvas.text(low, x=canvas.across[0], y=y, colour=theme.QUIET_TEXT, size=0.9)
    if low and high and canvas.width_of(low + high) > canvas.frame.width * 0.9:
        y += px(END_LABELS)
    canvas.text(high, x=canvas.across[1], y=y, anchor="right", colour=theme.QUIET_TEXT, size=0.9)
    canvas.height = y + px(BETWEEN_PANELS)
