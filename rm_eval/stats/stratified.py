"""A check of partly linked change that takes no curve for granted: every way of luck, counted."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from rm_eval.stats.chance import probability
from rm_eval.stats.reasons import ONE_SIDE_EMPTY
from rm_eval.stats.scores import PLACES, Numbers, paired_scores, rounded, scores

# Scores on a scale add up to few different sums; scores with many decimals to ever more.
MOST_SUMS = 100_000
TOO_MANY = "the scores have too many different sums to count them all"


@dataclass(frozen=True, slots=True, kw_only=True)
class Permuted:
    """How often luck gives a change as large.

    Attributes
    ----------
    p
        Two-sided and exact.
    why
        Reasons for what is None.
    """

    p: float | None
    why: dict[str, str]


def permute_partly_paired(
    *, before: Numbers, after: Numbers, before_only: Numbers = (), after_only: Numbers = ()
) -> Permuted:
    """Test partly linked change by exchanging what luck could have exchanged.

    Parameters
    ----------
    before, after
        Scores of linked people, in the same order.
    before_only, after_only
        Scores of people in one wave alone.

    Returns
    -------
    Permuted
        None where a wave is empty, and for scores with so many decimals that their sums cannot be
        counted. Where nothing varies p is 1.

    Notes
    -----
    If the wave made no difference, the two scores of a linked person could be exchanged, and the
    others dealt to the two waves in any way. p is the share of all these ways with
    ``|mean of the later wave - mean of the earlier|`` as large as the one seen. Sums are
    counted by a dynamic programme.

    Not for the page: a check beside T2 (`partly_paired_change`), a little weaker than it.

    References
    ----------
    .. [1] Good (2005), Permutation, Parametric and Bootstrap Tests of Hypotheses, chapter 3.
    """
    one, two = (rounded(wave) for wave in paired_scores(before, after))
    early, late = rounded(scores(before_only)), rounded(scores(after_only))
    n_before, n_after = one.size + early.size, two.size + late.size
    if not (n_before and n_after):
        return Permuted(p=None, why={"p": ONE_SIDE_EMPTY})
    alone = np.concatenate([early, late])
    total = float(one.sum() + two.sum() + alone.sum())

    def distance(later: float) -> float:
        return abs(later / n_after - (total - later) / n_before)

    ways = exchanged(zip(one, two, strict=True))
    dealt = dealt_out(alone, late.size)
    if ways is None or dealt is None or len(ways) * len(dealt) > MOST_SUMS:
        return Permuted(p=None, why={"p": TOO_MANY})
    seen = round(distance(float(two.sum() + late.sum())), PLACES)
    every = sum(ways.values()) * sum(dealt.values())
    far = sum(
        m * n
        for linked, m in ways.items()
        for others, n in dealt.items()
        if round(distance(linked + others), PLACES) >= seen
    )
    return Permuted(p=probability(far / every), why={})


Sums = dict[float, int]


def exchanged(pairs: Iterable[tuple[float, float]]) -> Sums | None:
    """Count the sums of later scores if each pair may be turned round."""
    ways: Sums = {0.0: 1}
    for pair in pairs:
        longer: Sums = {}
        for total, n in ways.items():
            for score in pair:
                at = round(total + float(score), PLACES)
                longer[at] = longer.get(at, 0) + n
        if len(longer) > MOST_SUMS:
            return None
        ways = longer
    return ways


def dealt_out(alone: Iterable[float], n_late: int) -> Sums | None:
    """Count the sums of later scores if `n_late` of these people may be anybody."""
    ways: list[Sums] = [{0.0: 1}, *({} for _ in range(n_late))]
    for score in alone:
        for chosen in range(n_late, 0, -1):
            for total, n in ways[chosen - 1].items():
                at = round(total + float(score), PLACES)
                ways[chosen][at] = ways[chosen].get(at, 0) + n
        if sum(map(len, ways)) > MOST_SUMS:
            return None
    return ways[n_late]
