"""Two heading rows: the upper one holds the questions, or numbers them, or names the sections.

A label stands over its first column and spans the blank ones after it. Whether it is a question
or the title of a section the columns tell: the options of one question are answered alike.
"""

import re
from collections import Counter
from itertools import pairwise

from rm_eval.readers.raw import Heading
from rm_eval.readers.surroundings.likeness import Row, Rows, column_of, is_heading_row

NUMBERING = re.compile(r"(q|question|qu|item|no)?[ ._]?\d{1,3}[a-z]?[.):]?", re.IGNORECASE)
# What stands under a question of one column, where a tool has nothing else to say there.
WHOLE = {"response", "responses", "open-ended response", "answer", "answers", "value"}
TICKS = {
    "1", "0", "yes", "no", "y", "n", "x", "true", "false", "selected", "not selected", "checked",
    "unchecked", "ticked", "✓", "✔",
}  # fmt: skip
MOST_ALIKE = 12  # different answers that the items of one grid are given, at most
LONGEST_OPTION_WORDS = 12
# Beside the options of a question, what people typed themselves.
OTHER = re.compile(r"others?\b.*|(andere|sonstige|autre|otro|outro|altro)\w?", re.IGNORECASE)


def carried_on(first: Row, second: Row) -> Row:
    """Repeat each label over the blanks it spans; a blank over a blank ends it."""
    labels: list[str] = []
    for top, below in zip(first, second, strict=True):
        spans = not top and below and labels
        labels.append(labels[-1] if spans else top)
    return tuple(labels)


def has_two(rows: Rows) -> bool:
    """Say whether the second row holds headings as well as the first."""
    if len(rows) < 3 or not is_heading_row(rows[1], rows[2:]):  # noqa: PLR2004 - two and a person
        return False
    first, second = (tuple(map(str.strip, row)) for row in rows[:2])
    pairs = list(zip(first, second, strict=True))
    spans = any(below and not top for top, below in pairs)
    repeats = any(one[0] and one[0] == two[0] and one[1] != two[1] for one, two in pairwise(pairs))
    return spans or repeats or all(NUMBERING.fullmatch(top) for top in first if top)


def hold_questions(rows: Rows) -> bool:
    """Say whether the first of two heading rows holds a question, not a title or sections alone."""
    if not has_two(rows):
        return False
    places = [at for at, label in enumerate(rows[0]) if label.strip()]
    starts = next(at for at, cell in enumerate(rows[1]) if cell.strip())
    is_title = len(places) == 1 and places[0] <= starts
    return not is_title and any(heading.question for heading in headings_of(rows))


def headings_of(rows: Rows) -> tuple[Heading, ...]:
    """Make one heading of the two over each column."""
    first, second = (tuple(map(str.strip, row)) for row in rows[:2])
    labels = carried_on(first, second)
    asked = {at for places in _columns_by_label(labels) for at in _asked(rows, labels, places)}
    headings = (
        _heading(at + 1, label, below, asks=at in asked)
        for at, (label, below) in enumerate(zip(labels, second, strict=True))
    )
    return tuple(heading for heading in headings if heading.text)


def _columns_by_label(labels: Row) -> list[list[int]]:
    """Put the columns side by side that have one label."""
    groups: list[list[int]] = []
    for at, label in enumerate(labels):
        if groups and label and labels[groups[-1][-1]] == label:
            groups[-1].append(at)
        else:
            groups.append([at])
    return groups


def _asked(rows: Rows, labels: Row, places: list[int]) -> list[int]:
    """Return the columns under a label that hold its options; none where it is but a title.

    A question may stand before columns without a label of their own: those are not its options.
    """
    label = labels[places[0]]
    if not label:
        return []
    if len(places) == 1:
        is_option = "?" in label and bool(rows[1][places[0]].strip())
        return places if is_option and not _reads_as_question(rows[1][places[0]]) else []
    shortest = 2 if _reads_as_question(label) else len(places)
    ends = range(len(places), shortest - 1, -1)
    asked = next((places[:end] for end in ends if _are_options(rows, places[:end])), [])
    own_words = asked == places[:-1] and OTHER.fullmatch(rows[1][places[-1]].strip())
    return places if own_words else asked


def _are_options(rows: Rows, places: list[int]) -> bool:
    names = [rows[1][at].strip() for at in places]
    if not all(names) or any(map(_reads_as_question, names)):
        return False
    return _are_alike([set(map(str.casefold, column_of(rows[2:], at))) for at in places])


def _reads_as_question(text: str) -> bool:
    return "?" in text or len(text.split()) > LONGEST_OPTION_WORDS


def _are_alike(columns: list[set[str]]) -> bool:
    """Say whether columns hold ticks, or the same few answers."""
    every = set().union(*columns)
    if every <= TICKS or all(len(column) <= 1 for column in columns):
        return True
    times = Counter(answer for column in columns for answer in column)
    return len(every) <= MOST_ALIKE and all(
        sum(times[answer] > 1 for answer in column) * 2 >= len(column) for column in columns
    )


def _heading(column: int, label: str, below: str, *, asks: bool) -> Heading:
    if not below or (label and below.casefold() in WHOLE):
        return Heading(column=column, text=label)
    if asks:
        return Heading(column=column, text=f"{label} [{below}]", question=label, option=below)
    return Heading(column=column, text=below)
