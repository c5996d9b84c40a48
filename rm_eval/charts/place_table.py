"""A ranking for the programme team: a table of items by places, darker where more people are."""

from dataclasses import dataclass

from rm_eval.charts import theme
from rm_eval.charts.canvas import EDGE, Canvas
from rm_eval.charts.key import Group, draw_group_name
from rm_eval.charts.ranking import Item, Ranking, Told
from rm_eval.charts.shades import mix
from rm_eval.charts.spread import air_between

# Sizes in px at a text of 16 px.
NAME = 36
HEAD = 44
GAP = 16
BETWEEN_PANELS = 20
NARROWEST_CELL = 22
WIDEST_CELL = 62
ROW = 1.6  # font sizes
TALLEST_CELL = 2.8
SMALL = 0.9
DARKEST = 0.6  # of the group's colour: black text stays readable on it
PALEST = 0.12
NAME_SHARE = 0.36  # of the width for the items' names
NAME_SHARE_OF_TWO = 0.29  # where two panels stand beside them


@dataclass(frozen=True, kw_only=True, slots=True)
class Panel:
    """One group's columns, in planned pixels from the sheet's left edge."""

    group: Group
    left: float
    cell: float
    mean: float
    top: float
    top_words: str

    def middle_of(self, place: int) -> float:
        """The middle of a place's column, from 1."""
        return self.left + self.cell * (place - 0.5)

    @property
    def mean_right(self) -> float:
        """Right edge of the average places."""
        return self.left + self.mean

    @property
    def right(self) -> float:
        """Right edge of everything."""
        return self.left + self.top


def plot_place_table(canvas: Canvas, ranking: Ranking, groups: list[Group]) -> None:
    """Draw panels side by side if there is room, one under the other otherwise."""
    canvas.across = (0, canvas.frame.width)
    canvas.left = canvas.right = canvas.frame.px(EDGE)
    bands = _bands(canvas, ranking)
    names = _names(canvas, ranking, len(bands[0]))
    talls = [_row_height(canvas, name) for name in names]
    if not canvas.frame.narrow:
        talls = [max(talls)] * len(talls)  # cells of one size
    silent = [group for group in groups if group.hidden]
    heads = canvas.frame.px(NAME + HEAD + BETWEEN_PANELS) * len(bands)
    used = heads + canvas.frame.px(NAME) * len(silent) + sum(talls) * len(bands)
    air = air_between(canvas.frame, len(talls) * len(bands), used)
    for band in bands:
        _draw_heads(canvas, ranking, band)
        for item, name, tall in zip(ranking.items, names, talls, strict=True):
            _draw_item(canvas, band, (item, name), tall + air)
        canvas.height += canvas.frame.px(BETWEEN_PANELS)
    for group in silent:
        draw_group_name(canvas, group)


def _bands(canvas: Canvas, ranking: Ranking) -> list[list[Panel]]:
    """Panels that stand side by side; one a band where two would be too narrow."""
    frame = canvas.frame
    if len(ranking.groups) > 1 and not frame.narrow:
        left = frame.width * NAME_SHARE_OF_TWO
        wide = (frame.width - left - frame.px(GAP)) / len(ranking.groups)
        panels = [
            _panel(canvas, ranking, group, (left + (wide + frame.px(GAP)) * at, wide))
            for at, group in enumerate(ranking.groups)
        ]
        if min(panel.cell for panel in panels) >= frame.px(NARROWEST_CELL):
            return [panels]
    left = 0 if frame.narrow else frame.width * NAME_SHARE
    return [
        [_panel(canvas, ranking, group, (left, frame.width - left))] for group in ranking.groups
    ]


def _panel(canvas: Canvas, ranking: Ranking, group: Group, room: tuple[float, float]) -> Panel:
    left, wide = room
    gap = canvas.frame.px(GAP)
    told = [item.told[group.id] for item in ranking.items if group.id in item.told]
    if canvas.frame.narrow:
        return Panel(
            group=group,
            left=0,
            cell=wide / ranking.n_places,
            mean=0,
            top=wide,
            top_words=ranking.top_words.lower(),
        )
    mean = max(canvas.width_of(words) for words in ("Average", *(each.mean_text for each in told)))
    heads = (*ranking.top_head, *(each.top_text for each in told))
    top = max(canvas.width_of(words) for words in heads)
    cell = (wide - mean - top - 2 * gap) / ranking.n_places
    cell = min(cell, canvas.frame.px(WIDEST_CELL))
    cells = cell * ranking.n_places
    return Panel(
        group=group,
        left=left,
        cell=cell,
        mean=cells + gap + mean,
        top=cells + 2 * gap + mean + top,
        top_words=ranking.top_words.lower(),
    )


