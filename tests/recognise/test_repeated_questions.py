"""Questions that several stages ask in the same words: the rest of the file says when."""

from dataclasses import replace

import pytest

from rm_eval import pipeline
from rm_eval.look import look_again, look_at, parts_of
from rm_eval.pipeline import Said
from rm_eval.questionnaire import Question, read_questionnaires
from rm_eval.readers import read_upload
from rm_eval.recognise import recognise
from rm_eval.responses import Part, Scope
from rm_eval.store import Store
from tests.uploads import csv_file

FORMS = {form.stage: form for form in read_questionnaires()}
WORDING = {q.id: q.wording for form in FORMS.values() for q in form.questions}
SENIOR, FAITH = WORDING["end_m_conf_senior"], WORDING["end_faith"]
USEFUL, AREAS = WORDING["end_useful"], WORDING["enr_work_areas"]
HERE = Scope(organisation="A Trust", cohort="Cohort 1", stage="enrolment")


def answers_to(question: Question) -> list[str]:
    if question.type == "scale":
        return ["7", "8", "9"]
    if question.type == "yes_no":
        return ["Yes", "No", "Yes"]
    if question.type == "free_text":
        return ["More time.", "", "Nothing, it was good."]
    # Sites are each organisation's own: the form lists none.
    offered = [option.label for option in question.options] or ["North Site", "South Site"]
    labels = [label for label in offered if label != "Other"]
    if question.type == "ranking":
        return ["; ".join(labels), "; ".join(reversed(labels)), "; ".join(labels)]
    return [labels[0], labels[len(labels) // 2], labels[-1]]


def file_of(columns: dict[str, list[str]]):
    return csv_file([list(columns), *zip(*columns.values(), strict=True)])


def whole_form(stage, role):
    return file_of({one.wording: answers_to(one) for one in FORMS[stage].for_role(role)})


def found(**columns):
    return recognise(read_upload(file_of(columns)))


@pytest.mark.parametrize("role", ["mentor", "mentee"])
@pytest.mark.parametrize("stage", ["enrolment", "training", "end_of_cohort"])
def test_a_whole_form_is_recognised_as_its_stage_and_role_with_its_own_ids(stage, role):
    recognition = recognise(read_upload(whole_form(stage, role)))

    assert (recognition.stage, recognition.role) == (stage, role)
    assert [match.question.id for match in recognition.matches] == [
        question.id for question in FORMS[stage].for_role(role)
    ]
    assert not recognition.missing
    assert not recognition.unknown
    assert min(match.confidence for match in recognition.matches) == 1


@pytest.mark.parametrize("role", ["mentor", "mentee"])
@pytest.mark.parametrize("stage", ["training", "end_of_cohort"])
def test_every_question_of_a_whole_form_is_drawn_but_for_own_words(stage, role):
    store = Store()
    scope = replace(HERE, stage=stage)
    pipeline.keep(store, look_at(whole_form(stage, role)), scope=scope, role=role)

    drawn = [chart.id for chart in pipeline.findings(store, scope, audience="team")]

    asked = FORMS[stage].for_role(role)
    # Own words are drawn where there are themes to count them by.
    can_draw = [one for one in asked if one.type != "free_text" or one.themes]
    assert drawn == [question.id for question in can_draw]


def test_one_question_of_its_own_tells_the_stage_of_a_file():
    end = found(**{SENIOR: ["8", "7"], FAITH: ["Agree", "Agree"], USEFUL: ["Yes", "No"]})
    start = found(**{SENIOR: ["8", "7"], FAITH: ["Agree", "Agree"], AREAS: ["", ""]})

    assert [match.question.id for match in end.matches] == [
        "end_m_conf_senior",
        "end_faith",
        "end_useful",
    ]
    assert end.stage_why == "because 3 of its questions are on our end of cohort form"
    assert [match.question.id for match in start.matches] == [
        "enr_m_conf_senior",
        "enr_faith",
        "enr_work_areas",
    ]


def test_questions_that_several_stages_ask_do_not_tell_the_stage():
    faith = found(**{FAITH: ["Agree", "Agree"]})
    senior = found(**{SENIOR: ["8", "7"]})
    both = found(**{USEFUL: ["Yes", "No"], AREAS: ["", ""], FAITH: ["Agree", "Agree"]})

    assert faith.stage is senior.stage is both.stage is None
    assert faith.stage_why == (
        "because 1 of its questions is on our enrolment form and on our end of cohort form"
    )
    assert "on our training form and on our end of cohort form" in senior.stage_why
    assert [match.question.id for match in faith.matches] == ["enr_faith"]
    assert faith.missing == ()


@pytest.mark.parametrize(
    ("stage", "ids"),
    [
        ("enrolment", ["enr_m_conf_senior", "enr_faith"]),
        ("training", ["trn_m_conf_senior", "enr_faith"]),
        ("end_of_cohort", ["end_m_conf_senior", "end_faith"]),
    ],
)
def test_where_somebody_says_when_it_was_that_stage_has_asked(stage, ids):
    look = look_at(file_of({SENIOR: ["8 out of 10", "7"], FAITH: ["Agree", "Agree"]}))
    part = Part(scope=replace(HERE, stage=stage), role="mentor")

    survey = parts_of(look, part, ())[part]

    assert [question.id for question in survey.responses.questions] == ids
    assert list(dict.fromkeys(survey.responses.answers["question"])) == ids
    assert survey.asked == dict(zip(ids, [SENIOR, FAITH], strict=True))
    assert [(entry.question, entry.rule) for entry in survey.log] == [(ids[0], "value_reworded")]


def test_somebody_may_say_another_stage_than_the_file_looks_like():
    look = look_at(file_of({SENIOR: ["8", "7"], USEFUL: ["Yes", "No"]}))
    part = Part(scope=HERE, role="mentor")

    survey = parts_of(look, part, ())[part]

    assert [question.id for question in survey.responses.questions] == [
        "enr_m_conf_senior",
        "end_useful",
    ]


def test_each_row_of_a_file_of_several_stages_has_the_ids_of_its_own():
    look = look_at(
        file_of({"Stage": ["Before", "After", "After"], SENIOR: ["5", "8", "7"]}),
    )

    parts = parts_of(look, Part(scope=HERE, role="mentor"), ["stage"])

    assert {
        part.scope.stage: list(survey.responses.answers["question"])
        for part, survey in parts.items()
    } == {
        "enrolment": ["enr_m_conf_senior"],
        "end_of_cohort": ["end_m_conf_senior", "end_m_conf_senior"],
    }


def test_a_match_somebody_made_by_its_id_at_one_stage_holds_at_every_stage():
    look = look_at(file_of({"Confidence upwards": ["8", "7"], USEFUL: ["Yes", "No"]}))

    for said in ("end_m_conf_senior", "enr_m_conf_senior"):
        again = look_again(look, said={1: Said(question=said)})
        assert again.recognition.matches[0].question.id == "end_m_conf_senior"


def test_a_question_asked_twice_in_one_file_counts_once_whatever_its_id():
    look = look_at(file_of({SENIOR: ["8", "7"], "Now?": ["9", "9"], USEFUL: ["Yes", "No"]}))

    again = look_again(look, said={2: Said(question="end_m_conf_senior")})

    ids = [match.question.id for match in again.recognition.matches]
    assert ids.count("end_m_conf_senior") == 1


@pytest.mark.parametrize(("said", "then"), [("BME", "BAME"), ("disabled", "BAME")])
def test_the_slot_takes_any_characteristic_at_every_stage(said, then):
    other = SENIOR.replace(then, said)

    assert other != SENIOR
    (match,) = found(**{other: ["8", "7"]}).matches
    assert match.question.id == "enr_m_conf_senior"


def test_what_people_are_asked_about_their_words_is_no_personal_detail():
    recognition = found(**{WORDING["end_quote_ok"]: ["Yes", ""], USEFUL: ["Yes", "No"]})

    assert recognition.personal == ()
    assert recognition.codes == ()
    assert recognition.matches[0].question.id == "end_quote_ok"
