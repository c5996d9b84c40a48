"""Which questions were asked twice."""

import pytest

from rm_eval.measures.repeats import Asked, repeats, scores_of
from rm_eval.questionnaire import LIKERT_OPTIONS, Option, Question, Scale
from tests.factories import chosen, scale_question, scored, yes_no_question

AGREEMENT = tuple(Option(id=key, label=label) for key, label in LIKERT_OPTIONS["agreement"])


def likert(*labels, **fields):
    options = tuple(Option(id=label.lower(), label=label) for label in labels) or AGREEMENT
    fields = {"id": "safe", "wording": "I felt safe.", "type": "likert"} | fields
    return Question(options=options, **fields)


def asked(question, wording=""):
    return Asked(question=question, wording=wording or question.wording)


def one(then, now):
    (found,) = repeats([then], [now])
    return found


def test_the_same_words_on_the_same_scale_are_one_question():
    found = one(asked(scale_question(id="first")), asked(scale_question(id="second")))
    assert (found.fit, found.earlier, found.question.id) == ("same", "first", "second")


@pytest.mark.parametrize(
    ("then", "now"),
    [
        ("How confident are you?", "Q4. How confident are you? *"),
        ("How confident are you with BME staff?", "How confident are you with BAME staff?"),
    ],
)
def test_numbers_marks_and_two_names_of_one_community_are_no_other_words(then, now):
    assert one(asked(scale_question(), then), asked(scale_question(), now)).fit == "same"


def test_a_question_about_other_people_is_not_the_same():
    then = "How confident are you talking about race with your mentor?"
    now = "How confident are you talking about disability with your mentor?"
    question = scale_question(id="later", repeats="earlier")
    found = one(asked(scale_question(id="earlier"), then), asked(question, now))
    assert found.fit == "reworded"
    assert (found.before, found.after) == (then, now)


def test_other_words_for_it_are_offered_with_both():
    then = "How confident are you talking about race with senior leaders?"
    now = "How confident are you talking about race with senior leader?"
    found = one(asked(scale_question(id="a"), then), asked(scale_question(id="b"), now))
    assert found.fit == "reworded"


def test_two_different_questions_are_no_repeat():
    now = asked(scale_question(id="b"), "Was the room warm enough?")
    assert repeats([asked(scale_question(id="a"))], [now]) == ()


def test_what_our_form_says_it_repeats_comes_before_what_is_worded_alike():
    first, twin = scale_question(id="first"), scale_question(id="twin")
    now = scale_question(id="now", repeats="twin")
    assert one_of(repeats([asked(first), asked(twin)], [asked(now)])) == "twin"


def one_of(found):
    (only,) = found
    return only.earlier


def test_no_question_is_compared_with_two():
    found = repeats(
        [asked(scale_question(id="a"))], [asked(scale_question(id=key)) for key in "bc"]
    )
    assert [(one.earlier, one.question.id) for one in found] == [("a", "b")]


def test_one_to_five_and_one_to_ten_cannot_be_compared():
    short = Question(id="a", wording="How confident are you?", type="scale", scale=Scale(high=5))
    found = one(asked(short), asked(scale_question(id="b")))
    assert found.fit == "scale"
    assert [(scale.low, scale.high) for scale in found.scales] == [(1, 5), (1, 10)]


def test_scores_and_agreement_cannot_be_compared():
    found = one(
        asked(scale_question(id="a")), asked(likert(id="b", wording="How confident are you?"))
    )
    assert found.fit == "type"


def test_another_list_of_answers_cannot_be_compared():
    found = one(asked(likert("Never", "Often", id="a")), asked(likert("Poor", "Good", id="b")))
    assert found.fit == "answers"


def test_an_answer_nobody_gave_once_is_still_the_same_list():
    then, now = likert("Never", "Often", id="a"), likert("Never", "Sometimes", "Often", id="b")
    found = one(asked(then), asked(now))
    assert found.fit == "same"
    assert [option.label for option in found.question.options] == ["Never", "Sometimes", "Often"]


def test_agreement_counts_from_one_and_not_applicable_is_no_answer():
    question = one(asked(likert(id="a")), asked(likert(id="b"))).question
    assert (question.scale.low, question.scale.high) == (1, 5)
    source = chosen(question, [1, 0, 1, 0, 1, 1])
    assert scores_of(question, source.responses.of(question)).to_list() == [1, 3, 5]


def test_no_is_nought_and_yes_is_one():
    question = one(asked(yes_no_question(id="a")), asked(yes_no_question(id="b"))).question
    source = chosen(question, [2, 1])
    assert scores_of(question, source.responses.of(question)).to_list() == [1, 1, 0]


def test_a_scale_keeps_its_scores():
    question = one(asked(scale_question(id="a")), asked(scale_question(id="b"))).question
    source = scored(question, [7.5, 3])
    assert scores_of(question, source.responses.of(question)).to_dict() == {1: 7.5, 2: 3.0}


def test_which_way_is_hoped_for_is_known_of_our_own_questions_alone():
    ours = one(asked(likert(id="a")), asked(likert(id="b")))
    theirs = one(asked(likert(id="a")), asked(likert(id="b", known=False)))
    assert (ours.question.scale.better, theirs.question.scale.better) == ("higher", "neither")
