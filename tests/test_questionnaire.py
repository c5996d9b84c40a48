from pathlib import Path

import pytest

from rm_eval.errors import ForTheDeveloper
from rm_eval.questionnaire import read_questionnaire, read_questionnaires

A_QUESTION = """
stage = "enrolment"
title = "A form"
[slots]
characteristic = "race"
[[question]]
id = "one"
wording = "About {characteristic}?"
type = "yes_no"
roles = ["mentor"]
"""


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "form.toml"
    path.write_text(text, encoding="utf-8")
    return path


def enrolment():
    return next(form for form in read_questionnaires() if form.stage == "enrolment")


def test_the_enrolment_form_asks_the_four_scales_of_the_south_east_report():
    scales = {q.id: q.origin for q in enrolment().questions if q.type == "scale"}

    assert scales["enr_m_conf_senior"] == "verbatim"
    assert scales["enr_m_comfort_needs"] == "verbatim"
    assert scales["enr_e_conf_senior"] == "verbatim"
    # "When asked the same question, but this time about speaking to junior staff": described,
    # not quoted, so our wording is a reconstruction.
    assert scales["enr_e_conf_junior"] == "reconstructed"


def test_mentors_and_mentees_are_asked_different_scales():
    scales = [q for q in enrolment().questions if q.type == "scale"]

    assert all(len(question.roles) == 1 for question in scales)


def test_the_nine_areas_of_work_stand_in_the_order_of_the_report():
    areas = next(q for q in enrolment().questions if q.id == "enr_work_areas")

    assert [option.label for option in areas.options][:9] == [
        "People management",
        "Project management",
        "Process management",
        "Budget management",
        "Communications",
        "Data and analysis",
        "General administrative",
        "Support to senior manager",
        "Regional oversight",
    ]


@pytest.mark.parametrize(
    ("question", "mark"),
    [("enr_work_areas", "ordinary"), ("enr_faith", "opinion"), ("enr_lm_support", "harm")],
)
def test_each_question_carries_its_mark(question, mark):
    assert next(q.mark for q in enrolment().questions if q.id == question) == mark


def test_the_characteristic_is_a_slot_and_never_hard_coded(tmp_path):
    path = written(tmp_path, A_QUESTION)

    assert read_questionnaire(path).questions[0].wording == "About race?"
    assert (
        read_questionnaire(path, characteristic="disability").questions[0].wording
        == "About disability?"
    )


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (('type = "yes_no"', 'type = "riddle"'), "type 'riddle' is none of"),
        (('type = "yes_no"', 'type = "scale"'), "needs its scale"),
        (('type = "yes_no"', 'type = "ranking"'), "needs options"),
        (("{characteristic}?", "{age}?"), "a slot in the wording is not filled"),
    ],
)
def test_a_questionnaire_that_contradicts_itself_is_refused_by_name(tmp_path, change, message):
    path = written(tmp_path, A_QUESTION.replace(*change))

    with pytest.raises(ForTheDeveloper, match=message):
        read_questionnaire(path)


def test_two_questions_of_one_id_are_refused(tmp_path):
    block = A_QUESTION[A_QUESTION.index("[[question]]") :]

    with pytest.raises(ForTheDeveloper, match="used twice: one"):
        read_questionnaire(written(tmp_path, A_QUESTION + block))
