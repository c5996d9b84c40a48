"""Tick-boxes: several options in one cell."""

from rm_eval.recognise.kinds.typed import Answers, Typed, offered
from rm_eval.recognise.layout import asks_for_ticks
from rm_eval.recognise.pieces.lists import Ticks, find_ticks
from rm_eval.recognise.pieces.separators import split

FORMS_SEPARATOR = ";"
ASKED_FOR = 0.97
# However well a few lists agree, few they are.
NEARLY_ALL = 0.95
MANY = 5
MOST_SURE = {1: 0.6, 2: 0.75, 3: 0.85}
# No form offers so many boxes; thousands of people's own words share that many by chance.
MOST_OPTIONS = 100


def as_forms_ticks(heading: str, answers: Answers) -> Typed | None:
    """Take a column for tick-boxes as Microsoft Forms writes them."""
    if not all(answer.rstrip().endswith(FORMS_SEPARATOR) for answer in answers):
        return None
    why = "every answer is a list that ends with a semicolon, as Microsoft Forms writes ticks"
    lists = [(split(answer, FORMS_SEPARATOR), n) for answer, n in answers.items()]
    sure = asks_for_ticks(heading) or answers.total() > 1
    confidence = ASKED_FOR if sure else 0.9
    return Typed(type="multiple_choice", confidence=confidence, why=why, options=offered(lists))


def as_ticks(heading: str, answers: Answers) -> Typed | None:
    """Take a column for tick-boxes where its cells are lists of the same few things."""
    asked_for = asks_for_ticks(heading)
    ticks = find_ticks(answers, asked_for=asked_for)
    if ticks is None:
        return None
    options = offered(ticks.lists)
    if asked_for:
        why = "the question asks to choose several, and the answers are lists"
        return Typed(type="multiple_choice", confidence=ASKED_FOR, why=why, options=options)
    if len(options) > MOST_OPTIONS:
        return None
    why = (
        f"the answers are lists, and {ticks.repeated:.0%} of what stands in them was given "
        "by several people"
    )
    return Typed(type="multiple_choice", confidence=_how_sure(ticks), why=why, options=options)


def _how_sure(ticks: Ticks) -> float:
    if ticks.repeated >= NEARLY_ALL and ticks.n_several >= MANY:
        return ASKED_FOR
    by_words = 0.6 + 0.35 * ticks.repeated
    return round(min(by_words, MOST_SURE.get(ticks.n_several, 1.0)), 2)
