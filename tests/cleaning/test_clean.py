from rm_eval.cleaning import SENTENCES, LogEntry, clean, in_full, told_together
from rm_eval.readers import read_upload
from rm_eval.recognise import recognise
from rm_eval.responses import NOTHING_TICKED
from tests.uploads import csv_file, forms_workbook

SENIOR = (
    "on a scale of 1 to 10 how confident are you talking about your BAME experiences in the NHS "
    "with senior leaders"
)
AREAS = "What are the main areas of your work?"


def cleaned(upload):
    raw = read_upload(upload)
    return clean(raw, recognise(raw), role="mentor")


def test_every_answer_left_out_has_its_row_and_column_in_the_receipt():
    survey = cleaned(forms_workbook({SENIOR: ["8", "11", "8/10"], AREAS: ["Communications;"] * 3}))

    assert [(e.row, e.column, e.rule, e.before, e.after) for e in survey.log] == [
        (3, 6, "value_out_of_range", "11", ""),
        (4, 6, "value_reworded", "8/10", "8"),
    ]
    assert list(survey.responses.answers.query("question == 'enr_m_conf_senior'")["number"]) == [
        8,
        8,
    ]


def test_a_row_without_any_answer_is_set_aside_and_named():
    survey = cleaned(
        forms_workbook({SENIOR: ["8", None, "7"], AREAS: ["Communications;", None, None]})
    )

    assert [person.row for person in survey.responses.people] == [2, 4]
    assert [(e.row, e.column, e.rule) for e in survey.set_aside] == [
        (3, None, "blank_rows_removed")
    ]


def test_who_sent_our_form_without_a_tick_ticked_nothing():
    survey = cleaned(forms_workbook({SENIOR: ["8", "7"], AREAS: ["Communications;", None]}))

    ticks = survey.responses.answers.query("question == 'enr_work_areas'")
    assert list(ticks["answer"]) == ["communications", NOTHING_TICKED]


def test_a_blank_in_somebody_elses_form_may_never_have_been_asked():
    survey = cleaned(forms_workbook({"Useful?": ["Yes", "No"], "What helped?": ["Time;", None]}))

    helped = survey.responses.questions[1]
    assert list(survey.responses.of(helped)["answer"]) == ["time"]


def test_names_and_e_mails_are_nowhere_in_what_is_kept():
    upload = forms_workbook(
        {"Useful?": ["Yes"], "Your name": ["Sam Sample"]}, email="s@example.org"
    )
    survey = cleaned(upload)

    assert "Sam Sample" not in repr(survey)
    assert "example.org" not in repr(survey)


def test_a_true_cell_is_no_score_of_one():
    survey = cleaned(csv_file([["ID", SENIOR], ["1", "TRUE"], ["2", "7"]]))

    assert list(survey.responses.answers["number"]) == [7]


def test_rows_in_are_kept_or_set_aside_with_a_reason():
    upload = forms_workbook({SENIOR: ["8", None, "x", "12"], AREAS: [None] * 4})
    survey = cleaned(upload)

    assert len(survey.responses.people) + len(survey.set_aside) == 4


def test_every_rule_has_its_sentence():
    survey = cleaned(forms_workbook({SENIOR: ["8", "0", "7.5", "?", "ten"], AREAS: ["x;"] * 5}))

    assert {entry.rule for entry in survey.log} <= set(SENTENCES)


def test_what_is_the_same_of_several_rows_is_told_once_with_its_rows():
    entries = [
        LogEntry(row=row, column=2, question="q", before="-", after="", rule="r", why="Same.")
        for row in range(2, 14)
    ]
    [[first, *others]] = told_together(entries)

    assert in_full(first, "Why?") == "Row 2, 'Why?': Same."
    assert in_full(first, "Why?", others[:1]) == "Rows 2 and 3, 'Why?': Same."
    assert in_full(first, "Why?", others) == (
        "Rows 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 and 2 more, 'Why?': Same."
    )


def test_rows_set_aside_for_one_reason_are_told_once():
    entries = [
        LogEntry(
            row=row,
            column=None,
            question="",
            before="",
            after="",
            rule="test_response",
            why=f"Row {row} is a test.",
        )
        for row in (4, 5)
    ]
    [[first, *others]] = told_together(entries)

    assert in_full(first, "") == "Row 4 is a test."
    assert in_full(first, "", others).startswith("Rows 4 and 5: tests")
