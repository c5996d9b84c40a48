"""One question from enrolment to the end, cohort by cohort, each in a colour and shape of its own.

Times of a cohort stand under one another and are never joined: other people may have answered.
"""

from collections.abc import Sequence
from functools import partial

from rm_eval.charts.beside import beside
from rm_eval.charts.canvas import Canvas
from rm_eval.charts.chart import Chart
from rm_eval.charts.key import draw_nothing
from rm_eval.charts.marked_rows import MarkedRow, MarkedSection, plot_column
from rm_eval.charts.theme import PAGE, Frame, look_of_part
from rm_eval.disclosure import Published
from rm_eval.wording import all_the_way as words
from rm_eval.wording import file_name
from rm_eval.wording.all_the_way import CohortWay, figures_in
from rm_eval.wording.lead import axis_of, leads, what_leads, words_of
from rm_eval.wording.over_cohorts import NOT_ASKED, similar_people
from rm_eval.wording.times import AT


def draw_all_the_way(ways: Sequence[CohortWay], *, frame: Frame = PAGE) -> Chart:
    """Draw one question at every time it was asked, a block a cohort in the order given.

    Parameters
    ----------
    ways
        Cohorts and gaps between them; at least one has figures. See `wording.lead.can_lead` for
        what may be asked.
    """
    every = figures_in(ways)
    last = every[-1]
    lay_out = partial(plot_all_the_way, tuple(ways))
    return Chart(
        id=f"{last.question.first_id}-all_the_way",
        figure=lay_out(frame).figure(),
        headline=words.headline_of_ways(ways),
        subtitle=words.subtitle_of_ways(ways),
        alt=words.alt_of_ways(ways),
        table=words.table_of_ways(ways),
        notes=words.notes_of_ways(ways),
        file_name=file_name(last, kind="all_the_way"),
        published=last,
        lay_out=lay_out,
        others=tuple(every[:-1]),
    )


def plot_all_the_way(ways: Sequence[CohortWay], frame: Frame) -> Canvas:
    """Draw roles one under another; in a picture beside each other, where there is room."""
    groups = _groups(ways)
    if not groups:
        canvas = Canvas(frame=frame, across=(0, 1))
        draw_nothing(canvas, words.NOTHING.capitalize())
        return canvas
    columns = [_sections(ways, group) for group in groups]
    if len(columns) == 1 and frame.height:
        half = (len(columns[0]) + 1) // 2
        columns = list(filter(None, (columns[0][:half], columns[0][half:])))
    panels = [partial(plot_column, column) for column in columns]
    together = [section for column in columns for section in column]
    return beside(frame, panels) or plot_column(together, frame)


def _groups(ways: Sequence[CohortWay]) -> list[str]:
    """The groups of which anything is told at any time."""
    return list(
        dict.fromkeys(
            group
            for one in figures_in(ways)
            for group, lead in leads(one).items()
            if lead.at is not None
        )
    )


def _sections(ways: Sequence[CohortWay], group: str) -> list[MarkedSection]:
    """A block a cohort; a gap stands as the last row of the block before it."""
    question = figures_in(ways)[-1].question
    what, axis = what_leads(question), axis_of(question)
    found: list[MarkedSection] = []
    for way in ways:
        rows = tuple(_row(one, group) for one in way.times)
        rows += tuple(
            MarkedRow(label=AT[stage].capitalize(), text=why) for stage, why in way.missing
        )
        if not rows:
            rows = (MarkedRow(label=way.label, under=way.when, text=way.gap),)
        if found and not way.times:
            found[-1] = _with(found[-1], rows)
            continue
        heading = f"{group} {what}" if question.type != "scale" else f"{group}: {what}"
        heading = f"{way.name}: {heading}" if way.times else heading
        found.append(
            MarkedSection(heading=heading, look=look_of_part(len(found)), axis=axis, rows=rows)
        )
    return found


def _with(section: MarkedSection, more: tuple[MarkedRow, ...]) -> MarkedSection:
    return MarkedSection(
        heading=section.heading, look=section.look, axis=section.axis, rows=section.rows + more
    )


def _row(published: Published, group: str) -> MarkedRow:
    label = AT[published.scope.stage].capitalize()
    lead = leads(published).get(group)
    if lead is None:
        return MarkedRow(label=label, text=NOT_ASKED)
    is_told = lead.at is not None
    return MarkedRow(
        label=label,
        at=lead.at,
        text=words_of(lead),
        more=similar_people(lead),
        ends=lead.ends,
        is_hidden=not is_told,
    )
