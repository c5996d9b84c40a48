"""Breakdowns: by what the people of a stage can be parted, one thing at a time.

From a fixed menu, the questions that say so in the questionnaire (`Question.divides`). Somebody's
part is what they said at this stage or, where participant codes link them, at an earlier one.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import get_args

import pandas as pd

from rm_eval.asked import datasets_of, source_of
from rm_eval.measures import Division
from rm_eval.questionnaire import Question, Role, Stage, all_questions
from rm_eval.responses import NOTHING_TICKED, Scope
from rm_eval.store import Dataset, Store, link

# Whoever is the only one of a level is known to everybody: never a part, and never parted.
LEVEL = "enr_e_level"
# More parts than this no chart keeps apart.
MOST_PARTS = 5
NOT_KNOWN, OTHER_PARTS = "Not known", "Other parts"
SEVERAL = "More than one {by}"

# By number within a file: the part somebody belongs to.
Parts = Mapping[int, str]


@dataclass(frozen=True, kw_only=True, slots=True)
class Breakdown:
    """Something people of a stage can be parted by.

    Attributes
    ----------
    question
        Whose answers part them.
    at
        The stage at which they said it.
    """

    question: Question
    at: Scope

    @property
    def by(self) -> str:
        """What they are parted by, in few words."""
        return self.question.divides


def never_divided() -> frozenset[str]:
    """Name the questions that are always counted whole: what parts people, and their level."""
    return frozenset({one.id for one in all_questions() if one.divides} | {LEVEL})


def breakdowns(store: Store, scope: Scope) -> tuple[Breakdown, ...]:
    """List what the people of a stage can be parted by, in the order of the questionnaires.

    What was asked at an earlier stage is there where anybody's codes link them to it. Totals that
    were typed in say nothing of which answers go together, so they are never parted.
    """
    if scope.since:
        return ()
    here = {one.role: one for one in datasets_of(store, scope)}
    found: dict[str, Breakdown] = {}
    for dataset in _of_cohort(store, scope):
        said_here = dataset.scope == scope
        if dataset.role not in here or dataset.is_typed or here[dataset.role].is_typed:
            continue
        if not said_here and not link(store, dataset, here[dataset.role]).linked:
            continue
        for question in source_of(store, dataset).responses.questions:
            if question.divides and (said_here or question.id not in found):
                found[question.id] = Breakdown(question=question, at=dataset.scope)
    order = [one.id for one in all_questions()]
    return tuple(sorted(found.values(), key=lambda one: order.index(one.question.id)))


def division(store: Store, scope: Scope, breakdown: Breakdown) -> Division:
    """Part the people of a stage, for the team: at most five parts of each role.

    Of more the smallest are one, and a note names them. Whoever did not say is a part too.
    """
    every: dict[Role, Parts] = {}
    notes: list[str] = []
    whole: list[str] = []
    said_at = {one.role: one for one in datasets_of(store, breakdown.at)}
    for dataset in datasets_of(store, scope):
        if dataset.role not in said_at or dataset.is_typed or said_at[dataset.role].is_typed:
            whole.append(f"{dataset.role}s")
            continue
        parts = _parts(store, said_at[dataset.role], dataset, breakdown)
        if len(set(parts.values())) < 2:  # noqa: PLR2004 - one part is the whole
            whole.append(f"{dataset.role}s")
            continue
        people = [one.number for one in store.responses(dataset.id).people]
        every[dataset.role], merged = _few({one: parts.get(one, NOT_KNOWN) for one in people})
        if merged:
            notes.append(f"{OTHER_PARTS} of {dataset.role}s: {', '.join(merged)}.")
    return Division(
        by=breakdown.by,
        mark=breakdown.question.mark,
        part_of=every,
        parts={role: in_order(breakdown.question, own.values()) for role, own in every.items()},
        kept_whole=never_divided(),
        notes=(
            _where_from(breakdown, scope),
            *notes,
            *(
                f"All {one} said the same, or were not asked, so they are one group."
                for one in whole
            ),
        ),
    )


def in_order(question: Question, names: Iterable[str]) -> tuple[str, ...]:
    """Put parts in the order of the form, what is no answer of its own last."""
    listed = [_part_name(question, one.id) for one in question.options]
    last = [SEVERAL.format(by=question.divides), OTHER_PARTS, NOT_KNOWN]
    order = {name: at for at, name in enumerate([*dict.fromkeys(listed), *last])}
    return tuple(sorted(set(names), key=lambda one: (order.get(one, len(listed)), one)))


def parts_said(question: Question, answers: pd.DataFrame) -> dict[int, str]:
    """Find the part of everybody who said it; several ticks are a part of their own."""
    found: dict[int, str] = {}
    for person, own in answers[answers["answer"] != NOTHING_TICKED].groupby("person"):
        said = dict.fromkeys(_part_name(question, str(one)) for one in own["answer"])
        name = SEVERAL.format(by=question.divides) if len(said) > 1 else next(iter(said))
        found[int(str(person))] = name
    return found


def _part_name(question: Question, answer: str) -> str:
    grouped = question.grouped
    if grouped and answer in grouped.of:
        return grouped.label
    return next((one.label for one in question.options if one.id == answer), "Other")


def _parts(store: Store, said_at: Dataset, dataset: Dataset, breakdown: Breakdown) -> Parts:
    """Find the part of each person of a file, by what they said there or at another stage."""
    responses = store.responses(said_at.id)
    asked = next((q for q in responses.questions if q.id == breakdown.question.id), None)
    if asked is None:
        return {}
    said = parts_said(asked, responses.of(asked))
    if said_at.id == dataset.id:
        return said
    pairs = link(store, said_at, dataset).linked
    return {one.later_person: said[one.person] for one in pairs if one.person in said}


def _few(part_of: Mapping[int, str]) -> tuple[Parts, tuple[str, ...]]:
    """Make one of the smallest parts where there are too many; name those."""
    sizes = Counter(part_of.values())
    room = MOST_PARTS - (NOT_KNOWN in sizes)
    named = sorted((one for one in sizes if one != NOT_KNOWN), key=lambda one: (-sizes[one], one))
    if len(named) <= room:
        return part_of, ()
    merged = set(named[room - 1 :])
    parts = {one: OTHER_PARTS if own in merged else own for one, own in part_of.items()}
    return parts, tuple(sorted(merged))


def _where_from(breakdown: Breakdown, scope: Scope) -> str:
    if breakdown.at == scope:
        return f"Split by {breakdown.by}, as people said on this form."
    return (
        f"Split by {breakdown.by}, as people said at {breakdown.at.when}. People whose participant "
        f"codes match nobody there are “{NOT_KNOWN}”."
    )


def _of_cohort(store: Store, scope: Scope) -> list[Dataset]:
    """List what is kept of a cohort up to a stage, earliest first."""
    stages = get_args(Stage)
    last = stages.index(scope.stage)
    cohort = (scope.organisation, scope.cohort)
    kept = [
        one
        for one in store.datasets()
        if (one.scope.organisation, one.scope.cohort) == cohort
        and stages.index(one.scope.stage) <= last
    ]
    return sorted(kept, key=lambda one: stages.index(one.scope.stage))
