"""Several answers in one cell, ``A, B``: tick-boxes, one option with a comma, or own words?

Without a questionnaire the column's own repeated pieces decide. An option that is ticked stands
now alone, now beside others; the halves of one option always stand together.
"""

import json
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass

from rm_eval.recognise.wording import normalise

SEPARATORS = (";", "\n", "|", ",")
COMMA = (",",)
START = ""
# People's own lists share some words; ticks share nearly all, but for what was typed as "Other".
MOSTLY_REPEATED = 0.7
MOSTLY_SEVERAL = 0.5


# The pieces of each different answer, and how many people gave it.
Lists = list[tuple[list[str], int]]


class Words(dict[str, str]):
    """The words of each piece: looked up many times, worked out once."""

    def __missing__(self, piece: str) -> str:
        words = self[piece] = normalise(piece)
        return words

    def of(self, pieces: list[str]) -> list[str]:
        """Return the words of several pieces."""
        return [self[piece] for piece in pieces]


@dataclass(frozen=True, kw_only=True, slots=True)
class Ticks:
    """A column of lists, split.

    Attributes
    ----------
    lists
        The options in each different answer, and how many people gave it.
    repeated
        Of all pieces, the share that more than one person has (0 to 1).
    """

    lists: Lists
    repeated: float


def find_ticks(answers: Counter[str], *, asked_for: bool) -> Ticks | None:
    """Split a column into ticks; None where it does not hold lists of options.

    Parameters
    ----------
    answers
        Each different one that is not blank, and how many people gave it.
    asked_for
        The question itself says that several may be chosen.
    """
    for separator in SEPARATORS:
        if not any(separator in answer for answer in answers):
            continue
        lists = [
            (split(out_of_json(answer, separator), separator), n) for answer, n in answers.items()
        ]
        if not any(pieces[1:] for pieces, _ in lists):
            continue
        words = Words()
        lists = _split_further(_with_halves_joined(lists, separator, words), words)
        ticks = Ticks(lists=lists, repeated=_repeated(lists, words))
        if _are_ticks(ticks, words, asked_for=asked_for, is_comma=separator == ","):
            return ticks
    return None


def split(answer: str, separator: str) -> list[str]:
    """Split an answer into its pieces, blank ones left out."""
    return [piece.strip() for piece in answer.split(separator) if piece.strip()]


def separators_of(answers: Collection[str]) -> tuple[str, ...]:
    """Tell what parts the ticks of a column: commas only where nothing clearer is used.

    Where ticks are parted by semicolons, a comma is part of an option or of somebody's words.
    """
    if any(mark in answer for answer in answers for mark in SEPARATORS[:-1]):
        return SEPARATORS
    return COMMA if any("," in answer for answer in answers) else SEPARATORS


def out_of_json(answer: str, separator: str) -> str:
    """Read a list as programs write it: ``["A", "B"]``."""
    if not answer.startswith("["):
        return answer
    try:
        listed = json.loads(answer)
    except ValueError:
        return answer
    is_list = isinstance(listed, list) and all(isinstance(one, str) for one in listed)
    return separator.join(listed) if is_list else answer


def _split_further(lists: Lists, words: Words) -> Lists:
    """Split a piece at another separator where all its parts are options by themselves."""
    known = {words[piece] for pieces, _ in lists for piece in pieces}
    return [
        ([part for piece in pieces for part in _parts(piece, known, words)], n)
        for pieces, n in lists
    ]


def _parts(piece: str, known: set[str], words: Words) -> list[str]:
    for separator in SEPARATORS:
        parts = split(piece, separator)
        if len(parts) > 1 and known.issuperset(words.of(parts)):
            return parts
    return [piece]


def _are_ticks(ticks: Ticks, words: Words, *, asked_for: bool, is_comma: bool) -> bool:
    several = [(pieces, n) for pieces, n in ticks.lists if len(pieces) > 1]
    if not several:
        return False
    if asked_for:
        return True
    if ticks.repeated < MOSTLY_REPEATED:
        return False
    if not is_comma:
        return True
    free = _free_pieces(ticks.lists, words)
    independent = sum(n for one, n in several if len(free.intersection(words.of(one))) > 1)
    return independent >= MOSTLY_SEVERAL * sum(n for _, n in several)


def _repeated(lists: Lists, words: Words) -> float:
    people: Counter[str] = Counter()
    for pieces, n in lists:
        for word in set(words.of(pieces)):
            people[word] += n
    n_pieces = people.total()
    return sum(count for count in people.values() if count > 1) / n_pieces if n_pieces else 0.0


def _free_pieces(lists: Lists, words: Words) -> set[str]:
    """Find the pieces met in more than one company."""
    company: dict[str, set[tuple[str, str]]] = {}
    for pieces, _ in lists:
        for before, piece, after in _neighbours(words.of(pieces)):
            company.setdefault(piece, set()).add((before, after))
    return {piece for piece, met in company.items() if len(met) > 1}


def _neighbours(pieces: list[str]) -> list[tuple[str, str, str]]:
    around = [START, *pieces, START]
    return list(zip(around, pieces, around[2:], strict=False))


def _with_halves_joined(lists: Lists, separator: str, words: Words) -> Lists:
    """Join pieces that are one option: "Policy" and "pay and process"."""
    while True:
        halves = _halves(lists, words)
        if not halves:
            return lists
        lists = [(_join(pieces, halves, separator, words), n) for pieces, n in lists]


def _halves(lists: Lists, words: Words) -> set[tuple[str, str]]:
    """Find pairs, by their words, whose second half is never met apart nor could begin an option.

    It could not where a bracket is still open, or where it begins small while answers begin with
    capitals. Two options that everybody happened to tick together stay two.
    """
    after: dict[str, set[str]] = {}
    before: dict[str, set[str]] = {}
    for pieces, _ in lists:
        for left, piece, right in _neighbours(pieces):
            before.setdefault(words[piece], set()).add(words[left])
            after.setdefault(piece, set()).add(right)
    capitals = _begin_with_capitals(lists)
    return {
        (words[piece], words[right])
        for piece, following in after.items()
        for right in following
        if right != START
        and before[words[right]] == {words[piece]}
        and (_is_open(piece) or (capitals and right[0].islower()))
    }


def _is_open(piece: str) -> bool:
    return piece.count("(") > piece.count(")")


def _begin_with_capitals(lists: Lists) -> bool:
    first = [(pieces[0][0], n) for pieces, n in lists if pieces]
    n_capitals = sum(n for letter, n in first if not letter.islower())
    return n_capitals > 0.9 * sum(n for _, n in first)


def _join(
    pieces: list[str], halves: set[tuple[str, str]], separator: str, words: Words
) -> list[str]:
    joined: list[str] = []
    last = START
    for piece in pieces:
        if (words[last], words[piece]) in halves:
            joined[-1] = f"{joined[-1]}{separator} {piece}"
        else:
            joined.append(piece)
        last = piece
    return joined
