"""Several people put the same things in orders of their own, one list a cell."""

from collections import Counter

from rm_eval.recognise.kinds.typed import Answers, Typed, options_of
from rm_eval.recognise.layout import SMALLEST_RANKING, asks_to_rank
from rm_eval.recognise.lists import split
from rm_eval.recognise.wording import normalise

SEPARATOR = ";"


def as_ranking(heading: str, answers: Answers) -> Typed | None:
    """Several people listed the same three or more things, in different orders."""
    asked = asks_to_rank(heading)
    needed = max(2, answers.total() / 4 if asked else answers.total())
    lists = [(split(answer, SEPARATOR), n) for answer, n in answers.items()]
    long_enough = [(pieces, n) for pieces, n in lists if len(pieces) >= SMALLEST_RANKING]
    if sum(n for _, n in long_enough) < needed:
        return None
    sets: Counter[frozenset[str]] = Counter()
    for pieces, n in long_enough:
        sets[frozenset(map(normalise, pieces))] += n
    things, count = sets.most_common(1)[0]
    complete = [
        one
        for one, _ in long_enough
        if len(one) == len(things) and set(map(normalise, one)) == things
    ]
    orders = len({tuple(map(normalise, pieces)) for pieces in complete})
    if len(things) < SMALLEST_RANKING or count < needed or orders < (1 if asked else 2):
        return None
    why = "people listed the same things, in an order of their own"
    return Typed(
        type="ranking",
        confidence=0.9 if count == answers.total() else 0.8,
        why=why,
        options=options_of(piece for pieces in complete for piece in pieces),
    )
