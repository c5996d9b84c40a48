"""Headings that are options, with no question over them: each filled cell repeats its heading.

Some exports name the option and nothing else, so a run of such columns is one question with
tick-boxes whose wording only the form knows. "Other" at the end of it holds typed words.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from rm_eval.readers.raw import Heading, filled_under
from rm_eval.table import Notice, Sheet, column_letters

OTHER = re.compile(r"other(\.?\d+)?", re.IGNORECASE)
# What programs put behind a heading that stands in the file already.
AGAIN = re.compile(r"(?P<heading>.*[^\d\s.])\.?\d{1,2}", re.DOTALL)
# A longer heading over blanks is a question nobody answered, not an option nobody ticked.
LONGEST_OPTION = 60
SMALLEST_RUN = 2
WORDING = "Tick-boxes in columns "
# What programs on the way write into a blank cell.
BLANKS = {"NA": "", "NaN": "", "nan": ""}


@dataclass(frozen=True, kw_only=True, slots=True)
class Column:
    """A heading, and what its cells say of it."""

    heading: Heading
    label: str
    repeats_itself: bool
    is_blank: bool

    @property
    def may_be_option(self) -> bool:
        """Whether this could be an option nobody ticked."""
        words = self.heading.text
        return self.is_blank and len(words) <= LONGEST_OPTION and not words.endswith(("?", ":"))

    @property
    def is_other(self) -> bool:
        """Whether this holds what people typed for Other."""
        return bool(OTHER.fullmatch(self.label)) and not self.repeats_itself


def with_runs(sheet: Sheet, headings: tuple[Heading, ...]) -> tuple[Heading, ...]:
    """Put columns side by side, each an option, under one question whose wording is unknown."""
    found = {one.column: one for run in _runs(sheet, headings) for one in _as_question(run)}
    return tuple(found.get(heading.column, heading) for heading in headings)


def blanks_in(headings: tuple[Heading, ...]) -> dict[int, dict[str, str]]:
    """Return what stands for a blank in the columns of such questions, as `meanings` say it."""
    return {h.column: BLANKS for h in headings if h.question.startswith(WORDING)}


def notices_of(headings: tuple[Heading, ...]) -> tuple[Notice, ...]:
    """Say which questions have no wording in the file."""
    columns = sorted(headings, key=lambda heading: -heading.column)
    runs = {h.question: h.column for h in columns if h.question.startswith(WORDING)}
    return tuple(
        Notice(
            code="question_wording_unknown",
            message=f"{question}. The headings are options: if your form asked more than one "
            "question there, we cannot see where the next begins.",
            column=column,
        )
        for question, column in reversed(runs.items())
    )


def _label(text: str, headings: frozenset[str]) -> str:
    """Return a heading without the number a program put behind it: "Other2" is "Other"."""
    again = AGAIN.fullmatch(text)
    return again["heading"] if again and again["heading"] in headings else text


def _runs(sheet: Sheet, headings: tuple[Heading, ...]) -> Iterator[list[Column]]:
    run: list[Column] = []
    for column in _columns(sheet, headings):
        if run and not _goes_on(run, column):
            yield from _trimmed(run)
            run = []
        if run or column.repeats_itself:
            run.append(column)
    yield from _trimmed(run)


def _columns(sheet: Sheet, headings: tuple[Heading, ...]) -> Iterator[Column]:
    known = frozenset(heading.text for heading in headings)
    for heading in headings:
        label = _label(heading.text, known)
        cells = set(filled_under(sheet, heading.column)) - BLANKS.keys()
        own = {heading.text.casefold(), label.casefold()}
        alone = heading.part == "question" and not heading.question
        yield Column(
            heading=heading,
            label=label,
            repeats_itself=alone and bool(cells) and {cell.casefold() for cell in cells} <= own,
            is_blank=alone and not cells,
        )


def _goes_on(run: list[Column], column: Column) -> bool:
    """Say whether a column belongs to a run; "Other", and an option met before, end it."""
    if column.heading.column != run[-1].heading.column + 1 or run[-1].is_other:
        return False
    if any(column.label == one.label for one in run):
        return False
    return column.repeats_itself or column.may_be_option or column.is_other


def _trimmed(run: list[Column]) -> Iterator[list[Column]]:
    """Leave out blank columns behind the last option that somebody ticked."""
    while run and run[-1].is_blank and not run[-1].is_other:
        run = run[:-1]
    if sum(column.repeats_itself for column in run) >= SMALLEST_RUN:
        yield run


def _as_question(run: list[Column]) -> list[Heading]:
    first, last = (column_letters(column.heading.column) for column in (run[0], run[-1]))
    question = f"{WORDING}{first} to {last} (the file does not say the question)"
    return [replace(column.heading, question=question, option=column.label) for column in run]
