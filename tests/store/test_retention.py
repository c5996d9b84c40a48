import sqlite3
from datetime import UTC, date, datetime, timedelta

import pytest

from rm_eval import pipeline
from rm_eval.closing import close_stage
from rm_eval.errors import NotAllowed
from rm_eval.pipeline import Scope, Store, look_at
from rm_eval.store.first_date import first_date
from rm_eval.store.retention import Kept, due, keep_until, kept, kept_until, purge
from rm_eval.store.saved_work import open_saved_work, write_saved_work
from rm_eval.store.stages import is_closed
from tests.uploads import forms_workbook

ONE = Scope(organisation="A Trust", cohort="Cohort 1", stage="enrolment")
ITS_TRAINING = Scope(organisation="A Trust", cohort="Cohort 1", stage="training")
OTHER = Scope(organisation="A Trust", cohort="Cohort 2", stage="enrolment")
TODAY = datetime.now(UTC).date()
DAY = timedelta(days=1)
PASSPHRASE = "four words not together"  # noqa: S105 - locks invented answers


def keep(store, scope=ONE, answers=("Yes", "No", "Yes")):
    columns = {"Useful?": list(answers), f"{scope.cohort} {scope.stage}?": list(answers)}
    look = look_at(forms_workbook(columns))
    (key,) = pipeline.keep(store, look, scope=scope, role="mentor")
    return key


def let_pass(store, cohort="Cohort 1"):
    """Make today the last day; tomorrow it is past."""
    keep_until(store, "A Trust", cohort, TODAY, today=TODAY)
    return TODAY + DAY


# Dates ------------------------------------------------------------------------------------------


def test_a_cohort_is_kept_for_two_years_where_nobody_says_otherwise(store):
    keep(store)

    assert kept_until(store, "A Trust", "Cohort 1") == first_date(TODAY)
    assert first_date(date(2026, 11, 30)) == date(2028, 11, 30)


def test_what_is_added_on_a_leap_day_is_kept_until_the_end_of_february():
    assert first_date(date(2028, 2, 29)) == date(2030, 2, 28)


def test_a_date_is_told_as_people_say_it():
    kept_ = Kept(organisation="A", cohort="1", until=date(2028, 11, 3))

    assert kept_.day == "3 November 2028"


def test_another_file_of_the_cohort_does_not_move_its_date(store):
    keep(store)
    keep_until(store, "A Trust", "Cohort 1", TODAY + 40 * DAY, today=TODAY)

    keep(store, ITS_TRAINING)

    assert kept_until(store, "A Trust", "Cohort 1") == TODAY + 40 * DAY


def test_every_cohort_has_a_date_of_its_own(store):
    keep(store)
    keep(store, OTHER)

    keep_until(store, "A Trust", "Cohort 2", TODAY + 5 * DAY, today=TODAY)

    assert [one.until for one in kept(store)] == [first_date(TODAY), TODAY + 5 * DAY]


def test_the_sample_needs_no_date(store):
    pipeline.load_sample(store)

    assert kept(store) == ()


@pytest.mark.parametrize(
    ("day", "says"),
    [(TODAY - DAY, "is past. Choose today"), (date(TODAY.year + 180, 1, 1), "10 years away")],
)
def test_a_day_that_is_past_or_a_slip_of_the_hand_is_refused(store, day, says):
    keep(store)

    with pytest.raises(NotAllowed, match=says):
        keep_until(store, "A Trust", "Cohort 1", day, today=TODAY)
    assert kept_until(store, "A Trust", "Cohort 1") == first_date(TODAY)


def test_a_cohort_that_is_not_here_has_no_date(store):
    with pytest.raises(NotAllowed, match="Nothing of A Trust, Cohort 9 is kept"):
        keep_until(store, "A Trust", "Cohort 9", TODAY, today=TODAY)
    assert kept_until(store, "A Trust", "Cohort 9") is None


def test_a_cohort_that_was_deleted_and_comes_again_has_its_first_date_again(store):
    key = keep(store)
    let_pass(store)

    store.delete(key)
    assert kept(store) == ()

    keep(store)
    assert kept_until(store, "A Trust", "Cohort 1") == first_date(TODAY)


def test_a_cohort_keeps_its_date_while_one_of_its_stages_is_left(store):
    key = keep(store)
    keep(store, ITS_TRAINING)

    store.delete(key)

    assert kept_until(store, "A Trust", "Cohort 1") == first_date(TODAY)


