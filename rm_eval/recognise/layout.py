"""How do the answers to one question stand in several columns? The cells decide."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from rm_eval.readers import Heading
from rm_eval.recognise.pieces.places import ASKS_TO_RANK, SAYS_PLACE, is_ranking, place_in
from rm_eval.recognise.scales.yes_or_no import NO, YES
from rm_eval.recognise.wordings.wording import normalise

Layout = Literal[
    "one_column",
    "either_column",  # two wordings of one question; nobody was asked both
    "with_own_words",  # the answer, and beside it what was typed for "Other"
    "column_per_option",  # ticked or not
    "column_per_item",  # the place given to the item
    "column_per_place",  # the item given this place
]
TICKED = YES | {"1", "1 0", "true", "x", "ticked", "checked", "selected", "✓", "✔", "☑", "*"}
GRID = (YES | NO) - {"true", "t", "false", "f"}  # which tools write for ticks
NOT_TICKED = NO | {
    "0", "0 0", "false", "not selected", "unselected", "unchecked", "not ticked", "not checked",
    "n a", "☐",
}  # fmt: skip
NEGATIVE = re.compile(r"\s*[-\u2212]\d")  # a vote against is no tick
ASKS_FOR_TICKS = re.compile(
    r"\b(all|any|as many( as)?|those|more than one|up to \w+) "
    r"(that|which|of|answers?|options?|may)?\s*(apply|applies|applicable)|"
    r"\b(tick|select|choose|check|pick|mark) "
    r"(all|any|as many|up to|more than one|one or more|two|three|several|every)\b"
)
OTHER = re.compile(
    r"others?( \w+)? please \w+.*|others?( \w+)?|other specify|something else|"
    r"(sonstige[rsn]?|andere[rsn]?|anders|autres?|otr[oa]s?|outr[oa]s?|altr[oiae]|arall|eraill|"
    r"inne|annat|andet|その他|其他|другое)"
    r"( .{0,30}(angeben|nennen|nämlich|und zwar|précise[rz]?|lequel|laquelle|lesquel(le)?s|"
    r"especifi\w+|cuál(es)?|quais|qual|specificare|namelijk|nodwch|manylwch))?"
)
ASKS_WHICH = re.compile(r"please|specify")
# "Other senior leaders" is an option like any; these are not.
OTHER_WORDS = {"", "text", "specify", "comment", "comments", "reason", "answer", "option"}
FEW_ROWS_RANK = 0.25  # rows that rank properly, where the question asks to rank
MOST_ROWS_RANK = 0.8  # where nothing but the numbers says so
SMALLEST_RANKING = 3


@dataclass(frozen=True, kw_only=True, slots=True)
class Fit:
    """A layout the cells fit, how sure we are (0 to 1) and why."""

    layout: Layout
    confidence: float
    why: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Block:
    """The columns of one question, and what is asked.

    Attributes
    ----------
    cells
        One list a column, row by row, blanks included.
    ticks, ranks
        Whether the wording, or a questionnaire, says that it is tick-boxes, or a ranking.
    """

    headings: tuple[Heading, ...]
    cells: tuple[list[str], ...]
    ticks: bool
    ranks: bool

    @property
    def labels(self) -> tuple[str, ...]:
        """The option or item each column stands for."""
        return tuple(heading.option for heading in self.headings)

    @property
    def is_coded(self) -> bool:
        """Whether the cells are codes whose meaning the file does not tell."""
        return all(heading.coded for heading in self.headings)


def layout_of(block: Block) -> Fit | None:
    """Name the layout of a question's columns; None where each asks something of its own."""
    return next((fit for kind in LAYOUTS if (fit := kind(block)) is not None), None)


def is_other(label: str) -> bool:
    """Say whether an option asks for people's own words."""
    words = normalise(label)
    found = OTHER.fullmatch(words)
    if found is None:
        return False
    return not words.startswith("other") or ASKS_WHICH.search(words) is not None or _is_short(words)


def _is_short(words: str) -> bool:
    return words.removeprefix("others").removeprefix("other").strip() in OTHER_WORDS


