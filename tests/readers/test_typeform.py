"""Typeform: its own columns, options without a question, words typed for Other, 1 for yes."""

import pytest

from rm_eval.look import look_at
from rm_eval.readers import read_upload
from tests.uploads import csv_file, workbook

OWN = ["Start Date (UTC)", "Submit Date (UTC)", "Network ID"]


def typeform(questions, answers, own=OWN, first=("#",)):
    """A Typeform export: an id, the questions, then its own columns."""
    rows = [[*first, *questions, *own]]
    for at, cells in enumerate(answers, start=1):
        filled = ["2026-03-02 09:30:00", "2026-03-02 09:41:00", f"f5a{at}", ""]
        rows.append([*(f"c0ffee{at}" for _ in first), *cells, *filled[: len(own)]])
    return csv_file(rows)


def asked(raw):
    return [(h.text, h.question, h.option) for h in raw.columns("question")]


def counts(look, start):
    found = next(m for m in look.recognition.matches if m.heading.startswith(start))
    answers = look.cleaned.responses.of(found.question)["answer"]
    return found.question.type, dict(answers.value_counts())


def test_its_own_columns_are_no_questions():
    newer = ["Response Type", "Start Date (UTC)", "Stage Date (UTC)", "Submit Date (UTC)"]
    newer += ["Network ID", "Tags", "Ending"]
    row = ["1", "Yes", "completed", "2026-03-02 09:30:00", "", "2026-03-02 09:41:00", "f5", "", ""]

    raw = read_upload(csv_file([["#", "Useful?", *newer], row]))

    assert raw.survey_tool == "typeform"
    assert [h.part for h in raw.headings] == [
        "response_id",
        "question",
        "finished",
        "started",
        "metadata",
        "completed",
        "personal",
        "metadata",
        "metadata",
    ]


def test_dots_that_a_statistics_program_wrote_make_no_difference():
    own = ["Start.Date..UTC.", "Submit.Date..UTC.", "Network.ID"]

    raw = read_upload(typeform(["Useful?"], [["Yes"]], own=own, first=()))

    assert raw.survey_tool == "typeform"
    assert asked(raw) == [("Useful?", "", "")]


def test_columns_that_repeat_their_heading_are_one_question_without_a_wording():
    raw = read_upload(
        typeform(
            ["Useful?", "Time", "Trust", "None", "Other", "Tea", "Cake", "Other", "Why?"],
            [
                ["Yes", "Time", "Trust", "", "", "Tea", "", "", "x"],
                ["No", "", "Trust", "", "A quiet room", "", "Cake", "Milk", ""],
            ],
        )
    )
    first = "Tick-boxes in columns C to F (the file does not say the question)"
    second = "Tick-boxes in columns G to I (the file does not say the question)"

    assert asked(raw) == [
        ("Useful?", "", ""),
        *((option, first, option) for option in ("Time", "Trust", "None", "Other")),
        *((option, second, option) for option in ("Tea", "Cake", "Other")),
        ("Why?", "", ""),
    ]
    assert [n.column for n in raw.notices if n.code == "question_wording_unknown"] == [3, 7]


def test_a_number_behind_a_repeated_heading_in_a_workbook_is_not_part_of_it():
    rows = [
        ["#", "Tea", "Cake", "Other", "Walks", "Talks", "Other2", *OWN],
        ["a", "Tea", "", "Milk", "Walks", "Talks", "", "2026-03-02", "2026-03-02", "f1"],
        ["b", "Tea", "Cake", "", "", "Talks", "Sitting", "2026-03-02", "2026-03-02", "f2"],
    ]

    raw = read_upload(workbook({"Sheet": rows}))

    assert [h.option for h in raw.columns("question")] == [
        *("Tea", "Cake", "Other"),
        *("Walks", "Talks", "Other"),
    ]


def test_a_single_column_that_repeats_its_heading_is_no_run():
    raw = read_upload(typeform(["I agree", "Useful?"], [["I agree", "Yes"], ["I agree", "No"]]))

    assert asked(raw) == [("I agree", "", ""), ("Useful?", "", "")]


def test_what_was_typed_for_other_joins_the_question_before_it():
    rows = [["Nurse", ""], ["Nurse", ""], ["Doctor", ""], ["Doctor", ""], ["", "Porter"]]
    look = look_at(typeform(["What do you do?", "Other"], rows))

    assert counts(look, "What do you do?") == (
        "single_choice",
        {"nurse": 2, "doctor": 2, "other": 1},
    )


