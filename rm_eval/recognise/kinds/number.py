"""Plain numbers: how many, how long."""

import re
from collections import Counter

from rm_eval.recognise.kinds.typed import MOSTLY, Answers, Typed, telling

NUMBER = re.compile(r"[+-]?\d+([.,]\d+)?")


def as_number(_: str, answers: Answers) -> Typed | None:
    """Take a column for numbers where nearly all its answers are."""
    answers = telling(answers)
    if numbers_in(answers).total() < MOSTLY * answers.total():
        return None
    return Typed(type="number", confidence=0.9, why="the answers are numbers")


def numbers_in(answers: Answers) -> Counter[float]:
    """Read the answers that are plain numbers, each with how many people gave it."""
    numbers: Counter[float] = Counter()
    for answer, n in answers.items():
        digits = answer.replace("\u2212", "-")
        if NUMBER.fullmatch(digits):
            numbers[float(digits.replace(",", "."))] += n
    return numbers
