"""A line a person from the first answer to the second. For the programme team alone.

Which way somebody went is told by the dash of the line and the shape of its end, not by colour.
People with the same answers lie side by side, so that everybody is seen; of very many a thicker
line stands for more of them.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from rm_eval.charts import theme
from rm_eval.charts.canvas import Canvas
from rm_eval.charts.key import Group, draw_nothing, groups_of
from rm_eval.charts.paired_people import STYLES, Person, is_crowd, people_of
from rm_eval.charts.theme import Frame
from rm_eval.disclosure import Published
from rm_eval.errors import ForTheDeveloper
from rm_eval.questionnaire import Question
from rm_eval.wording import (
    DIRECTIONS,
    Direction,
    nothing_to_show,
    score_labels,
    way_label,
    when,
)

# Sizes in px at a text of 16 px.
KEY = 34
NAME = 34
COLUMN_HEADS = 50
STEP = 25
SHORTEST_SCALE = 130
LARGEST_STEP = 90  # in a picture
TALLEST_SCALE = 260
APART = 8  # between people with the same answer
TICK = (8, 26)  # of a median, from where the lines end
BESIDE = 8
WIDEST_LABEL = (84, 170)  # of an answer in words, on a phone and elsewhere
MOST_LABELS = 14
MEDIAN = "Middle score (median)"
THICKER = "Thicker: more people"


@dataclass(frozen=True, kw_only=True, slots=True)
class Panel:
    """One group: where it stands, its scale, its people."""

    group: Group
    people: list[Person]
    left: float
    right: float
    top: float
    step: float
    labels: dict[int, str]

    def y(self, score: float) -> float:
        """How far down a score lies."""
        return self.top + (max(self.labels) - score) * self.step


def plot_paired_lines(published: Published, frame: Frame) -> Canvas:
    """Draw one question asked twice, a line a person.

    Raises
    ------
    ForTheDeveloper
        Where it would be shown to anybody beyond the programme team.
    """
    if published.audience != "team":
        raise ForTheDeveloper("Lines of single people are drawn for the programme team alone.")
    groups = [one for one in groups_of(published.rows) if people_of(one)]
    if not groups:
        canvas = Canvas(frame=frame, across=(0, 1))
        draw_nothing(canvas, nothing_to_show(published))
        return canvas
    labels = score_labels(published.question)
    step = _least_step(frame, labels)
    canvas = _draw(frame, groups, published, step)
    spare = (frame.height - canvas.height) / (len(labels) * (len(groups) if frame.narrow else 1))
    if frame.height and spare > 0:
        canvas = _draw(frame, groups, published, min(step + spare, frame.px(LARGEST_STEP)))
    return canvas


def _least_step(frame: Frame, labels: dict[int, str]) -> float:
    """From score to score: room for the longest name, and neither a flat nor a tall scale."""
    canvas = Canvas(frame=frame, across=(0, 1))
    most = max(len(lines) for lines in _label_lines(canvas, labels).values())
    every = -(-len(labels) // MOST_LABELS)
    names = (most * theme.LINE_HEIGHT * frame.text * 0.9 + frame.px(2)) / every
    tall = min(max(STEP, SHORTEST_SCALE / len(labels)), TALLEST_SCALE / len(labels))
    return max(frame.px(tall), names)


def _draw(frame: Frame, groups: list[Group], published: Published, step: float) -> Canvas:
    side_by_side = 1 if frame.narrow else len(groups)
    canvas = Canvas(frame=frame, across=(0, side_by_side))
    canvas.left = canvas.right = frame.px(2)
    labels = score_labels(published.question)
    _draw_key(canvas, groups, published.question)
    for at, group in enumerate(groups):
        column = at % side_by_side
        top = canvas.height
        _draw_panel(canvas, group, published, (column, step), labels)
        if column < side_by_side - 1:
            canvas.height = top
    return canvas


def _draw_key(canvas: Canvas, groups: list[Group], question: Question) -> None:
    """Name the ways that anybody went, with a piece of their line; and the tick of a median."""
    px = canvas.frame.px
    gone = {person.way for group in groups for person in people_of(group)}
    look = replace(groups[0].look, colour=theme.TEXT) if len(groups) > 1 else groups[0].look
    items: list[tuple[Direction | Literal["tick", ""], str]] = [
        (way, way_label(question, way)) for way in DIRECTIONS if way in gone
    ]
    if question.type != "yes_no":
        items.append(("tick", MEDIAN))
    if any(map(is_crowd, groups)):
        items.append(("", THICKER))
    x, y = 0.0, canvas.height + px(13)
    for way, words in items:
        wide = px(50) + canvas.width_of(words)
        if x and x + wide > canvas.frame.width:
            x, y = 0.0, y + px(26)
        canvas.text(words, y=y, shift=x + px(46 if way else 2))
        if way == "tick":
            canvas.short_line((x + px(22), x + px(40)), y)
        elif way:
            style = STYLES[way]
            canvas.short_line((x + px(2), x + px(32)), y, colour=look.colour, dash=style.dash)
            end = replace(look, symbol=style.symbol)
            canvas.symbol(end, across=x + px(34), y=y, filled=style.filled, radius=px(6))
        x += wide + px(26)
    canvas.height = y + px(KEY - 13)


def _draw_panel(
    canvas: Canvas,
    group: Group,
    published: Published,
    place: tuple[float, float],
    labels: dict[int, str],
) -> None:
    column, step = place
    px = canvas.frame.px
    wide = (canvas.frame.width - canvas.left - canvas.right) / (canvas.across[1])
    lines = _label_lines(canvas, labels)
    names = max(canvas.width_of(line) for those in lines.values() for line in those)
    panel = Panel(
        group=group,
        people=people_of(group),
        left=column + (names + px(TICK[1] + BESIDE)) / wide,
        right=column + 1 - px(TICK[1] + BESIDE) / wide,
        top=canvas.height + px(NAME + COLUMN_HEADS) + step / 2,
        step=step,
        labels=labels,
    )
    _draw_name(canvas, panel, column)
    _draw_column_heads(canvas, panel, published)
    _draw_scale(canvas, panel, lines)
    _draw_medians(canvas, panel)
    # Filled marks last, so that none is covered by a hollow one.
    for way in ("same", "down", "up"):
        _draw_way(canvas, panel, [one for one in _placed(canvas, panel) if one[0].way == way])
    canvas.height = panel.y(min(labels)) + step / 2 + px(14)


def _draw_name(canvas: Canvas, panel: Panel, column: float) -> None:
    px = canvas.frame.px
    y = canvas.height + px(14)
    wide = (canvas.frame.width - canvas.left - canvas.right) / canvas.across[1]
    canvas.marks([column + px(8) / wide], [y], panel.group.look)
    canvas.text(panel.group.words, x=column, y=y, shift=px(24), bold=True)


def _draw_column_heads(canvas: Canvas, panel: Panel, published: Published) -> None:
    """When, and the middle score there; both words run inwards from their column."""
    px = canvas.frame.px
    y = canvas.height + px(NAME + COLUMN_HEADS / 2 - 4)
    start, end = (words.capitalize() for words in when(published.scope))
    out = px(TICK[1])
    before, after = (_in_short(panel, published, side) for side in ("before", "after"))
    canvas.text([start, before], x=panel.left, y=y, shift=-out)
    canvas.text([end, after], x=panel.right, y=y, shift=out, anchor="right")


def _in_short(panel: Panel, published: Published, side: str) -> str:
    """The median of a side; of yes and no, how many said yes; of answers in words nothing."""
    if published.question.type == "yes_no":
        n = round(float(panel.group.rows["n"].max()))
        return f"yes: {round(n * (_size(panel.group, f'{side}_mean') or 0.0))} of {n}"
    median = _size(panel.group, f"{side}_median")
    return "" if median is None or published.question.type == "likert" else f"median {median:g}"


def _size(group: Group, statistic: str) -> float | None:
    found = group.rows.loc[group.rows["statistic"] == statistic, "value"]
    return None if found.empty else float(found.iloc[0])


def _label_lines(canvas: Canvas, labels: dict[int, str]) -> dict[int, list[str]]:
    """The names of the scores; of many, every so many."""
    widest = canvas.frame.px(WIDEST_LABEL[0] if canvas.frame.narrow else WIDEST_LABEL[1])
    every = -(-len(labels) // MOST_LABELS)
    return {
        score: canvas.wrapped(label, widest)
        for at, (score, label) in enumerate(labels.items())
        if at % every == 0
    }


def _draw_scale(canvas: Canvas, panel: Panel, lines: dict[int, list[str]]) -> None:
    px = canvas.frame.px
    for score, label in lines.items():
        y = panel.y(score)
        canvas.line((panel.left, y), (panel.right, y), lowest=True)
        shift = -px(TICK[1] + BESIDE)
        quiet = theme.QUIET_TEXT
        canvas.text(label, x=panel.left, y=y, shift=shift, anchor="right", colour=quiet, size=0.9)


def _draw_medians(canvas: Canvas, panel: Panel) -> None:
    """A short thick tick outside each column; yes and no have no middle."""
    if len(panel.labels) == 2:  # noqa: PLR2004 - yes and no
        return
    near, far = (canvas.frame.px(end) for end in TICK)
    for statistic, x, way in (("before_median", panel.left, -1), ("after_median", panel.right, 1)):
        median = _size(panel.group, statistic)
        if median is not None:
            canvas.short_line((way * near, way * far), panel.y(median), x=x)


def _placed(canvas: Canvas, panel: Panel) -> Iterator[tuple[Person, float, float]]:
    """Everybody with where their line starts and ends; those who answered alike lie apart."""
    starts = _lanes(canvas, panel, [(one.before, one.after) for one in panel.people])
    ends = _lanes(canvas, panel, [(one.after, one.before) for one in panel.people])
    yield from zip(panel.people, starts, ends, strict=True)


def _lanes(canvas: Canvas, panel: Panel, answers: list[tuple[float, float]]) -> list[float]:
    """Where each answer lies: at its score, in the order of the other one, so that few cross."""
    places = [0.0] * len(answers)
    for score in {own for own, _ in answers}:
        those = [at for at, (own, _) in enumerate(answers) if own == score]
        those.sort(key=lambda at: -answers[at][1])
        apart = min(canvas.frame.px(APART), 0.8 * panel.step / len(those))
        for lane, at in enumerate(those):
            places[at] = panel.y(score) + (lane - (len(those) - 1) / 2) * apart
    return places


def _draw_way(canvas: Canvas, panel: Panel, placed: list[tuple[Person, float, float]]) -> None:
    """Everybody who went one way: a line each, a dot where it starts, a mark where it ends."""
    if not placed:
        return
    style, px = STYLES[placed[0][0].way], canvas.frame.px
    look = panel.group.look
    for person, start, end in placed:
        ends = (panel.left, start), (panel.right, end)
        canvas.line(*ends, colour=look.colour, width=person.width, dash=style.dash)
    n, mark = len(placed), replace(look, symbol=style.symbol)
    dot = replace(look, symbol="circle")
    canvas.marks([panel.left] * n, [start for _, start, _ in placed], dot, size=px(7))
    high = [end for *_, end in placed]
    canvas.marks([panel.right] * n, high, mark, size=px(10), filled=style.filled)
