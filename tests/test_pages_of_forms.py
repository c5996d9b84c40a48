"""Forms to send out, help and the accessibility statement, run as Streamlit runs them."""

import re

import pytest

from pages._ui import menu
from rm_eval import VERSION, pipeline
from rm_eval.pipeline import Store
from rm_eval.programme import CHARACTERISTICS, CohortRecord
from rm_eval.questionnaire import SUBJECTS
from tests.conftest import ROOT
from tests.test_pages import add, opened, plain, words

FORMS, HELP, STATEMENT = (one.name for one in (menu.FORMS, menu.HELP, menu.ACCESSIBILITY))


def chosen(page, kind, label):
    return next(one for one in getattr(page, kind) if one.label == label)


def cells(table):
    """Everything in a table, as the eye sees it."""
    return plain(" ".join(map(str, table.value.to_numpy().ravel())))


def test_a_form_about_disability_is_four_clicks_away():
    page = opened(FORMS)

    page = chosen(page, "radio", "Who fills it in?").set_value("mentee").run()
    page = chosen(page, "selectbox", "What is the programme about?").set_value("Disability").run()

    assert not page.exception
    assert "Enrolment form for mentees" in words(page)
    (text,) = (one.value for one in page.code)
    assert "progressing disability equality in the NHS" in text
    assert not re.search(r"\b(race|BAME)\b", text)


def test_the_form_is_offered_for_word_for_excel_and_as_text():
    labels = [one.label for one in opened(FORMS).get("download_button")]

    assert labels == ["Download for Word", "Download blank Excel file", "Download as plain text"]


def test_any_words_can_be_typed_and_stay():
    page = opened(FORMS)
    page = (
        chosen(page, "selectbox", "What is the programme about?")
        .set_value("Several of these, or something else")
        .run()
    )
    boxes = [one for one in page.text_input if one.label.startswith("What it is about")]
    page = boxes[0].set_value("caring").run()
    page = page.switch_page(str(ROOT / "pages" / "help.py")).run()
    page = page.switch_page(str(ROOT / "pages" / "forms.py")).run()

    (text,) = (one.value for one in page.code)
    assert "progressing caring equality" in text or "when it comes to caring" in text


def test_what_somebody_types_is_shown_as_typed():
    page = opened(FORMS)
    page = (
        chosen(page, "selectbox", "What is the programme about?")
        .set_value("Several of these, or something else")
        .run()
    )
    boxes = [one for one in page.text_input if one.label.startswith("What it is about")]
    page = boxes[0].set_value("![x](http://127.0.0.1:9/t.png) {organisation}").run()

    assert not page.exception
    (table,) = page.table
    assert "![x](" not in " ".join(map(str, table.value.to_numpy().ravel()))
    assert "![x](" in cells(table)


def test_gaps_are_counted_until_they_are_filled_in():
    page = opened(FORMS)
    assert any("8 gaps left" in one.label for one in page.expander)

    page = chosen(page, "text_input", "Your organisation").set_value("North Trust").run()

    assert any("7 gaps left" in one.label for one in page.expander)
    assert "North Trust asks everybody" in page.code[0].value


def test_the_wordings_say_where_they_come_from():
    (table,) = opened(FORMS).table

    assert cells(table).count("South East report of March 2021") >= 3


@pytest.mark.parametrize(
    "said",
    [
        "We count people, not ticks",
        "That is 72.7%, which rounds to 73%",
        "by luck alone that all move one way happens 1 time in 16",
        "We give no points",
        "It names no source for them, and we have not checked them",
    ],
)
def test_help_says_how_figures_are_made(said):
    assert said in words(opened(HELP))


def test_help_names_the_claims_of_the_report_as_claims():
    tables = " ".join(map(cells, opened(HELP).table))

    assert "only one-third of mentor-mentee relationships succeed" in tables


def test_help_says_which_version_this_is():
    assert f"Version {VERSION} of the dashboard" in words(opened(HELP))
    assert f'version = "{VERSION}"' in (ROOT / "pyproject.toml").read_text("utf-8")


def test_the_accessibility_statement_says_what_was_not_tested():
    said = words(opened(STATEMENT))

    assert "No screen reader was run over it" in said
    assert "axe-core" in said
    assert "[your organisation: its name]" in said


def test_the_statement_is_the_organisations_once_it_is_filled_in():
    page = opened(STATEMENT)

    page = chosen(page, "text_input", "Your organisation").set_value("North Trust").run()

    assert "as North Trust runs it" in words(page)


def test_forms_are_one_click_from_the_menu_without_any_data():
    assert menu.PAGES["Forms and help"][0] is menu.FORMS
    assert not opened(FORMS).exception


def test_whom_to_ask_is_filled_in_once_for_forms_and_reports(tmp_path, monkeypatch):
    monkeypatch.setenv("RM_EVAL_MODE", "local")
    monkeypatch.setenv("RM_EVAL_DATABASE_URL", f"sqlite:///{tmp_path / 'answers.sqlite3'}")
    store = Store(pipeline.place_of_answers().url)
    add(store)
    store.close()
    page = opened(FORMS)
    page = chosen(page, "text_input", "Whom to ask for another format, such as large print")
    page = page.set_value("The EDI office").run()

    page = page.switch_page(str(ROOT / "pages" / "reports.py")).run()

    assert not page.exception
    box = chosen(page, "text_input", "For other formats: whom to ask")
    assert box.value == "The EDI office"


@pytest.mark.parametrize(
    ("others", "said"),
    [
        ((), "talking about your Deaf experiences"),
        (("race",), "(when it comes to disability and race)"),
    ],
)
def test_a_form_begins_with_the_words_of_the_cohort_as_it_was_described(
    others, said, tmp_path, monkeypatch
):
    monkeypatch.setenv("RM_EVAL_MODE", "local")
    monkeypatch.setenv("RM_EVAL_DATABASE_URL", f"sqlite:///{tmp_path / 'answers.sqlite3'}")
    store = Store(pipeline.place_of_answers().url)
    record = CohortRecord(
        organisation="A trust",
        cohort="Cohort 2",
        kind="reciprocal",
        characteristic="disability",
        others=others,
        community="Deaf",
        sessions=9,
    )
    pipeline.keep_cohort_record(store, record)
    store.close()

    page = opened(FORMS)

    assert not page.exception
    assert said in page.code[0].value
    assert "reciprocal mentoring" in page.code[0].value
    assert "says of Cohort 2" in words(page)


def test_every_subject_is_called_as_on_the_card():
    assert {one.name for one in SUBJECTS} == set(CHARACTERISTICS.values())
