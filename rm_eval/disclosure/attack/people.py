"""Whose answers a figure counts, and which of them are made up of which others."""

from collections.abc import Iterable
from dataclasses import dataclass

from rm_eval.disclosure.published import Published
from rm_eval.responses import Scope


@dataclass(frozen=True, kw_only=True, slots=True)
class People:
    """Some people: a group of a scope, or a part of one.

    Attributes
    ----------
    who
        "" for everybody of the group; otherwise which of them, such as ``"matched"``.
    """

    scope: Scope
    group: str
    who: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Seen:
    """A figure given out of some of the people alone, such as those matched over two stages."""

    published: Published
    who: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Together:
    """The parts, disjoint, make up the whole; everybody knows it.

    Attributes
    ----------
    sizes
        How many people each part has, as far as known; -1 where nobody knows. Of one question
        that is the most there can be: somebody may have left it out.
    """

    whole: People
    parts: tuple[People, ...]
    sizes: tuple[int, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Moved:
    """How many people of a group stayed, went and came between an earlier closing and now."""

    scope: Scope
    group: str
    stayed: int
    went: int
    came: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Earlier:
    """What was given out at an earlier closing, and how the people changed since."""

    published: tuple[Published, ...]
    moved: tuple[Moved, ...]


def seen_before(earlier: Iterable[Earlier]) -> tuple[list[Seen], list[Together]]:
    """Name the people of earlier closings, and what they share with those of now."""
    seen: list[Seen] = []
    together: list[Together] = []
    for at, closing in enumerate(earlier, start=1):
        then = f"closing {at} before"
        seen.extend(Seen(published=one, who=then) for one in closing.published)
        for moved in closing.moved:
            together.extend(_stayed_went_came(moved, then))
    return seen, together


def _stayed_went_came(moved: Moved, then: str) -> tuple[Together, Together]:
    def some(who: str) -> People:
        return People(scope=moved.scope, group=moved.group, who=who)

    stayed = some(f"stayed since {then}")
    return (
        Together(
            whole=some(then),
            parts=(stayed, some(f"went since {then}")),
            sizes=(moved.stayed, moved.went),
        ),
        Together(
            whole=some(""),
            parts=(stayed, some(f"came since {then}")),
            sizes=(moved.stayed, moved.came),
        ),
    )
