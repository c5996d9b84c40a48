"""A timeline in words: headline, subtitle, alt text, table, notes."""

import pandas as pd

from rm_eval.programme import STATUSES, Pause, Status, Timeline, TimelineRow
from rm_eval.wording.figures import joined

GAPS = "A gap is a time in which nothing ran; it is not joined."
# In a headline, what is furthest stands first.
FIRST: tuple[Status, ...] = ("finished", "running", "paused", "postponed", "planned")
BEGAN: dict[Status, str] = {
    "finished": "finished; began in",
    "running": "running since",
    "paused": "paused; began in",
    "postponed": "postponed to",
    "planned": "planned for",
}
NOTHING_DATED = "No date is known yet"


def headline_of_timeline(timeline: Timeline) -> str:
    """Such as "2 cohorts: 1 finished and 1 postponed"."""
    cohorts = [row for row in timeline.rows if row.is_cohort]
    if not cohorts:
        return _since(timeline)
    told = f"{len(cohorts)} cohort{'' if len(cohorts) == 1 else 's'}"
    every = [row.status for row in cohorts]
    counts = [f"{every.count(one)} {STATUSES[one].lower()}" for one in FIRST if one in every]
    if not counts:
        return f"{told}. {_since(timeline)}"
    return f"{told}, {counts[0][2:]}" if len(cohorts) == 1 else f"{told}: {joined(counts)}"


def subtitle_of_timeline(timeline: Timeline) -> str:
    """Say what is drawn, of whom, and up to when anything is known."""
    return f"When it ran and when not. {timeline.organisation}, as of {timeline.as_of.words}."


def alt_of_timeline(timeline: Timeline) -> str:
    """Say row by row what the picture shows."""
    rows = [f"{row.name}: {_told(row)}." for row in timeline.dated]
    return " ".join([f"Timeline of {timeline.organisation}.", *rows])


def table_of_timeline(timeline: Timeline) -> pd.DataFrame:
    """The same as text, one row for the programme and each cohort."""
    return pd.DataFrame(
        {
            "What": [row.name for row in timeline.rows],
            "Status": [STATUSES[row.status] if row.status else "" for row in timeline.rows],
            "From": [row.start.words if row.start else "Not stated" for row in timeline.rows],
            "To": [row.end.words if row.end else _no_end(row) for row in timeline.rows],
            "Paused": ["; ".join(map(pause_in_words, row.pauses)) for row in timeline.rows],
            "What happened": [
                "; ".join(f"{one.when.words}: {one.what}" for one in row.events)
                for row in timeline.rows
            ],
        },
        dtype=str,
    )


def notes_of_timeline(timeline: Timeline, source: str) -> tuple[str, ...]:
    """What a reader has to know besides: gaps, what has no date, what was worked out, source."""
    notes = [GAPS] if any(row.pauses for row in timeline.rows) else []
    if timeline.undated:
        notes.append(f"No dates are known of {joined([row.name for row in timeline.undated])}.")
    notes += [f"{row.name}: {row.notes}" for row in timeline.rows if row.notes]
    return (*notes, f"Source: {source}.") if source else tuple(notes)


def status_in_words(row: TimelineRow) -> str:
    """Such as "postponed to October 2020" or "running since October 2020"."""
    if row.start is None:
        return STATUSES[row.status].lower() if row.status else ""
    if row.end:
        status = f"{STATUSES[row.status].lower()}, " if row.status else ""
        return f"{status}{row.start.words} to {row.end.words}"
    return f"{BEGAN[row.status] if row.status else 'since'} {row.start.words}"


def pause_in_words(pause: Pause) -> str:
    """Such as "from March 2020 to October 2020 (COVID-19)"."""
    vague = pause.since is not None and not pause.since.month
    since = f"from {'some time in ' * vague}{pause.since.words}" if pause.since else ""
    until = f"until {pause.until.words}" if pause.until else ""
    if since and until:
        times = f"{since} to {pause.until.words if pause.until else ''}"
    elif since:
        times = f"{since} on"
    else:
        times = until or "dates not stated"
    return f"{times} ({pause.why})" if pause.why else times


def _told(row: TimelineRow) -> str:
    parts = [status_in_words(row) or "no start stated"]
    parts += [f"paused {pause_in_words(pause)}" for pause in row.pauses]
    parts += [f"{one.when.words}, {one.what}" for one in row.events]
    return "; ".join(parts)


def _since(timeline: Timeline) -> str:
    row = next(iter(timeline.dated), None)
    if row is None:
        return NOTHING_DATED
    begun = f"Running since {row.start.words}" if row.start else "Not yet running"
    stopped = next((one for one in row.pauses if one.until is None and one.since), None)
    since = stopped.since.words if stopped and stopped.since else ""
    return f"{begun}; paused from {since} on" if since else begun


def _no_end(row: TimelineRow) -> str:
    return "" if row.status in {"planned", "postponed", "running", "paused"} else "Not stated"
