"""The database behind the store, SQLite or PostgreSQL by URL."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, text, update
from sqlalchemy.exc import OperationalError
from sqlalchemy.pool import StaticPool

from rm_eval.errors import NotAllowed
from rm_eval.store.place import IN_MEMORY
from rm_eval.store.schema import schema_version

# Of somebody else's change; ours take a fraction of a second.
LONGEST_WAIT_MS = 5000


def open_engine(url: str) -> Engine:
    """Open a database by its URL, with what deleting and locking need switched on."""
    if url == IN_MEMORY:
        # One connection for all threads: each connection to sqlite:// is a database of its own.
        engine = create_engine(
            url,
            poolclass=StaticPool,
            connect_args={"check_same_thread": False},
            hide_parameters=True,
        )
    else:
        # Answers are parameters; an error that quoted them would carry them into a log.
        engine = create_engine(url, hide_parameters=True, pool_pre_ping=True)
    if engine.dialect.name == "sqlite":
        _make_private(engine.url.database)
        event.listen(engine, "connect", _prepare_sqlite)
    return engine


@contextmanager
def change(engine: Engine) -> Iterator[Connection]:
    """Make one change: whole or not at all, and while nobody else makes one.

    Whoever comes second waits, and then sees what the first one did.

    Raises
    ------
    NotAllowed
        Where somebody else's change takes too long.
    """
    with engine.begin() as connection:
        try:
            if engine.dialect.name == "postgresql":
                connection.execute(text(f"SET LOCAL lock_timeout = {LONGEST_WAIT_MS}"))
            # A row that every change writes is a lock in any database.
            connection.execute(update(schema_version).values(version=schema_version.c.version))
        except OperationalError:
            raise NotAllowed(
                "Somebody else is changing these answers just now. Try again in a minute. Nothing "
                "was changed.",
                code="busy",
            ) from None
        yield connection


def _make_private(file: str | None) -> None:
    """Make a database its owner's alone to read; SQLite gives its journals the same mode.

    Databases of earlier versions are older than this rule. Where a mode cannot be set (another
    owner's file, a file system without modes), nothing is said: there is nothing to be done here.
    """
    if not file:
        return
    with suppress(OSError):  # it is there already, or cannot be: connecting will say
        os.close(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    with suppress(OSError):
        Path(file).chmod(0o600)


def _prepare_sqlite(connection: Any, _: object) -> None:  # noqa: ANN401
    with _cursor(connection) as cursor:
        cursor.execute("PRAGMA foreign_keys = ON")
        # What is deleted is overwritten, not only unlinked.
        cursor.execute("PRAGMA secure_delete = ON")
        # No answer lies in a temporary file.
        cursor.execute("PRAGMA temp_store = MEMORY")
        cursor.execute(f"PRAGMA busy_timeout = {LONGEST_WAIT_MS}")


@contextmanager
def _cursor(connection: Any) -> Iterator[Any]:  # noqa: ANN401
    cursor = connection.cursor()
    try:
        yield cursor
    finally:
        cursor.close()
