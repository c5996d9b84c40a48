"""Orders of importance: what one group put first, and how far its people agree."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import permutations
from math import factorial

import numpy as np
from numpy.typing import NDArray

from rm_eval.errors import ForTheDeveloper
from rm_eval.stats.chance import chi_squared_above, probability
from rm_eval.stats.reasons import NOBODY, because
from rm_eval.stats.scores import PLACES, ranked

Ranking = Sequence[float | None]
Ranks = NDArray[np.float64]

TOP = 3
ALONE = "agreement needs at least 2 people"
ONE_ITEM = "agreement needs at least 2 things to put in order"
ALL_TIED = "nobody put anything above anything else"
TOO_MANY_WAYS = "there are too many orders to count them all"

# Ways of going on from every state of sums, over all people: up to a fifth of a second.
MOST_STEPS = 500_000


@dataclass(frozen=True, slots=True, kw_only=True)
class RankingSummary:
    """How one group ordered some items; everything below in the order of the items given.

    Attributes
    ----------
    n
        People who ranked anything.
    n_ranked
        People who gave the item a place.
    mean_rank
        1 is first; what a person left out shares the mean of the places they had left.
    first_share, top_share
        Share of the n people who put the item first alone, and among the first three.
    borda
        Sum over people of (items - rank).
    kendall_w
        Agreement from 0 (none) to 1 (all gave the same order).
    chi_squared_p
        Of no agreement, by Friedman's chi-squared: for 10 people or more.
    exact_p
        The same, every way of luck counted.
    why
        Reasons for what is None. The five tuples are empty where nobody ranked.
    """

    n: int
    n_ranked: tuple[int, ...]
    mean_rank: tuple[float, ...]
    first_share: tuple[float, ...]
    top_share: tuple[float, ...]
    borda: tuple[float, ...]
    kendall_w: float | None
    chi_squared_p: float | None
    exact_p: float | None
    why: Mapping[str, str]


NOBODY_RANKED = RankingSummary(
    n=0,
    n_ranked=(),
    mean_rank=(),
    first_share=(),
    top_share=(),
    borda=(),
    kendall_w=None,
    chi_squared_p=None,
    exact_p=None,
    why=because(NOBODY, "kendall_w", "chi_squared_p", "exact_p"),
)


def summarise_ranking(rankings: Sequence[Ranking]) -> RankingSummary:
    """Summarise the orders that people gave to the same items.

    Parameters
    ----------
    rankings
        One row a person, one place an item; smaller is higher, and None where it got no place. A
        row without any place is left out. Equal places share the mean rank.

    Returns
    -------
    RankingSummary
        Agreement is None for fewer than two people or items, and where nobody preferred anything;
        `exact_p` also where there are too many orders to count (six items, or many people).

    Notes
    -----
    ``W = (12 sum(R**2) - 3 n**2 k (k+1)**2) / (n**2 k (k**2 - 1) - n sum(t**3 - t))`` for sums of
    ranks R of k items and ties of t; ``n (k - 1) W`` is Friedman's chi-squared on k - 1 degrees of
    freedom. With few people that curve is off (.105 for .125 at four people and three items), so
    p is the share of all ``(k!)**n`` ways to give each person's ranks to the items with sums as
    far apart. In words: W below .3 little agreement, to .6 some, above that strong.

    Not for: comparing groups (`compare_rankings`); fewer items than three.

    References
    ----------
    .. [1] Kendall and Babington Smith (1939), Annals of Mathematical Statistics 10:275-287.
    .. [2] Hollander and Wolfe (1973), Nonparametric Statistical Methods, chapter 7.

    Examples
    --------
    In R: ``friedman.test(m)``, people in rows; W = Q / (n (k - 1))

    >>> summarise_ranking([[1, 2, 3, 4]] * 4).kendall_w
    1.0
    """
    ranks = as_ranks(rankings)
    n, k = ranks.shape
    if not n:
        return NOBODY_RANKED
    w, why = agreement(ranks)
    exact = None if w is None else exact_chance(ranks)
    if w is not None and exact is None:
        why = because(TOO_MANY_WAYS, "exact_p")
    curve = None if w is None else chi_squared_above(n * (k - 1) * w, k - 1)
    placed = [row for row in rankings if any(place is not None for place in row)]
    return RankingSummary(
        n=n,
        n_ranked=tuple(sum(row[at] is not None for row in placed) for at in range(k)),
        mean_rank=tuple(map(float, ranks.mean(axis=0))),
        first_share=tuple(map(float, (ranks == 1).mean(axis=0))),
        top_share=tuple(map(float, (ranks <= TOP).mean(axis=0))),
        borda=tuple(map(float, (k - ranks).sum(axis=0))),
        kendall_w=w,
        chi_squared_p=curve,
        exact_p=exact,
        why=why,
    )


def as_ranks(rankings: Sequence[Ranking]) -> Ranks:
    """Rank each person's places; what got none shares the mean of the ranks left over.

    Raises
    ------
    ForTheDeveloper
        People who ranked different numbers of items, or a place that is no number.
    """
    if len({len(row) for row in rankings}) > 1:
        raise ForTheDeveloper("Everybody ranks the same items.")
    rows = [row for row in rankings if any(place is not None for place in row)]
    places = np.array(
        [[np.inf if at is None else float(at) for at in row] for row in rows], dtype=np.float64
    ).reshape(len(rows), len(rows[0]) if rows else 0)
    if np.isnan(places).any():
        raise ForTheDeveloper("A place is a number, or None where there is none.")
    ranks: Ranks = np.array([ranked(np.round(row, PLACES)) for row in places])
    return ranks.reshape(places.shape)


def agreement(ranks: Ranks) -> tuple[float | None, dict[str, str]]:
    """Give Kendall's W with ties, or the reason why there is none."""
    n, k = ranks.shape
    fields = ("kendall_w", "chi_squared_p", "exact_p")
    if n < 2 or k < 2:  # noqa: PLR2004
        return None, because(ALONE if n < 2 else ONE_ITEM, *fields)  # noqa: PLR2004
    # Of each person the sum of squares that their ranks can have at most; 0 where all are tied.
    own = ((ranks - (k + 1) / 2) ** 2).sum()
    if own == 0:
        return None, because(ALL_TIED, *fields)
    between = ((ranks.sum(axis=0) - n * (k + 1) / 2) ** 2).sum()
    return min(float(between / (n * own)), 1.0), {}


