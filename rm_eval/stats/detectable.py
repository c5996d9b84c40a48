"""What change so many people could show, said before a cohort starts."""

from dataclasses import dataclass
from math import sqrt

from scipy import optimize

from rm_eval.errors import ForTheDeveloper
from rm_eval.stats.chance import noncentral_t_below, t_limit

POWER = 0.8
ALPHA = 0.05

# Of changes on a 1 to 10 scale, where no cohort has told.
USUAL_SD = 2.0
ASSUMED = "No earlier cohort has told how much changes differ: 2 points is taken."
GIVEN = "How much changes differ is taken from earlier answers."

TOO_FEW = "this needs at least 2 people"
TOO_FEW_TOGETHER = "this needs at least 1 person in each group, and 3 together"


@dataclass(frozen=True, slots=True, kw_only=True)
class Detectable:
    """The smallest change that a comparison would probably notice.

    Attributes
    ----------
    standardised
        In standard deviations: d_z for pairs, d for two groups.
    points
        In scale points: `standardised` times `sd`.
    sd
        Standard deviation in scale points: of changes for pairs, of scores for two groups.
    sd_reason
        Where `sd` comes from, in a sentence.
    why
        Reasons for what is None.
    """

    standardised: float | None
    points: float | None
    sd: float
    sd_reason: str
    why: dict[str, str]


def detectable_change(
    n_pairs: int, *, sd: float | None = None, power: float = POWER, alpha: float = ALPHA
) -> Detectable:
    """Find the mean change that a paired t test of n people would notice with chance `power`.

    Parameters
    ----------
    n_pairs
        People expected to answer both times.
    sd
        Standard deviation of changes in scale points, pooled over earlier cohorts; 2.0 if None.
    power, alpha
        Chance to notice, and two-sided level.

    Returns
    -------
    Detectable
        None below two pairs.

    Notes
    -----
    The d_z at which `paired_power` is `power`. For before a cohort starts; never afterwards as
    "power for what was seen", which is the p-value again. The exact tests notice a little less
    (at seven pairs and a change of 2 points .31 to .36, where t has .56 to .64), and nothing at
    all with five pairs.

    References
    ----------
    .. [1] Cohen (1988), Statistical Power Analysis, chapter 2.

    Examples
    --------
    In R: ``pwr::pwr.t.test(n = 7, power = .8, type = "paired")$d``

    >>> round(detectable_change(7, sd=1.5).points, 1)
    1.9
    """
    if n_pairs < 2:  # noqa: PLR2004
        return detected(None, sd, TOO_FEW)
    return detected(smallest(sqrt(n_pairs), n_pairs - 1, power=power, alpha=alpha), sd)


def detectable_difference(
    n_first: int,
    n_second: int,
    *,
    sd: float | None = None,
    power: float = POWER,
    alpha: float = ALPHA,
) -> Detectable:
    """Find the difference of means that two groups of different people would show.

    Parameters
    ----------
    n_first, n_second
        People expected to answer.
    sd
        Standard deviation of scores within a group; 2.0 points if None.

    Notes
    -----
    As `detectable_change`, by Student's t test of two groups with equal spread:
    ``nc = d sqrt(n1 n2 / (n1 + n2))`` with ``n1 + n2 - 2`` degrees of freedom.

    Examples
    --------
    In R: ``pwr::pwr.t2n.test(11, 7, power = .8)$d``
    """
    df = n_first + n_second - 2
    if min(n_first, n_second) < 1 or df < 1:
        return detected(None, sd, TOO_FEW_TOGETHER)
    per_d = sqrt(n_first * n_second / (n_first + n_second))
    return detected(smallest(per_d, df, power=power, alpha=alpha), sd)


def detected(d: float | None, sd: float | None, reason: str = "") -> Detectable:
    """Put a standardised difference into points, and say where the spread comes from."""
    used = USUAL_SD if sd is None else sd
    return Detectable(
        standardised=d,
        points=None if d is None else d * used,
        sd=used,
        sd_reason=ASSUMED if sd is None else GIVEN,
        why={"standardised": reason, "points": reason} if d is None else {},
    )


def paired_power(n_pairs: int, d_z: float, *, alpha: float = ALPHA) -> float | None:
    """Give the chance that a paired t test notices a change of `d_z` standard deviations.

    Notes
    -----
    ``P(|T| > t(n - 1, 1 - alpha / 2))`` for T noncentral with ``nc = d_z sqrt(n)``. None below two
    pairs.
    """
    if n_pairs < 2:  # noqa: PLR2004
        return None
    return power_of(abs(d_z) * sqrt(n_pairs), n_pairs - 1, alpha)


def power_of(nc: float, df: int, alpha: float) -> float:
    """Give the two-sided power at a noncentrality of nought or more."""
    limit = t_limit(1 - alpha, df)
    wrong_way = noncentral_t_below(-limit, df, nc)
    return 1 - noncentral_t_below(limit, df, nc) + wrong_way


def smallest(per_d: float, df: int, *, power: float, alpha: float) -> float:
    """Find the standardised difference with this power; each unit of it adds `per_d` to nc."""
    if not alpha < power < 1:
        raise ForTheDeveloper("A test notices with more chance than its level, and less than 1.")
    reach = 1.0
    while power_of(reach, df, alpha) < power:
        reach *= 1.5
    nc = optimize.brentq(lambda nc: power_of(nc, df, alpha) - power, 0, reach, xtol=1e-13)
    return float(nc) / per_d
