"""Tell as much of a question's figures as keeps everybody safe, deciding blind.

A figure is told as the band it lies in. Before a figure is told, its bands are joined until
whichever of them turned out to be true would leave every count safe. That is decided from what
has been told already and from what everybody knows, never from the true figures. So somebody who
knows this very code, and runs it on every answer there could be, learns nothing more from how
finely a figure was told: what is told is all there is to know.

The idea is simulatable auditing: K. Kenthapadi, N. Mishra and K. Nissim, "Simulatable auditing",
Proceedings of the 24th ACM Symposium on Principles of Database Systems (2005), 118-127.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol, Self, TypeVar

from rm_eval.disclosure.policy import Bands, Bounds


class Knowledge(Protocol):
    """What a reader knows, who can add up: between which ends each figure must lie."""

    @property
    def ranges(self) -> tuple[Bounds, ...]:
        """The smallest and the largest possible value of each figure."""

    def told(self, at: int, band: Bounds) -> Self:
        """What a reader knows when they are told that figure `at` lies within a band."""


K = TypeVar("K", bound=Knowledge)


@dataclass(frozen=True, kw_only=True, slots=True)
class Figure:
    """A count of people, or a total of scores, that is to be told.

    Attributes
    ----------
    value
        The truth. Nothing looks at it but the last step, which picks its band.
    bands
        In which the policy would tell it.
    is_count
        Counts of people are kept safe; a total matters only for what it tells of counts.
    both_ways
        Whether not to be counted is an answer too, which no other count is of: a box left empty.
    is_watched
        Whether it is never told itself, and only must not be told by the others.
    """

    value: int
    bands: Bands
    is_count: bool = True
    both_ways: bool = False
    is_watched: bool = False


def tell(knowledge: K, figures: Sequence[Figure]) -> K | None:
    """Tell each figure in turn; return what a reader then knows.

    Returns
    -------
    Knowledge or None
        None where even to tell nothing but how many people there are would be too much.
    """
    if not is_safe(knowledge, figures):
        return None
    for at, figure in enumerate(figures):
        if figure.is_watched:
            continue
        knowledge = knowledge.told(at, _band_to_tell(knowledge, figures, at, figure))
    return knowledge


def is_safe(knowledge: Knowledge, figures: Sequence[Figure]) -> bool:
    """Say whether no count can be worked out that the policy would not tell."""
    return all(
        keeps_everybody_safe(
            range_, figure.bands, both_ways=figure.both_ways, is_watched=figure.is_watched
        )
        for range_, figure in zip(knowledge.ranges, figures, strict=False)
        if figure.is_count
    )


def keeps_everybody_safe(
    range_: Bounds, bands: Bands, *, both_ways: bool = False, is_watched: bool = False
) -> bool:
    """Say whether a reader may know that a count lies within a range.

    The reader may be one of the people. They take their own answer away; so "10 or 11 of 11"
    tells whoever answered otherwise what all the others said.
    """
    low, high = range_
    if low == high:
        return range_ in bands
    n = bands[-1][1]
    # Of one person alone nobody else's answer can be told: they gave it, or they did not.
    alone = is_watched and n == 1
    everybody_else = low >= n - 1 and bands[-1][0] < n and not alone
    nobody_else = both_ways and high <= 1 and bands[0][1] > 0
    return not (everybody_else or nobody_else)


def joined(bands: Sequence[Bounds], is_safe: Callable[[Bounds], bool]) -> list[Bounds]:
    """Join neighbouring bands, as few as possible, until each of them is safe.

    Whatever holds a safe band is safe too; so taking each as early as it is safe leaves the most
    bands. What is left over at the end joins the last, or as many of the last as it takes.
    """
    found: list[Bounds] = []
    start = None
    for low, high in bands:
        start = low if start is None else start
        if is_safe((start, high)):
            found.append((start, high))
            start = None
    end = bands[-1][1]
    while start is not None:
        start = found.pop()[0] if found else bands[0][0]
        if not found or is_safe((start, end)):
            found.append((start, end))
            start = None
    return found


def _band_to_tell(
    knowledge: Knowledge, figures: Sequence[Figure], at: int, figure: Figure
) -> Bounds:
    low, high = knowledge.ranges[at]
    possible = [(max(a, low), min(b, high)) for a, b in figure.bands if a <= high and b >= low]
    bands = joined(possible, lambda band: is_safe(knowledge.told(at, band), figures))
    return next(band for band in bands if band[0] <= figure.value <= band[1])
