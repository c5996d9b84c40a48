"""How far organisations are, in words: which stage is closed, how many answered. No answer."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

import pandas as pd

from rm_eval.programme import Card, Status
from rm_eval.wording.figures import as_sentence, joined

# A stage by its own name; what was asked at two stages stands last.
COLUMNS: Mapping[str, str] = {
    "enrolment": "Enrolment",
    "training": "Training",
    "end_of_cohort": "End of cohort",
    "change": "Before and after",
}
NO_FIGURES = "no figures"
COMPARED, CLOSED = "compared", "closed"
CLOSED_ALONE = (
    "A stage has figures here once the organisation has closed it: only then does anybody else "
    "see them."
)
OF_SENT = (
    "“7 of 15” are the people who answered, of those who were sent the form; one number alone is "
    "the people who answered, where nobody said how many were sent it."
)
TOO_FEW = "“Too few” is a group so small that its size is not told to these readers."
SAMPLE = "Sample data: organisations and people are invented."


@dataclass(frozen=True, kw_only=True, slots=True)
class HowMany:
    """How many people of one role answered the form of a stage.

    Attributes
    ----------
    group
        The role's name within a sentence, such as "mentors".
    people
        None where the reader may not know it.
    sent
        How many were sent the form; None where nobody said.
    """

    role: str
    group: str
    people: int | None
    sent: int | None = None

    @property
    def share(self) -> float | None:
        """How much of all who were sent the form answered; None where that is not known."""
        if self.people is None or not self.sent:
            return None
        return min(self.people / self.sent, 1.0)

    @property
    def words(self) -> str:
        """Such as "7 of 15 mentors", "7 mentors" or "too few mentees"."""
        if self.people is None:
            return f"too few {self.group}"
        if self.sent is not None:
            return f"{self.people} of {self.sent} {self.group}"
        return f"{self.people} {self.group}"


@dataclass(frozen=True, kw_only=True, slots=True)
class StageReached:
    """A closed stage, or a closed comparison of two.

    Attributes
    ----------
    answered
        Of each role of which anything is known; None of a comparison.
    """

    closed_on: date
    answered: tuple[HowMany, ...] | None = None

    @property
    def words(self) -> tuple[str, ...]:
        """A line a role; of a comparison that it was made."""
        if self.answered is None:
            return (COMPARED,)
        return tuple(one.words for one in self.answered) or (CLOSED,)


@dataclass(frozen=True, kw_only=True, slots=True)
class CohortReached:
    """One cohort, and what of it is closed.

    Attributes
    ----------
    when, status
        What its organisation said of it; "" where it said nothing.
    stages
        By a key of `COLUMNS`; those that are closed.
    """

    name: str
    when: str = ""
    status: Status | str = ""
    stages: Mapping[str, StageReached] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True, slots=True)
class OrganisationReached:
    """One organisation: its cohorts in time, and what it says of its programme.

    Attributes
    ----------
    is_here
        Whether its answers are kept here; the others came in share files.
    made_on
        The day its share file was made; at home, today.
    """

    name: str
    cohorts: tuple[CohortReached, ...]
    made_on: date
    card: Card | None = None
    is_here: bool = False
    sample: bool = False


Every = Sequence[OrganisationReached]


def headline_of_reached(every: Every) -> str:
    """Such as "Five of 8 cohorts have figures from the end of the cohort"."""
    cohorts = [cohort for one in every for cohort in one.cohorts]
    if not cohorts:
        return "No cohort is known yet"
    ended = sum("end_of_cohort" in one.stages for one in cohorts)
    verb = "has" if ended == 1 else "have"
    if 1 < ended == len(cohorts):
        named = "Both" if ended == 2 else f"All {ended}"  # noqa: PLR2004 - both are two
        return f"{named} cohorts have figures from the end of the cohort"
    told = f"{ended or 'none'} of {len(cohorts)} cohorts"
    told = told if len(cohorts) > 1 else "the one cohort" if ended else "no cohort"
    return as_sentence(f"{told} {verb if ended else 'has'} figures from the end of the cohort")


def subtitle_of_reached(every: Every, day: date) -> str:
    """Say what is drawn, of whom, and when."""
    number = f"{len(every)} organisation{'' if len(every) == 1 else 's'}"
    order = ", in alphabetical order" if len(every) > 1 else ""
    return f"Which stages are closed, and how many answered. {number}{order}. {_in_words(day)}."


def alt_of_reached(every: Every) -> str:
    """Say of each stage how many cohorts have figures of it; the table says which."""
    cohorts = [cohort for one in every for cohort in one.cohorts]
    counted = [
        f"{label} {sum(key in cohort.stages for cohort in cohorts)}"
        for key, label in COLUMNS.items()
    ]
    return (
        "Table with a row a cohort and a column a stage. "
        f"{headline_of_reached(every)}. Cohorts with figures of each stage, of {len(cohorts)}: "
        f"{joined(counted)}. "
        f"Organisations: {joined([one.name for one in every])}."
    )


def table_of_reached(every: Every) -> pd.DataFrame:
    """The same as text, a row a cohort."""
    rows = [(one, cohort) for one in every for cohort in (*one.cohorts, *_nothing(one))]
    return pd.DataFrame(
        {
            "Organisation": [one.name for one, _ in rows],
            "Cohort": [cohort.name for _, cohort in rows],
            **{
                label: [joined(list(cell_of(cohort, key))) for _, cohort in rows]
                for key, label in COLUMNS.items()
            },
        },
        dtype=str,
    )


def cell_of(cohort: CohortReached, column: str) -> tuple[str, ...]:
    """What stands in a cell, line by line."""
    stage = cohort.stages.get(column)
    return stage.words if stage else (NO_FIGURES,)


def notes_of_reached(every: Every) -> tuple[str, ...]:
    """What has to travel with it."""
    notes = [CLOSED_ALONE, OF_SENT]
    if any(how.people is None for how in _answered(every)):
        notes.append(TOO_FEW)
    notes += [SAMPLE] if any(one.sample for one in every) else []
    return (*notes, f"Source: {source_of_reached(every)}.")


def source_of_reached(every: Every) -> str:
    """Say where the figures come from: answers kept here, and share files with their dates."""
    own = [one.name for one in every if one.is_here]
    loaded = [f"{one.name} ({_in_words(one.made_on)})" for one in every if not one.is_here]
    parts = [f"closed stages of {joined(own)}"] if own else []
    parts += [f"share files of {joined(loaded)}"] if loaded else []
    return "; ".join(parts) or "nothing yet"


def _nothing(one: OrganisationReached) -> tuple[CohortReached, ...]:
    return () if one.cohorts else (CohortReached(name="No cohort is known"),)


def _answered(every: Every) -> Iterable[HowMany]:
    return (
        how
        for one in every
        for cohort in one.cohorts
        for stage in cohort.stages.values()
        for how in stage.answered or ()
    )


def _in_words(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
