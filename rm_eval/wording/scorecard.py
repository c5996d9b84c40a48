"""Aims and what was found of each, in counts; an aim nobody was asked about says so."""

from collections.abc import Sequence
from typing import NamedTuple

import pandas as pd

from rm_eval.disclosure import Published
from rm_eval.questionnaire import Aim
from rm_eval.wording.change import better_of
from rm_eval.wording.figures import as_sentence, joined
from rm_eval.wording.groups import groups_shown
from rm_eval.wording.headline import headline
from rm_eval.wording.surroundings import from_where, notes

NOT_ASKED_YET = "No question asked yet"
ASKED_IS_NOT_MET = (
    "An aim is not met or missed by a number of answers: read each finding with its question."
)


class Scored(NamedTuple):
    """One aim, and the figures of the questions that bear on it."""

    aim: Aim
    published: tuple[Published, ...]

    @property
    def name(self) -> str:
        """Such as "1. Tapping into the lived experience of staff…"."""
        return f"{self.aim.number}. {self.aim.wording}"

    @property
    def findings(self) -> tuple[str, ...]:
        """What was found, one sentence a question; or that nothing was asked."""
        return tuple(map(_found, self.published)) or (f"{NOT_ASKED_YET}.",)


def _found(published: Published) -> str:
    """What was found of one question, and which way is hoped for where that is down."""
    lower = " Lower is better." if better_of(published.question) == "lower" else ""
    return f"{headline(published)}.{lower}"


def scored(aims: Sequence[Aim], every: Sequence[Published]) -> tuple[Scored, ...]:
    """Sort figures by the aims their questions bear on, in the order of the form."""
    return tuple(
        Scored(aim, tuple(one for one in every if aim.number in one.question.aims)) for aim in aims
    )


def headline_of_scorecard(aims: Sequence[Scored]) -> str:
    """Of how many aims something was asked, and of which nothing was."""
    without = [str(one.aim.number) for one in aims if not one.published]
    if not without:
        return f"Every one of {len(aims)} aims has a question that bears on it"
    asked = len(aims) - len(without)
    which = f"aim{'' if len(without) == 1 else 's'} {joined(without)}"
    return as_sentence(
        f"{asked} of {len(aims)} aims have a question that bears on them; "
        f"of {which} nothing has been asked yet"
    )


def subtitle_of_scorecard(aims: Sequence[Scored]) -> str:
    """What it is, whose answers, and from where."""
    every = _every(aims)
    who = as_sentence(joined(list(groups_shown(every))))
    return f"Each aim of the programme, and what people answered. {who}, {from_where(every)}"


def alt_of_scorecard(aims: Sequence[Scored]) -> str:
    """What the picture shows: its words stand in the table."""
    return f"List of {len(aims)} aims with what was found of each. {headline_of_scorecard(aims)}."


def table_of_scorecard(aims: Sequence[Scored]) -> pd.DataFrame:
    """A row an aim and question: the aim, the question as asked, what was found."""
    cells = [
        (one.name, published.question.wording.strip() if published else "", found)
        for one in aims
        for published, found in zip(one.published or (None,), one.findings, strict=True)
    ]
    columns = ["Aim", "What was asked", "What was found"]
    return pd.DataFrame(cells, columns=columns, dtype=str)


def notes_of_scorecard(aims: Sequence[Scored]) -> tuple[str, ...]:
    """How to read it; then the usual."""
    first, *others = _every(aims)
    return ASKED_IS_NOT_MET, *notes(first, *others)


def _every(aims: Sequence[Scored]) -> list[Published]:
    found = {one.question.id: one for each in aims for one in each.published}
    return list(found.values())
