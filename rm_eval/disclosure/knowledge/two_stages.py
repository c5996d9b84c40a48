"""Changes of linked people, beside what was told of everybody at both stages.

The figures of each stage are out, and who is linked is some of those who answered at each. So they
tell something of a change before anything is told of it: where everybody is linked and 7 said yes
before and 11 after, 4 more went up than down. What is possible of the change is every way to fill a
table of (answer before, answer after), with the others beside it, that gives what was told.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.optimize import Bounds as Between
from scipy.optimize import LinearConstraint, milp

from rm_eval.disclosure.policy import Bounds
from rm_eval.disclosure.told import ToldGroup
from rm_eval.questionnaire import Question
from rm_eval.recognise.scales.likert import is_off_the_scale

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.floating[Any]]
# Of yes or no every way is tried; of more answers, for each number of people who went down, how
# many can have gone up. How many people there are is public, so to give up tells nothing.
FEWEST_SCORES, MOST_PEOPLE = 2, 60


@dataclass(frozen=True, kw_only=True, slots=True)
class Stages:
    """What was told of everybody of a role at two stages, some of whom are linked.

    Attributes
    ----------
    question
        As it is compared, with its scale.
    """

    question: Question
    before: ToldGroup
    after: ToldGroup


@dataclass(frozen=True, kw_only=True, slots=True)
class Ways:
    """Every way a change can have been, as far as is known.

    Attributes
    ----------
    n
        Linked people who answered both times.
    points
        One row a way. Columns: how many went down, stayed the same and went up; then `watched`.
    watched
        Of each further column, how many people could be counted in it.
    """

    n: int
    points: Ints
    watched: tuple[int, ...] = ()

    @property
    def ranges(self) -> tuple[Bounds, ...]:
        """The smallest and the largest of each count."""
        if not len(self.points):
            # Nobody will be told what cannot be.
            return ((0, self.n),) * 3 + tuple((0, n) for n in self.watched)
        ends = self.points.min(axis=0).tolist(), self.points.max(axis=0).tolist()
        return tuple(zip(*ends, strict=True))

    def told(self, at: int, band: Bounds) -> "Ways":
        """Add what was told of one count."""
        column = self.points[:, at]
        return replace(self, points=self.points[(band[0] <= column) & (column <= band[1])])

    def watching(self, which: Sequence[int]) -> "Ways":
        """Watch some of the further columns alone."""
        columns = [0, 1, 2, *(3 + at for at in which)]
        watched = tuple(self.watched[at] for at in which)
        return replace(self, points=self.points[:, columns], watched=watched)


def ways_of(n: int, stages: Stages) -> Ways | None:
    """Find every way n linked people can have changed; None where what was told does not fit."""
    scores = scores_of(stages.question)
    if min(stages.before.n, stages.after.n) < n or len(scores) < FEWEST_SCORES or n > MOST_PEOPLE:
        return None
    is_yes_no = stages.question.type == "yes_no"
    found = _of_two(n, stages) if is_yes_no else _of_many(n, stages, scores)
    return found if len(found.points) else None


def scores_of(question: Question) -> dict[str, int]:
    """Return the answers that stand in order, with their scores."""
    low = question.scale.low if question.scale else 1
    if question.type == "yes_no":
        return {"no": 0, "yes": 1}
    if question.type == "likert":
        on_scale = [one.id for one in question.options if not is_off_the_scale(one.label)]
        return {name: low + at for at, name in enumerate(on_scale)}
    high = question.scale.high if question.scale else 10
    return {str(score): score for score in range(low, high + 1)}


# Yes or no --------------------------------------------------------------------------------------


def _of_two(n: int, stages: Stages) -> Ways:
    """Try every way; of the others at a stage it is enough to know the ends."""
    down, up, both = (axis.ravel() for axis in np.indices((n + 1,) * 3))
    keep = down + up + both <= n
    down, up, both = down[keep], up[keep], both[keep]
    lower, upper = scores_of(stages.question)
    fits = np.ones(len(down), dtype=bool)
    ends: list[list[Ints]] = [[], []]
    watched: list[int] = []
    for group, linked in ((stages.before, down + both), (stages.after, up + both)):
        n_others = group.n - n
        low, high = _bounds_of(group, upper)
        other_low, other_high = _bounds_of(group, lower)
        low, high = max(low, group.n - other_high), min(high, group.n - other_low)
        least, most = np.maximum(0, low - linked), np.minimum(n_others, high - linked)
        fits &= least <= most
        for columns, others in zip(ends, (least, most), strict=True):
            columns += [linked + others, group.n - linked - others, linked, n - linked]
            columns += [others, n_others - others]
        watched += [group.n, group.n, n, n, n_others, n_others]
    same = n - down - up
    points = [np.column_stack([down, same, up, *columns])[fits] for columns in ends]
    return Ways(n=n, points=np.vstack(points), watched=tuple(watched))


def _bounds_of(group: ToldGroup, answer: str) -> Bounds:
    return next((one.bounds for one in group.counts if one.answer == answer), (0, group.n))


# More answers -----------------------------------------------------------------------------------


def _of_many(n: int, stages: Stages, scores: dict[str, int]) -> Ways:
    """For each number of people who went down, find how few and how many can have gone up."""
    table = _Table(n, stages, scores)
    points = []
    for down in range(n + 1):
        fewest, most = table.fewest_up(down, 1), table.fewest_up(down, -1)
        if fewest is not None and most is not None:
            points += [(down, n - down - up, up) for up in range(fewest, most + 1)]
    return Ways(n=n, points=np.array(points, dtype=np.int64).reshape(-1, 3))


class _Table:
    """Linked people by answer before and after, and the others at each stage, all unknown."""

    def __init__(self, n: int, stages: Stages, scores: dict[str, int]) -> None:
        self._scores = np.array([*scores.values()])
        size = len(scores)
        before, after = np.indices((size, size)).reshape(2, -1)
        self._down, self._up = (after < before) * 1.0, (after > before) * 1.0
        self._others = size + 1  # the last one answered beside the scale, or not at all
        self._rows: list[Floats] = []
        self._ends: list[Bounds] = []
        self._know(self._row(np.ones(size * size)), (n, n))
        for at, (group, place) in enumerate(((stages.before, before), (stages.after, after))):
            self._know(self._row(np.zeros(size * size), at, np.ones(size + 1)), (group.n - n,) * 2)
            for counts, bounds in _told(group, scores):
                self._know(self._row(counts[place], at, counts), bounds)
        self._most = float(max(stages.before.n, stages.after.n))

    def _row(self, linked: Floats, at: int = 0, others: Floats | None = None) -> Floats:
        row = np.zeros(len(linked) + 2 * self._others)
        row[: len(linked)] = linked
        if others is not None:
            first = len(linked) + at * self._others
            row[first : first + self._others] = others
        return row

    def _know(self, row: Floats, ends: Bounds) -> None:
        self._rows.append(row)
        self._ends.append(ends)

    def fewest_up(self, down: int, sign: int) -> int | None:
        """Find the fewest (sign 1) or the most (sign -1) who can have gone up; None for no way."""
        rows = np.vstack([*self._rows, self._row(self._down)])
        low, high = zip(*self._ends, (down, down), strict=True)
        found = milp(
            sign * self._row(self._up),
            constraints=LinearConstraint(rows, low, high),
            integrality=np.ones(rows.shape[1]),
            bounds=Between(0, self._most),
            # Presolved, the solver now and then prints a line of its own.
            options={"presolve": False},
        )
        return None if found.x is None else round(float(self._row(self._up) @ np.round(found.x)))


def _is_worded(group: ToldGroup, scores: dict[str, int]) -> bool:
    """Say whether each answer is counted by itself, and not in parts of a scale."""
    return any(count.answer in scores for count in group.counts)


def _told(group: ToldGroup, scores: dict[str, int]) -> Iterable[tuple[Floats, Bounds]]:
    """Write what was told of a stage as sums over its answers, the one beside the scale last."""
    values = [*scores.values()]
    if group.counts and _is_worded(group, scores):
        # Of a form nobody knows, an answer that is not listed was nobody's.
        listed = {count.answer for count in group.counts}
        yield np.array([*(name not in listed for name in scores), False], float), (0, 0)
    for count in group.counts:
        if count.answer in scores:
            first = last = scores[count.answer]
        else:
            low, _, high = count.answer.partition("-")
            if not (low.isdecimal() and high.isdecimal()):
                continue  # an answer beside the scale: anybody's but a linked person's
            first, last = int(low), int(high)
        yield np.array([*(first <= one <= last for one in values), False], float), count.bounds
    for total in group.totals:
        yield np.array([*values, 0.0]), total.bounds
