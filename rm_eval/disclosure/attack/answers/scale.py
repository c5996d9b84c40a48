"""Everybody gives one whole number of a scale; figures may tell parts of it and the mean."""

import re

from rm_eval.disclosure.attack.answers.answers import Form, Mean
from rm_eval.disclosure.attack.unknowns import Sum, Unknowns, minus, plus, times
from rm_eval.questionnaire import Scale

RANGE = re.compile(r"(-?\d+)(?:-(-?\d+))?")


def scores_in(answer: str) -> range | None:
    """Return the scores of ``"7"`` or ``"5-7"``; None for anything else."""
    found = RANGE.fullmatch(answer)
    if found is None:
        return None
    return range(int(found[1]), int(found[2] or found[1]) + 1)


class Scores:
    """People at each score, who sum to everybody."""

    both_ways = False

    def __init__(self, unknowns: Unknowns, n: Sum, form: Form) -> None:
        scale = form.question.scale or Scale()
        self.n = n
        self.at = {s: unknowns.new(0, form.most) for s in range(scale.low, scale.high + 1)}
        unknowns.know(minus(plus(*self.at.values()), n), 0, 0)
        each = list(self.at.values())
        unknowns.may_move(minus(one, other) for one in each for other in each if one is not other)

    def people(self, statistic: str, answer: str) -> Sum | None:
        """Return the people at a score or within a part of the scale."""
        scores = scores_in(answer)
        if statistic != "people" or scores is None or not set(scores) <= set(self.at):
            return None
        return plus(*(self.at[score] for score in scores))

    def mean(self, statistic: str, answer: str) -> Mean | None:  # noqa: ARG002
        """Return the sum of all scores over everybody."""
        if statistic != "mean":
            return None
        return Mean(
            total=plus(*(times(sum_, score) for score, sum_ in self.at.items())), base=self.n
        )

    def own(self) -> list[Sum]:
        """Whoever gave a score knows that it has one person."""
        return list(self.at.values())

    def each(self) -> dict[str, Sum]:
        """Return the people at each score."""
        return {str(score): sum_ for score, sum_ in self.at.items()}
