"""Close: what may be told of a stage is decided once, attacked, kept, and from then on served.

Every question of the stage is told at one go; then an attacker looks at all that is to be given
out, to colleagues and to the public, together with all that was given out of this stage before.
What could be worked out is not told. A release that is not safe is no release: nothing is given
out, and the stage stays open.
"""

from collections import Counter
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import cast
from uuid import uuid4

from rm_eval.asked import datasets_of, questions_asked, source_of
from rm_eval.disclosure import Closing, Limits, Telling, Told, nothing_of, tell_later
from rm_eval.disclosure.attack import Log
from rm_eval.disclosure.check import Shown, check, sum_of_logs
from rm_eval.errors import NotAllowed
from rm_eval.measures import EVERYBODY, Group, Measured, Source, can_measure, measure
from rm_eval.questionnaire import Question, Role
from rm_eval.responses import Responses, Scope
from rm_eval.store import (
    Present,
    Release,
    Store,
    check_can_close,
    latest_release,
    limits_of,
    meet_again,
    releases,
)
from rm_eval.store import close_stage as keep_release

NOT_SAFE = (
    "What was given out before and what would be given out now, taken together, could tell what "
    "single people answered. Nothing was given out, and the stage stays open. Close it again when "
    "more people have answered, and tell whoever looks after this dashboard."
)
# Beside the log of the attack: of how many questions nothing was told because of what it found.
KEPT_BACK = "kept_back"
Progress = Callable[[int, int], None]


@dataclass(frozen=True, kw_only=True, slots=True)
class _Stage:
    """A stage that is being closed.

    Attributes
    ----------
    everybody
        Of this closing and of earlier ones.
    here
        Those of this closing, by role and by their number in its file.
    together
        Whether mentors and mentees are one group, in what was not told before.
    """

    scope: Scope
    sources: tuple[Source, ...]
    everybody: tuple[Present, ...]
    here: Mapping[Role, Mapping[int, Present]]
    earlier: tuple[Release, ...]
    closing: Closing
    together: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class _Figure:
    """What is told of one question, what of it is new, and the log of the attack.

    Attributes
    ----------
    kept_back
        Whether nothing is told because something could have been worked out.
    """

    told: Told
    new: tuple[Telling, ...]
    log: Log
    kept_back: bool


def close_stage(
    store: Store,
    scope: Scope,
    *,
    limits: Limits | None = None,
    together: bool = False,
    progress: Progress | None = None,
) -> Release:
    """Close a stage: decide what is told of it, check it, and give it out from now on.

    Parameters
    ----------
    limits
        What whoever governs the data has chosen; what the store says unless told.
    together
        Whether mentors and mentees are told of as one group, in questions both were asked alike.
        Of a question that was told before, it stays as it was: to tell of both together and of
        each would tell more.
    progress
        Is told how many questions are done, and of how many.

    Raises
    ------
    NotEnoughAnswers
        Where the stage has no answers.
    NotAllowed
        Where too few people changed since figures were last given out, or where the attacker finds
        something; nothing is given out then.
    """
    check_can_close(store, scope)
    stage = _load(store, scope, limits or limits_of(store, scope.organisation), together=together)
    asked = [one for one in questions_asked(stage.sources) if can_measure(one[0])]
    figures = []
    for done, one in enumerate(asked, start=1):
        figures.append(_figure(stage, *one))
        if progress is not None:
            progress(done, len(asked))
    release = _release(stage, figures)
    keep_release(store, release)
    return release


def is_told_together(store: Store, scope: Scope) -> bool:
    """Say whether a stage is told with mentors and mentees as one group."""
    release = latest_release(store, scope)
    figures = release.figures if release else ()
    return any(group.role == EVERYBODY for told in figures for group in told.groups)


def _load(store: Store, scope: Scope, limits: Limits, *, together: bool) -> _Stage:
    earlier = releases(store, scope)
    number = earlier[-1].number + 1 if earlier else 1
    kept = datasets_of(store, scope)
    now = [
        (dataset.role, person, known)
        for dataset in kept
        for person, known in store.numbered_people(dataset.id).items()
    ]
    everybody, here = meet_again(
        earlier[-1].people if earlier else (), [(role, known) for role, _, known in now], number
    )
    by_role: dict[Role, dict[int, Present]] = {}
    for (role, person, _), one in zip(now, here, strict=True):
        by_role.setdefault(role, {})[person] = one
    return _Stage(
        scope=scope,
        sources=tuple(source_of(store, dataset) for dataset in kept),
        everybody=everybody,
        here=by_role,
        earlier=earlier,
        closing=Closing(number=number, on=datetime.now(UTC).date(), limits=limits),
        together=together,
    )


