"""Scores on a whole-number scale, and plain numbers. Nothing is ever clipped or rounded."""

import re
import unicodedata

from rm_eval.cleaning.answer import Answer, Change, Cleaned, left_out, not_answered
from rm_eval.questionnaire import Question, Scale
from rm_eval.recognise.no_answer import means_no_answer

WORDS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5,
    "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
}  # fmt: skip
PLAIN = re.compile(r"[+-]?\d{1,6}([.,]\d+)?")
OUT_OF = re.compile(r"(\d{1,2})\s*(?:/|out of)\s*(\d{1,3})")
WITH_LABEL = re.compile(r"(\d{1,2})\s*(?:[-–—:=]|\()\s*[^\W\d][^\d]*")


def clean_scale(text: str, question: Question) -> Cleaned:
    """Read a score: a whole number within the scale's ends, or nothing."""
    scale = question.scale or Scale()
    if means_no_answer(text):
        return not_answered(text)
    number, reworded = _number_in(text, scale)
    if number is None:
        return left_out("value_unreadable", "This is not a score. We left it out.")
    if number != int(number):
        return left_out("value_not_whole", f"{text} is not a whole number. We left it out.")
    if not scale.low <= number <= scale.high:
        return left_out(
            "value_out_of_range",
            f"{text} is outside {scale.low} to {scale.high}. We left it out. "
            "Put it right in your file if it was a slip.",
        )
    after = str(int(number))
    change = Change(rule="value_reworded", why=f'"{text}" was read as {after}.')
    return Cleaned(
        answers=(Answer(number=number),), after=after, changes=(change,) if reworded else ()
    )


def clean_number(text: str, _: Question) -> Cleaned:
    """Read a number of any size."""
    if means_no_answer(text):
        return not_answered(text)
    digits = _plain_digits(text)
    if not PLAIN.fullmatch(digits):
        return left_out("value_unreadable", "This is not a number. We left it out.")
    return Cleaned(answers=(Answer(number=_float(digits)),), after=digits)


def _number_in(text: str, scale: Scale) -> tuple[float | None, bool]:
    """Return the number a text holds, and whether it had to be read out of words."""
    digits = _plain_digits(text)
    if PLAIN.fullmatch(digits):
        return _float(digits), False
    if digits.casefold() in WORDS:
        return float(WORDS[digits.casefold()]), True
    if (out_of := OUT_OF.fullmatch(digits.casefold())) and int(out_of[2]) == scale.high:
        return float(out_of[1]), True
    if labelled := WITH_LABEL.fullmatch(digits):
        return float(labelled[1]), True
    return None, False


def _plain_digits(text: str) -> str:
    """Write full-width and other scripts' decimal digits as 0-9; circled ones are no digits."""
    text = text.replace("\u2212", "-")
    return "".join(
        str(unicodedata.decimal(letter)) if letter.isdecimal() else letter for letter in text
    )


def _float(digits: str) -> float:
    """Read ``7``, ``7.0`` or ``7,0``; ``1,000`` is no decimal comma and reads as 1000."""
    whole, comma, part = digits.partition(",")
    thousands = 3
    if comma and len(part) == thousands:
        return float(whole + part)
    return float(digits.replace(",", "."))
