"""Everything given out of one question: whose figures there are, and who is part of whom."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from rm_eval.disclosure.attack.answers.answers import OTHER
from rm_eval.disclosure.attack.people import People, Seen, Together
from rm_eval.disclosure.attack.told import View, views_of
from rm_eval.disclosure.published import Audience
from rm_eval.errors import ForTheDeveloper
from rm_eval.measures import EVERYBODY, GROUP_LABELS
from rm_eval.questionnaire import Question

# Figures of linked people are about some of the group alone.
LINKED = "linked"
# Nothing of these is told beyond the team but that they are hidden.
HIDDEN_KINDS = {"number", "date"}
# Notes that tell something of the answers.
NOT_LISTED, LEFT_OUT = "not listed", "left answers out of their order"


@dataclass(frozen=True, kw_only=True, slots=True)
class Given:
    """One question's figures, of people whose figures can tell something of each other's.

    Attributes
    ----------
    views
        By people: for which audience, and what is told. People of whom nothing is told have none.
    wholes
        Which people are made up of which.
    measures
        What the figures of each people are, such as ``"scale"``.
    some_unlisted
        True where a note says that rare answers are not listed.
    some_left_out
        True where a note says that somebody left an item out of a ranking.
    smallest
        Of smaller groups nothing may be told.
    """

    question: Question
    views: Mapping[People, Sequence[tuple[Audience, View]]]
    wholes: Sequence[Together]
    measures: Mapping[People, str]
    some_unlisted: bool
    some_left_out: bool
    smallest: int

    @property
    def people(self) -> tuple[People, ...]:
        """Everybody who has figures or is part of somebody who has."""
        named = [one for whole in self.wholes for one in (whole.whole, *whole.parts)]
        return tuple(dict.fromkeys([*self.views, *named]))

    @property
    def audiences(self) -> frozenset[Audience]:
        """For whom there are figures."""
        return frozenset(audience for views in self.views.values() for audience, _ in views)

    def told(self, people: People) -> list[View]:
        """Return everything told of these people."""
        return [view for _, view in self.views.get(people, ())]


@dataclass(slots=True)
class _Found:
    """What was found of one question so far."""

    question: Question
    views: dict[People, list[tuple[Audience, View]]] = field(default_factory=dict)
    measures: dict[People, str] = field(default_factory=dict)
    some_unlisted: bool = False
    some_left_out: bool = False


def given_of(seen: Iterable[Seen], together: Sequence[Together], *, smallest: int) -> list[Given]:
    """Sort everything given out by question, and by people who have to do with each other."""
    found: dict[str, _Found] = {}
    for one in seen:
        _add(found, one, smallest)
    return [given for one in found.values() for given in _apart(one, together, smallest)]


def _add(found: dict[str, _Found], seen: Seen, smallest: int) -> None:
    published = seen.published
    if published.audience == "team":
        raise ForTheDeveloper("figures for the team are not given out: nothing to attack")
    if published.measure in HIDDEN_KINDS and set(published.rows["shown"]) <= {"hidden"}:
        return
    question = published.question
    one = found.setdefault(question.id, _Found(question=question))
    one.question = _as_both(one.question, question, is_first=published.measure != "change")
    one.some_unlisted |= any(NOT_LISTED in note for note in published.notes)
    one.some_left_out |= any(LEFT_OUT in note for note in published.notes)
    who = seen.who or (LINKED if published.measure == "change" else "")
    for group, view in views_of(published, smallest).items():
        people = People(scope=published.scope, group=group, who=who)
        one.views.setdefault(people, []).append((published.audience, view))
        one.measures[people] = published.measure


def _as_both(one: Question, other: Question, *, is_first: bool) -> Question:
    """Put the options of two figures of a question together.

    Those of a change stand in the order of their scale, so they come first.
    """
    every = (one, other) if is_first else (other, one)
    options = {option.id: option for those in every for option in those.options}
    scale = next((those.scale for those in every if those.scale), None)
    return replace(one, options=tuple(options.values()), scale=scale)


def _apart(found: _Found, together: Sequence[Together], smallest: int) -> Iterable[Given]:
    """Part people who have nothing to do with each other: their figures tell nothing more."""
    wholes = _wholes(found, together)
    measures = dict(found.measures)
    for whole in wholes:
        for part in whole.parts:
            # Whoever is linked gave a pair of answers, whichever stage their figures are of.
            kind = "change" if part.scope.since else measures[whole.whole]
            measures.setdefault(part, kind)
    bonds = [{one.whole, *one.parts} for one in wholes] + _listed_together(found)
    for group in _connected([*found.views], bonds):
        yield Given(
            question=found.question,
            views={people: views for people, views in found.views.items() if people in group},
            wholes=[whole for whole in wholes if whole.whole in group],
            measures={people: measure for people, measure in measures.items() if people in group},
            some_unlisted=found.some_unlisted,
            some_left_out=found.some_left_out,
            smallest=smallest,
        )


def _wholes(found: _Found, together: Sequence[Together]) -> list[Together]:
    """Keep what matters here: of people with figures, or who are part of such."""
    matter = set(found.views)
    kept: list[Together] = []
    waiting = [*together, *_everybody(found), *_linked(found)]
    while now := [one for one in waiting if one.whole in matter]:
        kept.extend(now)
        matter.update(part for one in now for part in one.parts)
        waiting = [one for one in waiting if one not in now]
    return kept


def _everybody(found: _Found) -> list[Together]:
    """Everybody of a scope is its groups together."""
    wholes = []
    for people in found.views:
        if people.group != EVERYBODY:
            continue
        here = {one.group for one in found.views if replace(one, group=EVERYBODY) == people}
        roles = [role for role in GROUP_LABELS if role != EVERYBODY]
        groups = [role for role in roles if role in here or role in found.question.roles]
        parts = tuple(replace(people, group=group) for group in groups)
        wholes.append(Together(whole=people, parts=parts))
    return wholes


def _linked(found: _Found) -> list[Together]:
    """People linked over two stages are some of those who answered at each."""
    linked = [people for people in found.views if people.who == LINKED]
    return [
        Together(whole=whole, parts=(people, replace(whole, who=f"not {LINKED}")))
        for people in linked
        for whole in found.views
        if whole.who == "" and _place(whole) == _place(people)
    ]


def _place(people: People) -> tuple[str, str, str]:
    return people.scope.organisation, people.scope.cohort, people.group


def _listed_together(found: _Found) -> list[set[People]]:
    """Bind groups of a scope: an answer may be listed for one because of the other."""
    answers = {a for views in found.views.values() for _, view in views for a in view.answers}
    if not found.question.are_gathered and OTHER not in answers:
        return []
    scopes = {people.scope for people in found.views}
    return [{one for one in found.views if one.scope == scope} for scope in scopes]


def _connected(people: Sequence[People], bonds: Sequence[set[People]]) -> list[set[People]]:
    groups: list[set[People]] = [{one} for one in people]
    for joined in bonds:
        touched = [group for group in groups if group & joined]
        groups = [group for group in groups if group not in touched]
        groups.append(joined.union(*touched))
    return groups
