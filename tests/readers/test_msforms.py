import pytest

from rm_eval.errors import EmptyFile, QuestionsNotFound
from rm_eval.readers import read_upload
from tests.uploads import FORMS, csv_file, forms_rows, forms_workbook, workbook

CHINESE = ("ID", "开始时间", "完成时间", "电子邮件", "名称")


def test_a_forms_workbook_is_known_by_its_own_five_columns():
    raw = read_upload(forms_workbook({"Useful?": ["Yes", "No"]}))

    assert raw.survey_tool == "microsoft_forms"
    assert "ID, Start time" in raw.why
    assert [(heading.text, heading.part) for heading in raw.headings] == [
        ("ID", "response_id"),
        ("Start time", "started"),
        ("Completion time", "completed"),
        ("Email", "personal"),
        ("Name", "personal"),
        ("Useful?", "question"),
    ]


def test_a_forms_workbook_in_another_language_is_known_by_what_the_columns_hold():
    raw = read_upload(forms_workbook({"Useful?": ["Yes"] * 3}, headings=CHINESE))

    assert raw.survey_tool == "microsoft_forms"
    assert [heading.text for heading in raw.columns("personal")] == ["电子邮件", "名称"]


def test_the_column_last_modified_time_is_not_taken_for_a_question():
    rows = forms_rows({"Last modified time": [None], "Useful?": ["Yes"]})

    raw = read_upload(workbook({"Sheet1": rows}))

    assert [heading.text for heading in raw.columns("question")] == ["Useful?"]


def test_a_forms_csv_reads_like_the_workbook():
    rows = [[*FORMS, "Useful?"], ["1", "3/2/2026 9:30", "3/2/2026 9:41", "anonymous", "", "Yes"]]

    raw = read_upload(csv_file(rows))

    assert raw.survey_tool == "microsoft_forms"
    assert raw.cells.loc[2, 6] == "Yes"


def test_any_other_table_is_read_by_its_first_row_and_nothing_is_claimed():
    raw = read_upload(csv_file([["Useful?"], ["Yes"], ["No"]]))

    assert raw.survey_tool == "general"
    assert list(raw.cells[1]) == ["Yes", "No"]


def test_rows_and_columns_keep_the_numbers_they_have_in_the_file():
    rows = [[None, None], *forms_rows({"Useful?": ["Yes", "No"]})]

    raw = read_upload(workbook({"Sheet1": rows}))

    assert list(raw.cells.index) == [3, 4]
    assert raw.columns("question")[0].column == 6


def test_headings_without_answers_are_refused_in_words_that_say_what_to_do():
    with pytest.raises(EmptyFile, match="headings but no answers.*not the summary") as refusal:
        read_upload(csv_file([["ID", "Useful?"]]))

    assert refusal.value.code == "no_rows"


def test_one_survey_among_other_sheets_is_read_and_the_others_are_named():
    sheets = {"Notes": [["a", "b"], ["c", "d"]], "Sheet1": forms_rows({"Useful?": ["Yes"]})}

    raw = read_upload(workbook(sheets))

    assert raw.sheet == "Sheet1"
    assert [(n.code, "Notes" in n.message) for n in raw.notices] == [("other_sheets_ignored", True)]


def test_two_sheets_that_could_be_the_survey_are_never_guessed_between():
    survey = forms_rows({"Useful?": ["Yes"]})
    upload = workbook({"Mentors": survey, "Mentees": survey})

    with pytest.raises(QuestionsNotFound, match="Mentors, Mentees"):
        read_upload(upload)
    assert read_upload(upload, sheet="Mentees").sheet == "Mentees"


def test_a_sheet_that_is_not_there_is_refused_with_the_names_of_those_that_are():
    with pytest.raises(QuestionsNotFound, match="no sheet called Other. Its sheets are: Sheet1"):
        read_upload(forms_workbook({"Useful?": ["Yes"]}), sheet="Other")
