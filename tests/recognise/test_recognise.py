import re

import pytest

from rm_eval.questionnaire import read_questionnaires
from rm_eval.readers import read_upload
from rm_eval.recognise import SURE_ENOUGH, recognise
from rm_eval.recognise.people.personal import mark_of_unknown
from rm_eval.recognise.wordings.same_question import match_wording
from rm_eval.recognise.wordings.wording import normalise
from tests.uploads import csv_file, forms_workbook

SENIOR = (
    "on a scale of 1 to 10 how confident are you talking about your BAME experiences in the NHS "
    "with senior leaders"
)
OTHER_SENIOR = (
    "on a scale of 1 to 10 how confident are you talking about BAME related experiences in the "
    "NHS with other senior leaders"
)
AREAS = "What are the main areas of your work?"
GUIDANCE = "What additional guidance would you benefit from?"
QUESTIONS = read_questionnaires()[0].questions


@pytest.mark.parametrize(
    "heading",
    [
        AREAS,
        "what are the MAIN areas of your work",
        "7. What are the main areas of your work?",
        "What are\xa0the main areas\nof your work? ",
        "<b>What are the main areas of your work?</b>",
    ],
)
def test_a_wording_is_known_whatever_case_dots_numbers_and_markup_surround_it(heading):
    match = match_wording(heading, QUESTIONS)

    assert match is not None
    assert (match.question.id, match.confidence) == ("enr_work_areas", 1.0)


@pytest.mark.parametrize("name", ["BME", "BAME", "ethnic minority", "Black and minority ethnic"])
def test_the_names_of_the_community_do_not_make_another_question(name):
    match = match_wording(SENIOR.replace("BAME", name), QUESTIONS)

    assert match is not None
    assert match.question.id == "enr_m_conf_senior"


@pytest.mark.parametrize("how", ["(tick all that apply)", "(Choose all that apply.)"])
def test_how_to_tick_does_not_make_another_question(how):
    assert normalise(f"What has changed? {how}") == "what has changed"
    assert normalise("Please tick all that apply") == "please tick all that apply"


@pytest.mark.parametrize("ends", ["1 to 5", "0 to 10", "1-5"])
def test_a_question_on_another_scale_is_a_question_of_its_own_and_said(ends):
    heading = SENIOR.replace("1 to 10", ends)
    found = recognise(read_upload(csv_file([[heading], ["4"], ["5"], ["2"]])))
    scale = found.matches[0].question.scale

    assert not found.matches[0].question.known
    assert (scale.low, scale.high) == (int(ends[0]), int(re.findall(r"\d+", ends)[1]))
    assert [(notice.code, notice.column) for notice in found.notices] == [("scale_differs", 1)]


def test_two_wordings_that_look_alike_are_told_apart():
    assert match_wording(SENIOR, QUESTIONS).question.id == "enr_m_conf_senior"
    assert match_wording(OTHER_SENIOR, QUESTIONS).question.id == "enr_e_conf_senior"


def test_a_wording_that_is_only_alike_is_never_called_sure():
    match = match_wording("What are the main areas of your current work?", QUESTIONS)

    assert match is not None
    assert match.question.id == "enr_work_areas"
    assert match.confidence < SURE_ENOUGH


def test_no_question_of_our_forms_is_surely_taken_for_another():
    for question in QUESTIONS:
        others = tuple(other for other in QUESTIONS if other.id != question.id)
        mistaken = match_wording(question.wording, others)
        assert match_wording(question.wording, QUESTIONS).question.id == question.id
        assert mistaken is None or mistaken.confidence < SURE_ENOUGH, question.id


def test_another_question_is_nobodys():
    assert match_wording("How many biscuits did you eat?", QUESTIONS) is None


def test_the_role_is_read_off_a_question_only_one_role_is_asked():
    mentors = recognise(read_upload(forms_workbook({SENIOR: ["8", "7"], AREAS: ["A;", "B;"]})))
    mentees = recognise(
        read_upload(forms_workbook({OTHER_SENIOR: ["6", "7"], AREAS: ["A;", "B;"]}))
    )

    assert (mentors.stage, mentors.role) == ("enrolment", "mentor")
    assert "only mentors are asked" in mentors.role_why
    assert mentees.role == "mentee"


def test_a_file_that_does_not_tell_its_role_is_not_guessed():
    found = recognise(read_upload(forms_workbook({AREAS: ["People management;"]})))

    assert (found.stage, found.role) == ("enrolment", None)
    assert found.missing == ()


