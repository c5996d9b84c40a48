"""Several people put the same things in orders of their own, one list a cell."""

import re
from collections import Counter
from collections.abc import Iterable
from itertools import islice

from rm_eval.recognise.kinds.typed import Answers, Typed, options_of
from rm_eval.recognise.layout import SMALLEST_RANKING, asks_to_rank
from rm_eval.recognise.pieces.lists import split_further
from rm_eval.recognise.pieces.places import without_number
from rm_eval.recognise.pieces.separators import OF_RANKINGS, split
from rm_eval.recognise.pieces.words import Lists, Words
from rm_eval.recognise.wordings.wording import normalise

# Whatever parts the things in a list is one of these.
MAY_PART = re.compile(r"[;\n|,>→.):]")
A_FEW = 5  # answers, to see at once that a column is none


def as_ranking(heading: str, answers: Answers) -> Typed | None:
    """Take a column for a ranking where several people listed the same things, each in an order.

    Where the question asks to rank, one list is enough, and some may be partial.
    """
    asked = asks_to_rank(heading)
    if not _are_enough(map(_may_be_list, answers), asked=asked):
        return None
    for separator in OF_RANKINGS:
        if not asked and not _list_the_same(islice(answers, A_FEW), separator):
            continue
        lists = [(_things(answer, separator), n) for answer, n in answers.items()]
        typed = _ranked(split_further(lists, Words()), answers.total(), asked=asked)
        if typed is not None:
            return typed
    return None


def _are_enough(lists: Iterable[bool], *, asked: bool) -> bool:
    """Spare most columns the splitting: unless the question asks to rank, everybody has a list."""
    return any(lists) if asked else all(lists)


def _may_be_list(answer: str) -> bool:
    return len(MAY_PART.findall(answer)) >= SMALLEST_RANKING - 1


def _list_the_same(answers: Iterable[str], separator: str) -> bool:
    sets = {frozenset(map(normalise, _things(answer, separator))) for answer in answers}
    # Numbered notes are anybody's.
    return separator != "1." and len(sets) == 1 and len(sets.pop()) >= SMALLEST_RANKING


def _things(answer: str, separator: str) -> list[str]:
    return [without_number(piece) for piece in split(answer, separator)]


def _ranked(lists: Lists, n_people: int, *, asked: bool) -> Typed | None:
    long_enough = [(pieces, n) for pieces, n in lists if len(pieces) >= SMALLEST_RANKING]
    needed = max(1, n_people / 4) if asked else max(2, n_people)
    if sum(n for _, n in long_enough) < needed:
        return None
    sets: Counter[frozenset[str]] = Counter()
    for pieces, n in long_enough:
        named = frozenset(map(normalise, pieces))
        sets[named] += n if len(named) == len(pieces) else 0
    # Of two sets that as many people listed, always the same one, whoever came first.
    things = max(sets, key=lambda named: (sets[named], len(named), sorted(named)))
    count = sets[things]
    complete = [
        one
        for one, _ in long_enough
        if len(one) == len(things) and set(map(normalise, one)) == things
    ]
    orders = len({tuple(map(normalise, pieces)) for pieces in complete})
    if len(things) < SMALLEST_RANKING or count < needed or orders < (1 if asked else 2):
        return None
    return Typed(
        type="ranking",
        confidence=_how_sure(count, n_people, asked=asked),
        why="people listed the same things, in an order of their own",
        options=options_of(piece for pieces in complete for piece in pieces),
    )


def _how_sure(n_complete: int, n_people: int, *, asked: bool) -> float:
    if n_complete < n_people:
        return 0.9 if asked else 0.8
    return 0.97 if asked and n_complete > 1 else 0.9
