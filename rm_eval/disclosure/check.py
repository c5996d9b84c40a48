"""Check: before figures are given out, attack them together with all that was given out before."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from rm_eval.disclosure.attack import Attack, Leak, Log, People, Seen, Together, attack
from rm_eval.disclosure.publish import publish
from rm_eval.disclosure.told import Told
from rm_eval.measures import Group

AUDIENCES: tuple[Literal["internal", "public"], ...] = ("internal", "public")


@dataclass(frozen=True, kw_only=True, slots=True)
class Shown:
    """What is shown of one question from one closing on.

    Attributes
    ----------
    who
        Of everybody there is at a stage ``""``; otherwise a name, such as of an earlier closing.
    told
        What colleagues and the public see is made of this.
    people
        Of each role, who the figures are about: groups of people who were here at the same
        closings, and how many they are at most; parted in one way or in several. Everybody may
        know it.
    """

    who: str
    told: Told
    people: Mapping[Group, Sequence[Mapping[People, int]]]

    @property
    def rows_are_of(self) -> tuple[object, ...]:
        """What its rows are made of, and of whom: alike where it shows the very same."""
        told = self.told
        people = {
            role: [sorted(map(repr, parts)) for parts in ways] for role, ways in self.people.items()
        }
        same = told.scope, told.question, told.kind, told.limits, told.groups
        return *same, sorted(people.items())


def check(now: Shown, earlier: Iterable[Shown] = ()) -> Attack:
    """Attack what one question shows, to colleagues and to the public, now and at earlier closings.

    What was known of some people from earlier closings alone is no leak of this one, as long as it
    is no better known now: that everybody said yes to a plain question, and so did who left.

    Parameters
    ----------
    now
        What is to be given out.
    earlier
        What was given out of the same question before; also of other stages, and of comparisons,
        where it was asked of some of the same people.
    """
    different = {repr(one.rows_are_of): one for one in (*earlier, now)}
    before = [one for one in different.values() if one is not now]
    found = _attack([now, *before], now)
    if found.is_safe or not before:
        return found
    known = {_key(leak) for leak in _attack(before, now).leaks if _is_of_a_part(leak, now, before)}
    leaks = tuple(leak for leak in found.leaks if _key(leak) not in known)
    return replace(found, leaks=leaks, log=replace(found.log, leaks=len(leaks)))


def sum_of_logs(logs: Sequence[Log]) -> Log:
    """Add up the logs of several questions: their figures have nothing to do with each other."""
    return Log(
        views=sum(one.views for one in logs),
        cells=sum(one.cells for one in logs),
        banded=sum(one.banded for one in logs),
        solved=sum(one.solved for one in logs),
        seconds=sum(one.seconds for one in logs),
        leaks=sum(one.leaks for one in logs),
    )


def _attack(every: Sequence[Shown], now: Shown) -> Attack:
    seen = [
        Seen(published=publish(one.told, audience=audience), who=one.who)
        for one in every
        for audience in AUDIENCES
    ]
    together = [whole for one in every for whole in _made_up(one)]
    smallest = min(one.told.limits.smallest for one in every)
    is_alone = every == [now]
    return attack(seen, together=[] if is_alone else together, smallest=smallest)


def _made_up(shown: Shown) -> Iterable[Together]:
    """Say of which people the figures are; of people of whom nothing is told nobody need know."""
    scope = shown.told.scope
    for group in shown.told.groups:
        for parts in shown.people.get(group.role, ()):
            if parts and group.counts:
                yield Together(
                    whole=People(scope=scope, group=group.role, who=shown.who),
                    parts=tuple(parts),
                    sizes=tuple(parts.values()),
                )


def _is_of_a_part(leak: Leak, now: Shown, before: Iterable[Shown]) -> bool:
    return leak.who not in {one.who for one in (now, *before)}


def _key(leak: Leak) -> tuple[object, ...]:
    return leak.kind, leak.group, leak.who, leak.statistic, leak.answer, leak.low, leak.high
