"""One option that a separator cut in two: "Policy" and "pay and process"."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from math import comb

from rm_eval.recognise.pieces.words import Lists, Words

EDGE = ""
NEARLY_ALL = 0.9
# People who gave both halves, and who gave neither; how many ways there are to choose those; and
# different answers with both, for what only ever stands in one answer is its own, whole.
FEWEST_WITH, FEWEST_WITHOUT = 5, 5
FEWEST_ANSWERS = 3
NO_CHANCE = 10_000


def with_halves_joined(lists: Lists, separator: str, words: Words) -> Lists:
    """Join pieces that are one option, with the separator that parted them."""
    while True:
        halves = _halves(lists, words)
        if not halves:
            return lists
        lists = [(_join(pieces, halves, separator, words), n) for pieces, n in lists]


def _halves(lists: Lists, words: Words) -> set[tuple[str, str]]:
    """Find pairs, by their words, whose second half is never met apart nor could begin an option.

    It could not where a bracket is still open, or where it begins small while answers begin with
    capitals. Two options that everybody happened to tick together stay two, unless so many ticked
    both and so many neither that it cannot be chance; and whatever one person typed behind an
    option that others ticked too is no half of it.
    """
    after: dict[str, set[str]] = {}
    before: dict[str, set[str]] = {}
    people: Counter[tuple[str, str]] = Counter()
    different: Counter[tuple[str, str]] = Counter()
    for pieces, n in lists:
        for left, right in _neighbours(pieces):
            after.setdefault(words[left], set()).add(words[right])
            before.setdefault(words[right], set()).add(words[left])
            people[left, right] += n
            different[left, right] += 1
    capitals = _begin_with_capitals(lists)
    n_people = sum(n for _, n in lists)
    return {
        (words[left], words[right])
        for (left, right), n in people.items()
        if EDGE not in {left, right}
        and before[words[right]] == {words[left]}
        and (n > 1 or after[words[left]] == {words[right]} or _is_open(left))
        and (
            _is_open(left)
            or (capitals and right[0].islower())
            or (
                after[words[left]] == {words[right]}
                and different[left, right] >= FEWEST_ANSWERS
                and _is_no_chance(n, n_people)
            )
        )
    }


def _is_no_chance(n_with: int, n_people: int) -> bool:
    """Say whether that many of the people cannot have ticked both of two options by chance."""
    few = n_with < FEWEST_WITH or n_people - n_with < FEWEST_WITHOUT
    return not few and comb(n_people, n_with) >= NO_CHANCE


def _neighbours(pieces: list[str]) -> Iterator[tuple[str, str]]:
    return pairwise([EDGE, *pieces, EDGE])


def _is_open(piece: str) -> bool:
    return piece.count("(") > piece.count(")")


def _begin_with_capitals(lists: Lists) -> bool:
    first = [(pieces[0][0], n) for pieces, n in lists if pieces]
    n_capitals = sum(n for letter, n in first if not letter.islower())
    return n_capitals > NEARLY_ALL * sum(n for _, n in first)


def _join(
    pieces: list[str], halves: set[tuple[str, str]], separator: str, words: Words
) -> list[str]:
    joined: list[str] = []
    last = EDGE
    for piece in pieces:
        if (words[last], words[piece]) in halves:
            joined[-1] = f"{joined[-1]}{separator}{piece}"
        else:
            joined.append(piece)
        last = piece
    return joined
