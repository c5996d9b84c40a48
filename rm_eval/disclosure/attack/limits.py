"""What the policy lets be told, read from its limits alone."""

from collections.abc import Iterable

from rm_eval.disclosure.policy import END_BAND, LARGE_GROUP, SMALLEST_GROUP
from rm_eval.disclosure.published import Audience
from rm_eval.questionnaire import Mark

# Harm answers go public only pooled: so many people over two cohorts or more.
SMALLEST_POOL = 20


def may_be_told(n: int, mark: Mark, audience: Audience, *, smallest: int = SMALLEST_GROUP) -> bool:
    """Say whether anything of so small a group may be told at all.

    Parameters
    ----------
    smallest
        Lower than usual where somebody gave a reason for it.
    """
    if mark != "harm":
        return n >= smallest
    return n >= (SMALLEST_POOL if audience == "public" else LARGE_GROUP)


def may_be_exact(count: int, n: int, mark: Mark, audiences: Iterable[Audience]) -> bool:
    """Say whether any of these audiences may be told a count exactly."""
    return any(_may_be_exact(count, n, mark, audience) for audience in audiences)


def may_reach_the_top(n: int, mark: Mark, audiences: Iterable[Audience]) -> bool:
    """Say whether it may be known that everybody gave an answer: of plain facts it may."""
    return may_be_exact(n, n, mark, audiences)


def _may_be_exact(count: int, n: int, mark: Mark, audience: Audience) -> bool:
    if count <= END_BAND or not may_be_told(n, mark, audience):
        return False
    if mark == "ordinary" and (audience == "internal" or n >= LARGE_GROUP):
        return True
    return n >= LARGE_GROUP and count < n - END_BAND
