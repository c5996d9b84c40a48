"""What the policy lets be told, read from its limits alone."""

from collections.abc import Iterable

from rm_eval.disclosure.policy import END_BAND, LARGE_GROUP, SMALLEST_GROUP
from rm_eval.disclosure.published import Audience
from rm_eval.questionnaire import Mark

# Harm answers go public only pooled: so many people over two cohorts or more.
SMALLEST_POOL, SMALLEST_COHORTS = 20, 2


def may_be_told(
    n: int, mark: Mark, audience: Audience, *, smallest: int = SMALLEST_GROUP, cohorts: int = 1
) -> bool:
    """Say whether anything of so small a group may be told at all.

    Parameters
    ----------
    smallest
        Lower than usual where somebody gave a reason for it.
    cohorts
        How many cohorts the people come from.
    """
    if mark != "harm":
        return n >= smallest
    if audience == "public":
        return n >= SMALLEST_POOL and cohorts >= SMALLEST_COHORTS
    return n >= LARGE_GROUP


def may_be_exact(
    count: int, n: int, mark: Mark, audiences: Iterable[Audience], *, smallest: int
) -> bool:
    """Say whether any of these audiences may be told a count exactly, of so many people."""
    return any(_may_be_exact(count, n, mark, one, smallest) for one in audiences)


def may_reach_the_top(n: int, mark: Mark, audiences: Iterable[Audience], *, smallest: int) -> bool:
    """Say whether it may be known that everybody gave an answer: of plain facts it may."""
    return may_be_exact(n, n, mark, audiences, smallest=smallest)


def _may_be_exact(count: int, n: int, mark: Mark, audience: Audience, smallest: int) -> bool:
    pooled = SMALLEST_COHORTS
    if not may_be_told(n, mark, audience, smallest=smallest, cohorts=pooled) or count <= END_BAND:
        return False
    if mark == "ordinary" and (audience == "internal" or n >= LARGE_GROUP):
        return True
    return n >= LARGE_GROUP and count < n - END_BAND
