"""Pool: what was told of several cohorts, added up question by question.

Nothing new is told: whoever takes some cohorts away from the pool has what was told of the others.
Of a cohort too small to tell anything of not even how many people it is goes in; see `in_sums`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from rm_eval.disclosure.in_sums import (
    Part,
    counted,
    joined,
    left_out,
    nothing_told_of,
    parts_by_role,
    with_one_alone,
)
from rm_eval.disclosure.policy import LONGEST_REASON, Limits, Preset, may_know_size
from rm_eval.disclosure.told import Told, ToldGroup, ToldTotal, added_up
from rm_eval.measures import Group, role_of
from rm_eval.measures.typed_in import notes_of_all
from rm_eval.questionnaire import Option, Question
from rm_eval.recognise.wordings.wording import normalise
from rm_eval.responses import Scope

NOT_ASKED = "Not asked in {cohorts}."
NOT_ALIKE = "Asked in another way in {cohorts}, so those answers are not counted here."


@dataclass(frozen=True, kw_only=True, slots=True)
class Pool:
    """Several cohorts of one organisation, at one stage.

    Attributes
    ----------
    scopes
        The cohorts that are counted.
    left_out
        Cohorts of the same stage that are not, because they are still open.
    """

    scopes: tuple[Scope, ...]
    left_out: tuple[Scope, ...] = ()

    @property
    def scope(self) -> Scope:
        """All of them as one: what stands in the place of a cohort's name."""
        names = self.cohorts
        many = f"{len(names)} cohorts together" if len(names) > 1 else "1 cohort"
        return replace(self.scopes[0], cohort=f"{many} ({joined(names)})")

    @property
    def cohorts(self) -> tuple[str, ...]:
        """The names of those that are counted."""
        return tuple(one.cohort for one in self.scopes)

    @property
    def notes(self) -> tuple[str, ...]:
        """Which cohorts are counted, and which are not."""
        counted = f"Counted together: {joined(self.cohorts)}."
        missing = [one.cohort for one in self.left_out]
        left_out = f"Left out, because still open: {joined(missing)}."
        return (counted, left_out) if missing else (counted,)

    def not_counted(self, alike: Iterable[str], asked: Iterable[str]) -> tuple[str, ...]:
        """Say which cohorts are not counted in a question, by those counted and those asked."""
        counted, every = set(alike), set(asked)
        found = {
            NOT_ASKED: [one for one in self.cohorts if one not in every],
            NOT_ALIKE: [one for one in self.cohorts if one in every - counted],
        }
        return tuple(
            words.format(cohorts=joined(cohorts)) for words, cohorts in found.items() if cohorts
        )


def pooled(
    pool: Pool, every: Sequence[Sequence[Told]], *, audience: Literal["internal", "public"]
) -> tuple[Told, ...]:
    """Add up what was told of cohorts, for one audience.

    Groups of which nothing is told stay out, and so does one that would be the only one whose size
    this audience may not know; the notes name them.

    Parameters
    ----------
    pool
        Which cohorts.
    every
        What was told of each of them, in the same order.
    audience
        Who will read it. What is added up for colleagues is never published for the public.

    Returns
    -------
    tuple of Told
        One a question that any of them was asked. A role of which no group could be added up has
        counts of none to all.
    """
    asked: dict[str, list[Told]] = {}
    for told in every:
        for one in told:
            asked.setdefault(one.question.id, []).append(one)
    return tuple(_added_up(pool, those, audience) for those in asked.values())


def whole_roles(told: Told) -> Told:
    """Add up what was told of the parts of each role: to stand where roles are whole."""
    roles: dict[Group, list[ToldGroup]] = {}
    for group in told.groups:
        roles.setdefault(role_of(group.role), []).append(group)
    groups = tuple(
        those[0]
        if len(those) == 1 and those[0].role == role
        else replace(added_up(those), role=role, cohorts=1)
        for role, those in roles.items()
    )
    return replace(told, groups=groups)


def _added_up(pool: Pool, those: Sequence[Told], audience: Literal["internal", "public"]) -> Told:
    last = those[-1]
    alike = [whole_roles(one) for one in those if fits(one, last)]
    roles = parts_by_role(alike)
    found = {role: counted(parts, audience) for role, parts in roles.items()}
    every, inside = ([one for parts in by.values() for one in parts] for by in (roles, found))
    here = replace(pool, scopes=_scopes(inside)) if inside else pool
    return replace(
        last,
        question=_with_every_option([one.question for one in alike]),
        scope=here.scope,
        limits=_strictest([one.limits for one in alike]),
        groups=tuple(
            _sum(role, found[role]) if found[role] else nothing_told_of(role, parts, audience)
            for role, parts in roles.items()
        ),
        responses=_responses(inside, audience),
        notes=(
            *notes_of_all([one.notes for one in alike]),
            *here.notes,
            *pool.not_counted(map(_cohort, alike), map(_cohort, those)),
            *left_out(every, inside),
            *_lowered(inside),
        ),
        sources=tuple(source for one in alike for source in one.sources),
        sample=any(one.sample for one in alike),
        cohorts=here.cohorts,
    )


