"""Training and End of cohort: every question of the form, in order, for whoever may see it."""

import pytest

from rm_eval import pipeline
from rm_eval.pipeline import Scope
from tests.test_pages import add, button, kept_in_a_file, opened, plain, store, words

__all__ = ["kept_in_a_file", "store"]  # pytest finds fixtures by their names

TRAINING = (
    *("Help needed to begin", "Help both mentors and mentees need"),
    *("What the programme has for each need", "Feedback on the training", "Overall rating"),
    *("How the training was held", "Confidence after the training"),
    "What would have made it better",
)
END = (
    *("Was it useful?", "Sessions that took place", "Pre-meets and debriefs"),
    *("The aims of the programme", "What mentees understand better"),
    *("Confidence, complacency and convenience", "Hoped for and gained"),
    *("Benefits in order of importance", "Support, safety and wellbeing", "Emotional burden"),
)
USEFUL = "Did you find reverse mentoring useful?\n" + "Yes\n" * 7 + "No\n" * 2


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

    assert headings(page)[: len(END)] == list(END)
    assert not page.toggle
    assert "Of a burden, lower is better." in words(page)


@pytest.mark.usefixtures("sample")
def test_what_was_answered_in_own_words_is_named_as_not_charted_never_as_not_asked():
    said = words(opened("end_of_cohort"))

    assert "Also asked, answered in people’s own words and kept, but not charted" in said
    assert "did not ask" not in said


@pytest.mark.usefixtures("sample")
def test_the_statements_of_chart_5_are_one_picture_and_each_can_be_had_in_full():
    page = opened("training")
    pictures = len(page.get("plotly_chart"))
    chosen = page.selectbox(key="in_full_Feedback on the training")
    assert len(chosen.options) == 9

    chosen.set_value("trn_feedback_pace").run(timeout=120)

    assert len(page.get("plotly_chart")) == pictures + 2  # wide and narrow
    assert "The pace of the training: " in words(page)


@pytest.mark.usefixtures("sample")
@pytest.mark.parametrize(
    "audience", ["Programme team only", "Public: board papers, website, FOI answers"]
)
def test_seven_aims_are_a_scorecard_for_every_audience(audience):
    page = opened("end_of_cohort")
    page.radio[0].set_value(audience_named(audience)).run(timeout=120)

    said = words(page)
    for number in range(1, 8):
        assert f"**{number}. " in said
    assert "Every one of 7 aims has a question that bears on it" in said


@pytest.mark.usefixtures("sample")
def test_statements_about_the_aims_are_one_chart_where_somebody_asks_for_it():
    page = opened("end_of_cohort")
    chosen = page.selectbox(key="in_full_The aims of the programme")
    assert chosen.options[0] == "All of them in one chart"

    chosen.set_value("end_m_aims_share-statements").run(timeout=120)

    assert "The aims of the programme: more than half of 10 mentors agreed with" in words(page)


def audience_named(words_of_it):
    return next(one for one, said in pipeline.AUDIENCES.items() if said == words_of_it)


@pytest.mark.usefixtures("sample")
def test_hopes_stand_beside_gains_and_the_order_of_benefits_beside_that_at_the_start():
    page = opened("end_of_cohort")

    said = words(page)
    assert "say they gained" in said
    assert "At the start" in [one.value for one in page.subheader]
    assert "At the end" in [one.value for one in page.subheader]


def test_gains_stand_alone_where_nobody_was_asked_for_hopes(sample):
    start = [one.id for one in sample.datasets() if one.scope.stage == "enrolment"]
    sample.delete(*start)

    said = words(opened("end_of_cohort"))

    assert "What people hoped for is asked at enrolment" in said
    assert "Which of these did you gain as a mentor" in said


def test_useful_or_not_is_a_finished_page_on_its_own(store, tmp_path):
    form = tmp_path / "useful.csv"
    form.write_text(USEFUL, "utf-8")
    scope = Scope(organisation="North Trust", cohort="Cohort 1", stage="end_of_cohort")
    add(store, form, scope=scope)

    page = opened("end_of_cohort")

    assert headings(page) == ["Was it useful?"]
    said = words(page)
    assert "7 or more of 9 mentors said yes" in said
    assert said.count("did not ask") == 1


@pytest.mark.usefixtures("sample")
def test_a_report_pack_offers_the_pictures_of_several_questions_by_their_names():
    page = opened("reports")
    training = Scope(organisation="South East (sample)", cohort="Cohort 1", stage="training")

    page.selectbox(key="scope").set_value(training).run(timeout=120)

    offered = [plain(one.label) for one in page.checkbox]
    assert offered.count("Feedback on the training") == 1
    assert offered.count("Help both mentors and mentees need") == 1


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
