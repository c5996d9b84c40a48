"""`RawTable`: one sheet whose headings are understood, its cells still as in the file."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

import pandas as pd

from rm_eval.table import Notice, Sheet, column_letters

SurveyTool = Literal[
    "microsoft_forms",
    "google_forms",
    "surveymonkey",
    "qualtrics",
    "jisc_online_surveys",
    "limesurvey",
    "redcap",
    "typeform",
    "kobo",
    "general",
    "typed",  # no tool: totals somebody typed in
]
TYPED: SurveyTool = "typed"
TOOL_NAMES: dict[SurveyTool, str] = {
    "microsoft_forms": "Microsoft Forms",
    "google_forms": "Google Forms",
    "surveymonkey": "SurveyMonkey",
    "qualtrics": "Qualtrics",
    "jisc_online_surveys": "Jisc Online Surveys",
    "limesurvey": "LimeSurvey",
    "redcap": "REDCap",
    "typeform": "Typeform",
    "kobo": "Kobo",
    "general": "a table with one heading row",
}

Part = Literal[
    "question",
    "response_id",
    "started",
    "completed",
    "finished",  # whether the answer was sent in, or left half-way
    "kind",  # an answer, or a preview, a test, spam
    "event",  # when in the programme: which of several forms, or times, a row belongs to
    "code",  # what people make up to link their forms
    "personal",
    "metadata",
]


@dataclass(frozen=True, kw_only=True, slots=True)
class Heading:
    """What one column is.

    Attributes
    ----------
    column
        Counted as in the file, from 1.
    text
        The heading as in the file, outer spaces gone. Of two heading rows, ``Question [option]``.
    part
        ``"question"`` for a question of the form; the rest are the survey tool's own columns.
    question
        The wording of a question that seems to stand in several columns; "" where this column
        stands alone.
    option
        What this column holds of that question: an option, an item, a place; "" for the question
        itself.
    group
        What tells the columns of this question from those of another in the same words, such as
        the survey tool's id; "" where the wording does.
    coded
        The cells hold codes and the file does not say what they stand for: they are never
        averaged or named.
    offered
        Every answer on the form, in its order, where a key says so.
    """

    column: int
    text: str
    part: Part = "question"
    question: str = ""
    option: str = ""
    group: str = ""
    coded: bool = False
    offered: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class RawTable:
    """A survey export, read and not yet interpreted.

    Attributes
    ----------
    cells
        Text, ``""`` where blank; as in the file, but where `HeadingRows.meanings` says what a cell
        stands for, and with a mark in the place of each personal detail. Index: the row number in
        the file. Columns: the column number in the file, as in `headings`.
    headings
        One a column that has a heading.
    survey_tool, why
        Which tool wrote the file, and how that was seen.
    sha256
        Fingerprint of the file, together with its key where there is one.
    """

    cells: pd.DataFrame
    headings: tuple[Heading, ...]
    survey_tool: SurveyTool
    why: str
    sheet: str
    upload_name: str
    sha256: str
    notices: tuple[Notice, ...] = ()

    def columns(self, *parts: Part) -> tuple[Heading, ...]:
        """Return the headings of these parts, in the order of the file."""
        return tuple(heading for heading in self.headings if heading.part in parts)

    def cell(self, row: int, column: int) -> str:
        """Return one cell, by the numbers it has in the file."""
        return str(self.cells.loc[row, column])

    def counts(self, column: int) -> Counter[str]:
        """Count each different text in one column, outer spaces gone, blanks left out."""
        counts: Counter[str] = Counter()
        for cell, n in Counter(self.cells[column]).items():
            counts[cell.strip()] += n
        del counts[""]
        return counts

    def by_row(self, column: int) -> dict[int, str]:
        """Return the cells of one column, outer spaces gone, by the row they have in the file."""
        cells = zip(self.cells.index, self.cells[column], strict=True)
        return {int(row): cell.strip() for row, cell in cells}


@dataclass(frozen=True, kw_only=True, slots=True)
class HeadingRows:
    """The top of a sheet, understood.

    Attributes
    ----------
    headings
        One a column that has a heading.
    n_rows
        How many rows of the sheet are headings; the answers stand below.
    notices
        What the reader did that the file's owner should know.
    meanings
        By column, what a cell stands for where the survey tool writes something else: ``1`` for
        Yes, a code for its label. `read_upload` puts it in the cell's place.
    """

    headings: tuple[Heading, ...]
    n_rows: int = 1
    notices: tuple[Notice, ...] = ()
    meanings: Mapping[int, Mapping[str, str]] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True, slots=True)
class Reader:
    """How one survey tool's exports are known and read.

    Attributes
    ----------
    tool
        The tool's id.
    why_mine
        The reason this sheet is this tool's, in words for the reader; ``""`` where it is not.
    read_headings
        What each column of such a sheet is.
    """

    tool: SurveyTool
    why_mine: Callable[[Sheet], str]
    read_headings: Callable[[Sheet], HeadingRows]


def plain_headings(sheet: Sheet, parts: tuple[Part, ...]) -> tuple[Heading, ...]:
    """Make the headings of one row, each column standing alone; blank ones have none."""
    return tuple(
        Heading(column=column, text=text.strip(), part=part)
        for column, (text, part) in enumerate(zip(sheet.rows[0], parts, strict=True), start=1)
        if text.strip()
    )


def filled_under(sheet: Sheet, column: int, n_rows: int = 1) -> list[str]:
    """Return what stands in a column under its heading rows, without blanks and outer spaces."""
    cells = (row[column - 1].strip() for row in sheet.rows[n_rows:])
    return [cell for cell in cells if cell]


def name_columns(columns: Iterable[int]) -> str:
    """Name columns by their letters: "column D", "columns D, F and G", "columns D to I"."""
    in_order = sorted(columns)
    runs: list[list[int]] = []
    for column in in_order:
        if runs and column == runs[-1][-1] + 1:
            runs[-1].append(column)
        else:
            runs.append([column])
    *all_but_last, last = [name for run in runs for name in _names(run)]
    if len(in_order) == 1:
        return f"column {last}"
    return f"columns {' and '.join(filter(None, [', '.join(all_but_last), last]))}"


def _names(run: list[int]) -> list[str]:
    letters = list(map(column_letters, run))
    return [f"{letters[0]} to {letters[-1]}"] if len(run) > 2 else letters  # noqa: PLR2004
