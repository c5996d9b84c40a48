"""Any table with one heading row: the last resort, which claims nothing about the tool."""

from rm_eval.readers.option_only import notices_of, with_runs
from rm_eval.readers.raw import HeadingRows, Part, Reader, plain_headings
from rm_eval.readers.spread import BRACKETS, COLON, DASH, with_spread
from rm_eval.table import Sheet

# Headings that no form asks as a question, whatever tool wrote them.
OWN_PARTS: dict[str, Part] = {
    "id": "response_id",
    "response id": "response_id",
    "responseid": "response_id",
    "respondent id": "response_id",
    "respondentid": "response_id",
    "timestamp": "completed",
    "start time": "started",
    "start date": "started",
    "completion time": "completed",
    "completion date": "completed",
    "end date": "completed",
    "date submitted": "completed",
    "submitted": "completed",
}


def why_mine(sheet: Sheet) -> str:
    """Take every table that has at least one heading."""
    return "because its first row holds headings" if any(sheet.rows[0]) else ""


def read_headings(sheet: Sheet) -> HeadingRows:
    """Tell an id and times from the questions by their headings."""
    parts = tuple(OWN_PARTS.get(cell.strip().casefold(), "question") for cell in sheet.rows[0])
    headings = with_spread(plain_headings(sheet, parts), BRACKETS, DASH, COLON)
    headings = with_runs(sheet, headings)
    return HeadingRows(headings=headings, notices=notices_of(headings))


GENERAL = Reader(tool="general", why_mine=why_mine, read_headings=read_headings)
