"""Dates."""

from rm_eval.recognise.dates import day_stands_first, read_date
from rm_eval.recognise.kinds.typed import MOSTLY, Answers, Typed, telling


def as_date(_: str, answers: Answers) -> Typed | None:
    """Take a column for dates where nearly all its answers are."""
    answers = telling(answers)
    read = [read_date(one, day_first=True) or read_date(one, day_first=False) for one in answers]
    if sum(day is not None for day in read) < MOSTLY * len(read):
        return None
    if day_stands_first(answers) is None:
        why = "the answers are dates, but day and month could be either way round"
        return Typed(type="date", confidence=0.6, why=why)
    return Typed(type="date", confidence=0.9, why="the answers are dates")