def _scopes(parts: Iterable[Part]) -> tuple[Scope, ...]:
    return tuple(dict.fromkeys(one.told.scope for one in parts))


def _cohort(told: Told) -> str:
    return told.scope.cohort


def fits(one: Told, other: Told) -> bool:
    """Say whether answers to two questions of one name can be counted together."""
    if (one.kind, one.question.scale) != (other.kind, other.question.scale):
        return False
    if not _are_in_the_same_words(one.question, other.question):
        return False
    if one.kind != "ranking":
        return True
    items, others = ({option.id for option in told.question.options} for told in (one, other))
    return items == others


def _are_in_the_same_words(one: Question, other: Question) -> bool:
    """Say whether a cohort about race and one about disability were asked the same."""
    labels = [{o.id: normalise(o.label) for o in q.options} for q in (one, other)]
    shared = labels[0].keys() & labels[1].keys()
    same = all(labels[0][key] == labels[1][key] for key in shared)
    return normalise(one.wording) == normalise(other.wording) and same


def _with_every_option(questions: Sequence[Question]) -> Question:
    options: dict[str, Option] = {}
    for question in questions:
        options |= {option.id: option for option in question.options}
    return replace(questions[-1], options=tuple(options.values()))


def _sum(role: Group, parts: Sequence[Part]) -> ToldGroup:
    """Add up the groups of one role."""
    totals = {(t.statistic, t.answer): t for one in parts for t in one.group.totals}
    every = added_up(_with_totals(one.group, list(totals.values())) for one in parts)
    cohorts: dict[Scope, int] = {}
    for one in parts:
        # The roles of one cohort, counted as one, are of the same one.
        scope = one.told.scope
        cohorts[scope] = max(cohorts.get(scope, 0), one.group.cohorts)
    return replace(every, role=role, cohorts=sum(cohorts.values()))


def _with_totals(group: ToldGroup, totals: Iterable[ToldTotal]) -> ToldGroup:
    """Bound totals of which nothing is told by the scale: each person gave some score."""
    own = {(t.statistic, t.answer): t for t in group.totals}
    every = (
        own.get((t.statistic, t.answer))
        or replace(t, bounds=(t.ends[0] * group.n, t.ends[1] * group.n))
        for t in totals
    )
    return replace(group, totals=tuple(every))


def _responses(
    parts: Sequence[Part], audience: Literal["internal", "public"]
) -> tuple[tuple[Group, int, int], ...]:
    """Add up how many answered and were sent the form, of roles for which every cohort says it.

    Of cohorts that are in the sum; and where that would not say of a single one what the reader
    may not know.
    """
    roles: dict[Group, list[Part]] = {}
    for part in parts:
        roles.setdefault(role_of(part.group.role), []).append(part)

    def answered(part: Part) -> tuple[int, int]:
        role = role_of(part.group.role)
        return next(((n, sent) for one, n, sent in part.told.responses if one == role), (0, 0))

    def is_known(part: Part) -> bool:
        return may_know_size(answered(part)[0], part.told.limits.smallest, audience)

    return tuple(
        (role, sum(answered(one)[0] for one in those), sum(answered(one)[1] for one in those))
        for role, those in roles.items()
        if all(answered(one)[1] for one in those) and not with_one_alone(those, is_known)
    )


def _strictest(every: Sequence[Limits]) -> Limits:
    preset: Preset = "strict" if any(one.preset == "strict" for one in every) else "standard"
    smallest = max(one.smallest for one in every)
    reasons = dict.fromkeys(one.reason_in_short for one in every if one.is_lowered)
    usual = Limits(preset=preset).usual
    return Limits(
        preset=preset,
        smallest_group=None if smallest == usual else smallest,
        reason="; ".join(reasons)[:LONGEST_REASON] if smallest < usual else "",
    )


def _lowered(parts: Iterable[Part]) -> list[str]:
    """Say where smaller groups than usual are counted, and why."""
    every = {
        one.told.scope.cohort: one.told.limits
        for one in parts
        if one.told.limits.smallest <= one.group.n < one.told.limits.usual
    }
    return [
        f"{cohort}: groups of {limits.smallest} or more are counted here, fewer than the usual "
        f"{limits.usual}, because: {limits.reason_in_short}."
        for cohort, limits in every.items()
    ]
