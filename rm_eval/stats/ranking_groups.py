"""Whether two groups order the same items differently."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, islice
from math import comb

import numpy as np

from rm_eval.errors import ForTheDeveloper
from rm_eval.stats.chance import probability
from rm_eval.stats.ranking import Ranking, Ranks, as_ranks
from rm_eval.stats.reasons import ONE_SIDE_EMPTY, because
from rm_eval.stats.scores import PLACES

# Up to so many ways to share out the people, all are counted (11 of 18 people: 31,824). Above, so
# many are drawn, always the same ones: p is then within 0.003 of the exact one at .05.
MOST_COUNTED = 100_000
DRAWN = 20_000
SEED = 20_210_301
AT_ONCE = 5_000


@dataclass(frozen=True, slots=True, kw_only=True)
class RankingComparison:
    """Two groups' orders side by side.

    Attributes
    ----------
    mean_rank_first, mean_rank_second
        In the order of the items; 1 is first.
    statistic
        Sum over items of the squared difference of mean ranks.
    p
        How often groups made by luck differ as much.
    is_exact
        Whether every way to make the groups was counted, or many drawn.
    why
        Reasons for what is None.
    """

    mean_rank_first: tuple[float, ...]
    mean_rank_second: tuple[float, ...]
    statistic: float | None
    p: float | None
    is_exact: bool
    why: Mapping[str, str]


def compare_rankings(first: Sequence[Ranking], second: Sequence[Ranking]) -> RankingComparison:
    """Test whether two groups order the same items differently, by exchanging who is in which.

    Parameters
    ----------
    first, second
        As for `summarise_ranking`: one row a person, one place an item.

    Returns
    -------
    RankingComparison
        Statistic and p are None where nobody of a group ranked. Where all orders are alike p is 1.

    Notes
    -----
    ``sum((mean rank in first - mean rank in second)**2)`` over items. If groups were luck, every
    way to choose who is in the first is as likely; p is the share of them with a statistic as
    large. The least p of four and three people is 1/35. One test for the whole order: it does not
    say which item differs.

    Not for: the same people at two stages.

    References
    ----------
    .. [1] Good (2005), Permutation, Parametric and Bootstrap Tests of Hypotheses, chapter 3.
    """
    one, two = as_ranks(first), as_ranks(second)
    if not (len(one) and len(two)):
        return RankingComparison(
            mean_rank_first=mean_ranks(one),
            mean_rank_second=mean_ranks(two),
            statistic=None,
            p=None,
            is_exact=True,
            why=because(ONE_SIDE_EMPTY, "statistic", "p"),
        )
    if one.shape[1] != two.shape[1]:
        raise ForTheDeveloper("Both groups rank the same items.")
    statistic = float(((one.mean(axis=0) - two.mean(axis=0)) ** 2).sum())
    everybody = np.concatenate([one, two])
    is_exact = comb(len(everybody), len(one)) <= MOST_COUNTED
    return RankingComparison(
        mean_rank_first=mean_ranks(one),
        mean_rank_second=mean_ranks(two),
        statistic=statistic,
        p=chance_of(everybody, len(one), statistic, is_exact=is_exact),
        is_exact=is_exact,
        why={},
    )


def mean_ranks(ranks: Ranks) -> tuple[float, ...]:
    """Give mean ranks in the order of the items; nothing of nobody."""
    return tuple(map(float, ranks.mean(axis=0))) if len(ranks) else ()


def chance_of(everybody: Ranks, n_first: int, statistic: float, *, is_exact: bool) -> float:
    """Give the share of ways to choose the first group with a statistic as large."""
    # In an order of their own, so that who stands where in the file does not matter.
    everybody = everybody[np.lexsort(everybody.T)]
    total, n_second = everybody.sum(axis=0), len(everybody) - n_first
    far = made = 0
    for chosen in (counted if is_exact else drawn)(len(everybody), n_first):
        inside = everybody[chosen].sum(axis=1)
        found = ((inside / n_first - (total - inside) / n_second) ** 2).sum(axis=1)
        far += int((np.round(found, PLACES) >= round(statistic, PLACES)).sum())
        made += len(chosen)
    # What was seen is one of the ways, drawn or not.
    return probability(far / made if is_exact else (far + 1) / (made + 1))


def counted(n: int, n_first: int) -> Iterator[np.ndarray]:
    """Give every way to choose `n_first` of n people, some thousand at once."""
    ways = combinations(range(n), n_first)
    while some := list(islice(ways, AT_ONCE)):
        yield np.array(some)


def drawn(n: int, n_first: int) -> Iterator[np.ndarray]:
    """Give many ways drawn by luck, the same ones every time."""
    luck = np.random.default_rng(SEED)
    for _ in range(DRAWN // AT_ONCE):
        yield luck.random((AT_ONCE, n)).argsort(axis=1)[:, :n_first]
