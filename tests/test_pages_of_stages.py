"""Training and End of cohort: every question of the form, in order, for whoever may see it."""

import pytest

from rm_eval import pipeline
from rm_eval.pipeline import Scope
from tests.test_pages import button, kept_in_a_file, opened, plain, store, words

__all__ = ["kept_in_a_file", "store"]  # pytest finds fixtures by their names

TRAINING = (
    *("Help needed to begin", "Feedback on the training", "Overall rating"),
    *("How the training was held", "Confidence after the training"),
    "What would have made it better",
)
END = ("Was it useful?", "Sessions that took place", "Pre-meets and debriefs")


@pytest.fixture
def sample(store):
    pipeline.load_sample(store)
    return store


def headings(page):
    return [one.value for one in page.header]


@pytest.mark.usefixtures("sample")
def test_training_is_in_order_and_says_which_figures_of_the_report_it_has():
    page = opened("training")

    assert headings(page) == list(TRAINING)
    page.toggle[0].set_value(True).run()
    assert "Help needed to begin (Figures 4 and 6)" in headings(page)
    assert "Feedback on the training (Chart 5)" in headings(page)


@pytest.mark.usefixtures("sample")
def test_the_end_begins_with_whether_it_was_useful_and_needs_no_names_of_the_report():
    page = opened("end_of_cohort")

    assert headings(page)[:3] == list(END)
    assert not page.toggle
    assert "Of a burden, lower is better." in words(page)


@pytest.mark.usefixtures("sample")
@pytest.mark.parametrize("name", ["training", "end_of_cohort"])
def test_what_was_answered_in_own_words_is_named_as_not_charted_never_as_not_asked(name):
    said = words(opened(name))

    assert "Also asked, answered in people’s own words and kept, but not charted" in said
    assert "did not ask" not in said


def test_a_form_nobody_added_is_asked_for(sample):
    mentees = [one.id for one in sample.datasets() if one.role == "mentee"]
    sample.delete(*mentees)

    assert "No training answers for mentees yet." in words(opened("training"))


@pytest.mark.usefixtures("sample")
def test_every_question_of_the_later_forms_has_its_own_page_and_no_other_does():
    page = opened("other_questions")
    scope = Scope(organisation="South East (sample)", cohort="Cohort 1", stage="end_of_cohort")

    page.selectbox(key="scope").set_value(scope).run()

    assert "is on the End of cohort page" in words(page)


@pytest.mark.usefixtures("sample")
def test_start_says_how_many_of_those_who_enrolled_answered_later():
    page = opened()

    grid = page.table[0].value
    assert "6 of 7 read, closed" in [plain(cell) for cell in grid["End of cohort"]]


@pytest.mark.usefixtures("sample")
def test_start_offers_the_code_that_somebody_mistyped():
    said = words(opened())

    assert "nearly matches a code at enrolment" in said


def test_the_sample_is_shown_beginning_with_enrolment_of_the_first_cohort():
    page = button(opened(), "Try it with sample data").click().run(timeout=120)

    assert "South East (sample), Cohort 1" in words(page)
    assert page.title[0].value == "Enrolment"
