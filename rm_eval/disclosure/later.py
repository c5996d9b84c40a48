"""Tell later: people who answered after figures were given out, and people who left.

Each group of people is told once. Who answers later waits until there are enough to be told as a
group of their own, which is added up with the earlier ones. Of a group that some have left, no
more is told than before: each count has lost none to all of those who left. So figures of one
closing and of the next are sums of what was told of groups of different people, and to know both
tells nothing more.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import count

import pandas as pd

from rm_eval.disclosure.knowledge import Stages
from rm_eval.disclosure.listing import ANY_OTHER
from rm_eval.disclosure.policy import STANDARD, Limits, is_told
from rm_eval.disclosure.tell import NO_STAGES, tell
from rm_eval.disclosure.told import Told, ToldCount, ToldGroup, ToldTotal, Waiting, added_up
from rm_eval.measures import Group, Kind, Measured, role_of
from rm_eval.questionnaire import Mark, Question

# In these kinds a count of nobody is told like any other.
WITH_OPTIONS: frozenset[Kind] = frozenset({"ticks", "choices", "likert", "yes_no"})
# Of these the options of a form nobody knows are gathered from its answers.
GATHERED: frozenset[Kind] = frozenset({"ticks", "choices", "ranking"})
# Counts of another cut of a scale cannot be added up.
CUT: frozenset[Kind] = frozenset({"scale"})


@dataclass(frozen=True, kw_only=True, slots=True)
class Telling:
    """What was told of one group of people, once: nothing is ever told of them again.

    Attributes
    ----------
    closing
        The number of the closing at which it was told.
    on
        The day.
    kind
        What kind of measure the question was then.
    """

    closing: int
    on: date
    kind: Kind
    group: ToldGroup

    @property
    def key(self) -> tuple[Group, int]:
        """Which telling of its question it is."""
        return self.group.role, self.closing


@dataclass(frozen=True, kw_only=True, slots=True)
class Closing:
    """The closing at which something is told: its number, its day, and the limits chosen."""

    number: int
    on: date
    limits: Limits = STANDARD


def tell_later(
    late: Measured,
    before: Sequence[Telling],
    left: Mapping[tuple[Group, int], int],
    closing: Closing,
    stages: Mapping[Group, Stages] = NO_STAGES,
) -> tuple[Told, tuple[Telling, ...]]:
    """Tell what can be told of one question at a closing, and what is new of it.

    Parameters
    ----------
    late
        Figures of the people of whom nothing was told yet, groups of none included.
    before
        What was told of this question at earlier closings.
    left
        How many people of each of these tellings are still here, with the same answers.
    stages
        See `tell`.

    Returns
    -------
    Told
        Of all the groups together.
    tuple of Telling
        What was told for the first time, of groups of late people that are large enough.
    """
    listed = _with_what_was_listed(late, before)
    found = tell(listed, limits=closing.limits, stages=stages)
    groups: list[ToldGroup] = []
    new: list[Telling] = []
    waiting: list[Waiting] = []
    for group in found.groups:
        earlier = [
            one
            for one in before
            # What was told of parts is told of their role, where that is shown as one again.
            if group.role in {one.group.role, role_of(one.group.role)} and left.get(one.key)
        ]
        can_add = all(_fits(one, found.kind, group) for one in earlier)
        if can_add and _says_something(group, late, closing.limits):
            new.append(Telling(closing=closing.number, on=closing.on, kind=found.kind, group=group))
        elif earlier and group.n:
            waiting.append(_waiting(late.question.mark, group, earlier, closing))
        own = [one.group for one in new if one.group.role == group.role]
        parts = [*(_without(one.group, left[one.key]) for one in earlier), *own]
        whole = (
            replace(_together(parts, found, can_add=can_add), role=group.role) if parts else group
        )
        groups.append(whole)
    told = replace(
        found,
        question=_as_listed(found, groups),
        groups=tuple(groups),
        waiting=tuple(waiting),
        some_left=any(0 < left.get(one.key, 0) < one.group.n for one in before),
    )
    return told, tuple(new)


def nothing_of(told: Told) -> Told:
    """Tell of no group more than how many people it is.

    Of a form nobody knows not even the answers: they are those that somebody gave.
    """
    groups = tuple(replace(one, counts=(), totals=()) for one in told.groups)
    asked = told.question
    question = asked if not asked.are_gathered else replace(asked, options=())
    return replace(told, question=question, groups=groups)


def _says_something(group: ToldGroup, late: Measured, limits: Limits) -> bool:
    """Say whether to tell this of a group is to have told of it.

    That an answer to a form nobody knows is not listed tells that few gave it.
    """
    is_listed = late.kind in GATHERED and late.question.are_gathered
    is_listed &= is_told(late.question.mark, group.n, "internal", limits=limits)
    return bool(group.n) and (is_listed or not group.says_nothing)


def _as_listed(told: Told, groups: Sequence[ToldGroup]) -> Question:
    """Leave out options that are not listed: their words may be one person's."""
    question = told.question
    if not question.are_gathered or told.kind not in GATHERED:
        return question
    listed = {one.answer for group in groups for one in group.counts}
    return replace(question, options=tuple(o for o in question.options if o.id in listed))


