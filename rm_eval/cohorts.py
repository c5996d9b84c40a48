"""Several cohorts of an organisation together: what was told of each at its closing, added up."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from rm_eval.asked import datasets_of, questions_asked, source_of
from rm_eval.charts import Chart, draw
from rm_eval.disclosure import Audience, Pool, Published, pooled, protect, publish
from rm_eval.measures import Measured, Source, can_measure, is_asked_alike, measure
from rm_eval.questionnaire import Question, all_questions
from rm_eval.responses import Scope
from rm_eval.store import Store, latest_release, served

FEWEST = 2


@dataclass(frozen=True, kw_only=True, slots=True)
class _Asked:
    """A question as one cohort was asked it, and the files that hold the answers."""

    cohort: str
    question: Question
    sources: tuple[Source, ...]


def pools(store: Store, scopes: Iterable[Scope]) -> tuple[Pool, ...]:
    """List what can be taken together: two closed cohorts or more of an organisation and stage.

    Parameters
    ----------
    scopes
        All there is to choose from.
    """
    found: dict[tuple[str, str], list[Scope]] = {}
    for scope in scopes:
        found.setdefault((scope.organisation, scope.stage), []).append(scope)
    every = (_pool(store, those) for those in found.values())
    return tuple(pool for pool in every if len(pool.scopes) >= FEWEST)


def findings_together(
    store: Store,
    pool: Pool,
    *,
    audience: Audience,
    made_on: date | None = None,
    together: bool = False,
) -> tuple[Chart, ...]:
    """Draw every question of several cohorts together.

    For the team all answers are counted. Everybody else is served sums of what was told of each
    cohort when it was closed.

    Returns
    -------
    tuple of Chart
        In the order of the questionnaire, then the forms' own questions.
    """
    if audience == "team":
        every = _counted(store, pool, made_on, together=together)
    else:
        releases = [latest_release(store, scope) for scope in pool.scopes]
        figures = [release.figures if release else () for release in releases]
        told = pooled(pool, figures, audience=audience)
        every = [
            publish(one, audience=audience, made_on=made_on, cohorts=pool.cohorts) for one in told
        ]
    order = {question.id: at for at, question in enumerate(all_questions())}
    every.sort(key=lambda one: order.get(one.question.id, len(order)))
    return tuple(draw(one) for one in every)


def _pool(store: Store, scopes: list[Scope]) -> Pool:
    closed = tuple(scope for scope in scopes if served(store, scope))
    still_open = tuple(scope for scope in scopes if scope not in closed)
    return Pool(scopes=closed, left_out=still_open)


def _counted(store: Store, pool: Pool, made_on: date | None, *, together: bool) -> list[Published]:
    """Count the answers of all cohorts, for the people who hold them."""
    asked: dict[str, list[_Asked]] = {}
    for scope in pool.scopes:
        sources = tuple(source_of(store, dataset) for dataset in datasets_of(store, scope))
        for question, those in questions_asked(sources):
            one = _Asked(cohort=scope.cohort, question=question, sources=those)
            asked.setdefault(question.id, []).append(one)
    return [
        protect(
            _measured(pool, those, together=together),
            audience="team",
            made_on=made_on,
            cohorts=pool.cohorts,
        )
        for those in asked.values()
        if can_measure(those[-1].question)
    ]


def _measured(pool: Pool, asked: list[_Asked], *, together: bool) -> Measured:
    """Measure one question over the cohorts that asked it as the last of them did."""
    last = asked[-1].question
    alike = [one for one in asked if is_asked_alike([one.question, last])]
    sources = tuple(source for one in alike for source in one.sources)
    measured = measure(last, sources, scope=pool.scope, together=together, in_full=True)
    missing = pool.not_counted((one.cohort for one in alike), (one.cohort for one in asked))
    return measured.with_notes(*pool.notes, *missing)
