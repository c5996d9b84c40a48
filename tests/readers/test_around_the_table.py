"""What people put around a table, or between two tables pasted together."""

import pytest

from rm_eval.errors import EmptyFile
from rm_eval.look import look_at
from rm_eval.readers import read_upload
from tests.uploads import csv_file, forms_rows, google_csv, workbook

HEADINGS = ["ID", "Role", "How confident are you? (1-10)", "Comments"]
PEOPLE = [
    ["1", "Mentor", "7", "Great"],
    ["2", "Mentee", "5", ""],
    ["3", "Mentor", "9", "More time"],
]
BLANK = ["", "", "", ""]


def alone(text):
    return [text, "", "", ""]


def read(*below):
    return read_upload(csv_file([HEADINGS, *PEOPLE, *below]))


@pytest.mark.parametrize(
    "notes",
    [
        [alone("Source: Microsoft Forms")],
        [BLANK, alone("Two answers came late and were typed in by hand")],
        [BLANK, alone("Notes"), alone("People who left are not in it"), alone("See page 4")],
        [BLANK, ["Contact", "jo@example.org", "", ""]],
        [alone("* one answer was left out")],
        [BLANK, alone("Page 1 of 1")],
        [BLANK, BLANK, alone("This report was exported on 4 March")],
    ],
)
def test_notes_below_the_table_are_nobodys_answers(notes):
    raw = read(*notes)
    notice = next(one for one in raw.notices if one.code == "note_rows_removed")

    assert len(look_at(csv_file([HEADINGS, *PEOPLE, *notes])).cleaned.responses.people) == 3
    assert notice.row == 5 + notes.count(BLANK)
    assert "Forms" not in notice.message


@pytest.mark.parametrize(
    "person",
    [
        ["4", "", "", ""],
        ["Mentor", "", "", ""],
        ["", "", "", "Note: I was asked to"],
        ["4", "", "8", ""],
        ["Prefer not to say", "", "", ""],
    ],
)
def test_a_person_of_few_words_is_no_note(person):
    assert len(read(BLANK, person).cells) == 5


def test_a_comment_that_begins_like_a_note_is_an_answer():
    rows = [
        ["Why did you join?", "Useful?"],
        ["I wanted to learn from other people", "Yes"],
        ["Because my own manager told me of it", "No"],
        ["Note: nobody asked me to", ""],
    ]

    assert len(read_upload(csv_file(rows)).cells) == 3


def test_totals_and_then_notes_are_both_left_out():
    below = [BLANK, ["Total", "", "21", ""], ["Average", "", "7", ""], BLANK, alone("Note: x")]

    look = look_at(csv_file([HEADINGS, *PEOPLE, *below]))

    assert len(look.cleaned.responses.people) == 3
    assert {entry.rule for entry in look.cleaned.set_aside} == {"summary_row", "blank_rows_removed"}


def test_headings_and_a_note_are_no_answers():
    with pytest.raises(EmptyFile, match="no responses"):
        read_upload(csv_file([HEADINGS, BLANK, alone("Source: x")]))


def test_headings_that_come_again_are_taken_out_and_named():
    raw = read(HEADINGS, *PEOPLE)

    assert list(raw.cells.index) == [2, 3, 4, 6, 7, 8]
    assert [(one.code, one.row) for one in raw.notices] == [("repeated_header_removed", 5)]


def test_a_title_over_pasted_headings_goes_with_them():
    raw = read(BLANK, alone("Mentees, 2025"), [" id", *HEADINGS[1:]], *PEOPLE)

    assert list(raw.cells.index) == [2, 3, 4, 5, 8, 9, 10]


def test_an_answer_right_above_pasted_headings_stays():
    assert 5 in read(alone("4"), HEADINGS, *PEOPLE).cells.index


def test_a_tools_export_pasted_twice_is_still_that_tools():
    forms = forms_rows({"Useful?": ["Yes", "No"]})
    once = google_csv({"Useful?": ["Yes", "No"]}).content.decode().splitlines()
    google = [line.split(",") for line in [*once, *once]]

    assert read_upload(workbook({"Sheet1": [*forms, *forms]})).survey_tool == "microsoft_forms"
    assert read_upload(csv_file(google)).survey_tool == "google_forms"


def test_both_heading_rows_may_come_again():
    top = [["ID", "Areas", ""], ["", "Race", "Age"]]
    people = [["1", "1", "0"], ["2", "0", "1"], ["3", "1", "1"]]

    raw = read_upload(csv_file([*top, *people, *top, *people]))

    assert list(raw.cells.index) == [3, 4, 5, 8, 9, 10]


def test_answers_in_one_column_may_repeat_its_heading():
    raw = read_upload(csv_file([["Mentor"], ["Mentor"], ["Mentor"]]))

    assert len(raw.cells) == 2


def test_a_column_that_only_numbers_the_rows_is_no_question():
    raw = read_upload(csv_file([["#", "Useful?"], ["1", "Yes"], ["2", "No"]]))

    assert [heading.part for heading in raw.headings] == ["metadata", "question"]


def test_a_table_may_begin_at_column_c():
    rows = [[None, None, *HEADINGS], *([None, None, *person] for person in PEOPLE)]

    raw = read_upload(workbook({"Sheet1": rows}))

    assert (raw.headings[0].column, raw.headings[0].text) == (3, "ID")


def test_a_tools_time_that_is_none_is_named():
    times = ["2026-03-04 09:30:00", "00:00:00", "2958466", "1e+308", "45355.4", ""]
    rows = [["Completion time", "Useful?"], *([time, "Yes"] for time in times)]

    raw = read_upload(csv_file(rows))

    assert [(n.code, n.row, n.column) for n in raw.notices] == [("date_unreadable", 3, 1)]
    assert "row 3, 4, 5 " in raw.notices[0].message


def test_the_gap_above_the_notes_is_no_row_of_the_table():
    assert len(read(BLANK, BLANK, alone("This report was exported on 4 March")).cells) == 3


def test_a_first_column_that_only_counts_is_no_question():
    rows = [["Answer sheet", "Useful?"], *([str(at), "Yes"] for at in range(1, 7))]
    raw = read_upload(csv_file(rows))

    assert [heading.text for heading in raw.columns("metadata")] == ["Answer sheet"]


def test_the_columns_smartsurvey_adds_are_no_questions():
    headings = ["UserID", "UserNo", "Name", "Email", "Unique ID", "Started", "Ended", "Useful?"]
    person = ["55", "1", "", "", "uq1", "02/03/2026 09:30", "02/03/2026 09:41", "Yes"]
    raw = read_upload(csv_file([headings, person]))

    assert [heading.text for heading in raw.columns("question")] == ["Useful?"]
