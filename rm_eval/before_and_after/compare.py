"""Two stages of a cohort, side by side, for one audience."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import get_args

from rm_eval.asked import datasets_of, questions_asked, source_of
from rm_eval.disclosure import Audience, Pool, Published, Told, pooled, protect, publish
from rm_eval.measures import measure
from rm_eval.measures.attrition import STAYED, measure_attrition
from rm_eval.measures.change import measure_change
from rm_eval.measures.families import judge_together
from rm_eval.measures.repeats import Repeat
from rm_eval.questionnaire import Question, Stage
from rm_eval.recognise.wordings.what_is_asked import asks_the_same
from rm_eval.responses import Scope
from rm_eval.store import Store, check_closed, latest_release, served
from rm_eval.twice import Side, answers_of, asked_twice, sides_of

# Fewer are nothing to draw side by side.
SEVERAL = 2


@dataclass(frozen=True, kw_only=True, slots=True)
class Comparison:
    """Two stages of a cohort, side by side, for one audience.

    Attributes
    ----------
    sides
        Of each role, who is linked; for the team alone.
    attrition
        How many people stayed; None where nobody can be linked.
    changes
        Every question asked twice in the same words, in the order of the later form.
    team_only
        Questions that are compared for the team alone, where others look.
    asked
        Every question that seems to be asked twice, with what keeps it from being compared; for
        the team alone.
    """

    scope: Scope
    audience: Audience
    sides: tuple[Side, ...]
    attrition: Published | None
    changes: tuple[Published, ...]
    team_only: tuple[Question, ...]
    asked: tuple[Repeat, ...]


def compare(
    store: Store,
    scope: Scope,
    *,
    audience: Audience,
    made_on: date | None = None,
    as_same: Collection[str] = (),
) -> Comparison:
    """Compare two stages of a cohort, question by question.

    For the team they are measured. Everybody else is served what was told when the comparison was
    closed.

    Parameters
    ----------
    scope
        Of the comparison; see `comparisons`.
    as_same
        Ids of later questions, asked in other words than before, that somebody of the team says
        are the same.

    Raises
    ------
    NotAllowed
        Where the comparison is still open and the audience is not the team.
    """
    if audience != "team":
        return _given_out(store, scope, audience, made_on)
    sides = sides_of(store, scope)
    answers = answers_of(store, sides)
    asked = asked_twice(store, sides, answers)
    comparable = [one for one in asked if one[0].is_comparable(as_same)]
    measured = [measure_change(repeat, those, scope=scope) for repeat, those in comparable]
    # Of roles of which people can be linked at all.
    linked = [own for side, own in zip(sides, answers, strict=True) if side.has_codes]
    stayed = measure_attrition(linked, scope=scope)
    return Comparison(
        scope=scope,
        audience=audience,
        sides=sides,
        attrition=None
        if stayed.rows.empty
        else protect(stayed, audience=audience, made_on=made_on),
        changes=tuple(
            protect(one, audience=audience, made_on=made_on) for one in judge_together(measured)
        ),
        team_only=(),
        asked=tuple(repeat for repeat, _ in asked),
    )


def every_time(  # noqa: PLR0913 - what was asked, and who may see it
    store: Store,
    scope: Scope,
    question: str,
    *,
    audience: Audience,
    made_on: date | None = None,
    names: Collection[str] = (),
) -> tuple[Published, ...]:
    """Return what everybody answered each time a question was asked, whether or not linked.

    Parameters
    ----------
    scope
        Of the comparison; a stage between its two is told too, where it asked the same.
    question
        `Question.first_id`.
    names
        Ids and wordings under which a form may have asked it too: a question of a form that nobody
        knows is named by its words, and these may be spelled otherwise the other time.

    Returns
    -------
    tuple of Published
        Earliest first. Beyond the team, of the stages that are closed.
    """
    stages = get_args(Stage)
    first, last = (stages.index(one.stage) for one in scope.stages)
    found = (
        _of_stage(
            store,
            replace(scope, stage=stage, since=""),
            (question, *names),
            audience=audience,
            made_on=made_on,
        )
        for stage in stages[first : last + 1]
    )
    return tuple(one for one in found if one is not None)


def of_cohorts(
    store: Store,
    scopes: Iterable[Scope],
    question: str,
    *,
    audience: Audience,
    made_on: date | None = None,
) -> dict[Scope, Published]:
    """Return the change of one question in several cohorts, each as it is shown alone.

    Parameters
    ----------
    scopes
        Comparisons of the same two stages.
    question
        `Question.first_id`.
    """
    found: dict[Scope, Published] = {}
    for scope in scopes:
        if audience != "team" and not served(store, scope):
            continue
        for one in compare(store, scope, audience=audience, made_on=made_on).changes:
            if one.question.first_id == question:
                found[scope] = one
    return found


def cohorts_added_up(
    store: Store,
    scopes: Iterable[Scope],
    question: str,
    *,
    audience: Audience,
    made_on: date | None = None,
) -> Published | None:
    """Add up what was told of a change in several cohorts: how many moved which way.

    Sums of what is told tell nothing new. No average is told beyond the team, so none is put
    together; for the team see `pooled_by_group`.

    Parameters
    ----------
    scopes
        Comparisons of the same two stages, in the order their cohorts began.
    question
        `Question.first_id`.

    Returns
    -------
    Published or None
        None for the team, and of fewer than two cohorts.
    """
    if audience == "team":
        return None
    found: list[Told] = []
    for scope in scopes:
        release = latest_release(store, scope) if served(store, scope) else None
        figures = release.figures if release else ()
        changes = (one for one in figures if one.kind == "change")
        found += [one for one in changes if one.question.first_id == question]
    if len(found) < SEVERAL:
        return None
    pool = Pool(scopes=tuple(one.scope for one in found))
    told = pooled(pool, [[one] for one in found], audience=audience)
    if len(told) > 1:
        return None
    return publish(told[0], audience=audience, made_on=made_on, cohorts=pool.cohorts)


def _given_out(store: Store, scope: Scope, audience: Audience, made_on: date | None) -> Comparison:
    assert audience != "team"  # noqa: S101 - the caller sees to it
    check_closed(store, scope)
    release = latest_release(store, scope)
    figures = [
        publish(one, audience=audience, made_on=made_on)
        for one in (release.figures if release else ())
    ]
    changes = tuple(one for one in figures if one.measure == "change")
    shown = {one.question.id for one in changes}
    sides = sides_of(store, scope)
    asked = asked_twice(store, sides, answers_of(store, sides))
    return Comparison(
        scope=scope,
        audience=audience,
        sides=(),
        attrition=next((one for one in figures if one.question.id == STAYED.id), None),
        changes=changes,
        team_only=tuple(
            repeat.question
            for repeat, _ in asked
            if repeat.is_comparable() and repeat.question.id not in shown
        ),
        asked=(),
    )


def _of_stage(
    store: Store,
    stage: Scope,
    names: Collection[str],
    *,
    audience: Audience,
    made_on: date | None,
) -> Published | None:
    if audience == "team":
        sources = tuple(source_of(store, one) for one in datasets_of(store, stage))
        every = dict(questions_asked(sources))
        asked = _called(every, names)
        if asked is None:
            return None
        measured = measure(asked, every[asked], scope=stage)
        return protect(measured, audience=audience, made_on=made_on)
    release = latest_release(store, stage) if served(store, stage) else None
    told = {one.question: one for one in (release.figures if release else ())}
    found = _called(told, names)
    return None if found is None else publish(told[found], audience=audience, made_on=made_on)


def _called(every: Iterable[Question], names: Collection[str]) -> Question | None:
    """Find the question that has one of these ids, or else one of these wordings."""
    asked = tuple(every)
    by_id = (one for one in asked if {one.id, one.first_id} & set(names))
    worded = (one for one in asked if any(asks_the_same(one.wording, name) for name in names))
    return next(by_id, None) or next(worded, None)
