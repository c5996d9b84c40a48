"""What a file holds, in figures: for the person who holds the data, before anything is kept."""

from dataclasses import replace
from typing import Any

import pandas as pd

from rm_eval.cleaning import CleanedSurvey, LogEntry, in_full, told_together
from rm_eval.cleaning.parts import dividers_of
from rm_eval.measures.counts import count_options, with_options_met
from rm_eval.measures.measured import Source
from rm_eval.questionnaire import Question
from rm_eval.readers import RawTable
from rm_eval.recognise import Match, Recognition
from rm_eval.recognise.rows.divider import notices_of
from rm_eval.responses import NOTHING_TICKED, Responses

WITH_OPTIONS = {"single_choice", "likert", "multiple_choice", "ranking", "yes_no"}


def describe(raw: RawTable, recognition: Recognition, cleaned: CleanedSurvey) -> dict[str, Any]:
    """Describe a file as ``inspect --json`` prints it."""
    return {
        "file": raw.upload_name,
        "survey_tool": raw.survey_tool,
        "sheet": raw.sheet,
        "stage": recognition.stage,
        "role": recognition.role,
        "n_rows": len(raw.cells),
        "n_responses": len(cleaned.responses.people),
        "set_aside": _set_aside(cleaned.set_aside),
        "questions": [_question(match, cleaned.responses) for match in recognition.matches],
        "metadata_columns": [heading.text for heading in recognition.metadata],
        "personal_columns": [
            heading.text for heading in (*recognition.personal, *recognition.codes)
        ],
        "unknown_columns": [match.heading for match in recognition.unknown],
        "warnings": _warnings(raw, recognition, cleaned),
    }


def _question(match: Match, responses: Responses) -> dict[str, Any]:
    question = match.question
    answers = responses.of(question)
    answered = answers[answers["answer"] != NOTHING_TICKED]
    numbers = answered["number"].dropna()
    return {
        "wording": match.heading,
        "columns": list(match.columns),
        "id": question.id if question.known else None,
        "type": question.type,
        "confidence": match.confidence,
        "why": match.why,
        "n_answered": int(answered["person"].nunique()),
        "options": _options(match, responses, answered),
        "mean": float(numbers.mean()) if len(numbers) else None,
        "median": float(numbers.median()) if len(numbers) else None,
    }


def _options(match: Match, responses: Responses, answered: pd.DataFrame) -> list[dict[str, Any]]:
    if match.question.type not in WITH_OPTIONS:
        return []
    source = Source(role="mentor", responses=responses, file_name="")
    asked = _in_order_of_file(with_options_met(match.question, (source,)), answered)
    return [
        {"label": label, "n": int(value), **_places(option, answered)}
        for _, _, option, label, value, _ in count_options(asked, source)
    ]


def _in_order_of_file(question: Question, answered: pd.DataFrame) -> Question:
    """Put a likert's options as the file has them, where no questionnaire orders them.

    The question itself keeps them from most negative to most positive, for charts.
    """
    if question.known or question.type != "likert":
        return question
    met = {answer: at for at, answer in enumerate(answered["answer"].unique())}
    options = sorted(question.options, key=lambda option: met.get(option.id, len(met)))
    return replace(question, options=tuple(options))


def _places(option: str, answered: pd.DataFrame) -> dict[str, Any]:
    places = answered.loc[answered["answer"] == option, "place"].dropna()
    if places.empty:
        return {"mean_rank": None, "first": None}
    return {"mean_rank": float(places.mean()), "first": int((places == 1).sum())}


def _set_aside(entries: tuple[LogEntry, ...]) -> list[dict[str, Any]]:
    rows: dict[str, list[int]] = {}
    for entry in entries:
        rows.setdefault(entry.rule, []).append(entry.row)
    return [{"rows": found, "why": rule} for rule, found in rows.items()]


def _warnings(
    raw: RawTable, recognition: Recognition, cleaned: CleanedSurvey
) -> list[dict[str, Any]]:
    several = notices_of(dividers_of(cleaned, recognition).values())
    notices = [
        {"code": n.code, "row": n.row, "column": n.column, "message": n.message}
        for n in (*raw.notices, *recognition.notices, *several)
    ]
    headings = {heading.column: heading.text for heading in raw.headings}
    entries = [
        {
            "code": first.rule,
            "row": first.row,
            "column": first.column,
            "message": in_full(first, headings.get(first.column or 0, ""), others),
        }
        for first, *others in told_together(cleaned.log)
    ]
    return notices + entries
