"""Plain numbers: how many, how long."""

import re

from rm_eval.recognise.kinds.typed import MOSTLY, Typed, telling

NUMBER = re.compile(r"[+-]?\d+([.,]\d+)?")


def as_number(_: str, answers: list[str]) -> Typed | None:
    """Take a column for numbers where nearly all its answers are."""
    answers = telling(answers)
    if len(numbers_in(answers)) < MOSTLY * len(answers):
        return None
    return Typed(type="number", confidence=0.9, why="the answers are numbers")


def numbers_in(answers: list[str]) -> list[float]:
    """Read the answers that are plain numbers."""
    found = (answer.replace("\u2212", "-") for answer in answers)
    return [float(one.replace(",", ".")) for one in found if NUMBER.fullmatch(one)]
