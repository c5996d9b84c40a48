"""Shares of people, with ranges that hold for few people, and for none and all of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import comb, sqrt

from rm_eval.errors import ForTheDeveloper
from rm_eval.stats.chance import normal_limit, probability
from rm_eval.stats.reasons import NOBODY, ONE_SIDE_EMPTY, because
from rm_eval.stats.student import LEVEL


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """How many of a group said yes.

    Attributes
    ----------
    n_yes, n
        People.
    share, low, high
        From 0 to 1, with Wilson's interval.
    why
        Reasons for what is None.
    """

    n_yes: int
    n: int
    share: float | None
    low: float | None
    high: float | None
    why: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareDifference:
    """Difference of the shares of two groups of different people; first minus second.

    Attributes
    ----------
    difference, low, high
        From -1 to 1, with Newcombe's interval.
    fisher_p, fisher_mid_p
        Two-sided.
    why
        Reasons for what is None.
    """

    difference: float | None
    low: float | None
    high: float | None
    fisher_p: float | None
    fisher_mid_p: float | None
    why: Mapping[str, str]


def share_of(n_yes: int, n: int, *, level: float = LEVEL) -> Share:
    """Give a share with Wilson's score interval.

    Parameters
    ----------
    n_yes, n
        People who said yes, of people who saw and answered the question.

    Returns
    -------
    Share
        None of anything but the counts where nobody answered.

    Notes
    -----
    ``(p + z**2 / 2n +/- z sqrt(p (1 - p) / n + z**2 / 4n**2)) / (1 + z**2 / n)``, kept within 0 and
    1. The share lies inside it, also at none and all.

    Not for: pooling cohorts by logits (noughts make that unstable; add up counts instead).

    References
    ----------
    .. [1] Wilson (1927), JASA 22:209-212; Newcombe (1998), Statistics in Medicine 17:857-872.

    Examples
    --------
    >>> round(share_of(7, 7).low, 3)
    0.646
    """
    if not 0 <= n_yes <= n:
        raise ForTheDeveloper("A share needs from none to all of its people.")
    if n == 0:
        why = because(NOBODY, "share", "low", "high")
        return Share(n_yes=0, n=0, share=None, low=None, high=None, why=why)
    low, high = wilson(n_yes, n, level)
    return Share(n_yes=n_yes, n=n, share=n_yes / n, low=low, high=high, why={})


def wilson(n_yes: int, n: int, level: float = LEVEL) -> tuple[float, float]:
    """Give Wilson's limits; at none and all the outer one is exactly the end."""
    z = normal_limit(level)
    share = n_yes / n
    centre = share + z**2 / (2 * n)
    reach = z * sqrt(share * (1 - share) / n + z**2 / (4 * n**2))
    low = (centre - reach) / (1 + z**2 / n) if n_yes else 0.0
    high = (centre + reach) / (1 + z**2 / n) if n_yes < n else 1.0
    return low, high


def difference_of_shares(
    n_yes_first: int, n_first: int, n_yes_second: int, n_second: int, *, level: float = LEVEL
) -> ShareDifference:
    """Compare the shares of two groups of different people.

    Returns
    -------
    ShareDifference
        All None where a group is empty. Where everybody, or nobody, said yes in both groups,
        Fisher's p is 1: there is nothing that luck could have done otherwise.

    Notes
    -----
    Newcombe's method 10: with the Wilson limits l and u of each share,
    ``low = d - sqrt((p1 - l1)**2 + (u2 - p2)**2)`` and
    ``high = d + sqrt((u1 - p1)**2 + (p2 - l2)**2)``.
    Fisher's two-sided p adds the chances of all tables no likelier than the one seen; the mid-p
    takes those just as likely at half their chance, which makes it less cautious.

    Not for: the same people asked twice (`change_of_shares`), nor over the boxes of one tick-box
    question (the same people ticked them).

    References
    ----------
    .. [1] Newcombe (1998), Statistics in Medicine 17:873-890.
    .. [2] Agresti (2013), Categorical Data Analysis, 3.5, for Fisher's test and the mid-p.

    Examples
    --------
    In R: ``fisher.test(matrix(c(x1, n1 - x1, x2, n2 - x2), 2))``

    >>> round(difference_of_shares(6, 7, 2, 7).low, 4)
    0.0582
    """
    first = share_of(n_yes_first, n_first, level=level)
    second = share_of(n_yes_second, n_second, level=level)
    if first.share is None or second.share is None:
        fields = ("difference", "low", "high", "fisher_p", "fisher_mid_p")
        why = because(ONE_SIDE_EMPTY, *fields)
        return ShareDifference(**dict.fromkeys(fields), why=why)
    low, high = newcombe(first, second, shared=0)
    fisher_p, fisher_mid_p = fisher(n_yes_first, n_first, n_yes_second, n_second)
    return ShareDifference(
        difference=first.share - second.share,
        low=low,
        high=high,
        fisher_p=fisher_p,
        fisher_mid_p=fisher_mid_p,
        why={},
    )


def newcombe(first: Share, second: Share, *, shared: float) -> tuple[float, float]:
    """Square and add: Newcombe's limits of a difference from the limits of both shares.

    Parameters
    ----------
    first, second
        Shares with their limits, both of at least one person.
    shared
        Correlation of the two answers of a person; 0 for different people.
    """
    p1, l1, u1 = limits(first)
    p2, l2, u2 = limits(second)
    # What is below the root is never negative, but for the computer's rounding.
    below = (p1 - l1) ** 2 + (u2 - p2) ** 2 - 2 * shared * (p1 - l1) * (u2 - p2)
    above = (u1 - p1) ** 2 + (p2 - l2) ** 2 - 2 * shared * (u1 - p1) * (p2 - l2)
    low = p1 - p2 - sqrt(max(below, 0.0))
    high = p1 - p2 + sqrt(max(above, 0.0))
    return max(low, -1.0), min(high, 1.0)


def limits(share: Share) -> tuple[float, float, float]:
    """Give a share and its limits, where there are any."""
    if share.share is None or share.low is None or share.high is None:
        raise ForTheDeveloper("A share of nobody has no limits.")
    return share.share, share.low, share.high


def fisher(n_yes_first: int, n_first: int, n_yes_second: int, n_second: int) -> tuple[float, float]:
    """Give Fisher's two-sided p and mid-p from all tables with these margins, counted exactly."""
    n_yes = n_yes_first + n_yes_second
    possible = range(max(0, n_yes - n_second), min(n_first, n_yes) + 1)
    ways = [comb(n_first, yes) * comb(n_second, n_yes - yes) for yes in possible]
    seen = ways[n_yes_first - possible[0]]
    every = sum(ways)
    p = sum(way for way in ways if way <= seen)
    as_likely = ways.count(seen) * seen
    return probability(p / every), probability((2 * p - as_likely) / (2 * every))
