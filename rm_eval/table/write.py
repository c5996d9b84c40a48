"""Write a table for a spreadsheet: the other way round."""

import csv
from collections.abc import Iterable
from io import StringIO

# The wide ones too: spreadsheets set up for Japanese or Chinese read them alike.
STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def write_csv(lines: Iterable[Iterable[object]]) -> bytes:
    """Write lines of cells as CSV; text that a spreadsheet would run is marked as text."""
    written = StringIO()
    csv.writer(written).writerows([[_as_text(cell) for cell in line] for line in lines])
    return written.getvalue().encode("utf-8-sig")  # the mark tells Excel which encoding it is


def _as_text(cell: object) -> str:
    if cell is None:
        return ""
    text = str(cell)
    return f"'{text}" if text.lstrip(" ").startswith(STARTS_A_FORMULA) else text
