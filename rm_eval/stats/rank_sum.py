"""The rank-sum test for two groups, counted exactly, ties and all."""

from dataclasses import dataclass
from math import comb

import numpy as np

from rm_eval.stats.chance import normal_beyond, probability
from rm_eval.stats.reasons import ALL_ALIKE, ONE_SIDE_EMPTY, because
from rm_eval.stats.scores import Array, Numbers, ranked, rounded, scores

# Up to so many people together, every way to share out the ranks is counted (5 ms for 60, 21 ms
# for 100, half a second for 200). Above, the normal curve is at most 11% off wherever p is over
# .001, mostly under 1%.
MOST_COUNTED = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class RankSum:
    """How often a score of the first group is above one of the second.

    Attributes
    ----------
    u_first, u_second
        Of all pairs of one from each group, those in which that group is higher; ties are half.
    p
        Two-sided.
    is_exact
        Whether p counts every way of luck, or is the normal curve's (above 100 people).
    probability_first_higher
        ``u_first`` over all pairs: P(first > second) + P(tie) / 2.
    cliffs_delta
        From -1 (all of the first lower) to 1: P(first > second) - P(first < second).
    why
        Reasons for what is None.
    """

    u_first: float
    u_second: float
    p: float | None
    is_exact: bool
    probability_first_higher: float | None
    cliffs_delta: float | None
    why: dict[str, str]


def rank_sum(first: Numbers, second: Numbers) -> RankSum:
    """Test whether one group's scores lie above another's (Wilcoxon, Mann and Whitney).

    Parameters
    ----------
    first, second
        Scores of the two groups, in the same unit. Rounded to 9 places before ranking.

    Returns
    -------
    RankSum
        `p` is None where a group is empty or all scores are alike; with an empty group so are
        the two sizes.

    Notes
    -----
    All scores are ranked together, ties sharing their mean rank. If groups were luck, every way
    to choose who is in the first is as likely; p is the share of them with
    ``|R - mean| >= |observed - mean|``. With ties and unequal groups that is not twice the smaller
    tail (scipy's way, .636 in place of .470 for seven and five scores near 10).

    Not for: two waves of the same people who are linked (`paired_change`). Where the same people
    probably answered both, it is wider than needed; never call them independent groups.

    References
    ----------
    .. [1] Hollander and Wolfe (1973), Nonparametric Statistical Methods, chapter 4.
    .. [2] Cliff (1993), Psychological Bulletin 114:494-509.

    Examples
    --------
    In R: ``coin::wilcox_test(score ~ group, distribution = exact())``

    >>> rank_sum([1, 2, 2, 3, 3], [7, 8, 8, 9, 10]).p
    0.007936507936507936
    """
    one, two = rounded(scores(first)), rounded(scores(second))
    pairs = one.size * two.size
    ranks = ranked(np.concatenate([one, two]))
    observed = float(ranks[: one.size].sum())
    higher = observed - one.size * (one.size + 1) / 2
    why: dict[str, str] = {}
    if not pairs:
        why = because(ONE_SIDE_EMPTY, "p", "probability_first_higher", "cliffs_delta")
    elif np.ptp(ranks) == 0:
        why = because(ALL_ALIKE, "p")
    is_exact = ranks.size <= MOST_COUNTED
    p_of = chance_by_counting if is_exact else chance_by_normal_curve
    return RankSum(
        u_first=higher,
        u_second=pairs - higher,
        p=None if "p" in why else p_of(ranks, one.size, observed),
        is_exact=is_exact,
        probability_first_higher=higher / pairs if pairs else None,
        cliffs_delta=2 * higher / pairs - 1 if pairs else None,
        why=why,
    )


def chance_by_counting(ranks: Array, n_first: int, observed: float) -> float:
    """Count how often luck gives the first group a sum of ranks as far out as observed."""
    doubled = np.rint(2 * ranks).astype(int)
    # ways[m, s]: ways to choose m people whose doubled ranks come to s.
    ways = np.zeros((n_first + 1, int(np.sort(doubled)[doubled.size - n_first :].sum()) + 1))
    ways[0, 0] = 1.0
    for rank in doubled:
        # From the top, so that nobody is chosen twice.
        for m in range(n_first, 0, -1):
            ways[m, rank:] += ways[m - 1, : ways.shape[1] - rank]
    # Compared in whole numbers: doubled ranks, times the people, so that the mean is whole too.
    centre = n_first * int(doubled.sum())
    distance = np.abs(np.arange(ways.shape[1]) * doubled.size - centre)
    far = distance >= abs(round(2 * observed) * doubled.size - centre)
    return probability(ways[n_first, far].sum() / comb(doubled.size, n_first))


def chance_by_normal_curve(ranks: Array, n_first: int, observed: float) -> float:
    """Approximate the same for large groups (without correction for continuity, as coin does)."""
    n, share = ranks.size, n_first / ranks.size
    variance = n_first * (1 - share) * ranks.var(ddof=1)
    z = (observed - n_first * (n + 1) / 2) / np.sqrt(variance)
    return normal_beyond(z)


def least_rank_sum_p(n_first: int, n_second: int) -> float | None:
    """Give the least p two groups can reach: no ties, and all of one above all of the other.

    Returns
    -------
    float or None
        ``2 / C(n_first + n_second, n_first)``, at most 1; None where a group is empty.

    Notes
    -----
    With ties and groups of unequal size the way farthest out may be alone on its side; then the
    least p is half of this.
    """
    if min(n_first, n_second) < 1:
        return None
    return probability(2 / comb(n_first + n_second, n_first))