def test_a_form_nobody_knows_is_typed_by_its_answers():
    found = recognise(read_upload(csv_file([["Was it useful?"], ["Yes"], ["No"]])))

    assert (found.stage, found.role) == (None, None)
    assert [match.question.type for match in found.unknown] == ["yes_no"]


def test_a_heading_of_markup_alone_is_still_shown_as_it_stands():
    table = read_upload(csv_file([["ID", '<img src="q1.png">'], ["1", "Red"], ["2", "Red"]]))

    assert recognise(table).matches[0].question.wording == '<img src="q1.png">'


def test_a_question_asked_twice_in_one_file_is_not_joined():
    rows = [[AREAS, AREAS], ["People management", "Communications"]]

    found = recognise(read_upload(csv_file(rows)))

    assert [match.question.known for match in found.matches] == [True, False]
    assert [notice.code for notice in found.notices] == ["duplicate_header"]


def test_columns_that_name_people_are_set_apart_and_said():
    rows = [["What is your name?", "Useful?"], ["Sam Sample", "Yes"]]

    found = recognise(read_upload(csv_file(rows)))

    assert [heading.text for heading in found.personal] == ["What is your name?"]
    assert [match.heading for match in found.matches] == ["Useful?"]
    assert "What is your name?" in found.notices[0].message
    assert "Sam Sample" not in found.notices[0].message


def test_a_column_of_e_mail_addresses_is_personal_whatever_its_heading():
    rows = [["Contact", "Useful?"], ["a@example.org", "Yes"], ["b@example.org", "No"], ["", "No"]]

    found = recognise(read_upload(csv_file(rows)))

    assert [heading.text for heading in found.personal] == ["Contact"]


@pytest.mark.parametrize(
    ("heading", "mark"),
    [("Gender", "harm"), ("Your ethnic group", "harm"), ("Management style", "opinion")],
)
def test_a_protected_characteristic_is_never_mere_opinion(heading, mark):
    assert mark_of_unknown(heading) == mark


@pytest.mark.parametrize(
    "heading",
    [
        "My line manager listens", "Have you been bullied?", "Did you face racism?",
        "I feel safe here", "Is mentoring a burden?", "How is your well-being?", "I am stressed",
        "Your mental health", "Are you afraid to speak?", "Are you Muslim?", "LGBTQ+", "Carer?",
        "Do you identify as neurodivergent?", "How concerned are you about getting it wrong?",
    ],
)  # fmt: skip
def test_what_may_harm_whoever_answers_is_never_mere_opinion(heading):
    assert mark_of_unknown(heading) == "harm"


@pytest.mark.parametrize("heading", ["Which biscuits do you like?", "What support do you need?"])
def test_what_harms_nobody_is_opinion(heading):
    assert mark_of_unknown(heading) == "opinion"


def test_missing_questions_of_the_form_are_named():
    found = recognise(read_upload(forms_workbook({SENIOR: ["8", "7"], GUIDANCE: ["", ""]})))

    assert "enr_work_areas" in {question.id for question in found.missing}
    assert "enr_e_conf_senior" not in {question.id for question in found.missing}


def test_normalising_keeps_letters_of_every_language():
    assert normalise("  Beth yw’r prif feysydd – gwaith? ") == "beth yw r prif feysydd gwaith"


def test_dates_that_could_be_either_way_round_are_said_to_be():
    raw = read_upload(csv_file([["When did you meet?"], ["01/02/2026"], ["03/04/2026"]]))
    found = recognise(raw)

    assert [(notice.code, notice.column) for notice in found.notices] == [("date_ambiguous", 1)]
    assert found.matches[0].confidence < 0.9


def test_two_columns_with_one_heading_are_two_questions_and_said():
    rows = [["Role", "Comments", "comments ", "Score"], ["a", "b", "c", "3"], ["b", "d", "e", "4"]]

    recognition = recognise(read_upload(csv_file(rows)))

    assert [match.columns for match in recognition.matches] == [(1,), (2,), (3,), (4,)]
    assert [(n.code, n.column) for n in recognition.notices] == [("duplicate_header", 3)]
    assert "Columns B and C have the same heading" in recognition.notices[0].message


def test_personal_columns_are_named_as_a_spreadsheet_names_them():
    rows = [["Role", "Name", "E-mail"], ["Mentor", "Jo", "jo@example.org"]]

    recognition = recognise(read_upload(csv_file(rows)))

    assert recognition.notices[0].message == (
        "This file holds personal details in columns B and C (Name, E-mail). We have ignored them; "
        "they are not in anything you download."
    )
