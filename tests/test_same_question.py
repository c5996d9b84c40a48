"""What somebody says of a doubtful question, and what a match by hand does."""

import pytest

from rm_eval.look import look_again, look_at
from rm_eval.questionnaire import read_questionnaires
from rm_eval.recognise import Said
from tests.uploads import csv_file, forms_workbook

OWN = "Was the room that we met in any good?"
OWN_REWORDED = "Was the room that you met in any good?"


def test_an_own_question_that_was_reworded_half_way_is_asked_about_and_read_as_one():
    columns = {OWN: ["Yes", "No", "", ""], OWN_REWORDED: ["", "", "Yes", "Yes"]}
    look = look_at(forms_workbook(columns))
    (doubt,) = look.doubts
    assert (doubt.heading, doubt.wording, doubt.on_form) == (OWN_REWORDED, OWN, False)

    joined = look_again(look, said={doubt.column: Said(question=doubt.question)})

    (one,) = joined.recognition.matches
    assert one.question.type == "yes_no"
    assert list(joined.cleaned.responses.answers["answer"]) == ["yes", "no", "yes", "yes"]


@pytest.mark.parametrize(
    "columns",
    [
        pytest.param(
            {
                "Which mentors did you meet here?": ["A", ""],
                "Which mentees did you meet here?": ["", "B"],
            },
            id="asked of each role",
        ),
        pytest.param({OWN: ["Yes", "No"], OWN_REWORDED: ["", "Yes"]}, id="somebody answered both"),
    ],
)
def test_questions_that_only_look_alike_are_not_asked_about(columns):
    assert look_at(forms_workbook(columns)).doubts == ()


def test_a_match_by_hand_reads_any_layout():
    question = next(q for q in read_questionnaires()[0].questions if q.id == "enr_work_areas")
    labels = [option.label for option in question.options[:2]]
    rows = [[f"Where do you spend your days? [{label}]" for label in labels], ["1", ""], ["1", "1"]]
    look = look_at(csv_file(rows))

    said = look_again(look, said={1: Said(question=question.id)})

    (one,) = said.recognition.matches
    assert (one.question.id, one.columns) == (question.id, (1, 2))
    assert list(said.cleaned.responses.of(question)["answer"]) == [
        question.options[0].id,
        question.options[0].id,
        question.options[1].id,
    ]


def test_a_match_by_hand_onto_another_scale_is_not_made():
    look = look_at(csv_file([["How sure of yourself are you? (1-5)"], ["3"], ["5"], ["1"]]))

    said = look_again(look, said={1: Said(question="enr_m_conf_senior")})

    (one,) = said.recognition.matches
    assert not one.question.known
    assert "do not fit" in one.why
