"""What the attacker is given of a question: all that is out of it, and of whom each figure is.

Figures of a stage are about people who were here at the same closings; figures of a comparison
about people linked over its two stages, who are some of those of each. People are told apart by
when they were here, which everybody may know: so every figure is one of several groups of people
added up, and the attacker knows which.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from rm_eval.closing.parts import concerns, finest, is_of
from rm_eval.disclosure import Telling, Told, ToldGroup
from rm_eval.disclosure.attack import People
from rm_eval.disclosure.check import Shown
from rm_eval.measures import Group
from rm_eval.questionnaire import Role
from rm_eval.responses import Scope
from rm_eval.store import Present, Release, halves

# The people of a figure, and how many of each kind there are at most.
Parts = Mapping[People, int]


@dataclass(frozen=True, kw_only=True, slots=True)
class Record:
    """What was told of one question at the closings of a stage or of a comparison.

    Attributes
    ----------
    people
        Everybody who was here at any of the closings.
    told
        By the number of the closing, in their order.
    tellings
        What was told of which people, each once.
    """

    scope: Scope
    people: tuple[Present, ...]
    told: Mapping[int, Told]
    tellings: Sequence[Telling]

    @property
    def last(self) -> int:
        """The number of the last closing."""
        return max(self.told)

    def people_of(self, closing: int, role: Group) -> list[Present]:
        """List the people a figure is about."""
        noted = [t for t in self.tellings if t.closing <= closing and concerns(role, t.group.role)]
        return [
            one
            for one in self.people
            if is_of(one, role)
            and closing in one.at
            # Where nobody noted of whom something was told, it was told of everybody.
            and (not noted or one.told_at(t.closing for t in noted if is_of(one, t.group.role)))
        ]

    def told_of_all(self, at: int, linked: Sequence[Present], role: Role) -> ToldGroup | None:
        """Return what is out of a role at a stage, if all of these linked people are in it.

        Parameters
        ----------
        at
            Whether it is the earlier (0) or the later (1) of the two stages.
        """
        those = {id(one) for one in self.people_of(self.last, role)}
        if not all(id(one) in those for one in _same_people(linked, at, self)):
            return None
        groups = self.told[self.last].groups
        return next((one for one in groups if one.role == role), None)

    def says_something_of(self, role: Role) -> bool:
        """Say whether anything was told of the people of a role."""
        groups = (group for told in self.told.values() for group in told.groups)
        return any(group.role == role and not group.says_nothing for group in groups)


def records_beside(
    every: Mapping[Scope, Sequence[Release]], scope: Scope, question: str, earlier: str
) -> tuple[Record, ...]:
    """Find all that is out of the same people's answers to a question at other times.

    Parameters
    ----------
    every
        What was given out of the cohort, by stage and comparison.
    scope
        What is being closed.
    question, earlier
        The id of the question there, and of a comparison its id at the earlier stage.

    Returns
    -------
    tuple of Record
        Stages and comparisons that have to do with each other, the scope itself left out.
    """
    found = {scope: question}
    if scope.since:
        found |= dict(zip(scope.stages, (earlier, question), strict=True))
    changes = {
        (one, told.earlier, told.question.id)
        for one, releases in every.items()
        if one.since
        for release in releases
        for told in release.figures
        if told.kind == "change"
    }
    while True:
        met = {
            (one, then, now)
            for one, then, now in changes
            if found.get(one.stages[0]) == then or found.get(one.stages[1]) == now
        }
        if not met:
            break
        changes -= met
        for one, then, now in met:
            found |= {one: now, one.stages[0]: then, one.stages[1]: now}
    records = (_record(every.get(one, ()), one, id_) for one, id_ in found.items() if one != scope)
    return tuple(one for one in records if one.told)


def shown_of(record: Record, others: Sequence[Record]) -> tuple[Shown, tuple[Shown, ...]]:
    """Say of whom all figures are that are out of a question.

    Parameters
    ----------
    record
        What is being closed.
    others
        See `records_beside`.

    Returns
    -------
    now
        What is to be given out.
    before
        What is out already.
    """
    comparisons = [
        _Comparison.of(one, [*others, record]) for one in (record, *others) if one.scope.since
    ]
    asked = record.told[record.last].question.id
    shown = {
        (one.scope, closing): _shown(one, closing, comparisons, asked)
        for one in (*others, record)
        for closing in one.told
    }
    now = shown.pop((record.scope, record.last))
    return now, tuple(shown.values())


@dataclass(frozen=True, kw_only=True, slots=True)
class _Comparison:
    """The people of a comparison, each with who they are at its two stages.

    Attributes
    ----------
    sides
        One a person and stage; None where nothing is known of them there.
    """

    record: Record
    sides: Mapping[Scope, Sequence[Present | None]] = field(default_factory=dict)

    @classmethod
    def of(cls, record: Record, every: Sequence[Record]) -> "_Comparison":
        by_scope = {one.scope: one for one in every}
        sides = {
            stage: _same_people(record.people, at, by_scope[stage])
            for at, stage in enumerate(record.scope.stages)
            if stage in by_scope
        }
        return cls(record=record, sides=sides)

    def parts_of_change(self, closing: int, role: Group) -> Parts:
        """Part the people of one of its own figures."""
        those = {id(one) for one in self.record.people_of(closing, role)}
        people = self.record.people
        return Counter(self._part(at) for at in range(len(people)) if id(people[at]) in those)

    def parts_of_stage(self, record: Record, closing: int, role: Group) -> Parts:
        """Part the people of a figure of one stage: those who are linked, and all others.

        The others are as many as all at most: who is linked may have left the question out at the
        other stage.
        """
        those = record.people_of(closing, role)
        ids = {id(one) for one in those}
        linked = Counter(
            self._part(at)
            for at, side in enumerate(self.sides[record.scope])
            if id(side) in ids and self.record.says_something_of(self.record.people[at].role)
        )
        scope, words = record.scope, f", not counted from {self.record.scope.when}"
        return linked + Counter(
            People(scope=scope, group=role, who=f"{_here(one)}{words}") for one in those
        )

    def _part(self, at: int) -> People:
        one = self.record.people[at]
        sides = [
            f"{stage.when}: {_here(side[at])}" for stage, side in self.sides.items() if side[at]
        ]
        who = "; ".join(["linked", f"change: {_here(one)}", *sides])
        return People(scope=self.record.scope, group=one.role, who=who)


def _shown(
    record: Record, closing: int, comparisons: Sequence[_Comparison], question: str
) -> Shown:
    told = record.told[closing]
    people: dict[Group, list[Parts]] = {}
    silent = {group.role for group in told.groups if group.says_nothing} if comparisons else set()
    # Of people of whom nothing is told, as of one alone, nobody need know how many they are.
    for role in {group.role for group in told.groups} - silent:
        if record.scope.since:
            own = next(one for one in comparisons if one.record is record)
            people[role] = [own.parts_of_change(closing, role)]
            continue
        with_it = [one for one in comparisons if record.scope in one.sides]
        found = [one.parts_of_stage(record, closing, role) for one in with_it]
        people[role] = found or [_parts(record, closing, role)]
    is_latest = closing == record.last and not record.scope.since
    who = "" if is_latest else f"closing {closing}"
    return Shown(who=who, told=told.under(question), people=people)


def _parts(record: Record, closing: int, role: Group) -> Parts:
    return Counter(
        People(scope=record.scope, group=finest(one) if one.part else role, who=_here(one))
        for one in record.people_of(closing, role)
    )


def _here(one: Present | None) -> str:
    return f"here at closing {', '.join(map(str, one.at if one else ()))}"


def _same_people(linked: Sequence[Present], at: int, record: Record) -> list[Present | None]:
    """Find linked people among those of one of the two stages."""
    known: dict[tuple[str, ...], list[Present]] = {}
    for one in record.people:
        known.setdefault((one.role, one.answers), []).append(one)
    found: dict[int, Present | None] = {}
    # Whoever changed an answer at the other stage is among the linked twice: the last one counts.
    for place, one in sorted(enumerate(linked), key=lambda pair: pair[1].at[-1], reverse=True):
        response = halves(one.response)[at] if one.response else ""
        same = known.get((one.role, halves(one.answers)[at]), [])
        by_id = [other for other in same if response and other.response == response]
        # Of people with the very same answers it does not matter who is who.
        chosen = next(iter(by_id or same), None)
        if chosen is not None:
            same.remove(chosen)
        found[place] = chosen
    return [found[place] for place in range(len(linked))]


def _record(releases: Sequence[Release], scope: Scope, question: str) -> Record:
    told = {
        release.number: one
        for release in releases
        for one in release.figures
        if one.question.id == question
    }
    last = releases[-1] if releases else None
    return Record(
        scope=scope,
        people=last.people if last else (),
        told=told,
        tellings=last.tellings.get(question, ()) if last else (),
    )
