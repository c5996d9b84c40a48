"""What is deleted is gone: every byte of every file of the database is searched."""

import os
import sqlite3
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import func, select, text

from rm_eval import pipeline
from rm_eval.__main__ import main
from rm_eval.closing import close_stage
from rm_eval.errors import NotAllowed
from rm_eval.pipeline import Scope, Store, look_at
from rm_eval.store import deletion, forget_releases
from rm_eval.store.participant_codes import scrambled
from rm_eval.store.retention import keep_until, purge
from rm_eval.store.schema import metadata
from tests.uploads import csv_file

SCOPE = Scope(organisation="Zebrastone Trust", cohort="Cohort Quillfeather", stage="enrolment")
LATER = Scope(organisation="Zebrastone Trust", cohort="Cohort Quillfeather", stage="training")
STAYS = Scope(organisation="Zebrastone Trust", cohort="Cohort Stays", stage="enrolment")
OWN_WORDS = "a xylophonic sentence about my manager"
OPTION = "Quoxbury House"
OUT_OF_RANGE = "eleventy-kumquat"
CODE = "ST07A"
TODAY = datetime.now(UTC).date()


def survey(words=OWN_WORDS, option=OPTION, *, n=6):
    """People with a code, own words that stand in one answer, an option, and a log entry."""
    headings = ["Participant code", "How confident are you?", "Where do you work?", "Why?"]
    scores = [OUT_OF_RANGE, *"78678678678"]
    rows = [
        [f"ST{at:02}A", scores[at - 7], option if at % 2 else "Elsewhere", f"{words} {at} " * 40]
        for at in range(7, 7 + n)
    ]
    return csv_file([headings, *rows])


def keep(store, scope=SCOPE, upload=None, **fields):
    look = look_at(upload or survey())
    (key,) = pipeline.keep(store, look, scope=scope, role="mentee", **fields)
    return key


def planted(store):
    """Everything that could be found, the hash of a code and fingerprints among it."""
    (key,) = store.code_keys.every()
    with store.engine.connect() as connection:
        found = connection.execute(text("SELECT response, answers FROM people")).all()
    fingerprints = [one for row in found for one in row if one]
    hashed = scrambled(CODE, key=key, organisation=SCOPE.organisation)
    return [OWN_WORDS, OPTION, OUT_OF_RANGE, "Quillfeather", hashed, *fingerprints]


def let_pass(store):
    keep_until(store, SCOPE.organisation, SCOPE.cohort, TODAY, today=TODAY)
    return TODAY + timedelta(days=1)


def test_everything_planted_is_found_while_it_is_kept(store, database):
    keep(store)

    assert database.holds(*planted(store)) == planted(store)


def test_what_is_deleted_is_in_no_file(store, database):
    key = keep(store)
    words = planted(store)

    store.delete(key)

    assert database.holds(*words) == []


def test_of_deleted_answers_that_were_told_of_only_what_was_given_out_stays(store, database):
    """The option was shown to colleagues; fingerprints say who was told of, and nothing else."""
    key = keep(store)
    close_stage(store, SCOPE)
    own_words, option, out_of_range, cohort, hashed, *fingerprints = words = planted(store)

    store.delete(key)

    # PostgreSQL compresses long values, so not all that stays can be found as it is.
    assert set(database.holds(*words)) <= {option, cohort, *fingerprints}
    assert database.holds(own_words, out_of_range, hashed) == []


def test_what_is_forgotten_is_in_no_file(store, database):
    key = keep(store)
    close_stage(store, SCOPE)
    words = planted(store)

    store.delete(key)
    forget_releases(store, SCOPE)

    assert database.holds(*words) == []


def test_what_is_purged_is_in_no_file_and_what_stays_is(store, database):
    keep(store)
    words = planted(store)
    keep(store, STAYS, csv_file([["Why?"], ["an answer that stays"]]))
    close_stage(store, SCOPE)

    assert len(purge(store, let_pass(store))) == 1

    assert database.holds(*words, "an answer that stays") == ["an answer that stays"]


def test_what_a_newer_export_replaces_is_in_no_file(store, database):
    keep(store)
    words = planted(store)

    keep(store, upload=survey("other words", "Other House"), replace=True)

    left = {"Quillfeather", OUT_OF_RANGE}  # the cohort, and what the newer export says too
    assert set(database.holds(*words, "other words")) - left == {words[4], "other words"}


def test_what_the_database_noted_for_its_own_use_goes_too(store, database):
    """PostgreSQL copies common values into its statistics when it plans queries."""
    keep(store, upload=survey(n=12))
    words = planted(store)
    with store.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("ANALYZE"))

    store.delete(*(dataset.id for dataset in store.datasets()))

    assert database.holds(*words) == []


def test_a_database_that_writes_ahead_is_searched_and_found_empty(tmp_path):
    """An older file may be in the mode in which SQLite keeps a second file of pages."""
    file = tmp_path / "answers.sqlite3"
    Store(f"sqlite:///{file}").close()
    with sqlite3.connect(file) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
    connection.close()
    store = Store(f"sqlite:///{file}")
    key = keep(store)
    words = planted(store)
    assert OWN_WORDS.encode() in file.with_name(f"{file.name}-wal").read_bytes()

    store.delete(key)

    content = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert [word for word in words if word.encode() in content] == []
    store.close()


def test_a_visitors_tables_are_empty_after_a_purge_and_after_deleting():
    store = Store()
    keep(store)
    close_stage(store, SCOPE)

    purge(store, let_pass(store))
    assert rows_left(store) == {"schema_version": 1}

    key = keep(store)
    close_stage(store, SCOPE)
    store.delete(key)
    forget_releases(store, SCOPE)
    assert rows_left(store) == {"schema_version": 1}
    store.close()


def rows_left(store):
    with store.engine.connect() as connection:
        counted = {
            table.name: connection.scalar(select(func.count()).select_from(table))
            for table in metadata.sorted_tables
        }
    return {name: n for name, n in counted.items() if n}


def test_where_a_backup_reads_for_long_the_team_is_told_what_is_left_to_do(
    store, database, monkeypatch
):
    if database.kind == "sqlite":
        pytest.skip("SQLite overwrites what it deletes at once")
    monkeypatch.setattr(deletion, "LONGEST_WAIT", "200ms")
    monkeypatch.setenv("RM_EVAL_DATABASE_URL", database.url)
    key = keep(store)
    words = planted(store)
    with store.engine.connect() as backup:
        backup.execute(text("LOCK TABLE people IN ACCESS SHARE MODE"))

        with pytest.raises(NotAllowed, match="deleted.*Run “python -m rm_eval purge” later"):
            store.delete(key)
        assert store.datasets() == ()

    assert main(["purge"]) == 0
    assert database.holds(*words) == []


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps a user's folder private by itself")
def test_a_database_of_an_earlier_version_is_made_its_owners_alone(tmp_path):
    file = tmp_path / "answers.sqlite3"
    Store(f"sqlite:///{file}").close()
    file.chmod(0o644)

    Store(f"sqlite:///{file}").close()

    assert oct(file.stat().st_mode & 0o777) == "0o600"


def test_an_error_of_the_database_quotes_no_answer(store):
    refused = pytest.raises(Exception, match="(?i)no such table|does not exist")
    with store.engine.connect() as connection, refused as caught:
        connection.execute(text("SELECT :a FROM no_such_place"), {"a": OWN_WORDS})

    assert OWN_WORDS not in str(caught.value)
