"""Before a cohort starts: what change so many people could show."""

from collections.abc import Iterable
from math import ceil, sqrt

from rm_eval.disclosure import Published
from rm_eval.stats import (
    CohortMean,
    detectable_change,
    detectable_difference,
    least_signed_rank_p,
    pooled_variance,
)
from rm_eval.wording.change import changes_of
from rm_eval.wording.points import points, times

STEP = 0.1  # of a point: what is printed
WIDEST = 9.0  # from 1 to 10
SETTLES_NOTHING = 0.05
SOME_LEAVE = "Some people leave and some codes do not match, so plan for more than you need."


def spread_so_far(every: Iterable[Published]) -> float | None:
    """Return how much changes on 1 to 10 scales differ, from what the team is shown.

    Returns
    -------
    float or None
        Standard deviation of changes in points, pooled over questions and roles; None where fewer
        than two people are linked, and where it is not told.
    """
    found = [
        CohortMean(n=one.n, mean=one.sizes["mean"], sd=one.sizes["sd"])
        for each in every
        for one in changes_of(each)
        if one.n and "sd" in one.sizes and _is_long(each)
    ]
    return sqrt(variance) if found and (variance := pooled_variance(found)) else None


def _is_long(published: Published) -> bool:
    scale = published.question.scale
    return scale is not None and scale.high - scale.low == WIDEST


def what_could_be_shown(n: int, *, sd: float | None = None) -> tuple[str, ...]:
    """Say what change on a 1 to 10 scale so many people could show.

    Parameters
    ----------
    n
        People who are expected to answer both times and can be linked.
    sd
        Standard deviation of changes in earlier cohorts, points; taken to be 2 unless known.
    """
    found, least = detectable_change(n, sd=sd), least_signed_rank_p(n)
    if found.points is None or least is None:
        return ("One person’s answers say nothing of others. Ask more people.",)
    settles = (
        f"Even if all {n} moved the same way, that would happen by chance {times(least)}: too "
        "often to settle anything. Plan for at least 6, or take cohorts together."
    )
    return (
        _noticed(n, found.points),
        *([settles] if least >= SETTLES_NOTHING else []),
        *_without_codes(n),
        SOME_LEAVE,
        found.sd_reason,
    )


def _without_codes(n: int) -> tuple[str, ...]:
    """Say what it takes where people cannot be linked: two times of people who may be others."""
    size = detectable_difference(n, n).points
    if size is None or size >= WIDEST:
        return ()
    return (f"Without a code that links people’s answers, it takes {_up(size)} points.",)


def _up(size: float) -> str:
    """Rounded up: so much is noticed, and a little less is not."""
    return points(ceil(size / STEP - 1e-9) * STEP)


def _noticed(n: int, size: float) -> str:
    if size >= WIDEST:
        return f"{n} people are too few to show any change on a 1 to 10 scale."
    return (
        f"With {n} people who answer both times, an average change of {_up(size)} points or more "
        "on a 1 to 10 scale would probably be noticed (8 times in 10). A smaller one would often "
        "be missed."
    )
