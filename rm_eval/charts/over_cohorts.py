"""One question over the cohorts of a programme: a row a cohort, gaps as grey rows.

Rows stand under one another in time and are never joined: each is other people, and in a gap
nobody was asked.
"""

from collections.abc import Sequence
from functools import partial

from rm_eval import wording
from rm_eval.charts.canvas import Canvas
from rm_eval.charts.chart import Chart
from rm_eval.charts.key import draw_nothing
from rm_eval.charts.marked_rows import MarkedRow, MarkedSection, both, plot_marked_rows
from rm_eval.charts.theme import PAGE, Frame, look_of
from rm_eval.disclosure import Published
from rm_eval.stats import Pooled
from rm_eval.wording import CohortRow
from rm_eval.wording.changes import pooled_label
from rm_eval.wording.figures import people
from rm_eval.wording.lead import Lead, axis_of, leads, what_leads, words_of
from rm_eval.wording.over_cohorts import (
    TOGETHER,
    OverCohorts,
    over_cohorts_of,
    pooled_words,
    similar_people,
    why_without,
)
from rm_eval.wording.points import points


def draw_over_cohorts(
    rows: Sequence[CohortRow], together: Published, *, frame: Frame = PAGE
) -> Chart:
    """Draw one question that comes down to one figure, a row a cohort in the order given.

    Parameters
    ----------
    rows
        Cohorts and gaps between them; at least two have figures.
    together
        All cohorts that have figures, added up. See `wording.lead.can_lead` for what it may ask.
    frame
        The room to draw in.
    """
    found = over_cohorts_of(rows, together)
    lay_out = partial(plot_over_cohorts, found)
    return Chart(
        id=f"{together.question.id}-over_cohorts",
        figure=lay_out(frame).figure(),
        headline=wording.headline_over_cohorts(found),
        subtitle=wording.subtitle_over_cohorts(found),
        alt=wording.alt_over_cohorts(found),
        table=wording.table_over_cohorts(found),
        notes=wording.notes_over_cohorts(found),
        file_name=wording.file_name(together, kind="over_cohorts"),
        published=together,
        lay_out=lay_out,
        others=tuple(found.published),
    )


def plot_over_cohorts(found: OverCohorts, frame: Frame) -> Canvas:
    """Draw a panel a group; in a picture beside each other, where there is room."""
    sections = _sections(found)
    if not sections:
        canvas = Canvas(frame=frame, across=(0, 1))
        draw_nothing(canvas, wording.nothing_to_show(found.together))
        return canvas
    return plot_marked_rows(sections, frame)


def _sections(found: OverCohorts) -> list[MarkedSection]:
    """A panel for each group of which anything is told in any cohort."""
    groups = dict.fromkeys(
        (str(group), str(label))
        for one in (*found.published, found.together)
        for group, label, shown in zip(
            one.rows["group"], one.rows["group_label"], one.rows["shown"], strict=True
        )
        if shown != "hidden"
    )
    question = found.together.question
    what = what_leads(question)
    return [
        MarkedSection(
            heading=f"{label}: {what}" if question.type == "scale" else f"{label} {what}",
            look=look_of(group),
            axis=axis_of(question),
            rows=(*(_row(row, label) for row in found.rows), *_last(found, label)),
        )
        for group, label in groups
    ]


def _last(found: OverCohorts, group: str) -> tuple[MarkedRow, ...]:
    """All cohorts together: of a group that some count in another way there is no such row."""
    if group in found.pooled:
        return (_pooled(found.pooled[group]),)
    lead = found.of_all.get(group)
    is_one_average = found.together.measure == "scale" and found.together.audience == "team"
    if lead is None or is_one_average:
        return ()
    return (_marked(lead, TOGETHER, is_all=True),)


def _row(row: CohortRow, group: str) -> MarkedRow:
    lead = leads(row.published).get(group) if row.published is not None else None
    if lead is None or row.published is None:
        return MarkedRow(label=row.label, under=row.when, text=why_without(row, group))
    return _marked(lead, row.label, under=row.when)


def _marked(lead: Lead, label: str, *, under: str = "", is_all: bool = False) -> MarkedRow:
    is_told = lead.at is not None
    return MarkedRow(
        label=label,
        under=under,
        at=lead.at,
        text=words_of(lead),
        more=similar_people(lead),
        ends=lead.ends,
        is_all=is_all,
        is_hidden=not is_told,
    )


def _pooled(one: Pooled) -> MarkedRow:
    mean = one.mean or 0.0
    return MarkedRow(
        label=pooled_label(one),
        at=(mean, mean),
        text=f"{points(mean)} ({people(str(one.n))})",
        more=pooled_words(one),
        ends=both(one.low, one.high),
        prediction=both(one.prediction_low, one.prediction_high),
        is_all=True,
    )
