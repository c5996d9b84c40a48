"""Headings that come again among the answers: several exports pasted one under the other."""

from rm_eval.readers.surroundings.likeness import Row, Rows
from rm_eval.table import Notice, Sheet

FEWEST_CELLS = 2  # a heading row of one cell may well be somebody's answer
MOST_NAMED = 10


def without_repeats(sheet: Sheet, n_heading_rows: int = 1) -> tuple[Sheet, tuple[Notice, ...]]:
    """Take out the rows that repeat a heading row, and a title right above one."""
    headings = {key for row in sheet.rows[:n_heading_rows] if len(key := _key(row)) >= FEWEST_CELLS}
    repeated = _repeated(sheet.rows, headings, n_heading_rows)
    if not repeated:
        return sheet, ()
    repeated |= {at - 1 for at in repeated if _is_title(sheet.rows, at - 1)}
    kept = [at for at in range(len(sheet.rows)) if at not in repeated]
    numbers = [sheet.numbers[at] for at in sorted(repeated)]
    more = f" and {len(numbers) - MOST_NAMED} more" if len(numbers) > MOST_NAMED else ""
    message = (
        f"The headings come again further down (row {', '.join(map(str, numbers[:MOST_NAMED]))}"
        f"{more}), as where exports are pasted together. We read them as headings, not as answers."
    )
    rest = Sheet(
        name=sheet.name,
        rows=tuple(sheet.rows[at] for at in kept),
        numbers=tuple(sheet.numbers[at] for at in kept),
    )
    return rest, (Notice(code="repeated_header_removed", message=message, row=numbers[0]),)


def _repeated(rows: Rows, headings: set[tuple[str, ...]], n_heading_rows: int) -> set[int]:
    if not headings:
        return set()
    first = {cells[0] for cells in headings}
    return {
        at
        for at in range(n_heading_rows, len(rows))
        if _first(rows[at]) in first and _key(rows[at]) in headings
    }


def _is_title(rows: Rows, at: int) -> bool:
    """Say whether a row of one cell stands apart from the answers above it."""
    return at > 1 and len(_key(rows[at])) == 1 and not _key(rows[at - 1])


def _key(row: Row) -> tuple[str, ...]:
    """Return the cells that hold something, as they are compared."""
    return tuple(text for cell in row if (text := cell.strip().casefold()))


def _first(row: Row) -> str:
    return next((text for cell in row if (text := cell.strip().casefold())), "")
