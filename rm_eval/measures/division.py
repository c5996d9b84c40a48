"""`Division`: the people of one stage, parted by one thing they said of themselves."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import cast, get_args

from rm_eval.measures.groups import EVERYBODY, group_of
from rm_eval.measures.measured import Source
from rm_eval.questionnaire import Mark, Role
from rm_eval.responses import Responses


@dataclass(frozen=True, kw_only=True, slots=True)
class Division:
    """Which part each person belongs to; every person of a divided role is in just one.

    Attributes
    ----------
    by
        What they are parted by, such as "professional group".
    mark
        Of the question that parts them: how delicate it is to say who is in which part.
    part_of
        By role, and by number within its file: the part of each person. A role that is not here
        stays whole.
    parts
        The parts of each role in the order to draw, those of nobody included.
    kept_whole
        Ids of questions that are never divided: those that part people themselves. So no figure
        crosses two of them.
    notes
        What has to be said of the parts.
    """

    by: str
    mark: Mark
    part_of: Mapping[Role, Mapping[int, str]]
    parts: Mapping[Role, tuple[str, ...]]
    kept_whole: frozenset[str] = frozenset()
    notes: tuple[str, ...] = field(default=())

    def divide(self, source: Source) -> tuple[Source, ...]:
        """Part the people of one role's file; a role that stays whole comes back as it is."""
        role = cast("Role", source.role)
        if source.role == EVERYBODY or role not in self.part_of:
            return (source,)
        part_of = self.part_of[role]
        return tuple(
            replace(
                source,
                role=group_of(role, part),
                responses=some_of(
                    source.responses, {one for one, own in part_of.items() if own == part}
                ),
            )
            for part in self.parts[role]
        )


def some_of(every: Responses, numbers: set[int]) -> Responses:
    """Pick some people, by their numbers."""
    return Responses(
        people=tuple(person for person in every.people if person.number in numbers),
        questions=every.questions,
        answers=every.answers[every.answers["person"].isin(numbers)],
    )


def graver(one: Mark, other: Mark) -> Mark:
    """Return the graver of two marks: a figure divided by something tells of that, too."""
    marks = get_args(Mark)
    return cast("Mark", marks[max(marks.index(one), marks.index(other))])
