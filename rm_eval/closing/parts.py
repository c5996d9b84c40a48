"""Parts in place of the roles: chosen when a stage is first closed, told once, and never added to.

Who is in which part is an answer too. So the question that parts people is told first, whole, as
any other; a part is told of only where its size was told exactly by that, and all others are one
part, "Other parts". Whoever reads the sizes of the parts has read them already. When anybody comes
or goes or changes an answer, parts are no longer shown, or their sizes would tell who it was: a
role is then the sum of what was told of its parts, and of those who came.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import cast

from rm_eval.asked import datasets_of, questions_asked, source_of
from rm_eval.breakdowns import OTHER_PARTS, in_order, never_divided, parts_said
from rm_eval.disclosure import Limits, Told, tell
from rm_eval.disclosure.policy import LARGE_GROUP
from rm_eval.errors import NotAllowed
from rm_eval.measures import EVERYBODY, Division, Group, Source, group_of, measure, role_of
from rm_eval.questionnaire import Question, Role
from rm_eval.responses import Scope
from rm_eval.store import Present, Release, Store, releases

TOO_SMALL = (
    "No role can be split in this way: at least {large} people of a role must have said where they "
    "belong, and two parts of it must be {few} people or more. Close it without splitting, or "
    "split it by something else. Nothing was given out."
)
NOT_HERE = (
    "What others see can be split only by a question of this very form that is neither delicate "
    "nor typed in from totals. Close it without splitting. Nothing was given out."
)
COMPARED = (
    "What changed between two stages was shown to others already, so neither can be shown in parts "
    "now: the two together would tell too much. Close it without splitting. Nothing was given out."
)
IN_PARTS = (
    "{stage} is shown to others in parts, so what changed since or before can be seen by the "
    "programme team only: the two together would tell too much. Nothing was given out."
)
SPLIT = (
    "Split by {by}, as people said on this form. Parts of fewer than {few} people, and parts whose "
    "size is told as a range, are shown together as “{other}”, with whoever did not say."
)
NO_LONGER = (
    "This was split by {by} at first. Answers have come, gone or changed since, so each role is "
    "shown as one group: the sizes of the parts would tell whose answers they were."
)


def can_divide(store: Store, scope: Scope, limits: Limits) -> tuple[Question, ...]:
    """List the questions that can part what others see of a stage, at its first closing."""
    if scope.since or any(scope in one.scope.stages for one in releases(store)):
        return ()
    found = []
    for question, sources in _asked(store, scope):
        if question.divides and _told_parts(question, sources, scope, limits):
            found.append(question)
    return tuple(found)


def division_to_tell(store: Store, scope: Scope, by: str, limits: Limits) -> Division:
    """Part the people of a stage by what is told of them.

    Parameters
    ----------
    by
        The id of the question whose answers part them.

    Raises
    ------
    NotAllowed
        Where it cannot part them, or what changed since or before is out already.
    """
    if any(one.scope.since and scope in one.scope.stages for one in releases(store)):
        raise NotAllowed(COMPARED, code="compared_already")
    asked = next((one for one in _asked(store, scope) if one[0].id == by), None)
    if asked is None or asked[0].mark != "ordinary" or any(one.typed for one in asked[1]):
        raise NotAllowed(NOT_HERE, code="cannot_divide")
    question, sources = asked
    every = _told_parts(question, sources, scope, limits)
    if not every:
        words = TOO_SMALL.format(large=LARGE_GROUP, few=limits.smallest)
        raise NotAllowed(words, code="cannot_divide")
    note = SPLIT.format(by=question.divides, few=limits.smallest, other=OTHER_PARTS)
    return Division(
        by=question.divides,
        mark=question.mark,
        part_of=every,
        parts={role: in_order(question, own.values()) for role, own in every.items()},
        kept_whole=never_divided(),
        notes=(note,),
    )


def _asked(store: Store, scope: Scope) -> list[tuple[Question, tuple[Source, ...]]]:
    sources = tuple(source_of(store, dataset) for dataset in datasets_of(store, scope))
    return [one for one in questions_asked(sources) if one[0].divides]


def _told_parts(
    question: Question, sources: Sequence[Source], scope: Scope, limits: Limits
) -> dict[Role, Mapping[int, str]]:
    """Find the parts of each role that has two or more of which something can be told.

    A function of what is told of the question, and of how many people there are.
    """
    if question.mark != "ordinary" or question.type != "single_choice":
        return {}
    told = tell(measure(question, tuple(sources), scope=scope), limits=limits)
    found: dict[Role, Mapping[int, str]] = {}
    for group in told.groups:
        source = next(one for one in sources if one.role == group.role)
        exact = {
            one.label
            for one in group.counts
            if one.bounds[0] == one.bounds[1] and one.bounds[0] >= limits.smallest
        }
        own = next(q for q in source.responses.questions if q.id == question.id)
        said = parts_said(own, source.responses.of(own))
        part_of = {
            one.number: part if (part := said.get(one.number, "")) in exact else OTHER_PARTS
            for one in source.responses.people
        }
        large = [n for n in Counter(part_of.values()).values() if n >= limits.smallest]
        if group.n >= LARGE_GROUP and len(large) > 1 and not source.typed:
            found[cast("Role", source.role)] = part_of
    return found


def with_parts(
    everybody: Sequence[Present],
    here: Mapping[Role, Mapping[int, Present]],
    division: Division,
) -> tuple[tuple[Present, ...], dict[Role, dict[int, Present]]]:
    """Note of everybody which part they are in; those of a whole role are in none."""
    parts = {
        id(one): replace(one, part=division.part_of.get(role, {}).get(number, ""))
        for role, of in here.items()
        for number, one in of.items()
    }
    now = {role: {n: parts[id(one)] for n, one in of.items()} for role, of in here.items()}
    return tuple(parts.get(id(one), one) for one in everybody), now


def division_told(
    earlier: Release,
    everybody: Sequence[Present],
    here: Mapping[Role, Mapping[int, Present]],
    number: int,
) -> Division | None:
    """Return the parts that were told, as long as nobody has come, gone or changed since."""
    closings = tuple(range(1, number + 1))
    if not earlier.divided_by or any(one.at != closings for one in everybody):
        return None
    every: dict[Role, Mapping[int, str]] = {
        role: {n: one.part for n, one in of.items()}
        for role, of in here.items()
        if any(one.part for one in of.values())
    }
    return Division(
        by=earlier.divided_by,
        mark="ordinary",
        part_of=every,
        parts={role: tuple(sorted(set(own.values()))) for role, own in every.items()},
        kept_whole=never_divided(),
        notes=(
            SPLIT.format(by=earlier.divided_by, few=earlier.limits.smallest, other=OTHER_PARTS),
        ),
    )


def check_not_in_parts(store: Store, scope: Scope) -> None:
    """Refuse to give out what changed since or before a stage that was told in parts.

    Raises
    ------
    NotAllowed
        Where either stage of a comparison was.
    """
    for stage in scope.stages if scope.since else ():
        if any(one.divided_by for one in releases(store, stage)):
            words = IN_PARTS.format(stage=stage.when.capitalize())
            raise NotAllowed(words, code="told_in_parts")


def says_no_longer(told: Told, by: str) -> Told:
    """Say of a figure that was told in parts why it no longer is."""
    return told.with_note(NO_LONGER.format(by=by))


def is_of(one: Present, group: Group) -> bool:
    """Say whether somebody is among the people a figure is about."""
    return group in {one.role, EVERYBODY} or (bool(one.part) and group == finest(one))


def finest(one: Present) -> Group:
    """Name the smallest group that was ever told of with somebody in it."""
    return group_of(one.role, one.part) if one.part else one.role


def concerns(group: Group, telling: Group) -> bool:
    """Say whether a telling goes into the figures of a group: its own, or of a part of it."""
    return telling == group or role_of(telling) == group
