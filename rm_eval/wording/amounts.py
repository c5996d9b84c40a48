"""Numbers and dates in words."""

from collections.abc import Hashable
from datetime import date
from typing import Any

from rm_eval.wording.figures import Figure, by_group, joined, who


def month_name(month: str) -> str:
    """Such as "March 2026" for "2026-03"; as it is where it is no month."""
    try:
        return f"{date.fromisoformat(f'{month}-01'):%B %Y}"
    except ValueError:
        return month


def averages(rows: list[dict[Hashable, Any]]) -> str:
    """Such as "mean 4.8, median 3.5"."""
    told = {str(row["statistic"]): str(row["text"]) for row in rows}
    return ", ".join(f"{name} {told[name]}" for name in ("mean", "median") if name in told)


def of_numbers(shown: list[Figure]) -> str:
    """Each group's mean; the number itself where everybody gave the same."""
    groups = by_group(shown)
    parts = [_same(those) or _mean(those) for those in groups.values()]
    return ", ".join(parts)


def _same(those: list[Figure]) -> str:
    everybody = [f for f in those if f.statistic == "people" and f.low == f.n]
    return f"{who(everybody[0])} gave {everybody[0].label}" if everybody else ""


def _mean(those: list[Figure]) -> str:
    means = [figure for figure in those if figure.statistic == "mean"]
    word = those[0].group_word
    return f"{word} gave {means[0].text} on average" if means else f"{word} gave no number"


def of_dates(shown: list[Figure]) -> str:
    """The month most people of each group gave; first and last month where several lead."""
    return joined([_months(those) for those in by_group(shown).values()])


def _months(those: list[Figure]) -> str:
    given = [figure for figure in those if figure.low]
    most = max(figure.low or 0 for figure in given)
    leaders = [figure for figure in given if figure.low == most]
    if len(leaders) == 1:
        return f"{who(leaders[0])} gave a date in {month_name(leaders[0].label)}"
    first, last = month_name(given[0].label), month_name(given[-1].label)
    return f"the dates of {those[0].group_word} run from {first} to {last}"
