"""Many questions judged together: one family is one role, one comparison and its repeats."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

import pandas as pd

from rm_eval.measures.counts import Row
from rm_eval.measures.groups import Group
from rm_eval.measures.judgement import FEWEST_FOR_RANGE
from rm_eval.measures.measured import COLUMNS, Measured
from rm_eval.stats import holm

Verdict = Literal["clear", "leaning", "cannot_tell"]
LEVEL = 0.05


def judge_together(every: Sequence[Measured]) -> tuple[Measured, ...]:
    """Adjust the tests of each role's changes to one another, and say how clear each change is.

    Parameters
    ----------
    every
        Of kind ``"change"``, all of one comparison.

    Returns
    -------
    tuple of Measured
        With rows ``"p_holm"``, ``"n_questions"`` (how many of that role were looked at),
        ``"n_tested"`` (how many of those have an exact test: Holm counts no others) and
        ``"verdict"``, whose answer is a `Verdict`; none where nobody is linked.

    Notes
    -----
    Clear: the range of the mean change leaves out 0, and so does the exact test after Holm's
    adjustment (below .05). Leaning: the range alone. Where too few are linked for pairs to lead,
    the range is that of everybody's answers, and no change is called clear. Where everybody
    changed by the same amount, other than 0, there is no range and nothing on its other side.
    """
    roles = dict.fromkeys(role for one in every for role in one.rows["group"].unique())
    more: list[list[Row]] = [[] for _ in every]
    for role in roles:
        found = [_Statistics(one, role) for one in every]
        judged = [at for at, one in enumerate(found) if one.basis in {"pairs", "everyone"}]
        adjusted = holm([found[at].value("p") for at in judged])
        for at, p in zip(judged, adjusted, strict=True):
            n_tested = sum(one is not None for one in adjusted)
            more[at] += found[at].rows(p, n_questions=len(judged), n_tested=n_tested)
    return tuple(
        replace(one, rows=pd.concat([one.rows, pd.DataFrame(rows, columns=list(COLUMNS))]))
        if rows
        else one
        for one, rows in zip(every, more, strict=True)
    )


class _Statistics:
    """One role's statistics of one change, by name."""

    def __init__(self, measured: Measured, role: Group) -> None:
        rows = measured.rows[measured.rows["group"] == role]
        self.role = role
        self.n = float(rows["n"].iloc[0]) if len(rows) else 0.0
        self.values = dict(zip(rows["statistic"], rows["value"], strict=True))
        self.basis = next(iter(rows.loc[rows["statistic"] == "basis", "answer"]), "")

    def value(self, name: str) -> float | None:
        """Its value; None where it is not defined."""
        return self.values.get(name)

    def rows(self, p_holm: float | None, *, n_questions: int, n_tested: int) -> list[Row]:
        """What is said of it among its family."""
        rows: list[Row] = [
            (self.role, "n_questions", "", "Questions looked at", float(n_questions), self.n),
            (self.role, "n_tested", "", "Questions with an exact test", float(n_tested), self.n),
            (self.role, "verdict", self._verdict(p_holm), "How clear", 1.0, self.n),
        ]
        if p_holm is not None:
            rows.append((self.role, "p_holm", "", "p, exact test, adjusted", p_holm, self.n))
        return rows

    def _verdict(self, p_holm: float | None) -> Verdict:
        if not self._leaves_out_nought():
            return "cannot_tell"
        is_clear = self.basis == "pairs" and p_holm is not None and p_holm < LEVEL
        return "clear" if is_clear else "leaning"

    def _leaves_out_nought(self) -> bool:
        of = "all_" if self.basis == "everyone" and "all_mean" in self.values else ""
        low, high, mean = (self.value(f"{of}{name}") for name in ("low", "high", "mean"))
        if low is None or high is None:
            return bool(mean) and not of and self.n >= FEWEST_FOR_RANGE
        return low > 0 or high < 0
