"""The signed-rank test for pairs, with those who did not change kept in the ranking."""

from dataclasses import dataclass

import numpy as np

from rm_eval.stats.chance import normal_beyond, probability
from rm_eval.stats.reasons import NOBODY, NOBODY_CHANGED, ONE_SCORE, because
from rm_eval.stats.scores import Array, Numbers, ranked, rounded, scores

# Up to so many who changed, every way of luck is counted (0.4 ms for 60, 6 ms for 200, 100 ms for
# 500). Above, the normal curve is at most 6% off wherever p is over .001, mostly under 1%.
MOST_COUNTED = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedRank:
    """How far those who went up outweigh those who went down.

    Attributes
    ----------
    w_plus, w_minus
        Sums of the ranks of those who went up, and of those who went down.
    p
        Two-sided.
    is_exact
        Whether p counts every way of luck, or is the normal curve's (above 200 who changed).
    rank_biserial
        From -1 (all down) to 1 (all up), over the ranks of everybody.
    why
        Reasons for what is None.
    """

    w_plus: float
    w_minus: float
    p: float | None
    is_exact: bool
    rank_biserial: float | None
    why: dict[str, str]


def signed_rank(changes: Numbers) -> SignedRank:
    """Test whether changes lean one way, by Pratt's signed ranks.

    Parameters
    ----------
    changes
        One a person, in scale points. Rounded to 9 places before ranking.

    Returns
    -------
    SignedRank
        `p` is None where nobody changed, and for fewer than two people, with whom there is
        nothing to rank. `rank_biserial` is None where nobody changed: a 0 would say that ups and
        downs balance.

    Notes
    -----
    Sizes of change are ranked with the noughts, ties sharing their mean rank; then the ranks of
    noughts are left out: ``W+ = sum of ranks of ups``. If direction were luck, each rank but the
    noughts' falls to either side with chance 1/2, so p is the share of all ``2**m`` ways with
    ``|W+ - mean| >= |observed - mean|``. They are counted by a dynamic programme over doubled
    ranks (whole numbers even with ties).

    ``rank_biserial = (W+ - W-) / (n (n + 1) / 2)``, over all n. Leaving the noughts out instead
    (as pingouin and effectsize do) gives 1.00 for five up and two unchanged; this gives 0.89.

    Not for: pairs of yes and no (`mcnemar`), or to say how large a change is.

    References
    ----------
    .. [1] Pratt (1959), JASA 54:655-667.
    .. [2] Derrick and White: on paired Likert items Pratt's version holds its level better than
       dropping the noughts.
    .. [3] Kerby (2014), Comprehensive Psychology 3:1, for the rank-biserial correlation.

    Examples
    --------
    In R: ``coin::wilcoxsign_test(post ~ pre, distribution = exact(), zero.method = "Pratt")``

    >>> signed_rank([2, 0, 2, 2, 3, 0, 1]).p
    0.0625
    """
    found = rounded(scores(changes))
    ranks = ranked(np.abs(found))
    plus, minus = float(ranks[found > 0].sum()), float(ranks[found < 0].sum())
    moved = ranks[found != 0]
    why: dict[str, str] = {}
    if not moved.size:
        why = because(NOBODY_CHANGED if found.size else NOBODY, "p", "rank_biserial")
    elif found.size == 1:
        why = because(ONE_SCORE, "p")
    is_exact = moved.size <= MOST_COUNTED
    p_of = chance_by_counting if is_exact else chance_by_normal_curve
    return SignedRank(
        w_plus=plus,
        w_minus=minus,
        p=None if "p" in why else p_of(moved, min(plus, minus)),
        is_exact=is_exact,
        rank_biserial=None if not moved.size else (plus - minus) / float(ranks.sum()),
        why=why,
    )


def chance_by_counting(ranks: Array, smaller: float) -> float:
    """Count how often luck gives a sum as far out as `smaller`, on either side."""
    doubled = np.rint(2 * ranks).astype(int)
    # sums[s] is the chance that the doubled ranks that fall to one side come to s.
    sums = np.zeros(int(doubled.sum()) + 1)
    sums[0] = 1.0
    for rank in np.sort(doubled):
        sums[rank:] = (sums[rank:] + sums[: sums.size - rank]) / 2
        sums[:rank] /= 2
    # Both sides are alike, so twice the one; where both meet in the middle, everything.
    return probability(2 * sums[: round(2 * smaller) + 1].sum())


def chance_by_normal_curve(ranks: Array, smaller: float) -> float:
    """Approximate the same for large groups (without correction for continuity, as coin does)."""
    z = (smaller - ranks.sum() / 2) / (np.sqrt((ranks**2).sum()) / 2)
    return normal_beyond(z)


def least_signed_rank_p(n: int) -> float | None:
    """Give the least p that n pairs can reach: everybody changed, and all in one direction.

    Parameters
    ----------
    n
        Pairs. With zeros among them the least is larger: give the number who changed.

    Returns
    -------
    float or None
        ``2 / 2**n``: 0.0625 for five, 0.03125 for six, 1 for one; None for nobody. The sign test
        has the same.
    """
    return probability(0.5 ** (n - 1)) if n > 0 else None
