"""Say where personal details were taken out; what they were is told nowhere."""

from collections.abc import Iterator

from rm_eval.cleaning.log import LogEntry
from rm_eval.readers.personal.personal_details import marks_in
from rm_eval.recognise import Match


def details_taken_out(
    rows: list[int], match: Match, given: list[tuple[str, ...]]
) -> Iterator[LogEntry]:
    """Make an entry for each cell of a question that held personal details; it has no `before`.

    Each row comes with the cells given there.
    """
    marked = {cells for cells in set(given) if any(map(marks_in, cells))}
    for row, cells in zip(rows, given, strict=True) if marked else ():
        if cells in marked:
            yield from _entries(row, match, cells)


def _entries(row: int, match: Match, cells: tuple[str, ...]) -> Iterator[LogEntry]:
    for column, cell in zip(match.columns, cells, strict=True):
        if marks_in(cell):
            yield LogEntry(
                row=row,
                column=column,
                question=match.question.id,
                before="",
                after=cell,
                rule="possible_identifier",
                why=_why(marks_in(cell)),
            )


def _why(kinds: tuple[str, ...]) -> str:
    named = ", ".join(kinds[:-1]) + (" and " if kinds[1:] else "") + kinds[-1]
    return f"Personal details were typed here ({named}). We took them out and have not kept them."
