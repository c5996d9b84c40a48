"""Dates, and people's own words, which are kept as they are."""

from datetime import datetime

from rm_eval.cleaning.answer import Answer, Cleaned, left_out, means_no_answer, not_answered
from rm_eval.questionnaire import Question


def clean_date(text: str, _: Question) -> Cleaned:
    """Read a date written year first, as every cell is after reading."""
    try:
        day = datetime.fromisoformat(text).date().isoformat()
    except ValueError:
        return left_out("date_unreadable", "This is not a date we can read. We left it out.")
    return Cleaned(answers=(Answer(text=day),), after=day)


def clean_free_text(text: str, _: Question) -> Cleaned:
    """Keep own words; a blank is no answer, and neither is "NA"."""
    if means_no_answer(text):
        return not_answered(text)
    return Cleaned(answers=(Answer(text=text),), after=text)
