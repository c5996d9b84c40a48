"""A programme and its cohorts on one axis of time. What stood still is a gap, never joined."""

from collections.abc import Iterator
from datetime import date
from functools import partial
from itertools import pairwise

from rm_eval import wording
from rm_eval.charts import theme
from rm_eval.charts.canvas import Canvas
from rm_eval.charts.chart import PlainChart
from rm_eval.charts.key import draw_nothing
from rm_eval.charts.spread import air_between
from rm_eval.charts.theme import PAGE, Frame
from rm_eval.programme import Event, Stretch, Timeline, TimelineRow
from rm_eval.wording import pause_in_words

# Sizes in px at a text of 16 px.
BAR = 18
INDENT = 24
MARK = 7
TICKS = 34
KEY_LINE = 26
MONTHS = (1, 3, 6, 12, 24, 60)  # between ticks: the shortest at which their words fit
RAN = {"fillcolor": theme.FAVOUR, "line": {"color": theme.FAVOUR, "width": 1.5}}
ABOUT = {"fillcolor": theme.FAVOUR_PALE, "line": {"color": theme.FAVOUR, "width": 1.5}}
PLANNED = {"fillcolor": theme.BACKGROUND, "line": {"color": theme.FAVOUR, "width": 1.5}}
STOPPING = {"fillcolor": theme.PANEL, "line": {"color": theme.AXIS, "width": 1, "dash": "dot"}}
LOOKS = {"ran": RAN, "about": ABOUT, "planned": PLANNED, "stopping": STOPPING}
WORDS = {
    "ran": "Ran",
    "about": "Began some time in here",
    "planned": "Planned",
    "paused": "Paused",
    "stopping": "Paused from some time in here",
}
EVENT = theme.Look(colour=theme.AGAINST, tint=theme.AGAINST_PALE, text=theme.TEXT, symbol="diamond")


def draw_timeline(timeline: Timeline, *, source: str = "", frame: Frame = PAGE) -> PlainChart:
    """Draw when a programme and its cohorts ran.

    Parameters
    ----------
    source
        The document it is from; "" for the organisation's own word.
    """
    return PlainChart(
        id="timeline",
        figure=plot_timeline(timeline, frame).figure(),
        headline=wording.headline_of_timeline(timeline),
        subtitle=wording.subtitle_of_timeline(timeline),
        alt=wording.alt_of_timeline(timeline),
        table=wording.table_of_timeline(timeline),
        notes=wording.notes_of_timeline(timeline, source),
        file_name=wording.file_name_of(timeline.organisation, "timeline", timeline.as_of.last),
        lay_out=partial(plot_timeline, timeline),
    )


def plot_timeline(timeline: Timeline, frame: Frame) -> Canvas:
    """Draw the rows that have a date, in the order of time; say so where none has."""
    rows = timeline.dated
    if not rows:
        canvas = Canvas(frame=frame, across=(0, 1))
        draw_nothing(canvas, f"{wording.headline_of_timeline(timeline)}.")
        return canvas
    first, last = _ends(rows)
    canvas = Canvas(frame=frame, across=(first.toordinal(), last.toordinal()))
    canvas.left = canvas.right = frame.px(2)
    _draw_key(canvas, rows)
    top = canvas.height
    canvas.height += frame.px(TICKS)
    used = canvas.height + sum(_tall(canvas, row) for row in rows)
    air = air_between(frame, len(rows), used)
    for row in rows:
        _draw_row(canvas, row)
        canvas.height += air
    _draw_ticks(canvas, top, _ticks(canvas, first, last))
    return canvas


def _ends(rows: tuple[TimelineRow, ...]) -> tuple[date, date]:
    """From the first day of the first month to the first day after the last."""
    days = [day for row in rows for one in row.stretches for day in (one.first, one.last)]
    days += [day for row in rows for one in row.events for day in (one.when.first, one.when.last)]
    first, last = min(days), max(days)
    return first.replace(day=1), _months_after(last.replace(day=1), 1)


def _months_after(day: date, months: int) -> date:
    years, month = divmod(day.month - 1 + months, 12)
    return date(day.year + years, month + 1, 1)


def _ticks(canvas: Canvas, first: date, last: date) -> list[tuple[date, str]]:
    """Days to mark and their words: as close as the words leave room."""
    for months in MONTHS:
        ticks = list(_every(months, first, last))
        words = [f"{day:%b %Y}" if months < 12 else f"{day:%Y}" for day in ticks]  # noqa: PLR2004
        rooms = [(b - a).days * _px_per_day(canvas) for a, b in pairwise(ticks)]
        wide = max((canvas.width_of(word) for word in words), default=0)
        if all(room >= wide + canvas.frame.px(16) for room in rooms):
            break
    return list(zip(ticks, words, strict=True))


def _every(months: int, first: date, last: date) -> Iterator[date]:
    """The first days of every so many months, counted from January."""
    day = date(first.year, 1, 1)
    while day <= last:
        if day >= first:
            yield day
        day = _months_after(day, months)


