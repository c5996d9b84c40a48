"""A csv, tsv or txt file becomes rows of cells."""

import csv
import io
import itertools
from collections import Counter
from collections.abc import Iterator

from rm_eval.errors import ForTheReader, UnreadableFile
from rm_eval.table.cells import Notice
from rm_eval.table.delimiter import find_delimiter, split_sep_line
from rm_eval.table.encoding import Decoded, decode
from rm_eval.table.limits import MAX_CELLS, MAX_COLUMNS, MAX_ROWS
from rm_eval.table.refusals import too_big

_END = "\ufdd1end\ufdd1"  # a record of our own after the last: swallowed if a quotation stays open
_RECORDS_NAMED = 5

Rows = list[list[str]]


def read_text(content: bytes, name: str) -> tuple[Rows, list[Notice]]:
    """Give the records in order, blank ones too, and what their owner should know."""
    decoded = decode(content, name)
    named, text = split_sep_line(decoded.text)
    text = text.replace("\x00", "\ufdd0")  # the csv module stops at NUL; cleared away later
    rows = _rows(text, named or find_delimiter(text), name)
    return rows, [*_encoding_notices(decoded, name), *_ragged_notices(rows, name)]


def _rows(text: str, delimiter: str, name: str) -> Rows:
    rows: Rows = []
    n_cells = 0
    for number, record in enumerate(_records(text, delimiter, name), start=1):
        n_filled = _filled_width(record)
        n_cells += len(record)
        if n_filled > MAX_COLUMNS:
            raise too_big(name, f"it has {n_filled:,} columns, and we read up to {MAX_COLUMNS:,}")
        if n_filled and number > MAX_ROWS:
            raise too_big(name, f"it has more than {MAX_ROWS:,} rows")
        if n_cells > MAX_CELLS:
            raise too_big(name, f"it has more than {MAX_CELLS:,} cells in its rows")
        if number <= MAX_ROWS:
            rows.append(record)
    return rows


def _filled_width(record: list[str]) -> int:
    width = len(record)
    while width and not record[width - 1]:
        width -= 1
    return width


def _records(text: str, delimiter: str, name: str) -> Iterator[list[str]]:
    # StringIO with newline="" knows CR, LF and CRLF and no other line ends, as spreadsheets do.
    lines = itertools.chain(io.StringIO(text, newline=""), [_END])
    reader = csv.reader(lines, delimiter=delimiter)
    before: list[str] | None = None
    number = 0
    try:
        for number, record in enumerate(reader):  # noqa: B007 - used when reading ends
            if before is not None:
                yield _with_plain_line_ends(before)
            before = record
    except csv.Error as error:  # a cell of 131,072 characters: the quotation swallowed the rest
        raise _never_closed(name, number + 1) from error
    if before != [_END]:
        raise _never_closed(name, number + 1)


def _with_plain_line_ends(record: list[str]) -> list[str]:
    return [
        cell.replace("\r\n", "\n").replace("\r", "\n") if "\r" in cell else cell for cell in record
    ]


def _never_closed(name: str, record: int) -> ForTheReader:
    message = (
        f"We could not split {name} into rows and columns: a quotation mark opened near row "
        f"{record:,} is never closed. Export the file again, or save it as Excel (.xlsx)."
    )
    return UnreadableFile(message, code="unreadable_layout")


def _encoding_notices(decoded: Decoded, name: str) -> Iterator[Notice]:
    if decoded.guessed:
        message = (
            f"{name} is not saved as UTF-8. We read it as {decoded.guessed}: "
            "check that names and accents look right."
        )
        yield Notice(code="encoding_guessed", message=message)
    if decoded.is_damaged:
        message = (
            f"Some characters in {name} could not be read for certain. "
            "Export it again as CSV UTF-8 if accents or quotation marks look wrong."
        )
        yield Notice(code="text_damaged", message=message)


def _ragged_notices(rows: Rows, name: str) -> Iterator[Notice]:
    """Name the records with too many or too few cells, titles and notes of one cell aside."""
    widths = Counter(len(record) for record in rows if any(record))
    usual = widths.most_common(1)[0][0] if widths else 0
    ragged = [
        number
        for number, record in enumerate(rows, start=1)
        if len(record) != usual and sum(map(bool, record)) > 1
    ]
    if ragged:
        named = ", ".join(map(str, ragged[:_RECORDS_NAMED]))
        more = f" and {len(ragged) - _RECORDS_NAMED} more" if len(ragged) > _RECORDS_NAMED else ""
        message = (
            f"{name} has {usual} columns, but row {named}{more} has more or fewer cells. "
            "Check that its answers stand under the right headings."
        )
        yield Notice(code="ragged_rows", message=message, row=ragged[0])
