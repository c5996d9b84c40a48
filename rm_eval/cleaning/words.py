"""Dates, and people's own words, which are kept as they are."""

from rm_eval.cleaning.answer import Answer, Change, Cleaned, left_out, not_answered
from rm_eval.questionnaire import Question
from rm_eval.recognise.dates import read_date, read_serial
from rm_eval.recognise.no_answer import means_no_answer


def clean_date(text: str, _: Question, *, day_first: bool = True) -> Cleaned:
    """Read a date; the whole column tells whether the day stands first."""
    if means_no_answer(text):
        return not_answered(text)
    day = read_date(text, day_first=day_first)
    if day is None and (day := read_serial(text)):
        why = f'"{text}" is a day as spreadsheets count them. It was read as {day.isoformat()}.'
        return Cleaned(
            answers=(Answer(text=day.isoformat()),),
            after=day.isoformat(),
            changes=(Change(rule="value_reworded", why=why),),
        )
    if day is None:
        return left_out("date_unreadable", "This is not a date we can read. We left it out.")
    return Cleaned(answers=(Answer(text=day.isoformat()),), after=day.isoformat())


def clean_free_text(text: str, _: Question) -> Cleaned:
    """Keep own words; a blank is no answer, and neither is "NA"."""
    if means_no_answer(text):
        return not_answered(text)
    return Cleaned(answers=(Answer(text=text),), after=text)
