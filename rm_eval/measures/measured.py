"""`Measured`: true figures of one question, before anything is hidden. The team's alone."""

from dataclasses import dataclass, replace
from typing import Literal

import pandas as pd

from rm_eval.errors import ForTheDeveloper
from rm_eval.measures.groups import EVERYBODY, Group
from rm_eval.questionnaire import Question
from rm_eval.responses import Responses, Scope

Kind = Literal[
    "ticks",
    "choices",
    "likert",
    "scale",
    "yes_no",
    "ranking",
    "themes",
    "number",
    "date",
    "change",  # of linked scores: how many went down, stayed the same or went up
    "attrition",  # how many stayed and how many left
]

COLUMNS = (
    "group",  # see `rm_eval.measures.groups`
    "statistic",  # "people" (a count), "mean", "median"; rankings: see measures/ranking.py
    "answer",  # option id, "yes"/"no", a score "1".."10"; "" for a mean or median
    "label",  # the answer as shown
    "value",  # float: the count, mean or median
    "n",  # float: people the group is about: everybody who answered this question
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Source:
    """One file's responses, and what a picture says about where they come from.

    Attributes
    ----------
    n_sent
        How many people were sent the form; None where nobody said.
    typed
        Whether totals were typed in. Its people are invented: only how many gave each answer is
        known, and never which answers go together.
    """

    role: Group
    responses: Responses
    file_name: str
    sample: bool = False
    n_sent: int | None = None
    typed: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Response:
    """How many of the people who were sent the form answered it."""

    role: Group
    n_answered: int
    n_sent: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Measured:
    """Figures of one question for the groups that were asked it.

    Attributes
    ----------
    rows
        One row a group, statistic and answer; see `COLUMNS`.
    kind
        ``"ticks"`` and ``"themes"``: people may count in several answers; ``"ranking"``: in one
        place an item. The others: in exactly one answer.
    met
        Answers that are listed only because somebody gave them: whoever reads of one knows that
        it is not zero.
    responses
        One a group, where somebody said how many were sent the form.
    notes
        How people were counted, in sentences for under a chart.
    asked_alike
        Whether both roles were asked, in the same words and with the same answers: otherwise they
        are never set against each other.
    """

    rows: pd.DataFrame
    question: Question
    scope: Scope
    kind: Kind
    met: frozenset[str]
    responses: tuple[Response, ...]
    notes: tuple[str, ...]
    sources: tuple[str, ...]
    sample: bool
    asked_alike: bool = False

    def __post_init__(self) -> None:
        if tuple(self.rows.columns) != COLUMNS:
            raise ForTheDeveloper(f"measured rows need the columns {', '.join(COLUMNS)}")

    def of_everybody(self) -> "Measured":
        """Call the one role there is a part of both: the other was here, and is no more."""
        return replace(self, rows=self.rows.assign(group=EVERYBODY))

    def with_notes(self, *notes: str) -> "Measured":
        """Say something more of how people were counted."""
        return replace(self, notes=(*self.notes, *notes))
