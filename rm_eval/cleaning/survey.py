"""`Survey`: what the rules about whole rows look at, and what they say of a row."""

from typing import NamedTuple

from rm_eval.cleaning.log import LogEntry
from rm_eval.readers import RawTable
from rm_eval.recognise import Recognition

Cells = tuple[str, ...]


class Survey(NamedTuple):
    """What a row rule looks at: the table, what its columns are, and the rows still there."""

    raw: RawTable
    recognition: Recognition
    rows: list[int]


def n_filled(survey: Survey) -> dict[int, int]:
    """Count the questions each row answers."""
    columns = answer_columns(survey)
    # Whoever says only at what stage and in which role they are has answered nothing.
    dividers = survey.recognition.dividers.values()
    told = {divider.column for divider in dividers if divider.aspect in {"stage", "role"}}
    answers = cells_of(survey, [column for column in columns if column not in told] or columns)
    return {row: sum(map(bool, cells)) for row, cells in answers.items()}


def answer_columns(survey: Survey) -> list[int]:
    """Return every column that holds answers."""
    return [column for match in survey.recognition.matches for column in match.columns]


def cells_of(survey: Survey, columns: list[int]) -> dict[int, Cells]:
    """Return some cells of every row still there, without outer spaces."""
    cells = survey.raw.cells.loc[survey.rows, columns].to_numpy()
    return {row: tuple(map(str.strip, one)) for row, one in zip(survey.rows, cells, strict=True)}


def row_entry(row: int, rule: str, why: str) -> LogEntry:
    """Say that a row is set aside, and why."""
    return LogEntry(
        row=row,
        column=None,
        question="",
        before="",
        after="",
        rule=rule,
        why=f"{why} We set {'it' if rule != 'duplicate_response' else f'row {row}'} aside.",
    )
