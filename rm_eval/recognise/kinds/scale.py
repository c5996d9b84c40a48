"""A score on a scale of whole numbers."""

import re

from rm_eval.questionnaire import Scale
from rm_eval.recognise.kinds.number import numbers_in
from rm_eval.recognise.kinds.typed import HALF, MOSTLY, Answers, Typed, telling
from rm_eval.recognise.wording import ENDS, normalise

NUMBER_WORDS = {
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
}  # fmt: skip
ASKS_FOR_A_SCORE = re.compile(
    r"\b(scale|rate|rating|score|how (confident|comfortable|satisfied|likely|much|well|useful))\b"
)
SCALE_ENDS = (5, 10)


def as_scale(heading: str, answers: Answers) -> Typed | None:
    """Take a column for scores where the heading, or else the answers, tell the ends."""
    answers = telling(answers)
    numbers = numbers_in(answers)
    said = ENDS.search(heading.casefold())
    n_named = sum(n for answer, n in answers.items() if said and _names_a_number(answer))
    if said and n_named >= HALF * answers.total():
        scale = Scale(low=int(said["low"] or 1), high=int(said["high"] or said["top"]))
        why = f'the heading says "{said[0]}" and the answers are numbers'
        return Typed(type="scale", confidence=0.95, why=why, scale=scale)
    asked = ASKS_FOR_A_SCORE.search(heading.casefold())
    if not asked or numbers.total() < MOSTLY * answers.total():
        return None
    low = 0 if 0 in numbers else 1
    ends = [end for end in SCALE_ENDS if all(low <= number <= end for number in numbers)]
    if low == 0:
        ends = [end for end in ends if end == max(SCALE_ENDS)]
    if not ends or any(number != int(number) for number in numbers):
        return None
    why = (
        f"the answers are whole numbers from {low} to {ends[0]} and the heading says "
        f'"{asked[0]}"; please check the ends'
    )
    return Typed(type="scale", confidence=0.85, why=why, scale=Scale(low=low, high=ends[0]))


def _names_a_number(answer: str) -> bool:
    """Say whether a score could be read here: "7", "8/10", "eight"."""
    return answer[0].isdecimal() or normalise(answer) in NUMBER_WORDS
