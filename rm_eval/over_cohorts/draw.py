"""Cohorts drawn: one question over all of them, in time, with its gaps."""

from collections.abc import Iterable
from datetime import date

from rm_eval.charts import Chart, draw_cohort_table, draw_over_cohorts
from rm_eval.disclosure import Audience
from rm_eval.over_cohorts.cohorts import SEVERAL, Cohorts, cohorts_here
from rm_eval.questionnaire import Stage
from rm_eval.store import Dataset, Store
from rm_eval.wording.lead import can_lead

USEFUL = "end_useful"


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
        Its id.

    Returns
    -------
    Chart or None
        None where fewer than two cohorts have anything to show.
    """
    found = cohorts_here(store, organisation, audience=audience, made_on=made_on, stages=(stage,))
    return draw_question(found, stage, question)


def draw_question(cohorts: Cohorts, stage: Stage, question: str) -> Chart | None:
    """Draw one question over cohorts: a row a cohort; or a column, where it has many answers.

    Returns
    -------
    Chart or None
        None where fewer than two cohorts have anything to show.
    """
    every = cohorts.of(stage, question)
    together = cohorts.together(every)
    if together is None:
        return None
    rows = cohorts.rows(every)
    if len([row for row in rows if row.published is not None]) < SEVERAL:
        return None
    one_figure = can_lead(together.question)
    return (draw_over_cohorts if one_figure else draw_cohort_table)(rows, together)


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
