"""Student's t: the range around an estimate, and how surprising it would be by luck alone."""

from dataclasses import dataclass
from math import sqrt

from rm_eval.stats.chance import t_beyond, t_limit

LEVEL = 0.95


@dataclass(frozen=True, slots=True, kw_only=True)
class Student:
    """An estimate judged by Student's t.

    Attributes
    ----------
    low, high
        Limits of the interval, in the unit of the estimate.
    t
        The estimate over its standard error.
    df
        Degrees of freedom, not always whole.
    p
        Two-sided: how often an estimate at least so far from 0 would come by luck alone.

    All None where there is no judging, such as of scores that do not vary.
    """

    low: float | None = None
    high: float | None = None
    t: float | None = None
    df: float | None = None
    p: float | None = None


NOT_JUDGED = Student()


def student(*, estimate: float, error: float, df: float, level: float = LEVEL) -> Student:
    """Give interval and two-sided p of an estimate whose error follows Student's t.

    Parameters
    ----------
    estimate
        In any unit.
    error
        Its standard error in the same unit, above 0: the caller knows why there is none.
    df
        Degrees of freedom, above 0.
    level
        Share of such intervals that hold the true value.

    Notes
    -----
    ``estimate +/- t(df, 1 - (1 - level) / 2) * error``. Source: Student (1908), Biometrika 6:1-25.
    For means of 5 or more scores on a clipped 1 to 10 scale this keeps its level better than
    bootstraps do (percentile and BCa fall to .80-.88 at n = 5).
    """
    reach = t_limit(level, df) * error
    t = estimate / error
    return Student(
        low=estimate - reach,
        high=estimate + reach,
        t=t,
        df=df,
        p=t_beyond(t, df),
    )


def student_of_mean(mean: float, sd: float, n: int, *, level: float = LEVEL) -> Student:
    """Judge the mean of n scores (or changes) with standard deviation `sd` above 0."""
    return student(estimate=mean, error=sd / sqrt(n), df=n - 1, level=level)
