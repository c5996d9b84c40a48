"""On Start: until when answers are kept, what is deleted by itself, and one person's answers."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace

import pytest
from sqlalchemy import update

from pages._ui.resources import kept
from rm_eval import pipeline
from rm_eval.pipeline import Scope, Store, Upload
from rm_eval.store.first_date import first_date, in_words
from rm_eval.store.schema import retention
from tests.test_pages import MENTEES, MENTORS, add, button, opened, plain, words
from tests.uploads import csv_file

SCOPE = Scope(organisation="North Trust", cohort="Cohort 1", stage="enrolment")
TRAINING = Scope(organisation="North Trust", cohort="Cohort 1", stage="training")
TODAY = datetime.now(UTC).date()
DAY = timedelta(days=1)


def on(day, monkeypatch):
    """Let it be another day where the server is."""
    monkeypatch.setattr(kept, "date", SimpleNamespace(today=lambda: day))


@pytest.fixture(autouse=True)
def kept_in_a_file(tmp_path, monkeypatch):
    monkeypatch.setenv("RM_EVAL_MODE", "local")
    monkeypatch.setenv("RM_EVAL_DATABASE_URL", f"sqlite:///{tmp_path / 'answers.sqlite3'}")
    on(TODAY, monkeypatch)


@pytest.fixture
def store():
    store = Store(pipeline.place_of_answers().url)
    yield store
    store.close()


def keep_until(store, day):
    """Set a day, also one that nobody could choose any more."""
    with store.change() as connection:
        connection.execute(update(retention).values(keep_until=day))


def add_codes(store, scope, *codes):
    rows = [["Participant code", f"Why {scope.stage}?"], *([code, "Because so"] for code in codes)]
    pipeline.keep(store, pipeline.look_at(csv_file(rows)), scope=scope, role="mentee")


# Dates ------------------------------------------------------------------------------------------


def test_start_says_until_when_each_cohort_is_kept(store):
    add(store)

    said = plain(words(opened()))

    assert f"North Trust, Cohort 1: **Kept until {in_words(first_date(TODAY))}**" in said
    assert "deleted for good" in said


def test_another_day_is_chosen_on_start(store):
    add(store)
    page = opened()
    day = TODAY + 400 * DAY

    page.date_input[0].set_value(day)
    button(page, "Keep until this day").click().run()

    assert pipeline.kept_until(store, "North Trust", "Cohort 1") == day
    assert f"North Trust, Cohort 1: kept until {in_words(day)}." in words(page)


def test_the_day_shown_is_that_of_the_cohort_chosen(store):
    add(store)
    add(store, MENTEES, role="mentee", scope=replace(SCOPE, cohort="Cohort 2"))
    pipeline.keep_until(store, "North Trust", "Cohort 2", TODAY + 99 * DAY, today=TODAY)
    page = opened()

    page.selectbox[0].select_index(1).run()

    assert page.date_input[0].value == TODAY + 99 * DAY


def test_a_day_that_is_past_is_refused_in_words(store):
    add(store)
    page = opened()

    page.date_input[0].set_value(date(2020, 1, 1))
    button(page, "Keep until this day").click().run()

    assert "1 January 2020 is past. Choose today or a later day." in plain(page.error[0].value)
    assert pipeline.kept_until(store, "North Trust", "Cohort 1") == first_date(TODAY)


@pytest.mark.parametrize(("days", "warned"), [(30, True), (31, False)])
def test_start_warns_thirty_days_before(store, days, warned):
    add(store)
    keep_until(store, TODAY + days * DAY)

    said = [plain(one.value) for one in opened().warning]

    assert bool(said) is warned
    assert not warned or f"kept until {in_words(TODAY + 30 * DAY)}" in said[0]


def test_the_sample_is_spoken_of_without_a_date(store):
    pipeline.load_sample(store)

    assert "Kept until" not in words(opened())


# Purge ------------------------------------------------------------------------------------------


def test_what_is_past_its_day_is_deleted_when_a_page_opens_and_the_page_says_so(store):
    add(store)
    keep_until(store, TODAY - DAY)

    page = opened("enrolment")

    assert store.datasets() == ()
    assert "answers of North Trust, Cohort 1 were to be kept until a day" in plain(
        page.info[0].value
    )
    assert "What is loaded" not in words(opened())


def test_a_page_that_stays_open_over_midnight_deletes_too(store, monkeypatch):
    add(store)
    keep_until(store, TODAY)
    page = opened()
    assert len(store.datasets()) == 1

    on(TODAY + DAY, monkeypatch)
    page.run()

    assert store.datasets() == ()
    assert "What is loaded" not in words(page)


def test_a_visitors_answers_go_on_their_day_too(monkeypatch):
    monkeypatch.setenv("RM_EVAL_MODE", "visitor")
    page = opened()
    own = page.session_state["own_store"]
    add(own)
    keep_until(own, TODAY)
    assert "What is loaded" in words(page.run())

    on(TODAY + DAY, monkeypatch)

    assert "What is loaded" not in words(page.run())
    assert own.datasets() == ()


def test_what_was_prepared_from_deleted_answers_is_forgotten_in_every_window(store):
    add(store)
    add(store, MENTEES, role="mentee")
    one, other = opened(), opened()
    other.session_state["selection"] = _with_work(other)
    other.run()
    assert other.session_state["selection"].work == b"prepared"

    one.checkbox[0].check()
    button(one, "Delete").click().run()
    other.run()

    assert other.session_state["selection"].work is None


def _with_work(page):
    chosen = page.session_state["selection"]
    return type(chosen)(**{n: getattr(chosen, n) for n in chosen.__slots__} | {"work": b"prepared"})


# One person -------------------------------------------------------------------------------------


def found(page, code):
    """Type a code and look for the person."""
    next(one for one in page.text_input if one.label == "Their participant code").set_value(code)
    return button(page, "Find their answers").click().run()


def test_one_persons_answers_are_shown_and_removed_by_their_code(store):
    add_codes(store, SCOPE, "ST07A", "LO23K", "MA30E")
    add_codes(store, TRAINING, "ST07A", "LO23K", "MA30E")
    pipeline.close_stage(store, SCOPE)
    page = found(opened(), "st 07a")

    assert [dataset.n_people for dataset in store.datasets()] == [3, 3]
    table = next(one.value for one in page.table if "Row in the file" in one.value)
    assert list(table["Row in the file"]) == ["2", "2"]
    assert "enrolment, as closed on" in words(page)
    assert "training, as closed on" not in words(page)

    button(page, "Remove").click().run()
    assert "Nothing was removed. Tick the box" in page.error[0].value
    page.checkbox[0].check()
    button(page, "Remove").click().run()

    assert [dataset.n_people for dataset in store.datasets()] == [2, 2]
    assert not pipeline.is_closed(store, SCOPE)
    assert "Removed one person’s answers; their stages are open again." in words(page)


def test_a_code_nobody_has_is_said_and_removes_nothing(store):
    add_codes(store, SCOPE, "ST07A", "LO23K")

    page = found(opened(), "XX99X")

    assert "We have no answers of this person" in page.error[0].value


def test_thinking_better_of_it_removes_nothing(store):
    add_codes(store, SCOPE, "ST07A", "LO23K")
    page = found(opened(), "ST07A")

    button(page, "Keep them").click().run()

    assert store.datasets()[0].n_people == 2
    assert "Nothing was removed." in words(page)
    assert not [one for one in page.button if one.label == "Remove"]


def test_somebody_without_a_code_is_removed_by_their_row(store):
    path = MENTORS
    upload = Upload(name=path.name, content=path.read_bytes())
    pipeline.keep(store, pipeline.look_at(upload), scope=SCOPE, role="mentor")
    page = opened()

    page.radio[0].set_value("By row in the file").run()
    page.number_input[0].set_value(3)
    button(page, "Find their answers").click().run()
    page.checkbox[0].check()
    button(page, "Remove").click().run()

    assert store.datasets()[0].n_people == 10


# What was given out ------------------------------------------------------------------------------


def test_start_lists_what_was_given_out_also_once_the_answers_are_deleted(store):
    add(store)
    store.delete(*(one.id for one in store.datasets()))

    page = opened()

    table = next(one.value for one in page.table if "Closed on" in one.value)
    assert list(table["Stage"].map(plain)) == ["North Trust, Cohort 1: enrolment"]
    assert list(table["Answers of"]) == ["11 mentors"]


def test_what_nobody_saw_is_forgotten_only_by_somebody_who_says_so(store):
    add(store)

    page = button(opened(), "Forget these figures").click().run()
    assert "Nothing was forgotten" in page.error[0].value
    assert pipeline.all_given_out(store)

    next(one for one in page.checkbox if "nobody outside" in one.label).check()
    button(page, "Forget these figures").click().run()
    assert pipeline.all_given_out(store) == ()
    assert not pipeline.is_closed(store, SCOPE)
