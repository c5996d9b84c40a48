"""The search: what must stay possible of every banded count, and what does not."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from rm_eval.disclosure.attack.findings import LeakKind
from rm_eval.disclosure.attack.people import People
from rm_eval.disclosure.attack.possible import Possible
from rm_eval.disclosure.attack.unknowns import Sum, Unknowns

# A band that leaves only 0 and 1 is none for whoever is the one.
STEPS_FROM_AN_END = 2


@dataclass(frozen=True, kw_only=True, slots=True)
class Reader:
    """Somebody who is one of the people: the answer they gave has at least one person."""

    people: People
    own: Sum


@dataclass(frozen=True, kw_only=True, slots=True)
class Cell:
    """A count that is told as a range, or hidden.

    Attributes
    ----------
    count, rest
        The people it counts, and those of the group it does not.
    two_values
        Whether two values must be possible, for every reader there may be.
    low_end, high_end
        Whether it must not be known that at most one person, or all but at most one, gave it.
    readers
        Who may be reading and know their own answer.
    kind
        What it is if the ends are known: ``"colleague"``, or ``"person"`` for a single answer.
    """

    people: People
    statistic: str
    answer: str
    count: Sum
    rest: Sum
    two_values: bool = True
    low_end: bool = True
    high_end: bool = True
    readers: tuple[Reader, ...] = ()
    kind: LeakKind = "colleague"


@dataclass(frozen=True, kw_only=True, slots=True)
class Finding:
    """A cell that can be worked out, how, and the fewest and the most people it can be."""

    cell: Cell
    kind: LeakKind
    low: int
    high: int


@dataclass(slots=True)
class Search:
    """Everything sought in one set of unknowns.

    Attributes
    ----------
    found
        What can be worked out.
    solved
        Integer programmes solved.
    """

    cells: Sequence[Cell]
    possible: Possible
    found: list[Finding] = field(default_factory=list)
    _impossible: set[int] = field(default_factory=set)
    _readers: dict[int, int] = field(default_factory=dict)

    @classmethod
    def of(cls, unknowns: Unknowns, cells: Sequence[Cell], *, assuming: bool) -> "Search":
        """Prepare a search over these cells."""
        readers = {id(one): one for cell in cells for one in cell.readers}
        sums = [sum_ for cell in cells for sum_ in (cell.count, cell.rest)]
        own = [reader.own for reader in readers.values()]
        possible = Possible(unknowns, sums, own, assuming=assuming)
        numbers = {key: at for at, key in enumerate(readers, start=1)}
        return cls(cells=cells, possible=possible, _readers=numbers)

    def run(self) -> bool:
        """Look at every cell; return False where nothing is possible at all.

        Raises
        ------
        UndecidedError
            Where a programme gave no answer in time.
        """
        if not self.possible.find_corner():
            return False
        self.possible.look_around(0)
        for at, cell in enumerate(self.cells):
            kind = self._leak_of(cell, 2 * at)
            if kind is not None:
                self.possible.find_extremes(2 * at)
                low, high = self.possible.low[0, 2 * at], self.possible.high[0, 2 * at]
                self.found.append(Finding(cell=cell, kind=kind, low=round(low), high=round(high)))
        return True

    def _leak_of(self, cell: Cell, count: int) -> LeakKind | None:
        if cell.two_values and not self._takes_two_values(count, 0):
            return "count"
        for asked, sum_ in ((cell.low_end, count), (cell.high_end, count + 1)):
            if asked and not self._reaches(sum_):
                return cell.kind
        for reader in cell.readers if cell.two_values else ():
            if not self._takes_two_values(count, self._readers[id(reader)]):
                return "own_answer"
        return None

    def _reaches(self, sum_: int) -> bool:
        if self.possible.high[0, sum_] < STEPS_FROM_AN_END:
            self.possible.find_extremes(sum_)
        return bool(self.possible.high[0, sum_] >= STEPS_FROM_AN_END)

    def _takes_two_values(self, sum_: int, reader: int) -> bool:
        if reader in self._impossible:
            # Nobody can have given that answer, so nobody reads with it.
            return True
        low, high = self.possible.low[reader], self.possible.high[reader]
        if low[sum_] < high[sum_]:
            return True
        self.possible.look_around(reader)
        if low[sum_] < high[sum_]:
            return True
        if not self.possible.find_extremes(sum_, reader):
            self._impossible.add(reader)
            return True
        return bool(low[sum_] < high[sum_])
