"""Which character stands between the cells of a text file."""

import csv
import io
import re
from collections import Counter

_CANDIDATES = (",", ";", "\t", "|")
_NONE = "\x1f"  # in no text we keep: every record is then one cell
_SAMPLE_RECORDS = 60
_NARROWEST_UNDER_A_TITLE = 4  # a table narrower than this is never read below a title
_MOSTLY = 0.8
_SAMPLE_CHARACTERS = 256 * 1024
_SEP_LINE = re.compile(r'"?sep=(.)"?(?:\r\n|\r|\n)', re.IGNORECASE)


def split_sep_line(text: str) -> tuple[str | None, str]:
    """Give the delimiter Excel's own first line names, and the text without that line."""
    found = _SEP_LINE.match(text)
    return (found[1], text[found.end() :]) if found else (None, text)


def find_delimiter(text: str) -> str:
    """Choose the delimiter that cuts most records into the same number of cells, above one.

    Answers hold commas and semicolons too, but never equally many in each record; and a list of
    ticks under a heading of one cell is one cell.
    """
    sample = text[:_SAMPLE_CHARACTERS]
    scores = {candidate: _score(sample, candidate) for candidate in _CANDIDATES}
    best = max(scores, key=lambda candidate: scores[candidate])
    return best if scores[best] > 0 else _NONE


def _score(sample: str, delimiter: str) -> float:
    records = _records(sample, delimiter)
    if not records:  # blank records only, if this is what cuts them
        return float(delimiter in sample)
    widths = [len(record) for record in records]
    if not _has_headings(records):
        return 0.0
    counts = Counter(widths)
    most = max(counts.values())
    usual = min(width for width, n in counts.items() if n == most)
    # A wide table beats a narrow one that is as regular: fewer accidents make ten equal columns.
    return most / len(widths) * (1 - 1 / usual)


def _has_headings(records: list[list[str]]) -> bool:
    """Say whether this delimiter cuts the first record, or under a title the first it cuts.

    Ticks are cut too, by what stands between or behind them: "Time;Money;", "Time, Money".
    """
    if len(records[0]) > 1:
        return True
    first = next((record for record in records if len(record) > 1), [])
    widths = [len(record) for record in records[records.index(first) :]] if first else []
    return (
        len(first) >= _NARROWEST_UNDER_A_TITLE
        and all(cell and not cell.startswith(" ") for cell in first)
        and widths.count(len(first)) >= _MOSTLY * len(widths)
    )


def _records(sample: str, delimiter: str) -> list[list[str]]:
    records = []
    try:
        for record in csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter):
            if any(record):
                records.append(record)
            if len(records) == _SAMPLE_RECORDS:
                break
    except csv.Error:  # a quotation mark that never closes: judge by what came before
        pass
    return records
