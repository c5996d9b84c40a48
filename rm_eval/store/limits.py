"""The limits that whoever governs the data has chosen, one choice an organisation, and all before.

Nothing is ever changed: a choice is a new row, and the last one holds. So it can be told later
which limits held when figures were given out, and why.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, RowMapping, insert, select

from rm_eval.disclosure import STANDARD, Limits
from rm_eval.errors import NotAllowed
from rm_eval.store.records import Store
from rm_eval.store.schema import limits


@dataclass(frozen=True, kw_only=True, slots=True)
class Chosen:
    """Limits, and when they were chosen."""

    limits: Limits
    set_at: datetime


def limits_of(store: Store, organisation: str) -> Limits:
    """Return the limits that hold for an organisation from its next closing on."""
    chosen = limits_history(store, organisation)
    return chosen[-1].limits if chosen else STANDARD


def limits_history(store: Store, organisation: str) -> tuple[Chosen, ...]:
    """List every choice of an organisation, the first one first."""
    query = select(limits).where(limits.c.organisation == organisation).order_by(limits.c.id)
    with store.engine.connect() as connection:
        return tuple(_chosen(row) for row in connection.execute(query).mappings())


def set_limits(store: Store, organisation: str, chosen: Limits) -> None:
    """Choose the limits of an organisation. What has been given out stays as it is.

    Raises
    ------
    NotAllowed
        Where no organisation is named, or these limits hold already.
    """
    if not organisation.strip():
        raise NotAllowed("Say whose limits these are.", code="organisation_unknown")
    if chosen == limits_of(store, organisation):
        raise NotAllowed(
            f"These limits hold already for {organisation}. Nothing was changed.",
            code="limits_unchanged",
        )
    row = {
        "organisation": organisation,
        "preset": chosen.preset,
        "smallest_group": chosen.smallest_group,
        "reason": chosen.reason,
        "set_at": datetime.now(UTC),
    }
    with store.change() as connection:
        connection.execute(insert(limits).values(row))


def limits_rows(connection: Connection, organisations: set[str]) -> list[dict[str, Any]]:
    """Return every choice of some organisations, to be saved."""
    query = select(limits).order_by(limits.c.id)
    query = query.where(limits.c.organisation.in_(sorted(organisations)))
    return [
        {name: value for name, value in row.items() if name != "id"}
        for row in connection.execute(query).mappings()
    ]


def bring_back_limits(connection: Connection, saved: list[dict[str, Any]]) -> None:
    """Bring saved choices back, of organisations for which nothing was chosen here."""
    here = set(connection.execute(select(limits.c.organisation)).scalars())
    new = [row for row in saved if row["organisation"] not in here]
    if new:
        connection.execute(insert(limits), new)


def _chosen(row: RowMapping) -> Chosen:
    own = Limits(preset=row["preset"], smallest_group=row["smallest_group"], reason=row["reason"])
    return Chosen(limits=own, set_at=row["set_at"])
