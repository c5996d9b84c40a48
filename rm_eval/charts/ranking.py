"""An order of importance: what is told of each item, best average place first.

The programme team sees how many people gave each item each place, as a table; everybody else
the average place alone, on a line from first to last. Two files, one choice.
"""

from collections.abc import Hashable
from dataclasses import dataclass
from math import inf
from typing import Any

from rm_eval.charts.key import Group, groups_of
from rm_eval.disclosure import Published

Cell = dict[Hashable, Any]


@dataclass(frozen=True, kw_only=True, slots=True)
class Told:
    """What is told of one item by one group.

    Attributes
    ----------
    places
        How many people gave it each place, the first place first; empty beyond the team.
    shares
        The same as shares of the group.
    low, high
        Average place; -1 where it is not told.
    top
        What share put it at the top, the middle of what is told; -1 where it is not told.
    mean_text, top_text
        The average place, and how many put it at the top, as printed.
    """

    places: tuple[int, ...]
    shares: tuple[float, ...]
    low: float
    high: float
    top: float
    mean_text: str
    top_text: str

    @property
    def middle(self) -> float:
        """Where its average place stands; last of all where nothing is told."""
        return (self.low + self.high) / 2 if self.low >= 0 else inf


@dataclass(frozen=True, kw_only=True, slots=True)
class Item:
    """One thing that was ranked, by group id."""

    label: str
    told: dict[str, Told]

    @property
    def middle(self) -> float:
        """Mean of what is told of its place by each group, so that no group weighs more."""
        known = [told.middle for told in self.told.values() if told.low >= 0]
        return sum(known) / len(known) if known else inf

    @property
    def top(self) -> float:
        """How often it was put at the top by the group that did so most."""
        return max(told.top for told in self.told.values())


@dataclass(frozen=True, kw_only=True, slots=True)
class Ranking:
    """Items in the order to draw, for groups of which anything is told."""

    groups: list[Group]
    items: list[Item]
    n_places: int
    n_top: int

    @property
    def has_places(self) -> bool:
        """Whether an average place is told of anything."""
        return any(told.low >= 0 for item in self.items for told in item.told.values())

    @property
    def top_words(self) -> str:
        """Such as "in top 3", or "first" where the top is one place."""
        return " ".join(self.top_head)

    @property
    def top_head(self) -> tuple[str, str]:
        """The same as the two lines of a column's head."""
        return ("In", f"top {self.n_top}") if self.n_top > 1 else ("Put", "first")


def read_ranking(published: Published) -> Ranking:
    """Sort the published rows of a ranking by item and group."""
    groups = [group for group in groups_of(published.rows) if not group.hidden]
    labels: dict[str, str] = {}
    told: dict[str, dict[str, Told]] = {}
    n_top = 1
    for group in groups:
        # What is of the whole order belongs to no item, and is not drawn.
        placed = group.rows[group.rows["answer"] != ""]
        for answer, rows in placed.groupby("answer", sort=False):
            cells: dict[str, Cell] = {str(row["statistic"]): row for row in rows.to_dict("records")}
            n_top = next(int(name[4:]) for name in cells if name.startswith("top_"))
            labels.setdefault(str(answer), str(rows["label"].iloc[0]))
            told.setdefault(str(answer), {})[group.id] = _told(cells, f"top_{n_top}")
    items = [Item(label=labels[answer], told=those) for answer, those in told.items()]
    return Ranking(
        groups=groups,
        items=sorted(items, key=lambda item: (item.middle, item.middle == inf and -item.top)),
        n_places=len(items),
        n_top=n_top,
    )


def _told(cells: dict[str, Cell], top: str) -> Told:
    places = [cell for name, cell in cells.items() if name.startswith("place_")]
    mean = cells.get("mean_place")
    known = mean is not None and mean["shown"] != "hidden"
    ends = ("low", "high") if known and mean and mean["shown"] == "band" else ("value", "value")
    return Told(
        places=tuple(round(cell["value"]) for cell in places),
        shares=tuple(float(cell["share_low"]) for cell in places),
        low=float(mean[ends[0]]) if known and mean else -1.0,
        high=float(mean[ends[1]]) if known and mean else -1.0,
        top=_middle(cells[top]),
        mean_text=str(mean["text"]) if mean else "no place given",
        top_text=str(cells[top]["text"]),
    )


def _middle(cell: Cell) -> float:
    hidden = cell["shown"] == "hidden"
    return -1.0 if hidden else (float(cell["share_low"]) + float(cell["share_high"])) / 2
