"""How many came as far as each step of a cohort, and how they were paired. Numbers, never names."""

from dataclasses import dataclass, fields

from rm_eval.errors import NotAllowed


def _refuse_less_than_nobody(counts: "Funnel | Matching") -> None:
    for field in fields(counts):
        count = getattr(counts, field.name)
        if count is not None and count < 0:
            raise NotAllowed(
                "A number of people cannot be less than 0. Nothing was changed.",
                code="less_than_nobody",
            )


@dataclass(frozen=True, kw_only=True, slots=True)
class Funnel:
    """How many people of one role came as far as each step; None where nobody said.

    Attributes
    ----------
    interested
        Said that they would like to take part.
    trained
        Were at the training.
    matched
        Were paired with somebody.
    finished
        Were still in a pair at the end.
    """

    interested: int | None = None
    trained: int | None = None
    matched: int | None = None
    finished: int | None = None

    def __post_init__(self) -> None:
        """Refuse a negative number. A later step may hold more: people also come in late."""
        _refuse_less_than_nobody(self)

    @property
    def is_empty(self) -> bool:
        """Whether no number is known."""
        return self == Funnel()


@dataclass(frozen=True, kw_only=True, slots=True)
class Matching:
    """How pairs were made where mentors named those they would like; None where nobody said.

    Attributes
    ----------
    first, second, third
        Mentors who got the mentee they had named first, second or third.
    none_of_them
        Mentors who got none of the three.
    again
        Pairs that were made anew later. No reasons: they would be about single people.
    """

    first: int | None = None
    second: int | None = None
    third: int | None = None
    none_of_them: int | None = None
    again: int | None = None

    def __post_init__(self) -> None:
        """Refuse a negative number."""
        _refuse_less_than_nobody(self)

    @property
    def is_empty(self) -> bool:
        """Whether no number is known."""
        return self == Matching()

    @property
    def got_one(self) -> int | None:
        """Mentors who got one of their three; None unless all four numbers are known."""
        if self.first is None or self.second is None or self.third is None:
            return None
        return None if self.none_of_them is None else self.first + self.second + self.third

    @property
    def asked(self) -> int | None:
        """Mentors who named three; None unless all four numbers are known."""
        got = self.got_one
        return None if got is None or self.none_of_them is None else got + self.none_of_them
