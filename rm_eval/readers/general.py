"""Any table with a heading row or two: the last resort, which claims nothing about the tool."""

from dataclasses import replace

from rm_eval.readers.headings.option_only import blanks_in, notices_of, with_runs
from rm_eval.readers.headings.spread import BRACKETS, COLON, DASH, with_spread
from rm_eval.readers.headings.two_rows import has_two, headings_of
from rm_eval.readers.raw import Heading, HeadingRows, Part, Reader, filled_under, plain_headings
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

# SmartSurvey writes the first two side by side; alone, the others could be anything.
SMARTSURVEY: dict[str, Part] = {
    "userid": "response_id",
    "userno": "metadata",
    "name": "personal",
    "email": "personal",
    "ip": "personal",
    "ip address": "personal",
    "unique id": "metadata",
    "started": "started",
    "ended": "completed",
}
SIGNS_OF_SMARTSURVEY = {"userid", "userno"}

# A first column of these only counts the rows.
ROW_NUMBERS = {"#", "no", "no.", "nr", "s/n", "sr no", "sr. no.", "row", "row number", "index"}
FEWEST_ROWS = 5  # fewer may follow each other by chance


def why_mine(sheet: Sheet) -> str:
    """Take every table that has at least one heading."""
    return "because its first row holds headings" if any(sheet.rows[0]) else ""


def read_headings(sheet: Sheet) -> HeadingRows:
    """Tell an id, times and row numbers from the questions by their headings."""
    if has_two(sheet.rows):
        return _two_rows(sheet)
    parts: tuple[Part, ...] = tuple("question" for _ in sheet.rows[0])
    plain = _with_parts(sheet, plain_headings(sheet, parts))
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
    headings = _with_parts(sheet, headings_of(sheet.rows), n_rows=2)
    return HeadingRows(headings=headings, n_rows=2, notices=(notice,))


def _with_parts(
    sheet: Sheet, headings: tuple[Heading, ...], n_rows: int = 1
) -> tuple[Heading, ...]:
    words = {heading.text.casefold() for heading in headings}
    own = OWN_PARTS | SMARTSURVEY if words >= SIGNS_OF_SMARTSURVEY else OWN_PARTS
    counts = {1} if _counts_rows(filled_under(sheet, 1, n_rows)) else set()
    return tuple(_with_part(heading, own, counts) for heading in headings)


def _with_part(heading: Heading, own: dict[str, Part], counts: set[int]) -> Heading:
    words = heading.text.casefold()
    if heading.column == 1 and words in ROW_NUMBERS:
        return replace(heading, part="metadata")
    if words not in own and heading.column in counts:
        return replace(heading, part="metadata")
    return replace(heading, part=own.get(words, "question"))


def _counts_rows(cells: list[str]) -> bool:
    """Say whether a column only counts 1, 2, 3, ..., which nobody's answers do."""
    return len(cells) >= FEWEST_ROWS and cells == [str(at) for at in range(1, len(cells) + 1)]


GENERAL = Reader(tool="general", why_mine=why_mine, read_headings=read_headings)
