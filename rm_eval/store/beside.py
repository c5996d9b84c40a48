"""What stands beside the answers: cards, cohorts' dates, actions, sheets of themes, shared figures.

None of it is anybody's answer to a form. Each table has one `payload`, which the module that writes
it reads; here they are kept, saved and deleted alike.
"""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    ColumnElement,
    Connection,
    RowMapping,
    String,
    Table,
    delete,
    insert,
    select,
)

from rm_eval.store.columns import Moment, Words
from rm_eval.store.schema import metadata


def _beside(name: str, *key: Column[Any]) -> Table:
    """Make a table of payloads; the columns of its key say of whom and of what."""
    return Table(
        name,
        metadata,
        *key,
        Column("sample", Boolean, nullable=False),
        Column("changed_at", Moment, nullable=False),
        Column("payload", JSON, nullable=False),
    )


def _key(name: str) -> Column[str]:
    return Column(name, String(36) if name == "id" else Words, primary_key=True)


# What an organisation says of its programme; see rm_eval.programme.
cards = _beside("cards", _key("organisation"))
# When a cohort ran and how many took part: no answer, so it stays when the answers go.
cohort_records = _beside("cohort_records", _key("organisation"), _key("cohort"))
# What was decided, and from which result; see rm_eval.actions.
actions = _beside("actions", _key("id"), Column("organisation", Words, nullable=False))
# Themes and quotes of an event, which is kept as long as the answers of its cohort.
gatherings = _beside(
    "gatherings",
    _key("id"),
    Column("organisation", Words, nullable=False),
    Column("cohort", Words, nullable=False),
)
# What other organisations shared of a cohort; see rm_eval.store.shares. Nobody's answer, and told
# already, so it stays until somebody deletes it.
shares = _beside("shares", _key("organisation"), _key("cohort"))

BESIDE = (cards, cohort_records, actions, gatherings, shares)
# Those that hold what people said, and go when their cohort's day is past.
OF_PEOPLE = (gatherings,)


def kept_beside(connection: Connection, table: Table, **where: object) -> tuple[RowMapping, ...]:
    """Return the rows of a table, in the order of its key.

    Parameters
    ----------
    where
        Values of columns that the rows must have.
    """
    query = select(table).where(*_these(table, where)).order_by(*table.primary_key.columns)
    return tuple(connection.execute(query).mappings())


def keep_beside(
    connection: Connection,
    table: Table,
    key: Mapping[str, str],
    payload: Mapping[str, Any],
    *,
    sample: bool = False,
) -> None:
    """Keep a row; what stood under its primary key goes.

    Parameters
    ----------
    key
        A value for each column that is neither of the three that all tables have.
    payload
        What JSON can hold.
    """
    primary = {column.name: key[column.name] for column in table.primary_key.columns}
    connection.execute(delete(table).where(*_these(table, primary)))
    row = {**key, "sample": sample, "changed_at": datetime.now(UTC), "payload": dict(payload)}
    connection.execute(insert(table).values(row))


def delete_beside(connection: Connection, table: Table, **where: object) -> int:
    """Delete the rows that have these values, and say how many went."""
    return connection.execute(delete(table).where(*_these(table, where))).rowcount


def delete_sample_beside(connection: Connection) -> None:
    """Delete what came with the sample."""
    for table in BESIDE:
        delete_beside(connection, table, sample=True)


def own_rows(connection: Connection) -> dict[str, list[dict[str, Any]]]:
    """Return everything beside the answers, the sample apart, to be saved."""
    return {
        table.name: [dict(row) for row in kept_beside(connection, table, sample=False)]
        for table in BESIDE
    }


def cohorts_beside(rows: Mapping[str, list[dict[str, Any]]]) -> set[tuple[str, str]]:
    """Name organisation and cohort of everything among saved rows that is kept until a day."""
    return {
        (row["organisation"], row["cohort"])
        for table in OF_PEOPLE
        for row in rows.get(table.name, ())
    }


def bring_back_beside(connection: Connection, table: Table, rows: list[dict[str, Any]]) -> int:
    """Bring saved rows back, and say how many.

    Where something stands under the same key, it stays as it is.
    """
    keys = [column.name for column in table.primary_key.columns]
    own = kept_beside(connection, table, sample=False)
    here = {tuple(row[name] for name in keys) for row in own}
    new = [row for row in rows if tuple(row[name] for name in keys) not in here]
    if new:
        # The sample never stands beside one's own, and may hold the same key.
        delete_beside(connection, table, sample=True)
        connection.execute(insert(table), new)
    return len(new)


def _these(table: Table, where: Mapping[str, object]) -> tuple[ColumnElement[bool], ...]:
    return tuple(table.c[name] == value for name, value in where.items())
