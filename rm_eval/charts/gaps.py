"""Months and whole numbers that nobody gave, between those that somebody gave.

Without them a bar for 3 would stand right beside one for 9.
"""

from rm_eval.wording import month_name

MOST_NUMBERS = 12  # wider apart, only the numbers somebody gave are drawn
MOST_MONTHS = 24  # more are drawn by year
MOST_YEARS = 40

Count = tuple[str, int]


def with_gaps(groups: list[list[Count]], measure: str) -> list[list[Count]]:
    """Each group's counts by label, with a zero for every value between that nobody gave.

    All groups get the same values, so that their rows stand side by side.
    """
    try:
        return _months(groups) if measure == "date" else _numbers(groups)
    except ValueError:  # bins, fractions, other calendars: as they are
        return groups


def _numbers(groups: list[list[Count]]) -> list[list[Count]]:
    found = [{int(label): count for label, count in counts} for counts in groups]
    low, high = _ends(found)
    if high - low >= MOST_NUMBERS:
        return groups
    return [[(str(at), those.get(at, 0)) for at in range(low, high + 1)] for those in found]


def _months(groups: list[list[Count]]) -> list[list[Count]]:
    found = [{_index(month): count for month, count in counts} for counts in groups]
    low, high = _ends(found)
    if high - low >= MOST_MONTHS:
        return _years(found)
    names = {at: month_name(f"{at // 12:04}-{at % 12 + 1:02}") for at in range(low, high + 1)}
    return [[(name, those.get(at, 0)) for at, name in names.items()] for those in found]


def _years(found: list[dict[int, int]]) -> list[list[Count]]:
    low, high = (end // 12 for end in _ends(found))
    given = sorted({at // 12 for those in found for at in those})
    years = range(low, high + 1) if high - low < MOST_YEARS else given
    return [
        [(str(year), sum(n for at, n in those.items() if at // 12 == year)) for year in years]
        for those in found
    ]


def _ends(found: list[dict[int, int]]) -> tuple[int, int]:
    """Smallest and largest value of all groups; nothing between them where there is none."""
    every = [at for those in found for at in those]
    return min(every, default=0), max(every, default=-1)


def _index(month: str) -> int:
    """Months since the year 0."""
    year, _, number = month.partition("-")
    return int(year) * 12 + int(number) - 1
