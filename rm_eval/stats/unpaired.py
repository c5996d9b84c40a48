"""Two groups of scores that cannot be linked person by person."""

from collections.abc import Mapping
from dataclasses import dataclass

from rm_eval.stats.rank_sum import least_rank_sum_p, rank_sum
from rm_eval.stats.reasons import NO_SPREAD, NOBODY, ONE_SIDE_EMPTY, TOO_FEW_IN_A_GROUP, because
from rm_eval.stats.scores import Array, Numbers, mean, scores, spread
from rm_eval.stats.student import LEVEL, NOT_JUDGED, Student, student


@dataclass(frozen=True, slots=True, kw_only=True)
class TwoGroups:
    """Two groups side by side; first minus second throughout.

    Attributes
    ----------
    n_first, n_second
        People.
    mean_first, mean_second, sd_first, sd_second
        In scale points.
    difference
        Of the means, first minus second.
    low, high
        Welch's interval of the difference.
    t, df, t_p
        Welch's t test, two-sided.
    u_first, rank_sum_p, is_exact, probability_first_higher, cliffs_delta
        See `rank_sum`.
    least_p
        The least p that an exact test could reach with so many people and no ties.
    why
        Reasons for what is None.
    """

    n_first: int
    n_second: int
    mean_first: float | None
    mean_second: float | None
    sd_first: float | None
    sd_second: float | None
    difference: float | None
    low: float | None
    high: float | None
    t: float | None
    df: float | None
    t_p: float | None
    u_first: float
    rank_sum_p: float | None
    is_exact: bool
    probability_first_higher: float | None
    cliffs_delta: float | None
    least_p: float | None
    why: Mapping[str, str]


def two_groups(first: Numbers, second: Numbers, *, level: float = LEVEL) -> TwoGroups:
    """Compare the scores of two groups.

    Parameters
    ----------
    first, second
        Scores on the same scale. For change give (after, before), so that a rise is positive.
    level
        Of the interval.

    Returns
    -------
    TwoGroups
        Welch's part is None with fewer than two people in a group, and where neither varies.

    Notes
    -----
    ``difference +/- t(df) * sqrt(v1 / n1 + v2 / n2)``, with
    ``df = (v1/n1 + v2/n2)**2 / ((v1/n1)**2 / (n1-1) + (v2/n2)**2 / (n2-1))``.

    Not for: linked answers. If the same people probably answered both waves, say that the range is
    wider than needed (at a correlation of .8 the test rejects in .01 to .02 of cases, not .05).

    References
    ----------
    .. [1] Welch (1947), Biometrika 34:28-35; ranks and Cliff's delta: see `rank_sum`.

    Examples
    --------
    In R: ``t.test(a, b)``

    >>> round(two_groups([4, 5, 3, 6], [6, 7, 5, 8, 7, 6, 5]).difference, 2)
    -1.79
    """
    one, two = scores(first), scores(second)
    ranked = rank_sum(one, two)
    judged = welch(one, two, level)
    means = mean(one), mean(two)
    return TwoGroups(
        n_first=one.size,
        n_second=two.size,
        mean_first=means[0],
        mean_second=means[1],
        sd_first=spread(one),
        sd_second=spread(two),
        difference=None if means[0] is None or means[1] is None else means[0] - means[1],
        low=judged.low,
        high=judged.high,
        t=judged.t,
        df=judged.df,
        t_p=judged.p,
        u_first=ranked.u_first,
        rank_sum_p=ranked.p,
        is_exact=ranked.is_exact,
        probability_first_higher=ranked.probability_first_higher,
        cliffs_delta=ranked.cliffs_delta,
        least_p=least_rank_sum_p(one.size, two.size),
        why=why_not(one, two, judged=judged, ranked=ranked.why),
    )


def welch(one: Array, two: Array, level: float = LEVEL) -> Student:
    """Judge the difference of two means, unless a group has no spread or neither varies."""
    sd_one, sd_two = spread(one), spread(two)
    if sd_one is None or sd_two is None or not (sd_one or sd_two):
        return NOT_JUDGED
    error_one, error_two = sd_one**2 / one.size, sd_two**2 / two.size
    return student(
        estimate=float(one.mean() - two.mean()),
        error=(error_one + error_two) ** 0.5,
        df=welch_df(error_one, one.size, error_two, two.size),
        level=level,
    )


def welch_df(error_one: float, n_one: int, error_two: float, n_two: int) -> float:
    """Give Welch and Satterthwaite's degrees of freedom from squared standard errors."""
    whole = error_one + error_two
    # As shares of the whole, so that the squares of very small errors do not vanish.
    return 1 / ((error_one / whole) ** 2 / (n_one - 1) + (error_two / whole) ** 2 / (n_two - 1))


def why_not(
    one: Array, two: Array, *, judged: Student, ranked: Mapping[str, str]
) -> dict[str, str]:
    """Give the reason for everything that is not there."""
    why = {("rank_sum_p" if field == "p" else field): said for field, said in ranked.items()}
    for name, group in (("first", one), ("second", two)):
        if group.size == 0:
            why |= because(NOBODY, f"mean_{name}", f"sd_{name}")
        elif group.size == 1:
            why |= because(TOO_FEW_IN_A_GROUP, f"sd_{name}")
    if not (one.size and two.size):
        why |= because(ONE_SIDE_EMPTY, "difference", "least_p")
    if judged.t is None:
        alike = NO_SPREAD if min(one.size, two.size) > 1 else TOO_FEW_IN_A_GROUP
        why |= because(alike, "low", "high", "t", "df", "t_p")
    return why
