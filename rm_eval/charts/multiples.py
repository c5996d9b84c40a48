"""Small multiples: a row a question and role, a column an organisation, one small axis a cell."""

from collections.abc import Sequence
from functools import partial

from rm_eval import wording
from rm_eval.charts import theme
from rm_eval.charts.canvas import Canvas, sheet_in_pixels
from rm_eval.charts.chart import Chart
from rm_eval.charts.silent import name_silent
from rm_eval.charts.spread import air_between
from rm_eval.charts.theme import PAGE, Frame, look_of
from rm_eval.wording import Panel, Seen
from rm_eval.wording.multiples import row_label

# Sizes in px at a text of 16 px.
GAP = 18
LANE = 22
MARK = 12
AFTER_HEAD = 8
SMALL = 0.85
BOLDER = 1.08  # than its plain letters a line may be
LABEL_SHARE = 0.26
NARROWEST_CELL = 96
LIST_SHARE = 0.4  # of a list, for the organisations


def draw_multiples(
    panels: Sequence[Panel], names: Sequence[str], *, title: str, id_: str, frame: Frame = PAGE
) -> Chart:
    """Draw many questions over organisations.

    Parameters
    ----------
    panels
        At least one, each of which some organisation tells something; all counts or all averages
        on one scale.
    names
        Of the organisations, in the order of the alphabet.
    title
        What the questions are about: begins the headline.
    """
    every = [one for panel in panels for one in panel.of.values() if one is not None]
    lay_out = partial(plot_multiples, tuple(panels), tuple(names))
    first, *others = every
    return Chart(
        id=f"several-{id_}",
        figure=lay_out(frame).figure(),
        headline=wording.headline_of_multiples(title, panels, names),
        subtitle=wording.subtitle_of_multiples(panels),
        alt=wording.alt_of_multiples(title, panels, names),
        table=wording.table_of_multiples(panels, names),
        notes=wording.notes_of_multiples(panels, names),
        file_name=wording.file_name_of_region(first, id_),
        published=first,
        lay_out=lay_out,
        others=tuple(others),
    )


def plot_multiples(panels: Sequence[Panel], names: Sequence[str], frame: Frame) -> Canvas:
    """Draw a grid where its cells are wide enough, a list under each question otherwise."""
    wide = frame.width * (1 - LABEL_SHARE) / len(names) - frame.px(GAP)
    draw = _grid if wide >= frame.px(NARROWEST_CELL) else _list
    rows = [(panel, group, label) for panel in panels for group, label in panel.groups.items()]
    n_rows = len(rows) * (1 if draw is _grid else len(names) + 1)
    used = draw(rows, names, frame, 0.0).height
    return draw(rows, names, frame, air_between(frame, n_rows, used))


Rows = Sequence[tuple[Panel, str, str]]


def _grid(rows: Rows, names: Sequence[str], frame: Frame, air: float) -> Canvas:
    canvas = sheet_in_pixels(frame)
    line, first = theme.LINE_HEIGHT * frame.text, frame.width * LABEL_SHARE
    wide = (frame.width - first) / len(names)
    room = wide - frame.px(GAP)
    lefts = [first + at * wide for at in range(len(names))]
    heads = [canvas.wrapped(name, room / BOLDER / SMALL) for name in names]
    tall = max(map(len, heads)) * line * SMALL
    for left, head in zip(lefts, heads, strict=True):
        y = canvas.height + tall - len(head) * line * SMALL / 2
        canvas.text(head, x=left, y=y, bold=True, size=SMALL)
    canvas.height += tall + frame.px(AFTER_HEAD)
    for panel, group, label in rows:
        canvas.line((0, canvas.height), (frame.width, canvas.height))
        name = canvas.wrapped(row_label(panel, label), (first - frame.px(GAP)) / SMALL)
        cells = [_lines(canvas, panel.seen(one, label), room) for one in names]
        tall = max(len(name) * line * SMALL, *(_tall(canvas, one) for one in cells)) + air
        middle = canvas.height + tall / 2
        canvas.text(name, x=0, y=middle, size=SMALL)
        for left, organisation, lines in zip(lefts, names, cells, strict=True):
            seen = panel.seen(organisation, label)
            top = middle - _tall(canvas, lines) / 2
            _cell(canvas, panel, group, seen, (left, room, top), lines)
        canvas.height += tall
    return canvas


def _list(rows: Rows, names: Sequence[str], frame: Frame, air: float) -> Canvas:
    canvas = sheet_in_pixels(frame)
    line, left = theme.LINE_HEIGHT * frame.text, frame.width * LIST_SHARE
    room = frame.width - left
    for panel, group, label in rows:
        head = canvas.wrapped(row_label(panel, label), frame.width / BOLDER)
        canvas.height += air / 2
        canvas.text(head, x=0, y=canvas.height + len(head) * line / 2, bold=True)
        canvas.height += len(head) * line + air / 2
        silent: dict[str, list[str]] = {}
        for organisation in names:
            if isinstance(why := panel.seen(organisation, label), str):
                silent.setdefault(why, []).append(organisation)
                continue
            canvas.line((0, canvas.height), (frame.width, canvas.height))
            name = canvas.wrapped(organisation, left - frame.px(GAP))
            seen = panel.seen(organisation, label)
            lines = _lines(canvas, seen, room)
            top = canvas.height + air / 4
            canvas.text(name, x=0, y=top + len(name) * line / 2)
            _cell(canvas, panel, group, seen, (left, room, top), lines)
            canvas.height += max(len(name) * line, _tall(canvas, lines)) + air / 2
        name_silent(canvas, silent)
    return canvas


def _lines(canvas: Canvas, seen: Seen | str, room: float) -> list[str]:
    words = seen if isinstance(seen, str) else seen.text
    return canvas.wrapped(words, room / SMALL)


def _tall(canvas: Canvas, lines: list[str]) -> float:
    return canvas.frame.px(LANE) + len(lines) * theme.LINE_HEIGHT * canvas.frame.text * SMALL


def _cell(  # noqa: PLR0913, PLR0917 - a place, and what stands in it
    canvas: Canvas,
    panel: Panel,
    group: str,
    seen: Seen | str,
    place: tuple[float, float, float],
    lines: list[str],
) -> None:
    """A small axis with its mark, and the figure under it; or the reason alone."""
    left, room, top = place
    px, line = canvas.frame.px, theme.LINE_HEIGHT * canvas.frame.text * SMALL
    if isinstance(seen, str):
        y = top + _tall(canvas, lines) / 2
        canvas.text(lines, x=left, y=y, colour=theme.QUIET_TEXT, size=SMALL)
        return
    edge, y, look = px(MARK / 2 + 2), top + px(LANE / 2), look_of(group)
    start, end = left + edge, left + room - edge
    canvas.line((start, y), (end, y), colour=theme.AXIS, width=1.25, lowest=True)
    for x in (start, (start + end) / 2, end):
        canvas.line((x, y - px(4)), (x, y + px(4)), colour=theme.AXIS, width=1.25, lowest=True)
    low, high = (
        start + _along(panel, value or 0.0) * (end - start) for value in (seen.low, seen.high)
    )
    if seen.is_exact:
        canvas.marks([low], [y], look, size=px(MARK))
    else:
        canvas.span(low, high, y, look)
    canvas.text(lines, x=left, y=top + px(LANE) + len(lines) * line / 2, size=SMALL)


def _along(panel: Panel, value: float) -> float:
    """How far along its axis a figure stands."""
    scale = panel.scale
    share = value if scale is None else (value - scale.low) / (scale.high - scale.low)
    return min(max(share, 0.0), 1.0)
