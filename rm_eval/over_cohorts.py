"""A yes-or-no question over the cohorts of one organisation, in time, with its gaps."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from rm_eval.asked import datasets_of, questions_asked, source_of
from rm_eval.charts import Chart, draw_over_cohorts
from rm_eval.disclosure import Audience, Pool, Published, pooled, protect, publish, whole_roles
from rm_eval.measures import EVERYBODY, Source, is_asked_alike, measure
from rm_eval.programme import STATUSES, CohortRecord, Pause, When
from rm_eval.questionnaire import Question, Stage
from rm_eval.responses import Scope
from rm_eval.store import Dataset, Store, cohort_records_of, latest_release, served
from rm_eval.wording import CohortRow

USEFUL = "end_useful"
# Fewer are nothing to set beside each other.
SEVERAL = 2
STILL_OPEN = "still open: shown to others once it is closed"
NO_COHORT = "no cohort began"
NO_ANSWERS = "no answers"
UNDATED = When(2100)  # stands last


@dataclass(frozen=True, kw_only=True, slots=True)
class _Asked:
    """A cohort that was asked, and what may be seen of its answers."""

    scope: Scope
    question: Question
    sources: tuple[Source, ...]
    published: Published | None


def over_cohorts(  # noqa: PLR0913 - each is a choice of the reader
    store: Store,
    organisation: str,
    question: str,
    *,
    stage: Stage = "end_of_cohort",
    audience: Audience,
    made_on: date | None = None,
) -> Chart | None:
    """Draw one question over all cohorts that were asked it, in the order they began.

    The team sees every answer. Others are served what was told of each cohort at its closing, and
    the sum of just that.

    Parameters
    ----------
    question
        The id of a question answered by yes or no.

    Returns
    -------
    Chart or None
        None where fewer than two cohorts have anything to show.
    """
    records = {one.cohort: one for one in cohort_records_of(store, organisation)}
    every = _asked(store, organisation, stage, question, audience, made_on)
    shown = [one for one in every if one.published is not None]
    if len(shown) < SEVERAL:
        return None
    shown.sort(key=lambda one: _in_time(one.scope.cohort, records))
    last = shown[-1].question
    alike = [one for one in shown if is_asked_alike([one.question, last])]
    together = _together(store, last, alike, every, audience, made_on)
    rows = [(_in_time(one.scope.cohort, records), _row(one, records)) for one in every]
    rows += _gaps(records.values(), {one.scope.cohort for one in every})
    rows.sort(key=lambda row: row[0])
    return draw_over_cohorts([row for _, row in rows], together)


def charts_over_cohorts(
    store: Store, datasets: Iterable[Dataset], *, audience: Audience
) -> tuple[Chart, ...]:
    """Draw "Did you find it useful?" of every organisation with several cohorts that were asked.

    Parameters
    ----------
    datasets
        What is reported on; stages other than the end of cohort do not count.
    """
    scopes = (one.scope for one in datasets)
    at_the_end = (one.organisation for one in scopes if one.stage == "end_of_cohort")
    every = (
        over_cohorts(store, organisation, USEFUL, audience=audience)
        for organisation in dict.fromkeys(at_the_end)
    )
    return tuple(chart for chart in every if chart is not None)


def _asked(  # noqa: PLR0913, PLR0917 - called just above
    store: Store,
    organisation: str,
    stage: Stage,
    question: str,
    audience: Audience,
    made_on: date | None,
) -> list[_Asked]:
    scopes = dict.fromkeys(
        dataset.scope
        for dataset in store.datasets()
        if (dataset.scope.organisation, dataset.scope.stage) == (organisation, stage)
    )
    found = []
    for scope in scopes:
        sources = tuple(source_of(store, dataset) for dataset in datasets_of(store, scope))
        asked = {one.id: (one, those) for one, those in questions_asked(sources)}
        if question in asked and asked[question][0].type == "yes_no":
            one, those = asked[question]
            published = _published(store, scope, one, those, audience, made_on)
            found.append(_Asked(scope=scope, question=one, sources=those, published=published))
    return found


def _published(  # noqa: PLR0913, PLR0917 - called just above
    store: Store,
    scope: Scope,
    question: Question,
    sources: tuple[Source, ...],
    audience: Audience,
    made_on: date | None,
) -> Published | None:
    """Return what one cohort said; of a stage that is open nothing is told beyond the team."""
    if audience == "team":
        measured = measure(question, sources, scope=scope)
        return protect(measured, audience=audience, made_on=made_on)
    release = latest_release(store, scope) if served(store, scope) else None
    figures = release.figures if release else ()
    told = [whole_roles(one) for one in figures if one.question.id == question.id]
    return publish(told[0], audience=audience, made_on=made_on) if told else None


def _together(  # noqa: PLR0913, PLR0917 - called just above
    store: Store,
    question: Question,
    alike: Sequence[_Asked],
    every: Sequence[_Asked],
    audience: Audience,
    made_on: date | None,
) -> Published:
    """Add up the cohorts that were asked alike: their answers, or what was told of each."""
    left_out = tuple(one.scope for one in every if one.published is None)
    pool = Pool(scopes=tuple(one.scope for one in alike), left_out=left_out)
    if audience == "team":
        sources = tuple(source for one in alike for source in one.sources)
        asked = (one.scope.cohort for one in every)
        missing = pool.not_counted((one.scope.cohort for one in alike), asked)
        is_one = any(source.role == EVERYBODY for source in sources)
        measured = measure(question, sources, scope=pool.scope, together=is_one)
        measured = measured.with_notes(*pool.notes, *missing)
        return protect(measured, audience=audience, made_on=made_on, cohorts=pool.cohorts)
    releases = [latest_release(store, scope) for scope in pool.scopes]
    figures = [
        [told for told in (one.figures if one else ()) if told.question.id == question.id]
        for one in releases
    ]
    (told,) = pooled(pool, figures)
    return publish(told, audience=audience, made_on=made_on, cohorts=pool.cohorts)


def _row(asked: _Asked, records: Mapping[str, CohortRecord]) -> CohortRow:
    cohort = asked.scope.cohort
    record = records.get(cohort)
    return CohortRow(
        label=cohort,
        when=record.start.words if record and record.start else "",
        published=asked.published,
        gap="" if asked.published is not None else STILL_OPEN,
    )


_Place = tuple[When, int, list[int | str]]


def _in_time(cohort: str, records: Mapping[str, CohortRecord]) -> _Place:
    """Place a cohort by when it began; those without a date last, by name: 2 before 10."""
    record = records.get(cohort)
    start = record.start if record is not None else None
    return start or UNDATED, 1, _name_in_order(cohort)


def _name_in_order(name: str) -> list[int | str]:
    parts = re.split(r"(\d+)", name.casefold())
    return [int(part) if at % 2 else part for at, part in enumerate(parts)]


def _gaps(records: Iterable[CohortRecord], answered: set[str]) -> list[tuple[_Place, CohortRow]]:
    """Find every time without answers: pauses, cohorts nobody was asked in, years without one."""
    known = list(records)
    pauses = [pause for one in known for pause in one.pauses if pause.since or pause.until]
    found: list[tuple[_Place, CohortRow]] = [
        ((pause.since or pause.until or UNDATED, 0, []), _pause(pause))
        for pause in dict.fromkeys(pauses)
    ]
    found += [
        (_in_time(one.cohort, {one.cohort: one}), _unanswered(one))
        for one in known
        if one.cohort not in answered
    ]
    starts = [one.start.year for one in known if one.start is not None]
    for year in range(min(starts, default=0) + 1, max(starts, default=0)):
        if year not in starts and not any(_covers(pause, year) for pause in pauses):
            found.append(((When(year), 0, []), CohortRow(label=str(year), gap=NO_COHORT)))
    return found


def _pause(pause: Pause) -> CohortRow:
    since, until = (one.words if one else "" for one in (pause.since, pause.until))
    when = f"{since or 'up'} to {until}" if until else f"from {since}"
    return CohortRow(label="Pause", when=when, gap=pause.why.strip() or "the programme stood still")


def _unanswered(record: CohortRecord) -> CohortRow:
    status = STATUSES[record.status].lower() if record.status else ""
    return CohortRow(
        label=record.cohort,
        when=record.start.words if record.start else "",
        gap=f"{NO_ANSWERS} ({status})" if status else NO_ANSWERS,
    )


def _covers(pause: Pause, year: int) -> bool:
    """Say whether a pause lies in a year, so that the year is told of already."""
    since = pause.since.year if pause.since else year
    until = pause.until.year if pause.until else since
    return since <= year <= until
