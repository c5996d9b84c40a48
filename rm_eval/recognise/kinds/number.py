"""Plain numbers: how many, how long, how old."""

import re

from rm_eval.recognise.kinds.typed import Answers, Typed, mostly, telling
from rm_eval.recognise.scales.numerals import number_in
from rm_eval.recognise.wordings.wording import normalise

COUNTS = re.compile(
    r"\b(how (many|old|long|often|far)|number of|no of|count of|age|aged|"
    r"(years?|months?|weeks?|days?|hours?|minutes?) (in|of|at|since|spent|worked)|hrs|mins|cost|"
    r"price|budget|salary|income|total|amount|percentage|percent|times|size|height|weight|"
    r"distance)\b"
)
# A number that names something: it is kept as it stands and never averaged.
NAMES = re.compile(
    r"\b((?<!to )code|id|identifier|ref|reference|extension|ext|pin|(staff|employee|payroll|"
    r"assignment|registration|order|case|ticket|account|personnel|phone|site|ward|room) "
    r"(number|no))\b"
)


def as_number(heading: str, answers: Answers) -> Typed | None:
    """Take a column for numbers where nearly all its answers are, and they measure something."""
    answers = telling(answers)
    if names_something(heading) or not mostly(lambda one: number_in(one) is not None, answers):
        return None
    return Typed(type="number", confidence=0.9, why="the answers are numbers")


def counts_something(heading: str) -> bool:
    """Say whether a question asks how many, how old or how long."""
    return COUNTS.search(normalise(heading.replace("_", " "))) is not None


def names_something(heading: str) -> bool:
    """Say whether a number is asked for that is a name, such as a code."""
    return NAMES.search(normalise(heading.replace("_", " "))) is not None
