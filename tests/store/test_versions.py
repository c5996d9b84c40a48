"""A database of an earlier version is brought up, on both kinds, and loses nothing."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from sqlalchemy import Column, MetaData, Table, UniqueConstraint, insert, inspect, select, update

from rm_eval import pipeline
from rm_eval.closing import close_stage
from rm_eval.pipeline import Scope, look_at
from rm_eval.store import is_closed, latest_release, releases
from rm_eval.store.beside import shares
from rm_eval.store.schema import releases as releases_table
from rm_eval.store.schema import schema_version, stages
from tests.uploads import forms_workbook

SCOPE = Scope(organisation="A Trust", cohort="Cohort 1", stage="end_of_cohort")
COMPARISON = replace(SCOPE, since="enrolment")


def of_version_3(engine):
    """Put two tables back as the version before comparisons had them."""
    older = MetaData()
    with engine.begin() as connection:
        for table in (stages, releases_table):
            kept = [column for column in table.c if column.name != "since"]
            rows = [dict(row) for row in connection.execute(select(*kept)).mappings()]
            columns = [
                Column(c.name, c.type, primary_key=c.primary_key, nullable=c.nullable) for c in kept
            ]
            key = ("organisation", "cohort", "stage", "number")
            more = [UniqueConstraint(*key, name="one_per_closing")] * (table is releases_table)
            table.drop(connection)
            before = Table(table.name, older, *columns, *more)
            before.create(connection)
            connection.execute(insert(before), rows)
        connection.execute(update(schema_version).values(version=3))


def columns_of(store, table):
    return {column["name"] for column in inspect(store.engine).get_columns(table)}


@pytest.fixture
def older(database):
    """A database of version 3 with one closed stage, and its release."""
    store = database.store()
    look = look_at(forms_workbook({"Useful?": ["Yes"] * 6 + ["No"] * 5}))
    pipeline.keep(store, look, scope=SCOPE, role="mentor")
    release = close_stage(store, SCOPE)
    of_version_3(store.engine)
    assert "since" not in columns_of(store, "releases") | columns_of(store, "stages")
    store.close()
    return database, release


def test_what_was_given_out_is_still_given_out(older):
    database, release = older

    store = database.store()

    assert latest_release(store, SCOPE) == release
    assert is_closed(store, SCOPE)
    assert columns_of(store, "stages") >= {"since"}
    store.close()


def test_a_comparison_has_a_place_beside_its_later_stage(older):
    database, release = older
    store = database.store()

    with store.change() as connection:
        fields = {"organisation": "A Trust", "cohort": "Cohort 1", "stage": "end_of_cohort"}
        for row in connection.execute(select(releases_table)).mappings().all():
            again = dict(row) | {"id": "another", "since": "enrolment"}
            connection.execute(insert(releases_table).values(again))
        own = {"since": "enrolment", "is_open": False, "served": []}
        own["closed_at"] = datetime.now(UTC)
        connection.execute(insert(stages).values(fields | own))

    assert [one.scope for one in releases(store)] == [SCOPE, COMPARISON]
    assert latest_release(store, SCOPE) == release
    store.close()


def test_bringing_it_up_twice_changes_nothing(older):
    database, release = older
    database.store().close()

    store = database.store()

    assert releases(store) == (release,)
    store.close()


def test_a_database_of_the_version_before_gets_a_place_for_shared_figures(database):
    store = database.store()
    with store.engine.begin() as connection:
        shares.drop(connection)
        connection.execute(update(schema_version).values(version=5))
    store.close()

    store = database.store()

    assert columns_of(store, "shares") == set(shares.c.keys())
    with store.engine.connect() as connection:
        assert connection.execute(select(schema_version.c.version)).scalar_one() == 6
    store.close()
