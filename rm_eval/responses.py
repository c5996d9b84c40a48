"""`Responses`: the answers of one file, tidy, one row an answer."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Literal

import pandas as pd

from rm_eval.errors import ForTheDeveloper
from rm_eval.questionnaire import Question, Role, Stage

# Somebody answered the form and left every box of a tick-box question empty. Kept apart from a
# person who did not answer, who has no row for the question at all.
NOTHING_TICKED = "nothing_ticked"

# Before the ids of the themes that a person said an answer in own words speaks of; see `said`.
SAID = "said:"

DTYPES = {
    "person": "int64",
    "question": "str",
    "answer": "str",
    "number": "float64",
    "place": "float64",
    "text": "str",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Scope:
    """Whose answers, from when: what every picture must say under its title.

    Attributes
    ----------
    stage
        When they were given; of a comparison, the later of its two stages.
    since
        Of a comparison, the earlier one; "" of a single stage.
    """

    organisation: str
    cohort: str
    stage: Stage
    since: Stage | Literal[""] = ""

    @property
    def when(self) -> str:
        """The stage in words, such as "end of cohort"; both of a comparison."""
        stages = [self.since, self.stage] if self.since else [self.stage]
        return " to ".join(stage.replace("_", " ") for stage in stages)

    @property
    def stages(self) -> tuple["Scope", ...]:
        """The single stages it is about: two of a comparison, or itself."""
        if not self.since:
            return (self,)
        return replace(self, stage=self.since, since=""), replace(self, since="")


@dataclass(frozen=True, kw_only=True, slots=True)
class Part:
    """What is kept as one dataset: the answers of one role, from one place and time."""

    scope: Scope
    role: Role


@dataclass(frozen=True, kw_only=True, slots=True)
class Person:
    """Somebody who answered.

    Attributes
    ----------
    number, row
        Within the file: counted, and where they stand.
    role
        Mentor or mentee.
    code
        Their participant code; "" for none. In memory alone, until it is scrambled.
    """

    number: int
    row: int
    role: Role
    code: str = field(default="", repr=False, compare=False)


@dataclass(frozen=True, kw_only=True, slots=True)
class Responses:
    """The answers of one file.

    Attributes
    ----------
    people
        Everybody whose answers are kept.
    questions
        Every question of the file, in its order, with its options.
    answers
        One row an answer; nobody's blank has a row.

        ======== ======= ==============================================================
        person   int     `Person.number`
        question str     `Question.id`
        answer   str     option id; ``"yes"``/``"no"``; ``"nothing_ticked"``; "" for numbers
                         and own words; of own words whose themes a person said, `said`
        number   float   a score or number; NaN otherwise
        place    float   the place given in a ranking, from 1; NaN otherwise
        text     str     own words, a date, or what was typed beside "Other"; "" otherwise
        ======== ======= ==============================================================
    """

    people: tuple[Person, ...]
    questions: tuple[Question, ...]
    answers: pd.DataFrame

    def __post_init__(self) -> None:
        if list(self.answers.columns) != list(DTYPES):
            raise ForTheDeveloper(f"answers need the columns {', '.join(DTYPES)}")
        strangers = set(self.answers["person"].unique()) - {person.number for person in self.people}
        if strangers:
            raise ForTheDeveloper(f"{len(strangers)} people answered who are not in the file")

    def of(self, question: Question) -> pd.DataFrame:
        """Return the answers to one question."""
        return self.answers[self.answers["question"] == question.id]


def said(themes: Iterable[str]) -> str:
    """Write the ids of the themes a person said an answer speaks of, in place of an option's id.

    They stand with the answer, so they go with it wherever it is counted.
    """
    return f"{SAID}{' '.join(themes)}"


def themes_said(answer: str) -> tuple[str, ...] | None:
    """Read the ids of themes that a person said; None where nobody said anything."""
    return tuple(answer.removeprefix(SAID).split()) if answer.startswith(SAID) else None


def answers_frame(rows: list[tuple[int, str, str, float, float, str]]) -> pd.DataFrame:
    """Make the `Responses.answers` table from rows in the order of its columns."""
    return pd.DataFrame(rows, columns=list(DTYPES)).astype(DTYPES)
