"""Clean: raw cells become responses, and every change has an entry in the log."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from rm_eval.cleaning.answer import Cleaned
from rm_eval.cleaning.layouts import RULES, before, filled
from rm_eval.cleaning.log import SENTENCES, UNDOABLE, LogEntry, in_full, told_together
from rm_eval.cleaning.masked import details_taken_out
from rm_eval.cleaning.outcomes import Outcomes, answers_of, outcomes_of
from rm_eval.cleaning.receipt import Receipt, RuleUsed, sum_up
from rm_eval.cleaning.repeats import codes_by_row, same_codes
from rm_eval.cleaning.rows import ROW_RULES, set_rows_aside
from rm_eval.cleaning.undo import Undone, is_undone, undo
from rm_eval.cleaning.written import answers_csv, log_csv
from rm_eval.questionnaire import Question, Role
from rm_eval.readers import RawTable
from rm_eval.recognise import Match, Recognition
from rm_eval.responses import Person, Responses
from rm_eval.table import Notice

__all__ = [
    "NOTHING_UNDONE",
    "ROW_RULES",
    "RULES",
    "SENTENCES",
    "UNDOABLE",
    "CleanedSurvey",
    "LogEntry",
    "Receipt",
    "RuleUsed",
    "Undone",
    "answers_csv",
    "clean",
    "in_full",
    "log_csv",
    "same_codes",
    "sum_up",
    "told_together",
]

NOTHING_UNDONE: Undone = frozenset()


@dataclass(frozen=True, kw_only=True, slots=True)
class CleanedSurvey:
    """The kept answers, and the receipt: what was changed and what was set aside.

    Attributes
    ----------
    responses, log
        The answers, and every change.
    asked
        How the file words each question, by its id.
    notices
        What should be known of these answers beside what was known of the file.
    """

    responses: Responses
    log: tuple[LogEntry, ...]
    asked: Mapping[str, str] = field(default_factory=dict)
    notices: tuple[Notice, ...] = ()

    @property
    def set_aside(self) -> tuple[LogEntry, ...]:
        """The entries about whole rows."""
        return tuple(entry for entry in self.log if entry.column is None)


def clean(
    raw: RawTable, recognition: Recognition, *, role: Role, undone: Undone = NOTHING_UNDONE
) -> CleanedSurvey:
    """Clean every answer of a raw table.

    Parameters
    ----------
    raw, recognition
        The table, and what its columns are.
    role
        The role of everybody in it; in a file that holds both, of those who do not say theirs.
    undone
        Ids of rules, or of single entries, that somebody undid: a row comes back, an answer read
        out of other words is left out (`UNDOABLE` lists the rules this works for).
    """
    kept, log = set_rows_aside(raw, recognition, undone)
    codes = codes_by_row(raw, recognition)
    people = tuple(
        Person(
            number=number, row=row, role=recognition.role_of(row) or role, code=codes.get(row, "")
        )
        for number, row in enumerate(kept, start=1)
    )
    cells = raw.cells.loc[kept]
    every: list[tuple[Question, Outcomes]] = []
    for match in recognition.matches:
        given = list(zip(*(cells[column] for column in match.columns), strict=True))
        log.extend(details_taken_out(kept, match, given))
        outcomes = outcomes_of(given, match)
        for at in outcomes.changed():
            person = people[at]
            if undone:
                outcomes.set(at, _undone(person, match, given[at], outcomes.of(at), undone))
            log.extend(_entries(person, match, given[at], outcomes.of(at)))
        every.append((match.question, outcomes))
    questions = tuple(match.question for match in recognition.matches)
    responses = Responses(people=people, questions=questions, answers=answers_of(every, people))
    asked = {match.question.id: match.heading for match in recognition.matches}
    return CleanedSurvey(responses=responses, log=tuple(log), asked=asked)


def _undone(
    person: Person, match: Match, cells: tuple[str, ...], cleaned: Cleaned, undone: Undone
) -> Cleaned:
    entries = _entries(person, match, cells, cleaned)
    taken_back = [
        change
        for change, entry in zip(cleaned.changes, entries, strict=True)
        if is_undone(entry, undone)
    ]
    return undo(cleaned, taken_back) if taken_back else cleaned


def _entries(
    person: Person, match: Match, cells: tuple[str, ...], cleaned: Cleaned
) -> list[LogEntry]:
    columns = match.columns
    if match.layout == "either_column":
        at = filled(cells)
        cells, columns = cells[at : at + 1], columns[at : at + 1]
    return [
        LogEntry(
            row=person.row,
            column=columns[change.at or 0],
            question=match.question.id,
            before=before(cells, change),
            after="" if change.rule == "undone" or change.at is not None else cleaned.after,
            rule=change.rule,
            why=change.why,
        )
        for change in cleaned.changes
    ]
