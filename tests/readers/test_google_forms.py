import pytest

from rm_eval.readers import read_upload
from tests.uploads import csv_file, google_csv, workbook

TIME = "22/02/2026 13:09:25"


def test_a_google_export_is_known_by_its_timestamp():
    raw = read_upload(google_csv({"Useful?": ["Yes", "No"]}))

    assert raw.survey_tool == "google_forms"
    assert [(heading.text, heading.part) for heading in raw.headings] == [
        ("Timestamp", "completed"),
        ("Useful?", "question"),
    ]


@pytest.mark.parametrize("heading", ["Zeitstempel", "Horodateur", "Stamp amser", "ans.time"])
def test_in_another_language_the_times_themselves_tell(heading):
    raw = read_upload(google_csv({"Useful?": ["Yes", "No"]}, time=heading))

    assert raw.survey_tool == "google_forms"
    assert "holds the time of each answer" in raw.why


def test_a_workbook_is_known_by_its_sheet_too():
    rows = [["Marca temporal", "Useful?"], ["2026-03-02 09:30", "Yes"]]

    raw = read_upload(workbook({"Form Responses 1": rows}))

    assert raw.survey_tool == "google_forms"
    assert '"Form Responses 1"' in raw.why


@pytest.mark.parametrize(
    ("headings", "cells"),
    [
        (["Submission Date", "Useful?"], [TIME, "Yes"]),
        (["Completion time", "Useful?"], [TIME, "Yes"]),
        (["start", "end", "Useful?"], [TIME, TIME, "Yes"]),
        (["When did you first meet?", "Useful?"], ["22/02/2026", "Yes"]),
        (["Our own times", "Useful?"], ["22/02/2026 13:09", "Yes"]),
        (["Timestamp", "Useful?"], ["no time", "Yes"]),
    ],
)
def test_a_table_that_begins_with_other_times_is_not_claimed(headings, cells):
    assert read_upload(csv_file([headings, cells])).survey_tool == "general"


def test_row_numbers_that_a_program_put_in_front_are_not_a_question():
    rows = [["", "ans.time", "Useful?"], ["1", TIME, "Yes"], ["2", TIME, "No"]]

    raw = read_upload(csv_file(rows))

    assert raw.survey_tool == "google_forms"
    assert [heading.column for heading in raw.columns("question")] == [3]
    assert [(notice.code, notice.column) for notice in raw.notices] == [("blank_header", 1)]


def test_the_rows_of_a_grid_know_their_question():
    raw = read_upload(
        google_csv({"How did it go? [Start]": ["Well"], "How did it go? [End]": [""]})
    )

    assert [(h.question, h.option) for h in raw.columns("question")] == [
        ("How did it go?", "Start"),
        ("How did it go?", "End"),
    ]


def test_the_times_are_known_by_their_name_in_other_languages_though_a_spreadsheet_cut_them():
    raw = read_upload(csv_file([["Zeitstempel", "Hilfreich?"], ["02.03.2026 09:30", "Ja"]]))

    assert (raw.survey_tool, raw.columns("completed")[0].column) == ("google_forms", 1)
