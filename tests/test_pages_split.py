"""Results in parts on a page: the select, and who sees it."""

import pytest

from rm_eval import pipeline
from rm_eval.pipeline import Scope
from tests.test_pages import kept_in_a_file, opened, store, words
from tests.uploads import COMPLETED, FORMS, STARTED, workbook

__all__ = ["kept_in_a_file", "store"]  # pytest finds fixtures by their names

WHOLE, SPLIT = "Answers of 11 mentors and 7 mentees of", "mentors (Non-clinical)"


@pytest.fixture
def page(store):
    pipeline.load_sample(store)
    return opened("enrolment")


def for_team(page):
    return page.radio(key="audience").set_value("team").run()


def test_colleagues_are_offered_no_split(page):
    assert all(one.label != "Split by" for one in page.selectbox)


def test_the_team_splits_a_page_by_one_thing_and_back(page):
    for_team(page)
    assert WHOLE in words(page)

    page.selectbox(key="split_by").set_value("enr_clinical").run()
    assert SPLIT in words(page)
    assert "Do not pass these charts on" in words(page)

    page.selectbox(key="split_by").set_value("").run()
    assert SPLIT not in words(page)
    assert WHOLE in words(page)


def test_level_is_not_on_the_menu(page):
    for_team(page)

    assert page.selectbox(key="split_by").options == [
        *("Not split", "Professional group", "Clinical or non-clinical", "Band")
    ]


def test_whoever_splits_and_then_looks_as_colleagues_sees_what_they_see(page):
    for_team(page)
    page.selectbox(key="split_by").set_value("enr_clinical").run()
    page.radio(key="audience").set_value("internal").run()

    assert SPLIT not in words(page)


def in_two_sites(store):
    """Fifteen mentors of two sites, who all answered one more question."""
    site, useful = "Which site do you mainly work at?", "Useful?"
    said = [("North", "Yes")] * 5 + [("North", "No")] * 4 + [("South", "Yes")] * 6
    said += [("Hill", "No")] * 5
    rows = [[*FORMS, site, useful]]
    rows += [
        [at, STARTED, COMPLETED, "anonymous", None, *one] for at, one in enumerate(said, start=1)
    ]
    scope = Scope(organisation="A Trust", cohort="Cohort 1", stage="enrolment")
    look = pipeline.look_at(workbook({"Sheet1": rows}))
    pipeline.keep(store, look, scope=scope, role="mentor")


def test_whoever_closes_first_chooses_what_others_see_it_split_by(store):
    in_two_sites(store)
    page = for_team(opened("other_questions"))
    select = next(one for one in page.selectbox if one.label == "Split what others see by")
    select.set_value("enr_site").run()
    next(one for one in page.button if one.label == "Close enrolment").click().run()
    page.radio(key="audience").set_value("internal").run()

    assert "9 mentors (North)" in words(page)
    assert "Others see this split by site" in words(page)
