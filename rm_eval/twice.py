"""What was asked at two stages, and of whom: every question asked twice, and who is linked."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import get_args

from rm_eval.asked import datasets_of, source_of
from rm_eval.measures import Source
from rm_eval.measures.repeats import Asked, Repeat, repeats
from rm_eval.measures.two_answers import Twice
from rm_eval.questionnaire import Role, Stage
from rm_eval.responses import Scope
from rm_eval.store import Dataset, Linking, Store, link


@dataclass(frozen=True, kw_only=True, slots=True)
class Side:
    """One role at both stages: the files, and which of their people are one person.

    Attributes
    ----------
    has_codes
        Whether both files have participant codes, so that people can be linked at all.
    """

    role: Role
    linking: Linking
    has_codes: bool

    @property
    def earlier(self) -> Dataset:
        """The file of the earlier stage."""
        return self.linking.earlier

    @property
    def later(self) -> Dataset:
        """The file of the later stage."""
        return self.linking.later

    @property
    def n_linked(self) -> int:
        """People who answered both forms, as their codes say."""
        return len(self.linking.linked)


AskedTwice = tuple[Repeat, tuple[Twice, ...]]


def comparisons(datasets: Iterable[Dataset]) -> tuple[Scope, ...]:
    """List what can be compared: of each cohort, its first stage with every later one.

    Returns
    -------
    tuple of Scope
        With `Scope.since`; of each cohort the whole way first, then the steps on it.
    """
    stages: dict[tuple[str, str, Role], dict[Stage, Scope]] = {}
    for one in datasets:
        key = (one.scope.organisation, one.scope.cohort, one.role)
        stages.setdefault(key, {})[one.scope.stage] = one.scope
    found: dict[Scope, None] = {}
    for of in stages.values():
        first, *later = [of[stage] for stage in get_args(Stage) if stage in of]
        for scope in reversed(later):
            found[replace(scope, since=first.stage)] = None
    return tuple(found)


def sides_of(store: Store, scope: Scope) -> tuple[Side, ...]:
    """Link the people of each role who have answers at both stages of a comparison."""
    early, late = ({one.role: one for one in datasets_of(store, stage)} for stage in scope.stages)
    return tuple(
        _side(link(store, early[role], later)) for role, later in late.items() if role in early
    )


def answers_of(store: Store, sides: Iterable[Side]) -> tuple[Twice, ...]:
    """Load the answers of each role at both stages, in the order of the sides."""
    return tuple(
        Twice(
            role=side.role,
            earlier=source_of(store, side.earlier),
            later=source_of(store, side.later),
            pairs=tuple(pair.people for pair in side.linking.linked),
        )
        for side in sides
    )


def asked_twice(
    store: Store, sides: Iterable[Side], answers: Iterable[Twice]
) -> tuple[AskedTwice, ...]:
    """Pair every question asked at both stages with the people who were asked it.

    Parameters
    ----------
    answers
        `answers_of` the sides.

    Returns
    -------
    tuple of (Repeat, tuple of Twice)
        In the order of the later form; those that cannot be compared are there too, and say why.
    """
    found: dict[tuple[str, str, str], tuple[Repeat, list[Twice]]] = {}
    for side, own in zip(sides, answers, strict=True):
        earlier = _asked(store, side.earlier, own.earlier)
        for one in repeats(earlier, _asked(store, side.later, own.later)):
            _, those = found.setdefault((one.question.id, one.earlier, one.fit), (one, []))
            those.append(own)
    return tuple((repeat, tuple(those)) for repeat, those in found.values())


def _asked(store: Store, dataset: Dataset, source: Source) -> list[Asked]:
    worded = store.asked(dataset.id)
    return [Asked(question=one, wording=worded[one.id]) for one in source.responses.questions]


def _side(linking: Linking) -> Side:
    with_code = (
        linking.earlier.n_people - linking.n_without,
        linking.later.n_people - linking.n_later_without,
    )
    return Side(role=linking.earlier.role, linking=linking, has_codes=all(with_code))
