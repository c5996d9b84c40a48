"""Tick-boxes: several options in one cell."""

from rm_eval.recognise.kinds.typed import Answers, Typed, offered, options_of
from rm_eval.recognise.layout import asks_for_ticks
from rm_eval.recognise.lists import find_ticks, split

SEPARATOR = ";"


def as_forms_ticks(_: str, answers: Answers) -> Typed | None:
    """Take a column for tick-boxes as Microsoft Forms writes them."""
    if not all(answer.rstrip().endswith(SEPARATOR) for answer in answers):
        return None
    why = "every answer is a list that ends with a semicolon, as Microsoft Forms writes ticks"
    pieces = (piece for answer in answers for piece in split(answer, SEPARATOR))
    return Typed(type="multiple_choice", confidence=0.95, why=why, options=options_of(pieces))


def as_ticks(heading: str, answers: Answers) -> Typed | None:
    """Take a column for tick-boxes where its cells are lists of the same few things."""
    asked_for = asks_for_ticks(heading)
    ticks = find_ticks(answers, asked_for=asked_for)
    if ticks is None:
        return None
    options = offered(ticks.lists)
    if asked_for:
        why, confidence = "the question asks to choose several", 0.9
    else:
        why = (
            f"the answers are lists, and {ticks.repeated:.0%} of what stands in them was given "
            "by several people"
        )
        confidence = round(0.9 * ticks.repeated, 2)
    return Typed(type="multiple_choice", confidence=confidence, why=why, options=options)
