"""Cohorts in the order they began, with every time in between that has no answers."""

import re
from collections.abc import Iterable, Mapping

from rm_eval.programme import STATUSES, CohortRecord, Pause, When
from rm_eval.wording import CohortRow

STILL_OPEN = "still open: shown to others once it is closed"
NO_COHORT = "no cohort began"
NO_ANSWERS = "no answers"
UNDATED = When(2100)  # stands last

Place = tuple[When, int, list[int | str]]
Records = Mapping[str, CohortRecord]


def place_of(cohort: str, records: Records) -> Place:
    """Place a cohort by when it began; those without a date last, by name: 2 before 10."""
    record = records.get(cohort)
    start = record.start if record is not None else None
    return start or UNDATED, 1, _name_in_order(cohort)


def row_of(cohort: str, records: Records, *, gap: str = "") -> CohortRow:
    """A cohort's row, before its figures are put in."""
    record = records.get(cohort)
    when = record.start.words if record and record.start else ""
    return CohortRow(label=cohort, when=when, gap=gap)


def gaps(records: Iterable[CohortRecord], answered: set[str]) -> list[tuple[Place, CohortRow]]:
    """Find every time without answers: pauses, cohorts nobody was asked in, years without one.

    Parameters
    ----------
    answered
        Cohorts that have a row already.
    """
    known = list(records)
    pauses = [pause for one in known for pause in one.pauses if pause.since or pause.until]
    found: list[tuple[Place, CohortRow]] = [
        ((pause.since or pause.until or UNDATED, 0, []), _pause(pause))
        for pause in dict.fromkeys(pauses)
    ]
    found += [
        (place_of(one.cohort, {one.cohort: one}), _unanswered(one))
        for one in known
        if one.cohort not in answered
    ]
    starts = [one.start.year for one in known if one.start is not None]
    for year in range(min(starts, default=0) + 1, max(starts, default=0)):
        if year not in starts and not any(_covers(pause, year) for pause in pauses):
            found.append(((When(year), 0, []), CohortRow(label=str(year), gap=NO_COHORT)))
    return found


def _name_in_order(name: str) -> list[int | str]:
    parts = re.split(r"(\d+)", name.casefold())
    return [int(part) if at % 2 else part for at, part in enumerate(parts)]


def _pause(pause: Pause) -> CohortRow:
    since, until = (one.words if one else "" for one in (pause.since, pause.until))
    when = f"{since or 'up'} to {until}" if until else f"from {since}"
    return CohortRow(label="Pause", when=when, gap=pause.why.strip() or "the programme stood still")


def _unanswered(record: CohortRecord) -> CohortRow:
    status = STATUSES[record.status].lower() if record.status else ""
    return CohortRow(
        label=record.cohort,
        when=record.start.words if record.start else "",
        gap=f"{NO_ANSWERS} ({status})" if status else NO_ANSWERS,
    )


def _covers(pause: Pause, year: int) -> bool:
    """Say whether a pause lies in a year, so that the year is told of already."""
    since = pause.since.year if pause.since else year
    until = pause.until.year if pause.until else since
    return since <= year <= until
