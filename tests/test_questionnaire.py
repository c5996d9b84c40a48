from pathlib import Path

import pytest

from rm_eval.errors import ForTheDeveloper
from rm_eval.questionnaire import (
    all_questions,
    asked_at,
    read_questionnaire,
    read_questionnaires,
)
from rm_eval.questionnaire.repeats import check_repeats

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


def form(stage):
    return next(one for one in read_questionnaires() if one.stage == stage)


def of_ids(stage):
    return {question.id: question for question in form(stage).questions}


def test_each_stage_has_a_form():
    assert [one.stage for one in read_questionnaires()] == [
        "enrolment",
        "training",
        "end_of_cohort",
    ]


def test_both_roles_need_two_of_the_same_things_after_training():
    mentor, mentee = (of_ids("training")[f"trn_{who}_need"] for who in "me")
    of_both = [{option.id for option in one.options} for one in (mentor, mentee)]

    assert set.intersection(*of_both) - {"other", "nothing"} == {"action_plan", "other_areas"}
    assert [one.id for one in mentor.options if one.exclusive] == ["nothing"]


def test_the_end_form_has_a_statement_for_every_aim_and_every_challenge():
    questions = of_ids("end_of_cohort").values()
    aims = {aim for q in questions if "_aims_" in q.id for aim in q.aims}
    challenges = {one for q in questions if "_challenges_" in q.id for one in q.challenges}

    assert aims == {1, 2, 3, 4, 5, 6, 7}
    assert challenges == {"confidence", "complacency", "convenience"}


def test_what_people_gained_is_asked_in_the_words_of_what_they_hoped_for():
    hoped_for = {theme.id for theme in of_ids("enrolment")["enr_gain"].themes}
    gained = {
        option.id for who in "me" for option in of_ids("end_of_cohort")[f"end_{who}_gained"].options
    }

    assert gained == hoped_for | {"other", "none"}


@pytest.mark.parametrize(
    ("stage", "question", "mark"),
    [
        ("training", "trn_m_need", "ordinary"),
        ("training", "trn_mode", "ordinary"),
        ("training", "trn_overall", "opinion"),
        ("training", "trn_feedback_clear", "opinion"),
        ("training", "trn_feedback_safe", "harm"),
        ("end_of_cohort", "end_useful", "opinion"),
        ("end_of_cohort", "end_sessions", "ordinary"),
        ("end_of_cohort", "end_aims_worry_less", "harm"),
        ("end_of_cohort", "end_aims_wellbeing", "harm"),
        ("end_of_cohort", "end_lm_support", "harm"),
        ("end_of_cohort", "end_fear_failure", "harm"),
        ("end_of_cohort", "end_safe", "harm"),
        ("end_of_cohort", "end_burden", "harm"),
    ],
)
def test_the_later_forms_carry_their_marks(stage, question, mark):
    assert of_ids(stage)[question].mark == mark


def test_less_burden_and_less_fear_are_better():
    scales = [q for one in read_questionnaires() for q in one.questions if q.scale]

    lower = {q.id for q in scales if q.scale.better == "lower"}
    assert lower == {"enr_fear_failure", "end_fear_failure", "end_burden"}


def test_what_is_asked_again_names_what_it_repeats():
    repeats = {q.id: q.repeats for q in all_questions() if q.repeats}

    assert repeats == {
        "trn_m_conf_senior": "enr_m_conf_senior",
        "trn_e_conf_senior": "enr_e_conf_senior",
        "end_m_conf_senior": "enr_m_conf_senior",
        "end_m_comfort_needs": "enr_m_comfort_needs",
        "end_e_conf_senior": "enr_e_conf_senior",
        "end_e_conf_junior": "enr_e_conf_junior",
        "end_e_know_standards": "enr_e_know_standards",
        "end_fear_failure": "enr_fear_failure",
        "end_rank_benefits": "enr_rank_benefits",
        "end_lm_support": "enr_lm_support",
        "end_faith": "enr_faith",
    }


