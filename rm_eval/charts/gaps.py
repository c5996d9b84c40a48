"""Months and whole numbers that nobody gave, between those that somebody gave.

Without them a bar for 3 would stand right beside one for 9.
"""

from rm_eval.wording import month_name

MOST_NUMBERS = 12  # wider apart, only the numbers somebody gave are drawn
MOST_MONTHS = 24  # more are drawn by year
MOST_YEARS = 40

Count = tuple[str, int]


def with_gaps(counts: list[Count], measure: str) -> list[Count]:
    """Counts by label, with a zero for every value between that nobody gave."""
    try:
        return _months(counts) if measure == "date" else _numbers(counts)
    except ValueError:  # bins, fractions, other calendars: as they are
        return counts


def _numbers(counts: list[Count]) -> list[Count]:
    found = {int(label): count for label, count in counts}
    low, high = min(found, default=0), max(found, default=-1)
    if high - low >= MOST_NUMBERS:
        return counts
    return [(str(number), found.get(number, 0)) for number in range(low, high + 1)]


def _months(counts: list[Count]) -> list[Count]:
    found = {_index(month): count for month, count in counts}
    low, high = min(found, default=0), max(found, default=-1)
    if high - low >= MOST_MONTHS:
        return _years(found)
    every = range(low, high + 1)
    return [(month_name(f"{at // 12:04}-{at % 12 + 1:02}"), found.get(at, 0)) for at in every]


def _years(found: dict[int, int]) -> list[Count]:
    years = dict.fromkeys((at // 12 for at in sorted(found)), 0)
    if max(years) - min(years) < MOST_YEARS:
        years = dict.fromkeys(range(min(years), max(years) + 1), 0)
    for at, count in found.items():
        years[at // 12] += count
    return [(str(year), count) for year, count in years.items()]


def _index(month: str) -> int:
    """Months since the year 0."""
    year, _, number = month.partition("-")
    return int(year) * 12 + int(number) - 1
