"""What people write under a table: the source, a footnote, who made it. Nobody's answers."""

import re

from rm_eval.readers.surroundings.likeness import WORDS, Row, Rows, column_of, kind_of
from rm_eval.table import Notice, Sheet

BEGINS_A_NOTE = re.compile(
    r"[*†‡©]|\(c\)|(source|notes?|n\.? ?b\.?|footnotes?|key|legend|disclaimer|caveats?|copyright|"
    r"base|filters?( applied)?|sample( size)?|contact|prepared|produced|compiled|exported|"
    r"generated|downloaded|printed|created|last updated|updated|total responses|"
    r"number of responses|response rate|report (run|generated|created|date))\b"
    r"\s*(:|-|–|=|$|by\b|on\b|at\b|from\b|\d)|"
    r"(end of (report|table|data|survey|file)|page \d+ of \d+|"
    r"(this|these) (report|table|file|data|export|figures|results) )",
    re.IGNORECASE,
)
NARROWEST = 2  # columns: under a single one, a note and an answer look alike
FEW_CELLS = 2  # "Source:" and, beside it, the source
WIDE = 4
FEWEST_WORDS = 5  # "Prefer not to say" is somebody's answer
MUCH_LONGER = 2  # times the longest answer above it


def without_notes_below(sheet: Sheet) -> tuple[Sheet, tuple[Notice, ...]]:
    """End the table where notes begin, and say which rows were passed over."""
    widest = max((_n_filled(row) for row in sheet.rows[:20]), default=0)
    if widest < NARROWEST:
        return sheet, ()
    most = FEW_CELLS if widest >= WIDE else 1
    start = len(sheet.rows)
    while start > 1 and _n_filled(sheet.rows[start - 1]) <= most:
        start -= 1
    at = next((at for at in range(start, len(sheet.rows)) if _is_note(sheet.rows, at)), None)
    if at is None or any(_goes_on(sheet.rows, at, row) for row in sheet.rows[at + 1 :]):
        return sheet, ()
    ends = max((row + 1 for row in range(at) if any(sheet.rows[row])), default=at)
    passed_over = [sheet.numbers[one] for one in range(at, len(sheet.rows)) if any(sheet.rows[one])]
    named = f"row {passed_over[0]}"
    if len(passed_over) > 1:
        named = f"rows {', '.join(map(str, passed_over))}"
    message = (
        f"We did not read what stands below the table ({named}): it looks like a note. If it is "
        "somebody's answer, move it up to the other answers."
    )
    ended = Sheet(name=sheet.name, rows=sheet.rows[:ends], numbers=sheet.numbers[:ends])
    return ended, (Notice(code="note_rows_removed", message=message, row=passed_over[0]),)


def _is_note(rows: Rows, at: int) -> bool:
    """Judge a row of one cell or two, in the first column of the table or before it."""
    place, text = _first(rows[at])
    if not text or place > _first(_widest(rows))[0]:
        return False
    above = column_of(rows[1:at], place)
    after_a_gap = not any(rows[at - 1])
    if BEGINS_A_NOTE.match(text):
        return after_a_gap or not _holds_own_words(above)
    return after_a_gap and _n_filled(rows[at]) == 1 and _is_unlike(text, above)


def _is_unlike(text: str, above: list[str]) -> bool:
    """Say whether a sentence stands under a gap where the column holds nothing of its kind."""
    if len(text.split()) < FEWEST_WORDS:
        return False
    measured = sum(kind_of(cell) != WORDS for cell in above)
    if measured * 2 > len(above):
        return True
    return bool(above) and len(text) > MUCH_LONGER * max(map(len, above))


def _holds_own_words(cells: list[str]) -> bool:
    """Say whether a column holds sentences, among which a note would not stand out."""
    return sum(len(cell.split()) > 4 for cell in cells) * 2 > len(cells)  # noqa: PLR2004


def _goes_on(rows: Rows, at: int, row: Row) -> bool:
    """Say whether a row below a note is an answer again: a number where the others have one."""
    place, text = _first(row)
    above = column_of(rows[1:at], place) if text else []
    return bool(above) and kind_of(text) != WORDS and kind_of(text) == kind_of(above[0])


def _widest(rows: Rows) -> Row:
    return max(rows[:20], key=_n_filled)


def _first(row: Row) -> tuple[int, str]:
    return next(((at, text) for at, cell in enumerate(row) if (text := cell.strip())), (0, ""))


def _n_filled(row: Row) -> int:
    return sum(bool(cell.strip()) for cell in row)
