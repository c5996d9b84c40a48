"""Pool: what was told of several cohorts, added up question by question.

Nothing new is told: whoever takes some cohorts away from the pool has what was told of the others.
Of a cohort too small to tell anything of, only how many people it is goes in.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from rm_eval.disclosure.policy import LONGEST_REASON, Limits, Preset, is_told
from rm_eval.disclosure.told import Told, ToldGroup, ToldTotal, added_up
from rm_eval.measures import EVERYBODY, Group, role_of
from rm_eval.measures.typed_in import notes_of_all
from rm_eval.questionnaire import Mark, Option, Question
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
        return replace(self.scopes[0], cohort=f"{len(names)} cohorts together ({_joined(names)})")

    @property
    def cohorts(self) -> tuple[str, ...]:
        """The names of those that are counted."""
        return tuple(one.cohort for one in self.scopes)

    @property
    def notes(self) -> tuple[str, ...]:
        """Which cohorts are counted, and which are not."""
        counted = f"Counted together: {_joined(self.cohorts)}."
        missing = [one.cohort for one in self.left_out]
        left_out = f"Left out, because still open: {_joined(missing)}."
        return (counted, left_out) if missing else (counted,)

    def not_counted(self, alike: Iterable[str], asked: Iterable[str]) -> tuple[str, ...]:
        """Say which cohorts are not counted in a question, by those counted and those asked."""
        counted, every = set(alike), set(asked)
        found = {
            NOT_ASKED: [one for one in self.cohorts if one not in every],
            NOT_ALIKE: [one for one in self.cohorts if one in every - counted],
        }
        return tuple(
            words.format(cohorts=_joined(cohorts)) for words, cohorts in found.items() if cohorts
        )


def pooled(pool: Pool, every: Sequence[Sequence[Told]]) -> tuple[Told, ...]:
    """Add up what was told of cohorts.

    Parameters
    ----------
    pool
        Which cohorts.
    every
        What was told of each of them, in the same order.

    Returns
    -------
    tuple of Told
        One a question that any of them was asked.
    """
    asked: dict[str, list[Told]] = {}
    for told in every:
        for one in told:
            asked.setdefault(one.question.id, []).append(one)
    return tuple(_added_up(pool, those) for those in asked.values())


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


def _added_up(pool: Pool, those: Sequence[Told]) -> Told:
    last = those[-1]
    alike = [one for one in those if fits(one, last)]
    limits = _strictest([one.limits for one in alike])
    notes = notes_of_all([one.notes for one in alike])
    return replace(
        last,
        question=_with_every_option([one.question for one in alike]),
        scope=pool.scope,
        limits=limits,
        groups=_groups(alike, last.question.mark),
        responses=_responses(alike),
        notes=(
            *notes,
            *pool.notes,
            *pool.not_counted(map(_cohort, alike), map(_cohort, those)),
            *_lowered(alike),
        ),
        sources=tuple(source for one in alike for source in one.sources),
        sample=any(one.sample for one in alike),
    )


def _cohort(told: Told) -> str:
    return told.scope.cohort


def _joined(names: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


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


def _groups(alike: Sequence[Told], mark: Mark) -> tuple[ToldGroup, ...]:
    """Add up each role over the cohorts; both roles where some cohort tells of both together."""
    is_one = any(group.role == EVERYBODY for told in alike for group in told.groups)
    parts: dict[Group, list[tuple[Told, ToldGroup]]] = {}
    for told in alike:
        for group in told.groups:
            role = EVERYBODY if is_one else role_of(group.role)
            parts.setdefault(role, []).append((told, group))
    return tuple(_group(role, those, mark) for role, those in parts.items())


def _group(role: Group, parts: Sequence[tuple[Told, ToldGroup]], mark: Mark) -> ToldGroup:
    groups = [group for _, group in parts if group.n]
    if not groups:
        return replace(parts[0][1], role=role)
    told_of = {
        told.scope
        for told, group in parts
        if is_told(mark, group.n, "internal", limits=told.limits)
    }
    totals = {(t.statistic, t.answer): t for group in groups for t in group.totals}
    every = added_up(_with_totals(group, list(totals.values())) for group in groups)
    return replace(every, role=role, cohorts=len(told_of))


def _with_totals(group: ToldGroup, totals: Iterable[ToldTotal]) -> ToldGroup:
    """Bound totals of which nothing is told by the scale: each person gave some score."""
    own = {(t.statistic, t.answer): t for t in group.totals}
    every = (
        own.get((t.statistic, t.answer))
        or replace(t, bounds=(t.ends[0] * group.n, t.ends[1] * group.n))
        for t in totals
    )
    return replace(group, totals=tuple(every))


def _responses(alike: Sequence[Told]) -> tuple[tuple[Group, int, int], ...]:
    """Add up how many answered and were sent the form, of roles for which every cohort says it."""
    said: dict[Group, list[tuple[int, int]]] = {}
    for told in alike:
        for role, n, n_sent in told.responses:
            said.setdefault(role, []).append((n, n_sent))
    return tuple(
        (role, sum(n for n, _ in those), sum(sent for _, sent in those))
        for role, those in said.items()
        if len(those) == len(alike)
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


def _lowered(alike: Iterable[Told]) -> list[str]:
    """Say where smaller groups than usual are counted, and why."""
    return [
        f"{told.scope.cohort}: groups of {told.limits.smallest} or more are counted here, fewer "
        f"than the usual {told.limits.usual}, because: {told.limits.reason_in_short}."
        for told in alike
        if any(told.limits.smallest <= group.n < told.limits.usual for group in told.groups)
    ]
