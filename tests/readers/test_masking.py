import pytest

from rm_eval.look import look_again, look_at
from rm_eval.measures.description import describe
from rm_eval.readers import read_upload
from tests.uploads import csv_file, forms_workbook

MARK = "[e-mail address removed]"
ADDRESS = "jo@example.org"
CODE = "Please make a code: the first two letters of your first school, the day you were born"


def table(*rows):
    return read_upload(csv_file([list(row) for row in rows]))


def test_a_detail_in_any_answer_is_gone_once_the_file_is_read():
    raw = table(("Trust", "Useful?"), (ADDRESS, "Yes"), ("North", ADDRESS))

    assert raw.cells.to_numpy().tolist() == [[MARK, "Yes"], ["North", MARK]]


def test_a_heading_loses_its_details_too():
    raw = table((f"Questions to {ADDRESS}. Was it useful?", "Why?"), ("Yes", "It was good"))

    assert raw.headings[0].text == f"Questions to {MARK}. Was it useful?"


def test_a_detail_typed_for_other_is_no_option_and_counts_as_other():
    columns = {
        "What changed? (tick all that apply)": ["A;B;", "A;", f"B;{ADDRESS};", f"A;{ADDRESS};"]
    }
    look = look_at(forms_workbook(columns))
    (match,) = look.recognition.matches

    assert [option.label for option in match.question.options] == ["A", "B"]
    answers = look.cleaned.responses.answers
    assert list(answers.loc[answers["answer"] == "other", "text"]) == [MARK, MARK]


def test_each_place_is_named_and_nothing_tells_what_stood_there():
    rows = [("How useful? (1-10)", "Why?"), ("7", f"Ask {ADDRESS}"), (ADDRESS, "It was good")]
    look = look_at(csv_file([list(row) for row in rows]))
    entries = [entry for entry in look.cleaned.log if entry.rule == "possible_identifier"]

    assert {(entry.row, entry.column, entry.before) for entry in entries} == {
        (2, 2, ""),
        (3, 1, ""),
    }
    assert "e-mail address" in entries[0].why
    assert ADDRESS not in repr(look)
    assert ADDRESS not in repr(describe(look.raw, look.recognition, look.cleaned))


def test_undoing_does_not_bring_a_detail_back():
    look = look_at(forms_workbook({"Where?": ["North", "north", "North", "Norht " + ADDRESS]}))
    every = frozenset(entry.id for entry in look.cleaned.log) | {"possible_identifier"}

    again = look_again(look, undone=every)

    assert any(entry.rule == "possible_identifier" for entry in again.cleaned.log)
    assert ADDRESS not in repr(again)


def test_a_code_that_looks_like_a_postcode_stays_a_code():
    raw = table((CODE, "Useful?"), ("SW1A 1AA", "Yes"), ("ST07A", "No"))

    assert (raw.headings[0].part, raw.headings[0].text) == ("code", CODE)
    assert list(raw.cells[1]) == ["SW1A 1AA", "ST07A"]


def test_one_detail_in_a_column_of_answers_does_not_drop_the_column():
    raw = table(("Anything else?", "Useful?"), (ADDRESS, "Yes"), ("", "No"))

    assert raw.headings[0].part == "question"


def test_a_key_that_names_somebody_is_masked_as_answers_are():
    answers = csv_file([["URN", "Q1", "Q2"], *([f"1-2-{n}", "1", "2"] for n in range(4))])
    rows = [["Q1", "Whom did you ask?"], ["1", f"Ask {ADDRESS}"], ["2", "Nobody"]]
    rows += [["Q2", "Did it help?"], ["1", "Yes"], ["2", f"No, {ADDRESS}"], ["3", "A little"]]

    look = look_at(answers, key=csv_file(rows, name="survey-key.csv"))

    assert ADDRESS not in repr(look)


@pytest.mark.parametrize("heading", ["redcap_event_name", "Cohort"])
def test_a_detail_typed_where_a_stage_or_cohort_is_named_is_never_quoted(heading):
    said = ["enrolment_arm_1", "end_arm_1", ADDRESS, "end_arm_1"]
    rows = [["record_id", heading, "q1", "q1_complete"]]
    look = look_at(csv_file([*rows, *([str(n), one, "3", "2"] for n, one in enumerate(said))]))

    assert ADDRESS not in repr(describe(look.raw, look.recognition, look.cleaned))
    assert ADDRESS not in repr(look.dividers)
