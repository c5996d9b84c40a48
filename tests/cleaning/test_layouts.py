import pytest

from rm_eval.cleaning import clean
from rm_eval.cleaning.layouts import clean_answer
from rm_eval.questionnaire import Option, Question
from rm_eval.readers import read_upload
from rm_eval.recognise import Match, recognise
from rm_eval.responses import NOTHING_TICKED
from tests.uploads import csv_file, forms_workbook, google_csv, surveymonkey_csv

OPTIONS = (Option(id="time", label="Time"), Option(id="trust", label="Trust"))
OTHER = "Other (please specify)"


def match(labels, layout="column_per_option", type_="multiple_choice", **fields):
    question = Question(id="helped", wording="What helped?", type=type_, options=OPTIONS, **fields)
    return Match(
        columns=tuple(range(7, 7 + len(labels))),
        question=question,
        heading="What helped?",
        confidence=1,
        why="",
        layout=layout,
        labels=labels,
    )


def read(cells, found):
    cleaned = clean_answer(cells, found)
    return [(a.answer, a.text) for a in cleaned.answers], [c.rule for c in cleaned.changes]


@pytest.mark.parametrize(
    ("cells", "answers"),
    [
        (("Time", "Trust"), ["time", "trust"]),
        (("1", "0"), ["time"]),
        (("1", "2"), ["time", "trust"]),
        (("Not selected", "TRUE"), ["trust"]),
        (("", "✓"), ["trust"]),
    ],
)
def test_a_column_an_option_is_read_whatever_marks_the_tick(cells, answers):
    assert read(cells, match(("Time", "Trust"))) == ([(one, "") for one in answers], [])


def test_who_ticked_nothing_on_our_form_ticked_nothing_and_elsewhere_was_perhaps_not_asked():
    assert read(("", ""), match(("Time", "Trust"))) == ([(NOTHING_TICKED, "")], [])
    assert read(("0", "0"), match(("Time", "Trust"), known=False)) == ([], [])


def test_a_cell_that_is_neither_tick_nor_blank_is_left_out_with_its_own_column():
    cleaned = clean_answer(("Time", "maybe"), match(("Time", "Trust")))

    assert [(c.rule, c.at) for c in cleaned.changes] == [("value_unreadable", 1)]
    assert [a.answer for a in cleaned.answers] == ["time"]


@pytest.mark.parametrize(
    ("cells", "text"),
    [
        (("", "a poster", ""), "a poster"),
        (("", OTHER, "a poster"), "a poster"),
        (("", OTHER, ""), ""),
    ],
)
def test_the_tick_and_the_words_of_other_are_one_answer(cells, text):
    assert read(cells, match(("Time", OTHER, OTHER))) == ([("other", text)], [])


def test_an_option_that_our_form_does_not_have_counts_as_other():
    assert read(("", "1"), match(("Time", "Tea"))) == ([("other", "Tea")], ["unknown_option"])


def test_a_question_that_takes_one_answer_takes_one():
    found = match(("Time", "Trust"), type_="single_choice")

    assert read(("", "Trust"), found) == ([("trust", "")], [])
    assert read(("1", "1"), found) == ([], ["too_many_chosen"])


@pytest.mark.parametrize(
    ("cells", "answers", "rules"),
    [
        (("Time", ""), [("time", "")], []),
        (("", "a poster"), [("other", "a poster")], []),
        ((OTHER, "a poster"), [("other", "a poster")], []),
        (("Time", "a poster"), [("time", "")], ["other_words_unused"]),
    ],
)
def test_words_typed_beside_an_answer_belong_to_other(cells, answers, rules):
    found = match(("", OTHER), layout="with_own_words", type_="single_choice")

    assert read(cells, found) == (answers, rules)


@pytest.mark.parametrize("chosen", ["Time", f"Time;{OTHER}", "Time;a poster"])
def test_words_typed_beside_several_ticks_are_one_other(chosen):
    cleaned = clean_answer((chosen, "a poster"), match(("", OTHER), layout="with_own_words"))

    assert [(one.answer, one.text) for one in cleaned.answers] == [
        ("time", ""),
        ("other", "a poster"),
    ]
    assert cleaned.after == "Time;Other: a poster;"


def test_the_receipt_names_the_cell_or_all_cells_that_a_change_is_about():
    rows = [["Rank: A", "Rank: B", "Rank: C"], ["1", "2", "3"], ["2", "1", "3"], ["1", "1", "2"]]
    raw = read_upload(csv_file(rows))
    (entry,) = clean(raw, recognise(raw), role="mentor").log

    assert (entry.row, entry.column, entry.before, entry.after) == (4, 1, "1 | 1 | 2", "")


def test_a_surveymonkey_file_gives_the_answers_a_forms_file_gives():
    questions = [("What helped? Tick all that apply.", "Time"), ("", "Trust"), ("", "Policy, pay")]
    spread = surveymonkey_csv(questions, [["Time", "", "Policy, pay"], ["", "Trust", ""]])
    one_cell = csv_file([["What helped? Tick all that apply."], ["Time;Policy, pay;"], ["Trust;"]])

    assert _answers(spread) == _answers(one_cell)


def test_a_google_file_gives_the_answers_a_forms_file_gives():
    asked = "What are the main areas of your work?"
    commas = ["Communications, Data and analysis, Baking", "Project management"]
    semicolons = ["Communications;Data and analysis;Baking;", "Project management;"]

    assert _answers(google_csv({asked: commas})) == _answers(forms_workbook({asked: semicolons}))


def test_where_semicolons_part_the_ticks_a_comma_is_somebodys_own():
    asked = "What are the main areas of your work?"
    upload = forms_workbook({asked: ["Communications;Data, mostly;", "Project management;"]})

    assert _answers(upload)[:2] == [(1, "communications"), (1, "other")]


def test_dates_are_read_the_way_round_that_the_column_shows():
    raw = read_upload(csv_file([["When did you meet?"], ["02/03/2026"], ["02/14/2026"]]))
    answers = clean(raw, recognise(raw), role="mentor").responses.answers

    assert list(answers["text"]) == ["2026-02-03", "2026-02-14"]


def _answers(upload):
    raw = read_upload(upload)
    answers = clean(raw, recognise(raw), role="mentor").responses.answers
    return sorted(zip(answers["person"], answers["answer"], strict=True))
