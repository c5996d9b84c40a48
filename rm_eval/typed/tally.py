"""`Tally`: how many people gave each answer to one question, typed in by somebody who counted."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NoReturn

from rm_eval.errors import NotAllowed
from rm_eval.questionnaire import Question, QuestionType
from rm_eval.responses import Part

# Of these one number an answer says all there is. An order of importance is more than its counts.
TYPES: tuple[QuestionType, ...] = (
    "yes_no",
    "multiple_choice",
    "single_choice",
    "likert",
    "scale",
)
MOST_PEOPLE = 1000


@dataclass(frozen=True, kw_only=True, slots=True)
class Tally:
    """One question's totals.

    Attributes
    ----------
    question
        What was asked; a choice has its options.
    n
        People who answered it.
    counts
        By answer (option id, "yes" or "no", a score as text), how many people gave it. An answer
        that is not named was given by nobody.

    Raises
    ------
    NotAllowed
        Where so many people cannot have answered so.
    """

    question: Question
    n: int
    counts: Mapping[str, int]

    def __post_init__(self) -> None:
        if not 0 <= self.n <= MOST_PEOPLE:
            _refuse(f"{self.n} people cannot have answered. Type a number from 0 to {MOST_PEOPLE}.")
        for answer, count in self.counts.items():
            if not 0 <= count <= self.n:
                _refuse(
                    f"“{self.label(answer)}”: {count} of {self.n} people is not possible. Check "
                    "the two numbers."
                )
        given = sum(self.counts.values())
        if self.takes_one_answer and given != self.n:
            _refuse(
                f"{self.n} people answered “{self.question.wording}”, but the answers add up to "
                f"{given}. Everybody gives one answer, so the two must be the same."
            )

    @property
    def takes_one_answer(self) -> bool:
        """Whether everybody who answered is in exactly one of the counts."""
        return self.question.type != "multiple_choice"

    def label(self, answer: str) -> str:
        """Name an answer as it is shown."""
        labels = {option.id: option.label for option in self.question.options}
        return labels.get(answer, answer.capitalize())


@dataclass(frozen=True, kw_only=True, slots=True)
class Totals:
    """What was typed in of one role, at one time and place.

    Attributes
    ----------
    n_sent
        How many were asked, or took part; None where nobody said.
    log
        What was changed as percentages became counts: (question id, as printed, as counted, why).
    """

    part: Part
    tallies: tuple[Tally, ...]
    n_sent: int | None = None
    log: tuple[tuple[str, str, str, str], ...] = ()

    @property
    def n_people(self) -> int:
        """The most people who answered any of the questions."""
        return max((tally.n for tally in self.tallies), default=0)


def of_yes(question: Question, *, n: int, n_yes: int) -> Tally:
    """Make the tally of a question answered by yes or no.

    Raises
    ------
    NotAllowed
        Where more people said yes than answered.
    """
    if not 0 <= n_yes <= n:
        _refuse(f"{n_yes} of {n} people cannot have said yes. Check the two numbers.")
    return Tally(question=question, n=n, counts={"yes": n_yes, "no": n - n_yes})


def _refuse(sentence: str) -> NoReturn:
    raise NotAllowed(f"{sentence} Nothing was kept.", code="totals_impossible")
