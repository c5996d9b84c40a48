"""`Cohorts`: what the cohorts of one organisation were asked, as one audience may see it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, get_args

from rm_eval.asked import datasets_of, questions_asked, source_of
from rm_eval.disclosure import (
    Audience,
    Pool,
    Published,
    Told,
    pooled,
    protect,
    publish,
    whole_roles,
)
from rm_eval.measures import EVERYBODY, Source, can_measure, is_asked_alike, measure
from rm_eval.over_cohorts.in_time import STILL_OPEN, gaps, place_of, row_of
from rm_eval.programme import CohortRecord
from rm_eval.questionnaire import Question, Stage, all_questions
from rm_eval.responses import Scope
from rm_eval.share import Shared
from rm_eval.store import Store, cohort_records_of, latest_release, served
from rm_eval.wording import CohortRow

# Fewer are nothing to set beside each other.
SEVERAL = 2
NOT_ASKED = "not asked this"
OTHERWISE = "asked in another way"
NOT_TOLD = "for the programme team only"
NEVER_DRAWN = {"number", "date"}  # single amounts, which are the team's alone


@dataclass(frozen=True, kw_only=True, slots=True)
class Asked:
    """One question that one cohort was asked.

    Attributes
    ----------
    sources
        The answers, where they are kept here.
    told
        What others are told of them; None where they are told nothing.
    is_open
        Whether its stage was not closed yet.
    """

    scope: Scope
    question: Question
    sources: tuple[Source, ...] = ()
    told: Told | None = None
    is_open: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Choice:
    """A question that several cohorts were asked at one stage."""

    stage: Stage
    question: Question


@dataclass(frozen=True, kw_only=True, slots=True)
class Cohorts:
    """What the cohorts of one organisation were asked, as one audience may see it.

    Attributes
    ----------
    asked
        In the order of the forms.
    """

    organisation: str
    audience: Audience
    made_on: date | None
    records: dict[str, CohortRecord]
    asked: tuple[Asked, ...]

    def of(self, stage: Stage, question: str) -> list[Asked]:
        """Each cohort that was asked a question at a stage, in time."""
        found = [
            one for one in self.asked if (one.scope.stage, one.question.id) == (stage, question)
        ]
        return sorted(found, key=lambda one: place_of(one.scope.cohort, self.records))

    def seen(self, one: Asked) -> Published | None:
        """What one cohort said; of a stage that is open nothing is told beyond the team."""
        if self.audience == "team":
            measured = measure(one.question, one.sources, scope=one.scope)
            return protect(measured, audience="team", made_on=self.made_on)
        if one.told is None:
            return None
        return publish(one.told, audience=self.audience, made_on=self.made_on)

    def why_not(self, one: Asked) -> str:
        """Say why nothing is shown of a cohort that answered."""
        return STILL_OPEN if one.is_open else NOT_TOLD

    def choices(self) -> tuple[Choice, ...]:
        """Every question that several cohorts have answers to, stage by stage."""
        found: dict[tuple[Stage, str], list[Asked]] = {}
        for one in self.asked:
            if self.audience == "team" or one.told is not None:
                found.setdefault((one.scope.stage, one.question.id), []).append(one)
        order = {question.id: at for at, question in enumerate(all_questions())}
        stages = get_args(Stage)
        several = [
            Choice(stage=stage, question=those[-1].question)
            for (stage, _), those in found.items()
            if len(_alike(those)) >= SEVERAL
        ]
        return tuple(
            sorted(
                several,
                key=lambda one: (
                    stages.index(one.stage),
                    order.get(one.question.id, len(order)),
                ),
            )
        )

    def together(self, every: Sequence[Asked]) -> Published | None:
        """Add up the cohorts that were asked as the last was: their answers, or what was told.

        Parameters
        ----------
        every
            In time.

        Returns
        -------
        Published or None
            None where fewer than two cohorts have anything to show.
        """
        shown = [one for one in every if self.audience == "team" or one.told is not None]
        alike = _alike(shown)
        if len(alike) < SEVERAL:
            return None
        left_out = tuple(one.scope for one in every if one not in shown)
        pool = Pool(scopes=tuple(one.scope for one in alike), left_out=left_out)
        if self.audience != "team":
            figures = [[one.told] for one in alike if one.told is not None]
            (told,) = pooled(pool, figures, audience=self.audience)
            return publish(told, audience=self.audience, made_on=self.made_on, cohorts=pool.cohorts)
        sources = tuple(source for one in alike for source in one.sources)
        missing = pool.not_counted(
            (one.scope.cohort for one in alike), (one.scope.cohort for one in every)
        )
        is_one = any(source.role == EVERYBODY for source in sources)
        measured = measure(alike[-1].question, sources, scope=pool.scope, together=is_one)
        measured = measured.with_notes(*pool.notes, *missing)
        return protect(measured, audience="team", made_on=self.made_on, cohorts=pool.cohorts)

    def rows(self, every: Sequence[Asked]) -> list[CohortRow]:
        """A row for each cohort that was asked, in time, and for every gap between them.

        Those that were not asked as the last of them was have a row that says so, and no figure.
        """
        alike = self.alike(every)
        otherwise = {one.scope.cohort for one in every if one not in alike}
        every, stage = alike, every[0].scope.stage
        others = {one.scope.cohort for one in self.asked if one.scope.stage == stage}
        others -= {one.scope.cohort for one in every}
        rows = [(place_of(one.scope.cohort, self.records), self._row(one)) for one in every]
        rows += [
            (place_of(cohort, self.records), row_of(cohort, self.records, gap=why))
            for cohort in others
            for why in [OTHERWISE if cohort in otherwise else NOT_ASKED]
        ]
        rows += gaps(self.records.values(), {row.label for _, row in rows})
        return [row for _, row in sorted(rows, key=lambda row: row[0])]

    def alike(self, every: Sequence[Asked]) -> list[Asked]:
        """Those that were asked as the last was of which anything is shown; open ones count too."""
        shown = [one for one in every if self.audience == "team" or one.told is not None]
        kept = {one.scope for one in _alike(shown)}
        return [one for one in every if one.scope in kept or one not in shown]

    def _row(self, one: Asked) -> CohortRow:
        published = self.seen(one)
        row = row_of(one.scope.cohort, self.records)
        gap = "" if published is not None else self.why_not(one)
        return CohortRow(label=row.label, when=row.when, published=published, gap=gap)


def cohorts_here(
    store: Store,
    organisation: str,
    *,
    audience: Audience,
    made_on: date | None = None,
    stages: Iterable[Stage] = get_args(Stage),
) -> Cohorts:
    """Gather what the cohorts of an organisation were asked, whose answers are kept here.

    Parameters
    ----------
    stages
        Those that are wanted.
    """
    wanted = set(stages)
    scopes = dict.fromkeys(
        one.scope
        for one in store.datasets()
        if one.scope.organisation == organisation and one.scope.stage in wanted
    )
    return Cohorts(
        organisation=organisation,
        audience=audience,
        made_on=made_on,
        records={one.cohort: one for one in cohort_records_of(store, organisation)},
        asked=tuple(one for scope in scopes for one in _asked(store, scope)),
    )


def cohorts_of_share(
    shared: Shared, *, audience: Literal["internal", "public"], made_on: date | None = None
) -> Cohorts:
    """Gather what a share file tells of an organisation's cohorts."""
    return Cohorts(
        organisation=shared.organisation,
        audience=audience,
        made_on=made_on,
        records={one.cohort: one for one in shared.records},
        asked=tuple(
            Asked(scope=stage.scope, question=told.question, told=told)
            for stage in shared.stages
            if not stage.scope.since
            for told in stage.figures
            if _can_be_drawn(told.question)
        ),
    )


def _asked(store: Store, scope: Scope) -> list[Asked]:
    sources = tuple(source_of(store, dataset) for dataset in datasets_of(store, scope))
    release = latest_release(store, scope) if served(store, scope) else None
    told = {one.question.id: whole_roles(one) for one in (release.figures if release else ())}
    return [
        Asked(
            scope=scope,
            question=question,
            sources=those,
            told=told.get(question.id),
            is_open=release is None,
        )
        for question, those in questions_asked(sources)
        if _can_be_drawn(question)
    ]


def _alike(every: Sequence[Asked]) -> list[Asked]:
    """Those that were asked as the last of them was."""
    # Themes are counted for each role by itself, so nobody has to share them with the other.
    asked = [replace(one.question, themes=()) for one in every]
    return [one for one, own in zip(every, asked, strict=True) if is_asked_alike([own, asked[-1]])]


def _can_be_drawn(question: Question) -> bool:
    return can_measure(question) and question.type not in NEVER_DRAWN
