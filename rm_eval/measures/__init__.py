"""Measure: responses become figures, with people as the base."""

from collections.abc import Callable
from dataclasses import replace
from typing import cast

import pandas as pd

from rm_eval.measures.agreement import measure_agreement
from rm_eval.measures.amounts import count_months, measure_number
from rm_eval.measures.counts import (
    Row,
    answers_met,
    count_options,
    counting_notes,
    with_options_met,
)
from rm_eval.measures.division import Division, graver, some_of
from rm_eval.measures.groups import (
    EVERYBODY,
    GROUP_LABELS,
    Group,
    group_of,
    label_of,
    part_of,
    role_of,
    within_a_sentence,
)
from rm_eval.measures.measured import (
    COLUMNS,
    Kind,
    Measured,
    Response,
    Source,
)
from rm_eval.measures.ranking import measure_ranking
from rm_eval.measures.scale import measure_scale
from rm_eval.measures.themes import correction_notes, count_themes
from rm_eval.measures.together import by_group, can_take_together, is_asked_alike
from rm_eval.measures.typed_in import typed_in_notes
from rm_eval.questionnaire import Question, QuestionType, Role
from rm_eval.responses import Scope

__all__ = [
    "EVERYBODY",
    "GROUP_LABELS",
    "MEASURES",
    "Division",
    "Group",
    "Kind",
    "Measured",
    "Source",
    "can_measure",
    "can_take_together",
    "graver",
    "group_of",
    "is_asked_alike",
    "label_of",
    "measure",
    "part_of",
    "role_of",
    "some_of",
    "within_a_sentence",
]

MEASURES: tuple[tuple[QuestionType, Kind, Callable[[Question, Source], list[Row]]], ...] = (
    ("multiple_choice", "ticks", count_options),
    ("single_choice", "choices", count_options),
    ("likert", "likert", count_options),
    ("yes_no", "yes_no", count_options),
    ("scale", "scale", measure_scale),
    ("ranking", "ranking", measure_ranking),
    ("free_text", "themes", count_themes),
    ("number", "number", measure_number),
    ("date", "date", count_months),
)


ASKED_APART = (
    "Mentors and mentees were not asked this in the same way, so they are not taken together."
)


def can_measure(question: Question) -> bool:
    """Say whether a question has a measure; own words without themes can only be read."""
    return question.type != "free_text" or bool(question.themes)


def measure(  # noqa: PLR0913 - how to count is somebody's choice each
    question: Question,
    sources: tuple[Source, ...],
    *,
    scope: Scope,
    together: bool = False,
    in_full: bool = False,
    division: Division | None = None,
) -> Measured:
    """Measure one question over the files that asked it.

    Parameters
    ----------
    question
        What was asked.
    sources
        The files whose responses hold the question, in the order to draw.
    scope
        Whose answers they are.
    together
        Whether mentors and mentees are counted as one group, where both were asked alike.
    in_full
        Whether to measure how far people agree in their orders, too: for the team alone, and
        slow enough (up to half a second a ranking) to be left out where nobody will see it.
    division
        In which parts each role is counted, of files of one cohort; the mark of a figure is then
        the graver of both. What parts people is itself counted whole.
    """
    if division and question.id in division.kept_whole:
        division = None
    kind, rule = next((kind, rule) for type_, kind, rule in MEASURES if type_ == question.type)
    question = with_options_met(question, sources)
    groups = by_group(question, sources, together=together, division=division)
    rows = [row for source in groups for row in rule(question, source)]
    alike = len(groups) > 1 and not division and can_take_together(question, sources)
    if division:
        question = replace(question, mark=graver(question.mark, division.mark))
    if in_full and kind == "ranking":
        rows += measure_agreement(question, groups, asked_alike=alike)
    return Measured(
        rows=pd.DataFrame(rows, columns=list(COLUMNS)),
        question=question,
        scope=scope,
        kind=kind,
        met=answers_met(question),
        responses=_responses(by_group(question, sources)),
        notes=(
            *_how_counted(question, sources),
            *correction_notes(question, sources),
            *_apart(sources, groups, together=together),
            *(division.notes if division else ()),
        ),
        sources=tuple(source.file_name for source in sources),
        sample=any(source.sample for source in sources),
        asked_alike=alike,
    )


def _how_counted(question: Question, sources: tuple[Source, ...]) -> tuple[str, ...]:
    """Say how people were counted here; how somebody else counted what was typed is not known."""
    counted = counting_notes(question) if not all(one.typed for one in sources) else ()
    return (*typed_in_notes(sources), *counted)


def _apart(
    sources: tuple[Source, ...], groups: tuple[Source, ...], *, together: bool
) -> tuple[str, ...]:
    """Say why roles stand apart that somebody wanted together."""
    several = len({source.role for source in sources}) > 1
    return (ASKED_APART,) if together and several and len(groups) > 1 else ()


def _responses(sources: tuple[Source, ...]) -> tuple[Response, ...]:
    return tuple(
        Response(
            role=cast("Role", one.role), n_answered=len(one.responses.people), n_sent=one.n_sent
        )
        for one in sources
        if one.n_sent is not None
    )
