"""Which character stands between the cells of a text file."""

import csv
import io
import re
from collections import Counter

_CANDIDATES = (",", ";", "\t", "|")
_NONE = "\x1f"  # in no text we keep: every record is then one cell
_SAMPLE_RECORDS = 60
_SAMPLE_CHARACTERS = 256 * 1024
_SEP_LINE = re.compile(r'"?sep=(.)"?(?:\r\n|\r|\n)', re.IGNORECASE)


def split_sep_line(text: str) -> tuple[str | None, str]:
    """Give the delimiter Excel's own first line names, and the text without that line."""
    found = _SEP_LINE.match(text)
    return (found[1], text[found.end() :]) if found else (None, text)


def find_delimiter(text: str) -> str:
    """Choose the delimiter that cuts most records into the same number of cells, above one.

    Answers hold commas and semicolons too, but never equally many in each record.
    """
    sample = text[:_SAMPLE_CHARACTERS]
    scores = {candidate: _score(sample, candidate) for candidate in _CANDIDATES}
    best = max(scores, key=lambda candidate: scores[candidate])
    return best if scores[best] > 0 else _NONE


def _score(sample: str, delimiter: str) -> float:
    widths = _widths(sample, delimiter)
    if not widths:  # blank records only, if this is what cuts them
        return float(delimiter in sample)
    counts = Counter(widths)
    most = max(counts.values())
    usual = min(width for width, n in counts.items() if n == most)
    # A wide table beats a narrow one that is as regular: fewer accidents make ten equal columns.
    return most / len(widths) * (1 - 1 / usual)


def _widths(sample: str, delimiter: str) -> list[int]:
    widths = []
    try:
        for record in csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter):
            if any(record):
                widths.append(len(record))
            if len(widths) == _SAMPLE_RECORDS:
                break
    except csv.Error:  # a quotation mark that never closes: judge by what came before
        pass
    return widths
