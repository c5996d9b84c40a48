"""What "Show the statistics" is made of: one part a group, and the words its ranges share."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import floor

from rm_eval.disclosure import Published
from rm_eval.stats import share_of
from rm_eval.wording.figures import Figure, as_sentence, by_group, figures, group_with_n

FUTURE = "A range is for similar people in future: here everyone was asked."
MEANS_NOTHING_ALONE = "One question of many: on its own it means nothing."
RANGE = "95% range (confidence interval)"


@dataclass(frozen=True, kw_only=True, slots=True)
class Statistics:
    """What is said of one group, or of both against each other.

    Attributes
    ----------
    heading
        Whom it is about; "" for what is about all.
    table
        Columns by name, all as long; empty where there is nothing to list.
    sentences
        What is said below the table.
    """

    heading: str
    table: Mapping[str, Sequence[str]] = field(default_factory=dict)
    sentences: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Counted:
    """One group that answered, and how many of its people gave each answer.

    Attributes
    ----------
    label
        Such as "Mentors".
    n
        At least 1.
    figures
        Counts of people alone, in the order to draw.
    """

    label: str
    n: int
    figures: tuple[Figure, ...]

    @property
    def people(self) -> str:
        """Such as "11 mentors", "1 mentor"."""
        return group_with_n(self.figures[0])

    @property
    def who_answered(self) -> str:
        """Such as "11 mentors answered."."""
        return as_sentence(f"{self.people} answered.")

    def count(self, answer: str) -> int:
        """How many gave an answer; 0 where it is not listed."""
        return next((people_of(one) for one in self.figures if one.answer == answer), 0)


def people_of(figure: Figure) -> int:
    """Return the count of a figure that is told exactly."""
    return round(figure.low or 0)


def counted(published: Published, statistic: str = "people") -> list[Counted]:
    """Return the groups that answered; nobody of a group is no group."""
    of_people = [one for one in figures(published) if one.statistic == statistic]
    return [
        Counted(label=label, n=those[0].n, figures=tuple(those))
        for label, those in by_group(of_people).items()
        if those[0].n
    ]


def range_of(n_yes: int, n: int) -> str:
    """Wilson's range of a share of at least one person: "28 to 79 of 100"."""
    found = share_of(n_yes, n)
    return f"{hundredths(found.low or 0)} to {hundredths(found.high or 0)} of 100"


def hundredths(share: float) -> int:
    """A share of 100 people, rounded half up."""
    return floor(100 * share + 0.5)


def both(first: Counted, second: Counted) -> str:
    """Such as "Mentors and mentees"."""
    return f"{first.label} and {second.label.lower()}"


def two_asked_alike(published: Published, groups: list[Counted]) -> tuple[Counted, Counted] | None:
    """Return both groups where they may be set against each other."""
    if not published.asked_alike or len(groups) != 2:  # noqa: PLR2004 - two roles
        return None
    return groups[0], groups[1]
