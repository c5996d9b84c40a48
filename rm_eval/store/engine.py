"""The database behind the store, SQLite or PostgreSQL by URL."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.pool import StaticPool

from rm_eval.store.place import IN_MEMORY


def open_engine(url: str) -> Engine:
    """Open a database by its URL, with what deleting and locking need switched on."""
    if url == IN_MEMORY:
        # One connection for all threads: each connection to sqlite:// is a database of its own.
        engine = create_engine(url, poolclass=StaticPool, connect_args={"check_same_thread": False})
    else:
        engine = create_engine(url)
    if engine.dialect.name == "sqlite":
        _make_private(engine.url.database)
        event.listen(engine, "connect", _prepare_sqlite)
    return engine


def _make_private(file: str | None) -> None:
    """Make a new database its owner's alone to read; SQLite gives its journals the same mode."""
    if file:
        with suppress(OSError):  # it is there already, or cannot be: connecting will say
            os.close(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))


def _prepare_sqlite(connection: Any, _: object) -> None:  # noqa: ANN401
    with _cursor(connection) as cursor:
        cursor.execute("PRAGMA foreign_keys = ON")
        # What is deleted is overwritten, not only unlinked.
        cursor.execute("PRAGMA secure_delete = ON")
        cursor.execute("PRAGMA busy_timeout = 5000")


@contextmanager
def _cursor(connection: Any) -> Iterator[Any]:  # noqa: ANN401
    cursor = connection.cursor()
    try:
        yield cursor
    finally:
        cursor.close()
