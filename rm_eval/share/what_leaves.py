"""What of a question leaves an organisation: groups that are told of, as they were told."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Literal

from rm_eval.disclosure import Told, ToldGroup, whole_roles
from rm_eval.disclosure.policy import is_told, may_know_size
from rm_eval.measures import Group
from rm_eval.questionnaire import Question

Why = Literal["too_few", "harm", "nothing_told"]
WHY: Mapping[Why, str] = MappingProxyType(
    {
        "too_few": "too few people answered",
        "harm": "it could hurt somebody if it were traced, and the group is small",
        "nothing_told": "it is shown to the programme team only",
    }
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Kept:
    """A group of which nothing leaves.

    Attributes
    ----------
    question
        The id of the question.
    why
        One of `WHY`.
    """

    question: str
    role: Group
    why: Why


@dataclass(frozen=True, kw_only=True, slots=True)
class Leaves:
    """What leaves of one question, and what stays.

    Attributes
    ----------
    told
        None where nothing leaves.
    """

    told: Told | None
    kept: tuple[Kept, ...]


def leaves_of(told: Told, audience: Literal["internal", "public"]) -> Leaves:
    """Say what of a question leaves, by what was told of it when its stage was closed.

    Of a role that was told of in parts, such as sites, their sum leaves. Of a group whose size the
    reader may not know nothing does: whoever adds up several organisations would learn it. Names of
    files stay, and so does how many people answered later.
    """
    told = whole_roles(told)
    kept = [
        Kept(question=told.question.id, role=group.role, why=why)
        for group in told.groups
        if group.n and (why := _why_kept(told, group, audience))
    ]
    stay = {one.role for one in kept}
    groups = tuple(one for one in told.groups if one.n and one.role not in stay)
    if not groups:
        return Leaves(told=None, kept=tuple(kept))
    roles = {group.role for group in groups}
    leaving = replace(
        told,
        question=_as_it_leaves(told.question, groups),
        groups=groups,
        responses=tuple(one for one in told.responses if one[0] in roles),
        sources=(),
        waiting=(),
    )
    return Leaves(told=leaving, kept=tuple(kept))


def _as_it_leaves(question: Question, groups: Iterable[ToldGroup]) -> Question:
    """Leave out what is only there to recognise answers, and every answer that is not told of.

    Of a form nobody knows an answer may be the words of one person.
    """
    told = {count.answer for group in groups for count in group.counts}
    return replace(
        question,
        aliases=(),
        options=tuple(replace(o, aliases=()) for o in question.options if o.id in told),
        themes=tuple(replace(theme, words=()) for theme in question.themes if theme.id in told),
        grouped=None,
    )


def _why_kept(told: Told, group: ToldGroup, audience: Literal["internal", "public"]) -> Why | None:
    mark, limits = told.question.mark, told.limits
    if not may_know_size(group.n, limits.smallest, audience):
        return "too_few"
    if not is_told(mark, group.n, audience, limits=limits, cohorts=group.cohorts):
        return "harm"
    return "nothing_told" if not group.counts or group.says_nothing else None
