"""Does a row read like the answers below it, or like the headings above them?

Judged column by column, by what stands below; headings say themselves only now and then.
"""

import re
from functools import lru_cache
from typing import NamedTuple

Row = tuple[str, ...]
Rows = tuple[Row, ...]

KINDS = {
    "date": re.compile(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}\b.*|\d{1,2}:\d{2}(:\d{2})?"),
    "number": re.compile(r"[+-]?(\d+([.,]\d+)*|\.\d+)(e[+-]?\d+)?\s?%?", re.IGNORECASE),
    "e-mail": re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+"),
}
WORDS = "words"
SAMPLE = 200  # rows below: enough to know a column by
MOSTLY = 0.8


class Likeness(NamedTuple):
    """How many cells of a row are like the answers below, how many like their headings."""

    n_answers: int
    n_headings: int
    n_filled: int


@lru_cache(maxsize=4096)
def kind_of(cell: str) -> str:
    """Name what a cell holds: a date, a number, an e-mail address, or words."""
    return next((kind for kind, form in KINDS.items() if form.fullmatch(cell)), WORDS)


def column_of(rows: Rows, at: int) -> list[str]:
    """Return the filled cells of a column, as many rows down as are worth a look."""
    return [cell for row in rows[:SAMPLE] if (cell := row[at].strip())]


def likeness(row: Row, below: Rows) -> Likeness:
    """Weigh a row against the rows below it.

    A number over numbers, or words that come again, are an answer; words over numbers are a
    heading. An option's name over nothing but itself, as some tools write ticks, is neither.
    """
    n_answers = n_headings = n_filled = 0
    for at, cell in enumerate(map(str.strip, row)):
        if not cell:
            continue
        n_filled += 1
        others = column_of(below, at)
        kind = kind_of(cell)
        n_alike = sum(kind_of(other) == kind for other in others)
        if kind != WORDS:
            n_answers += bool(others) and n_alike >= MOSTLY * len(others)
        elif others and n_alike <= (1 - MOSTLY) * len(others):
            n_headings += 1
        elif cell in others and len(set(others)) > 1:
            n_answers += 1
    return Likeness(n_answers, n_headings, n_filled)


def is_heading_row(row: Row, below: Rows) -> bool:
    """Say whether a row that stands right under headings holds headings too.

    One answer in it, and it is somebody's row: nobody may be lost for a heading.
    """
    found = likeness(row, below)
    if found.n_answers or not found.n_filled or not any(map(any, below)):
        return False
    asks = sum("?" in cell for cell in row) * 2 > found.n_filled
    return asks or bool(found.n_headings) or _is_new(row, below)


def _is_new(row: Row, below: Rows) -> bool:
    """Say whether hardly anything in a row comes again, though people below gave the same answers.

    "Other" may stand under several questions.
    """
    filled = [cell.strip() for cell in row if cell.strip()]
    columns = [column_of(below, at) for at, cell in enumerate(row) if cell.strip()]
    repeating = [cells for cells in columns if len(set(cells)) < len(cells)]
    return len(set(filled)) >= MOSTLY * len(filled) and len(repeating) * 2 > len(columns)
