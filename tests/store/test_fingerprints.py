import json
import sqlite3

import pytest

from rm_eval import pipeline
from rm_eval.closing import close_stage
from rm_eval.errors import NotAllowed
from rm_eval.pipeline import Scope, Store, look_at
from rm_eval.store import locked_file
from rm_eval.store.identity import known_people
from rm_eval.store.locked_file import lock, unlock
from rm_eval.store.saved_work import open_saved_work, write_saved_work
from rm_eval.store.stages import reopen_stage
from tests.uploads import forms_workbook

SCOPE = Scope(organisation="A Trust", cohort="Cohort 1", stage="enrolment")
PASSPHRASE = "four words not together"  # noqa: S105 - locks invented answers
SIX = ["Yes", "No"] * 3


def look(*answers):
    return look_at(forms_workbook({"Useful?": list(answers)}))


def keep(store, *answers, **fields):
    made = look(*answers)
    (key,) = pipeline.keep(store, made, scope=SCOPE, role="mentor", **fields)
    return key, made


def plain(made):
    """What stood in the database before fingerprints had a key."""
    people = known_people(made.raw, made.cleaned).values()
    return {one for known in people for one in (known.response, known.answers)}


def kept(store):
    (dataset,) = store.datasets()
    return {one for k in store.known_people(dataset.id) for one in (k.response, k.answers)}


def changes(store, *answers):
    found = pipeline.changes_since(store, look(*answers), scope=SCOPE, role="mentor")
    return found.added, found.changed, found.gone, found.same


def test_what_is_kept_cannot_be_made_again_without_the_key(store, database):
    _, made = keep(store, *SIX)
    close_stage(store, SCOPE)

    assert database.holds(*plain(made)) == []


def test_the_same_answers_look_different_under_another_key(store, other):
    keep(store, *SIX)
    keep(other, *SIX)

    assert kept(store).isdisjoint(kept(other))


def test_people_are_told_apart_after_their_answers_moved_to_another_computer(store, other):
    """The other computer has a key of its own by then."""
    keep(store, *SIX)
    close_stage(store, SCOPE)
    assert other.code_keys.every()

    open_saved_work(other, write_saved_work(store, PASSPHRASE), PASSPHRASE)

    assert changes(other, *SIX, "No") == (1, 0, 0, 6)
    keep(other, *SIX, "No", replace=True)
    with pytest.raises(NotAllowed, match="Only 1 person's answers changed"):
        close_stage(other, SCOPE)
    keep(other, *SIX, "No", "No", "No", replace=True)
    close_stage(other, SCOPE)
    assert changes(other, *SIX, "No", "No", "No") == (0, 0, 0, 9)


def test_an_older_databases_fingerprints_are_put_under_the_key(tmp_path):
    file = tmp_path / "answers.sqlite3"
    store = Store(f"sqlite:///{file}")
    _, made = keep(store, *SIX)
    store.close()
    known = known_people(made.raw, made.cleaned)
    served = [{"response": one.response, "answers": one.answers} for one in known.values()]
    with sqlite3.connect(file) as connection:
        for number, one in known.items():
            values = (one.response, one.answers, number)
            connection.execute("UPDATE people SET response=?, answers=? WHERE person=?", values)
        row = (
            "A Trust",
            "Cohort 1",
            "enrolment",
            False,
            "2026-01-01 00:00:00.000000",
            json.dumps(served),
        )
        connection.execute(
            "INSERT INTO stages (organisation, cohort, stage, is_open, closed_at, served) "
            "VALUES (?, ?, ?, ?, ?, ?)",
            row,
        )
        connection.execute("DROP TABLE retention")
        connection.execute("UPDATE schema_version SET version = 2")
    connection.close()
    assert all(one.encode() in file.read_bytes() for one in plain(made))

    again = Store(f"sqlite:///{file}")

    assert not any(one.encode() in file.read_bytes() for one in plain(made))
    assert changes(again, *SIX, "No") == (1, 0, 0, 6)
    reopen_stage(again, SCOPE)
    close_stage(again, SCOPE)
    again.close()


def test_older_saved_work_is_put_under_the_key_when_it_is_opened(store, other, monkeypatch):
    _, made = keep(store, *SIX)
    rows = json.loads(unlock(write_saved_work(store, PASSPHRASE), PASSPHRASE)[1])
    known = known_people(made.raw, made.cleaned)
    for row in rows["people"]:
        one = known[row["person"]]
        row |= {"response": one.response, "answers": one.answers}
    monkeypatch.setattr(locked_file, "VERSION", 2)
    older = lock(json.dumps(rows | {"code_keys": []}).encode(), PASSPHRASE)

    open_saved_work(other, older, PASSPHRASE)

    assert kept(other).isdisjoint(plain(made))
    assert changes(other, *SIX, "No") == (1, 0, 0, 6)
