"""Databases for tests of the store: a SQLite file, and a real PostgreSQL."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from rm_eval.store import Store
from rm_eval.store.code_keys import CODE_KEY, CodeKeys
from script._environment import in_ci
from tests import postgres

SCHEMAS = count(1)


@dataclass(frozen=True)
class Database:
    """An empty database of a kind, and where what it writes can be read.

    Attributes
    ----------
    files
        The folder of its files.
    keys
        The file of the keys of participant codes, which lies outside it.
    """

    kind: str
    url: str
    files: Path
    keys: Path

    def store(self) -> Store:
        """Open it."""
        return Store(self.url, code_keys=CodeKeys(self.keys))

    def holds(self, *words: str) -> list[str]:
        """Search every byte of every file for some words; return those that were found."""
        if self.kind == "postgresql":
            engine = create_engine(self.url, isolation_level="AUTOCOMMIT")
            with engine.connect() as connection:
                connection.execute(text("CHECKPOINT"))  # what is in memory goes to the files
            engine.dispose()
        content = b"".join(path.read_bytes() for path in self.files.rglob("*") if path.is_file())
        return [word for word in words if word.encode() in content]


@pytest.fixture(scope="session")
def server() -> Iterator[postgres.Server]:
    """One PostgreSQL for the whole run; skipped by name where there is none, failed where CI=true.

    It is stopped, and what it wrote deleted, at the end.
    """
    missing = postgres.why_not()
    if missing and in_ci():
        pytest.fail(missing, pytrace=False)
    if missing:
        pytest.skip(missing)
    server = postgres.start()
    yield server
    server.stop()


@pytest.fixture(params=["sqlite", "postgresql"])
def new_database(request, tmp_path, monkeypatch) -> Iterator[Callable[[], Database]]:
    """Make empty databases, all of one kind."""
    monkeypatch.delenv(CODE_KEY, raising=False)
    if request.param == "sqlite":
        yield lambda: _sqlite(tmp_path)
        return
    server = request.getfixturevalue("server")
    made: list[str] = []
    engine = create_engine(server.url(), isolation_level="AUTOCOMMIT")

    def in_postgresql() -> Database:
        schema = f"test_{next(SCHEMAS)}"
        with engine.connect() as connection:
            connection.execute(text(f"CREATE SCHEMA {schema}"))
        made.append(schema)
        keys = tmp_path / f"{schema}.code-keys"
        return Database("postgresql", server.url(schema), server.data / "base", keys)

    yield in_postgresql
    with engine.connect() as connection:
        for schema in made:
            connection.execute(text(f"DROP SCHEMA {schema} CASCADE"))
    engine.dispose()


def _sqlite(folder: Path) -> Database:
    files = folder / f"database_{next(SCHEMAS)}"
    files.mkdir()
    file = files / "answers.sqlite3"
    return Database(
        "sqlite", f"sqlite:///{file}", files, file.with_name("answers.sqlite3.code-keys")
    )


@pytest.fixture
def database(new_database) -> Database:
    """An empty database."""
    return new_database()


@pytest.fixture
def store(database) -> Iterator[Store]:
    """An empty store."""
    store = database.store()
    yield store
    store.close()


@pytest.fixture
def other(new_database) -> Iterator[Store]:
    """Another one, as on another computer."""
    store = new_database().store()
    yield store
    store.close()
