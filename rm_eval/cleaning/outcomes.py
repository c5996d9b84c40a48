"""Everybody's outcome to one question: the same answer is cleaned once, however many gave it."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from rm_eval.cleaning.answer import Cleaned
from rm_eval.cleaning.layouts import clean_answer
from rm_eval.questionnaire import Question
from rm_eval.recognise import Match
from rm_eval.responses import Person, answers_frame

Given = tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Outcomes:
    """What became of the answers to one question.

    Attributes
    ----------
    different
        Each different outcome.
    which
        For every person, in their order, the place of theirs in `different`.
    """

    different: list[Cleaned]
    which: list[int]

    def of(self, at: int) -> Cleaned:
        """Return the outcome of one person, by their place among the people."""
        return self.different[self.which[at]]

    def changed(self) -> list[int]:
        """Return the places of the people whose answer was changed."""
        is_changed = [bool(outcome.changes) for outcome in self.different]
        return [at for at, one in enumerate(self.which) if is_changed[one]]

    def set(self, at: int, outcome: Cleaned) -> None:
        """Give one person an outcome of their own."""
        self.different.append(outcome)
        self.which[at] = len(self.different) - 1


def outcomes_of(given: list[Given], match: Match) -> Outcomes:
    """Clean what every person gave to one question."""
    places: dict[Given, int] = {}
    which = [places.setdefault(cells, len(places)) for cells in given]
    return Outcomes(different=[clean_answer(cells, match) for cells in places], which=which)


def answers_of(every: list[tuple[Question, Outcomes]], people: tuple[Person, ...]) -> pd.DataFrame:
    """Make `Responses.answers`: each different outcome once, handed to everybody whose it is."""
    numbers = np.array([person.number for person in people], dtype=int)
    rows: list[tuple[int, str, str, float, float, str]] = []
    taken, takers = [np.array([], dtype=int)], [np.array([], dtype=int)]
    for question, outcomes in every:
        n_answers = np.array([len(outcome.answers) for outcome in outcomes.different], dtype=int)
        which = np.array(outcomes.which, dtype=int)
        # Where the answers of each person's outcome begin, and how many there are.
        begin, n_own = (len(rows) + np.cumsum(n_answers) - n_answers)[which], n_answers[which]
        within = np.arange(n_own.sum()) - np.repeat(np.cumsum(n_own) - n_own, n_own)
        taken.append(np.repeat(begin, n_own) + within)
        takers.append(np.repeat(numbers, n_own))
        rows.extend(
            (0, question.id, one.answer, one.number, one.place, one.text)
            for outcome in outcomes.different
            for one in outcome.answers
        )
    answers = answers_frame(rows).take(np.concatenate(taken))
    return answers.assign(person=np.concatenate(takers)).reset_index(drop=True)
