from rm_eval.cleaning import SENTENCES, clean
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
