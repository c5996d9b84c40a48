"""One yes-or-no question over the cohorts of a programme: a row a cohort, gaps as grey rows.

Rows stand under one another in time and are never joined: each is other people, and in a gap
nobody was asked.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from rm_eval import wording
from rm_eval.charts import theme
from rm_eval.charts.beside import beside
from rm_eval.charts.canvas import Canvas
from rm_eval.charts.chart import Chart
from rm_eval.charts.key import draw_nothing
from rm_eval.charts.spread import air_between
from rm_eval.charts.theme import PAGE, Frame, Look, look_of
from rm_eval.disclosure import Published
from rm_eval.stats import share_of
from rm_eval.wording import CohortRow
from rm_eval.wording.figures import Figure
from rm_eval.wording.over_cohorts import TOGETHER, YES, range_in_words, why_without, yes_of

# Sizes in px at a text of 16 px.
HEAD = 34
AXIS = 30
BESIDE = 18
LANE = 26
CAP = 5  # half the height of a range's end
GAP_ROW = 11  # half the height of a grey row
BETWEEN_SECTIONS = 18
LABEL_SHARE = 0.34
TEXT_SHARE = 0.36
HIDDEN = "hidden to protect people"
NONE_SAID, ALL_SAID = "nobody said yes", "everybody"


@dataclass(frozen=True, kw_only=True, slots=True)
class _Row:
    """What stands in one row of one group's panel.

    Attributes
    ----------
    figure
        Who said yes; None in a gap.
    ends
        The likely range of the share, for the team alone.
    is_all
        Whether it is all cohorts together.
    is_hidden
        Whether people answered, too few of them to be told of: no gap.
    """

    label: str
    under: str
    figure: Figure | None
    text: str
    more: str
    ends: tuple[float, float] | None = None
    is_all: bool = False
    is_hidden: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class _Section:
    """The rows of one group."""

    label: str
    look: Look
    rows: tuple[_Row, ...]


def draw_over_cohorts(
    rows: Sequence[CohortRow], together: Published, *, frame: Frame = PAGE
) -> Chart:
    """Draw one question answered by yes or no, a row a cohort in the order given.

    Parameters
    ----------
    rows
        Cohorts and gaps between them; at least two have figures.
    together
        All cohorts that have figures, added up.
    frame
        The room to draw in.
    """
    lay_out = partial(plot_over_cohorts, tuple(rows), together)
    return Chart(
        id=f"{together.question.id}-over_cohorts",
        figure=lay_out(frame).figure(),
        headline=wording.headline_over_cohorts(together),
        subtitle=wording.subtitle_over_cohorts(rows, together),
        alt=wording.alt_over_cohorts(rows, together),
        table=wording.table_over_cohorts(rows, together),
        notes=wording.notes_over_cohorts(rows, together),
        file_name=wording.file_name(together, kind="over_cohorts"),
        published=together,
        lay_out=lay_out,
        others=tuple(row.published for row in rows if row.published is not None),
    )


def plot_over_cohorts(rows: Sequence[CohortRow], together: Published, frame: Frame) -> Canvas:
    """Draw a panel a group; in a picture beside each other, where there is room."""
    sections = _sections(rows, together)
    if not sections:
        canvas = Canvas(frame=frame, across=(0, 1))
        draw_nothing(canvas, wording.nothing_to_show(together))
        return canvas
    panels = [partial(_plot, [one]) for one in sections]
    return beside(frame, panels) or _plot(sections, frame)


def _sections(rows: Sequence[CohortRow], together: Published) -> list[_Section]:
    """A panel for each group of which anything is told in any cohort."""
    every = [one.published for one in rows if one.published is not None]
    groups = dict.fromkeys(
        (str(group), str(label))
        for one in (*every, together)
        for group, label, shown in zip(
            one.rows["group"], one.rows["group_label"], one.rows["shown"], strict=True
        )
        if shown != "hidden"
    )
    last = CohortRow(label=TOGETHER, published=together)
    return [
        _Section(
            label=label,
            look=look_of(group),
            rows=(*(_row(row, label) for row in rows), *_last(last, label)),
        )
        for group, label in groups
    ]


def _last(row: CohortRow, group: str) -> tuple[_Row, ...]:
    """All cohorts together: of a group that some count in another way there is no such row."""
    is_there = row.published is not None and group in yes_of(row.published)
    return (replace(_row(row, group), is_all=True),) if is_there else ()


def _row(row: CohortRow, group: str) -> _Row:
    figure = yes_of(row.published).get(group) if row.published is not None else None
    if figure is None or row.published is None:
        gap = why_without(row, group)
        return _Row(label=row.label, under=row.when, figure=None, text=gap, more="")
    is_told = figure.answer == YES and figure.shown != "hidden"
    found = share_of(round(figure.low or 0), figure.n or 0)
    is_team = row.published.audience == "team" and found.low is not None
    return _Row(
        label=row.label,
        under=row.when,
        figure=figure if is_told else None,
        text=figure.text if is_told else HIDDEN,
        is_hidden=not is_told,
        more=range_in_words(figure, row.published) if is_told else "",
        ends=(found.low or 0, found.high or 0) if is_told and is_team else None,
    )


def _plot(sections: Sequence[_Section], frame: Frame) -> Canvas:
    canvas = _draw(frame, sections, 0.0)
    n_rows = sum(len(section.rows) for section in sections)
    return _draw(frame, sections, air_between(frame, n_rows, canvas.height))


def _draw(frame: Frame, sections: Sequence[_Section], air: float) -> Canvas:
    canvas = Canvas(frame=frame, across=(0, 1))
    _set_margins(canvas, [row for section in sections for row in section.rows])
    for section in sections:
        _draw_section(canvas, section, air)
        canvas.height += frame.px(BETWEEN_SECTIONS)
    canvas.height -= frame.px(BETWEEN_SECTIONS)
    return canvas


def _set_margins(canvas: Canvas, rows: list[_Row]) -> None:
    px = canvas.frame.px
    if canvas.frame.narrow:
        canvas.left = canvas.right = px(12)
        return
    labels = [canvas.width_of(line, bold=True) for row in rows for line in _label(canvas, row)]
    texts = [canvas.width_of(line, bold=True) for row in rows for line in _text(canvas, row)]
    canvas.left, canvas.right = max(labels) + px(BESIDE), max(texts, default=0) + px(BESIDE)


def _label(canvas: Canvas, row: _Row) -> list[str]:
    share = 1.0 if canvas.frame.narrow else LABEL_SHARE
    words = f"{row.label}, {row.under}" if canvas.frame.narrow and row.under else row.label
    lines = canvas.wrapped(words, canvas.frame.width * share)
    return [*lines, row.under] if row.under and not canvas.frame.narrow else lines


def _text(canvas: Canvas, row: _Row) -> list[str]:
    """The count, then the range; a gap says on its own row why it is one."""
    if row.figure is None:
        return []
    share = 1.0 if canvas.frame.narrow else TEXT_SHARE
    return [row.text, *(canvas.wrapped(row.more, canvas.frame.width * share) if row.more else [])]


def _draw_section(canvas: Canvas, section: _Section, air: float) -> None:
    px = canvas.frame.px
    y = canvas.height + px(14)
    canvas.symbol(section.look, across=px(8), y=y)
    canvas.text(f"{section.label} who said yes", y=y, shift=px(24), bold=True)
    canvas.height += px(HEAD)
    top = canvas.height
    for row in section.rows:
        if row.is_all:
            line = (0.0, canvas.height), (1.0, canvas.height)
            canvas.line(*line, colour=theme.AXIS, width=1.75)
        _draw_row(canvas, section.look, row, air)
    for x in (0.0, 0.5, 1.0):
        canvas.line((x, top), (x, canvas.height), lowest=True)
    y, quiet = canvas.height + px(14), theme.QUIET_TEXT
    canvas.text(NONE_SAID, x=0, y=y, shift=-px(6), colour=quiet, size=0.9)
    canvas.text(ALL_SAID, x=1, y=y, anchor="right", shift=px(6), colour=quiet, size=0.9)
    canvas.height += px(AXIS)


def _draw_row(canvas: Canvas, look: Look, row: _Row, air: float) -> None:
    px, line = canvas.frame.px, theme.LINE_HEIGHT * canvas.frame.text
    label, text = _label(canvas, row), _text(canvas, row)
    if canvas.frame.narrow:
        y = canvas.height + air / 2
        canvas.text(label, y=y + len(label) * line / 2, bold=row.is_all, cover=True)
        lane = y + len(label) * line + px(LANE / 2)
        _draw_figure(canvas, look, row, lane)
        y = lane + px(LANE / 2)
        if text:
            canvas.text(text, y=y + len(text) * line / 2, cover=True)
        canvas.height = y + len(text) * line + air / 2
        return
    tall = max(len(label), len(text), 2 if row.is_all else 1) * line + air
    y = canvas.height + tall / 2
    canvas.text(label, y=y, bold=row.is_all)
    _draw_figure(canvas, look, row, y)
    _write(canvas, row, text, y)
    canvas.height += tall


def _write(canvas: Canvas, row: _Row, text: list[str], y: float) -> None:
    """The count in bold, the range quietly under it."""
    line, shift = theme.LINE_HEIGHT * canvas.frame.text, canvas.frame.px(BESIDE)
    top = y - len(text) * line / 2
    if text:
        canvas.text(text[:1], x=1.0, y=top + line / 2, shift=shift, bold=True)
    if row.more:
        middle = top + (1 + len(text)) * line / 2
        canvas.text(text[1:], x=1.0, y=middle, shift=shift, colour=theme.QUIET_TEXT)


def _fitting(canvas: Canvas, words: str) -> str:
    """As much of a reason as its row has room for: the table has all of it."""
    room = canvas.frame.width - canvas.left - canvas.right - canvas.frame.px(16)
    first, *rest = canvas.wrapped(words, room) or [""]
    return f"{first} …" if rest else first


def _draw_figure(canvas: Canvas, look: Look, row: _Row, y: float) -> None:
    """A mark with its range, a hollow bar for a range of counts, or a grey row."""
    px, figure, quiet = canvas.frame.px, row.figure, theme.QUIET_TEXT
    if row.is_hidden:
        canvas.text(row.text, x=0, y=y, shift=px(8), colour=quiet, size=0.9, cover=True)
        return
    if figure is None or figure.share_low is None or figure.share_high is None:
        height = px(GAP_ROW)
        grey = {"fillcolor": theme.GRID, "line": {"width": 0}}
        canvas.block((0, y - height), (1, y + height), **grey)
        canvas.text(_fitting(canvas, row.text), x=0, y=y, shift=px(8), colour=quiet, size=0.9)
        return
    if row.ends is not None:
        low, high = row.ends
        canvas.line((low, y), (high, y), colour=look.colour, width=2.5)
        for end in row.ends:
            canvas.line((end, y - px(CAP)), (end, y + px(CAP)), colour=look.colour, width=2.5)
    if figure.shown == "band":
        canvas.span(figure.share_low, figure.share_high, y, look)
    else:
        canvas.marks([figure.share_low], [y], look, size=px(16 if row.is_all else 13))