def _px_per_day(canvas: Canvas) -> float:
    left, right = canvas.across
    return (canvas.frame.width - canvas.left - canvas.right) / (right - left)


def _draw_ticks(canvas: Canvas, top: float, ticks: list[tuple[date, str]]) -> None:
    px = canvas.frame.px
    room = canvas.frame.width - canvas.left - canvas.right
    for day, words in ticks:
        across = (day.toordinal() - canvas.across[0]) * _px_per_day(canvas)
        ends = (top + px(TICKS - 8), canvas.height)
        canvas.line((day.toordinal(), ends[0]), (day.toordinal(), ends[1]), lowest=True)
        if across + canvas.width_of(words) <= room:
            canvas.text(words, x=day.toordinal(), y=top + px(12), colour=theme.QUIET_TEXT)


def _draw_key(canvas: Canvas, rows: tuple[TimelineRow, ...]) -> None:
    """Name what is drawn, one line or one under another; nothing that is not there."""
    px = canvas.frame.px
    kinds = [kind for kind in WORDS if any(s.kind == kind for row in rows for s in row.stretches)]
    x, y = 0.0, canvas.height + px(13)
    for kind in [*kinds, *(["event"] if any(row.events for row in rows) else [])]:
        words = WORDS.get(kind, "Event")
        wide = px(INDENT) + canvas.width_of(words)
        if x and x + wide > canvas.frame.width:
            x, y = 0.0, y + px(KEY_LINE)
        _draw_sign(canvas, kind, x, y)
        canvas.text(words, y=y, shift=x + px(INDENT))
        x += wide + px(28)
    canvas.height = y + px(24)


def _draw_sign(canvas: Canvas, kind: str, x: float, y: float) -> None:
    px = canvas.frame.px
    if kind == "event":
        canvas.symbol(EVENT, across=x + px(8), y=y, radius=px(MARK))
    elif kind == "paused":
        canvas.short_line((x, x + px(16)), y, colour=theme.QUIET_TEXT, dash="dot")
    else:
        look = LOOKS[kind]
        outline = theme.AXIS if kind == "stopping" else theme.FAVOUR
        canvas.swatch(str(look["fillcolor"]), outline, across=x + px(8), y=y)


def _lines_of(canvas: Canvas, row: TimelineRow) -> list[tuple[str, list[str]]]:
    """The words under a bar: kind of sign, and lines."""
    room = canvas.frame.width - canvas.frame.px(INDENT + 4)
    said = [("paused", f"Paused {pause_in_words(pause)}") for pause in row.pauses]
    said += [("event", f"{one.when.words}: {one.what}") for one in row.events]
    return [(kind, canvas.wrapped(words, room)) for kind, words in said]


def _tall(canvas: Canvas, row: TimelineRow) -> float:
    frame = canvas.frame
    lines = sum(len(words) for _, words in _lines_of(canvas, row))
    each = len(_lines_of(canvas, row)) * frame.px(4)
    return frame.px(28 + BAR + 8) + lines * theme.LINE_HEIGHT * frame.text + each


def _draw_row(canvas: Canvas, row: TimelineRow) -> None:
    px = canvas.frame.px
    status = wording.status_in_words(row)
    canvas.text(row.name, y=canvas.height + px(12), bold=True, cover=True)
    if status:
        beside = canvas.width_of(row.name, bold=True) + px(12)
        canvas.text(
            status, y=canvas.height + px(12), shift=beside, colour=theme.QUIET_TEXT, cover=True
        )
    canvas.height += px(28)
    for stretch in row.stretches:
        _draw_stretch(canvas, stretch)
    for event in row.events:
        _draw_event(canvas, event)
    canvas.height += px(BAR + 8)
    for kind, lines in _lines_of(canvas, row):
        tall = len(lines) * theme.LINE_HEIGHT * canvas.frame.text
        first = canvas.height + theme.LINE_HEIGHT * canvas.frame.text / 2
        _draw_sign(canvas, kind, 0, first)
        canvas.text(lines, y=canvas.height + tall / 2, shift=px(INDENT), cover=True)
        canvas.height += tall + px(4)


def _draw_stretch(canvas: Canvas, stretch: Stretch) -> None:
    top, bottom = canvas.height, canvas.height + canvas.frame.px(BAR)
    start, end = stretch.first.toordinal(), stretch.last.toordinal() + 1
    if stretch.kind != "paused":
        canvas.block((start, top), (end, bottom), **LOOKS[stretch.kind])
    if stretch.kind in {"paused", "stopping"}:
        middle = (top + bottom) / 2
        canvas.line((start, middle), (end, middle), colour=theme.QUIET_TEXT, width=2.5, dash="dot")


def _draw_event(canvas: Canvas, event: Event) -> None:
    """A diamond on the bar, in the middle of the time it is known to be in."""
    day = (event.when.first.toordinal() + event.when.last.toordinal()) / 2
    y = canvas.height + canvas.frame.px(BAR) / 2
    canvas.marks([day], [y], EVENT, size=canvas.frame.px(2 * MARK))
