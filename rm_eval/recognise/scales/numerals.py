"""Numbers as people type them and tools write them: ``7``, ``8/10``, ``eight``, ``4 stars``."""

import re
import unicodedata
from typing import NamedTuple

from rm_eval.recognise.scales.degrees import LONGEST_LABEL
from rm_eval.recognise.scales.likert import shows_a_scale

WORDS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5,
    "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
}  # fmt: skip
NUMBER_WORD = re.compile(rf"\b({'|'.join(WORDS)})\b")
PLAIN = re.compile(r"[+-]?\d{1,6}([.,]\d+)?")
THOUSANDS = re.compile(r"[+-]?\d{1,3}(,\d{3})+(\.\d+)?")
# A score with what stands beside it, tried in turn; alone, `only_words` must be of a scale.
SCORES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?P<score>\d{1,2})\s*(?:/|out of)\s*(?P<out_of>[3-9]|10|20|100)(?: stars?)?",
        r"(?P<score>\d{1,2})\s*(?P<stars>stars?|★|⭐)",
        r"(?P<score>\d{1,3})\s*(?:[-–—:=.,]|\()\s*(?P<words>[^\W\d][^\d]*)",  # "8 - good"
        r"(?P<words>[^\W\d][^\d]*?)\s*(?:[-–—:=]\s*|\()(?P<score>\d{1,3})\)?",  # "Good (8)"
        r"(?P<score>\d{1,3})\s+(?P<only_words>[^\W\d][^\d]*)",  # "10 Extremely likely"
    )
)
DRAWN_STARS = re.compile(r"(?P<full>[★⭐]{1,10})\ufe0f?☆{0,10}")
ABOUT = re.compile(r"(?:about|approx\.?|approximately|around|roughly|circa|c\.|ca\.|~)\s*(.+)")
WITH_SIGN = re.compile(r"[£$€]\s*(.+)|(.+?)\s*(?:[£€%]|per ?cent)")


class Read(NamedTuple):
    """A number read out of a text.

    Attributes
    ----------
    reworded
        Something stood beside it.
    out_of
        The end it names, as in "8 out of 10".
    scored
        What stood beside it shows that it is a score: stars, or words of a scale.
    """

    number: float
    reworded: bool = False
    out_of: int | None = None
    scored: bool = False


def number_in(text: str) -> Read | None:
    """Read a number of any size; None where it is a range, has a unit or is none."""
    digits = plain_digits(text)
    plain = _plain(digits)
    if plain is not None:
        return Read(plain)
    if len(text) > LONGEST_LABEL:
        return None
    found = ABOUT.fullmatch(digits.casefold()) or WITH_SIGN.fullmatch(digits.casefold())
    if found:
        plain = _plain(next(part for part in found.groups() if part).strip())
        return None if plain is None else Read(plain, reworded=True)
    return _in_words(digits)


def score_in(text: str) -> Read | None:
    """Read a score: a plain number, or one in words, beside its label, out of an end, in stars."""
    digits = plain_digits(text)
    plain = _plain(digits)
    if plain is not None:
        return Read(plain)
    if len(text) > LONGEST_LABEL:
        return None
    if found := DRAWN_STARS.fullmatch(digits):
        return Read(float(len(found["full"])), reworded=True, scored=True)
    return _beside_words(digits) or _in_words(digits)


def plain_digits(text: str) -> str:
    """Write full-width and other scripts' decimal digits as 0-9; circled ones are no digits.

    An apostrophe in front is a spreadsheet's own mark for a number kept as text.
    """
    text = text.replace("\u2212", "-").removeprefix("'")
    if text.isascii():
        return text
    return "".join(
        str(unicodedata.decimal(letter)) if letter.isdecimal() else letter for letter in text
    )


def _beside_words(digits: str) -> Read | None:
    if NUMBER_WORD.search(digits.casefold()):
        return None
    found = next((match for one in SCORES if (match := one.fullmatch(digits))), None)
    if found is None:
        return None
    parts = found.groupdict()
    words = parts.get("words") or parts.get("only_words") or ""
    scored = "stars" in parts or shows_a_scale(words.strip(" )"))
    if parts.get("only_words") and not scored:
        return None
    out_of = int(parts["out_of"]) if "out_of" in parts else None
    return Read(float(parts["score"]), reworded=True, out_of=out_of, scored=scored)


def _in_words(digits: str) -> Read | None:
    number = WORDS.get(digits.casefold())
    return None if number is None else Read(float(number), reworded=True)


def _plain(digits: str) -> float | None:
    """Read ``7``, ``7.0`` or ``7,0``; ``1,000`` is no decimal comma and reads as 1000."""
    if THOUSANDS.fullmatch(digits):
        return float(digits.replace(",", ""))
    return float(digits.replace(",", ".")) if PLAIN.fullmatch(digits) else None
