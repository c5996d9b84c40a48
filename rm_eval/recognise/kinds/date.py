"""Dates."""

import re
from functools import partial

from rm_eval.recognise.dates import is_serial, read_date
from rm_eval.recognise.kinds.typed import Answers, Typed, mostly, telling
from rm_eval.recognise.wordings.wording import normalise

ASKS_FOR_A_DATE = re.compile(r"\b(date|when|day|dob|datum|fecha|dyddiad)\b|日期")


def as_date(heading: str, answers: Answers) -> Typed | None:
    """Take a column for dates where nearly all its answers are; bare digits only if asked for."""
    answers = telling(answers)
    asked = ASKS_FOR_A_DATE.search(normalise(heading)) is not None
    if not mostly(partial(_is_date, asked=asked), answers):
        return None
    return Typed(type="date", confidence=0.9, why="the answers are dates")


def _is_date(text: str, *, asked: bool) -> bool:
    if text.isdecimal() and not asked:
        return False
    either = read_date(text, day_first=True) or read_date(text, day_first=False)
    return either is not None or is_serial(text)
