"""A sheet of themes: what somebody noted of a focus group, by its headings.

Each row is a theme and not a person, so it is no survey; see `rm_eval.gatherings`.
"""

import re
from collections.abc import Sequence
from typing import Literal

from rm_eval.errors import QuestionsNotFound
from rm_eval.table import Cells

Column = Literal["theme", "role", "mentions", "quote", "consent"]

HEADINGS: dict[Column, str] = {
    "theme": r"themes?( names?)?|topics?( or themes?)?|themes? or topics?|"
    r"what (people|they) (said|spoke of)|what was said",
    "role": r"roles?|who( said (it|this|so))?|said by|groups?|mentors? (or|/) ?mentees?|whose",
    "mentions": r"mentions?|(no|number|count) of (mentions?|people|times)|count|frequency|"
    r"how (many|often)( people| times)?( (said (it|so|this)|mentioned it))?|people|times"
    r"( mentioned)?|mentioned( by)?|people who said (it|so|this)",
    "quote": r"(sample |example |illustrative |one )?quot(e|es|ation|ations)|in their( own)? words|"
    r"own words|example",
    "consent": r"consent(ed)?( (to|for) (be quoted|quote|quoting|use|the quote))?( given)?|"
    r"may we (quote|use)( it| them| this| their words)?|quote consent|permission|agreed|"
    r"(ok|permission|agreed) to (quote|use)( it)?",
}
PATTERNS = {column: re.compile(words) for column, words in HEADINGS.items()}
FEWEST = 3  # columns by which such a sheet is known, the themes among them
TOP_ROWS = 20  # above the headings there may be a title


def columns_of(row: Sequence[str]) -> dict[Column, int]:
    """Find the columns of a sheet of themes by its headings: where each stands, from 0."""
    found: dict[Column, int] = {}
    for at, cell in enumerate(row):
        words = " ".join(re.sub(r"[^\w/ ]", " ", cell.casefold()).split())
        column = next((one for one, known in PATTERNS.items() if known.fullmatch(words)), None)
        if column is not None:
            found.setdefault(column, at)
    return found


def headings_at(rows: Sequence[Sequence[str]]) -> int | None:
    """Return which row holds the headings of a sheet of themes; None where none does.

    A row with other headings beside them is one where more than half are ours: a survey may ask
    for a role or a quote, and never for themes, how often they were named and consent.
    """
    for at, row in enumerate(rows[:TOP_ROWS]):
        found, filled = columns_of(row), sum(map(bool, (cell.strip() for cell in row)))
        if "theme" in found and len(found) >= FEWEST and len(found) * 2 > filled:
            return at
    return None


def check_no_theme_sheet(cells: Cells) -> None:
    """Refuse a sheet of themes where answers to a survey are read.

    Raises
    ------
    QuestionsNotFound
        With the way to where it belongs.
    """
    if any(headings_at(sheet.rows) is None for sheet in cells.sheets if any(map(any, sheet.rows))):
        return
    raise QuestionsNotFound(
        f"{cells.upload_name} is a sheet of themes: each row is a theme, not a person. Add it on "
        "the page “Focus groups and events”, where it is shown beside the survey and not counted "
        "with it. Nothing was kept.",
        code="sheet_of_themes",
    )