def test_one_and_nought_are_yes_and_no_unless_a_number_is_asked_for():
    rows = [["1", "1"], ["0", "0"], ["1", "1"]]
    look = look_at(typeform(["Was it useful?", "How many children do you have?"], rows))

    assert counts(look, "Was it useful?") == ("yes_no", {"yes": 2, "no": 1})
    assert counts(look, "How many")[0] == "number"
    (notice,) = (n for n in look.raw.notices if n.code == "yes_no_as_numbers")
    assert "column B so" in notice.message


def test_an_order_in_one_cell_is_parted_at_commas_but_not_at_those_that_belong_to_an_answer():
    rows = [["Time,Trust,Tea\\, or cake"], ["Trust,Time,Tea\\, or cake"]] * 2
    look = look_at(typeform(["Put these in order"], rows))

    (match,) = look.recognition.matches
    assert match.question.type == "ranking"
    assert [o.label for o in match.question.options] == ["Time", "Trust", "Tea, or cake"]


def test_an_order_without_escaped_commas_is_an_order_too():
    look = look_at(typeform(["What matters?"], [["Time,Trust,Tea"], ["Tea,Trust,Time"]] * 2))

    assert look.recognition.matches[0].question.type == "ranking"


def test_a_comma_in_somebodys_own_words_stays():
    raw = read_upload(typeform(["Why?"], [["Time\\, mostly"], ["Well, I liked it"]]))

    assert list(raw.cells[2]) == ["Time, mostly", "Well, I liked it"]


def test_what_programs_write_for_a_blank_is_one():
    rows = [["Nurse", "NA", "Tea", "NA", "1.0"], ["NA", "Porter", "Tea", "Cake", "NA"]]
    rows += [["Nurse", "NA", "NA", "NA", "0.0"]]

    look = look_at(typeform(["What do you do?", "Other", "Tea", "Cake", "Useful?"], rows))

    assert counts(look, "What do you do?")[1] == {"nurse": 2, "other": 1}
    assert counts(look, "Tick-boxes")[1] == {"tea": 2, "cake": 1}
    assert counts(look, "Useful?") == ("yes_no", {"yes": 1, "no": 1})


def test_the_mark_before_what_looks_like_a_formula_is_taken_off():
    raw = read_upload(typeform(["Why?"], [["'-"], ["'tis so"], ["'=) great"]]))

    assert list(raw.cells[2]) == ["-", "'tis so", "=) great"]


def test_bold_letters_and_answers_put_in_do_not_hide_a_question_of_our_forms():
    faith = "I have faith in the process that has been set up."
    rows = [["Agree"], ["Disagree"]]

    for wording in (f"*{faith}*", f"{{{{field:7d95-1}}}} {faith}", f"<strong>{faith}</strong>"):
        (match,) = look_at(typeform([wording], rows)).recognition.matches
        assert match.question.id == "enr_faith"


def test_without_its_own_columns_other_beside_a_question_and_ones_for_yes_tell():
    rows = [["Nurse", "", "1"], ["", "Porter", "0"], ["Nurse", "", "1"]]

    raw = read_upload(typeform(["What do you do?", "Other", "Useful?"], rows, own=[], first=()))

    assert raw.survey_tool == "typeform"
    assert 'headed only "Other"' in raw.why


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param([["Nurse", "", "Yes"], ["", "Porter", "No"]], id="yes in words"),
        pytest.param([["Nurse", "Porter", "1"], ["", "Porter", "0"]], id="both filled"),
        pytest.param([["Nurse", "", "1"], ["Porter", "", "0"]], id="nobody typed"),
    ],
)
def test_less_than_that_is_not_called_typeform(rows):
    raw = read_upload(typeform(["What do you do?", "Other", "Useful?"], rows, own=[], first=()))

    assert raw.survey_tool == "general"


def test_options_without_a_question_are_found_in_any_table():
    rows = [["Name of team", "Tea", "Cake"], ["A", "Tea", ""], ["B", "Tea", "Cake"]]

    raw = read_upload(csv_file(rows))

    assert raw.survey_tool == "general"
    assert [h.option for h in raw.headings] == ["", "Tea", "Cake"]
