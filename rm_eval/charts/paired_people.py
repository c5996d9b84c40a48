"""Who stands behind each line from one answer to the next, and how the three ways are drawn."""

from dataclasses import dataclass

from rm_eval.charts.canvas import Dash
from rm_eval.charts.key import Group
from rm_eval.wording import Direction

MOST_LINES = 60
LINE, THICKEST = 2.0, 9.0  # px at a text of 16 px


@dataclass(frozen=True, kw_only=True, slots=True)
class Style:
    """How one way is told from the others."""

    dash: Dash
    symbol: str
    filled: bool


STYLES: dict[Direction, Style] = {
    "up": Style(dash="solid", symbol="triangle-up", filled=True),
    "same": Style(dash="dash", symbol="square", filled=False),
    "down": Style(dash="dot", symbol="triangle-down", filled=False),
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Person:
    """One person's two answers; of very many people, all of the same two.

    Attributes
    ----------
    width
        Of the line.
    """

    before: float
    after: float
    width: float = LINE

    @property
    def way(self) -> Direction:
        """Which way they went."""
        if self.before == self.after:
            return "same"
        return "up" if self.after > self.before else "down"


def people_of(group: Group) -> list[Person]:
    """Everybody; of a crowd one for all who gave the same two answers."""
    rows = group.rows[group.rows["statistic"] == "pair"]
    pairs = [
        (*map(float, str(answer).split(">")), round(float(people)))
        for answer, people in zip(rows["answer"], rows["value"], strict=True)
    ]
    most = max((count for *_, count in pairs), default=1)
    if not is_crowd(group):
        return [Person(before=a, after=b) for a, b, count in pairs for _ in range(int(count))]
    return [
        Person(before=a, after=b, width=LINE + (THICKEST - LINE) * (count - 1) / max(most - 1, 1))
        for a, b, count in pairs
    ]


def is_crowd(group: Group) -> bool:
    """Whether there are too many people for a line each."""
    return float(group.rows["n"].max()) > MOST_LINES
