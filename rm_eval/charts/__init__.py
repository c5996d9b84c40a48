"""Published figures become charts: one file a kind, one line each in `CHARTS`."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from rm_eval import wording
from rm_eval.charts.agreement_bars import plot_agreement_bars
from rm_eval.charts.amount_bars import plot_amount_bars
from rm_eval.charts.canvas import Canvas
from rm_eval.charts.change_bars import plot_change_bars
from rm_eval.charts.changes_told import plot_changes_told
from rm_eval.charts.chart import Chart, Drawing, PlainChart
from rm_eval.charts.cohorts_beside import draw_cohort_table, draw_questions_over_cohorts
from rm_eval.charts.evidence_map import draw_evidence
from rm_eval.charts.forest import plot_forest
from rm_eval.charts.forest_rows import Labelled, sections_of
from rm_eval.charts.matched import pair_of, plot_matched
from rm_eval.charts.multiples import draw_multiples
from rm_eval.charts.over_cohorts import draw_over_cohorts
from rm_eval.charts.over_organisations import draw_over_organisations
from rm_eval.charts.paired_lines import plot_paired_lines
from rm_eval.charts.parts_table import plot_parts_table
from rm_eval.charts.rankings import plot_ranking
from rm_eval.charts.reached import draw_reached
from rm_eval.charts.scale_distribution import plot_scale_distribution
from rm_eval.charts.scorecard import plot_scorecard
from rm_eval.charts.statements import plot_statements
from rm_eval.charts.theme import PAGE, PHONE, Frame
from rm_eval.charts.theme_table import plot_theme_table
from rm_eval.charts.tick_box_comparison import plot_tick_box_comparison
from rm_eval.charts.timeline import draw_timeline
from rm_eval.charts.two_times import plot_two_times
from rm_eval.charts.yes_no_dots import plot_yes_no_dots
from rm_eval.disclosure import Published, part_of
from rm_eval.errors import ForTheDeveloper
from rm_eval.stats import Pooled
from rm_eval.wording import By, Scored, Side
from rm_eval.wording.matched import Kind as Matching
from rm_eval.wording.over_cohorts import TOGETHER


class Kind(NamedTuple):
    """A kind of chart and the measures it can draw."""

    plot: Callable[[Published, Frame], Canvas]
    measures: tuple[str, ...]


CHARTS = (
    Kind(plot_tick_box_comparison, ("ticks", "choices")),
    Kind(plot_scale_distribution, ("scale",)),
    Kind(plot_yes_no_dots, ("yes_no",)),
    Kind(plot_agreement_bars, ("likert",)),
    Kind(plot_ranking, ("ranking",)),
    Kind(plot_theme_table, ("themes",)),
    Kind(plot_amount_bars, ("number", "date")),
    Kind(plot_change_bars, ("change",)),
)


def draw(published: Published, *, frame: Frame = PAGE) -> Chart:
    """Draw one question, with everything that must travel with the drawing."""
    kind = "change" if published.measure == "change" else ""
    return Chart(
        id=f"{published.question.id}-{kind}" if kind else published.question.id,
        figure=plot(published, frame).figure(),
        headline=wording.headline(published),
        subtitle=wording.subtitle(published),
        alt=wording.alt_text(published),
        table=wording.numbers_table(published),
        notes=wording.notes(published),
        file_name=wording.file_name(published, kind=kind),
        published=published,
        lay_out=partial(plot, published),
    )


def draw_pairs(published: Published, *, frame: Frame = PAGE) -> Chart:
    """Draw a line a person for a question asked twice: for the programme team alone."""
    return Chart(
        id=f"{published.question.id}-pairs",
        figure=plot_paired_lines(published, frame).figure(),
        headline=wording.headline(published),
        subtitle=wording.subtitle(published),
        alt=wording.alt_of_pairs(published),
        table=wording.pairs_table(published),
        notes=wording.notes(published),
        file_name=wording.file_name(published, kind="pairs"),
        published=published,
        lay_out=partial(plot_paired_lines, published),
    )


def draw_two_times(*times: Published, frame: Frame = PAGE) -> Chart:
    """Draw one question as it was answered at two times or more, earliest first; no change."""
    return Chart(
        id=f"{times[-1].question.id}-two_times",
        figure=plot_two_times(times, frame).figure(),
        headline=wording.headline_of_times(times),
        subtitle=wording.subtitle_of_times(times),
        alt=wording.alt_of_times(times),
        table=wording.table_of_times(times),
        notes=wording.notes_of_times(times),
        file_name=wording.file_name(times[-1], kind="two_times"),
        published=times[-1],
        lay_out=partial(plot_two_times, times),
        others=times[:-1],
    )


def draw_changes(  # noqa: PLR0913 - each is a choice of the reader
    rows: Sequence[Labelled],
    *,
    by: By = "question",
    of: str = "",
    pooled: Mapping[str, Pooled] | None = None,
    together: Published | None = None,
    frame: Frame = PAGE,
) -> Chart:
    """Draw many changes under one another, in the order given.

    Parameters
    ----------
    rows
        Label and figures of kind ``"change"``, one a question or one a cohort; at least one.
    by
        What a row is.
    of
        The one group to draw, such as ``"mentee"``; "" for all. A picture of both is small print.
    pooled
        Several cohorts together, by group; for the programme team alone.
    together
        Several cohorts added up; for everybody else.
    frame
        The room to draw in.
    """
    first, averages = rows[0][1], dict(pooled or {})
    every = (*rows, (TOGETHER, together)) if together else tuple(rows)
    kind = "-".join(filter(None, ("changes" if by == "question" else "cohorts", of)))
    lay_out = partial(plot_changes, every, averages, of)
    return Chart(
        id=kind if by == "question" else f"{first.question.id}-{kind}",
        figure=lay_out(frame).figure(),
        headline=wording.headline_of_changes(rows, by, of),
        subtitle=wording.subtitle_of_changes(rows, by),
        alt=wording.alt_of_changes(rows, by, of),
        table=wording.table_of_changes(every, by, of),
        notes=wording.notes_of_changes(every, by, averages, of),
        file_name=wording.file_name(first, kind=kind),
        published=first,
        lay_out=lay_out,
        others=tuple(one for _, one in every[1:]),
    )


def draw_statements(statements: Sequence[Published], *, title: str, frame: Frame = PAGE) -> Chart:
    """Draw many statements that people agreed with or not, one a row, a block a role.

    Parameters
    ----------
    statements
        Figures of kind ``"likert"``, in the order to draw; at least one. See `can_stand_together`.
    title
        What they are about, such as "Feedback on the training": begins the headline.
    """
    first, *others = statements
    lay_out = partial(plot_statements, tuple(statements))
    return Chart(
        id=f"{first.question.id}-statements",
        figure=lay_out(frame).figure(),
        headline=wording.headline_of_statements(statements, title),
        subtitle=wording.subtitle_of_statements(statements),
        alt=wording.alt_of_statements(statements, title),
        table=wording.table_of_statements(statements),
        notes=wording.notes_of_statements(statements),
        file_name=wording.file_name(first, kind="statements"),
        published=first,
        lay_out=lay_out,
        others=tuple(others),
    )


def draw_matched(
    first: Side,
    second: Side,
    *,
    answers: Sequence[str],
    kind: Matching,
    frame: Frame = PAGE,
) -> Chart | None:
    """Draw the answers that two questions share, a row an answer; None where they share none.

    Parameters
    ----------
    answers
        Their ids, in the order to draw.
    kind
        ``"needs"`` of both roles, or ``"hopes"`` and what became of them.
    """
    found = wording.matched_of(first, second, answers)
    if not found:
        return None
    lay_out = partial(plot_matched, pair_of(first, second, found))
    return Chart(
        id=f"{second.published.question.id}-{kind}",
        figure=lay_out(frame).figure(),
        headline=wording.headline_of_matched(found, kind),
        subtitle=wording.subtitle_of_matched(first, second),
        alt=wording.alt_of_matched(found, kind),
        table=wording.table_of_matched(found, first, second),
        notes=wording.notes_of_matched(found, kind, first, second),
        file_name=wording.file_name(second.published, kind=kind),
        published=second.published,
        lay_out=lay_out,
        others=(first.published,),
    )


def draw_scorecard(aims: Sequence[Scored], *, frame: Frame = PAGE) -> Chart | None:
    """Write what was found of each aim; None where nothing was asked of any."""
    every = {one.question.id: one for each in aims for one in each.published}
    if not every:
        return None
    first, *others = every.values()
    lay_out = partial(plot_scorecard, tuple(aims))
    return Chart(
        id="aims",
        figure=lay_out(frame).figure(),
        headline=wording.headline_of_scorecard(aims),
        subtitle=wording.subtitle_of_scorecard(aims),
        alt=wording.alt_of_scorecard(aims),
        table=wording.table_of_scorecard(aims),
        notes=wording.notes_of_scorecard(aims),
        file_name=wording.file_name(first, kind="aims"),
        published=first,
        lay_out=lay_out,
        others=tuple(others),
    )


def plot_changes(
    rows: Sequence[Labelled], pooled: Mapping[str, Pooled], of: str, frame: Frame
) -> Canvas:
    """Draw averages with their ranges for the team, and counts told for everybody else."""
    if rows[0][1].audience == "team":
        return plot_forest(sections_of(rows, pooled, of), frame)
    return plot_changes_told(rows, frame, of)


def plot(published: Published, frame: Frame) -> Canvas:
    """The drawing alone, laid out for a frame: the same code for page and picture."""
    if any(map(part_of, published.rows["group"].unique())):
        return plot_parts_table(published, frame)
    for kind in CHARTS:
        if published.measure in kind.measures:
            return kind.plot(published, frame)
    known = ", ".join(measure for kind in CHARTS for measure in kind.measures)
    raise ForTheDeveloper(f"No chart draws the measure {published.measure!r}; charts draw {known}.")


__all__ = [
    "CHARTS",
    "PAGE",
    "PHONE",
    "Chart",
    "Drawing",
    "Frame",
    "PlainChart",
    "draw",
    "draw_changes",
    "draw_cohort_table",
    "draw_evidence",
    "draw_matched",
    "draw_multiples",
    "draw_over_cohorts",
    "draw_over_organisations",
    "draw_pairs",
    "draw_questions_over_cohorts",
    "draw_reached",
    "draw_scorecard",
    "draw_statements",
    "draw_timeline",
    "draw_two_times",
    "plot",
]
