"""Dates as people and programs write them; whether the day or the month stands first."""

import re
from collections.abc import Iterable
from datetime import date, datetime, timedelta

NUMBERS = re.compile(
    r"(?P<one>\d{1,2})(?P<mark>[/.-])(?P<two>\d{1,2})(?P=mark)(?P<year>\d{4}|\d{2})"
    r"(?P<time>[ T,].*)?"
)
TIME = re.compile(
    r"[ T,]*\d{1,2}[:.]\d{2}([:.]\d{2}(\.\d+)?)?( ?[ap]\.?m\.?)?.{0,8}", re.IGNORECASE
)
IN_WORDS = ("%d %B %Y", "%d %b %Y", "%B %d %Y", "%b %d %Y", "%d-%b-%Y", "%d-%b-%y")
# What those forms have in common; asked first, because trying each in turn is slow.
LOOKS_IN_WORDS = re.compile(r"\d{1,2}[ -][^\W\d_]+[ -]\d{2,4}|[^\W\d_]+ \d{1,2} \d{4}")
ORDINAL = re.compile(r"(\d)(st|nd|rd|th)\b", re.IGNORECASE)
MONTHS = 12
SERIAL_ZERO = date(1899, 12, 30)
FIRST_SERIAL, LAST_SERIAL = 30_000, 60_000
# So many times as many rows must say one order as the other; the few are slips for the receipt.
CLEARLY = 5


def read_date(text: str, *, day_first: bool) -> date | None:
    """Read a date; the order of day and month only matters where both could be either."""
    text = text.strip()
    try:
        return datetime.fromisoformat(text).date()
    except ValueError:
        pass
    found = NUMBERS.fullmatch(text)
    if found is None:
        return _in_words(text)
    if found["time"] and not TIME.fullmatch(found["time"]):
        return None
    one, two, year = int(found["one"]), int(found["two"]), int(found["year"])
    if len(found["year"]) == 2:  # noqa: PLR2004
        year += 2000
    day, month = (one, two) if day_first else (two, one)
    try:
        return date(year, month, day)
    except ValueError:
        return None


def has_order(texts: Iterable[str]) -> bool:
    """Say whether any of these is a date of numbers, whose day and month could change places."""
    return any(NUMBERS.fullmatch(text.strip()) for text in texts)


def is_serial(text: str) -> bool:
    """Say whether a text is a day as spreadsheets count them, between 1982 and 2064."""
    is_short = len(text) == len(str(LAST_SERIAL))  # thousands of digits Python refuses to read
    return is_short and text.isdecimal() and FIRST_SERIAL <= int(text) <= LAST_SERIAL


def read_serial(text: str) -> date | None:
    """Read a day as spreadsheets count them: 45231 is 1 November 2023."""
    return SERIAL_ZERO + timedelta(days=int(text)) if is_serial(text) else None


def day_stands_first(texts: Iterable[str]) -> bool | None:
    """Tell the order of day and month from a column; None where it does not tell.

    A row or two the other way round are slips: those dates cannot be read and are left out.
    """
    found = [match for text in texts if (match := NUMBERS.fullmatch(text.strip()))]
    day_first = sum(int(match["one"]) > MONTHS for match in found)
    month_first = sum(int(match["two"]) > MONTHS for match in found)
    if not found or (day_first and day_first >= CLEARLY * month_first):
        return True
    if month_first and month_first >= CLEARLY * day_first:
        return False
    return None


def _in_words(text: str) -> date | None:
    words = ORDINAL.sub(r"\1", text).replace(",", " ")
    words = " ".join(words.split())
    if not LOOKS_IN_WORDS.fullmatch(words):
        return None
    for form in IN_WORDS:
        try:
            return datetime.strptime(words, form).date()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            continue
    return None
