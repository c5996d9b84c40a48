"""Two people change the same answers at once: one is first, and the other is told."""

import threading
from datetime import UTC, timedelta

import pytest

from rm_eval import pipeline
from rm_eval.errors import NotAllowed
from rm_eval.pipeline import Scope, look_at
from rm_eval.store import engine
from tests.uploads import csv_file

SCOPE = Scope(organisation="A Trust", cohort="Cohort 1", stage="enrolment")


def at_once(*tasks):
    """Run tasks in threads that set off together; return what each gave or raised."""
    gate, outcomes = threading.Barrier(len(tasks)), [None] * len(tasks)

    def run(at, task):
        gate.wait()
        try:
            outcomes[at] = task()
        except NotAllowed as refusal:
            outcomes[at] = refusal

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(tasks)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return outcomes


def adding(database, answer, scope=SCOPE):
    look = look_at(csv_file([["Useful?", "Why?"], ["Yes", answer], ["No", "so"]]))

    def add():
        store = database.store()
        try:
            return pipeline.keep(store, look, scope=scope, role="mentor")
        finally:
            store.close()

    return add


def refusals(outcomes):
    return [one.code for one in outcomes if isinstance(one, NotAllowed)]


def test_of_two_files_for_one_cohort_one_is_kept_and_the_other_refused(store, database):
    outcomes = at_once(adding(database, "one"), adding(database, "another"))

    assert refusals(outcomes) == ["already_added"]
    assert [dataset.n_people for dataset in store.datasets()] == [2]


def test_the_same_file_given_to_two_cohorts_is_kept_once(store, database):
    elsewhere = Scope(organisation="A Trust", cohort="Cohort 2", stage="enrolment")

    outcomes = at_once(adding(database, "one"), adding(database, "one", elsewhere))

    assert refusals(outcomes) == ["duplicate_upload"]
    assert len(store.datasets()) == 1


def test_files_for_different_stages_are_both_kept(store, database):
    training = Scope(organisation="A Trust", cohort="Cohort 1", stage="training")

    outcomes = at_once(adding(database, "one"), adding(database, "another", training))

    assert refusals(outcomes) == []
    assert len(store.datasets()) == 2


def test_somebody_who_waits_too_long_is_told_and_nothing_is_changed(store, database, monkeypatch):
    monkeypatch.setattr(engine, "LONGEST_WAIT_MS", 100)
    impatient = database.store()

    with store.change(), pytest.raises(NotAllowed, match="Somebody else is changing"):
        pipeline.keep(
            impatient,
            look_at(csv_file([["Useful?"], ["Yes"], ["No"]])),
            scope=SCOPE,
            role="mentor",
        )
    assert store.datasets() == ()
    impatient.close()


def test_a_name_with_a_letter_no_database_holds_is_kept_without_it(store):
    scope = Scope(organisation="A\x00 Trust\ud800", cohort="Cohort 1", stage="enrolment")
    look = look_at(csv_file([["Useful?"], ["Yes"], ["No"]]))

    pipeline.keep(store, look, scope=scope, role="mentor")

    assert store.datasets()[0].scope.organisation == "A Trust"


def test_when_something_was_added_is_told_in_one_zone(store):
    pipeline.load_sample(store)

    (zone,) = {dataset.added_at.utcoffset() for dataset in store.datasets()}
    assert zone == timedelta(0)
    assert store.datasets()[0].added_at.tzinfo == UTC
