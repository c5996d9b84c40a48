"""Rows of the tables, and back: how a cleaned survey lies in the database."""

from dataclasses import asdict
from typing import Any

import pandas as pd

from rm_eval.cleaning import CleanedSurvey
from rm_eval.measures import GROUP_LABELS
from rm_eval.questionnaire import GroupedOptions, Option, Question, Role, Scale, Theme
from rm_eval.readers import TYPED, RawTable
from rm_eval.readers.personal.personal_details import masked
from rm_eval.responses import Part, answers_frame
from rm_eval.store.identity import Known
from rm_eval.store.schema import answers, log, people


def dataset_fields(raw: RawTable, cleaned: CleanedSurvey, part: Part) -> dict[str, Any]:
    """Make the fields of a dataset that come from its file."""
    return {
        "organisation": part.scope.organisation,
        "cohort": part.scope.cohort,
        "stage": part.scope.stage,
        "role": part.role,
        "file_name": _file_name(raw, part),
        "sha256": raw.sha256,
        "survey_tool": raw.survey_tool,
        "questions": [
            asdict(question) | {"asked": cleaned.asked.get(question.id, "")}
            for question in cleaned.responses.questions
        ],
        "notices": [asdict(notice) for notice in (*raw.notices, *cleaned.notices)],
    }


def _file_name(raw: RawTable, part: Part) -> str:
    """Name the file; of totals, which have none, whose they are: releases remember it."""
    return totals_of(part.role) if raw.survey_tool == TYPED else masked(raw.upload_name)


def totals_of(role: Role) -> str:
    """Name the totals of one role where a file's name would stand."""
    return f"totals typed in ({GROUP_LABELS[role].lower()})"


def rows_of(
    key: str, cleaned: CleanedSurvey, known: dict[int, Known]
) -> dict[Any, list[dict[str, Any]]]:
    """Make the rows of one dataset, by table."""
    responses = cleaned.responses
    frame = responses.answers.astype(object).where(responses.answers.notna(), None)
    return {
        people: [
            {"dataset": key, "person": p.number, "row": p.row, "role": p.role}
            | asdict(known[p.number])
            for p in responses.people
        ],
        answers: [
            {"dataset": key, **dict(zip(frame.columns, row, strict=True))}
            for row in frame.itertuples(index=False)
        ],
        log: [
            {"dataset": key, "number": number, **asdict(entry)}
            for number, entry in enumerate(cleaned.log)
        ],
    }


def question(fields: dict[str, Any]) -> Question:
    """Make a question again from what was kept of it."""
    fields = {name: value for name, value in fields.items() if name != "asked"}
    lists = {name: tuple(fields[name]) for name in ("roles", "aliases", "aims", "challenges")}
    options = tuple(
        Option(**{**option, "aliases": tuple(option["aliases"])}) for option in fields["options"]
    )
    scale = Scale(**fields["scale"]) if fields["scale"] else None
    themes = tuple(
        Theme(**{**theme, "roles": tuple(theme["roles"]), "words": tuple(theme["words"])})
        for theme in fields["themes"]
    )
    grouped = fields.get("grouped")
    made = {
        "options": options,
        "scale": scale,
        "themes": themes,
        "grouped": GroupedOptions(**grouped | {"of": tuple(grouped["of"])}) if grouped else None,
    }
    return Question(**{**fields, **lists, **made})


def answers_of(rows: Any) -> pd.DataFrame:  # noqa: ANN401
    """Make `Responses.answers` of the rows of the table of answers."""
    nan = float("nan")
    return answers_frame(
        [
            (
                row.person,
                row.question,
                row.answer,
                nan if row.number is None else row.number,
                nan if row.place is None else row.place,
                row.text,
            )
            for row in rows
        ]
    )
