"""Percentages of an old report become counts again: which number of people fits, and what is odd.

A report that prints whole percentages and no number of people has most often printed the number,
too: 86%, 43% and 14% are shares of 7 people, or of a multiple of 7.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from rm_eval.errors import NotAllowed
from rm_eval.questionnaire import Question
from rm_eval.stats import Fit, fits_of
from rm_eval.typed.table import answers_of
from rm_eval.typed.tally import Tally
from rm_eval.wording.figures import joined

# Programmes have 7 to 30 people a cohort; more would fit nearly anything.
MOST = 30
PERCENT = re.compile(r"(\d{1,3}(?:\.\d{1,2})?)\s*(?:%|per cent|percent)?", re.IGNORECASE)
BLANK = {"", "-", "–", "—"}
ALL = 100
NONE_FITS = (
    "No number of people up to {most} gives any of these percentages. Check them, or try more "
    "people."
)
Log = tuple[str, str, str, str]


@dataclass(frozen=True, kw_only=True, slots=True)
class Checked:
    """What printed percentages say of how many people there were.

    Attributes
    ----------
    percentages
        As printed, by answer.
    fits
        The numbers of people that agree best, smallest first; none where no number of people
        agrees with any of the percentages.
    most
        The largest number of people that was tried.
    """

    percentages: Mapping[str, Decimal]
    fits: tuple[Fit, ...]
    most: int

    @property
    def sentences(self) -> tuple[str, ...]:
        """Say which numbers fit, and which percentage is the odd one."""
        if not self.percentages:
            return ()
        if not self.fits:
            return (NONE_FITS.format(most=self.most),)
        numbers = _one_of([fit.n for fit in self.fits])
        n = len(self.percentages)
        every = "the percentage" if n == 1 else f"all {n} percentages"
        if not self.fits[0].odd:
            return (f"{numbers} people fit {every}.",)
        n_odd = len(self.fits[0].odd)
        none = f"No number of people up to {self.most} fits {every}."
        return (
            f"{none} {numbers} people fit all but {n_odd}.",
            *(self._odd_one(self.fits[0], at) for at in self.fits[0].odd),
        )

    def _odd_one(self, fit: Fit, at: int) -> str:
        answer, printed = list(self.percentages.items())[at]
        count = fit.counts[at]
        return (
            f"{printed}% (“{answer}”) is the odd one: {count} of {fit.n} is "
            f"{_share(count, fit.n)}%. No number of {fit.n} people gives {printed}%."
        )


def read_percentage(text: str) -> Decimal | None:
    """Read "72%", "72" or "72.7 %"; None where nothing is printed.

    Raises
    ------
    NotAllowed
        Where this is no percentage.
    """
    plain = text.strip()
    if plain in BLANK:
        return None
    found = PERCENT.fullmatch(plain)
    if found is None or Decimal(found[1]) > ALL:
        raise NotAllowed(
            f"“{plain[:40]}” is no percentage. Write a number from 0 to 100, such as 72%. Nothing "
            "was kept.",
            code="no_percentage",
        )
    return Decimal(found[1])


def check_percentages(percentages: Mapping[str, Decimal], *, most: int = MOST) -> Checked:
    """Find how many people can stand behind the percentages of one group, by answer."""
    best = fits_of(list(percentages.values()), most=most)
    fits = tuple(fit for fit in best if len(fit.odd) < len(percentages))
    return Checked(percentages=percentages, fits=fits, most=most)


def counted(question: Question, checked: Checked, n: int) -> tuple[Tally, tuple[Log, ...]]:
    """Turn the percentages of one group into counts of n people.

    Returns
    -------
    tally, log
        The log has a line a percentage: as printed, the count, and what had to be decided.

    Raises
    ------
    NotAllowed
        Where n is none of the numbers that fit, or an answer is none of the question's.
    """
    fit = next((one for one in checked.fits if one.n == n), None)
    if fit is None:
        raise NotAllowed(
            f"{n} people do not fit these percentages. Choose one of the numbers that do. Nothing "
            "was kept.",
            code="does_not_fit",
        )
    ids = {label: answer for answer, label in answers_of(question).items()}
    log, counts = [], {}
    for at, (answer, printed) in enumerate(checked.percentages.items()):
        count = fit.counts[at]
        counts[ids[answer]] = count
        share = f"{count} of {n} is {_share(count, n)}%"
        odd = f"No number of {n} people gives {printed}%; the nearest is kept. {share}."
        why = odd if at in fit.odd else f"{share}."
        log.append((question.id, f"{answer}: {printed}%", f"{count} of {n}", why))
    return Tally(question=question, n=n, counts=counts), tuple(log)


def _share(count: int, n: int) -> int:
    """A percentage rounded half up, as everything here is."""
    return (200 * count + n) // (2 * n)


def _one_of(numbers: list[int]) -> str:
    words = joined([str(number) for number in numbers])
    return words.replace(" and ", " or ")
