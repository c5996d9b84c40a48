"""Cohorts side by side on the page Compare, run as Streamlit runs it."""

import pytest

from rm_eval import pipeline
from rm_eval.pipeline import Store
from tests.test_over_cohorts import ORGANISATION, THREE_YEARS, closed, typed
from tests.test_over_cohorts_of_any_question import AGREES, SCALE, SCORES, added
from tests.test_pages import button, opened, words


@pytest.fixture(autouse=True)
def kept_in_a_file(tmp_path, monkeypatch):
    monkeypatch.setenv("RM_EVAL_MODE", "local")
    monkeypatch.setenv("RM_EVAL_DATABASE_URL", f"sqlite:///{tmp_path / 'answers.sqlite3'}")


@pytest.fixture
def store():
    store = Store(pipeline.place_of_answers().url)
    yield store
    store.close()


def choose(page, label, value):
    every = [*page.radio, *page.selectbox]
    return next(one for one in every if one.label == label).set_value(value).run()


def cohorts(audience="team"):
    page = choose(opened("compare"), "What do you want to compare?", "Cohorts")
    return choose(page, "Who will see this?", audience)


def test_with_one_cohort_it_says_what_to_add(store):
    typed(store, THREE_YEARS.splitlines()[0])

    page = choose(opened("compare"), "What do you want to compare?", "Cohorts")

    assert not page.exception
    assert "Add the answers, or type in the totals, of a second cohort" in words(page)


def test_the_team_sees_its_cohorts_before_any_is_closed(store):
    typed(store)

    page = cohorts()

    assert not page.exception
    assert "39 of 46 mentees said yes, in 6 cohorts together" in words(page)


def test_others_are_told_how_to_see_cohorts_and_the_team_is_one_button_away(store):
    typed(store)

    page = cohorts("internal")

    assert "once the same stage of both is closed" in words(page)
    assert "39 of 46" in words(button(page, "See all (programme team only)").click().run())


@pytest.mark.parametrize("audience", ["internal", "public"])
def test_others_see_what_was_told_of_closed_cohorts(store, audience):
    closed(store, typed(store))

    page = cohorts(audience)

    assert not page.exception
    assert "27 to 39 of 42 mentees said yes, in 5 cohorts together" in words(page)
    assert "similar people" not in words(page)


def test_another_question_is_drawn_when_it_is_chosen(store):
    for at in range(2):
        added(store, f"Cohort {at + 1}", SCALE, SCORES[at])
        added(store, f"Cohort {at + 1}", AGREES, ["Agree"] * (9 + at), role="mentee")
    page = cohorts()

    page = choose(page, "Which question?", SCALE)

    assert not page.exception
    assert "mentors averaged from 5.5 to 6.5 in 2 cohorts" in words(page)
    assert "All questions of this form at a glance" in words(page)


def test_one_organisation_needs_no_choice_of_whose_cohorts(store):
    typed(store)

    page = cohorts()

    assert "Whose cohorts?" not in [one.label for one in page.selectbox]
    assert f"The cohorts of {ORGANISATION}, in the order they began." in words(page)


def test_ones_own_cohorts_come_first_and_those_of_share_files_can_be_chosen(store):
    pipeline.load_sample(store)
    page = opened("compare").radio[0].set_value("Cohorts").run()
    whose = next(one for one in page.selectbox if one.label == "Whose cohorts?")
    assert whose.value == "South East (sample)"
    assert len(whose.options) > 1
