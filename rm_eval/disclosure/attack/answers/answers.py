"""What every kind of question can say of its answers."""

from dataclasses import dataclass
from typing import Protocol

from rm_eval.disclosure.attack.unknowns import Sum, plus
from rm_eval.questionnaire import Question

# Listed only where somebody used it; so where one cohort lists it and another does not, nobody did.
OTHER = "other"


@dataclass(frozen=True, kw_only=True, slots=True)
class Form:
    """What everybody knows of a question.

    Attributes
    ----------
    measure
        What its figures are, such as ``"ticks"``.
    listed
        The answers that figures list, in their order.
    some_unlisted
        True where answers may have been given that no figure lists.
    some_left_out
        True where somebody left an item out of a ranking.
    most
        The most people a group can have.
    """

    question: Question
    measure: str
    listed: tuple[str, ...]
    some_unlisted: bool
    some_left_out: bool
    most: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Mean:
    """A mean: the sum of what people gave, and how many people gave something."""

    total: Sum
    base: Sum


class Answers(Protocol):
    """The unknown numbers of people behind the answers of one group to one question."""

    @property
    def both_ways(self) -> bool:
        """Whether not to be counted is an answer too, which no other count is of: an empty box."""

    @property
    def n(self) -> Sum:
        """The people."""

    def people(self, statistic: str, answer: str) -> Sum | None:
        """Return the people whom a figure counts; None for a figure this kind does not have."""

    def mean(self, statistic: str, answer: str) -> Mean | None:
        """Return what a figure is the mean of; None for a figure this kind does not have."""

    def own(self) -> list[Sum]:
        """Return, for everything a reader could have answered, a sum that is then at least 1."""

    def each(self) -> dict[str, Sum]:
        """Return the people behind each single answer, the finest that can be said of them."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Combined:
    """The answers of several groups taken together."""

    parts: tuple[Answers, ...]

    @property
    def both_ways(self) -> bool:
        """As in each of the parts."""
        return self.parts[0].both_ways

    @property
    def n(self) -> Sum:
        """The people of all parts."""
        return plus(*(part.n for part in self.parts))

    def people(self, statistic: str, answer: str) -> Sum | None:
        """Add up whom the figure counts in each part."""
        counted = [part.people(statistic, answer) for part in self.parts]
        if answer == OTHER and any(one is not None for one in counted):
            counted = [one or {} for one in counted]
        return None if None in counted else plus(*(one for one in counted if one is not None))

    def mean(self, statistic: str, answer: str) -> Mean | None:
        """Take the mean over all parts: every person counts once."""
        means = [one for part in self.parts if (one := part.mean(statistic, answer)) is not None]
        if len(means) < len(self.parts):
            return None
        return Mean(total=plus(*(m.total for m in means)), base=plus(*(m.base for m in means)))

    def own(self) -> list[Sum]:
        """Nothing of its own: a reader is one of a part."""
        return []

    def each(self) -> dict[str, Sum]:
        """Add up the people behind each single answer that all parts have."""
        each = [part.each() for part in self.parts]
        shared = [name for name in each[0] if all(name in one for one in each)]
        return {name: plus(*(one[name] for one in each)) for name in shared}