def test_a_question_asked_at_three_stages_is_one_question():
    (start,) = [q for q in all_questions() if q.id == "enr_m_conf_senior"]

    assert asked_at(start, "training").id == "trn_m_conf_senior"
    assert asked_at(asked_at(start, "end_of_cohort"), "training").id == "trn_m_conf_senior"
    assert asked_at(asked_at(start, "end_of_cohort"), "enrolment") == start
    assert asked_at(asked_at(start, "end_of_cohort"), None) == start


def test_a_question_that_a_stage_does_not_ask_stays_as_it_was_asked_first():
    (faith,) = [q for q in all_questions() if q.id == "end_faith"]
    (areas,) = [q for q in all_questions() if q.id == "enr_work_areas"]

    assert asked_at(faith, "training").id == "enr_faith"
    assert asked_at(areas, "end_of_cohort") == areas


START = """
stage = "enrolment"
title = "Start"
[[question]]
id = "one"
wording = "How sure are you?"
type = "scale"
roles = ["mentor"]
scale = { low = 1, high = 10, better = "higher" }
"""
LATER = START.replace('"enrolment"', '"end_of_cohort"').replace(
    'id = "one"', 'id = "one_again"\nrepeats = "one"'
)


def both(tmp_path, later):
    first, second = tmp_path / "first.toml", tmp_path / "second.toml"
    first.write_text(START, encoding="utf-8")
    second.write_text(later, encoding="utf-8")
    return read_questionnaire(first), read_questionnaire(second)


def test_a_question_in_the_same_words_may_repeat_an_earlier_one(tmp_path):
    check_repeats(both(tmp_path, LATER))


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (('repeats = "one"', 'repeats = "two"'), "repeats 'two', which no earlier stage asks"),
        (("How sure", "How very sure"), "differs in its wording"),
        (("high = 10", "high = 5"), "differs in its scale"),
        (('"higher"', '"lower"'), "differs in its scale"),
        (('type = "scale"', 'type = "number"'), "differs in its type"),
        (('roles = ["mentor"]', 'roles = ["mentor"]\nmark = "harm"'), "differs in its mark"),
        (('["mentor"]', '["mentee"]'), "which is asked of others"),
    ],
)
def test_a_question_that_repeats_nothing_is_refused_by_name(tmp_path, change, message):
    assert change[0] in LATER

    with pytest.raises(ForTheDeveloper, match=f"end_of_cohort, question one_again.*{message}"):
        check_repeats(both(tmp_path, LATER.replace(*change)))


def test_the_same_question_is_not_repeated_twice_on_one_form(tmp_path):
    block = LATER[LATER.index("[[question]]") :].replace("one_again", "one_more")

    with pytest.raises(ForTheDeveloper, match="one_more: 'one' is repeated already"):
        check_repeats(both(tmp_path, LATER + block))


def test_a_repeat_names_the_question_as_it_was_asked_first(tmp_path):
    start, end = both(tmp_path, LATER.replace('"end_of_cohort"', '"training"'))
    path = tmp_path / "third.toml"
    path.write_text(LATER.replace('"one"', '"one_again"').replace('id = "one_again"', 'id = "x"'))

    with pytest.raises(ForTheDeveloper, match="x: repeats 'one_again', which repeats 'one'"):
        check_repeats((start, end, read_questionnaire(path)))


WITH_AIMS = """
[[aim]]
number = 1
wording = "Talk about {characteristic}."
"""


@pytest.mark.parametrize(
    ("more", "message"),
    [
        ('aims = [2]\n[[aim]]\nnumber = 1\nwording = "One."\n', "nobody knows aim 2"),
        ('[[resource]]\nid = "a"\nlabel = "A"\nanswers = ["tea"]\n', "nobody knows need tea"),
    ],
)
def test_an_aim_or_a_need_nobody_knows_is_refused(tmp_path, more, message):
    with pytest.raises(ForTheDeveloper, match=message):
        read_questionnaire(written(tmp_path, f"{A_QUESTION}\n{more}"))


def test_aims_speak_of_the_characteristic_of_the_programme(tmp_path):
    form = read_questionnaire(
        written(tmp_path, f"{A_QUESTION}\n{WITH_AIMS}"), characteristic="disability"
    )

    assert [aim.wording for aim in form.aims] == ["Talk about disability."]
