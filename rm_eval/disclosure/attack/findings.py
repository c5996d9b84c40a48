"""What an attack found, and the log of it that is kept with a release."""

from dataclasses import asdict, dataclass, field
from typing import Literal

from rm_eval.disclosure.attack.people import People
from rm_eval.responses import Scope

LeakKind = Literal[
    "count", "colleague", "own_answer", "person", "outright", "contradiction", "undecided"
]

WHAT: dict[LeakKind, str] = {
    "count": "How many {group} gave {answer} can be worked out, though it is told as a range.",
    "colleague": "One of the people, who takes their own answer away, could work out what all "
    "other {group} said to {answer}.",
    "own_answer": "One of the people, who knows their own answer, could work out how many {group} "
    "gave {answer}.",
    "person": "It can be worked out what single {group} answered: {answer}.",
    "outright": "How many {group} gave {answer} is told more finely than the limits allow.",
    "contradiction": "The figures of {group} contradict each other, so nothing can be said of "
    "what they tell.",
    "undecided": "It could not be decided in time whether {answer} of {group} can be worked out.",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Leak:
    """Something a reader could work out that is banded or hidden.

    Attributes
    ----------
    kind
        ``"count"``: a banded or hidden count has one possible value. ``"colleague"``: at
        most one person, or all but at most one, gave it, so whoever takes their own answer away
        knows what all others said. ``"own_answer"``: to somebody with a certain answer of their
        own it has one possible value. ``"person"``: what single people answered is known.
        ``"outright"``: told more finely than the limits allow.
        ``"contradiction"`` and ``"undecided"``: nothing could be shown, so nothing may go out.
    scope, group, who
        Whose answers; `who` is "" for everybody of the group.
    question, statistic, answer
        Which figure.
    low, high
        The fewest and the most people it can be. An answer about people: never in a log that
        others read, so not in the `repr` either.
    """

    kind: LeakKind
    scope: Scope
    group: str
    who: str
    question: str
    statistic: str
    answer: str
    low: int = field(repr=False)
    high: int = field(repr=False)

    @property
    def sentence(self) -> str:
        """What could be worked out, without the value."""
        group = f"{self.group}s" if self.group else "people"
        whose = f"{group} ({self.who})" if self.who else group
        answer = f"“{self.answer}”" if self.answer else "an answer"
        return f"{self.question}: {WHAT[self.kind].format(group=whose, answer=answer)}"


@dataclass(frozen=True, kw_only=True, slots=True)
class Log:
    """What was looked at: numbers of cells and calls, never an answer.

    Attributes
    ----------
    views
        Figures given out: one question for one audience.
    cells
        Counts looked at, those told exactly included.
    banded
        Of these, told as a range or hidden.
    solved
        Integer programmes solved.
    seconds
        How long it took.
    leaks
        How many were found.
    """

    views: int
    cells: int
    banded: int
    solved: int
    seconds: float
    leaks: int

    @property
    def sentence(self) -> str:
        """One line for whoever asks what was tested."""
        found = f"{self.leaks} could be worked out" if self.leaks else "none could be worked out"
        return (
            f"Looked at {self.cells:,} counts in {self.views:,} views; {self.banded:,} are told as "
            f"ranges or hidden: {found} ({self.solved:,} programmes, {self.seconds:.1f} s)."
        )

    def as_dict(self) -> dict[str, int | float]:
        """Return the log as plain numbers, to be kept with a release."""
        return asdict(self)


@dataclass(frozen=True, kw_only=True, slots=True)
class Attack:
    """The outcome of one attack: safe where there are no leaks."""

    leaks: tuple[Leak, ...]
    log: Log

    @property
    def is_safe(self) -> bool:
        """Say whether nothing was found."""
        return not self.leaks


def leak_of(  # noqa: PLR0913 - a leak has that many parts
    kind: LeakKind,
    people: People,
    question: str,
    *,
    statistic: str = "",
    answer: str = "",
    low: int = 0,
    high: int = 0,
) -> Leak:
    """Write down a leak of these people's answers."""
    return Leak(
        kind=kind,
        scope=people.scope,
        group=people.group,
        who=people.who,
        question=question,
        statistic=statistic,
        answer=answer,
        low=low,
        high=high,
    )
