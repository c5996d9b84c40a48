"""Jisc Online Surveys (once BOS): one heading row, ``URN`` first.

Coded: questions are ``Q1``, ``Q9_2``, ``Q11_1_a``, and answers are numbers that only a second
file, the key, can name (`rm_eval.readers.keys.jisc_key`). Tick-boxes are a column an option, 1 or
0, where 0 may also be somebody who did not answer. With labels: ``Unique Response Number``, then
``1. Wording``.
"""

import re
from collections import defaultdict
from dataclasses import replace

from rm_eval.readers.headings.codes import codes_without_meaning
from rm_eval.readers.headings.spread import BRACKETS, COLON, DASH, with_spread
from rm_eval.readers.raw import Heading, HeadingRows, Part, Reader, filled_under, plain_headings
from rm_eval.table import Sheet

URN = {"urn", "unique response number"}
# Without spaces, which come and go.
OWN: dict[str, Part] = {
    "urn": "response_id",
    "uniqueresponsenumber": "response_id",
    "startdate": "started",
    "datestarted": "started",
    "completiondate": "completed",
    "datecompleted": "completed",
    "submissiondate": "completed",
    "username": "personal",
    "email": "personal",
    "token": "personal",
}
QUESTION = re.compile(r"(?P<base>Q\d+(_(\d+|[a-z]+))*?)(_(?P<number>\d+))?", re.IGNORECASE)
NUMBERED = re.compile(r"\d+(\.[a-z\d]+)*\.? \S", re.IGNORECASE)
RESPONSE_NUMBER = re.compile(r"\d+-\d+-\d+")
CODE = re.compile(r"-?\d{1,3}")
TICKS = {"0", "1"}
ASK_FOR_KEY = (
    "Online Surveys exports what they stand for as a second file, the key: add both files together."
)


def why_mine(sheet: Sheet) -> str:
    """Say why a sheet looks like a Jisc Online Surveys export, or ``""``."""
    first, *others = (cell.strip() for cell in sheet.rows[0])
    if first.casefold() not in URN:
        return ""
    coded = next((text for text in others if QUESTION.fullmatch(text)), "")
    if coded:
        return f"because it begins with {first} and calls a question {coded}, as Online Surveys do"
    ids = filled_under(sheet, 1)
    if ids and all(map(RESPONSE_NUMBER.fullmatch, ids)):
        return f"because its {first} is three numbers in one, as Online Surveys give them"
    numbered = next((text for text in others if NUMBERED.match(text)), "")
    return f"because it begins with {first} and numbers its questions" if numbered else ""


def read_headings(sheet: Sheet) -> HeadingRows:
    """Tell the tool's own columns from the questions, and codes from answers in words."""
    own = tuple(OWN.get("".join(cell.split()).casefold(), "question") for cell in sheet.rows[0])
    plain = with_spread(plain_headings(sheet, own), BRACKETS, DASH, COLON)
    boxes = _boxes(sheet, plain)
    headings = tuple(
        replace(
            heading,
            coded=_is_coded(sheet, heading),
            question=boxes.get(heading.column, heading.question),
            option=heading.text if heading.column in boxes else heading.option,
        )
        for heading in plain
    )
    return HeadingRows(headings=headings, notices=codes_without_meaning(headings, ASK_FOR_KEY))


def _is_coded(sheet: Sheet, heading: Heading) -> bool:
    if heading.part != "question" or not QUESTION.fullmatch(heading.text):
        return False
    cells = set(filled_under(sheet, heading.column))
    return bool(cells) and all(map(CODE.fullmatch, cells))


def _boxes(sheet: Sheet, headings: tuple[Heading, ...]) -> dict[int, str]:
    """Find tick-boxes: by column the question, of which several columns hold only 1 and 0."""
    families: dict[str, list[int]] = defaultdict(list)
    for heading in headings:
        found = QUESTION.fullmatch(heading.text)
        if found and found["number"]:
            families[found["base"]].append(heading.column)
    cells = {at: set(filled_under(sheet, at)) for ats in families.values() for at in ats}
    return {
        at: question
        for question, ats in families.items()
        if len(ats) > 1 and all(cells[one] <= TICKS for one in ats)
        for at in ats
    }


JISC = Reader(tool="jisc_online_surveys", why_mine=why_mine, read_headings=read_headings)
