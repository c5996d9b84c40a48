"""Measure, protect, draw: every question of one cohort and stage, for one audience."""

from dataclasses import replace
from datetime import date

from rm_eval.asked import Asked, datasets_of, questions_asked, source_of
from rm_eval.before_and_after import charts_of, compare
from rm_eval.charts import Chart, draw
from rm_eval.disclosure import Audience, protect, publish
from rm_eval.measures import Division, can_measure, measure
from rm_eval.overview import overviews
from rm_eval.questionnaire import Question
from rm_eval.responses import Scope
from rm_eval.store import Store, check_closed, is_closed, latest_release


def findings(  # noqa: PLR0913 - what is shown, to whom, and in which groups
    store: Store,
    scope: Scope,
    *,
    audience: Audience,
    made_on: date | None = None,
    together: bool = False,
    division: Division | None = None,
) -> tuple[Chart, ...]:
    """Draw every question of one cohort and stage, or every one that was asked at two stages.

    For the team they are measured. Everybody else is served what was told when the stage was
    closed, whatever became of the answers since.

    Parameters
    ----------
    together
        Whether the team wants mentors and mentees as one group. For everybody else it is as it
        was chosen at closing.
    division
        In which parts the team wants each role; see `rm_eval.breakdowns`.

    Returns
    -------
    tuple of Chart
        In the order of the questionnaire, then the file's own questions.

    Raises
    ------
    NotAllowed
        Where the stage is still open and the audience is not the team.
    """
    if scope.since:
        comparison = compare(store, scope, audience=audience, made_on=made_on)
        return charts_of(store, comparison, made_on=made_on)
    if audience != "team":
        check_closed(store, scope)
        release = latest_release(store, scope)
        figures = release.figures if release else ()
        return tuple(draw(publish(one, audience=audience, made_on=made_on)) for one in figures)
    asked = ((one, of) for one, of in _asked(store, scope) if can_measure(one))
    how = {"together": together, "in_full": not division}
    measured = (measure(one, of, scope=scope, division=division, **how) for one, of in asked)
    return tuple(draw(protect(one, audience=audience, made_on=made_on)) for one in measured)


def every_chart(
    store: Store, scope: Scope, *, audience: Audience, made_on: date | None = None
) -> tuple[Chart, ...]:
    """Draw what `findings` draws, then what is drawn of several questions at once.

    Raises
    ------
    NotAllowed
        Where the stage is still open and the audience is not the team.
    """
    how = {"audience": audience, "made_on": made_on}
    found = findings(store, scope, **how)  # type: ignore[arg-type]
    if scope.since:
        return found
    start = replace(scope, stage="enrolment")
    is_told = audience == "team" or is_closed(store, start)
    is_there = scope.stage == "end_of_cohort" and is_told and datasets_of(store, start)
    hoped = findings(store, start, **how) if is_there else ()  # type: ignore[arg-type]
    return *found, *overviews(found, scope.stage, hoped)


def not_drawn(store: Store, scope: Scope) -> tuple[Question, ...]:
    """Return the questions of a cohort and stage that have no chart yet."""
    return tuple(question for question, _ in _asked(store, scope) if not can_measure(question))


def _asked(store: Store, scope: Scope) -> list[Asked]:
    sources = tuple(source_of(store, dataset) for dataset in datasets_of(store, scope))
    return questions_asked(sources)
