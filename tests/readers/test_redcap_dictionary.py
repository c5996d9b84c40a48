"""REDCap's data dictionary, added beside the answers, names fields and codes."""

import pytest

from rm_eval.errors import QuestionsNotFound
from rm_eval.look import look_at, look_at_each
from rm_eval.readers import read_upload
from tests.uploads import csv_file

CHOICES = "Choices, Calculations, OR Slider Labels"
COLUMNS = ["Variable / Field Name", "Form Name", "Field Type", "Field Label", CHOICES]
FIELDS = [
    ["record_id", "talks", "text", "Record", "", ""],
    ["who", "talks", "text", "Who are you?", "", "y"],
    ["role", "talks", "radio", "What is your role?", "1, Mentor | 2, Mentee, or both", ""],
    ["useful", "talks", "yesno", "Was it useful?", "", ""],
    ["helped", "talks", "checkbox", "What helped?", "1, Time | -1, None of these", ""],
    ["met", "talks", "text", "How often did you meet?", "", ""],
]
ANSWERS = [
    ["record_id", "who", "role", "useful", "helped___1", "helped____1", "met", "talks_complete"],
    ["1", "Ann", "1", "1", "1", "0", "3", "2"],
    ["2", "Bo", "2", "0", "0", "1", "4", "2"],
]


def dictionary(rows=None, columns=(*COLUMNS, "Identifier?")):
    return csv_file([list(columns), *(rows or FIELDS)], name="dictionary.csv")


def answers():
    return csv_file(ANSWERS, name="answers.csv")


def test_it_names_questions_choices_and_codes():
    look = look_at(answers(), key=dictionary())

    assert [(m.heading, m.question.type) for m in look.recognition.matches] == [
        ("What is your role?", "single_choice"),
        ("Was it useful?", "yes_no"),
        ("What helped?", "multiple_choice"),
        ("How often did you meet?", "number"),
    ]
    assert look.recognition.matches[2].labels == ("Time", "None of these")
    assert list(look.raw.cells[3]) == ["Mentor", "Mentee, or both"]


def test_a_field_it_marks_as_an_identifier_is_not_kept():
    raw = read_upload(answers(), key=dictionary())

    assert [h.text for h in raw.columns("personal")] == ["Who are you?"]


def test_as_programs_fetch_it():
    columns = ["field_name", "form_name", "field_type", "field_label"]
    columns += ["select_choices_or_calculations", "identifier"]

    look = look_at(answers(), key=dictionary(columns=columns))

    assert look.recognition.matches[0].heading == "What is your role?"


def test_one_and_nought_are_known_where_a_program_made_them_true_and_false():
    rows = [["record_id", "useful", "a_complete"], ["1", "TRUE", "2"], ["2", "FALSE", "2"]]

    raw = read_upload(csv_file(rows), key=dictionary())

    assert list(raw.cells[2]) == ["Yes", "No"]


def test_it_is_paired_with_its_answers_and_refused_alone():
    (look,) = look_at_each([dictionary(), answers()])
    assert look.recognition.matches[0].heading == "What is your role?"

    with pytest.raises(QuestionsNotFound) as refusal:
        read_upload(dictionary())
    assert refusal.value.code == "key_alone"
