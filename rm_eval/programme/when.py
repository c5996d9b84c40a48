"""A date as far as it is known: programmes are told of by year or month more often than by day."""

import re
from calendar import month_name, monthrange
from dataclasses import dataclass
from datetime import date

from rm_eval.errors import NotAllowed

MONTHS = {name.lower(): number for number, name in enumerate(month_name) if name}
SHORT_MONTHS = {name[:3]: number for name, number in MONTHS.items()}
BY_NUMBERS = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
BY_SLASHES = re.compile(r"(?:(?:(\d{1,2})/)?(\d{1,2})/)(\d{4})")
BY_WORDS = re.compile(r"(?:(\d{1,2})(?:st|nd|rd|th)? )?([a-z]+)\.? (\d{4})")
EARLIEST, LATEST = 1990, 2100  # a slip of the hand lies outside


@dataclass(frozen=True, order=True, slots=True)
class When:
    """A day, a month or a year.

    Attributes
    ----------
    year
        In full, such as 2020.
    month, day
        From 1; 0 where it is not known.
    """

    year: int
    month: int = 0
    day: int = 0

    def __post_init__(self) -> None:
        """Refuse what is on no calendar."""
        if self.day and not self.month:
            raise ValueError("a day needs its month")
        date(self.year, self.month or 1, self.day or 1)

    @property
    def first(self) -> date:
        """The first day it can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """The last day it can mean."""
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])

    @property
    def words(self) -> str:
        """Such as "18 December 2020", "October 2020" or "2020"."""
        known = (str(self.day or ""), month_name[self.month], str(self.year))
        return " ".join(word for word in known if word)

    def __str__(self) -> str:
        """As in a file: "2020-12-18", "2020-10" or "2020"."""
        known = (f"{self.year}", f"{self.month:02}", f"{self.day:02}")
        return "-".join(known[: 1 + bool(self.month) + bool(self.day)])


def read_when(text: str) -> When | None:
    """Read a date as somebody types it: "2020-10", "October 2020", "10/2020", "1 Oct 2020".

    Returns
    -------
    When or None
        None where nothing is typed.

    Raises
    ------
    NotAllowed
        Where this is no date.
    """
    plain = " ".join(text.lower().replace(",", " ").split())
    if not plain:
        return None
    try:
        found = _read(plain)
    except ValueError:
        found = None
    if found is None or not EARLIEST <= found.year <= LATEST:
        raise NotAllowed(
            f"“{text.strip()[:40]}” is not a date we can read. Write a month and a year, such as "
            "October 2020, or a year alone. Nothing was changed.",
            code="date_unknown",
        )
    return found


def _read(plain: str) -> When | None:
    if found := BY_NUMBERS.fullmatch(plain):
        return When(*(int(number or 0) for number in found.groups()))
    if found := BY_SLASHES.fullmatch(plain):
        day, month, year = (int(number or 0) for number in found.groups())
        return When(year, month, day)
    found = BY_WORDS.fullmatch(plain)
    month = SHORT_MONTHS.get(found[2][:3], 0) if found else 0
    if found is None or not month or not month_name[month].lower().startswith(found[2]):
        return None
    return When(int(found[3]), month, int(found[1] or 0))
