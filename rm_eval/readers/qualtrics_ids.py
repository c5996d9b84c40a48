"""Which columns of a Qualtrics export are one question? Their ids tell: ``Q4_1``, ``Q4_2``.

``Q5_3_TEXT`` is what was typed beside option 3, ``Q44_1_2`` option 2 in row 1 of a grid,
``Q11#2_1`` row 1 in part 2 of two tables side by side, ``1_Q3`` the first round of a loop.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import takewhile

from rm_eval.readers.raw import Heading

NUMBERED = re.compile(r"(?P<question>.+)_(?P<number>\d+)")
TYPED = "_TEXT"
# Not ticked, and seen but not answered.
UNTICKED = {"0", "-99"}
DASH = re.compile(r"\s[-–—]\s")
# Older exports write no spaces around it, and a question may hold a hyphen.
OLD_DASH = re.compile(r"\s*-\s*")
CHOICE = re.compile(r"\s[-–—]\s*selected choice\s*", re.IGNORECASE)
WORDS_OF = re.compile(r"\s*[-–—]\s*text\s*", re.IGNORECASE)
# Between answers in one cell; in an answer a space follows it, in a number a figure stands before.
BETWEEN = re.compile(r"(?<!\d),(?=\S)")
BETWEEN_CODES = re.compile(r"[,;] ?")
MOSTLY = 0.7
# Only what asks for one's own words and nothing else; "Other senior leaders" is an option.
OTHER = re.compile(r"others?\W*(please\b.*|specify\b.*)?", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, kw_only=True, slots=True)
class Column:
    """One column of a question.

    Attributes
    ----------
    id
        Of Qualtrics, with underscores between its parts.
    text
        What was asked: the question, and joined to it the option.
    answers
        What stands in it, without blanks.
    """

    heading: Heading
    id: str
    text: str
    answers: tuple[str, ...]

    @property
    def is_typed(self) -> bool:
        """Whether it holds people's own words."""
        return self.id.endswith(TYPED)

    @property
    def question(self) -> str:
        """The id of the question it belongs to."""
        found = NUMBERED.fullmatch(self.id.removesuffix(TYPED))
        return found["question"] if found else self.id.removesuffix(TYPED)

    @property
    def number(self) -> str:
        """The number of its option, as in the id; "" where it holds the question itself."""
        found = NUMBERED.fullmatch(self.id.removesuffix(TYPED))
        return found["number"] if found else ""

    @property
    def named(self) -> str:
        """What it stands for where no text says so: the one answer it holds, or its number."""
        only = set(self.answers) - UNTICKED
        return only.pop() if len(only) == 1 and only != {"1"} else self.number


def put_together(columns: Iterable[Column], *, is_old: bool) -> Iterator[Heading]:
    """Put the columns of each question together, and say what each is of it.

    Parameters
    ----------
    columns
        Of questions alone, in the order of the file.
    is_old
        Whether the question and its option are joined by a hyphen without spaces.
    """
    joint = OLD_DASH if is_old else DASH
    questions: dict[str, list[Column]] = {}
    for column in columns:
        questions.setdefault(column.question, []).append(column)
    for members in questions.values():
        yield from _one_question(members, joint)


def _one_question(members: list[Column], joint: re.Pattern[str]) -> Iterator[Heading]:
    whole = [one for one in members if not one.number]
    if len(whole) == 1 and len(members) > 1:
        question, told = _with_own_words(whole[0], members, joint)
    else:
        options = [one for one in members if not one.is_typed]
        question, told = _with_options(options, joint) if len(options) > 1 else ("", {})
    for one in members:
        if question and one.id in told:
            yield replace(one.heading, question=question, option=told[one.id], group=one.question)
        else:
            yield one.heading


def _with_options(options: list[Column], joint: re.Pattern[str]) -> tuple[str, dict[str, str]]:
    """Tell the question, and of each column the option; and where "Other" has its words."""
    question, labels = _parted([one.text for one in options], joint)
    if not question and all(one.text == one.id for one in options):
        question, labels = options[0].question, [one.named for one in options]
    told = {one.id: label for one, label in zip(options, labels, strict=True)}
    others = {one.id: told[one.id] for one in options if _is_ticked_other(one, told[one.id])}
    return question, told | {id_ + TYPED: label for id_, label in others.items()}


def _with_own_words(
    whole: Column, members: list[Column], joint: re.Pattern[str]
) -> tuple[str, dict[str, str]]:
    """Tell the question in one column, and which other column holds the words of its "Other"."""
    question, labels = _parted([one.text for one in members], joint)
    if not question:
        question = whole.text
        labels = [one.text.removeprefix(question).strip(" -") for one in members]
    told = {
        one.id: WORDS_OF.sub("", label)
        for one, label in zip(members, labels, strict=True)
        if one is not whole and OTHER.fullmatch(WORDS_OF.sub("", label))
    }
    return question, told | {whole.id: ""} if told else {}


def _is_ticked_other(option: Column, label: str) -> bool:
    """Say whether a column is the tick of "Other", and no place in an order or row of a grid."""
    return bool(OTHER.fullmatch(label)) and len(set(option.answers)) <= 1


def _parted(texts: list[str], joint: re.Pattern[str]) -> tuple[str, list[str]]:
    """Cut the question off the texts of its columns; "" where they do not begin alike."""
    alike = _beginning(texts)
    *_, cut = (None, *joint.finditer(alike))
    if cut is None or not alike[: cut.start()].strip():
        return "", texts
    return alike[: cut.start()].strip(), [text[cut.end() :].strip() for text in texts]


def _beginning(texts: list[str]) -> str:
    """Return what all texts begin with."""
    first, last = min(texts), max(texts)
    pairs = takewhile(lambda pair: pair[0] == pair[1], zip(first, last, strict=False))
    return "".join(letter for letter, _ in pairs)


def lists_in(column: Column, *, coded: bool) -> dict[str, str]:
    """Part several answers in one cell by semicolons, where most of them were given by several.

    Between codes a comma is no decimal's.
    """
    if coded:
        lists = {cell: BETWEEN_CODES.split(cell) for cell in column.answers}
        return {cell: ";".join(codes) for cell, codes in lists.items() if len(codes) > 1}
    lists = {cell: BETWEEN.split(cell) for cell in set(column.answers)}
    people = Counter(piece for cell in column.answers for piece in set(lists[cell]))
    shared = sum(n for n in people.values() if n > 1)
    if all(len(pieces) == 1 for pieces in lists.values()) or shared < MOSTLY * people.total():
        return {}
    return {cell: ";".join(pieces) for cell, pieces in lists.items() if len(pieces) > 1}


def without_choice(text: str) -> str:
    """Take off what Qualtrics writes behind a question that has room for own words."""
    found = CHOICE.search(text)
    return text[: found.start()].strip() if found and found.end() == len(text) else text.strip()
