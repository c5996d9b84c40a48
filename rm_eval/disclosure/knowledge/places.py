"""Complete rankings: how many put each item at the top, and the total of its places.

Each person gives each place once. Say how many put each item at the top. Then the n first places,
the n second places and so on are shared out among the items, at the top and below it; and a list
of totals is possible if, and only if, no set X of items has less than the cheapest places would
make for it: f(top places of X) + f(other places of X), with f the sum of the lowest so many
places. (The totals are the integer points of the base polytope of a supermodular function; within
bounds, the least total of one item is the largest of "cheapest for X, less the most the others in
X may have": A. Frank, "Connections in Combinatorial Optimization" (2011), chapter 14.)
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from rm_eval.disclosure.blind import Figure, joined, keeps_everybody_safe
from rm_eval.disclosure.policy import Bounds

Ints = npt.NDArray[np.int64]

# Ways to be at the top, times sets of items: more would take too long and too much memory. What
# is counted here is public, so to give up tells nothing.
MOST_CELLS = 6_000_000


@dataclass(frozen=True, kw_only=True, slots=True)
class Places:
    """What is known of n people's complete rankings once it is told how many put each at the top.

    Attributes
    ----------
    tops
        What was told of how many put each item at the top.
    ways
        One row a way to be at the top, one column an item: every list of counts that fits.
    sets
        One row a set of items, one column an item: 1 where the set holds it.
    least
        One row a way, one column a set: the least total its items can have together.
    most
        The same for the most.
    """

    tops: tuple[Bounds, ...]
    ways: Ints
    sets: Ints
    least: Ints
    most: Ints

    @classmethod
    def of(cls, n: int, tops: tuple[Bounds, ...], n_top: int) -> "Places | None":
        """Work out what is possible; None where that is too much work."""
        size = len(tops)
        ways = _ways(tops, n_top * n, MOST_CELLS >> size)
        if ways is None:
            return None
        sets = (np.arange(2**size)[:, None] >> np.arange(size)) & 1
        at_top = ways @ sets.T
        below = n * sets.sum(axis=1) - at_top
        places = np.repeat(np.arange(1, size + 1), n)
        cheapest = np.concatenate([[0], np.cumsum(places[: n_top * n])])
        cheapest_below = np.concatenate([[0], np.cumsum(places[n_top * n :])])
        least = cheapest[at_top] + cheapest_below[below]
        # What a set has at most is everything, less the least of all others.
        most = int(places.sum()) - least[:, ::-1]
        return cls(tops=tops, ways=ways, sets=sets, least=least, most=most)

    def reach(self, item: int, totals: Ints) -> tuple[Ints, Ints, Ints]:
        """Find, for each possible way, the least and the most total of an item.

        Parameters
        ----------
        totals
            What was told of each item's total: the lowest and the highest, one row an item.

        Returns
        -------
        ways, least, most
            Ways that cannot be are left out.
        """
        low, high = (self.sets @ totals).T
        can_be = ((self.least <= high) & (self.most >= low)).all(axis=1)
        with_item = self.sets[:, item] == 1
        others = (self.sets @ totals)[with_item] - totals[item]
        least = (self.least[:, with_item] - others[:, 1]).max(axis=1)
        most = (self.most[:, with_item] - others[:, 0]).min(axis=1)
        ends = np.maximum(least, totals[item, 0]), np.minimum(most, totals[item, 1])
        return self.ways[can_be], ends[0][can_be], ends[1][can_be]


def tell_totals(places: Places, tops: Sequence[Figure], totals: Sequence[Figure]) -> list[Bounds]:
    """Tell each total in turn, in bands that leave every count at the top safe."""
    told = np.array([(figure.bands[0][0], figure.bands[-1][1]) for figure in totals])
    for item, figure in enumerate(totals):
        ways, *ends = places.reach(item, told)
        low, high = ends[0].min(), ends[1].max()
        possible = [
            (max(a, int(low)), min(b, int(high))) for a, b in figure.bands if a <= high and b >= low
        ]

        def is_safe(band: Bounds, ways: Ints = ways, ends: list[Ints] = ends) -> bool:
            left = ways[(ends[0] <= band[1]) & (ends[1] >= band[0])]
            return len(left) == 0 or all(
                keeps_everybody_safe((int(a), int(b)), top.bands, both_ways=True)
                for a, b, top in zip(left.min(axis=0), left.max(axis=0), tops, strict=True)
            )

        bands = joined(possible, is_safe)
        told[item] = next(band for band in bands if band[0] <= figure.value <= band[1])
    return [(int(low), int(high)) for low, high in told]


def _ways(tops: tuple[Bounds, ...], total: int, most: int) -> Ints | None:
    """List every way to be at the top that fits what was told; None where there are too many."""
    ways = np.zeros((1, 0), dtype=np.int64)
    for at, (low, high) in enumerate(tops):
        counts = np.arange(low, high + 1)
        ways = np.column_stack([np.repeat(ways, len(counts), axis=0), np.tile(counts, len(ways))])
        left = total - ways.sum(axis=1)
        rest = tops[at + 1 :]
        fits = (left >= sum(a for a, _ in rest)) & (left <= sum(b for _, b in rest))
        ways = ways[fits]
        if len(ways) > most:
            return None
    return ways
