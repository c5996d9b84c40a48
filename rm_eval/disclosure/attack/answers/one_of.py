"""Everybody gives exactly one answer: choices, agreement, yes or no."""

from rm_eval.disclosure.attack.answers.answers import Form, Mean
from rm_eval.disclosure.attack.unknowns import Sum, Unknowns, minus, plus

UNLISTED = "(not listed)"
# All answers that may not be listed, counted as one.
ANY_OTHER = "any_other_answer"


class OneOf:
    """People behind each answer, who sum to everybody."""

    both_ways = False

    def __init__(self, unknowns: Unknowns, n: Sum, form: Form) -> None:
        some_unlisted = form.some_unlisted and ANY_OTHER not in form.listed
        names = [*form.listed, *((UNLISTED,) if some_unlisted else ())]
        self.n = n
        self._behind = {name: unknowns.new(0, form.most) for name in names}
        unknowns.know(minus(plus(*self._behind.values()), n), 0, 0)
        each = list(self._behind.values())
        unknowns.may_move(minus(one, other) for one in each for other in each if one is not other)

    def people(self, statistic: str, answer: str) -> Sum | None:
        """Return the people who gave an answer."""
        return self._behind.get(answer) if statistic == "people" else None

    def mean(self, statistic: str, answer: str) -> Mean | None:  # noqa: ARG002
        """Words have no mean."""
        return None

    def own(self) -> list[Sum]:
        """Whoever gave an answer knows that it has one person."""
        return list(self._behind.values())

    def each(self) -> dict[str, Sum]:
        """Return the people behind each answer."""
        return self._behind
