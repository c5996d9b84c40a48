"""Unknown whole numbers, and what is known of sums of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

# Unknown -> how many times it counts.
Sum = Mapping[int, float]


def plus(*sums: Sum) -> Sum:
    """Add sums up."""
    total: dict[int, float] = {}
    for one in sums:
        for unknown, times_ in one.items():
            total[unknown] = total.get(unknown, 0) + times_
    return total


def times(sum_: Sum, factor: float) -> Sum:
    """Multiply a sum."""
    return {unknown: factor * times_ for unknown, times_ in sum_.items()}


def minus(one: Sum, other: Sum) -> Sum:
    """Take a sum from another."""
    return plus(one, times(other, -1))


@dataclass(frozen=True, kw_only=True, slots=True)
class Fact:
    """A sum lies within bounds.

    Attributes
    ----------
    assumed
        True for what readers would take for granted though it may be wrong, such as that nobody
        left an item out of a ranking. Given up where it contradicts what was given out.
    """

    sum: Sum
    low: float
    high: float
    assumed: bool = False


@dataclass(slots=True)
class Unknowns:
    """The unknown whole numbers of one question, and everything known of them.

    Attributes
    ----------
    bounds
        The fewest and the most of each unknown.
    facts
        What is known of sums of them.
    moves
        Small changes that lead from one possibility to another near by: one person answers
        differently. They spare most integer programmes and decide nothing.
    """

    bounds: list[tuple[float, float]] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)
    moves: list[Sum] = field(default_factory=list)

    def new(self, low: float, high: float) -> Sum:
        """Bring in an unknown."""
        self.bounds.append((low, high))
        return {len(self.bounds) - 1: 1}

    def know(
        self, sum_: Sum, low: float = -float("inf"), high: float = float("inf"), *,
        assumed: bool = False,
    ) -> None:  # fmt: skip
        """Write down a fact."""
        self.facts.append(Fact(sum=sum_, low=low, high=high, assumed=assumed))

    def may_move(self, moves: Iterable[Sum]) -> None:
        """Write down small changes worth trying."""
        self.moves.extend(moves)
