"""Everybody gives each place at most once; a complete ranking gives all of them."""

import re
from collections.abc import Iterable
from itertools import combinations, permutations

from rm_eval.disclosure.attack.answers.answers import Form, Mean
from rm_eval.disclosure.attack.unknowns import Sum, Unknowns, minus, plus, times

PLACES = re.compile(r"(place|top)_(\d+)")


class Ranking:
    """People who gave each item each place: a square table.

    Every such table of whole numbers whose lines sum to the people is made of that many complete
    rankings (Birkhoff 1946), so nothing is lost by not looking at single rankings.
    """

    both_ways = True

    def __init__(self, unknowns: Unknowns, n: Sum, form: Form) -> None:
        items = tuple(dict.fromkeys([*form.listed, *(o.id for o in form.question.options)]))
        self.n, self._items, self._n_places = n, items, len(items)
        places = range(1, self._n_places + 1)
        self._at = {(item, p): unknowns.new(0, form.most) for item in items for p in places}
        lines = [[self._at[item, p] for p in places] for item in items]
        columns = [[self._at[item, p] for item in items] for p in places]
        for line in (*lines, *columns):
            unknowns.know(minus(n, plus(*line)), 0)
        if not form.some_unlisted:
            # Whoever ranked at all placed something.
            unknowns.know(minus(plus(*self._at.values()), n), 0)
        if not form.some_left_out:
            # Of items that are not listed nothing is known, nor then of who got each place.
            for line in lines if form.some_unlisted else (*lines, *columns):
                unknowns.know(minus(n, plus(*line)), 0, 0, assumed=True)
        unknowns.may_move(self._swaps())

    def people(self, statistic: str, answer: str) -> Sum | None:
        """Return the people who gave an item a place, or one of the first few."""
        found = PLACES.fullmatch(statistic)
        if found is None or (answer, 1) not in self._at:
            return None
        last = int(found[2])
        first = last if found[1] == "place" else 1
        return plus(*(self._at[answer, place] for place in range(first, last + 1)))

    def mean(self, statistic: str, answer: str) -> Mean | None:
        """Return the sum of the places an item was given, over the people who placed it."""
        if statistic != "mean_place" or (answer, 1) not in self._at:
            return None
        places = range(1, self._n_places + 1)
        return Mean(
            total=plus(*(times(self._at[answer, place], place) for place in places)),
            base=plus(*(self._at[answer, place] for place in places)),
        )

    def own(self) -> list[Sum]:
        """Whoever gave an item a place knows that one person did."""
        return list(self._at.values())

    def each(self) -> dict[str, Sum]:
        """Return the people who gave an item a place."""
        return {f"{item} as number {place}": sum_ for (item, place), sum_ in self._at.items()}

    def _swaps(self) -> Iterable[Sum]:
        """One person exchanges the places of two items; or two people do, and every mean stays."""
        for one, other in combinations(self._items, 2):
            swaps = {
                (p, q): minus(
                    plus(self._at[one, p], self._at[other, q]),
                    plus(self._at[one, q], self._at[other, p]),
                )
                for p, q in permutations(range(1, self._n_places + 1), 2)
            }
            yield from swaps.values()
            for (p, q), (r, s) in combinations(swaps, 2):
                if p - q == s - r and (r, s) != (q, p):
                    yield plus(swaps[p, q], swaps[r, s])
