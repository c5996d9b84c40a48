"""The page Before and after, run as Streamlit runs it: with the real library and store."""

import pytest

from rm_eval import pipeline
from rm_eval.pipeline import Store
from tests.test_before_and_after import CODES, add, scope
from tests.test_pages import button, opened, words

BEFORE = [5, 6, 4, 7, 3, 6, 8]
AFTER = [7, 6, 6, 9, 6, 6, 9]


@pytest.fixture(autouse=True)
def kept_in_a_file(tmp_path, monkeypatch):
    monkeypatch.setenv("RM_EVAL_MODE", "local")
    monkeypatch.setenv("RM_EVAL_DATABASE_URL", f"sqlite:///{tmp_path / 'answers.sqlite3'}")


@pytest.fixture
def store():
    store = Store(pipeline.place_of_answers().url)
    yield store
    store.close()


def page_for(audience="team"):
    page = opened("before_and_after")
    radio = next(one for one in page.radio if one.label == "Who will see this?")
    return radio.set_value(audience).run()


def both(store, later=AFTER, codes=CODES):
    add(store, "enrolment", BEFORE)
    add(store, "end_of_cohort", later, codes)


def test_with_nothing_loaded_it_says_what_it_needs_and_helps_to_plan():
    page = opened("before_and_after")
    assert not page.exception
    assert "Before and after needs the answers of one cohort at two times" in words(page)
    assert "With 10 people who answer both times" in words(page)


def test_planning_follows_the_number_of_people():
    page = opened("before_and_after")
    page = page.number_input[0].set_value(5).run()
    assert "Plan for at least 6" in words(page)


def test_the_team_sees_who_is_linked_who_moved_and_how_clear_it_is(store):
    both(store)
    said = words(page_for())
    assert "7 mentees answered at the start and 7 at the end. We could link all 7 of them." in said
    assert "5 of 7 mentees scored themselves higher at the end" in said
    assert "Mentees: leaning, small numbers" in said
    assert "Exact signed-rank test" in said
    assert "cause" not in said.lower().replace("because", "")


def test_a_near_miss_is_asked_about_and_counts_once_answered(store):
    both(store, codes=(*CODES[:6], "WE90D"))
    page = page_for()
    assert "1 code at the end of the cohort nearly matches" in words(page)
    (question,) = [one for one in page.radio if one.label.startswith("Row")]
    page = question.set_value(True).run()
    assert "We could link all 7 of them" in words(page)


def test_without_codes_both_times_are_shown_and_the_question_to_ask_is_offered(store):
    add(store, "enrolment", BEFORE, None)
    add(store, "end_of_cohort", AFTER, None)
    page = page_for()
    assert not page.exception
    assert "have no participant code" in words(page)
    assert any("first two letters" in one.value for one in page.code)


def test_another_scale_is_explained_with_both_scales(store):
    asked = "How ready do you feel to speak up?"
    add(store, "enrolment", [1, 2, 3, 4, 5, 5, 4], asked=f"{asked} (1 to 5)")
    add(store, "end_of_cohort", [7, 6, 6, 9, 6, 6, 10], asked=f"{asked} (1 to 10)")
    said = words(page_for())
    assert "First people scored from 1 to 5, then from 1 to 10" in said
    assert "No question was asked both times in the same words" in said


def test_other_words_are_compared_once_the_team_ticks_them(store):
    add(store, "enrolment", [1, 2, 3, 4, 5, 5, 9], asked="How ready do you feel to speak up now?")
    add(store, "end_of_cohort", [7, 6, 6, 9, 6, 6, 10], asked="How ready do you feel to speak up?")
    page = page_for()
    box = next(one for one in page.checkbox if one.label == "Compare them")
    page = box.check().run()
    assert "all 7 mentees scored themselves higher at the end" in words(page)


def test_while_a_stage_is_open_others_are_told_which(store):
    both(store)
    pipeline.close_stage(store, scope("enrolment", since=""))
    page = page_for("internal")
    assert "Still open: end of cohort" in words(page)


def test_once_all_is_closed_others_see_counts_and_no_pairs(store):
    add(store, "enrolment", [*BEFORE, 5, 5, 6], (*CODES, "AA01A", "BB02B", "CC03C"))
    add(store, "end_of_cohort", [*AFTER, 6, 6, 5], (*CODES, "AA01A", "BB02B", "CC03C"))
    for stage in ("enrolment", "end_of_cohort"):
        pipeline.close_stage(store, scope(stage, since=""))
    page = page_for("internal")
    page = button(page, "Close enrolment to end of cohort now").click().run()
    assert not page.exception
    said = words(page)
    assert "Show the statistics" not in said
    assert "scored themselves higher at the end" in said


@pytest.mark.parametrize("codes", [("ST07A", "ST07A", *CODES[2:]), ("", "", "", *CODES[3:])])
def test_bad_codes_break_nothing(store, codes):
    both(store, codes=codes)
    assert not page_for().exception


def test_every_cohort_stands_beside_the_others(store):
    for cohort in ("Cohort 1", "Cohort 2"):
        add(store, "enrolment", BEFORE, cohort=cohort)
        add(store, "end_of_cohort", AFTER, cohort=cohort)
    assert "This question in several cohorts" in words(page_for())


def test_reports_offers_the_pictures_of_a_comparison_told_apart(store):
    both(store)
    page = opened("reports")
    radio = next(one for one in page.radio if one.label == "Who will see this?")
    page = radio.set_value("team").run()
    place = next(one for one in page.selectbox if one.label == "Organisation and cohort")
    page = place.set_value(scope()).run()
    labels = [box.label.replace("\\", "") for box in page.checkbox]
    name = "Confidence talking with other senior leaders"
    assert labels[:3] == [
        "All questions at a glance",
        f"{name}: who moved",
        f"{name}: a line a person",
    ]
