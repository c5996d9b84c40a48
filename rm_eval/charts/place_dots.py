"""A ranking for readers beyond the team: each item's average place, and how often it came top."""

from rm_eval.charts import theme
from rm_eval.charts.canvas import Canvas
from rm_eval.charts.key import Group, draw_key
from rm_eval.charts.ranking import Item, Ranking, Told
from rm_eval.charts.spread import air_between

LABEL_SHARE = 0.36  # of the width for the items' names
LANE = 1.35  # font sizes for each group's mark
HEAD = 46  # px at a text of 16 px
FOOT = 4
GAP = 18
SMALL = 0.9
MEAN = ("Average", "place")


def plot_place_dots(canvas: Canvas, ranking: Ranking, groups: list[Group]) -> None:
    """Draw a row an item, a line in it for each group."""
    frame = canvas.frame
    canvas.across = (0.7, max(ranking.n_places, 2) + 0.3)
    columns = _place_columns(canvas, ranking)
    draw_key(canvas, groups)
    _draw_heads(canvas, ranking, columns)
    names = _names(canvas, ranking)
    rows = [
        _row_height(canvas, ranking, item, name)
        for item, name in zip(ranking.items, names, strict=True)
    ]
    air = air_between(frame, len(rows), canvas.height + sum(rows) + frame.px(FOOT))
    top = canvas.height
    for item, name, tall in zip(ranking.items, names, rows, strict=True):
        _draw_item(canvas, ranking, (item, name, tall + air), columns)
    for place in range(1, ranking.n_places + 1):
        canvas.line((place, top), (place, canvas.height), lowest=True)
    canvas.height += frame.px(FOOT)


def _place_columns(canvas: Canvas, ranking: Ranking) -> tuple[float, float]:
    """Choose the margins; give back the widths of the two columns of words at the right."""
    frame = canvas.frame
    if frame.narrow:
        canvas.left = canvas.right = frame.px(2)
        return 0, 0
    told = [each for item in ranking.items for each in item.told.values()]
    means = [canvas.width_of(each.mean_text) for each in told]
    tops = [canvas.width_of(each.top_text) for each in told]
    columns = (
        max([*means, *(canvas.width_of(words, size=SMALL) for words in MEAN)]) + frame.px(GAP),
        max([*tops, *(canvas.width_of(words, size=SMALL) for words in ranking.top_head)])
        + frame.px(GAP),
    )
    names = _names(canvas, ranking)
    wide = max(canvas.width_of(line) for lines in names for line in lines)
    canvas.left = wide + frame.px(GAP)
    canvas.right = sum(columns)
    return columns


def _names(canvas: Canvas, ranking: Ranking) -> list[list[str]]:
    share = 1.0 if canvas.frame.narrow else LABEL_SHARE
    return [canvas.wrapped(item.label, canvas.frame.width * share) for item in ranking.items]


def _draw_heads(canvas: Canvas, ranking: Ranking, columns: tuple[float, float]) -> None:
    """Number the places from first to last; say what the two columns of words hold."""
    px, quiet = canvas.frame.px, theme.QUIET_TEXT
    start, end = canvas.across
    first, second = canvas.height + px(8), canvas.height + px(29)
    canvas.text("first place", x=start, y=first, colour=quiet, size=SMALL)
    canvas.text("last place", x=end, y=first, anchor="right", colour=quiet, size=SMALL)
    for place in range(1, ranking.n_places + 1):
        canvas.text(str(place), x=place, y=second, anchor="center", colour=quiet, size=SMALL)
    canvas.height += px(HEAD)
    canvas.line((start, canvas.height), (end, canvas.height), colour=theme.AXIS)
    if canvas.frame.narrow:
        return
    for lines, shift in ((MEAN, columns[0]), (ranking.top_head, sum(columns))):
        for words, y in zip(lines, (first, second), strict=True):
            canvas.text(words, x=end, y=y, shift=shift, anchor="right", colour=quiet, size=SMALL)


def _row_height(canvas: Canvas, ranking: Ranking, item: Item, name: list[str]) -> float:
    text = canvas.frame.text
    words = len(name) * theme.LINE_HEIGHT * text
    lanes = LANE * text * len(ranking.groups)
    if not canvas.frame.narrow:
        return max(words, lanes)
    told = sum(len(_words(canvas, ranking, group, item)) for group in ranking.groups)
    return words + lanes + told * theme.LINE_HEIGHT * text


def _draw_item(
    canvas: Canvas,
    ranking: Ranking,
    row: tuple[Item, list[str], float],
    columns: tuple[float, float],
) -> None:
    item, name, tall = row
    text = canvas.frame.text
    y = canvas.height + (tall - _row_height(canvas, ranking, item, name)) / 2
    if canvas.frame.narrow:
        words = len(name) * theme.LINE_HEIGHT * text
        canvas.text(name, y=y + words / 2, cover=True)
        y += words
    else:
        middle = canvas.height + tall / 2
        canvas.text(name, y=middle)
        y = middle - LANE * text * len(ranking.groups) / 2
    for group in ranking.groups:
        y = _draw_lane(canvas, ranking, (item, group, y), columns)
    canvas.height += tall
    edge = canvas.height
    if item is not ranking.items[-1]:
        canvas.line((canvas.across[0], edge), (canvas.across[1], edge), lowest=True)


def _draw_lane(
    canvas: Canvas,
    ranking: Ranking,
    lane: tuple[Item, Group, float],
    columns: tuple[float, float],
) -> float:
    """One group's mark and words; give back where the next lane begins."""
    item, group, top = lane
    told = item.told.get(group.id)
    y = top + LANE * canvas.frame.text / 2
    if told is not None and told.low >= 0:
        _draw_place(canvas, group, told, y)
    if canvas.frame.narrow:
        lines = _words(canvas, ranking, group, item)
        words = len(lines) * theme.LINE_HEIGHT * canvas.frame.text
        under = top + LANE * canvas.frame.text
        canvas.text(lines, y=under + words / 2, colour=theme.QUIET_TEXT, cover=True)
        return under + words
    end, look = canvas.across[1], group.look
    mean, top_text = (told.mean_text, told.top_text) if told else ("", "not asked")
    canvas.text(mean, x=end, y=y, shift=columns[0], anchor="right", colour=look.text)
    canvas.text(top_text, x=end, y=y, shift=sum(columns), anchor="right", colour=look.text)
    return top + LANE * canvas.frame.text


def _draw_place(canvas: Canvas, group: Group, told: Told, y: float) -> None:
    if told.high > told.low:
        canvas.span(told.low, told.high, y, group.look)
    else:
        canvas.marks([told.low], [y], group.look)


def _words(canvas: Canvas, ranking: Ranking, group: Group, item: Item) -> list[str]:
    """Under the mark, where there is no room beside it."""
    told = item.told.get(group.id)
    if told is None:
        return [f"{group.label}: not asked"]
    words = f"{group.label}: {told.mean_text}; {ranking.top_words.lower()}: {told.top_text}"
    return canvas.wrapped(words, canvas.frame.width - canvas.frame.px(4))
