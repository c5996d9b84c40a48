"""Who there is to be told of when something is closed.

Of a stage everybody who answered; of a comparison everybody who is linked over its two stages.
"""

from dataclasses import dataclass

from sqlalchemy import Connection, select

from rm_eval.questionnaire import Role
from rm_eval.responses import Scope
from rm_eval.store.dataset import Dataset, datasets_in
from rm_eval.store.identity import Known
from rm_eval.store.links import link_in
from rm_eval.store.records import Store
from rm_eval.store.schema import people

# Between the fingerprints of the earlier and of the later stage. A change at either makes the
# whole another; and yet it can be told of whom it is made.
AND = "+"


@dataclass(frozen=True, kw_only=True, slots=True)
class ToBeTold:
    """One person.

    Attributes
    ----------
    number
        Within the file of their role; of a linked person, within the file of the earlier stage.
    """

    role: Role
    number: int
    known: Known


def people_to_tell(store: Store, scope: Scope) -> tuple[ToBeTold, ...]:
    """List the people a closing would tell of, role by role."""
    with store.engine.connect() as connection:
        return people_in(connection, scope)


def people_in(connection: Connection, scope: Scope) -> tuple[ToBeTold, ...]:
    """As `people_to_tell`, within a change."""
    if scope.since:
        return _linked(connection, scope)
    return tuple(
        ToBeTold(role=one.role, number=number, known=known)
        for one in _datasets(connection, scope)
        for number, known in _known(connection, one).items()
    )


def halves(fingerprint: str) -> tuple[str, ...]:
    """Take the fingerprint of a linked person apart; of anybody else it is one."""
    return tuple(fingerprint.split(AND))


def _linked(connection: Connection, scope: Scope) -> tuple[ToBeTold, ...]:
    earlier, later = ({d.role: d for d in _datasets(connection, one)} for one in scope.stages)
    found = []
    for role in (role for role in earlier if role in later):
        before, after = (_known(connection, of[role]) for of in (earlier, later))
        found += [
            ToBeTold(
                role=role,
                number=pair.person,
                known=_both(before[pair.person], after[pair.later_person]),
            )
            for pair in link_in(connection, earlier[role], later[role]).linked
        ]
    return tuple(found)


def _both(before: Known, after: Known) -> Known:
    """Make one fingerprint of two; without both response ids there is none."""
    ids = [before.response, after.response]
    return Known(
        response=AND.join(ids) if all(ids) else "",
        answers=AND.join([before.answers, after.answers]),
    )


def _datasets(connection: Connection, scope: Scope) -> list[Dataset]:
    return [one for one in datasets_in(connection) if one.scope == scope]


def _known(connection: Connection, dataset: Dataset) -> dict[int, Known]:
    query = select(people.c.person, people.c.response, people.c.answers)
    rows = connection.execute(query.where(people.c.dataset == dataset.id).order_by(people.c.person))
    return {row.person: Known(response=row.response, answers=row.answers) for row in rows}
