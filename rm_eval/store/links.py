"""Who answered at two stages? Participant codes tell, and somebody says where they nearly match.

Nobody is joined silently: the same code links, a code one slip away is offered, and what is said
of an offer is kept.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import get_args

from sqlalchemy import ColumnElement, Connection, delete, insert, select

from rm_eval.questionnaire import Stage
from rm_eval.store.dataset import Dataset
from rm_eval.store.records import Store
from rm_eval.store.schema import codes, links, people

Forms = dict[int, set[tuple[str, str]]]

# Codes that were given out in a row (P001, P002) are all one slip apart, and no slip can be told.
MOST_ALIKE = 1 / 3


@dataclass(frozen=True, kw_only=True, slots=True)
class Pair:
    """Somebody of an earlier and somebody of a later stage, by number and row within their files.

    Attributes
    ----------
    is_only_choice
        False where either code nearly matches, or is, a third person's as well.
    """

    person: int
    row: int
    later_person: int
    later_row: int
    is_only_choice: bool = True

    @property
    def people(self) -> tuple[int, int]:
        """Their numbers."""
        return self.person, self.later_person


@dataclass(frozen=True, kw_only=True, slots=True)
class Linking:
    """Two stages of one cohort and role, side by side.

    Attributes
    ----------
    earlier, later
        The datasets.
    linked
        One person: the same code, or somebody said so.
    offers
        Perhaps one person: nobody has said yet.
    n_said
        Offers that somebody answered, one way or the other.
    n_alone, n_later_alone
        People with a code whom nothing links, offers not counted as links.
    n_without, n_later_without
        People without a code that could be used.
    are_too_alike
        So many codes of one stage nearly match each other that near misses are not offered.
    has_key
        False where the codes of the two were scrambled with different keys: nothing can be linked
        until one of the files is added again.
    """

    earlier: Dataset
    later: Dataset
    linked: tuple[Pair, ...]
    offers: tuple[Pair, ...]
    n_said: int
    n_alone: int
    n_later_alone: int
    n_without: int
    n_later_without: int
    are_too_alike: bool
    has_key: bool


def linkings(store: Store) -> tuple[Linking, ...]:
    """Compare every two stages of a cohort and role whose files both have codes."""
    with store.engine.connect() as connection:
        with_codes = set(connection.execute(select(codes.c.dataset).distinct()).scalars())
    kept = [dataset for dataset in store.datasets() if dataset.id in with_codes]
    return tuple(
        link(store, one, other) for one in kept for other in kept if _is_before(one, other)
    )


def link(store: Store, earlier: Dataset, later: Dataset) -> Linking:
    """Find who answered at both of two stages."""
    with store.engine.connect() as connection:
        return link_in(connection, earlier, later)


def link_in(connection: Connection, earlier: Dataset, later: Dataset) -> Linking:
    """As `link`, within a change."""
    whole, later_whole = (_forms(connection, one, codes.c.is_whole) for one in (earlier, later))
    near, later_near = (_forms(connection, one) for one in (earlier, later))
    rows, later_rows = (_rows(connection, one) for one in (earlier, later))
    said = _said(connection, earlier, later)
    same, doubtful = _split(_having_in_common(whole, later_whole))
    same = sorted({*same, *(pair for pair, yes in said.items() if yes)})
    linked, later_linked = {one for one, _ in same}, {other for _, other in same}
    are_too_alike = any(map(_are_alike, (near, later_near)))
    found = [] if are_too_alike else _having_in_common(near, later_near)
    open_ = [
        (one, other)
        for one, other in dict.fromkeys((*doubtful, *found))
        if one not in linked and other not in later_linked and (one, other) not in said
    ]
    only = set(_split(open_)[0])
    return Linking(
        earlier=earlier,
        later=later,
        linked=tuple(_pair(pair, rows, later_rows) for pair in same),
        offers=tuple(
            _pair(pair, rows, later_rows, is_only_choice=pair in only) for pair in sorted(open_)
        ),
        n_said=len(said),
        n_alone=len(whole) - len(linked),
        n_later_alone=len(later_whole) - len(later_linked),
        n_without=len(rows) - len(whole),
        n_later_without=len(later_rows) - len(later_whole),
        are_too_alike=are_too_alike,
        has_key=bool(_keys(whole) & _keys(later_whole)),
    )


def say_same(store: Store, linking: Linking, pair: Pair, *, is_same: bool) -> None:
    """Keep what somebody said of an offer."""
    said = {
        "dataset": linking.earlier.id,
        "person": pair.person,
        "later": linking.later.id,
        "later_person": pair.later_person,
        "is_same": is_same,
    }
    with store.change() as connection:
        connection.execute(insert(links).values(said))


def ask_again(store: Store, linking: Linking) -> None:
    """Forget what was said of these offers: they are offered again."""
    these = (links.c.dataset == linking.earlier.id, links.c.later == linking.later.id)
    with store.change() as connection:
        connection.execute(delete(links).where(*these))


def _is_before(one: Dataset, other: Dataset) -> bool:
    stages = get_args(Stage)
    whose = (one.scope.organisation, one.scope.cohort, one.role, one.sample)
    others = (other.scope.organisation, other.scope.cohort, other.role, other.sample)
    return whose == others and stages.index(one.scope.stage) < stages.index(other.scope.stage)


def _forms(connection: Connection, dataset: Dataset, *conditions: ColumnElement[bool]) -> Forms:
    query = select(codes.c.person, codes.c.key, codes.c.hash)
    query = query.where(codes.c.dataset == dataset.id, *conditions)
    forms: Forms = defaultdict(set)
    for person, key, form in connection.execute(query):
        forms[person].add((key, form))
    return dict(forms)


def _rows(connection: Connection, dataset: Dataset) -> dict[int, int]:
    query = select(people.c.person, people.c.row).where(people.c.dataset == dataset.id)
    return {found.person: found.row for found in connection.execute(query)}


def _said(connection: Connection, earlier: Dataset, later: Dataset) -> dict[tuple[int, int], bool]:
    query = select(links.c.person, links.c.later_person, links.c.is_same)
    query = query.where(links.c.dataset == earlier.id, links.c.later == later.id)
    return {(row.person, row.later_person): row.is_same for row in connection.execute(query)}


def _having_in_common(forms: Forms, others: Forms) -> list[tuple[int, int]]:
    """Pair everybody with everybody who has a form in common with them."""
    having: dict[tuple[str, str], list[int]] = defaultdict(list)
    for person, own in others.items():
        for form in own:
            having[form].append(person)
    found = (
        (person, other) for person, own in forms.items() for form in own for other in having[form]
    )
    return sorted(set(found))


def _split(
    pairs: Iterable[tuple[int, int]],
) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Tell the pairs whose people are in no other pair from the rest."""
    every = list(pairs)
    n_pairs = Counter(person for person, _ in every)
    n_later = Counter(person for _, person in every)
    once = [pair for pair in every if n_pairs[pair[0]] == n_later[pair[1]] == 1]
    return once, sorted(set(every) - set(once))


def _are_alike(forms: Forms) -> bool:
    near = {one for one, other in _having_in_common(forms, forms) if one != other}
    return len(near) > MOST_ALIKE * len(forms)


def _keys(forms: Forms) -> set[str]:
    return {key for own in forms.values() for key, _ in own}


def _pair(
    pair: tuple[int, int],
    rows: dict[int, int],
    later_rows: dict[int, int],
    *,
    is_only_choice: bool = True,
) -> Pair:
    person, later_person = pair
    return Pair(
        person=person,
        row=rows[person],
        later_person=later_person,
        later_row=later_rows[later_person],
        is_only_choice=is_only_choice,
    )
