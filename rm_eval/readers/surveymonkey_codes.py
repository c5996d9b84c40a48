"""SurveyMonkey by codes: one heading row, ``q0001``, and a column an option, ``q0004_0002``.

The wording is in no cell, but the options are: a tick is the option's own text, and whoever did
not tick it reads ``Not selected``.
"""

import re
from collections import defaultdict
from dataclasses import replace

from rm_eval.readers.raw import Heading, HeadingRows, Part, filled_under, plain_headings
from rm_eval.table import Notice, Sheet

CODE = re.compile(r"(?P<question>q\d{4})(_\d{4}){0,2}", re.IGNORECASE)
FEWEST = 3
NOT_SELECTED = "Not selected"
# Statistics programs write this for what nobody was asked.
NOT_ASKED = "NA"


def named_by_codes(sheet: Sheet) -> str:
    """Return the first of such headings, or ``""`` where there are hardly any."""
    found = [cell.strip() for cell in sheet.rows[0] if CODE.fullmatch(cell.strip())]
    return found[0] if len(found) >= FEWEST else ""


def read_codes(sheet: Sheet, parts: tuple[Part, ...]) -> HeadingRows:
    """Put tick-boxes under their question, and name them by what is written for a tick."""
    options = _options(sheet)
    headings = tuple(
        _with_option(heading, options.get(heading.column, ""))
        for heading in plain_headings(sheet, parts)
    )
    notice = Notice(
        code="question_wording_unknown",
        message=f"This file calls its questions {named_by_codes(sheet)} and so on; what was asked "
        "is not in it. Export again with the questions' own words if you can.",
    )
    asked = [heading.column for heading in headings if CODE.fullmatch(heading.text)]
    return HeadingRows(
        headings=headings, notices=(notice,), meanings={at: {NOT_ASKED: ""} for at in asked}
    )


def _with_option(heading: Heading, option: str) -> Heading:
    found = CODE.fullmatch(heading.text)
    if found is None or not option:
        return heading
    return replace(heading, question=found["question"], option=option)


def _options(sheet: Sheet) -> dict[int, str]:
    """Find the option of each tick-box, by column."""
    families: defaultdict[str, dict[int, set[str]]] = defaultdict(dict)
    for column, text in enumerate(sheet.rows[0], start=1):
        found = CODE.fullmatch(text.strip())
        if found and found[2]:
            cells = set(filled_under(sheet, column)) - {NOT_ASKED}
            families[found["question"].casefold()][column] = cells
    return {
        column: next(iter(cells - {NOT_SELECTED}), sheet.rows[0][column - 1].strip())
        for columns in families.values()
        if all(len(cells - {NOT_SELECTED}) <= 1 for cells in columns.values())
        and any(NOT_SELECTED in cells for cells in columns.values())
        for column, cells in columns.items()
    }
