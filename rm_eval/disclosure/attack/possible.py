"""Which whole numbers are possible: points found by integer programmes, and points near them."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from scipy.optimize import Bounds, LinearConstraint, milp

from rm_eval.disclosure.attack.unknowns import Sum, Unknowns

Numbers = npt.NDArray[np.float64]

# Far more than a programme of this size needs; a machine under load must not make a leak.
SECONDS_A_PROGRAMME = 20.0
# Pairs of small changes tried around a point; of more moves than this, none.
MOST_PAIRS, MOST_PAIRED = 4000, 500
# Sums of whole numbers are told apart by more than this, and programmes are this exact.
HAIR = 1e-5
OPTIMAL, INFEASIBLE = 0, 2


class UndecidedError(Exception):
    """A programme gave no answer in time."""


class Possible:
    """The possibilities that fit everything known, and how far watched sums reach in them.

    Every possibility found is a proof of what it shows. Most proofs are found without a programme:
    by changing a possibility a little and looking whether everything known still holds.

    Attributes
    ----------
    low, high
        The smallest and the largest value met of each watched sum (columns), by any reader (first
        row) and by readers who know that a sum is at least 1 (a row each).
    solved
        Integer programmes solved so far.
    """

    def __init__(
        self, unknowns: Unknowns, sums: Sequence[Sum], readers: Sequence[Sum], *, assuming: bool
    ) -> None:
        self._size = len(unknowns.bounds)
        facts = [fact for fact in unknowns.facts if assuming or not fact.assumed]
        lows, highs = zip(*unknowns.bounds, strict=True)
        self._table = np.vstack([np.eye(self._size), self._rows([fact.sum for fact in facts])])
        self._low = np.array([*lows, *(fact.low for fact in facts)])
        self._high = np.array([*highs, *(fact.high for fact in facts)])
        self._changes = self._small_changes(self._rows(unknowns.moves))
        self._effects = self._changes @ self._table.T
        self._sums, self._readers = self._rows(sums), self._rows(readers)
        self.low = np.full((len(readers) + 1, len(sums)), np.inf)
        self.high = -self.low
        self.solved = 0
        self._points: list[Numbers | None] = [None] * (len(readers) + 1)

    def find(self, aim: Numbers, reader: int = 0) -> bool:
        """Find the possibility with the largest sum; say whether there is any.

        Parameters
        ----------
        aim
            Weights of the sum, one an unknown.
        reader
            Which reader's own answer must be among the answers; 0 for nobody's.
        """
        facts = slice(self._size, None)
        constraints = [LinearConstraint(self._table[facts], self._low[facts], self._high[facts])]
        if reader:
            constraints.append(LinearConstraint(self._readers[[reader - 1]], 1, np.inf))
        self.solved += 1
        found = milp(
            -aim,
            constraints=constraints,
            integrality=np.ones(self._size),
            bounds=Bounds(self._low[: self._size], self._high[: self._size]),
            options={"time_limit": SECONDS_A_PROGRAMME},
        )
        if found.status == INFEASIBLE:
            return False
        if found.status != OPTIMAL or not self._fit(point := np.round(found.x))[0]:
            raise UndecidedError
        self._look_around(point)
        return True

    def find_extremes(self, sum_: int, reader: int = 0) -> bool:
        """Find the largest and the smallest value of a watched sum; say whether there is any."""
        aim = self._sums[sum_]
        return self.find(aim, reader) and self.find(-aim, reader)

    def find_corner(self) -> bool:
        """Find a possibility far from the middle; say whether there is any."""
        # A fixed seed: the same figures always take the same way.
        return self.find(np.random.default_rng(0).integers(-9, 10, size=self._size).astype(float))

    def look_around(self, reader: int) -> None:
        """Look around a possibility that a reader knows to be one, if any was met."""
        point, self._points[reader] = self._points[reader], None
        if point is not None:
            self._look_around(point)

    def _look_around(self, point: Numbers) -> None:
        near = point + self._changes[self._fit(point, self._effects)]
        self._watch(np.vstack([point, near]))

    def _fit(self, point: Numbers, effects: Numbers | float = 0.0) -> npt.NDArray[np.bool_]:
        values = np.atleast_2d(self._table @ point + effects)
        inside = (values >= self._low - HAIR) & (values <= self._high + HAIR)
        return np.asarray(inside.all(axis=1))

    def _watch(self, points: Numbers) -> None:
        values = points @ self._sums.T
        own = points @ self._readers.T > HAIR
        for at, known in enumerate((np.ones(len(points), dtype=bool), *own.T)):
            if known.any():
                seen = values[known]
                self._points[at] = points[known][-1]
                self.low[at] = np.minimum(self.low[at], seen.min(axis=0))
                self.high[at] = np.maximum(self.high[at], seen.max(axis=0))

    def _rows(self, sums: Sequence[Sum]) -> Numbers:
        rows = np.zeros((len(sums), self._size))
        for row, sum_ in zip(rows, sums, strict=True):
            for unknown, times in sum_.items():
                row[unknown] = times
        return rows

    @staticmethod
    def _small_changes(moves: Numbers) -> Numbers:
        """Write every single move, and of few moves every pair, as changes of a point."""
        if len(moves) > MOST_PAIRED:
            return moves
        first, second = np.triu_indices(len(moves), k=1)
        if len(first) > MOST_PAIRS:
            some = np.random.default_rng(0).integers(len(first), size=MOST_PAIRS)
            first, second = first[some], second[some]
        return np.vstack([moves, moves[first] + moves[second]])
