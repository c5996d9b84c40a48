"""Cells of a tool's own time columns that are no time: named, since nothing else reads them."""

import re
from collections.abc import Sequence

from rm_eval.readers.raw import Heading
from rm_eval.table import Notice, column_letters

NUMBER = re.compile(r"[+-]?\d+(\.\d+)?(e[+-]?\d+)?", re.IGNORECASE)
HOUR = re.compile(r"\d{1,2}:\d{2}(:\d{2})?")
# Days as spreadsheets count them, from 1954 to 2119; seconds and thousandths as computers do.
COUNTED = ((20_000, 80_000), (1e9, 4e9), (1e12, 4e12))
MOST_NAMED = 5


def unreadable_times(
    headings: Sequence[Heading], rows: Sequence[Sequence[str]], numbers: Sequence[int]
) -> tuple[Notice, ...]:
    """Name the cells under started and completed that cannot be a date in any way of writing."""
    notices = []
    for heading in headings:
        if heading.part not in {"started", "completed"}:
            continue
        cells = [row[heading.column - 1].strip() for row in rows]
        wrong = {cell for cell in set(cells) if _is_no_date(cell)}
        found = [row for row, cell in zip(numbers, cells, strict=True) if cell in wrong]
        if found:
            more = f" and {len(found) - MOST_NAMED} more" if len(found) > MOST_NAMED else ""
            message = (
                f"Column {column_letters(heading.column)} holds times, but row "
                f"{', '.join(map(str, found[:MOST_NAMED]))}{more} has none that we can read. We "
                "left it blank."
            )
            notice = Notice(
                code="date_unreadable", message=message, row=found[0], column=heading.column
            )
            notices.append(notice)
    return tuple(notices)


def _is_no_date(cell: str) -> bool:
    if HOUR.fullmatch(cell):
        return True
    if not NUMBER.fullmatch(cell):
        return False
    return not any(low <= float(cell) <= high for low, high in COUNTED)
