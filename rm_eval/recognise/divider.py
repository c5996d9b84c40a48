"""`Divider`: a column in which each row says whose it is, where one file holds several."""

from collections import Counter
from dataclasses import dataclass
from typing import Literal, get_args

from rm_eval.table import Notice

Aspect = Literal["organisation", "cohort", "stage", "role"]
ASPECTS: tuple[Aspect, ...] = get_args(Aspect)
PLURALS: dict[Aspect, str] = {
    "organisation": "several organisations",
    "cohort": "several cohorts",
    "stage": "several stages",
    "role": "both mentors and mentees",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Divider:
    """A column by which a file is divided into parts.

    Attributes
    ----------
    aspect
        What it says of each row.
    column, heading
        As in the file.
    said
        By row number as in the file; a row that says nothing we know of is not there.
    unsaid
        What such rows say instead, each once; "" for a blank.
    """

    aspect: Aspect
    column: int
    heading: str
    said: dict[int, str]
    unsaid: tuple[str, ...] = ()

    @property
    def counted(self) -> dict[str, int]:
        """How many rows say what, in the order in which they first do."""
        return dict(Counter(self.said.values()))

    @property
    def why(self) -> str:
        """The reason, for the reader."""
        return f'because the column "{self.heading}" holds {PLURALS[self.aspect]}'


def notices_of(dividers: tuple[Divider, ...]) -> tuple[Notice, ...]:
    """Say that a file holds several, and how many rows are whose."""
    return tuple(
        Notice(
            code=f"several_{one.aspect}s",
            message=f"This file holds {PLURALS[one.aspect]}, as the column "
            f'"{one.heading}" says: {in_words(one)}. Each is kept apart.{_unsaid(one)}',
            column=one.column,
        )
        for one in dividers
    )


def in_words(divider: Divider) -> str:
    """Count the rows: "enrolment (11), end of cohort (7)"."""
    return ", ".join(f"{say(divider.aspect, one)} ({n})" for one, n in divider.counted.items())


def say(aspect: Aspect, said: str) -> str:
    """Name one stage, role, cohort or organisation in a sentence."""
    if aspect == "role":
        return f"{said}s"
    return said.replace("_", " ") if aspect == "stage" else said


def _unsaid(divider: Divider) -> str:
    if not divider.unsaid:
        return ""
    named = [f'"{one}"' if one else "nothing" for one in divider.unsaid]
    return f" Some rows say {' or '.join(named)} there: choose what they count as."
