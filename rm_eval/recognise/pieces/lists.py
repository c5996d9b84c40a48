"""Several answers in one cell, ``A, B``: tick-boxes, one option with a comma, or own words?

Without a questionnaire the column itself tells. What stands in ticks was given by several people.
An option that is ticked stands now alone, now beside others, while the halves of one option always
stand together. A form writes its ticks in its own order; people list things in theirs.
"""

from collections import Counter
from dataclasses import dataclass, replace
from itertools import combinations, islice

from rm_eval.recognise.pieces.halves import with_halves_joined
from rm_eval.recognise.pieces.separators import COMMAS, SEPARATORS, split
from rm_eval.recognise.pieces.words import Lists, Words

# Of all pieces, the share that must be several people's. People's own lists share some words;
# ticks share nearly all, but for what was typed as "Other".
ENOUGH_REPEATED = {";": 0.5, "; ": 0.6, "\n": 0.7, "|": 0.6, ",": 0.55, ", ": 0.65}
ENOUGH_IN_ORDER = 0.5
FEWEST_PAIRS = 3
MOST_PAIRS = 100_000  # so many tell as well as all of them would
IN_ORDER = 0.95
OUT_OF_ORDER = 0.8
HALF = 0.5
ENOUGH_ANSWERS = 1000  # different ones, to tell how a column is parted


@dataclass(frozen=True, kw_only=True, slots=True)
class Ticks:
    """A column of lists, split.

    Attributes
    ----------
    lists
        The options in each different answer, and how many people gave it.
    separator
        What parts them.
    repeated
        Of all pieces, the share that more than one person has (0 to 1).
    in_order
        Of the pairs that several people have, the share that always stand in the same order (0 to
        1); None where there are too few to tell.
    """

    lists: Lists
    separator: str
    repeated: float
    in_order: float | None

    @property
    def n_several(self) -> int:
        """How many people ticked more than one."""
        return sum(n for pieces, n in self.lists if len(pieces) > 1)


def find_ticks(answers: Counter[str], *, asked_for: bool) -> Ticks | None:
    """Split a column into ticks; None where it does not hold lists of options.

    Parameters
    ----------
    answers
        Each different one that is not blank, and how many people gave it.
    asked_for
        The question itself says that several may be chosen.
    """
    words = Words()
    parted = (_parted(_some(answers), separator, words) for separator in SEPARATORS)
    found = (ticks for ticks in parted if ticks is not None)
    if asked_for:
        best = max(found, key=_parts_most, default=None)
    else:
        best = next((ticks for ticks in found if _are_ticks(ticks, words)), None)
    if best is None or len(answers) <= ENOUGH_ANSWERS:
        return best
    return replace(best, lists=_lists(answers, best.separator, words))


def _parts_most(ticks: Ticks) -> tuple[int, bool]:
    """Prefer what parts most people's ticks; of two alike the line, which no option holds."""
    return ticks.n_several, ticks.separator == "\n"


def share_in_common(answers: Counter[str]) -> float:
    """Return the largest share of pieces that several people have, however answers are parted."""
    words = Words()
    parted = (_parted(_some(answers), separator, words) for separator in SEPARATORS)
    return max((ticks.repeated for ticks in parted if ticks is not None), default=0.0)


def _some(answers: Counter[str]) -> Counter[str]:
    """Take as many different answers as are worth a look."""
    return Counter(dict(islice(answers.items(), ENOUGH_ANSWERS)))


def _parted(answers: Counter[str], separator: str, words: Words) -> Ticks | None:
    if not any(split(answer, separator)[1:] for answer in answers):
        return None
    lists = _lists(answers, separator, words)
    return Ticks(
        lists=lists,
        separator=separator,
        repeated=_repeated(lists, words),
        in_order=_in_order(lists, words),
    )


def _lists(answers: Counter[str], separator: str, words: Words) -> Lists:
    lists = [(split(answer, separator), n) for answer, n in answers.items()]
    return split_further(with_halves_joined(lists, separator, words), words)


def split_further(lists: Lists, words: Words) -> Lists:
    """Split a piece at another separator where all its parts are options by themselves."""
    pieces = {piece for pieces, _ in lists for piece in pieces}
    known = {words[piece] for piece in pieces}
    parts = {piece: found for piece in pieces if (found := _parts(piece, known, words))}
    if not parts:
        return lists
    return [
        ([part for piece in pieces for part in parts.get(piece, [piece])], n) for pieces, n in lists
    ]


def _parts(piece: str, known: set[str], words: Words) -> list[str]:
    """Return the options that a piece is made of; none where it is one itself."""
    for separator in SEPARATORS:
        parts = split(piece, separator)
        if len(parts) > 1 and known.issuperset(words.of(parts)):
            return parts
    return []


def _are_ticks(ticks: Ticks, words: Words) -> bool:
    if not ticks.n_several:
        return False
    in_order = ticks.in_order is not None and ticks.in_order >= IN_ORDER
    enough = ENOUGH_IN_ORDER if in_order else ENOUGH_REPEATED[ticks.separator]
    if ticks.repeated < enough:
        return False
    if ticks.separator not in COMMAS:
        return True
    if ticks.in_order is not None and ticks.in_order < OUT_OF_ORDER:
        return False
    if _parts_of_one_thing(ticks.lists, words):
        return False
    apart = _n_with_options_apart(ticks.lists, words)
    return apart >= (HALF * ticks.n_several if ticks.separator == ", " else 1)


def _parts_of_one_thing(lists: Lists, words: Words) -> bool:
    """Say whether every answer has as many parts, each in its own place: "Leeds, May 2026"."""
    if len({len(pieces) for pieces, _ in lists}) > 1:
        return False
    places: dict[str, set[int]] = {}
    for pieces, _ in lists:
        for place, word in enumerate(words.of(pieces)):
            places.setdefault(word, set()).add(place)
    return all(len(met) == 1 for met in places.values())


def _repeated(lists: Lists, words: Words) -> float:
    people: Counter[str] = Counter()
    for pieces, n in lists:
        for word in set(words.of(pieces)):
            people[word] += n
    n_pieces = people.total()
    return sum(count for count in people.values() if count > 1) / n_pieces if n_pieces else 0.0


def _in_order(lists: Lists, words: Words) -> float | None:
    """Return the share of pairs that always stand in one order; None where too few could tell."""
    orders: dict[frozenset[str], Counter[tuple[str, ...]]] = {}
    pairs = (
        (pair, n)
        for pieces, n in lists
        for pair in combinations(dict.fromkeys(words.of(pieces)), 2)
    )
    for pair, n in islice(pairs, MOST_PAIRS):
        orders.setdefault(frozenset(pair), Counter())[pair] += n
    telling = [met for met in orders.values() if met.total() > 1]
    n_one_way = sum(len(met) == 1 for met in telling)
    if n_one_way == len(telling) < FEWEST_PAIRS:
        return None
    return n_one_way / len(telling)


def _n_with_options_apart(lists: Lists, words: Words) -> int:
    """Count the people in whose list something stands that others have without its neighbour."""
    before: dict[str, set[str]] = {}
    for pieces, _ in lists:
        for left, right in zip(["", *pieces], pieces, strict=False):
            before.setdefault(words[right], set()).add(words[left])
    return sum(
        n for pieces, n in lists if any(len(before[words[piece]]) > 1 for piece in pieces[1:])
    )
