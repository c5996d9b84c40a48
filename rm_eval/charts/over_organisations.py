"""One question over organisations: a row each in the order of the alphabet, all of them last."""

from collections.abc import Mapping, Sequence
from functools import partial

from rm_eval import wording
from rm_eval.charts.canvas import Canvas
from rm_eval.charts.chart import Chart
from rm_eval.charts.key import draw_nothing
from rm_eval.charts.marked_rows import MarkedRow, MarkedSection, both, plot_marked_rows
from rm_eval.charts.theme import PAGE, Frame, look_of
from rm_eval.disclosure import Published
from rm_eval.questionnaire import Scale
from rm_eval.stats import Pooled
from rm_eval.wording import Line, OrganisationRow
from rm_eval.wording.lead import Axis
from rm_eval.wording.organisation_rows import Seen, seen_of
from rm_eval.wording.over_organisations import (
    ALL_TOGETHER,
    ends_in_words,
    groups_told,
    label_of_means,
    n_told,
    of_means,
    seen_in,
)

NOBODY, EVERYBODY = "nobody", "everybody"


def draw_over_organisations(  # noqa: PLR0913 - each is drawn
    rows: Sequence[OrganisationRow],
    line: Line,
    *,
    together: Published | None = None,
    pooled: Mapping[str, Pooled] | None = None,
    remarks: Sequence[str] = (),
    apart: int = 0,
    frame: Frame = PAGE,
) -> Chart:
    """Draw one line of a question, a row an organisation in the order given.

    Parameters
    ----------
    rows
        At least one has figures.
    line
        One answer, one side of agreement, or the average.
    together
        All of them added up; None where there is only one.
    pooled
        Of averages, all of them together by group, such as ``"mentor"``.
    remarks
        Who is not in the picture and why.
    apart
        Which of the other wordings it is, from 1: each has a picture and a file of its own.
    """
    first, *others = [one.published for one in rows if one.published is not None]
    scale = first.question.scale or Scale()
    averages = {group: one.within(scale.low, scale.high) for group, one in (pooled or {}).items()}
    lay_out = partial(plot_over_organisations, tuple(rows), line, together, averages)
    own = f" apart {apart}" if apart else ""
    kind = f"organisations-{line.answer}{own.replace(' ', '-')}"
    return Chart(
        id=f"{first.question.id}-{kind}",
        figure=lay_out(frame).figure(),
        headline=wording.headline_over_organisations(rows, together, line),
        subtitle=wording.subtitle_over_organisations(rows),
        alt=wording.alt_over_organisations(rows, together, line),
        table=wording.table_over_organisations(rows, together, averages, line),
        notes=wording.notes_over_organisations(rows, together, averages, remarks, line),
        file_name=wording.file_name_of_region(first, f"{first.question.id} {line.answer}{own}"),
        published=first,
        lay_out=lay_out,
        others=(*others, *([together] if together is not None else [])),
    )


def plot_over_organisations(
    rows: Sequence[OrganisationRow],
    line: Line,
    together: Published | None,
    pooled: Mapping[str, Pooled],
    frame: Frame,
) -> Canvas:
    """Draw a panel a group of which any organisation tells something."""
    first = next(one.published for one in rows if one.published is not None)
    scale = (first.question.scale or Scale()) if line.is_mean else None
    sections = [
        MarkedSection(
            heading=f"{label}: {line.words}" if line.is_mean else f"{label} who {line.words}",
            look=look_of(group),
            axis=_axis(scale),
            rows=(
                *(_row(row, label, line) for row in rows),
                *_last(together, pooled.get(group), label, line, n_told(rows, group, line)),
            ),
        )
        for group, label in groups_told(rows, together).items()
    ]
    if not sections:
        canvas = Canvas(frame=frame, across=(0, 1))
        draw_nothing(canvas, wording.nothing_to_show(first))
        return canvas
    return plot_marked_rows(sections, frame)


def _axis(scale: Scale | None) -> Axis:
    if scale is None:
        return Axis((0.0, 1.0), ((0.0, NOBODY), (0.5, "half"), (1.0, EVERYBODY)))
    marks = (scale.low, (scale.low + scale.high) // 2, scale.high)
    return Axis((scale.low, scale.high), tuple((mark, str(mark)) for mark in marks))


def _row(row: OrganisationRow, group: str, line: Line) -> MarkedRow:
    found = seen_in(row, group, line)
    many = f"{row.cohorts} cohorts" if row.cohorts > 1 else ""
    if isinstance(found, str):
        return MarkedRow(label=row.organisation, under=many, text=found, is_hidden=True)
    return _of(found, row.organisation, many, line)


def _of(seen: Seen, label: str, under: str, line: Line, *, is_all: bool = False) -> MarkedRow:
    return MarkedRow(
        label=label,
        under=under,
        text=seen.text,
        more=ends_in_words(seen, line),
        at=None if seen.low is None or seen.high is None else (seen.low, seen.high),
        ends=seen.ends,
        is_all=is_all,
    )


def _last(
    together: Published | None, pooled: Pooled | None, group: str, line: Line, n: int
) -> tuple[MarkedRow, ...]:
    """All organisations together: counts added up; averages as far as so many can tell."""
    if together is None:
        return ()
    if line.is_mean:
        return _average(pooled, label_of_means(pooled, n))
    found = seen_of(together, line).get(group)
    if found is None or found.low is None:
        return ()
    return (_of(found, ALL_TOGETHER, "", line, is_all=True),)


def _average(pooled: Pooled | None, label: str) -> tuple[MarkedRow, ...]:
    if pooled is None or pooled.mean is None or pooled.rule in {"nothing", "alone"}:
        return ()
    text, more = of_means(pooled)
    return (
        MarkedRow(
            label=label,
            text=text,
            more=more,
            at=(pooled.mean, pooled.mean),
            ends=both(pooled.low, pooled.high),
            prediction=both(pooled.prediction_low, pooled.prediction_high),
            is_all=True,
        ),
    )
