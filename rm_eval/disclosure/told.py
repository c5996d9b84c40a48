"""`Told`: what is told of one question, once, to everybody beyond the programme team.

Whatever is published is worked out from this: for colleagues as it stands, for the public more
coarsely, and for several groups together by adding up. So no two views tell more than one.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from rm_eval.disclosure.policy import Bounds, Limits
from rm_eval.measures import Kind
from rm_eval.questionnaire import Question, Role
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

    role: Role
    n: int
    counts: tuple[ToldCount, ...]
    totals: tuple[ToldTotal, ...] = ()
    cohorts: int = 1


@dataclass(frozen=True, kw_only=True, slots=True)
class Told:
    """What is told of one question; `groups` in the order to draw.

    Attributes
    ----------
    limits
        What whoever governs the data had chosen when it was told.
    responses
        (role, people who answered the form, people who were sent it), where somebody said.
    """

    question: Question
    scope: Scope
    kind: Kind
    limits: Limits
    groups: tuple[ToldGroup, ...]
    responses: tuple[tuple[Role, int, int], ...] = ()
    notes: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    sample: bool = False


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
    counts = {(c.statistic, c.answer): c for c in other.counts}
    totals = {(t.statistic, t.answer): t for t in other.totals}
    here = {(c.statistic, c.answer) for c in one.counts}
    # What one of them does not list, none to all of its people may have answered.
    return replace(
        one,
        n=one.n + other.n,
        cohorts=one.cohorts + other.cohorts,
        counts=(
            *(
                replace(c, bounds=_plus(c.bounds, counts.get((c.statistic, c.answer)), other.n))
                for c in one.counts
            ),
            *(
                replace(c, bounds=_plus(c.bounds, None, one.n))
                for key, c in counts.items()
                if key not in here
            ),
        ),
        totals=tuple(
            replace(t, bounds=_plus_total(t, totals[t.statistic, t.answer]))
            for t in one.totals
            if (t.statistic, t.answer) in totals
        ),
    )


def _plus(bounds: Bounds, other: ToldCount | None, n: int) -> Bounds:
    low, high = other.bounds if other else (0, n)
    return bounds[0] + low, bounds[1] + high


def _plus_total(one: ToldTotal, other: ToldTotal) -> Bounds:
    return one.bounds[0] + other.bounds[0], one.bounds[1] + other.bounds[1]
