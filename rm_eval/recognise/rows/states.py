"""What the survey tool itself says of a row: a preview, a test, spam; finished or broken off."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from rm_eval.readers import Heading, RawTable
from rm_eval.recognise.dates import read_date
from rm_eval.recognise.wordings.wording import normalise
from rm_eval.table import Notice

# Qualtrics adds these up, with others that say nothing against an answer (4 imported, 16 offline).
MARKS = {1: "a preview", 2: "a test", 8: "spam", 256: "made up by a program"}
# Parts of words, as other languages write them: "Survey Preview", "Umfragevorschau".
WORDS = (
    ("a preview", re.compile(r"preview|vorschau|aperçu|vista previa|anteprima|voorbeeld")),
    ("a test", re.compile(r"test|prueba|essai")),
    ("spam", re.compile(r"spam")),
    ("made up by a program", re.compile(r"synthetic")),
)
NOT_FINISHED = {
    "0", "0 0", "false", "no", "n", "incomplete", "not complete", "not completed", "not finished",
    "unfinished", "partial", "in progress", "falsch", "nein", "faux", "non", "falso", "onwaar",
    "nee",
}  # fmt: skip
WHOLE = 100
# REDCap's codes end here (incomplete, unverified, complete); whatever is higher is a percentage.
HIGHEST_CODE = 2
ONLY_TESTS = Notice(
    code="only_tests",
    message="The survey tool marks every answer in this file as a preview, a test or spam. We kept "
    "them all, so that you can look at them; check that this is the file of the real answers.",
)
NOBODY_FINISHED = Notice(
    code="nobody_finished",
    message="The survey tool says of every answer in this file that it was not finished. We kept "
    "them all; expect gaps, and check that the export holds the finished answers too.",
)


@dataclass(frozen=True, kw_only=True, slots=True)
class RowStates:
    """Which rows the survey tool says are no real, or no whole, answers.

    Attributes
    ----------
    not_real
        By row as in the file: "a preview", "a test" or "spam".
    unfinished
        Rows as in the file.
    notices
        Where that would leave no row: all are kept then, and somebody should know.
    """

    not_real: Mapping[int, str] = field(default_factory=dict)
    unfinished: frozenset[int] = frozenset()
    notices: tuple[Notice, ...] = ()


def states_of(raw: RawTable) -> RowStates:
    """Read what the survey tool says of each row."""
    not_real, unfinished = _not_real(raw), _unfinished(raw)
    if not not_real and not unfinished:
        return RowStates()
    columns = [heading.column for heading in raw.columns("question")]
    answered = raw.cells[columns].map(lambda cell: bool(cell.strip())).any(axis=1)
    rows = set(map(int, raw.cells.index[answered]))
    notices: list[Notice] = []
    if rows and rows <= not_real.keys():
        not_real = {}
        notices.append(ONLY_TESTS)
    real = rows - not_real.keys()
    if real and real <= unfinished:
        unfinished = frozenset()
        notices.append(NOBODY_FINISHED)
    return RowStates(not_real=not_real, unfinished=unfinished, notices=tuple(notices))


def _not_real(raw: RawTable) -> dict[int, str]:
    said: dict[int, str] = {}
    for heading in raw.columns("kind"):
        kinds = {cell: _kind_of(cell) for cell in set(raw.cells[heading.column])}
        cells = raw.cells[heading.column]
        said |= {int(row): kinds[cell] for row, cell in zip(cells.index, cells, strict=True)}
    return {row: kind for row, kind in said.items() if kind}


def _kind_of(cell: str) -> str:
    """Say what is wrong with an answer of this kind; "" where nothing is."""
    text = cell.strip().removesuffix(".0")
    if text.isdecimal():
        return next((kind for mark, kind in MARKS.items() if int(text) & mark), "")
    return next((kind for kind, words in WORDS if words.search(text.casefold())), "")


def _unfinished(raw: RawTable) -> frozenset[int]:
    """Find the rows that some column says were broken off, and none says were finished."""
    said = [_finished(raw, heading) for heading in raw.columns("finished")]
    rows = map(int, raw.cells.index)
    return frozenset(
        row
        for row in rows
        if any(one[row] is False for one in said) and not any(one[row] for one in said)
    )


def _finished(raw: RawTable, heading: Heading) -> dict[int, bool | None]:
    """Say of each row whether it was finished; None where this column does not tell."""
    cells = raw.cells[heading.column].map(str.strip)
    values = set(cells)
    numbers = {int(number) for cell in values if (number := cell.removesuffix(".0")).isdecimal()}
    is_percentage = any(number > HIGHEST_CODE for number in numbers)
    # A time of sending: whoever has none did not send, be it everybody.
    blank = False if values == {""} or any(_is_time(value) for value in values) else None
    told = {value: _means_finished(value, is_percentage) if value else blank for value in values}
    return {int(row): told[cell] for row, cell in zip(cells.index, cells, strict=True)}


def _means_finished(value: str, is_percentage: bool) -> bool:  # noqa: FBT001
    if is_percentage:
        return value.removesuffix(".0") == str(WHOLE)
    return (normalise(value) or value) not in NOT_FINISHED


def _is_time(value: str) -> bool:
    return any(read_date(value, day_first=first) for first in (True, False))
