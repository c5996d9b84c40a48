"""Cleaned answers and the cleaning log as files for a spreadsheet."""

import math
from dataclasses import fields

from rm_eval.cleaning.log import LogEntry
from rm_eval.responses import Responses
from rm_eval.table import write_csv

ANSWER_COLUMNS = ("row", "role", "question", "wording", "answer", "number", "place", "text")


def answers_csv(responses: Responses) -> bytes:
    """Write cleaned answers, one row an answer, with the row of the file each came from."""
    people = {person.number: person for person in responses.people}
    wordings = {question.id: question.wording for question in responses.questions}
    lines = [
        (
            people[person].row,
            people[person].role,
            question,
            wordings[question],
            answer,
            *("" if math.isnan(number) else f"{number:g}" for number in (score, place)),
            text,
        )
        for person, question, answer, score, place, text in responses.answers.astype(
            object
        ).itertuples(index=False, name=None)
    ]
    return write_csv([ANSWER_COLUMNS, *lines])


def log_csv(log: tuple[LogEntry, ...]) -> bytes:
    """Write the cleaning log, one row a change."""
    names = [field.name for field in fields(LogEntry)]
    return write_csv([names, *([getattr(entry, name) for name in names] for entry in log)])
