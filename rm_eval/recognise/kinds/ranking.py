"""Several people put the same things in orders of their own, one list a cell."""

from collections import Counter

from rm_eval.recognise.kinds.typed import Typed, options_of
from rm_eval.recognise.layout import SMALLEST_RANKING, asks_to_rank
from rm_eval.recognise.lists import split
from rm_eval.recognise.wording import normalise

SEPARATOR = ";"


def as_ranking(heading: str, answers: list[str]) -> Typed | None:
    """Several people listed the same three or more things, in different orders."""
    lists = [split(answer, SEPARATOR) for answer in answers]
    if not any(pieces[1:] for pieces in lists):
        return None
    sets = Counter(frozenset(map(normalise, pieces)) for pieces in lists)
    things, count = sets.most_common(1)[0]
    asked = asks_to_rank(heading)
    needed = len(answers) / 4 if asked else len(answers)
    complete = [
        one for one in lists if len(one) == len(things) and set(map(normalise, one)) == things
    ]
    orders = len({tuple(map(normalise, pieces)) for pieces in complete})
    if len(things) < SMALLEST_RANKING or count < max(needed, 2) or orders < (1 if asked else 2):
        return None
    why = "people listed the same things, in an order of their own"
    return Typed(
        type="ranking",
        confidence=0.9 if count == len(answers) else 0.8,
        why=why,
        options=options_of(piece for pieces in complete for piece in pieces),
    )
