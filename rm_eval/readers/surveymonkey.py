"""SurveyMonkey: two heading rows, the question (blank while it spans), then the option.

One column an option, one column an item to rank, ``Response`` or ``Open-Ended Response`` for a
question in one column. Programs that want one heading row write ``Question - option``, or codes
(`rm_eval.readers.surveymonkey_codes`). Answers may be exported as their numbers.
"""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace

from rm_eval.readers.general import OWN_PARTS
from rm_eval.readers.headings.codes import codes_without_meaning
from rm_eval.readers.headings.spread import DASH, with_spread
from rm_eval.readers.headings.two_rows import carried_on
from rm_eval.readers.raw import Heading, HeadingRows, Part, Reader, filled_under, plain_headings
from rm_eval.readers.surveymonkey_codes import named_by_codes, read_codes
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
    "customvalue": "metadata",
    "collectortitle": "metadata",
    "tags": "metadata",
}
CUSTOM_DATA = re.compile(r"customdata\d*")
OPEN = "open-ended response"
# What stands under a question of one column: an answer, or stars.
WHOLE = {"response", OPEN, "star"}
# Its own numbers for people are that long; others count from 1.
LONG_ID = re.compile(r"\d{9,12}")
NOT_RANKED = "N/A"
NUMBER = re.compile(rf"\d{{1,2}}|{NOT_RANKED}")
FEWEST_NUMBERED = 3
ASK_FOR_TEXT = (
    'Export again in SurveyMonkey and choose "Actual answer text" for the cells, not "Numerical '
    'value".'
)


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
        ids = filled_under(sheet, 1)
        if ids and all(map(LONG_ID.fullmatch, ids)):
            return "because it begins with RespondentID and numbers as long as SurveyMonkey's"
    code = named_by_codes(sheet)
    return f"because it calls its questions {code} and so on, as SurveyMonkey does" if code else ""


def read_headings(sheet: Sheet) -> HeadingRows:
    """Put each option under its question."""
    if not _has_two_heading_rows(sheet):
        if named_by_codes(sheet):
            return read_codes(sheet, tuple(map(_part, sheet.rows[0])))
        return HeadingRows(headings=_one_row(sheet))
    notice = Notice(
        code="extra_header_rows_removed",
        message="This file has two heading rows. We read both as headings, not as answers.",
        row=sheet.numbers[1],
    )
    headings = _with_codes(sheet, _two_rows(sheet))
    said = codes_without_meaning(headings, ASK_FOR_TEXT)
    not_ranked = {column: {NOT_RANKED: ""} for column in _not_ranked(sheet, headings)}
    return HeadingRows(headings=headings, n_rows=2, notices=(notice, *said), meanings=not_ranked)


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


def _not_ranked(sheet: Sheet, headings: tuple[Heading, ...]) -> list[int]:
    """Find the columns of places in which somebody gave a thing none."""
    return [
        heading.column
        for heading in headings
        if heading.option
        and {NOT_RANKED} < (cells := set(filled_under(sheet, heading.column, 2)))
        and all(map(NUMBER.fullmatch, cells))
    ]


def _with_codes(sheet: Sheet, headings: tuple[Heading, ...]) -> tuple[Heading, ...]:
    """Mark the answers that were exported as their numbers.

    Numbers alone may be scores. Ticks written as the number of their option tell; so do three
    closed questions or more without one word in any answer.
    """
    closed = [h for h in headings if h.part == "question" and not _is_open(sheet, h)]
    cells = {h.column: set(filled_under(sheet, h.column, 2)) for h in closed}
    if not all(NUMBER.fullmatch(cell) for found in cells.values() for cell in found):
        return headings
    ticks = _numbered_ticks(closed, cells)
    if not ticks and sum(not heading.option for heading in closed) < FEWEST_NUMBERED:
        return headings
    coded = {column for column, found in cells.items() if found and column not in ticks}
    return tuple(replace(h, coded=h.column in coded) for h in headings)


def _numbered_ticks(closed: list[Heading], cells: Mapping[int, set[str]]) -> set[int]:
    """Find tick-boxes whose ticks are the number of the option."""
    families: defaultdict[str, list[int]] = defaultdict(list)
    for heading in closed:
        if heading.option:
            families[heading.question].append(heading.column)
    numbered = [
        columns
        for columns in families.values()
        if any(cells[column] for column in columns[1:])
        and all(cells[column] <= {str(number)} for number, column in enumerate(columns, start=1))
    ]
    return {column for columns in numbered for column in columns}


def _is_open(sheet: Sheet, heading: Heading) -> bool:
    """Say whether people typed here: words of their own, or for "Other"."""
    below = sheet.rows[1][heading.column - 1].strip().casefold()
    return below == OPEN or below.startswith("other")


def _part(heading: str) -> Part:
    own = OWN.get(_squeezed(heading))
    if CUSTOM_DATA.fullmatch(_squeezed(heading)):
        return "metadata"
    return own or OWN_PARTS.get(heading.strip().casefold(), "question")


def _squeezed(heading: str) -> str:
    return "".join(heading.split()).casefold()


SURVEYMONKEY = Reader(tool="surveymonkey", why_mine=why_mine, read_headings=read_headings)
