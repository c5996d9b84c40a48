"""Several answers in one cell, ``A, B``: tick-boxes, one option with a comma, or own words?

Without a questionnaire the column's own repeated pieces decide. An option that is ticked stands
now alone, now beside others; the halves of one option always stand together.
"""

import json
from collections import Counter
from dataclasses import dataclass

from rm_eval.recognise.wording import normalise

SEPARATORS = (";", "\n", "|", ",")
COMMA = (",",)
START = ""
# People's own lists share some words; ticks share nearly all, but for what was typed as "Other".
MOSTLY_REPEATED = 0.7
MOSTLY_SEVERAL = 0.5


@dataclass(frozen=True, kw_only=True, slots=True)
class Ticks:
    """A column of lists, split.

    Attributes
    ----------
    lists
        The options in each answer.
    repeated
        Of all pieces, the share that more than one person has (0 to 1).
    """

    lists: list[list[str]]
    repeated: float


def find_ticks(answers: list[str], *, asked_for: bool) -> Ticks | None:
    """Split a column into ticks; None where it does not hold lists of options.

    Parameters
    ----------
    answers
        Those that are not blank.
    asked_for
        The question itself says that several may be chosen.
    """
    for separator in SEPARATORS:
        if not any(separator in answer for answer in answers):
            continue
        lists = [split(out_of_json(answer, separator), separator) for answer in answers]
        if not any(pieces[1:] for pieces in lists):
            continue
        lists = _split_further(_with_halves_joined(lists, separator))
        ticks = Ticks(lists=lists, repeated=_repeated(lists))
        if _are_ticks(lists, ticks.repeated, asked_for=asked_for, is_comma=separator == ","):
            return ticks
    return None


def split(answer: str, separator: str) -> list[str]:
    """Split an answer into its pieces, blank ones left out."""
    return [piece.strip() for piece in answer.split(separator) if piece.strip()]


def separators_of(answers: list[str]) -> tuple[str, ...]:
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


def _split_further(lists: list[list[str]]) -> list[list[str]]:
    """Split a piece at another separator where all its parts are options by themselves."""
    known = {normalise(piece) for pieces in lists for piece in pieces}
    return [[part for piece in pieces for part in _parts(piece, known)] for pieces in lists]


def _parts(piece: str, known: set[str]) -> list[str]:
    for separator in SEPARATORS:
        parts = split(piece, separator)
        if len(parts) > 1 and known.issuperset(map(normalise, parts)):
            return parts
    return [piece]


def _are_ticks(lists: list[list[str]], repeated: float, *, asked_for: bool, is_comma: bool) -> bool:
    several = [pieces for pieces in lists if len(pieces) > 1]
    if not several:
        return False
    if asked_for:
        return True
    if repeated < MOSTLY_REPEATED:
        return False
    if not is_comma:
        return True
    free = _free_pieces(lists)
    independent = sum(len(free.intersection(map(normalise, one))) > 1 for one in several)
    return independent >= MOSTLY_SEVERAL * len(several)


def _repeated(lists: list[list[str]]) -> float:
    people = Counter(word for pieces in lists for word in set(map(normalise, pieces)))
    n_pieces = sum(people.values())
    return sum(count for count in people.values() if count > 1) / n_pieces if n_pieces else 0.0


def _free_pieces(lists: list[list[str]]) -> set[str]:
    """Find the pieces met in more than one company."""
    company: dict[str, set[tuple[str, str]]] = {}
    for words in (list(map(normalise, pieces)) for pieces in lists):
        for before, piece, after in _neighbours(words):
            company.setdefault(piece, set()).add((before, after))
    return {piece for piece, met in company.items() if len(met) > 1}


def _neighbours(pieces: list[str]) -> list[tuple[str, str, str]]:
    around = [START, *pieces, START]
    return list(zip(around, pieces, around[2:], strict=False))


def _with_halves_joined(lists: list[list[str]], separator: str) -> list[list[str]]:
    """Join pieces that are one option: "Policy" and "pay and process"."""
    while True:
        halves = _halves(lists)
        if not halves:
            return lists
        lists = [_join(pieces, halves, separator) for pieces in lists]


def _halves(lists: list[list[str]]) -> set[tuple[str, str]]:
    """Find pairs, by their words, whose second half is never met apart nor could begin an option.

    It could not where a bracket is still open, or where it begins small while answers begin with
    capitals. Two options that everybody happened to tick together stay two.
    """
    after: dict[str, set[str]] = {}
    before: dict[str, set[str]] = {}
    for pieces in lists:
        for left, piece, right in _neighbours(pieces):
            before.setdefault(normalise(piece), set()).add(normalise(left))
            after.setdefault(piece, set()).add(right)
    capitals = _begin_with_capitals(lists)
    return {
        (normalise(piece), normalise(right))
        for piece, following in after.items()
        for right in following
        if right != START
        and before[normalise(right)] == {normalise(piece)}
        and (_is_open(piece) or (capitals and right[0].islower()))
    }


def _is_open(piece: str) -> bool:
    return piece.count("(") > piece.count(")")


def _begin_with_capitals(lists: list[list[str]]) -> bool:
    first = [pieces[0][0] for pieces in lists if pieces]
    return sum(not letter.islower() for letter in first) > 0.9 * len(first)


def _join(pieces: list[str], halves: set[tuple[str, str]], separator: str) -> list[str]:
    joined: list[str] = []
    last = START
    for piece in pieces:
        if (normalise(last), normalise(piece)) in halves:
            joined[-1] = f"{joined[-1]}{separator} {piece}"
        else:
            joined.append(piece)
        last = piece
    return joined
