from rm_eval.readers import read_upload
from tests.uploads import csv_file, forms_rows, workbook

HEADINGS = ["Useful?", "Why?", "Where?", "When?", "Who?"]
ANSWERS = ["Yes", "Time", "Ward", "Monday", "Me"]


def test_a_title_above_the_table_is_passed_over_and_said():
    title = ["Reverse mentoring 2026", "", "", "", ""]

    raw = read_upload(csv_file([title, ["", "", "", "", ""], HEADINGS, ANSWERS]))

    assert [heading.text for heading in raw.headings] == HEADINGS
    assert list(raw.cells.index) == [4]
    assert [(notice.code, notice.row) for notice in raw.notices] == [("preamble_removed", 1)]


def test_a_survey_tool_is_known_below_a_title():
    rows = [["Cohort 1", *[None] * 6], *forms_rows({"Useful?": ["Yes"], "Why?": ["Time"]})]

    raw = read_upload(workbook({"Sheet1": rows}))

    assert raw.survey_tool == "microsoft_forms"
    assert [heading.text for heading in raw.columns("question")] == ["Useful?", "Why?"]


def test_a_narrow_table_has_no_title():
    raw = read_upload(csv_file([["Useful?", "", ""], ["Yes", "a", "b"]]))

    assert [heading.text for heading in raw.headings] == ["Useful?"]
    assert [notice.code for notice in raw.notices] == ["blank_header", "blank_header"]


def test_a_blank_row_parts_a_title_from_a_narrow_table():
    rows = [["Reverse mentoring 2026", ""], ["", ""], ["Useful?", "Why?"], ["Yes", "Time"]]

    raw = read_upload(csv_file([*rows, ["No", ""]]))

    assert [heading.text for heading in raw.headings] == ["Useful?", "Why?"]
    assert list(raw.cells.index) == [4, 5]
    assert [(notice.code, notice.row) for notice in raw.notices] == [("preamble_removed", 1)]


def test_answers_left_blank_are_not_taken_for_a_title():
    raw = read_upload(csv_file([HEADINGS, ["Yes", "", "", "", ""], ANSWERS]))

    assert list(raw.cells.index) == [2, 3]
