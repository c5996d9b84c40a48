"""Google Forms: one heading row, the time of each answer first, in any language.

Ticks are one cell, ``A, B``, without a mark around an option that holds a comma itself; each row
of a grid is a column, ``Question [row]``.
"""

import re

from rm_eval.readers.headings.spread import BRACKETS, with_spread
from rm_eval.readers.raw import HeadingRows, Part, Reader, plain_headings
from rm_eval.table import Sheet

TIMESTAMP = "timestamp"
IN_OTHER_LANGUAGES = {
    "zeitstempel", "horodateur", "marca temporal", "informazioni cronologiche",
    "carimbo de data/hora", "tijdstempel", "sygnatura czasowa", "tidsstempel", "tidstämpel",
    "aikaleima", "zaman damgas\u0131", "отметка времени", "タイムスタンプ", "时间戳记",
    "時間戳記", "타임스탬프",
}  # fmt: skip
SHEET = "form responses"
# Google writes a space before the time, where tools for field surveys write a "T".
TIME = re.compile(
    r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4},? \d{1,2}[:.]\d{2}(?P<seconds>[:.]\d{2}(\.\d+)?)?"
    r"( ?[ap]\.?m\.?)?( [A-Z]{2,4}([+-]\d{1,2}(:\d{2})?)?)?",
    re.IGNORECASE,
)
# What other tools call a first column of times.
NOT_GOOGLES = re.compile(r"submi|start|complet|\bend|date\b|created|recorded", re.IGNORECASE)


def why_mine(sheet: Sheet) -> str:
    """Say why a sheet looks like a Google Forms export, or ``""``."""
    at = _time_column(sheet)
    if at is None:
        return ""
    heading = sheet.rows[0][at].strip().casefold()
    if heading == TIMESTAMP:
        return "because its first column is Timestamp and holds the time of each answer"
    if sheet.name.casefold().startswith(SHEET):
        return f'because its sheet is called "{sheet.name}" and begins with times'
    if heading in IN_OTHER_LANGUAGES:
        return f'because its first column, "{heading}", holds the time of each answer'
    # Other tools write two times, a beginning and an end, or name what the time is; Google writes
    # seconds, which only a spreadsheet on the way takes off.
    two_times = at + 1 < len(sheet.rows[0]) and _holds_times(sheet, at + 1)
    if two_times or NOT_GOOGLES.search(heading) or not _has_seconds(sheet, at):
        return ""
    return "because its first column holds the time of each answer, as Google Forms writes it"


def read_headings(sheet: Sheet) -> HeadingRows:
    """Tell the time from the questions, and find the grids."""
    at = _time_column(sheet)
    parts: list[Part] = ["question"] * len(sheet.rows[0])
    if at is not None:
        parts[at] = "completed"
    return HeadingRows(headings=with_spread(plain_headings(sheet, tuple(parts)), BRACKETS))


def _time_column(sheet: Sheet) -> int | None:
    """Find the times: in the first column, or after row numbers that a program put in front."""
    first = sheet.rows[0][0].strip()
    at = 0 if first else 1
    if at >= len(sheet.rows[0]) or (at and not _holds_row_numbers(sheet)):
        return None
    return at if sheet.rows[0][at].strip() and _holds_times(sheet, at) else None


def _holds_times(sheet: Sheet, at: int) -> bool:
    filled = [row[at].strip() for row in sheet.rows[1:] if any(row)]
    return bool(filled) and all(map(TIME.fullmatch, filled))


def _has_seconds(sheet: Sheet, at: int) -> bool:
    found = [TIME.fullmatch(row[at].strip()) for row in sheet.rows[1:] if any(row)]
    return all(time is not None and time["seconds"] for time in found)


def _holds_row_numbers(sheet: Sheet) -> bool:
    return all(row[0].strip().isdecimal() for row in sheet.rows[1:] if any(row))


GOOGLE_FORMS = Reader(tool="google_forms", why_mine=why_mine, read_headings=read_headings)
