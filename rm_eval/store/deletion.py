"""To delete, so that the bytes are gone too.

A database that is told to delete only forgets where things lie. SQLite overwrites what it deletes
(`secure_delete`) and is then written anew; PostgreSQL writes its tables anew (`VACUUM FULL`).
What a disk keeps of files that were cut short, a write-ahead log and backups are beyond a
dashboard: docs/decisions/0015 says what they hold, and for how long.
"""

from collections.abc import Collection
from contextlib import suppress

from sqlalchemy import Connection, Engine, delete, exists, or_, text, update
from sqlalchemy.exc import OperationalError

from rm_eval.errors import NotAllowed
from rm_eval.responses import Scope
from rm_eval.store.beside import gatherings
from rm_eval.store.dataset import datasets_in
from rm_eval.store.schema import (
    datasets,
    metadata,
    releases,
    remembered,
    retention,
    stages,
    where_cohort,
    where_scope,
)

# Writing the tables anew waits for everybody who reads them; a backup may read for hours.
LONGEST_WAIT = "20s"


def delete_datasets(connection: Connection, keys: Collection[str]) -> None:
    """Delete datasets with everything that came from them.

    What was given out of a stage stays known: it cannot be called back. With the last dataset of a
    cohort of which nothing was given out, and of no event of which themes are kept, goes its date;
    with the last of an organisation, what was remembered of its forms.
    """
    here = datasets_in(connection)
    left = {one.scope for one in here if one.id not in keys}
    emptied = {one.scope for one in here if one.id in keys} - left
    gone = {one.organisation for one in emptied} - {one.organisation for one in left}
    cohorts = {(one.organisation, one.cohort) for one in left}
    connection.execute(delete(datasets).where(datasets.c.id.in_(keys)))
    for scope in emptied:
        open_again(connection, scope)
        if (scope.organisation, scope.cohort) not in cohorts:
            given_out = exists().where(*where_cohort(releases, scope))
            gathered = exists().where(*where_cohort(gatherings, scope))
            undated = delete(retention).where(*where_cohort(retention, scope))
            connection.execute(undated.where(~given_out & ~gathered))
    connection.execute(delete(remembered).where(remembered.c.organisation.in_(gone)))


def open_again(connection: Connection, scope: Scope) -> None:
    """Open a stage and every comparison with it: their figures are given out no more."""
    here = [where_scope(stages, scope)]
    if not scope.since:
        with_it = or_(stages.c.stage == scope.stage, stages.c.since == scope.stage)
        here.append((*where_cohort(stages, scope), stages.c.since != "", with_it))
    for which in here:
        connection.execute(update(stages).where(*which).values(is_open=True))


def overwrite_deleted(engine: Engine) -> None:
    """Write the database anew without what was deleted.

    Raises
    ------
    NotAllowed
        Where somebody reads a PostgreSQL database for so long that it cannot be done now.
    """
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        if engine.dialect.name == "sqlite":
            # Where it is busy, `secure_delete` has overwritten what was deleted all the same.
            with suppress(OperationalError):
                connection.execute(text("VACUUM"))
                connection.execute(text("PRAGMA wal_checkpoint(TRUNCATE)"))
        else:
            _write_tables_anew(connection)


def _write_tables_anew(connection: Connection) -> None:
    quoted = connection.dialect.identifier_preparer.format_table
    connection.execute(text(f"SET lock_timeout = '{LONGEST_WAIT}'"))
    try:
        for table in metadata.sorted_tables:
            connection.execute(text(f"VACUUM (FULL) {quoted(table)}"))
    except OperationalError:
        raise NotAllowed(
            "The answers are deleted, and nobody can see them any more. But the database is being "
            "read just now, perhaps by a backup, so its files may still hold their bytes. Run "
            "“python -m rm_eval purge” later: it overwrites them.",
            code="not_overwritten",
        ) from None
    finally:
        connection.execute(text("RESET lock_timeout"))
