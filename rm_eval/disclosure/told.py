"""`Told`: what is told of one question, once, to everybody beyond the programme team.

Whatever is published is worked out from this: for colleagues as it stands, for the public more
coarsely, and for several groups together by adding up. So no two views tell more than one.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from rm_eval.disclosure.listing import ANY_OTHER
from rm_eval.disclosure.policy import Bounds, Limits
from rm_eval.measures import Group, Kind
from rm_eval.questionnaire import Question
from rm_eval.responses import Scope


@dataclass(frozen=True, kw_only=True, slots=True)
class ToldCount:
    """Between which ends a count of people lies; see `rm_eval.disclosure.Published` for the rest.

    Attributes
    ----------
    bounds
        The fewest and the most people; equal where the count is told exactly.
    """

    statistic: str
    answer: str
    label: str
    bounds: Bounds


@dataclass(frozen=True, kw_only=True, slots=True)
class ToldTotal:
    """Between which ends the total of some people's scores or places lies: their mean.

    Attributes
    ----------
    ends
        The lowest and the highest score one person can give.
    """

    statistic: str
    answer: str
    label: str
    bounds: Bounds
    ends: Bounds


@dataclass(frozen=True, kw_only=True, slots=True)
class ToldGroup:
    """What is told of one group of people.

    Attributes
    ----------
    n
        People who answered the question.
    cohorts
        From how many cohorts they come.
    """

    role: Group
    n: int
    counts: tuple[ToldCount, ...]
    totals: tuple[ToldTotal, ...] = ()
    cohorts: int = 1

    @property
    def says_nothing(self) -> bool:
        """Whether no more is told of the group than how many people it is."""
        return not self.totals and all(one.bounds == (0, self.n) for one in self.counts)


@dataclass(frozen=True, kw_only=True, slots=True)
class Waiting:
    """People who answered, or changed their answers, after figures were given out.

    Attributes
    ----------
    needed
        How many of them there must be before something is told of them.
    since
        The day figures of their group were last told.
    """

    role: Group
    n: int
    needed: int
    since: date


@dataclass(frozen=True, kw_only=True, slots=True)
class Told:
    """What is told of one question; `groups` in the order to draw.

    Attributes
    ----------
    limits
        What whoever governs the data had chosen when it was told.
    responses
        (role, people who answered the form, people who were sent it), where somebody said.
    waiting
        People of whom nothing is told yet, because there are too few.
    some_left
        Whether answers that are told of were removed or changed since.
    earlier
        Of a change, the id of the question as it was asked at the earlier stage.
    divided_by
        What parted the people of its stage when it was first told; "" where nothing did.
    cohorts
        Names of the cohorts that are added up in it; none where it is one.
    """

    question: Question
    scope: Scope
    kind: Kind
    limits: Limits
    groups: tuple[ToldGroup, ...]
    responses: tuple[tuple[Group, int, int], ...] = ()
    notes: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    sample: bool = False
    waiting: tuple[Waiting, ...] = ()
    some_left: bool = False
    earlier: str = ""
    divided_by: str = ""
    cohorts: tuple[str, ...] = ()

    def with_note(self, note: str) -> "Told":
        """Say something more under its figures."""
        return replace(self, notes=(*self.notes, note))

    def under(self, id_: str) -> "Told":
        """Name its question by another id: asked twice, it has one at each stage."""
        return replace(self, question=replace(self.question, id=id_))

    def placed_in(self, scope: Scope) -> "Told":
        """Name whose answers they are in another way: of several organisations, each by its own."""
        return replace(self, scope=scope)


Counts = Mapping[tuple[str, str], ToldCount]


def added_up(groups: Iterable[ToldGroup]) -> ToldGroup:
    """Add up what was told of groups of different people to the same question.

    Sums of what is told tell nothing new, whoever the people are: nobody can take a group away
    from the sum and learn more of it than was told before.
    """
    first, *others = groups
    for one in others:
        first = _sum(first, one)
    return first


def _sum(one: ToldGroup, other: ToldGroup) -> ToldGroup:
    here, there = _by_answer(one), _by_answer(other)
    totals = {(t.statistic, t.answer): t for t in other.totals}
    return replace(
        one,
        n=one.n + other.n,
        cohorts=one.cohorts + other.cohorts,
        counts=tuple(
            replace(
                count,
                bounds=_plus(_bounds(one, here, there, key), _bounds(other, there, here, key)),
            )
            for key, count in {**here, **there}.items()
        ),
        totals=tuple(
            replace(t, bounds=_plus(t.bounds, totals[t.statistic, t.answer].bounds))
            for t in one.totals
            if (t.statistic, t.answer) in totals
        ),
    )


def _by_answer(group: ToldGroup) -> Counts:
    return {(count.statistic, count.answer): count for count in group.counts}


def _bounds(group: ToldGroup, own: Counts, others: Counts, key: tuple[str, str]) -> Bounds:
    """Return what is told of a count that a group may not list itself.

    What it does not list, none to all of its people may have answered; or as many as gave any
    other answer, where that is counted. Any other answer may then have been just that.
    """
    rest = own.get((key[0], ANY_OTHER))
    if key not in own:
        return (0, rest.bounds[1]) if rest else (0, group.n)
    low, high = own[key].bounds
    return (0 if own[key] is rest and others.keys() - own.keys() else low), high


def _plus(one: Bounds, other: Bounds) -> Bounds:
    return one[0] + other[0], one[1] + other[1]
