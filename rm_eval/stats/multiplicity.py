"""Many questions at once: what luck alone would throw up."""

from collections.abc import Sequence

import numpy as np


def holm(p_values: Sequence[float | None]) -> tuple[float | None, ...]:
    """Adjust the p-values of one family by Holm's method, in the order given.

    Parameters
    ----------
    p_values
        One a question; None where there is none. Such a question does not count in the family.

    Returns
    -------
    tuple
        Adjusted p-values, None where there was none.

    Notes
    -----
    From the smallest: ``p(i) * (m - i + 1)``, none smaller than the one before, at most 1. The
    chance that any question without a real change falls below .05 is then at most .05, however the
    questions hang together.

    Not for: questions of different families. One family is one role, one pair of stages and the
    scale questions; rankings and tick-boxes are families of their own. With seven pairs and four
    or more questions no exact test can survive it (least p .0156 * 4 = .0625): say that.

    References
    ----------
    .. [1] Holm (1979), Scandinavian Journal of Statistics 6:65-70.

    Examples
    --------
    In R: ``p.adjust(p, "holm")``

    >>> holm([0.01, None, 0.04, 0.03])
    (0.03, None, 0.06, 0.06)
    """
    there = [(p, at) for at, p in enumerate(p_values) if p is not None]
    order = sorted(there)
    raised = [p * (len(order) - at) for at, (p, _) in enumerate(order)]
    adjusted: list[float | None] = [None] * len(p_values)
    for (_, at), p in zip(order, np.maximum.accumulate(np.minimum(raised, 1.0)), strict=True):
        adjusted[at] = float(p)
    return tuple(adjusted)


def chance_of_any(n_questions: int, *, alpha: float = 0.05) -> float:
    """Give the chance that at least one of so many questions leans by luck alone.

    Parameters
    ----------
    n_questions
        Questions looked at, each with its own interval or test.
    alpha
        Chance that one question leans by luck: 0.05 for a 95% interval that leaves out 0.

    Returns
    -------
    float
        0 for no questions; otherwise between `alpha` and 1.

    Notes
    -----
    ``1 - (1 - alpha)**k``: exact if nothing really changed, each question leans by luck with chance
    `alpha`, and the answers to one question tell nothing of another's. The same people answered
    all, so they do tell; then the chance is lower. For two-sided intervals of jointly normal
    estimates this is its upper limit, however the questions hang together [1]_; with few people
    on a clipped scale that is roughly so, and ``k * alpha`` is the limit without any condition.
    Read it as "up to about".

    Not for: judging one question (`holm`).

    References
    ----------
    .. [1] Sidak (1967), J. American Statistical Association 62:626-633.

    Examples
    --------
    >>> round(chance_of_any(9), 2)
    0.37
    """
    return 1 - (1 - alpha) ** n_questions
