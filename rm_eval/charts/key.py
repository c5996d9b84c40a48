"""Who is who: the key above every plot, with the number of people in each group."""

from collections import Counter
from dataclasses import dataclass

import pandas as pd

from rm_eval.charts import theme
from rm_eval.charts.canvas import Canvas
from rm_eval.disclosure import part_of, role_of
from rm_eval.wording import NO_ANSWERS, people

BOLDER = 1.08  # than its plain letters a line may be


@dataclass(frozen=True, kw_only=True, slots=True)
class Group:
    """The rows of one role, or of a part of one, and how to draw them.

    Attributes
    ----------
    place
        Of a part, its place among the parts of its role: every chart draws it alike.
    """

    id: str
    label: str
    n_text: str
    rows: pd.DataFrame
    of_nobody: str = NO_ANSWERS
    place: int = 0

    @property
    def role(self) -> str:
        """The role that it is, or is a part of."""
        return role_of(self.id)

    @property
    def part(self) -> str:
        """Which part of its role it is; "" for all of it."""
        return part_of(self.id)

    @property
    def look(self) -> theme.Look:
        """Colour and shape."""
        return theme.look_of_part(self.place) if self.part else theme.look_of(self.id)

    @property
    def words(self) -> str:
        """Such as "Mentors (11 people)", "Mentees (fewer than 5 people): hidden"."""
        if not self.n_text:
            return self.label  # of several sizes, or none of its own
        if self.n_text == "0":
            return f"{self.label}: {self.of_nobody}"
        words = f"{self.label}, {people(self.n_text)}"
        words = words if self.part else f"{self.label} ({people(self.n_text)})"
        return f"{words}: hidden" if self.hidden else words

    @property
    def hidden(self) -> bool:
        """Whether there is nothing of this group to show."""
        return bool((self.rows["shown"] == "hidden").all())


def groups_of(rows: pd.DataFrame, *, of_nobody: str = NO_ANSWERS) -> list[Group]:
    """The groups in the order of the rows.

    Parameters
    ----------
    of_nobody
        What is said of a group without people.
    """
    places: Counter[str] = Counter()
    groups = []
    for group, those in rows.groupby("group", sort=False):
        role = role_of(str(group))
        groups.append(
            Group(
                id=str(group),
                label=str(those["group_label"].iloc[0]),
                n_text=str(those["n_text"].iloc[0]),
                rows=those,
                of_nobody=of_nobody,
                place=places[role],
            )
        )
        places[role] += 1
    return groups


def draw_key(canvas: Canvas, groups: list[Group]) -> None:
    """Write the key in one line, or one under another where there is no room."""
    x = 0.0
    y = canvas.height + canvas.frame.px(13)
    for group in groups:
        wide = canvas.frame.px(26) + canvas.width_of(group.words)
        if x and x + wide > canvas.frame.width:
            x, y = 0.0, y + canvas.frame.px(26)
        canvas.symbol(group.look, across=x + canvas.frame.px(8), y=y)
        canvas.text(group.words, y=y, shift=x + canvas.frame.px(24))
        x += wide + canvas.frame.px(32)
    canvas.height = y + canvas.frame.px(22)


def draw_group_name(canvas: Canvas, group: Group) -> None:
    """Name one group over its own panel, and say so where all of it is hidden."""
    px = canvas.frame.px
    lines = canvas.wrapped(group.words, (canvas.frame.width - px(26)) / BOLDER)
    more = (len(lines) - 1) * theme.LINE_HEIGHT * canvas.frame.text
    y = canvas.height + px(14)
    canvas.symbol(group.look, across=px(8), y=y)
    canvas.text(lines, y=y + more / 2, shift=px(24), bold=True)
    canvas.height += px(36) + more


def draw_opening(canvas: Canvas, words: str) -> None:
    """Say over the first panel what a reader must know before it; nothing where nothing is."""
    if not words:
        return
    lines = canvas.wrapped(words, canvas.frame.width)
    tall = len(lines) * theme.LINE_HEIGHT * canvas.frame.text
    canvas.text(lines, y=canvas.height + tall / 2, colour=theme.QUIET_TEXT)
    canvas.height += tall + canvas.frame.px(14)


def draw_nothing(canvas: Canvas, words: str) -> None:
    """Say on a quiet panel that there is nothing to see, and why."""
    lines = canvas.wrapped(words, canvas.frame.width - canvas.frame.px(48))
    tall = len(lines) * theme.LINE_HEIGHT * canvas.frame.text + canvas.frame.px(48)
    top, bottom = canvas.height, canvas.height + tall
    canvas.block(
        (canvas.across[0], top),
        (canvas.across[1], bottom),
        fillcolor=theme.PANEL,
        line={"width": 0},
    )
    canvas.text(lines, y=(top + bottom) / 2, shift=canvas.frame.px(24), colour=theme.QUIET_TEXT)
    canvas.height = bottom + canvas.frame.px(8)
