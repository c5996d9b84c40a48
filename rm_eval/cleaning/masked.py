"""Say where personal details were taken out; what they were is told nowhere."""

from rm_eval.cleaning.log import LogEntry
from rm_eval.readers.personal_details import marks_in
from rm_eval.recognise import Match


def details_taken_out(row: int, match: Match, cells: tuple[str, ...]) -> list[LogEntry]:
    """Make an entry for each cell of an answer that held personal details; it has no `before`."""
    return [
        LogEntry(
            row=row,
            column=column,
            question=match.question.id,
            before="",
            after=cell,
            rule="possible_identifier",
            why=_why(marks_in(cell)),
        )
        for column, cell in zip(match.columns, cells, strict=True)
        if marks_in(cell)
    ]


def _why(kinds: tuple[str, ...]) -> str:
    named = ", ".join(kinds[:-1]) + (" and " if kinds[1:] else "") + kinds[-1]
    return f"Personal details were typed here ({named}). We took them out and have not kept them."
