"""What the rows of a published view say, as facts about sums of unknown people."""

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass

from rm_eval.disclosure.attack.answers import Answers
from rm_eval.disclosure.attack.answers.answers import Mean
from rm_eval.disclosure.attack.unknowns import Sum, Unknowns, minus, plus, times
from rm_eval.disclosure.policy import END_BAND
from rm_eval.disclosure.published import Published
from rm_eval.errors import ForTheDeveloper

# Means are told to a tenth at the finest, so every end of a rounding interval is so many halves of
# a tenth: twenty times a mean is whole, and sums of whole numbers need no tolerance.
PARTS_OF_A_POINT = 20
FEWER_THAN = re.compile(r"fewer than (\d+)")
FROM_TO = re.compile(r"(\d+) to (\d+)\b")
OR_MORE = re.compile(r"(\d+) or more\b")
NEARLY_ALL, NOT_NEARLY_ALL, SOME = "nearly all", "not nearly all", "some ("
# Figures that are not counts of people.
MEANS = {"mean", "median", "mean_place", "mean_change", "mean_before", "mean_after"}
SPREAD = "sd"
# Shares are fractions of at most some hundred people: further apart than this.
SLACK = 1e-4


@dataclass(frozen=True, kw_only=True, slots=True)
class Told:
    """One row of a view: what it says of one figure."""

    statistic: str
    answer: str
    shown: str
    value: float
    low: float
    high: float
    share_low: float
    share_high: float
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class View:
    """The rows of one group in a view, and how many people they are about."""

    rows: tuple[Told, ...]
    n: tuple[int, int]

    @property
    def answers(self) -> tuple[str, ...]:
        """The answers listed, in their order."""
        return tuple(dict.fromkeys(row.answer for row in self.rows if row.answer))


def views_of(published: Published, smallest: int) -> dict[str, View]:
    """Take a published view apart by group; nothing is told of fewer than `smallest` people."""
    views = {}
    for group, rows in published.rows.groupby("group", sort=False):
        records = rows.to_dict("records")
        told = tuple(Told(**{name: record[name] for name in Told.__slots__}) for record in records)
        sizes = [
            _size(record["n"], str(record["n_text"]), str(record["shown"]), smallest)
            for record in records
        ]
        n = max(low for low, _ in sizes), min(high for _, high in sizes)
        views[str(group)] = View(rows=told, n=(0, 0) if told[0].text == "no answers" else n)
    return views


def _size(n: float, text: str, shown: str, smallest: int) -> tuple[int, int]:
    """Return the fewest and the most people a row can be about."""
    if not math.isnan(n):
        return int(n), int(n)
    if text.isdecimal():
        return int(text), int(text)
    fewer = FEWER_THAN.search(text)
    most = int(fewer[1]) - 1 if fewer else 0
    if not fewer:
        raise ForTheDeveloper(f"the attacker cannot read how many people {text!r} are")
    return (1 if shown == "hidden" else min(smallest, most)), most


def know_view(unknowns: Unknowns, answers: Answers, view: View, *, n_told: bool) -> None:
    """Write down everything the rows of a view say."""
    unknowns.know(answers.n, *view.n)
    for row in view.rows:
        if row.shown == "hidden":
            continue
        if row.statistic == "median":
            _know_median(unknowns, answers, row)
        elif row.statistic == SPREAD:
            _know_spread(unknowns, answers, row, view)
        elif (mean := answers.mean(row.statistic, row.answer)) is not None:
            _know_mean(unknowns, mean, row)
        elif (people := answers.people(row.statistic, row.answer)) is not None:
            _know_count(unknowns, people, answers.n, row, n_told=n_told)
        else:
            # What the attacker does not understand it must not call safe.
            raise ForTheDeveloper(f"the attacker knows no figure {row.statistic!r} {row.answer!r}")


def _know_count(unknowns: Unknowns, people: Sum, n: Sum, row: Told, *, n_told: bool) -> None:
    if row.shown == "exact":
        unknowns.know(people, row.value, row.value)
        return
    if not math.isnan(row.low):
        unknowns.know(people, row.low, row.high)
    elif (found := FROM_TO.match(row.text)) is not None:
        unknowns.know(people, int(found[1]), int(found[2]))
    elif (found := OR_MORE.search(row.text)) is not None:
        unknowns.know(people, int(found[1]))
    elif row.text == NEARLY_ALL:
        unknowns.know(minus(n, people), 0, END_BAND)
    if row.text.startswith((SOME, NOT_NEARLY_ALL)):
        unknowns.know(minus(n, people), END_BAND + 1)
    if not n_told and not math.isnan(row.share_low):
        # A bar is drawn from share to share: a reader can measure it.
        unknowns.know(minus(people, times(n, row.share_low)), -SLACK)
        unknowns.know(minus(times(n, row.share_high), people), -SLACK)


def _know_mean(unknowns: Unknowns, mean: Mean, row: Told) -> None:
    """Bound a mean: the sum of (score - end) over its people has a sign.

    Means are rounded half up, so the upper end of what is rounded to a number is rounded to the
    next. An end that is a whole point is an end of the scale, and can be met.
    """
    low, high = (
        minus(times(mean.total, PARTS_OF_A_POINT), times(mean.base, _parts(end)))
        for end in (row.low, row.high)
    )
    unknowns.know(low, -SLACK)
    unknowns.know(high, high=SLACK)
    if row.low < row.high and _parts(row.high) % PARTS_OF_A_POINT:
        unknowns.know(high, high=SLACK - 1, assumed=True)


def _parts(end: float) -> float:
    parts = end * PARTS_OF_A_POINT
    return round(parts) if math.isclose(parts, round(parts), abs_tol=1e-6) else parts


def _know_median(unknowns: Unknowns, answers: Answers, row: Told) -> None:
    """At least half are at or below a median, and half at or above it."""
    at = [(int(score), sum_) for score, sum_ in answers.each().items()]
    below = plus(*(sum_ for score, sum_ in at if score <= row.high))
    above = plus(*(sum_ for score, sum_ in at if score >= row.low))
    for side in (below, above):
        unknowns.know(minus(times(side, 2), answers.n), 0)


def _know_spread(unknowns: Unknowns, answers: Answers, row: Told, view: View) -> None:
    """Bound the squares of scores about the middle of where the mean is told to lie.

    They are (n - 1) sd**2, and n times the square of how far the mean is from that middle.
    """
    mean = next(one for one in view.rows if one.statistic == "mean")
    middle, off = (mean.low + mean.high) / 2, (mean.high - mean.low) / 2
    squares = plus(
        *(times(people, (int(score) - middle) ** 2) for score, people in answers.each().items())
    )
    low, high = row.low**2, row.high**2
    unknowns.know(minus(squares, times(answers.n, low)), -low - SLACK)
    unknowns.know(minus(squares, times(answers.n, high + off**2)), high=-high + SLACK)


def rows_counted(views: Iterable[View]) -> list[tuple[str, str]]:
    """Name every count of people that some view lists: its statistic and its answer."""
    named = [
        (row.statistic, row.answer)
        for view in views
        for row in view.rows
        if row.answer and row.statistic not in MEANS
    ]
    return list(dict.fromkeys(named))
