"""The evidence map: aims by organisations, each cell what was found and how it was asked."""

from collections.abc import Sequence
from functools import partial

from rm_eval import wording
from rm_eval.charts import theme
from rm_eval.charts.canvas import Canvas, sheet_in_pixels
from rm_eval.charts.chart import Chart
from rm_eval.charts.silent import name_silent
from rm_eval.charts.spread import air_between
from rm_eval.charts.theme import PAGE, Frame
from rm_eval.wording import Evidence, EvidenceOfAim
from rm_eval.wording.evidence import cell_lines

# Sizes in px at a text of 16 px.
GAP = 16
AFTER_HEAD = 8
SMALL = 0.85
BOLDER = 1.08  # than its plain letters a line may be
AIM_SHARE = 0.2  # of the width, for the aims
NARROWEST_COLUMN = 120
NAME_SHARE = 0.36  # of a list, for the organisations

Cells = tuple[list[str], list[str]]


def draw_evidence(
    aims: Sequence[EvidenceOfAim], *, page: int = 0, frame: Frame = PAGE
) -> Chart | None:
    """Draw what organisations found of each aim; None where none was asked about any.

    Parameters
    ----------
    aims
        In their order; each with the same organisations in the order of the alphabet.
    page
        Which of several pictures it is, where there are many organisations; 0 for the only one.
    """
    every = [published for each in aims for one in each.of for published in one.published]
    if not every:
        return None
    lay_out = partial(plot_evidence, tuple(aims))
    kind = f"evidence-page-{page}" if page else "evidence"
    first, *others = every
    return Chart(
        id=kind,
        figure=lay_out(frame).figure(),
        headline=wording.headline_of_evidence(aims),
        subtitle=wording.subtitle_of_evidence(aims),
        alt=wording.alt_of_evidence(aims),
        table=wording.table_of_evidence(aims),
        notes=wording.notes_of_evidence(aims),
        file_name=wording.file_name_of_region(first, kind),
        published=first,
        lay_out=lay_out,
        others=tuple(others),
    )


def plot_evidence(aims: Sequence[EvidenceOfAim], frame: Frame) -> Canvas:
    """Draw a grid where its columns are wide enough, a list under each aim otherwise.

    A picture has one height: where own wordings do not fit, they stand in the table alone.
    """
    wide = frame.width * (1 - AIM_SHARE) / len(aims[0].of) - frame.px(GAP)
    draw = _grid if wide >= frame.px(NARROWEST_COLUMN) else _list
    n_rows = len(aims) if draw is _grid else sum(len(each.of) for each in aims)
    for with_words in (True, False):
        used = draw(aims, frame, 0.0, with_words=with_words).height
        if not frame.height or used <= frame.height:
            break
    return draw(aims, frame, air_between(frame, n_rows, used), with_words=with_words)


def _grid(aims: Sequence[EvidenceOfAim], frame: Frame, air: float, *, with_words: bool) -> Canvas:
    canvas = sheet_in_pixels(frame)
    names = [one.organisation for one in aims[0].of]
    first = frame.width * AIM_SHARE
    wide = (frame.width - first) / len(names)
    lefts = [first + at * wide for at in range(len(names))]
    room = wide - frame.px(GAP)
    heads = [canvas.wrapped(name, room / BOLDER) for name in names]
    line = theme.LINE_HEIGHT * frame.text
    tall = max(map(len, heads)) * line
    for left, head in zip(lefts, heads, strict=True):
        canvas.text(head, x=left, y=canvas.height + tall - len(head) * line / 2, bold=True)
    canvas.height += tall + frame.px(AFTER_HEAD)
    for each in aims:
        canvas.line((0, canvas.height), (frame.width, canvas.height))
        aim = canvas.wrapped(each.name, (first - frame.px(GAP)) / SMALL)
        cells = [_cell(canvas, one, room, with_words=with_words) for one in each.of]
        tall = max(len(aim) * line * SMALL, *(_tall(canvas, cell) for cell in cells)) + air
        top = canvas.height + air / 2
        _write(canvas, (aim, []), 0, top, size=SMALL)
        for left, cell in zip(lefts, cells, strict=True):
            _write(canvas, cell, left, top)
        canvas.height += tall
    return canvas


def _list(aims: Sequence[EvidenceOfAim], frame: Frame, air: float, *, with_words: bool) -> Canvas:
    canvas = sheet_in_pixels(frame)
    line, left = theme.LINE_HEIGHT * frame.text, frame.width * NAME_SHARE
    for each in aims:
        aim = canvas.wrapped(each.name, frame.width / BOLDER)
        canvas.height += air / 2
        canvas.text(aim, x=0, y=canvas.height + len(aim) * line / 2, bold=True)
        canvas.height += len(aim) * line + air / 2
        silent: dict[str, list[str]] = {}
        for one in each.of:
            if not one.published:
                silent.setdefault(one.gap, []).append(one.organisation)
                continue
            canvas.line((0, canvas.height), (frame.width, canvas.height))
            name = canvas.wrapped(one.organisation, left - frame.px(GAP))
            cell = _cell(canvas, one, frame.width - left, with_words=with_words)
            top = canvas.height + air / 4
            _write(canvas, (name, []), 0, top)
            _write(canvas, cell, left, top)
            canvas.height += max(len(name) * line, _tall(canvas, cell)) + air / 2
        name_silent(canvas, silent)
    return canvas


def _cell(canvas: Canvas, one: Evidence, room: float, *, with_words: bool) -> Cells:
    """What was found, as lines; then how it was asked and how many more, as smaller ones."""
    found, asked, more = cell_lines(one)
    if not one.published:
        return [], canvas.wrapped(found, room / SMALL)
    words = " ".join(filter(None, (asked if with_words else "", more)))
    return canvas.wrapped(found, room), canvas.wrapped(words, room / SMALL) if words else []


def _tall(canvas: Canvas, cell: Cells) -> float:
    line = theme.LINE_HEIGHT * canvas.frame.text
    return len(cell[0]) * line + len(cell[1]) * line * SMALL


def _write(canvas: Canvas, cell: Cells, left: float, top: float, *, size: float = 1.0) -> None:
    line, (found, quiet) = theme.LINE_HEIGHT * canvas.frame.text, cell
    if found:
        canvas.text(found, x=left, y=top + len(found) * line * size / 2, size=size)
    if quiet:
        y = top + len(found) * line + len(quiet) * line * SMALL / 2
        canvas.text(quiet, x=left, y=y, colour=theme.QUIET_TEXT, size=SMALL)