def _release(stage: _Stage, figures: list[_Figure]) -> Release:
    before = stage.earlier[-1].tellings if stage.earlier else {}
    log = sum_of_logs([one.log for one in figures]).as_dict()
    new = {one.told.question.id: one.new for one in figures}
    return Release(
        id=str(uuid4()),
        scope=stage.scope,
        number=stage.closing.number,
        closed_at=datetime.now(UTC),
        n={role: len(people) for role, people in stage.here.items()},
        limits=stage.closing.limits,
        figures=tuple(one.told for one in figures),
        tellings={key: (*before.get(key, ()), *new.get(key, ())) for key in {**before, **new}},
        people=stage.everybody,
        check=log | {KEPT_BACK: sum(one.kept_back for one in figures)},
    )


def _figure(stage: _Stage, question: Question, asked: tuple[Source, ...]) -> _Figure:
    """Tell one question, and check it; tell nothing of it where it could be worked out."""
    before = stage.earlier[-1].tellings.get(question.id, ()) if stage.earlier else ()
    told, new = _tell(stage, before, question, asked)
    earlier = [
        _shown(stage, release.number, figure, [t for t in before if t.closing <= release.number])
        for release in stage.earlier
        for figure in release.figures
        if figure.question.id == question.id
    ]
    found = check(_shown(stage, stage.closing.number, told, [*before, *new]), earlier)
    kept_back = not found.is_safe
    if kept_back:
        told, new = nothing_of(told), ()
        found = check(_shown(stage, stage.closing.number, told, before), earlier)
    if not found.is_safe:
        raise NotAllowed(NOT_SAFE, code="not_safe")
    return _Figure(told=told, new=new, log=found.log, kept_back=kept_back)


def _tell(
    stage: _Stage, before: tuple[Telling, ...], question: Question, asked: tuple[Source, ...]
) -> tuple[Told, tuple[Telling, ...]]:
    together = before[0].group.role == EVERYBODY if before else stage.together
    everybody = _measured(stage, question, asked, together=together, was=bool(before))
    if not before:
        return tell_later(everybody, before, {}, stage.closing)
    those = tuple(_those(stage, one, before, None) for one in asked)
    late = _measured(stage, question, those, together=together, was=True)
    left: Counter[tuple[Group, int]] = Counter()
    for telling in before:
        for one in asked:
            if _is_of(one.role, telling.group.role):
                still = _those(stage, one, before, telling.closing)
                left[telling.key] += _n_answered(question, still, stage.scope)
    late = replace(late, responses=everybody.responses)
    return tell_later(late, before, left, stage.closing)


def _measured(
    stage: _Stage, question: Question, asked: tuple[Source, ...], *, together: bool, was: bool
) -> Measured:
    """Measure a question; what was told of both together, also where one role is here no more."""
    measured = measure(question, asked, scope=stage.scope, together=together)
    if not (together and was) or len({one.role for one in asked}) > 1:
        return measured
    return measured.of_everybody()


def _is_of(role: Group, group: Group) -> bool:
    """Say whether people of a role are among those a figure is about."""
    return group in {role, EVERYBODY}


def _those(
    stage: _Stage, source: Source, before: Collection[Telling], closing: int | None
) -> Source:
    """Pick the people of a file of whom something was told at a closing; None for not yet."""
    tellings = [one.closing for one in before if _is_of(source.role, one.group.role)]
    here = stage.here.get(cast("Role", source.role), {})
    numbers = {number for number, one in here.items() if one.told_at(tellings) == closing}
    every = source.responses
    answers = every.answers[every.answers["person"].isin(numbers)]
    people = tuple(person for person in every.people if person.number in numbers)
    responses = Responses(people=people, questions=every.questions, answers=answers)
    return replace(source, responses=responses)


def _n_answered(question: Question, source: Source, scope: Scope) -> int:
    return int(measure(question, (source,), scope=scope).rows["n"].iloc[0])


def _shown(stage: _Stage, closing: int, told: Told, tellings: Collection[Telling]) -> Shown:
    """Say of whom the figures of a closing are: of people who were here at the same closings."""
    people: dict[Group, Counter[str]] = {}
    for role in {group.role for group in told.groups}:
        # Where nobody noted of whom something was told, it was told of everybody.
        closings = [one.closing for one in tellings if one.group.role == role] or [closing]
        people[role] = Counter(
            f"here at closing {', '.join(map(str, one.at))}"
            for one in stage.everybody
            if _is_of(one.role, role) and closing in one.at and one.told_at(closings)
        )
    return Shown(closing=closing, told=told, people=people)
