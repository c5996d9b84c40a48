"""One question over organisations: a row each in the order of the alphabet, all of them last."""

from collections.abc import Mapping, Sequence
from functools import partial

from rm_eval import wording
from rm_eval.charts.canvas import Canvas
from rm_eval.charts.chart import Chart
from rm_eval.charts.figure_rows import FigureRow, FigureSection, plot_figure_rows
from rm_eval.charts.key import draw_nothing
from rm_eval.charts.theme import PAGE, Frame, look_of
from rm_eval.disclosure import Published
from rm_eval.questionnaire import Scale
from rm_eval.stats import Pooled
from rm_eval.wording import Line, OrganisationRow
from rm_eval.wording.organisation_rows import Seen, seen_of
from rm_eval.wording.over_organisations import (
    ALL_TOGETHER,
    ends_in_words,
    groups_told,
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
    """
    averages = dict(pooled or {})
    first, *others = [one.published for one in rows if one.published is not None]
    lay_out = partial(plot_over_organisations, tuple(rows), line, together, averages)
    kind = f"organisations-{line.answer}"
    return Chart(
        id=f"{first.question.id}-{kind}",
        figure=lay_out(frame).figure(),
        headline=wording.headline_over_organisations(rows, together, line),
        subtitle=wording.subtitle_over_organisations(rows),
        alt=wording.alt_over_organisations(rows, together, line),
        table=wording.table_over_organisations(rows, together, averages, line),
        notes=wording.notes_over_organisations(rows, together, averages, remarks, line),
        file_name=wording.file_name(together or first, kind=kind),
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
        FigureSection(
            words=f"{label}: {line.words}" if line.is_mean else f"{label} who {line.words}",
            look=look_of(group),
            ticks=_ticks(scale),
            rows=(
                *(_row(row, label, line, scale) for row in rows),
                *_last(together, pooled.get(group), label, line, scale),
            ),
        )
        for group, label in groups_told(rows, together).items()
    ]
    if not sections:
        canvas = Canvas(frame=frame, across=(0, 1))
        draw_nothing(canvas, wording.nothing_to_show(first))
        return canvas
    return plot_figure_rows(sections, frame)


def _ticks(scale: Scale | None) -> tuple[tuple[float, str], ...]:
    if scale is None:
        return (0.0, NOBODY), (0.5, "half"), (1.0, EVERYBODY)
    marks = sorted({scale.low, (scale.low + scale.high) // 2, scale.high})
    return tuple((_along(mark, scale), str(mark)) for mark in marks)


def _along(value: float, scale: Scale | None) -> float:
    """How far along the axis a value stands; counts are shares already."""
    share = value if scale is None else (value - scale.low) / (scale.high - scale.low)
    return min(max(share, 0.0), 1.0)


def _row(row: OrganisationRow, group: str, line: Line, scale: Scale | None) -> FigureRow:
    found = seen_in(row, group, line)
    many = f"{row.cohorts} cohorts" if row.cohorts > 1 else ""
    if isinstance(found, str):
        return FigureRow(label=row.organisation, under=many, text=found)
    return _of(found, row.organisation, many, line, scale)


def _of(  # noqa: PLR0913 - called from here alone
    seen: Seen, label: str, under: str, line: Line, scale: Scale | None, *, is_all: bool = False
) -> FigureRow:
    low, high = seen.low or 0.0, seen.high or 0.0
    return FigureRow(
        label=label,
        under=under,
        text=seen.text,
        more=ends_in_words(seen, line),
        low=_along(low, scale),
        high=_along(high, scale),
        ends=(_along(seen.ends[0], scale), _along(seen.ends[1], scale)) if seen.ends else None,
        is_all=is_all,
    )


def _last(
    together: Published | None,
    pooled: Pooled | None,
    group: str,
    line: Line,
    scale: Scale | None,
) -> tuple[FigureRow, ...]:
    """All organisations together: counts added up; averages as far as so many can tell."""
    if together is None:
        return ()
    if line.is_mean:
        return _average(pooled, scale)
    found = seen_of(together, line).get(group)
    if found is None or found.low is None:
        return ()
    return (_of(found, ALL_TOGETHER, "", line, scale, is_all=True),)


def _average(pooled: Pooled | None, scale: Scale | None) -> tuple[FigureRow, ...]:
    if pooled is None or pooled.mean is None or pooled.rule in {"nothing", "alone"}:
        return ()
    text, more = of_means(pooled)
    at = _along(pooled.mean, scale)
    has_range = pooled.low is not None and pooled.high is not None
    predicts = pooled.prediction_low is not None and pooled.prediction_high is not None
    return (
        FigureRow(
            label=ALL_TOGETHER,
            text=text,
            more=more,
            low=at,
            high=at,
            ends=(_along(pooled.low or 0, scale), _along(pooled.high or 0, scale))
            if has_range
            else None,
            beyond=(
                _along(pooled.prediction_low or 0, scale),
                _along(pooled.prediction_high or 0, scale),
            )
            if predicts
            else None,
            is_all=True,
        ),
    )
