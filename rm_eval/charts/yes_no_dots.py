"""Yes or no: a dot a person, filled for yes; as a bar where the number is published as a range."""

import pandas as pd

from rm_eval.charts import theme
from rm_eval.charts.canvas import Canvas
from rm_eval.charts.key import Group, draw_group_name, draw_nothing, draw_opening, groups_of
from rm_eval.charts.theme import Frame
from rm_eval.disclosure import Published
from rm_eval.wording import nothing_to_show

MOST_DOTS = 60
DOTS_IN_A_ROW = 10  # so that a full row is easy to count, and fits a phone

# Heights in px at a text of 16 px.
STEP = 26
LARGE_STEP = 72  # in a picture
FINDING = 34
BAR = 24
UNDER = 26


def plot_yes_no_dots(published: Published, frame: Frame) -> Canvas:
    """Draw one question answered by yes or no, a group under the other."""
    groups = groups_of(published.rows)
    if all(group.hidden for group in groups):
        canvas = Canvas(frame=frame, across=(0, 1))
        draw_nothing(canvas, nothing_to_show(published))
        return canvas
    return plot_yes_and_no(groups, frame)


def plot_yes_and_no(groups: list[Group], frame: Frame, *, opening: str = "") -> Canvas:
    """Draw groups that are not all hidden, under words over the first of them."""
    canvas = Canvas(frame=frame, across=(0, 1))
    canvas.left = canvas.right = frame.px(2)
    draw_opening(canvas, opening)
    for group in groups:
        _draw_group(canvas, group)
    return canvas


def _draw_group(canvas: Canvas, group: Group) -> None:
    draw_group_name(canvas, group)
    yes = group.rows[group.rows["answer"] == "yes"]
    if group.hidden or yes.empty or yes["shown"].iloc[0] == "hidden":
        return
    row = yes.iloc[0]
    px = canvas.frame.px
    canvas.text(f"{row['text']} said yes", y=canvas.height + px(12), size=1.25)
    canvas.height += px(FINDING)
    if row["shown"] == "exact" and row["n"] <= MOST_DOTS:
        _draw_dots(canvas, group, row)
    else:
        _draw_bar(canvas, group, row)
    canvas.height += px(UNDER)


def _draw_dots(canvas: Canvas, group: Group, row: "pd.Series[float]") -> None:
    n, said_yes = round(row["n"]), round(row["value"])
    in_a_row = DOTS_IN_A_ROW if canvas.frame.narrow else 2 * DOTS_IN_A_ROW
    widest = canvas.frame.width / min(max(n, DOTS_IN_A_ROW), in_a_row)
    step = min(widest, canvas.frame.px(LARGE_STEP if canvas.frame.height else STEP))
    for person in range(n):
        down, along = divmod(person, in_a_row)
        canvas.symbol(
            group.look,
            across=step * (along + 0.5),
            y=canvas.height + step * (down + 0.5),
            filled=person < said_yes,
            radius=step * 0.36,
        )
    canvas.height += step * ((n - 1) // in_a_row + 1)


def _draw_bar(canvas: Canvas, group: Group, row: "pd.Series[float]") -> None:
    """Full colour up to the smallest share, pale from there to the largest, open to everybody."""
    top, bottom = canvas.height, canvas.height + canvas.frame.px(BAR)
    line = {"color": group.look.colour, "width": canvas.frame.px(1.75)}
    for start, end, colour in (
        (0.0, 1.0, theme.BACKGROUND),
        (row["share_low"], row["share_high"], group.look.tint),
        (0.0, row["share_low"], group.look.colour),
    ):
        if end > start:
            canvas.block((start, top), (end, bottom), fillcolor=colour, line=line)
    y = bottom + canvas.frame.px(14)
    canvas.text("nobody", x=0, y=y, colour=theme.QUIET_TEXT, size=0.9)
    canvas.text("everybody", x=1, y=y, anchor="right", colour=theme.QUIET_TEXT, size=0.9)
    canvas.height = bottom + canvas.frame.px(18)
