"""What is told of when something is closed, one question each: measured of all people, or of some.

Of a stage every question is told; of a comparison of two stages every question that was asked
twice, and how many stayed.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Protocol, cast

import pandas as pd

from rm_eval.asked import datasets_of, questions_asked, source_of
from rm_eval.measures import (
    EVERYBODY,
    Division,
    Group,
    Measured,
    Source,
    can_measure,
    measure,
    role_of,
    some_of,
)
from rm_eval.measures.attrition import STAYED, measure_attrition
from rm_eval.measures.change import WAYS, measure_change
from rm_eval.measures.measured import COLUMNS
from rm_eval.measures.repeats import Repeat
from rm_eval.measures.two_answers import Twice
from rm_eval.questionnaire import Question, Role
from rm_eval.recognise.scales.likert import is_off_the_scale
from rm_eval.responses import Scope
from rm_eval.store import Store
from rm_eval.twice import answers_of, asked_twice, sides_of

# Numbers of people, by role; see `rm_eval.store.ToBeTold`.
Among = Mapping[Role, Collection[int]]


class ToTell(Protocol):
    """A question of what is being closed."""

    @property
    def id(self) -> str:
        """Of the question; asked twice, as at the later stage."""

    @property
    def earlier(self) -> str:
        """Of a question asked twice, its id at the earlier stage; "" of any other."""

    @property
    def once(self) -> bool:
        """Whether of each person it is told once and no more."""

    def measured(self, *, together: bool = False, division: Division | None = None) -> Measured:
        """Measure it of everybody.

        Parameters
        ----------
        together
            Whether mentors and mentees are one group, where both were asked alike.
        division
            In which parts each role is told of.
        """

    def measured_of(
        self, among: Among, *, together: bool = False, division: Division | None = None
    ) -> Measured:
        """Measure it of some people, of whom something was told before; nobody is left out."""


@dataclass(frozen=True, kw_only=True, slots=True)
class AskedOnce:
    """A question of one stage, with the files that asked it."""

    question: Question
    sources: tuple[Source, ...]
    scope: Scope
    earlier: str = ""
    once: bool = True

    @property
    def id(self) -> str:
        """Of the question."""
        return self.question.id

    def measured(self, *, together: bool = False, division: Division | None = None) -> Measured:
        """Measure it of everybody."""
        return measure(
            self.question, self.sources, scope=self.scope, together=together, division=division
        )

    def measured_of(
        self, among: Among, *, together: bool = False, division: Division | None = None
    ) -> Measured:
        """Measure it of some; what was told of both together, also where one role is gone."""
        sources = tuple(_some(one, among) for one in self.sources)
        found = measure(
            self.question, sources, scope=self.scope, together=together, division=division
        )
        is_one = len({one.role for one in sources}) == 1
        return found.of_everybody() if together and is_one else found


@dataclass(frozen=True, kw_only=True, slots=True)
class OfChange:
    """A question asked at two stages, with the people who are linked over them."""

    repeat: Repeat
    every: tuple[Twice, ...]
    scope: Scope
    once: bool = True

    @property
    def id(self) -> str:
        """Of the later question."""
        return self.repeat.question.id

    @property
    def earlier(self) -> str:
        """Of the earlier question."""
        return self.repeat.earlier

    def measured(  # roles stay apart, and whole
        self,
        *,
        together: bool = False,  # noqa: ARG002
        division: Division | None = None,  # noqa: ARG002
    ) -> Measured:
        """Count who went down, stayed the same and went up; all that is ever told of a change."""
        found = measure_change(self.repeat, self.every, scope=self.scope)
        counts = found.rows[found.rows["statistic"] == "people"]
        rows: list[tuple[object, ...]] = []
        for one in self.every:
            # Where none of a role is linked there are two groups of people, and no change.
            nobody = [(one.role, "people", way, words, 0.0, 0.0) for way, words in WAYS.items()]
            own = counts[counts["group"] == one.role]
            rows += own.itertuples(index=False, name=None) if one.pairs else nobody
        return replace(found, rows=pd.DataFrame(rows, columns=list(COLUMNS)))

    def measured_of(
        self,
        among: Among,
        *,
        together: bool = False,
        division: Division | None = None,  # noqa: ARG002
    ) -> Measured:
        """Count them among some of the linked people."""
        every = tuple(
            replace(one, pairs=tuple(p for p in one.pairs if p[0] in among.get(one.role, ())))
            for one in self.every
        )
        return replace(self, every=every).measured(together=together)


@dataclass(frozen=True, kw_only=True, slots=True)
class WhoStayed:
    """How many people of the earlier stage are linked to the later: no answer of anybody's."""

    every: tuple[Twice, ...]
    scope: Scope
    earlier: str = ""
    once: bool = False

    @property
    def id(self) -> str:
        """Nobody was asked this: it has an id of its own."""
        return STAYED.id

    def measured(  # roles stay apart, and whole
        self,
        *,
        together: bool = False,  # noqa: ARG002
        division: Division | None = None,  # noqa: ARG002
    ) -> Measured:
        """Count who stayed and who left."""
        return measure_attrition(self.every, scope=self.scope)

    def measured_of(
        self,
        among: Among,  # noqa: ARG002
        *,
        together: bool = False,
        division: Division | None = None,  # noqa: ARG002
    ) -> Measured:
        """Count them again: they are told anew each time."""
        return self.measured(together=together)


def questions_to_tell(
    store: Store, scope: Scope, *, as_same: Collection[str] = ()
) -> tuple[ToTell, ...]:
    """List what is told of a stage or of a comparison.

    Parameters
    ----------
    as_same
        Of a comparison, ids of later questions, asked in other words than before, of which
        somebody of the team says that they are the same.
    """
    if scope.since:
        return _of_two_stages(store, scope, as_same)
    sources = tuple(source_of(store, dataset) for dataset in datasets_of(store, scope))
    return tuple(
        AskedOnce(question=question, sources=asked, scope=scope)
        for question, asked in questions_asked(sources)
        if can_measure(question)
    )


def _of_two_stages(store: Store, scope: Scope, as_same: Collection[str]) -> tuple[ToTell, ...]:
    sides = [side for side in sides_of(store, scope) if side.n_linked]
    answers = answers_of(store, sides)
    changes = (
        OfChange(repeat=repeat, every=those, scope=scope)
        for repeat, those in asked_twice(store, sides, answers)
        if repeat.is_comparable(as_same) and not _has_answers_beside(repeat.question)
    )
    return WhoStayed(every=answers, scope=scope), *changes


def _has_answers_beside(question: Question) -> bool:
    """Say whether somebody could answer beside the scale, such as "not applicable".

    Whoever did is not counted in the change; so how many are would tell how many did.
    """
    return question.type == "likert" and any(is_off_the_scale(o.label) for o in question.options)


def _some(source: Source, among: Among) -> Source:
    """Pick some people of a file."""
    numbers = set(among.get(cast("Role", source.role), ()))
    return replace(source, responses=some_of(source.responses, numbers))


def n_answered(measured: Measured, group: Group) -> int:
    """Return how many people of a group answered."""
    n = measured.rows.groupby("group")["n"].first()
    return int(sum(n[role] for role in n.index if group == EVERYBODY or role_of(group) == role))