def _with_what_was_listed(late: Measured, before: Sequence[Telling]) -> Measured:
    """Count also what nobody among the late answered, if it was listed before.

    Otherwise to be told of an answer again, or not, would tell whether any of them gave it. That
    it is listed tells something of them only where it was not listed before.
    """
    listed = {one.answer: one for told in before for one in told.group.counts}
    rows = late.rows
    given = {str(answer) for answer in rows.loc[rows["value"] > 0, "answer"]}
    met = (late.met & given) - listed.keys()
    if late.kind not in WITH_OPTIONS or not before:
        return replace(late, met=met) if before else late
    more = [
        (role, one.statistic, one.answer, one.label, 0.0, float(own["n"].iloc[0]))
        for role, own in rows.groupby("group", sort=False)
        for one in _not_in(own, listed)
    ]
    if not more:
        return replace(late, met=met)
    frame = pd.concat([rows, pd.DataFrame(more, columns=list(rows.columns))], ignore_index=True)
    # Stable: groups in their order, and in each what is new last.
    order = {role: at for at, role in enumerate(rows["group"].unique())}
    frame = frame.sort_values("group", key=lambda roles: roles.map(order), kind="stable")
    return replace(late, rows=frame.reset_index(drop=True), met=met)


def _not_in(own: pd.DataFrame, listed: Mapping[str, ToldCount]) -> Iterable[ToldCount]:
    here = set(own["answer"])
    return (one for answer, one in listed.items() if answer not in here | {ANY_OTHER})


def _fits(one: Telling, kind: Kind, group: ToldGroup) -> bool:
    """Say whether an earlier telling can be added up with one of now: the question may differ."""
    if one.kind != kind:
        return False
    then, now = ({c.answer for c in told.counts} for told in (one.group, group))
    return kind not in CUT or not group.n or then == now


def _without(group: ToldGroup, left: int) -> ToldGroup:
    """Take people who left away from what was told, without telling what they had answered."""
    gone = group.n - left

    def counted(one: ToldCount) -> ToldCount:
        low, high = one.bounds
        return replace(one, bounds=(max(0, low - gone), min(high, left)))

    def summed(one: ToldTotal) -> ToldTotal:
        (low, high), (least, most) = one.bounds, one.ends
        bounds = max(low - gone * most, left * least), min(high - gone * least, left * most)
        return replace(one, bounds=bounds)

    return replace(
        group,
        n=left,
        counts=tuple(counted(one) for one in group.counts),
        totals=tuple(summed(one) for one in group.totals),
    )


def _together(parts: Sequence[ToldGroup], found: Told, *, can_add: bool) -> ToldGroup:
    """Add up what was told of a group; nothing of what would be too small a group now."""
    # All of them are of one cohort, however often it was told of.
    n = sum(one.n for one in parts)
    if can_add and is_told(found.question.mark, n, "internal", limits=found.limits):
        return replace(added_up(parts), cohorts=1)
    return replace(parts[0], n=n, cohorts=1, counts=(), totals=())


def _waiting(mark: Mark, group: ToldGroup, earlier: Sequence[Telling], closing: Closing) -> Waiting:
    return Waiting(
        role=group.role,
        n=group.n,
        needed=next(n for n in count(1) if is_told(mark, n, "internal", limits=closing.limits)),
        since=max(one.on for one in earlier),
    )
