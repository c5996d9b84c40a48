"""When a programme and its cohorts ran and stood still, as far as it is known."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from rm_eval.programme.card import Card
from rm_eval.programme.cohort_record import CohortRecord, Event, Pause, Status
from rm_eval.programme.when import When

# It ran; it began somewhere in here; it stood still; it stopped somewhere in here; it is to run.
StretchKind = Literal["ran", "about", "paused", "stopping", "planned"]
THE_PROGRAMME = "The programme"
TO_COME: tuple[Status, ...] = ("planned", "postponed")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A time in one state, first and last day included."""

    kind: StretchKind
    first: date
    last: date


@dataclass(frozen=True, kw_only=True, slots=True)
class TimelineRow:
    """The programme as a whole, or one cohort.

    Attributes
    ----------
    stretches
        In the order of time; between two of them nothing is known to have run.
    """

    name: str
    is_cohort: bool = True
    status: Status | Literal[""] = ""
    start: When | None = None
    end: When | None = None
    stretches: tuple[Stretch, ...] = ()
    pauses: tuple[Pause, ...] = ()
    events: tuple[Event, ...] = ()
    notes: str = ""

    @property
    def is_dated(self) -> bool:
        """Whether there is anything to draw."""
        return bool(self.stretches or self.events)


@dataclass(frozen=True, kw_only=True, slots=True)
class Timeline:
    """All of an organisation.

    Attributes
    ----------
    as_of
        The last day of which anything is known: the day of a document, or today.
    """

    organisation: str
    rows: tuple[TimelineRow, ...]
    as_of: When

    @property
    def dated(self) -> tuple[TimelineRow, ...]:
        """The rows that can be drawn."""
        return tuple(row for row in self.rows if row.is_dated)

    @property
    def undated(self) -> tuple[TimelineRow, ...]:
        """Cohorts of which no date is known."""
        return tuple(row for row in self.rows if not row.is_dated)


def timeline_of(
    card: Card | None, records: Iterable[CohortRecord], *, organisation: str, today: date
) -> Timeline:
    """Lay a programme and its cohorts out in time.

    Parameters
    ----------
    card
        None where the organisation has none.
    records
        Its cohorts, in the order in which they are to stand.
    today
        A sample's timeline ends with its document instead.
    """
    of_today = When(today.year, today.month, today.day)
    as_of = card.dated if card and card.sample and card.dated else of_today
    rows = [_of_programme(card, as_of.last)] if card else []
    rows += [_of_cohort(record, as_of.last) for record in records]
    known = tuple(row for row in rows if row.is_dated or row.is_cohort)
    return Timeline(organisation=organisation, rows=known, as_of=as_of)


def _of_programme(card: Card, as_of: date) -> TimelineRow:
    notes = [card.notes.get(name, "") for name in ("since", "pauses")]
    return TimelineRow(
        name=THE_PROGRAMME,
        is_cohort=False,
        start=card.since,
        stretches=_stretches(card.since, None, "", card.pauses, as_of),
        pauses=card.pauses,
        events=card.events,
        notes=" ".join(note for note in notes if note),
    )


def _of_cohort(record: CohortRecord, as_of: date) -> TimelineRow:
    return TimelineRow(
        name=record.cohort,
        status=record.status,
        start=record.start,
        end=record.end,
        stretches=_stretches(record.start, record.end, record.status, record.pauses, as_of),
        pauses=record.pauses,
        events=record.events,
        notes=record.notes,
    )


def _stretches(
    start: When | None,
    end: When | None,
    status: Status | Literal[""],
    pauses: tuple[Pause, ...],
    as_of: date,
) -> tuple[Stretch, ...]:
    """What is known of a row, in the order of time, with its pauses cut out."""
    whole = _running(start, end, status, as_of)
    first = start.first if start and status not in TO_COME else None
    still = [gap for pause in pauses if (gap := _gap(pause, first, as_of))]
    for gap in still:
        whole = [part for stretch in whole for part in _without(stretch, gap)]
    return tuple(sorted([*whole, *still], key=lambda stretch: stretch.first))


def _running(
    start: When | None, end: When | None, status: Status | Literal[""], as_of: date
) -> list[Stretch]:
    if start is None:
        return []
    if status in TO_COME or start.first > as_of:
        kind: StretchKind = "ran" if end and status not in TO_COME else "planned"
        return [Stretch(kind, start.first, end.last if end else start.last)]
    last = end.last if end else max(as_of, start.first)
    if start.month:
        return [Stretch("ran", start.first, last)]
    # Of a year alone nobody knows when in it.
    known = [Stretch("ran", start.last, last)] if start.last < last else []
    return [Stretch("about", start.first, min(start.last, last)), *known]


def _gap(pause: Pause, first: date | None, as_of: date) -> Stretch | None:
    """When nothing ran; None where no date of it is known."""
    if pause.since is None and (pause.until is None or first is None):
        return None
    begins = pause.since.first if pause.since else first
    ends = pause.until.first if pause.until else as_of
    if begins is None or begins >= ends:
        return None
    # "Since 2020" of what began in February 2020 is since February at the earliest.
    begins = max(begins, first) if first and first < ends else begins
    is_known = pause.since is not None and (pause.since.month or pause.since.last < ends)
    return Stretch("paused" if is_known else "stopping", begins, ends)


def _without(stretch: Stretch, gap: Stretch) -> list[Stretch]:
    """Cut a pause out of a stretch."""
    if gap.last <= stretch.first or gap.first >= stretch.last:
        return [stretch]
    before = Stretch(stretch.kind, stretch.first, gap.first)
    after = Stretch(stretch.kind, gap.last, stretch.last)
    return [part for part in (before, after) if part.first < part.last]
