import pytest

from rm_eval.errors import EmptyFile
from rm_eval.readers import read_upload
from tests.uploads import RESPONDENT, csv_file, surveymonkey_csv

QUESTIONS = [
    ("Was it useful?", "Response"),
    ("What helped? Tick all that apply.", "Time"),
    ("", "Trust"),
    ("", "Other (please specify)"),
    ("Anything else?", "Open-Ended Response"),
]
ANSWERS = [["Yes", "Time", "", "", "Thanks"], ["No", "", "Trust", "Tea", ""]]


def read(questions=QUESTIONS, answers=ANSWERS):
    return read_upload(surveymonkey_csv(questions, answers))


def test_two_heading_rows_are_read_as_headings_and_said():
    raw = read()

    assert raw.survey_tool == "surveymonkey"
    assert list(raw.cells.index) == [3, 4]
    assert [(notice.code, notice.row) for notice in raw.notices] == [
        ("extra_header_rows_removed", 2)
    ]


def test_a_question_is_carried_on_over_the_columns_it_spans():
    assert [(h.text, h.question, h.option) for h in read().columns("question")] == [
        ("Was it useful?", "", ""),
        ("What helped? Tick all that apply. [Time]", "What helped? Tick all that apply.", "Time"),
        ("What helped? Tick all that apply. [Trust]", "What helped? Tick all that apply.", "Trust"),
        (
            "What helped? Tick all that apply. [Other (please specify)]",
            "What helped? Tick all that apply.",
            "Other (please specify)",
        ),
        ("Anything else?", "", ""),
    ]


def test_its_own_columns_are_no_questions():
    raw = read()

    assert [h.text for h in raw.columns("response_id")] == ["RespondentID"]
    assert [h.text for h in raw.columns("personal")] == [
        "IP Address",
        "Email Address",
        "First Name",
        "LastName",
    ]


def test_spaces_in_its_own_headings_make_no_difference():
    rows = [["Respondent ID", "Collector ID", "Useful?"], ["", "", "Response"], ["1", "2", "Yes"]]

    raw = read_upload(csv_file(rows))

    assert raw.survey_tool == "surveymonkey"
    assert [h.part for h in raw.headings] == ["response_id", "metadata", "question"]


def test_without_its_own_columns_the_word_response_tells():
    raw = read_upload(
        csv_file([["Useful?", "Why?"], ["Response", "Open-Ended Response"], ["Yes", "x"]])
    )

    assert raw.survey_tool == "surveymonkey"
    assert len(raw.cells) == 1


def test_one_heading_row_holds_question_and_option():
    headings = [
        "RespondentID",
        "What helped? - Time",
        "What helped? - Trust - of others",
        "Useful?",
    ]

    raw = read_upload(csv_file([headings, ["1", "Time", "", "Yes"]]))

    assert raw.survey_tool == "surveymonkey"
    assert [(h.question, h.option) for h in raw.columns("question")] == [
        ("What helped?", "Time"),
        ("What helped?", "Trust - of others"),
        ("", ""),
    ]


def test_two_columns_headed_alike_are_an_option_and_its_words():
    headings = ["RespondentID", "Pies? - Apple", "Pies? - Other (please specify)"]
    headings.append("Pies? - Other (please specify)")

    raw = read_upload(csv_file([headings, ["1", "Apple", "Other (please specify)", "Quince"]]))

    assert [h.option for h in raw.columns("question")] == [
        "Apple",
        "Other (please specify)",
        "Other (please specify)",
    ]


def test_a_respondent_id_alone_does_not_make_a_surveymonkey_file():
    raw = read_upload(csv_file([["Respondent ID", "Useful?"], ["1", "Yes"]]))

    assert raw.survey_tool == "general"


def test_an_answer_that_reads_response_is_no_heading_row():
    rows = [[*RESPONDENT, "What was the first thing you heard?"], ["1", *"2345678", "", "Response"]]

    assert len(read_upload(csv_file(rows)).cells) == 1


def test_two_heading_rows_without_answers_are_refused():
    with pytest.raises(EmptyFile) as refusal:
        read(answers=[])

    assert refusal.value.code == "no_rows"
