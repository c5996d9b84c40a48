"""Everybody ticks any number of boxes, or speaks of any number of themes."""

from rm_eval.disclosure.attack.answers.answers import Form, Mean
from rm_eval.disclosure.attack.unknowns import Sum, Unknowns, minus, plus, times

# Whoever speaks of no theme is counted here, and nowhere else.
NO_THEME = "none_of_these"


class Ticks:
    """People behind each box."""

    both_ways = True

    def __init__(self, unknowns: Unknowns, n: Sum, form: Form) -> None:
        self.n = n
        self._behind = {name: unknowns.new(0, form.most) for name in form.listed}
        for sum_ in self._behind.values():
            unknowns.know(minus(n, sum_), 0)
        unknowns.may_move(
            move for sum_ in self._behind.values() for move in (sum_, times(sum_, -1))
        )
        alone = [self._behind[one] for one in alone_of(form) if one in self._behind]
        others = [sum_ for sum_ in self._behind.values() if sum_ not in alone]
        for sum_ in others if alone else ():
            # Whoever ticked "nothing more needed" ticked nothing else.
            unknowns.know(minus(n, plus(sum_, *alone)), 0)
        if len(alone) > 1:
            unknowns.know(minus(n, plus(*alone)), 0)
        if form.measure == "themes" or form.question.are_gathered:
            rest = [unknowns.new(0, form.most)] if form.some_unlisted else []
            unknowns.know(minus(plus(*others, *alone, *rest), n), 0)

    def people(self, statistic: str, answer: str) -> Sum | None:
        """Return the people who ticked a box."""
        return self._behind.get(answer) if statistic == "people" else None

    def mean(self, statistic: str, answer: str) -> Mean | None:  # noqa: ARG002
        """Boxes have no mean."""
        return None

    def own(self) -> list[Sum]:
        """Whoever ticked a box knows that it has one person; whoever did not, that not all did."""
        return [one for sum_ in self._behind.values() for one in (sum_, minus(self.n, sum_))]

    def each(self) -> dict[str, Sum]:
        """Return the people behind each box."""
        return self._behind


def alone_of(form: Form) -> list[str]:
    """Name the boxes that contradict all others."""
    if form.measure == "themes":
        return [NO_THEME]
    return [option.id for option in form.question.options if option.exclusive]
