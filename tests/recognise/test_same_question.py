import pytest

from rm_eval.questionnaire import first_asked
from rm_eval.readers import read_upload
from rm_eval.recognise import recognise
from rm_eval.recognise.wordings.same_question import CERTAIN, SURE_ENOUGH, match_wording
from rm_eval.recognise.wordings.what_is_asked import core_of
from tests.uploads import csv_file

QUESTIONS = first_asked()
OURS = {question.id: question.wording for question in QUESTIONS}
SENIOR = OURS["enr_m_conf_senior"]
UNSCALED = SENIOR.removeprefix("on a scale of 1 to 10 ")
SURROUNDINGS = [
    "{}", "Q4. {}", "4) {}", "4a. {}", "Q12 {}", "(4) {}", "Question 4: {}", "4 - {}",
    "<p><strong>{}</strong></p>", "<span class='x'>{}", "{}</sp", "{} *", "{} (required)",
    "{} (tick all that apply)", "{} (Please tick one box)", "{} Please select one option.",
    "“{}”", "{}2", "{}?2", "  {}\n", "{} (optional)",
]  # fmt: skip
ONLY_LIKE_OURS = [
    "How confident are you talking about race?", "How confident are you talking with patients?",
    "What are the main barriers in your work?", "What is your level of education?",
    "How did you find out about the training?", "How did you hear about the programme?",
    "I felt supported by my mentor to sign up.", "I have faith in my manager.",
    "What additional training would you benefit from?", "Is your role permanent or temporary?",
    "How well do you understand your role in the NHS?", "What is your brand?", "What is your role?",
    "What did you gain from the reverse mentoring relationship?", "Rank the topics of the sessions",
    "On a scale of 1 to 10 how confident are you talking about BAME related experiences at home",
    "What did you contribute to the reverse mentoring sessions?", "Which team do you belong to?",
]  # fmt: skip


@pytest.mark.parametrize("surroundings", SURROUNDINGS)
def test_every_question_of_ours_is_surely_known_whatever_surrounds_it(surroundings):
    for question in QUESTIONS:
        match = match_wording(surroundings.format(question.wording), QUESTIONS)

        assert match is not None, question.id
        assert (match.question.id, match.confidence) == (question.id, CERTAIN)


@pytest.mark.parametrize(
    "group",
    ["BME", "ethnic minority", "Black, Asian and minority ethnic", "disabled", "LGBTQ+", "faith"],
)
def test_the_slot_takes_any_characteristic(group):
    for question in QUESTIONS:
        heading = question.wording.replace("BAME", group).replace(" race", f" {group}")
        match = match_wording(heading, QUESTIONS)

        assert match is not None
        assert (match.question.id, match.confidence) == (question.id, CERTAIN)


@pytest.mark.parametrize(
    "heading",
    [
        f"{UNSCALED} (1-10)",
        f"{UNSCALED}? 1 - not at all confident, 10 - completely confident",
        f"On a scale from 1 (not at all) to 10 (completely), {UNSCALED}?",
        f"On a scale of 1 to 10, where 1 is not at all and 10 is completely, {UNSCALED}",
        f"{UNSCALED} on a scale of 1–10?",
    ],
)
def test_the_ends_of_a_scale_may_be_named_in_any_way(heading):
    match = match_wording(heading, QUESTIONS)

    assert match is not None
    assert (match.question.id, match.confidence) == ("enr_m_conf_senior", CERTAIN)


@pytest.mark.parametrize(
    ("answers", "sure"), [(["8", "3", "10"], True), (["4", "3", "5"], False), (["8", "11"], False)]
)
def test_a_scale_nobody_named_is_shown_by_the_answers_or_asked_about(answers, sure):
    rows = [[UNSCALED], *([answer] for answer in answers)]
    (match,) = recognise(read_upload(csv_file(rows))).matches

    assert match.question.id == "enr_m_conf_senior"
    assert (match.confidence == CERTAIN) is sure


@pytest.mark.parametrize(
    ("heading", "id_"),
    [
        (SENIOR[:80], "enr_m_conf_senior"),
        (OURS["enr_m_comfort_needs"][:150], "enr_m_comfort_needs"),
        ("What are the main areas of work you have?", "enr_work_areas"),
        (SENIOR.replace("are you talking", "do you feel talking"), "enr_m_conf_senior"),
    ],
)  # fmt: skip
def test_a_wording_that_is_cut_or_changed_a_little_is_asked_about(heading, id_):
    match = match_wording(heading, QUESTIONS)

    assert match is not None
    assert match.question.id == id_
    assert match.confidence < SURE_ENOUGH


@pytest.mark.parametrize("heading", ONLY_LIKE_OURS)
def test_another_question_is_never_surely_ours(heading):
    match = match_wording(heading, QUESTIONS)

    assert match is None or match.confidence < SURE_ENOUGH


def test_no_two_questions_of_ours_have_one_core():
    cores = [core_of(question.wording) for question in QUESTIONS]

    assert len(set(cores)) == len(cores)