def _names(canvas: Canvas, ranking: Ranking, abreast: int) -> list[list[str]]:
    share = NAME_SHARE if abreast == 1 else NAME_SHARE_OF_TWO
    share = 1.0 if canvas.frame.narrow else share
    width = canvas.frame.width * share - (0 if canvas.frame.narrow else canvas.frame.px(GAP))
    return [canvas.wrapped(item.label, width) for item in ranking.items]


def _row_height(canvas: Canvas, name: list[str]) -> float:
    words = len(name) * theme.LINE_HEIGHT * canvas.frame.text
    if not canvas.frame.narrow:
        return max(words, ROW * canvas.frame.text)
    return words + (ROW + theme.LINE_HEIGHT) * canvas.frame.text


def _draw_heads(canvas: Canvas, ranking: Ranking, band: list[Panel]) -> None:
    px = canvas.frame.px
    y = canvas.height + px(14)
    for panel in band:
        x = panel.left + px(8)
        canvas.marks([x], [y], panel.group.look)
        canvas.text(panel.group.words, x=panel.left, y=y, shift=px(24), bold=True)
        _draw_head(canvas, ranking, panel, y + px(NAME))
    canvas.height += px(NAME + HEAD)


def _draw_head(canvas: Canvas, ranking: Ranking, panel: Panel, top: float) -> None:
    """Number the places; name the two columns of words where they have one."""
    px = canvas.frame.px
    y = top + px(11)
    quiet = theme.QUIET_TEXT
    for place in range(1, ranking.n_places + 1):
        x = panel.middle_of(place)
        canvas.text(str(place), x=x, y=y, anchor="center", colour=quiet, size=SMALL)
    if canvas.frame.narrow:
        return
    y -= px(9)
    for lines, x in (
        (["Average", "place"], panel.mean_right),
        ([*ranking.top_head], panel.right),
    ):
        canvas.text(lines, x=x, y=y, anchor="right", colour=quiet, size=SMALL)


def _draw_item(canvas: Canvas, band: list[Panel], row: tuple[Item, list[str]], tall: float) -> None:
    item, name = row
    words = len(name) * theme.LINE_HEIGHT * canvas.frame.text
    middle = canvas.height + tall / 2
    top, bottom = canvas.height, canvas.height + tall
    if canvas.frame.narrow:
        top = canvas.height + (tall - _row_height(canvas, name)) / 2
        canvas.text(name, y=top + words / 2)
        top += words + theme.LINE_HEIGHT * canvas.frame.text
        bottom = top + ROW * canvas.frame.text
    else:
        canvas.text(name, y=middle)
        most = TALLEST_CELL * canvas.frame.text / 2
        top, bottom = max(top, middle - most), min(bottom, middle + most)
    for panel in band:
        if panel.group.id in item.told:
            _draw_cells(canvas, panel, item.told[panel.group.id], (top, bottom))
            _draw_words(canvas, panel, item.told[panel.group.id], (top, bottom))
    canvas.height += tall


def _draw_cells(canvas: Canvas, panel: Panel, told: Told, ends: tuple[float, float]) -> None:
    top, bottom = ends
    y = (top + bottom) / 2
    line = {"color": theme.BACKGROUND, "width": canvas.frame.px(2)}
    for place, (count, share) in enumerate(zip(told.places, told.shares, strict=True), start=1):
        x = panel.middle_of(place)
        dark = PALEST + (DARKEST - PALEST) * share
        fill = mix(panel.group.look.colour, theme.BACKGROUND, dark) if count else theme.PANEL
        half = panel.cell / 2
        canvas.block((x - half, top), (x + half, bottom), fillcolor=fill, line=line)
        colour = theme.TEXT if count else theme.QUIET_TEXT
        canvas.text(
            str(count), x=x, y=y, anchor="center", colour=colour, size=1 if count else SMALL
        )


def _draw_words(canvas: Canvas, panel: Panel, told: Told, ends: tuple[float, float]) -> None:
    top, bottom = ends
    if canvas.frame.narrow:
        words = f"average {told.mean_text}; {panel.top_words}: {told.top_text}"
        y = top - theme.LINE_HEIGHT * canvas.frame.text / 2
        canvas.text(words, y=y, colour=theme.QUIET_TEXT, size=SMALL)
        return
    y = (top + bottom) / 2
    canvas.text(told.mean_text, x=panel.mean_right, y=y, anchor="right", bold=True)
    canvas.text(told.top_text, x=panel.right, y=y, anchor="right")
