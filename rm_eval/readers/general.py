"""Any table with one heading row: the last resort, which claims nothing about the tool."""

from rm_eval.readers.raw import Part, Reader
from rm_eval.table import Sheet

# Headings that no form asks as a question, whatever tool wrote them.
OWN_PARTS: dict[str, Part] = {
    "id": "response_id",
    "response id": "response_id",
    "respondent id": "response_id",
    "timestamp": "completed",
    "start time": "started",
    "completion time": "completed",
    "submitted": "completed",
}


def why_mine(sheet: Sheet) -> str:
    """Take every table that has at least one heading."""
    return "because its first row holds headings" if any(sheet.rows[0]) else ""


def parts(sheet: Sheet) -> tuple[Part, ...]:
    """Tell an id and times from the questions by their headings."""
    return tuple(OWN_PARTS.get(cell.strip().casefold(), "question") for cell in sheet.rows[0])


GENERAL = Reader(tool="general", why_mine=why_mine, parts=parts)
