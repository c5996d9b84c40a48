"""`RawTable`: one sheet whose headings are understood, its cells still exactly as in the file."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import pandas as pd

from rm_eval.table import Notice, Sheet

SurveyTool = Literal["microsoft_forms", "general"]
TOOL_NAMES: dict[SurveyTool, str] = {
    "microsoft_forms": "Microsoft Forms",
    "general": "a table with one heading row",
}

Part = Literal["question", "response_id", "started", "completed", "personal", "metadata"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Heading:
    """What one column is.

    Attributes
    ----------
    column
        Counted as in the file, from 1.
    text
        The heading as in the file, outer spaces gone.
    part
        ``"question"`` for a question of the form; the rest are the survey tool's own columns.
    """

    column: int
    text: str
    part: Part = "question"


@dataclass(frozen=True, kw_only=True, slots=True)
class RawTable:
    """A survey export, read and not yet interpreted.

    Attributes
    ----------
    cells
        Text, ``""`` where blank. Index: the row number in the file. Columns: the column number
        in the file, as in `headings`.
    headings
        One a column that has a heading.
    survey_tool, why
        Which tool wrote the file, and how that was seen.
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


@dataclass(frozen=True, kw_only=True, slots=True)
class Reader:
    """How one survey tool's exports are known and read.

    Attributes
    ----------
    tool
        The tool's id.
    why_mine
        The reason this sheet is this tool's, in words for the reader; ``""`` where it is not.
    parts
        What each column of such a sheet is, as many as the sheet has columns.
    """

    tool: SurveyTool
    why_mine: Callable[[Sheet], str]
    parts: Callable[[Sheet], tuple[Part, ...]]