def is_ticked(cell: str, label: str, number: int) -> bool | None:
    """Say whether a cell ticks its option; None where it holds something else.

    Parameters
    ----------
    cell, label
        The cell, and the option its column stands for.
    number
        The option's number among the options, from 1: exports of codes write that for a tick.
    """
    if not cell.strip():
        return False
    if NEGATIVE.match(cell):
        return None
    words = normalise(cell) or cell.strip()
    if words in NOT_TICKED:
        return False
    return True if words in TICKED | {str(number), normalise(label)} else None


def _with_own_words(block: Block) -> Fit | None:
    whole = [label for label in block.labels if not label]
    own = [label for label in block.labels if is_other(label)]
    if block.labels[0] or len(whole) != 1 or len(own) != 1 or len(block.labels) > len(whole + own):
        return None
    why = "one column holds the answer, the next what was typed beside Other"
    return Fit(layout="with_own_words", confidence=0.9, why=why)


def _column_per_place(block: Block) -> Fit | None:
    places = [place_in(label) for label in block.labels]
    if not is_ranking(places, len(places)) or not any(map(any, block.cells)):
        return None
    if not block.ranks and not all(map(SAYS_PLACE.search, block.labels)):
        return None
    if any(place_in(cell) is not None for column in block.cells for cell in set(column) - {""}):
        return None
    why = "each column is a place, and holds what was put there"
    return Fit(layout="column_per_place", confidence=0.9, why=why)


def _column_per_item(block: Block) -> Fit | None:
    """Rows with one number tell nothing: a single tick written as 1 looks just like it."""
    n_items = len(block.labels)
    rows = [[place_in(cell) for cell in row if cell] for row in zip(*block.cells, strict=True)]
    telling = [row for row in rows if len(row) > 1]
    own_numbers = all(set(column) <= {"", str(at)} for at, column in enumerate(block.cells, 1))
    if own_numbers and not block.ranks:
        return None  # every option has its own number, written where it was ticked
    if not telling or not all(block.labels) or (n_items < SMALLEST_RANKING and not block.ranks):
        return None
    if not block.ranks and block.is_coded and any(len(row) < n_items for row in telling):
        return None  # the rows of a grid, answered in codes, are all different now and then
    share = sum(is_ranking(row, n_items) for row in telling) / len(telling)
    if share < (FEW_ROWS_RANK if block.ranks else MOST_ROWS_RANK):
        return None
    why = "each column is something to rank, and holds the place people gave it"
    return Fit(layout="column_per_item", confidence=round(min(0.95, 0.5 + share / 2), 2), why=why)


def _column_per_option(block: Block) -> Fit | None:
    plain = [
        (number, label, set(column))
        for number, (label, column) in enumerate(zip(block.labels, block.cells, strict=True), 1)
        if not is_other(label)
    ]
    marks = {(cell, is_ticked(cell, label, at)) for at, label, column in plain for cell in column}
    if not plain or not all(block.labels) or any(ticked is None for _, ticked in marks):
        return None
    words = {normalise(cell) for cell, _ in marks if cell}
    if not (block.ticks or len(plain) < len(block.labels)) and words <= GRID and words & NO:
        return None  # a grid: yes or no was asked of each, and none of them is "Other"
    if not words and not any(map(any, block.cells)):
        return Fit(layout="column_per_option", confidence=0.1, why="nobody answered it")
    why = "each column is an option, filled where it was ticked"
    return Fit(layout="column_per_option", confidence=0.95, why=why)


LAYOUTS: tuple[Callable[[Block], Fit | None], ...] = (
    _with_own_words,
    _column_per_place,
    _column_per_item,
    _column_per_option,
)


def asks_for_ticks(wording: str) -> bool:
    """Say whether a question asks to choose several."""
    return bool(ASKS_FOR_TICKS.search(" ".join(wording.casefold().split())))


def asks_to_rank(wording: str) -> bool:
    """Say whether a question asks for an order."""
    return bool(ASKS_TO_RANK.search(" ".join(wording.casefold().split())))
