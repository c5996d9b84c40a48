import pytest

from rm_eval.cleaning import clean, log_csv, same_codes
from rm_eval.readers import read_upload
from rm_eval.recognise import recognise
from tests.uploads import csv_file

HEADINGS = ["Participant code", "Completion time", "How useful? (1-10)", "How safe? (1-10)"]
OTHERS = [["LO23K", "2026-03-01", "7", "8"], ["MA30E", "2026-03-01", "6", "9"]]


def looked(*rows, headings=HEADINGS, undone=frozenset()):
    raw = read_upload(csv_file([headings, *map(list, rows), *OTHERS]))
    recognition = recognise(raw)
    return raw, recognition, clean(raw, recognition, role="mentor", undone=undone)


def cleaned(*rows, **fields):
    return looked(*rows, **fields)[2]


def aside(survey):
    return [(entry.row, entry.rule) for entry in survey.set_aside]


def test_of_two_rows_with_one_code_the_later_is_kept_and_both_are_named():
    survey = cleaned(("ST07A", "2026-03-01", "7", "8"), ("st-07 a", "2026-03-04", "5", "6"))

    assert aside(survey) == [(2, "duplicate_response")]
    assert survey.set_aside[0].why == (
        "Rows 2 and 3 have the same participant code. We used the later one (row 3). "
        "We set row 2 aside."
    )


def test_a_later_row_that_was_broken_off_does_not_take_the_place_of_a_complete_one():
    headings = [*HEADINGS, "How well? (1-10)"]
    rows = [("ST07A", "2026-03-01", "7", "8", "9"), ("ST07A", "2026-03-04", "5", "", "")]
    raw = read_upload(csv_file([headings, *map(list, rows), *([*one, "3"] for one in OTHERS)]))
    survey = clean(raw, recognise(raw), role="mentor")

    assert aside(survey) == [(3, "duplicate_response")]
    assert "the complete one (row 2)" in survey.set_aside[0].why


def test_whoever_adds_the_file_is_told_the_code():
    raw, recognition, survey = looked(
        ("ST07A", "2026-03-01", "7", "8"), ("ST07A", "2026-03-04", "5", "6")
    )

    assert same_codes(raw, recognition, survey.log, "enrolment") == (
        "Two rows have the code ST07A at enrolment. We used the later one (row 3).",
    )


def test_the_log_tells_no_code():
    survey = cleaned(("ST07A", "2026-03-01", "7", "8"), ("ST07A", "2026-03-04", "5", "6"))

    assert b"ST07A" not in log_csv(survey.log)
    assert "ST07A" not in repr(survey)


def test_a_row_with_the_same_code_comes_back_when_undone():
    rows = [("ST07A", "2026-03-01", "7", "8"), ("ST07A", "2026-03-04", "5", "6")]
    raw, recognition, survey = looked(*rows, undone=frozenset({"duplicate_response"}))

    assert aside(survey) == []
    assert same_codes(raw, recognition, survey.log, "enrolment") == ()


@pytest.mark.parametrize("code", ["", "N/A", "-"])
def test_people_without_a_code_are_never_one_person(code):
    survey = cleaned((code, "2026-03-01", "7", "8"), (code, "2026-03-04", "7", "8"))

    assert aside(survey) == []
    assert [person.code for person in survey.responses.people] == ["", "", "LO23K", "MA30E"]


def test_a_code_that_most_people_share_is_nobodys_own():
    rows = [("COHORT1", "2026-03-01", str(score), "8") for score in range(1, 9)]

    assert aside(cleaned(*rows)) == []


def test_a_mentor_and_a_mentee_with_one_code_are_two_people():
    headings = [*HEADINGS, "Are you a mentor or a mentee?"]
    pairs = [
        [code, "2026-03-01", "7", "8", role]
        for code in ("ST07A", "LO23K", "MA30E")
        for role in ("Mentor", "Mentee")
    ]
    raw = read_upload(csv_file([headings, *pairs]))

    assert len(clean(raw, recognise(raw), role="mentor").responses.people) == 6


def test_people_who_were_all_asked_twice_keep_both_answers():
    rows = [(code, "", "7", "8") for code in ("ST07A", "BI11N", "LE02S", "NO19T", "YO30K") * 2]

    assert aside(cleaned(*rows)) == []
