"""SurveyMonkey: two heading rows, the question (blank while it spans), then the option.

One column an option, one column an item to rank, ``Response`` or ``Open-Ended Response`` for a
question in one column. Programs that want one heading row write ``Question - option``.
"""

from rm_eval.readers.general import OWN_PARTS
from rm_eval.readers.raw import Heading, HeadingRows, Part, Reader, plain_headings
from rm_eval.readers.spread import DASH, with_spread
from rm_eval.readers.two_rows import carried_on
from rm_eval.table import Notice, Sheet

# Without spaces, which come and go: "RespondentID", "Respondent ID".
OWN: dict[str, Part] = {
    "respondentid": "response_id",
    "collectorid": "metadata",
    "startdate": "started",
    "datecreated": "started",
    "enddate": "completed",
    "datemodified": "completed",
    "ipaddress": "personal",
    "emailaddress": "personal",
    "firstname": "personal",
    "lastname": "personal",
    "customdata": "metadata",
    "customdata1": "metadata",
    "customvalue": "metadata",
}
WHOLE = {"response", "open-ended response"}


def why_mine(sheet: Sheet) -> str:
    """Say why a sheet looks like a SurveyMonkey export, or ``""``."""
    if _has_two_heading_rows(sheet):
        return "because it has two heading rows, the questions and under them the options"
    if _begins_with_respondents(sheet):
        headings = _one_row(sheet)
        if any(heading.option for heading in headings):
            return 'because it begins with RespondentID and writes "question - option"'
        if sum(_squeezed(cell) in OWN for cell in sheet.rows[0]) > 1:
            return "because it begins with RespondentID and has more of SurveyMonkey's own columns"
    return ""


def read_headings(sheet: Sheet) -> HeadingRows:
    """Put each option under its question."""
    if not _has_two_heading_rows(sheet):
        return HeadingRows(headings=_one_row(sheet))
    notice = Notice(
        code="extra_header_rows_removed",
        message="This file has two heading rows. We read both as headings, not as answers.",
        row=sheet.numbers[1],
    )
    return HeadingRows(headings=_two_rows(sheet), n_rows=2, notices=(notice,))


def _has_two_heading_rows(sheet: Sheet) -> bool:
    first, second = sheet.rows[:2]
    if any(low for top, low in zip(first, second, strict=True) if _squeezed(top) in OWN):
        return False
    says_so = any(cell.strip().casefold() in WHOLE for cell in second)
    return any(second) and (says_so or _begins_with_respondents(sheet))


def _begins_with_respondents(sheet: Sheet) -> bool:
    return _squeezed(sheet.rows[0][0]) == "respondentid"


def _one_row(sheet: Sheet) -> tuple[Heading, ...]:
    parts = tuple(_part(cell) for cell in sheet.rows[0])
    return with_spread(plain_headings(sheet, parts), DASH)


def _two_rows(sheet: Sheet) -> tuple[Heading, ...]:
    first, second = (tuple(cell.strip() for cell in row) for row in sheet.rows[:2])
    questions = carried_on(first, second)
    n_columns = {question: questions.count(question) for question in questions}
    headings: list[Heading] = []
    for column, (question, below) in enumerate(zip(questions, second, strict=True), start=1):
        option = "" if below.casefold() in WHOLE else below
        if not question and not option:
            continue
        part = "question" if below else _part(question)
        text = f"{question} [{option}]" if question and option else question or option
        spread = question if part == "question" and (n_columns[question] > 1 or option) else ""
        headings.append(
            Heading(column=column, text=text, part=part, question=spread, option=option)
        )
    return tuple(headings)


def _part(heading: str) -> Part:
    own = OWN.get(_squeezed(heading))
    return own or OWN_PARTS.get(heading.strip().casefold(), "question")


def _squeezed(heading: str) -> str:
    return "".join(heading.split()).casefold()


SURVEYMONKEY = Reader(tool="surveymonkey", why_mine=why_mine, read_headings=read_headings)
