"""What stands beside the answers is kept, saved and deleted as its kind needs."""

from datetime import UTC, date, datetime, timedelta

import pytest

from rm_eval import pipeline
from rm_eval.errors import NotEnoughAnswers
from rm_eval.pipeline import Scope, look_at
from rm_eval.store import kept_until, open_saved_work, purge, write_saved_work
from rm_eval.store.beside import (
    BESIDE,
    actions,
    cards,
    cohort_records,
    delete_beside,
    gatherings,
    keep_beside,
    kept_beside,
    shares,
)
from rm_eval.store.first_date import date_added
from tests.uploads import forms_workbook

PASSPHRASE = "four words not together"  # noqa: S105 - locks invented answers
SCOPE = Scope(organisation="A Trust", cohort="Cohort 1", stage="enrolment")
KEYS = {
    cards: {"organisation": "A Trust"},
    cohort_records: {"organisation": "A Trust", "cohort": "Cohort 1"},
    actions: {"id": "an action", "organisation": "A Trust"},
    gatherings: {"id": "an event", "organisation": "A Trust", "cohort": "Cohort 1"},
    shares: {"organisation": "A Trust", "cohort": "Cohort 1"},
}


def keep_one_of_each(store, *, sample=False):
    with store.change() as connection:
        if not sample:
            date_added(connection, [("A Trust", "Cohort 1")], datetime.now(UTC).date())
        for table, key in KEYS.items():
            keep_beside(connection, table, key, {"says": table.name}, sample=sample)


def left(store):
    with store.engine.connect() as connection:
        return [t.name for t in BESIDE if kept_beside(connection, t)]


def test_what_is_written_again_takes_the_place_of_what_was_there(store):
    keep_one_of_each(store)
    with store.change() as connection:
        keep_beside(connection, cards, KEYS[cards], {"says": "something else"})

        (row,) = kept_beside(connection, cards, organisation="A Trust")

    assert row["payload"] == {"says": "something else"}


def test_one_is_deleted_by_its_key_and_the_others_stay(store):
    keep_one_of_each(store)
    with store.change() as connection:
        keep_beside(connection, actions, {"id": "another", "organisation": "A Trust"}, {})
        gone = delete_beside(connection, actions, id="another")
        left_over = kept_beside(connection, actions)

    assert gone == 1
    assert [row["id"] for row in left_over] == ["an action"]


def test_clearing_the_sample_takes_what_came_with_it_and_nothing_of_ones_own(store):
    keep_one_of_each(store, sample=True)
    with store.change() as connection:
        keep_beside(connection, cards, {"organisation": "Another Trust"}, {})

    pipeline.clear_sample(store)

    assert left(store) == ["cards"]


def test_saved_work_carries_it_also_where_no_form_was_ever_added(store, other):
    keep_one_of_each(store)

    opened = open_saved_work(other, write_saved_work(store, PASSPHRASE), PASSPHRASE)

    assert (opened.datasets, opened.n_beside) == ((), len(BESIDE))
    assert left(other) == [table.name for table in BESIDE]
    assert kept_until(other, "A Trust", "Cohort 1") == kept_until(store, "A Trust", "Cohort 1")


def test_what_was_written_here_stands_where_saved_work_has_the_same(store, other):
    keep_one_of_each(store)
    with other.change() as connection:
        keep_beside(connection, cards, KEYS[cards], {"says": "ours"})

    opened = open_saved_work(other, write_saved_work(store, PASSPHRASE), PASSPHRASE)

    with other.engine.connect() as connection:
        (card,) = kept_beside(connection, cards)
    assert card["payload"] == {"says": "ours"}
    assert opened.n_beside == len(BESIDE) - 1


def test_the_sample_is_not_saved(store):
    keep_one_of_each(store, sample=True)

    with pytest.raises(NotEnoughAnswers):
        write_saved_work(store, PASSPHRASE)


def test_what_people_said_at_an_event_goes_on_its_day_and_nobodys_answers_stay(store):
    keep_one_of_each(store)

    purge(store, date.today() + timedelta(days=366 * 3))  # noqa: DTZ011 - as the page says it

    assert left(store) == ["cards", "cohort_records", "actions", "shares"]


def test_an_event_keeps_its_cohorts_date_when_the_forms_are_deleted(store):
    look = look_at(forms_workbook({"Useful?": ["Yes"] * 6}))
    (key,) = pipeline.keep(store, look, scope=SCOPE, role="mentor")
    keep_one_of_each(store)

    store.delete(key)

    assert left(store) == [table.name for table in BESIDE]
    assert kept_until(store, "A Trust", "Cohort 1") is not None


def test_what_is_past_its_day_is_not_brought_back(store, other):
    keep_one_of_each(store)
    saved = write_saved_work(store, PASSPHRASE)

    later = date.today() + timedelta(days=366 * 3)  # noqa: DTZ011 - as the page says it
    opened = open_saved_work(other, saved, PASSPHRASE, today=later)

    assert left(other) == ["cards", "cohort_records", "actions", "shares"]
    assert [one.cohort for one in opened.past] == ["Cohort 1"]
