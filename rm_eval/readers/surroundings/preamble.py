"""Titles and group headings that people put above the table."""

from rm_eval.readers.headings.two_rows import hold_questions
from rm_eval.table import Notice, Sheet

# A title fills one cell of ten, headings of groups of columns perhaps three.
FEW_CELLS = 0.34
SMALLEST_TABLE = 4
TOP_ROWS = 20


def without_preamble(sheet: Sheet) -> tuple[Sheet, tuple[Notice, ...]]:
    """Begin at the first row that is filled as a heading row is, and say what was passed over.

    Questions that stand over several columns are headings too, though they fill few cells.
    """
    filled = [sum(bool(cell.strip()) for cell in row) for row in sheet.rows[:TOP_ROWS]]
    widest = max(filled, default=0)
    if widest < SMALLEST_TABLE:
        at = _behind_a_blank_row(filled)
    else:
        at = next((at for at, n in enumerate(filled) if n > FEW_CELLS * widest), 0)
    if at and hold_questions(sheet.rows[at - 1 :]):
        at -= 1
    passed_over = [sheet.numbers[row] for row in range(at) if filled[row]]
    if not passed_over or at + 1 >= len(sheet.rows):
        return sheet, ()
    message = (
        f"The table begins in row {sheet.numbers[at]}. We did not read what stands above it "
        f"(row {', '.join(map(str, passed_over))})."
    )
    begun = Sheet(name=sheet.name, rows=sheet.rows[at:], numbers=sheet.numbers[at:])
    return begun, (Notice(code="preamble_removed", message=message, row=passed_over[0]),)


def _behind_a_blank_row(filled: list[int]) -> int:
    """Find where a narrow table begins: a title has one cell too, so a blank row must part them."""
    blank = filled.index(0) if 0 in filled else 0
    at = next((at for at, n in enumerate(filled) if at > blank and n), 0)
    is_title = blank and all(n == 1 for n in filled[:blank])
    return at if is_title and 1 < filled[at] == max(filled) else 0
