r"""Typeform: one heading row, ``#`` first, and behind the questions the times and the network.

Options of one question are columns headed by the option alone; a bare ``Other`` behind a question
or its options holds what people typed. Yes and no are 1 and 0. An order, or several answers in one
cell, are ``A,B``, where a comma that belongs to an answer is written ``\,``.
"""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise

from rm_eval.readers.headings.option_only import BLANKS, OTHER, blanks_in, notices_of, with_runs
from rm_eval.readers.raw import (
    Heading,
    HeadingRows,
    Part,
    Reader,
    filled_under,
    name_columns,
    plain_headings,
)
from rm_eval.table import Notice, Sheet

# By their words: statistics programs write dots between them.
OWN: dict[str, Part] = {
    "start date utc": "started",
    "stage date utc": "metadata",
    "submit date utc": "completed",
    "response type": "finished",
    "network id": "personal",
    "tags": "metadata",
    "ending": "metadata",
}
SURE_SIGNS = {"start date utc", "submit date utc", "network id"}
ID = "#"
NOT_A_WORD = re.compile(r"\W+")
FREE_COMMA = re.compile(r"(?<!\\),")
ESCAPED_COMMA = "\\,"
# Typeform writes a mark before what a spreadsheet would take for a formula: '+44 20 7946 0000.
KEPT_FROM_FORMULAS = re.compile(r"'(?=[-+=@])")
BETWEEN = ";"
ASKS_HOW_MANY = re.compile(r"\b(how (many|much|often|long|old)|number of)\b", re.IGNORECASE)
YES_AND_NO = {"1": "Yes", "0": "No", "1.0": "Yes", "0.0": "No"}
SMALLEST_RANKING = 3
MOSTLY = 0.7


def why_mine(sheet: Sheet) -> str:
    """Say why a sheet looks like a Typeform export, or ``""``."""
    words = {_words(cell): cell.strip() for cell in sheet.rows[0]}
    signs = [words[sign] for sign in words if sign in SURE_SIGNS]
    if len(signs) > 1:
        return f"because it has Typeform's own columns {' and '.join(signs[:2])}"
    headings = plain_headings(sheet, _parts(sheet))
    others = _others(sheet, headings)
    typed = [h for h in headings if h.column in others and _is_other(h)]
    if any(filled_under(sheet, h.column) for h in typed) and _yes_and_no(sheet, headings):
        return (
            'because a column headed only "Other" holds what people typed in place of an answer, '
            "and yes and no are written 1 and 0, as Typeform does"
        )
    return ""


def read_headings(sheet: Sheet) -> HeadingRows:
    """Tell Typeform's own columns from the questions, and options from questions."""
    headings = with_runs(sheet, plain_headings(sheet, _parts(sheet)))
    beside = _others(sheet, headings)
    headings = tuple(_with_own_words(heading, beside) for heading in headings)
    yes_and_no = _yes_and_no(sheet, headings)
    blanks = blanks_in(headings) | dict.fromkeys(beside, BLANKS)
    meanings = blanks | _lists(sheet, headings) | dict.fromkeys(yes_and_no, YES_AND_NO)
    return HeadingRows(
        headings=headings,
        notices=notices_of(headings) + _notice(yes_and_no),
        meanings=meanings,
    )


def _parts(sheet: Sheet) -> tuple[Part, ...]:
    parts = [OWN.get(_words(cell), "question") for cell in sheet.rows[0]]
    if sheet.rows[0][0].strip() == ID:
        parts[0] = "response_id"
    return tuple(parts)


def _words(heading: str) -> str:
    return NOT_A_WORD.sub(" ", heading).strip().casefold()


def _others(sheet: Sheet, headings: tuple[Heading, ...]) -> dict[int, str]:
    """Find each bare "Other" beside a question whose answers it replaces.

    Returns
    -------
    dict
        By the column of the question and by that of the "Other": the question's wording.
    """
    found: dict[int, str] = {}
    for question, other in pairwise(headings):
        if question.question or other.question or {question.part, other.part} != {"question"}:
            continue
        if _is_other(other) and _never_both(sheet, question, other):
            found |= dict.fromkeys((question.column, other.column), question.text)
    return found


def _is_other(heading: Heading) -> bool:
    return bool(OTHER.fullmatch(heading.text))


def _never_both(sheet: Sheet, question: Heading, other: Heading) -> bool:
    pairs = {
        (_is_filled(row[question.column - 1]), _is_filled(row[other.column - 1]))
        for row in sheet.rows[1:]
    }
    return (True, True) not in pairs and (True, False) in pairs


def _is_filled(cell: str) -> bool:
    return bool(BLANKS.get(cell.strip(), cell).strip())


def _with_own_words(heading: Heading, beside: Mapping[int, str]) -> Heading:
    question = beside.get(heading.column, "")
    if not question:
        return heading
    return replace(heading, question=question, option="" if heading.text == question else "Other")


def _yes_and_no(sheet: Sheet, headings: tuple[Heading, ...]) -> list[int]:
    """Find the columns of 1 and 0, but not those that ask for a number."""
    return [
        heading.column
        for heading in headings
        if heading.part == "question"
        and not ASKS_HOW_MANY.search(heading.text)
        and (cells := set(filled_under(sheet, heading.column)) - BLANKS.keys())
        and cells <= YES_AND_NO.keys()
    ]


def _lists(sheet: Sheet, headings: tuple[Heading, ...]) -> dict[int, dict[str, str]]:
    """Take Typeform's marks off the answers, and part lists by semicolons."""
    found = {}
    for heading in headings:
        cells = filled_under(sheet, heading.column) if heading.part == "question" else []
        if any(map(KEPT_FROM_FORMULAS.match, cells)):
            found[heading.column] = {cell: _plain(cell) for cell in cells}
            continue
        lists = {cell: [_plain(one) for one in FREE_COMMA.split(cell)] for cell in cells}
        escaped = any(ESCAPED_COMMA in cell for cell in cells)
        if _is_ranking(list(lists.values())) or (escaped and _are_shared(lists, cells)):
            found[heading.column] = {cell: BETWEEN.join(pieces) for cell, pieces in lists.items()}
        elif escaped:
            found[heading.column] = {cell: _plain(cell) for cell in cells}
    return found


def _plain(piece: str) -> str:
    kept = KEPT_FROM_FORMULAS.match(piece)
    return piece[bool(kept) :].replace(ESCAPED_COMMA, ",").strip()


def _are_shared(lists: Mapping[str, list[str]], cells: list[str]) -> bool:
    """Say whether most of what stands between commas was given by several people."""
    people = Counter(piece for cell in cells for piece in set(lists[cell]))
    shared = sum(n for n in people.values() if n > 1)
    return shared >= MOSTLY * people.total()


def _is_ranking(lists: list[list[str]]) -> bool:
    """Say whether everybody put the same things in an order of their own."""
    things = {frozenset(pieces) for pieces in lists}
    return (
        len(lists) > 1
        and len(things) == 1
        and all(len(pieces) == len(set(pieces)) >= SMALLEST_RANKING for pieces in lists)
    )


def _notice(yes_and_no: list[int]) -> tuple[Notice, ...]:
    if not yes_and_no:
        return ()
    message = (
        f"Typeform writes yes as 1 and no as 0, and we read {name_columns(yes_and_no)} so. Check "
        "that none of them asks for a number."
    )
    return (Notice(code="yes_no_as_numbers", message=message),)


TYPEFORM = Reader(tool="typeform", why_mine=why_mine, read_headings=read_headings)
