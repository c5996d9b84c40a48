"""Releases: what was given out when a stage was closed, and of whom.

Kept when the answers are deleted: figures that were given out cannot be called back, and what is
given out later must not tell, together with them, what single people answered.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, delete, exists, insert, select

from rm_eval.disclosure import Limits, Scope, Telling, Told
from rm_eval.measures import EVERYBODY, GROUP_LABELS
from rm_eval.questionnaire import Role
from rm_eval.store import told_rows
from rm_eval.store.deletion import open_again, overwrite_deleted
from rm_eval.store.presence import Present
from rm_eval.store.records import Store
from rm_eval.store.schema import (
    datasets,
    of_scope,
    retention,
    scope_of,
    stages,
    where_cohort,
    where_scope,
)
from rm_eval.store.schema import releases as table


@dataclass(frozen=True, kw_only=True, slots=True)
class Release:
    """What was given out when a stage was closed.

    Attributes
    ----------
    id
        A UUID, never used twice.
    number
        Of the closings of this stage, from 1.
    n
        People of each role who had answered.
    limits
        What whoever governs the data had chosen.
    figures
        What is told of each question, in the order of the form. All that colleagues and the
        public see is made of this.
    tellings
        By question: what was told of which people, each once.
    people
        Everybody who was here at this closing or at an earlier one, as fingerprints.
    check
        The log of the attack before it was given out; see `rm_eval.disclosure.attack.Log`.
    """

    id: str
    scope: Scope
    number: int
    closed_at: datetime
    n: Mapping[Role, int]
    limits: Limits
    figures: tuple[Told, ...]
    tellings: Mapping[str, tuple[Telling, ...]]
    people: tuple[Present, ...]
    check: Mapping[str, float]

    @property
    def divided_by(self) -> str:
        """What parted the people when it was first told, such as "site"; "" where nothing did."""
        return next((one.divided_by for one in self.figures if one.divided_by), "")


@dataclass(frozen=True, kw_only=True, slots=True)
class GivenOut:
    """That figures were given out, without the figures; see `Release`."""

    id: str
    scope: Scope
    number: int
    closed_at: datetime
    n: Mapping[Role, int]
    check: Mapping[str, float]

    @property
    def people(self) -> str:
        """How many people they were of, in words."""
        labels = {role: GROUP_LABELS[role].lower() for role in self.n}
        return " and ".join(
            f"{n} {role if n == 1 and str(role) != EVERYBODY else labels[role]}"
            for role, n in self.n.items()
        )


def all_given_out(store: Store, scope: Scope | None = None) -> tuple[GivenOut, ...]:
    """List when figures were given out, of one stage or of all, oldest first."""
    c = table.c
    columns = (c.id, *of_scope(table), c.number, c.closed_at, c.n, c.checked)
    query = select(*columns).order_by(c.closed_at, c.number)
    if scope is not None:
        query = query.where(*where_scope(table, scope))
    with store.engine.connect() as connection:
        rows = connection.execute(query).all()
    return tuple(
        GivenOut(
            id=row.id,
            scope=scope_of(row),
            number=row.number,
            closed_at=row.closed_at,
            n=row.n,
            check=row.checked,
        )
        for row in rows
    )


def releases(store: Store, scope: Scope | None = None) -> tuple[Release, ...]:
    """List what was given out, of one stage or of all, oldest first."""
    query = select(table).order_by(table.c.closed_at, table.c.number)
    if scope is not None:
        query = query.where(*where_scope(table, scope))
    with store.engine.connect() as connection:
        return tuple(_release(row) for row in connection.execute(query).all())


def releases_of(store: Store, scope: Scope) -> tuple[Release, ...]:
    """List what was given out of a stage, and of comparisons with it, oldest first."""
    here = [one for one in releases(store) if scope in (one.scope, *one.scope.stages)]
    return tuple(here)


def latest_release(store: Store, scope: Scope) -> Release | None:
    """Load what a stage's last closing gave out; None where it was never closed."""
    query = select(table).where(*where_scope(table, scope)).order_by(table.c.number.desc())
    with store.engine.connect() as connection:
        row = connection.execute(query.limit(1)).one_or_none()
    return None if row is None else _release(row)


def forget_releases(store: Store, scope: Scope) -> None:
    """Forget that figures of a stage were given out: for those that nobody outside ever saw.

    The stage is open from then on, and closed as if for the first time. What was given out of a
    comparison with it is another matter, and stays known.
    """
    with store.change() as connection:
        open_again(connection, scope)
        for one in (table, stages):
            connection.execute(delete(one).where(*where_scope(one, scope)))
        left = [exists().where(*where_cohort(one, scope)) for one in (datasets, table)]
        undated = delete(retention).where(*where_cohort(retention, scope))
        connection.execute(undated.where(*(~one for one in left)))
    overwrite_deleted(store.engine)


def add_release(connection: Connection, release: Release) -> None:
    """Keep what is given out."""
    tellings = {
        question: [told_rows.telling_fields(one) for one in told]
        for question, told in release.tellings.items()
    }
    fields = {
        "id": release.id,
        **asdict(release.scope),
        "number": release.number,
        "closed_at": release.closed_at,
        "n": dict(release.n),
        "limits": asdict(release.limits),
        "figures": [told_rows.told_fields(one) for one in release.figures],
        "tellings": tellings,
        "people": [asdict(one) for one in release.people],
        "checked": dict(release.check),
    }
    connection.execute(insert(table).values(fields))


def _release(row: Row[Any]) -> Release:
    return Release(
        id=row.id,
        scope=scope_of(row),
        number=row.number,
        closed_at=row.closed_at,
        n=row.n,
        limits=Limits(**row.limits),
        figures=tuple(told_rows.told_of(one) for one in row.figures),
        tellings={
            question: tuple(told_rows.telling_of(one) for one in told)
            for question, told in row.tellings.items()
        },
        people=tuple(Present(**one | {"at": tuple(one["at"])}) for one in row.people),
        check=row.checked,
    )
