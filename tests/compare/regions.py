"""Invented organisations as a region has them: what each tells of some questions."""

from dataclasses import replace

from rm_eval.compare import Region, region_from
from rm_eval.disclosure import tell
from rm_eval.measures import Measured, Source, measure
from rm_eval.questionnaire import Question
from rm_eval.responses import Scope
from rm_eval.share import Shared, SharedStage, leaves_of
from tests.factories import A_DAY

Answers = list[tuple[Question, list[Source]]]


def organisation(name: str, *cohorts: Answers, audience="internal") -> Shared:
    """One that closed the end of each of its cohorts."""
    stages = [_stage(name, f"Cohort {at}", one, audience) for at, one in enumerate(cohorts, 1)]
    return Shared(
        organisation=name,
        audience=audience,
        made_on=A_DAY,
        tool="0.1.0",
        sample=False,
        stages=tuple(stages),
    )


def region(*shares: Shared, audience="internal") -> Region:
    return region_from(shares, audience=audience, today=A_DAY)


def _stage(name: str, cohort: str, answers: Answers, audience) -> SharedStage:
    scope = Scope(organisation=name, cohort=cohort, stage="end_of_cohort")
    leaves = [leaves_of(tell(_measured(one, scope)), audience) for one in answers]
    return SharedStage(
        scope=scope,
        closed_on=A_DAY,
        figures=tuple(one.told for one in leaves if one.told is not None),
        kept=tuple(kept for one in leaves for kept in one.kept),
        people={},
        sent={},
    )


def _measured(one: tuple[Question, list[Source]], scope: Scope) -> Measured:
    question, sources = one
    asked = [_as_asked(question, source) for source in sources]
    return measure(question, asked, scope=scope)


def _as_asked(question: Question, source: Source) -> Source:
    return replace(source, responses=replace(source.responses, questions=(question,)))
