"""`Divider`: a column in which each row says whose it is, where one file holds several."""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from typing import Literal, get_args

from rm_eval.table import Notice

Aspect = Literal["organisation", "cohort", "stage", "role"]
ASPECTS: tuple[Aspect, ...] = get_args(Aspect)
SEVERAL: dict[Aspect, str] = {
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
        What each row says, by its number in the file.
    unsaid
        The text of the other rows, which names nothing we know of; "" for a blank.
    """

    aspect: Aspect
    column: int
    heading: str
    said: dict[int, str]
    unsaid: dict[int, str]

    @property
    def counted(self) -> dict[str, int]:
        """How many rows say what, in the order in which they first do."""
        return dict(Counter(self.said.values()))

    @property
    def why(self) -> str:
        """The reason, for the reader."""
        return f'because the column "{self.heading}" holds {SEVERAL[self.aspect]}'

    def of(self, rows: Collection[int]) -> "Divider":
        """Return what these rows say."""
        return replace(
            self,
            said={row: said for row, said in self.said.items() if row in rows},
            unsaid={row: text for row, text in self.unsaid.items() if row in rows},
        )


def notices_of(dividers: Iterable[Divider]) -> tuple[Notice, ...]:
    """Say that a file holds several stages or cohorts, which few do."""
    return tuple(
        Notice(code=f"several_{one.aspect}s", message=in_words(one), column=one.column)
        for one in dividers
        if one.aspect in {"stage", "cohort"}
    )


def in_words(divider: Divider) -> str:
    """Say that a file holds several, and how many rows are whose."""
    counted = ", ".join(f"{say(divider.aspect, one)} ({n})" for one, n in divider.counted.items())
    return (
        f"This file holds {SEVERAL[divider.aspect]}, as the column "
        f'"{divider.heading}" says: {counted}. Each can be kept apart.{_unsaid(divider)}'
    )


def say(aspect: Aspect, said: str) -> str:
    """Name one stage, role, cohort or organisation in a sentence."""
    if aspect == "role":
        return f"{said}s"
    return said.replace("_", " ") if aspect == "stage" else said


def _unsaid(divider: Divider) -> str:
    n = len(divider.unsaid)
    if not n:
        return ""
    texts = [f'"{text}"' if text else "nothing" for text in dict.fromkeys(divider.unsaid.values())]
    rows = "1 row says" if n == 1 else f"{n} rows say"
    return f" {rows} {' or '.join(texts)} there: choose what they count as."
