"""Any table with a heading row or two: the last resort, which claims nothing about the tool."""

from dataclasses import replace

from rm_eval.readers.headings.option_only import blanks_in, notices_of, with_runs
from rm_eval.readers.headings.spread import BRACKETS, COLON, DASH, with_spread
from rm_eval.readers.headings.two_rows import has_two, headings_of
from rm_eval.readers.raw import Heading, HeadingRows, Part, Reader, plain_headings
from rm_eval.table import Notice, Sheet

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


# A first column of these only counts the rows.
ROW_NUMBERS = {"#", "no", "no.", "nr", "s/n", "sr no", "sr. no.", "row", "row number", "index"}


def why_mine(sheet: Sheet) -> str:
    """Take every table that has at least one heading."""
    return "because its first row holds headings" if any(sheet.rows[0]) else ""


def read_headings(sheet: Sheet) -> HeadingRows:
    """Tell an id, times and row numbers from the questions by their headings."""
    if has_two(sheet.rows):
        return _two_rows(sheet)
    parts: tuple[Part, ...] = tuple("question" for _ in sheet.rows[0])
    plain = tuple(map(_with_part, plain_headings(sheet, parts)))
    headings = with_runs(sheet, with_spread(plain, BRACKETS, DASH, COLON))
    return HeadingRows(
        headings=headings, notices=notices_of(headings), meanings=blanks_in(headings)
    )


def _two_rows(sheet: Sheet) -> HeadingRows:
    notice = Notice(
        code="extra_header_rows_removed",
        message="This file has two heading rows. We read both as headings, not as answers.",
        row=sheet.numbers[1],
    )
    headings = tuple(map(_with_part, headings_of(sheet.rows)))
    return HeadingRows(headings=headings, n_rows=2, notices=(notice,))


def _with_part(heading: Heading) -> Heading:
    words = heading.text.casefold()
    if heading.column == 1 and words in ROW_NUMBERS:
        return replace(heading, part="metadata")
    return replace(heading, part=OWN_PARTS.get(words, "question"))


GENERAL = Reader(tool="general", why_mine=why_mine, read_headings=read_headings)
