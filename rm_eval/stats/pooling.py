"""What may be said of several cohorts together: it depends on how many there are."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from rm_eval.errors import ForTheDeveloper
from rm_eval.stats.random_effects import NO_VARIANCE, RandomEffects, random_effects
from rm_eval.stats.reasons import because
from rm_eval.stats.student import LEVEL

Rule = Literal["nothing", "alone", "average", "range", "range and prediction"]

FEWEST_FOR_RANGE = 3
FEWEST_FOR_PREDICTION = 5

NO_COHORT = "there is no cohort to show"
ONE_COHORT = "with one cohort there is nothing to put together"
TWO_COHORTS = "two cohorts are too few to say how much cohorts differ"
FEW_COHORTS = "fewer than 5 cohorts are too few to say what another cohort would see"
NO_SPREAD_KNOWN = "how much changes differ within cohorts is not known"
NO_SPREAD_WITHIN = "within each cohort everybody changed by the same amount"

OF_MANY = ("low", "high", "effects")
OF_PREDICTION = ("prediction_low", "prediction_high")


@dataclass(frozen=True, slots=True, kw_only=True)
class CohortMean:
    """What is known of one cohort.

    Attributes
    ----------
    n
        People.
    mean
        Such as the mean change, in points of a scale that is the same in all cohorts.
    sd
        Standard deviation of what the mean is of; None of one person, or where it is not told.
    """

    n: int
    mean: float
    sd: float | None

    def __post_init__(self) -> None:
        if self.n < 1 or (self.sd or 0) < 0:
            raise ForTheDeveloper("A cohort has people, and no spread below nought.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pooled:
    """Several cohorts together, as far as so many of them can tell.

    Attributes
    ----------
    rule
        "nothing" (no cohort), "alone" (one: its own mean), "average" (an average of these cohorts,
        no range), "range" (a mean with its interval), "range and prediction".
    reason
        Why it goes no further, in a sentence; empty for the last.
    k, n
        Cohorts and people.
    mean
        "average": of all people. With a range: the random-effects mean.
    low, high
        Its interval.
    prediction_low, prediction_high
        Where another such cohort's true mean would lie.
    variance_within
        Of single people within cohorts, pooled; None where not known.
    effects
        Everything else that was estimated, such as tau and the test that cohorts are alike. From 3
        cohorts.
    why
        Reasons for what is None.
    """

    rule: Rule
    reason: str
    k: int
    n: int
    mean: float | None
    low: float | None
    high: float | None
    prediction_low: float | None
    prediction_high: float | None
    variance_within: float | None
    effects: RandomEffects | None
    why: Mapping[str, str]

    def within(self, lowest: float, highest: float) -> "Pooled":
        """Cut its ranges at the ends of the scale: no mean lies beyond them."""

        def cut(end: float | None) -> float | None:
            return None if end is None else min(max(end, lowest), highest)

        return replace(
            self,
            low=cut(self.low),
            high=cut(self.high),
            prediction_low=cut(self.prediction_low),
            prediction_high=cut(self.prediction_high),
        )


def pool_cohorts(cohorts: Sequence[CohortMean], *, level: float = LEVEL) -> Pooled:
    """Put cohorts together by the rules for how many there are.

    Parameters
    ----------
    cohorts
        Of one question, role and pair of stages.
    level
        Of all intervals.

    Notes
    -----
    None or one: nothing is put together. Two: the average over people ("average of these two"), as
    t on 1 degree of freedom reaches 12.7 errors either way. Three or four: the random-effects mean
    with its interval; a prediction would be wider than the scale (-5.2 to 7.9). Five or more: a
    prediction too.

    The variance of a cohort's mean is ``s2 / n`` with ``s2 = sum((n - 1) sd**2) / sum(n - 1)`` over
    the cohorts whose sd is known: a cohort's own is unstable with few people and breaks where all
    changed alike. Where s2 is not known or is 0, it stays at the average.

    Not for: hidden cohorts among shown ones, as the average would tell of them; comparing trusts.

    References
    ----------
    .. [1] Doncaster and Spake (2018), Methods in Ecology and Evolution 9:634-644, for pooling the
       variance. Otherwise `random_effects`.
    """
    k, n = len(cohorts), sum(cohort.n for cohort in cohorts)
    within = pooled_variance(cohorts)
    rule, reason = rule_for(k, within)
    effects = None
    if rule in {"range", "range and prediction"} and within:
        means, sizes = zip(*((cohort.mean, within / cohort.n) for cohort in cohorts), strict=True)
        effects = random_effects(means, sizes, level=level)
    average = sum(cohort.n * cohort.mean for cohort in cohorts) / n if n else None
    predicts = effects if rule == "range and prediction" else None
    return Pooled(
        rule=rule,
        reason=reason[:1].upper() + reason[1:] + "." if reason else "",
        k=k,
        n=n,
        mean=effects.mean if effects else average,
        low=effects.low if effects else None,
        high=effects.high if effects else None,
        prediction_low=predicts.prediction_low if predicts else None,
        prediction_high=predicts.prediction_high if predicts else None,
        variance_within=within,
        effects=effects,
        why=why_not(rule, reason, within),
    )


def pooled_variance(cohorts: Sequence[CohortMean]) -> float | None:
    """Average the variances of changes within cohorts, by people less one.

    Parameters
    ----------
    cohorts
        Of one question on the same scale.

    Returns
    -------
    float or None
        In points squared; None where no cohort's spread is known.

    Notes
    -----
    ``sum((n - 1) * sd**2) / sum(n - 1)`` over cohorts of two people or more.

    Not for: cohorts asked on different scales.

    References
    ----------
    .. [1] Snedecor and Cochran (1989), Statistical Methods, on the pooled variance.

    Examples
    --------
    >>> pooled_variance([CohortMean(n=3, mean=1, sd=1), CohortMean(n=5, mean=2, sd=2)])
    3.0
    """
    known = [(cohort.n - 1, cohort.sd) for cohort in cohorts if cohort.n > 1]
    told = [(df, sd) for df, sd in known if sd is not None]
    if not told:
        return None
    within = sum(df * sd**2 for df, sd in told) / sum(df for df, _ in told)
    # A cohort's mean has the n-th part of it, which must still be more than rounding.
    return within if within > NO_VARIANCE * max(cohort.n for cohort in cohorts) else 0.0


def rule_for(k: int, within: float | None) -> tuple[Rule, str]:
    """Say how far so many cohorts go, and why no further."""
    if k == 0:
        return "nothing", NO_COHORT
    if k == 1:
        return "alone", ONE_COHORT
    if k < FEWEST_FOR_RANGE:
        return "average", TWO_COHORTS
    if not within:
        return "average", NO_SPREAD_KNOWN if within is None else NO_SPREAD_WITHIN
    if k < FEWEST_FOR_PREDICTION:
        return "range", FEW_COHORTS
    return "range and prediction", ""


def why_not(rule: Rule, reason: str, within: float | None) -> dict[str, str]:
    """Give the reason for everything that is not there."""
    why: dict[str, str] = {}
    if rule != "range and prediction":
        why |= because(reason, *OF_PREDICTION)
    if rule not in {"range", "range and prediction"}:
        why |= because(reason, *OF_MANY)
    if rule == "nothing":
        why |= because(reason, "mean")
    if within is None:
        why |= because(reason if rule == "nothing" else NO_SPREAD_KNOWN, "variance_within")
    return why
