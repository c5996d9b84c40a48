"""Several cohorts, or several organisations, in one file: the column that names them."""

import re

from rm_eval.readers import Heading, RawTable
from rm_eval.readers.personal.personal_details import is_mark
from rm_eval.recognise.rows.divider import Aspect, Divider
from rm_eval.recognise.wordings.wording import normalise

# Whole headings: "How well did your trust support you?" names no trust.
NAMES: dict[Aspect, re.Pattern[str]] = {
    "cohort": re.compile(
        r"(?:(?:programme|program|your|my|mentoring) )?cohort(?: (?:number|no|name|id))?|"
        r"(?:which|what) cohort(?: number)?(?: (?:are|were|is) (?:you|this)\b.*)?|intake"
    ),
    "organisation": re.compile(
        r"(?:(?:name of )?(?:your |my |the )?)?(?:nhs )?(?:foundation )?"
        r"(?:trust|organisation|organization|employer|employing organisation|provider)"
        r"(?: name)?|(?:which|what) (?:nhs )?(?:trust|organisation|organization) "
        r"(?:do|are) you (?:work|employed|based)\b.*"
    ),
}
LONGEST_NAME = 80  # characters
# More names than this, or a name for nearly every row, and people wrote what they liked.
MOST_NAMES = 40


def find_names(raw: RawTable, aspect: Aspect) -> Divider | None:
    """Find the column that names each row's cohort or organisation; None where all are one."""
    for heading in raw.columns("question", "metadata"):
        if NAMES[aspect].fullmatch(normalise(heading.text).replace("_", " ")):
            divider = _divider(raw, heading, aspect)
            if divider is not None:
                return divider
    return None


def _divider(raw: RawTable, heading: Heading, aspect: Aspect) -> Divider | None:
    # An e-mail address typed in the wrong box names a person, and was masked.
    cells = {
        row: "" if is_mark(cell) else " ".join(cell.split())
        for row, cell in raw.by_row(heading.column).items()
    }
    names: dict[str, str] = {}
    for cell in cells.values():
        if cell:
            names.setdefault(_key(cell), _name(cell, aspect))
    if not 1 < len(names) <= MOST_NAMES or any(len(name) > LONGEST_NAME for name in names.values()):
        return None
    said = {row: names[_key(cell)] for row, cell in cells.items() if cell}
    return Divider(
        aspect=aspect,
        column=heading.column,
        heading=heading.text,
        said=said,
        unsaid={row: "" for row, cell in cells.items() if not cell},
    )


def _key(cell: str) -> str:
    """Tell names apart as a reader would: "2" and "Cohort 2" are one, so are two spellings."""
    return normalise(cell).removeprefix("cohort ").removeprefix("no ").strip()


def _name(cell: str, aspect: Aspect) -> str:
    return f"Cohort {cell}" if aspect == "cohort" and cell.isdigit() else cell
