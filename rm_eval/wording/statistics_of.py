"""Every statistic behind a chart, for the programme team: what "Show the statistics" holds."""

from collections.abc import Callable

from rm_eval.disclosure import Published
from rm_eval.wording.statistics_behind import FUTURE, Statistics
from rm_eval.wording.statistics_of_change import statistics_of_change
from rm_eval.wording.statistics_of_ranking import statistics_of_ranking
from rm_eval.wording.statistics_of_scale import statistics_of_scale
from rm_eval.wording.statistics_of_shares import statistics_of_likert, statistics_of_shares

# What is not here, themes, numbers and dates, is counted in ways that these do not hold for.
KINDS: dict[str, Callable[[Published], list[Statistics]]] = {
    "scale": statistics_of_scale,
    "yes_no": statistics_of_shares,
    "ticks": statistics_of_shares,
    "choices": statistics_of_shares,
    "likert": statistics_of_likert,
    "ranking": statistics_of_ranking,
}


def statistics_of(published: Published) -> tuple[Statistics, ...]:
    """Say what stands behind a question's figures.

    Returns
    -------
    tuple of Statistics
        Empty beyond the team, where nobody answered, and of kinds without such statistics.
    """
    if published.audience != "team":
        return ()
    if published.measure == "change":
        said = statistics_of_change(published).items()
        return tuple(Statistics(heading=one, sentences=lines) for one, lines in said if lines)
    find = KINDS.get(published.measure)
    parts = find(published) if find else []
    if not _has_range(parts):
        return tuple(parts)
    return *parts, Statistics(heading="", sentences=(FUTURE,))


def _has_range(parts: list[Statistics]) -> bool:
    return any("range (" in line or "Ranges" in line for one in parts for line in one.sentences)
