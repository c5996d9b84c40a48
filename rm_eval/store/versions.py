"""Bring a database to the version of these tables, or refuse one that is newer."""

from datetime import UTC, date, datetime, timedelta

from sqlalchemy import (
    JSON,
    Connection,
    Engine,
    String,
    delete,
    func,
    insert,
    inspect,
    select,
    text,
    update,
)

from rm_eval.errors import NotAllowed
from rm_eval.store.code_keys import CodeKeys
from rm_eval.store.columns import Words
from rm_eval.store.fingerprints import keyed
from rm_eval.store.first_date import first_date
from rm_eval.store.schema import (
    VERSION,
    datasets,
    metadata,
    people,
    releases,
    retention,
    schema_version,
    scope_of,
    stages,
    where_scope,
)

# Before there were versions.
FIRST = 1
# The first version in which every cohort has a date, and fingerprints stand under a key.
WITH_DATES = 3
# The first version in which two stages can be compared.
WITH_COMPARISONS = 4
# Nobody chose the dates that an older database is given, so none may come without warning.
TIME_TO_CHOOSE = timedelta(days=60)


def prepare(engine: Engine, keys: CodeKeys) -> None:
    """Make the tables of a new database, and those that an older one lacks.

    What a newer version needs beyond new tables is done here, one step for each version.

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
        if 0 < found < WITH_COMPARISONS:
            _add_since(connection)
        metadata.create_all(connection)
        if found < VERSION and engine.dialect.name == "postgresql":
            _keep_out_of_statistics(connection)
        if 0 < found < WITH_DATES:
            _give_dates(connection, datetime.now(UTC).date())
            _put_under_key(connection, keys.every()[0])
        if found < VERSION:
            connection.execute(delete(schema_version))
            connection.execute(insert(schema_version).values(version=VERSION))


def _keep_out_of_statistics(connection: Connection) -> None:
    """Keep PostgreSQL from copying answers into its statistics, where deleting does not reach."""
    quote = connection.dialect.identifier_preparer
    for table in metadata.sorted_tables:
        for column in table.c:
            if isinstance(column.type, (String, JSON, Words)):
                connection.execute(
                    text(
                        f"ALTER TABLE {quote.format_table(table)} "
                        f"ALTER COLUMN {quote.format_column(column)} SET STATISTICS 0"
                    )
                )


def _version(connection: Connection) -> int:
    """Return the version of a database; 0 where it is new."""
    there = inspect(connection)
    if there.has_table(schema_version.name):
        return connection.execute(select(schema_version.c.version)).scalar() or 0
    return FIRST if there.has_table(datasets.name) else 0


def _add_since(connection: Connection) -> None:
    """Make two tables anew: what is known of a stage is from now on known by two stages.

    A key of several columns cannot be changed in SQLite; so the rows go into a new table. Deleting
    them first opens the transaction there: whole or not at all.
    """
    there = inspect(connection)
    for table in (stages, releases):
        if there.has_table(table.name):
            before = [column for column in table.c if column.name != "since"]
            rows = [dict(row) for row in connection.execute(select(*before)).mappings()]
            connection.execute(delete(table))
            table.drop(connection)
            table.create(connection)
            if rows:
                connection.execute(insert(table), rows)


def _give_dates(connection: Connection, today: date) -> None:
    """Count the first date from the day a cohort was added, and leave time to choose another."""
    c = datasets.c
    query = select(c.organisation, c.cohort, func.min(c.added_at).label("added_at"))
    query = query.where(~c.sample).group_by(c.organisation, c.cohort)
    for row in connection.execute(query).all():
        until = max(first_date(row.added_at.date()), today + TIME_TO_CHOOSE)
        own = {"organisation": row.organisation, "cohort": row.cohort, "keep_until": until}
        connection.execute(insert(retention).values(own))


def _put_under_key(connection: Connection, key: bytes) -> None:
    """Put plain fingerprints under a key; nothing else is needed to make them."""
    for row in connection.execute(select(people)).all():
        this = (people.c.dataset == row.dataset, people.c.person == row.person)
        now = {"response": keyed(row.response, key), "answers": keyed(row.answers, key)}
        connection.execute(update(people).where(*this).values(now))
    for row in connection.execute(select(stages)).all():
        scope = scope_of(row)
        served = [{name: keyed(one, key) for name, one in known.items()} for known in row.served]
        connection.execute(update(stages).where(*where_scope(stages, scope)).values(served=served))