# Purge ------------------------------------------------------------------------------------------


def test_nothing_is_deleted_before_the_day_is_over(store):
    keep(store)
    let_pass(store)

    assert due(store, TODAY) == ()
    assert purge(store, TODAY) == ()
    assert len(store.datasets()) == 1


def test_after_its_day_a_cohort_goes_whole_and_the_others_stay(store):
    keys = {keep(store), keep(store, ITS_TRAINING)}
    left = keep(store, OTHER)
    close_stage(store, ONE)
    tomorrow = let_pass(store)

    gone = purge(store, tomorrow)

    assert {dataset.id for dataset in gone} == keys
    assert [dataset.id for dataset in store.datasets()] == [left]
    assert [one.cohort for one in kept(store)] == ["Cohort 2"]
    assert not is_closed(store, ONE)
    assert purge(store, tomorrow) == ()


def test_the_sample_is_never_due(store):
    pipeline.load_sample(store)

    assert purge(store, date(2999, 1, 1)) == ()
    assert store.datasets()


def test_nothing_is_added_to_a_cohort_whose_day_is_past(store, monkeypatch):
    """It would be deleted at once, and the page would have said that it is kept."""
    keep(store)
    let_pass(store)
    monkeypatch.setattr("rm_eval.store.records.datetime", _Tomorrow)

    with pytest.raises(NotAllowed, match="that day is past. Choose a later date"):
        keep(store, ITS_TRAINING)
    assert len(store.datasets()) == 1


class _Tomorrow(datetime):
    @classmethod
    def now(cls, tz=None):
        return datetime.now(tz) + DAY


# Older databases -------------------------------------------------------------------------------


def of_version_2(file, *, added):
    """A database as the version before dates left it."""
    store = Store(f"sqlite:///{file}")
    keep(store)
    store.close()
    with sqlite3.connect(file) as connection:
        connection.execute("DROP TABLE retention")
        connection.execute("UPDATE schema_version SET version = 2")
        connection.execute("UPDATE datasets SET added_at = ?", (f"{added} 09:30:00.000000",))
    connection.close()
    return Store(f"sqlite:///{file}")


def test_an_older_database_is_given_dates_counted_from_the_day_each_cohort_was_added(tmp_path):
    store = of_version_2(tmp_path / "a.sqlite3", added=TODAY - 90 * DAY)

    assert kept_until(store, "A Trust", "Cohort 1") == first_date(TODAY - 90 * DAY)
    store.close()


def test_nothing_of_an_older_database_goes_without_time_to_choose(tmp_path):
    store = of_version_2(tmp_path / "a.sqlite3", added=date(2019, 1, 1))

    assert purge(store, TODAY + 30 * DAY) == ()
    assert due(store, TODAY + 61 * DAY)
    store.close()


# Saved work -------------------------------------------------------------------------------------


def test_saved_work_carries_the_dates(store, other):
    keep(store)
    keep_until(store, "A Trust", "Cohort 1", TODAY + 40 * DAY, today=TODAY)

    open_saved_work(other, write_saved_work(store, PASSPHRASE), PASSPHRASE)

    assert kept_until(other, "A Trust", "Cohort 1") == TODAY + 40 * DAY


def test_saved_work_does_not_bring_back_what_is_past_and_says_so(store, other):
    keep(store)
    key = keep(store, OTHER)
    close_stage(store, ONE)
    tomorrow = let_pass(store)
    file = write_saved_work(store, PASSPHRASE)

    opened = open_saved_work(other, file, PASSPHRASE, today=tomorrow)

    assert [one.id for one in opened.datasets] == [key]
    assert opened.past == (Kept(organisation="A Trust", cohort="Cohort 1", until=TODAY),)
    assert [one.id for one in other.datasets()] == [key]
    assert [one.cohort for one in kept(other)] == ["Cohort 2"]
    assert not is_closed(other, ONE)


def test_the_date_that_was_chosen_here_stands(store):
    keep(store)
    key = keep(store, ITS_TRAINING)
    file = write_saved_work(store, PASSPHRASE)
    store.delete(key)
    keep_until(store, "A Trust", "Cohort 1", TODAY + 5 * DAY, today=TODAY)

    open_saved_work(store, file, PASSPHRASE)

    assert len(store.datasets()) == 2
    assert kept_until(store, "A Trust", "Cohort 1") == TODAY + 5 * DAY
