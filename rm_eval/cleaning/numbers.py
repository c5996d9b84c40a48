"""Scores on a whole-number scale, and plain numbers. Nothing is ever clipped or rounded."""

from rm_eval.cleaning.answer import Answer, Change, Cleaned, left_out, not_answered
from rm_eval.questionnaire import Question, Scale
from rm_eval.recognise.no_answer import means_no_answer
from rm_eval.recognise.scales.numerals import Read, number_in, plain_digits, score_in


def clean_scale(text: str, question: Question) -> Cleaned:
    """Read a score: a whole number within the scale's ends, or nothing."""
    scale = question.scale or Scale()
    if means_no_answer(text):
        return not_answered(text)
    read = score_in(text)
    if read is None or read.out_of not in {None, scale.high}:
        return left_out("value_unreadable", "This is not a score. We left it out.")
    if read.number != int(read.number):
        return left_out("value_not_whole", f"{text} is not a whole number. We left it out.")
    if not scale.low <= read.number <= scale.high:
        return left_out(
            "value_out_of_range",
            f"{text} is outside {scale.low} to {scale.high}. We left it out. "
            "Fix it in your file if it was a slip.",
        )
    return _read(text, read, str(int(read.number)))


def clean_number(text: str, _: Question) -> Cleaned:
    """Read a number of any size."""
    if means_no_answer(text):
        return not_answered(text)
    read = number_in(text)
    if read is None:
        return left_out(
            "value_unreadable",
            "This is not one plain number. We left it out.",
        )
    return _read(text, read, f"{read.number:.15g}" if read.reworded else plain_digits(text))


def _read(text: str, read: Read, after: str) -> Cleaned:
    change = Change(rule="value_reworded", why=f'"{text}" was read as {after}.')
    return Cleaned(
        answers=(Answer(number=read.number),),
        after=after,
        changes=(change,) if read.reworded else (),
    )
