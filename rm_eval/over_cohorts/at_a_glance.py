"""All of an organisation's cohorts at a glance, and one question from enrolment to the end."""

from typing import get_args

from rm_eval.charts import Chart
from rm_eval.charts.all_the_way import draw_all_the_way
from rm_eval.charts.cohorts_beside import draw_questions_over_cohorts
from rm_eval.over_cohorts.cohorts import SEVERAL, Asked, Cohorts
from rm_eval.over_cohorts.in_time import Place, gaps, place_of, row_of
from rm_eval.questionnaire import Question, Stage
from rm_eval.wording.all_the_way import CohortWay
from rm_eval.wording.cohort_table import Line
from rm_eval.wording.figures import as_sentence
from rm_eval.wording.lead import can_lead


def draw_at_a_glance(cohorts: Cohorts, stage: Stage) -> Chart | None:
    """Draw every question of a stage that comes down to one figure, a column a cohort.

    Returns
    -------
    Chart or None
        None where fewer than two such questions were answered in two cohorts.
    """
    lines = []
    for choice in cohorts.choices():
        if choice.stage != stage or not can_lead(choice.question):
            continue
        rows = tuple(cohorts.rows(cohorts.of(stage, choice.question.id)))
        told = [row.published for row in rows if row.published is not None]
        name = as_sentence(choice.question.short or choice.question.wording)
        lines.append(Line(label=name, rows=rows, like=told[-1]))
    return draw_questions_over_cohorts(lines) if len(lines) >= SEVERAL else None


def draw_whole_way(cohorts: Cohorts, question: str) -> Chart | None:
    """Draw one question at every time each cohort was asked it.

    Parameters
    ----------
    question
        `Question.first_id`.

    Returns
    -------
    Chart or None
        None where it was asked at one time only, or comes down to no one figure.
    """
    asked = [one for one in cohorts.asked if one.question.first_id == question]
    if not asked:
        return None
    last = max(asked, key=_stage).question
    alike = [one for one in asked if _on_one_axis(one.question, last)]
    ways = [_way(cohorts, cohort, alike) for cohort in dict.fromkeys(o.scope.cohort for o in alike)]
    stages = {one.scope.stage for _, way in ways for one in way.times}
    if len(stages) < SEVERAL:
        return None
    shown = {way.label for _, way in ways}
    ways += [
        (place, CohortWay(label=row.label, when=row.when, gap=row.gap))
        for place, row in gaps(cohorts.records.values(), shown)
    ]
    return draw_all_the_way([way for _, way in sorted(ways, key=lambda one: one[0])])


def _stage(one: Asked) -> int:
    return get_args(Stage).index(one.scope.stage)


def _on_one_axis(one: Question, other: Question) -> bool:
    return can_lead(one) and (one.type, one.scale) == (other.type, other.scale)


def _way(cohorts: Cohorts, cohort: str, every: list[Asked]) -> tuple[Place, CohortWay]:
    asked = sorted((one for one in every if one.scope.cohort == cohort), key=_stage)
    seen = [(one, cohorts.seen(one)) for one in asked]
    times = tuple(published for _, published in seen if published is not None)
    missing = [(one.scope.stage, cohorts.why_not(one)) for one, told in seen if told is None]
    row = row_of(cohort, cohorts.records)
    return place_of(cohort, cohorts.records), CohortWay(
        label=cohort,
        when=row.when,
        times=times,
        missing=tuple(missing) if times else (),
        gap="" if times else cohorts.why_not(asked[0]),
    )
