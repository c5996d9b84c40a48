"""Clean: raw cells become responses, and every change has an entry in the log."""

from collections.abc import Callable
from dataclasses import dataclass

from rm_eval.cleaning.answer import Answer, Cleaned, tidy
from rm_eval.cleaning.choices import (
    clean_multiple_choice,
    clean_ranking,
    clean_single_choice,
    clean_yes_no,
)
from rm_eval.cleaning.log import SENTENCES, LogEntry
from rm_eval.cleaning.numbers import clean_number, clean_scale
from rm_eval.cleaning.words import clean_date, clean_free_text
from rm_eval.questionnaire import Question, QuestionType, Role
from rm_eval.readers import RawTable
from rm_eval.recognise import Match, Recognition
from rm_eval.responses import NOTHING_TICKED, Person, Responses, answers_frame

__all__ = ["RULES", "SENTENCES", "CleanedSurvey", "LogEntry", "clean"]

Rule = Callable[[str, Question], Cleaned]
RULES: tuple[tuple[QuestionType, Rule], ...] = (
    ("scale", clean_scale),
    ("likert", clean_single_choice),
    ("single_choice", clean_single_choice),
    ("multiple_choice", clean_multiple_choice),
    ("ranking", clean_ranking),
    ("yes_no", clean_yes_no),
    ("number", clean_number),
    ("date", clean_date),
    ("free_text", clean_free_text),
)


@dataclass(frozen=True, kw_only=True, slots=True)
class CleanedSurvey:
    """The kept answers, and the receipt: what was changed and what was set aside."""

    responses: Responses
    log: tuple[LogEntry, ...]

    @property
    def set_aside(self) -> tuple[LogEntry, ...]:
        """The entries about whole rows."""
        return tuple(entry for entry in self.log if entry.column is None)


def clean(raw: RawTable, recognition: Recognition, *, role: Role) -> CleanedSurvey:
    """Clean every answer of a raw table.

    Parameters
    ----------
    raw, recognition
        The table, and what its columns are.
    role
        The role of everybody in it.
    """
    blank = _blank_rows(raw, recognition.matches)
    people = tuple(
        Person(number=number, row=row, role=role)
        for number, row in enumerate((r for r in raw.cells.index if r not in blank), start=1)
    )
    log = [_blank_row_entry(row) for row in blank]
    rows: list[tuple[int, str, str, float, float, str]] = []
    for match in recognition.matches:
        rule = dict(RULES)[match.question.type]
        column = raw.cells[match.columns[0]].to_dict()
        # The same answer is cleaned once, however many people gave it.
        outcomes = {cell: _clean_cell(cell, match.question, rule) for cell in set(column.values())}
        for person in people:
            cell = column[person.row]
            rows.extend(_row(person, match.question, one) for one in outcomes[cell].answers)
            log.extend(_entries(person, match, cell, outcomes[cell]))
    questions = tuple(match.question for match in recognition.matches)
    responses = Responses(people=people, questions=questions, answers=answers_frame(rows))
    return CleanedSurvey(responses=responses, log=tuple(log))


def _clean_cell(cell: str, question: Question, rule: Rule) -> Cleaned:
    """Clean one cell.

    Whoever sent one of our forms and ticked nothing did answer: our forms show every question to
    everybody. In somebody else's form a blank may be a question that was never shown.
    """
    text = cell.strip() if question.type == "free_text" else tidy(cell)
    if text:
        return rule(text, question)
    if question.type == "multiple_choice" and question.known:
        return Cleaned(answers=(Answer(answer=NOTHING_TICKED),))
    return Cleaned()


def _blank_rows(raw: RawTable, matches: tuple[Match, ...]) -> list[int]:
    """Find rows without a single answer: nobody is behind them, or nobody who said anything."""
    columns = [column for match in matches for column in match.columns]
    filled = raw.cells[columns].map(lambda cell: bool(cell.strip())).any(axis=1)
    return [int(row) for row in raw.cells.index[~filled]]


def _blank_row_entry(row: int) -> LogEntry:
    why = f"Row {row} holds no answer to any question. We set it aside."
    return LogEntry(
        row=row, column=None, question="", before="", after="", rule="blank_rows_removed", why=why
    )


def _row(
    person: Person, question: Question, answer: Answer
) -> tuple[int, str, str, float, float, str]:
    return (
        person.number,
        question.id,
        answer.answer,
        answer.number,
        answer.place,
        answer.text,
    )


def _entries(person: Person, match: Match, before: str, cleaned: Cleaned) -> list[LogEntry]:
    return [
        LogEntry(
            row=person.row,
            column=match.columns[0],
            question=match.question.id,
            before=before,
            after=cleaned.after,
            rule=change.rule,
            why=change.why,
        )
        for change in cleaned.changes
    ]
