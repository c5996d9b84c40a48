"""`Published`: the only form in which a figure leaves the team's hands.

Made by `rm_eval.disclosure.protect` alone; a test walks the syntax tree for any other maker.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

import pandas as pd

from rm_eval.questionnaire import Question
from rm_eval.responses import Scope

Audience = Literal["team", "internal", "public"]
AUDIENCES: dict[Audience, str] = {
    "team": "Programme team only",
    "internal": "Inside our organisation and our region (not public board papers)",
    "public": "Public: board papers, website, FOI answers",
}

COLUMNS = (
    "group",  # "mentor" or "mentee"
    "group_label",  # "Mentors"
    # "people" (a count), "mean" or "median"; in rankings "place_1" and on, "top_3", "mean_place";
    # "sd" where it was asked for
    "statistic",
    "answer",  # option id, "yes"/"no", a score "1".."10", a bin "1-4"; "" for a mean
    "label",  # the answer as shown
    "shown",  # "exact", "band" or "hidden"
    "value",  # float: the exact count or mean; NaN unless shown is "exact"
    "low",  # float: smallest value the reader is told is possible; NaN where hidden
    "high",  # float: largest such value; equals low where exact
    "n",  # float: people the row is about; NaN where the reader may not know it
    "n_text",  # "11", "fewer than 10", "fewer than 5"
    "share_low",  # float 0-1 for counts: where to draw, from the smallest share told
    "share_high",  # float 0-1: to the largest; equals share_low where exact
    "text",  # the label to print: "6 of 11", "0 to 2 of 7", "some", "hidden"
    "why",  # "" or a sentence: why it is banded or hidden
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Published:
    """One question's figures for one audience, with small groups banded or hidden.

    Attributes
    ----------
    rows
        One row a group and answer (see `COLUMNS`), groups and answers in the order to draw.
    question, scope
        What was asked, and of whom.
    measure
        One of `rm_eval.measures.Kind`, such as ``"ticks"``: tells which chart can draw it.
    audience
        For whom the rows were protected.
    grouped
        How many cells are banded or hidden for this audience.
    notes
        Sentences that belong under the chart, such as how a blank was counted.
    sources
        Names of the files the answers came from.
    sample
        True for the invented sample programme.
    made_on
        The day the figures were made.
    cohorts
        Names of the cohorts that are counted together; none where it is one.
    asked_alike
        Whether both roles were asked in the same words and with the same answers. Only the team is
        told; groups that were not are never set against each other.
    """

    rows: pd.DataFrame
    question: Question
    scope: Scope
    measure: str
    audience: Audience
    grouped: int
    notes: tuple[str, ...]
    sources: tuple[str, ...]
    sample: bool
    made_on: date
    cohorts: tuple[str, ...] = ()
    asked_alike: bool = False
