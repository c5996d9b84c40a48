"""What an organisation says of one cohort: when it ran, for whom, and how far people came."""

from dataclasses import dataclass, field
from typing import Literal

from rm_eval.errors import NotAllowed
from rm_eval.programme.characteristic import Characteristic
from rm_eval.programme.funnel import Funnel, Matching
from rm_eval.programme.when import When, read_when

Status = Literal["planned", "postponed", "running", "paused", "finished"]
STATUSES: dict[Status, str] = {
    "planned": "Planned",
    "postponed": "Postponed",
    "running": "Running",
    "paused": "Paused",
    "finished": "Finished",
}
Mode = Literal["face_to_face", "virtual", "mixed"]
MODES: dict[Mode, str] = {
    "face_to_face": "Face to face",
    "virtual": "Online, such as Microsoft Teams",
    "mixed": "A mix of both",
}
Kind = Literal["reverse", "reciprocal"]
KINDS: dict[Kind, str] = {
    "reverse": "Reverse mentoring",
    "reciprocal": "Reciprocal mentoring",
}
MOST_SESSIONS = 60


@dataclass(frozen=True, kw_only=True, slots=True)
class Pause:
    """A time in which a cohort, or a whole programme, stood still.

    Attributes
    ----------
    since
        When it began; None where nobody said.
    until
        When it went on; None where nobody said, or where it has not gone on.
    why
        In the organisation's words.
    """

    since: When | None = None
    until: When | None = None
    why: str = ""

    def __post_init__(self) -> None:
        """Refuse a pause that ends before it begins."""
        refuse_backwards(self.since, self.until, "This pause")


@dataclass(frozen=True, kw_only=True, slots=True)
class Event:
    """Something that happened once, such as a celebration event."""

    when: When
    what: str


def read_pause(since: str, until: str, why: str) -> Pause | None:
    """Read a pause as it is typed; None where all three are empty.

    Raises
    ------
    NotAllowed
        Where a date is none.
    """
    pause = Pause(since=read_when(since), until=read_when(until), why=why.strip())
    return None if pause == Pause() else pause


def read_event(when: str, what: str) -> Event | None:
    """Read an event as it is typed; None where both are empty.

    Raises
    ------
    NotAllowed
        Where one of the two is missing, or the date is none.
    """
    day, said = read_when(when), what.strip()
    if day and said:
        return Event(when=day, what=said)
    if day or said:
        raise NotAllowed(
            f"An event needs both a date and what it was, and “{said or when.strip()}” has one "
            "alone. Nothing was changed.",
            code="half_an_event",
        )
    return None


@dataclass(frozen=True, kw_only=True, slots=True)
class CohortRecord:
    """One cohort of an organisation.

    Attributes
    ----------
    organisation, cohort
        Whose, named as in `Scope`.
    sample
        Whether it belongs to the sample: never shown with an organisation's own.
    kind
        Whether mentors teach mentees, or each the other.
    status
        How far it has come; "" where nobody said.
    mode
        How pairs meet; "" where nobody said.
    start, end
        When it began and ended, or is planned to; None where nobody said.
    length
        In the organisation's words, such as "6 months".
    pauses
        When it stood still.
    characteristic, others
        The main protected characteristic; and any more, alphabetically. "" where nobody said.
    community
        The organisation's word for the people it is about, such as "BAME"; fills the slot of that
        name in the wordings of a questionnaire.
    sessions
        How many a pair has planned; None where nobody said.
    training_mode, training_length
        How training was held, and how long it took.
    mentors, mentees
        How many of each role came as far as each step.
    matching
        How pairs were made.
    events
        What happened once, first the earliest.
    notes
        Where the dates come from, and anything else a reader should know.
    """

    organisation: str
    cohort: str
    sample: bool = False
    kind: Kind = "reverse"
    status: Status | Literal[""] = ""
    mode: Mode | Literal[""] = ""
    start: When | None = None
    end: When | None = None
    length: str = ""
    pauses: tuple[Pause, ...] = ()
    characteristic: Characteristic | Literal[""] = ""
    others: tuple[Characteristic, ...] = ()
    community: str = ""
    sessions: int | None = None
    training_mode: Mode | Literal[""] = ""
    training_length: str = ""
    mentors: Funnel = field(default_factory=Funnel)
    mentees: Funnel = field(default_factory=Funnel)
    matching: Matching = field(default_factory=Matching)
    events: tuple[Event, ...] = ()
    notes: str = ""

    def __post_init__(self) -> None:
        """Refuse what cannot be, in words for the person who typed it."""
        if not self.organisation.strip() or not self.cohort.strip():
            raise NotAllowed(
                "Say whose cohort this is, and what it is called. Nothing was changed.",
                code="cohort_unknown",
            )
        refuse_backwards(self.start, self.end, self.cohort)
        if self.sessions is not None and not 0 <= self.sessions <= MOST_SESSIONS:
            raise NotAllowed(
                f"{self.sessions} sessions are not possible. Write a number from 0 to "
                f"{MOST_SESSIONS}. Nothing was changed.",
                code="sessions_impossible",
            )


def refuse_backwards(start: When | None, end: When | None, what: str) -> None:
    """Refuse an end that lies before its start; a month and a day in it agree."""
    if start is not None and end is not None and end.last < start.first:
        raise NotAllowed(
            f"{what} ends in {end.words}, before it starts in {start.words}. Change one of the "
            "two. Nothing was changed.",
            code="ends_before_start",
        )