def exact_chance(ranks: Ranks) -> float | None:
    """Count how often luck gives sums of ranks as far apart; None where that is too much.

    Which item is which does not matter to how far apart sums are. So sums are kept in order of
    size, and the first person's ranks may stay as they are.
    """
    n, k = ranks.shape
    if n * factorial(k) > MOST_STEPS:
        return None
    doubled = np.rint(2 * ranks).astype(np.int64)
    digits = np.append((2 * n * k + 1) ** np.arange(k - 1), 0)
    sums = np.sort(doubled[:1], axis=1)
    chances: Ranks = np.ones(1)
    steps = 0
    for row in doubled[1:]:
        orders = np.array(list(permutations(row)))
        steps += len(sums) * len(orders)
        if steps > MOST_STEPS:
            return None
        longer = np.sort((sums[:, None, :] + orders).reshape(-1, k), axis=1)
        # One number for each state: its sums as digits, but for the last, which follows.
        _, at, which = np.unique(longer @ digits, return_index=True, return_inverse=True)
        sums = longer[at]
        shares = np.repeat(chances / len(orders), len(orders))
        chances = np.bincount(which, shares).astype(np.float64)
    # Their total never changes, so the sum of squares says how far apart they are.
    far = (sums**2).sum(axis=1) >= (doubled.sum(axis=0) ** 2).sum()
    return probability(chances[far].sum())
