"""Tables that are read wrong by whoever believes them a survey."""

import pytest

from rm_eval.errors import QuestionsNotFound, UnreadableFile
from rm_eval.readers import read_upload
from rm_eval.table import Upload
from tests.uploads import csv_file, workbook

PEOPLE = [
    ["1", "2026-03-04", "Mentor", "7"],
    ["2", "2026-03-05", "Mentee", "5"],
    ["3", "2026-03-05", "Mentor", "9"],
]
SUMMARY = [["Row Labels", "Count of ID"], ["Mentee", "1"], ["Mentor", "2"], ["Grand Total", "3"]]


@pytest.mark.parametrize(
    "rows",
    [
        PEOPLE,
        [["Mentor", "Yes", "Race"], ["Mentee", "No", "Race"], ["Mentor", "Yes", "Age"]],
        [["Yes"], ["No"], ["Yes"]],
        [["7"], ["5"], ["9"]],
        [["8.4e-02", ".5"], ["1.2e-01", ".7"], ["3.0e-02", "-.2"]],
        [["jo@example.org", "Good"], ["al@example.org", "Fine"], ["vi@example.org", "Good"]],
    ],
)
def test_a_table_without_headings_is_refused_with_the_way_to_mend_it(rows):
    with pytest.raises(QuestionsNotFound, match="Put the questions in a row above") as refused:
        read_upload(csv_file(rows))

    assert refused.value.code == "no_header"
    assert "jo@example.org" not in refused.value.message


@pytest.mark.parametrize(
    "rows",
    [
        [["Your role", "Score"], *(row[2:] for row in PEOPLE)],
        [["1", "2"], ["7", "Yes"], ["8", "No"], ["7", "Yes"]],
        [["Race", "Age"], ["Race", ""], ["", "Age"]],
        [["Trust", "2021", "2022", "2023", "2024", "2025"], ["A", *"34567"], ["B", *"45678"]],
        [["Anything to say?"], ["Yes"], ["Yes"], ["No"]],
        [["Comments"], ["Good"], ["Fine"]],
        [["Mentor", "Score"], ["Mentor", "7"], ["Mentee", "8"], ["Mentor", "8"]],
    ],
)
def test_a_table_with_headings_however_short_is_read(rows):
    assert len(read_upload(csv_file(rows)).cells) == len(rows) - 1


@pytest.mark.parametrize(
    "rows",
    [
        SUMMARY,
        [["Areas of work", "", ""], ["Answer Choices", "Responses", ""], ["Race", "45.45%", "5"]],
        [["#", "Answer", "%", "Count"], ["1", "Race", "45%", "5"], ["2", "Age", "55%", "6"]],
        [["Field", "Minimum", "Maximum", "Mean"], ["Confidence", "1", "10", "6.2"]],
        [["", "Mentors", "Mentees", "Total"], ["Race", "7", "3", "10"], ["Age", "4", "2", "6"]],
    ],
)
def test_a_summary_is_no_survey(rows):
    with pytest.raises(QuestionsNotFound, match="no row for each person") as refused:
        read_upload(csv_file(rows))

    assert refused.value.code == "not_a_survey"
    assert "one row for each person" in refused.value.message


@pytest.mark.parametrize(
    "rows",
    [
        [["Name", "First", "Second", "Total"], ["Jo", "1", "2", "3"], ["Al", "2", "2", "4"]],
        [["Role", "n"], ["Mentor", "3"], ["Mentor", "4"], ["Mentee", "3"]],
        [["Response", "Comments"], ["Yes", "a"], ["No", "b"]],
    ],
)
def test_a_survey_with_scores_or_short_headings_is_no_summary(rows):
    assert len(read_upload(csv_file(rows)).cells) == len(rows) - 1


@pytest.mark.parametrize("people", [["Person 1", "Person 2"], ["ST07A", "BX12C"], ["1", "2"]])
def test_a_table_on_its_side_is_refused_with_the_way_to_turn_it(people):
    rows = [
        ["", *people],
        ["How confident are you?", "7", "5"],
        ["What is your role?", "Mentor", "Mentee"],
        ["Anything else?", "", "No"],
    ]

    with pytest.raises(QuestionsNotFound, match="Transpose") as refused:
        read_upload(csv_file(rows))

    assert refused.value.code == "not_a_survey"


def test_long_comments_in_the_first_column_are_no_questions():
    rows = [
        ["Comments", "Score", "Again"],
        ["I learned much from it", "7", "Yes"],
        ["It was far too short", "N/A", "No"],
    ]

    assert len(read_upload(csv_file(rows)).cells) == 2


def test_a_heading_too_few_is_refused_where_nobody_can_know_which():
    content = b"Time,Role,Score\n1,2026-03-04,Mentor,7\n2,2026-03-05,Mentee,\n"

    with pytest.raises(UnreadableFile, match="3 headings") as refused:
        read_upload(Upload(name="survey.csv", content=content))

    assert refused.value.code == "unreadable_layout"


def test_a_last_heading_left_blank_on_purpose_is_named_and_the_rest_is_read():
    content = b"Time,Role,\n2026-03-04,Mentor,7\n2026-03-05,Mentee,8\n"

    raw = read_upload(Upload(name="survey.csv", content=content))

    assert len(raw.headings) == 2
    assert "Column C has no heading" in raw.notices[0].message


def test_covers_lists_and_pivots_beside_the_survey_are_passed_over_by_name():
    survey = [["ID", "When?", "Your role", "Score"], *PEOPLE]
    cover = [["Reverse mentoring survey"], ["Downloaded by Jo"], ["12 March"]]
    labels = [["Code", "Label"], ["1", "Yes"], ["2", "No"]]

    raw = read_upload(
        workbook({"Cover": cover, "Pivot": SUMMARY, "Answers": survey, "Codes": labels})
    )

    assert raw.sheet == "Answers"
    assert raw.notices[0].code == "other_sheets_ignored"
    assert raw.notices[0].message.endswith("Cover, Pivot, Codes.")


def test_a_summary_chosen_by_hand_is_refused_too():
    survey = [["ID", "When?", "Your role", "Score"], *PEOPLE]

    with pytest.raises(QuestionsNotFound, match="is a summary"):
        read_upload(workbook({"Pivot": SUMMARY, "Answers": survey}), sheet="Pivot")
