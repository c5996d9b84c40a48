"""Bring a database to the version of these tables, or refuse one that is newer."""

from sqlalchemy import Connection, Engine, delete, insert, inspect, select

from rm_eval.errors import NotAllowed
from rm_eval.store.schema import VERSION, datasets, metadata, schema_version

# Before there were versions.
FIRST = 1


def prepare(engine: Engine) -> None:
    """Make the tables of a new database, and those that an older one lacks.

    So far newer versions only added tables. A version that changes one has to do so here.

    Raises
    ------
    NotAllowed
        Where a newer dashboard made the database: this one would not know what it must keep.
    """
    with engine.begin() as connection:
        found = _version(connection)
        if found > VERSION:
            raise NotAllowed(
                f"The answers on this computer were kept by a newer dashboard (version {found}; "
                f"this one knows {VERSION}). Open them there, or update this one. Nothing was "
                "changed.",
                code="newer_store",
            )
        metadata.create_all(connection)
        if found < VERSION:
            connection.execute(delete(schema_version))
            connection.execute(insert(schema_version).values(version=VERSION))


def _version(connection: Connection) -> int:
    """Return the version of a database; 0 where it is new."""
    there = inspect(connection)
    if there.has_table(schema_version.name):
        return connection.execute(select(schema_version.c.version)).scalar() or 0
    return FIRST if there.has_table(datasets.name) else 0
