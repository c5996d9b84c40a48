"""Cohorts beside each other: one question of many answers, or many questions at a glance."""

from collections.abc import Sequence
from functools import partial

from rm_eval import wording
from rm_eval.charts.chart import Chart
from rm_eval.charts.cohort_table import plot_cohort_tables
from rm_eval.charts.theme import PAGE, Frame
from rm_eval.disclosure import Published
from rm_eval.wording import CohortRow
from rm_eval.wording import beside_each_other as words
from rm_eval.wording.cohort_table import Line, tables_of_answers, tables_of_questions


def draw_cohort_table(
    rows: Sequence[CohortRow], together: Published, *, frame: Frame = PAGE
) -> Chart:
    """Draw one question of many answers, a column a cohort in the order given.

    Parameters
    ----------
    rows
        Cohorts and gaps between them; at least two have figures.
    together
        All cohorts that have figures, added up.
    """
    tables = tables_of_answers(rows, together)
    line = Line(label="", rows=tuple(rows), like=together)
    lay_out = partial(plot_cohort_tables, tables, wording.nothing_to_show(together))
    headline = words.headline_of_answers(together)
    return Chart(
        id=f"{together.question.id}-over_cohorts",
        figure=lay_out(frame).figure(),
        headline=headline,
        subtitle=words.subtitle_of_answers(rows, together),
        alt=words.alt_of_tables(tables, headline),
        table=words.table_of_tables(tables, first="Answer"),
        notes=words.notes_of_tables([line], of_one=True),
        file_name=wording.file_name(together, kind="over_cohorts"),
        published=together,
        lay_out=lay_out,
        others=tuple(row.published for row in rows if row.published is not None),
    )


def draw_questions_over_cohorts(lines: Sequence[Line], *, frame: Frame = PAGE) -> Chart:
    """Draw many questions of one stage at a glance, a column a cohort.

    Parameters
    ----------
    lines
        Of one organisation and stage, with the same cohorts and gaps in time; at least one.
    """
    tables = tables_of_questions(lines)
    first = lines[0].like
    lay_out = partial(plot_cohort_tables, tables, wording.nothing_to_show(first))
    headline = words.headline_of_questions(lines)
    return Chart(
        id=f"{first.scope.stage}-cohorts_at_a_glance",
        figure=lay_out(frame).figure(),
        headline=headline,
        subtitle=words.subtitle_of_questions(lines),
        alt=words.alt_of_tables(tables, headline),
        table=words.table_of_tables(tables, first="Question"),
        notes=words.notes_of_tables(lines, of_one=False),
        file_name=wording.file_name(first, kind="cohorts_at_a_glance"),
        published=first,
        lay_out=lay_out,
        others=tuple(words.published_in(lines)),
    )
