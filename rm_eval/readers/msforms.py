"""Microsoft Forms: one heading row, five or six columns of its own in front, in any language.

``ID, Start time, Completion time, Email, Name[, Last modified time]``; an answer with several
ticks is one cell, ``A;B;``.
"""

import re

from rm_eval.readers.raw import HeadingRows, Part, Reader, plain_headings
from rm_eval.table import Sheet

ENGLISH = ("id", "start time", "completion time", "email", "name")
ENGLISH_SIXTH = "last modified time"
OWN_PARTS: tuple[Part, ...] = (
    "response_id",
    "started",
    "completed",
    "personal",
    "personal",
)
DATE_TIME = re.compile(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}[ T]\d{1,2}:\d{2}(:\d{2})?( [AP]M)?")
# Forms writes this for everyone when names are not collected, in English whatever the language.
NOBODY = "anonymous"


def why_mine(sheet: Sheet) -> str:
    """Say why a sheet looks like a Forms export, or ``""``."""
    heading = [cell.strip().casefold() for cell in sheet.rows[0]]
    if tuple(heading[:5]) == ENGLISH:
        return "because it begins with ID, Start time, Completion time, Email and Name"
    if heading[:3] == list(ENGLISH[:3]):
        return "because it begins with ID, Start time and Completion time"
    if len(heading) > len(OWN_PARTS) and _looks_localised(sheet.rows[1:]):
        return "because it begins with numbers, two times and e-mails, as Forms writes them"
    return ""


def read_headings(sheet: Sheet) -> HeadingRows:
    """Tell Forms' own columns from the questions."""
    return HeadingRows(headings=plain_headings(sheet, _parts(sheet)))


def _parts(sheet: Sheet) -> tuple[Part, ...]:
    heading = [cell.strip().casefold() for cell in sheet.rows[0]]
    n_own = len(OWN_PARTS)
    if heading[:3] == list(ENGLISH[:3]) and heading[3:5] != list(ENGLISH[3:]):
        n_own = 3
    own: tuple[Part, ...] = OWN_PARTS[:n_own]
    if len(heading) > n_own and _is_last_modified(heading[n_own], sheet.rows[1:], n_own):
        own = (*own, "metadata")
    questions: list[Part] = ["question"] * (len(heading) - len(own))
    return (*own, *questions)


def _looks_localised(rows: tuple[tuple[str, ...], ...]) -> bool:
    """Judge by the cells where the headings are in a language we do not list."""
    return bool(rows) and all(
        row[0].isdecimal()
        and DATE_TIME.fullmatch(row[1].strip())
        and DATE_TIME.fullmatch(row[2].strip())
        and (row[3].strip() in {"", NOBODY} or "@" in row[3])
        for row in rows
        if any(row)
    )


def _is_last_modified(heading: str, rows: tuple[tuple[str, ...], ...], at: int) -> bool:
    """Forms adds this column to some forms; a question about a date has no time of day."""
    if heading == ENGLISH_SIXTH:
        return True
    filled = [row[at].strip() for row in rows if row[at].strip()]
    return bool(filled) and all(DATE_TIME.fullmatch(cell) for cell in filled)


MICROSOFT_FORMS = Reader(tool="microsoft_forms", why_mine=why_mine, read_headings=read_headings)
