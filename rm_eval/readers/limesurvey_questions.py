"""Which columns of a LimeSurvey export are one question? What stands in brackets tells.

``Question [option]``, ``Question [row][column]``; in codes ``Q1[SQ001]`` or ``Q1_SQ001``. A tick is
``Yes``, ``No`` or ``N/A``, or ``Y`` and blank; a ranking has one column a place.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from rm_eval.readers.raw import Heading

BRACKETED = re.compile(r"(?P<question>.*\S)\s*\[(?P<part>[^\[\]]*)\]\s*", re.DOTALL)
# Codes of questions have no underscore, so the first one parts them from what follows.
UNDERSCORED = re.compile(r"(?P<question>[A-Za-z][A-Za-z0-9]*)_(?P<part>\w+)")
PLACE = re.compile(r"(rank|ranking|rang|rango|rangorde|posizione) ?(?P<place>\d+)", re.IGNORECASE)
ANSWER_CODE = re.compile(r"(?P<letters>[A-Z]{1,3})\d{1,4}")
OTHER_CODE = "-oth-"
OTHER = "Other"
HIGHEST_CODE = 10
OTHERS = {
    "other", "sonstiges", "andere", "autre", "otro", "otra", "outro", "altro", "anders", "inne",
    "annat", "andet", "annet", "muu", "jiné",
}  # fmt: skip
COMMENTS = {
    "comment", "other comment", "kommentar", "commentaire", "comentario", "comentário", "commento",
    "opmerking", "commentaar", "komentarz",
}  # fmt: skip
YES = {"yes", "ja", "oui", "sí", "si", "sì", "sim", "tak", "kyllä", "ano"}
NO = {"no", "nein", "non", "não", "nee", "nie", "nej", "nei", "ei", "ne"}
NEVER_SHOWN = {"n/a", "k.a.", "k. a.", "nicht zutreffend", "n.v.t.", "s/o", "n/d", "nd"}
TICKED, NOT_TICKED = "Yes", "Not selected"


@dataclass(frozen=True, kw_only=True, slots=True)
class Asked:
    """One column of a question.

    Attributes
    ----------
    code
        Of the question, "" where the headings are texts alone.
    question, parts
        The question, and what stood in brackets behind it.
    cells
        Row by row, blanks included.
    """

    heading: Heading
    code: str
    question: str
    parts: tuple[str, ...]
    cells: tuple[str, ...]

    @property
    def answers(self) -> set[str]:
        """What stands in it, each once."""
        return set(self.cells) - {""}

    @property
    def last(self) -> str:
        """The innermost part: an option, a row, a place."""
        return self.parts[-1] if self.parts else ""

    @property
    def stem(self) -> tuple[str, ...]:
        """What it shares with the other columns of its question."""
        return (self.code, self.question, *self.parts[:-1])

    @property
    def is_comment(self) -> bool:
        """Whether it holds words written beside an answer."""
        return self.last.casefold() in COMMENTS or self.last.endswith("comment")

    @property
    def is_other(self) -> bool:
        """Whether it holds words written in place of an answer."""
        return self.last.casefold() in OTHERS


def taken_apart(text: str, *, in_codes: bool) -> tuple[str, tuple[str, ...]]:
    """Part a heading into the question and what stands behind it."""
    parts: list[str] = []
    while (found := BRACKETED.fullmatch(text)) is not None:
        parts.insert(0, found["part"].strip())
        text = found["question"].strip()
    if in_codes and not parts and (found := UNDERSCORED.fullmatch(text)) is not None:
        return found["question"], tuple(found["part"].split("_"))
    return text, tuple(parts)


def put_together(asked: Iterable[Asked]) -> dict[int, Heading]:
    """Say of each column which question it belongs to, and what it is of it."""
    together: dict[int, Heading] = {}
    for members in _questions(asked):
        wording = " ".join([members[0].question, *(f"[{part}]" for part in members[0].stem[2:])])
        places = places_of(members)
        for one in members:
            option = OTHER if one.is_other else one.last
            together[one.heading.column] = replace(
                one.heading,
                question=wording,
                option=f"Rank {places[one.last]}" if places else option,
                group=one.code,
            )
    return together


def _questions(asked: Iterable[Asked]) -> list[list[Asked]]:
    """Collect the columns that begin alike, where there are several; comments stand alone."""
    found: dict[tuple[str, ...], list[Asked]] = {}
    for one in asked:
        if not one.is_comment:
            found.setdefault(one.stem, []).append(one)
    return [
        members
        for members in found.values()
        if len(members) > 1 and len({one.last for one in members}) == len(members)
    ]


def places_of(members: list[Asked]) -> dict[str, int]:
    """Return the place each column of a ranking stands for; nothing where it is no ranking.

    A place is filled only where those before it are, and nothing stands in two places.
    """
    places = {
        one.last: int(found["place"]) if (found := PLACE.fullmatch(one.last)) else int(one.last)
        for one in members
        if one.last.isdecimal() or PLACE.fullmatch(one.last)
    }
    if len(members) < 2 or sorted(places.values()) != list(range(1, len(members) + 1)):  # noqa: PLR2004
        return {}
    in_order = sorted(members, key=lambda one: places[one.last])
    rows = list(zip(*(one.cells for one in in_order), strict=True))
    return places if all(map(_is_an_order, rows)) and any(row[1] for row in rows) else {}


def _is_an_order(row: tuple[str, ...]) -> bool:
    filled = [cell for cell in row if cell]
    return list(row[: len(filled)]) == filled and len(set(filled)) == len(filled)


def says_ranks(asked: Iterable[Asked]) -> bool:
    """Say whether some question is a ranking whose headings name the places."""
    return any(
        all(PLACE.fullmatch(one.last) for one in members) and places_of(members)
        for members in _questions(asked)
    )


def says_ticks(asked: Iterable[Asked]) -> bool:
    """Say whether some question has a word for a tick in every option, and own words for Other."""
    return any(
        any(one.is_other for one in members)
        and _ticks([one for one in members if one.parts and not one.is_other])
        for members in _questions(asked)
    )


def meanings_of(asked: tuple[Asked, ...]) -> dict[int, dict[str, str]]:
    """Say what the words for ticks and for "Other" mean, in whatever language the survey was."""
    meanings = {
        one.heading.column: {OTHER_CODE: OTHER} for one in asked if OTHER_CODE in one.answers
    }
    for members in _questions(asked):
        if any(one.is_other for one in members):
            whole = [one for one in members if not one.parts]
            meanings |= {one.heading.column: _others(one.answers) for one in whole}
        meanings |= _ticks([one for one in members if not one.is_other])
    return meanings


def _others(answers: set[str]) -> dict[str, str]:
    return {one: OTHER for one in answers if one == OTHER_CODE or one.casefold() in OTHERS}


def _ticks(options: list[Asked]) -> dict[int, dict[str, str]]:
    """Read the words for ticks, where everybody has one in every column.

    In a grid of yes and no some cell is blank sooner or later.
    """
    said = {cell: cell.casefold() for one in options for cell in one.cells}
    words = set(said.values())
    if not words <= YES | NO | NEVER_SHOWN or not words & NO:
        return {}
    means = {cell: _tick(word) for cell, word in said.items()}
    return {one.heading.column: means for one in options}


def _tick(word: str) -> str:
    if word in YES:
        return TICKED
    return NOT_TICKED if word in NO else ""


def coded_in(asked: Iterable[Asked]) -> set[int]:
    """Find the columns that hold codes in place of answers.

    ``A1``, ``AO02`` say so themselves. Beside them, or beside ``Y`` and ``N``, small numbers are
    codes too: nobody can tell them from scores.
    """
    filled = [one for one in asked if one.answers]
    coded = {one.heading.column for one in filled if _are_codes(one.answers)}
    if not coded and not any(one.answers <= {"Y", "N"} for one in filled):
        return set()
    return coded | {one.heading.column for one in filled if _are_small(one.answers)}


def _are_codes(answers: set[str]) -> bool:
    found = [ANSWER_CODE.fullmatch(one) for one in answers - {OTHER_CODE}]
    letters = {code["letters"] if code else "" for code in found}
    return len(letters) == 1 and letters != {""}


def _are_small(answers: set[str]) -> bool:
    return all(one.isdecimal() and int(one) <= HIGHEST_CODE for one in answers)
