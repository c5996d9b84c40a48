"""Themes we propose where no report names any: both roles alike, found in plain answers."""

import pytest

from rm_eval.measures.themes import themes_of
from rm_eval.questionnaire import all_questions

QUESTIONS = {question.id: question for question in all_questions()}


@pytest.mark.parametrize(
    ("question", "answer", "themes"),
    [
        ("trn_text", "More time on what a first meeting looks like.", ("more_time",)),
        ("trn_text", "An example of an action plan.", ("practice",)),
        ("trn_text", "A reading list beforehand.", ("material",)),
        ("trn_text", "More practice in pairs.", ("practice", "others")),
        ("trn_text", "Nothing, it was good.", ("good_as_it_was",)),
        ("trn_text", "A map of who does what.", ()),
        ("end_action", "I speak up in meetings where I used to wait.", ("speak_up",)),
        ("end_action", "I now ask who is missing before we decide.", ("listen", "decisions")),
        ("end_action", "We changed how we advertise acting-up posts.", ("careers",)),
        ("end_action", "We publish who gets acting up.", ("careers", "decisions")),
        ("end_action", "I chair our network now.", ("pass_on",)),
    ],
)
def test_a_plain_answer_is_found_to_speak_of_what_it_says(question, answer, themes):
    assert themes_of(answer, "", QUESTIONS[question].themes) == themes


@pytest.mark.parametrize("question", ["trn_text", "end_action"])
def test_both_roles_have_the_same_themes_so_they_can_be_counted_together(question):
    assert all(theme.roles == ("mentor", "mentee") for theme in QUESTIONS[question].themes)


def test_anything_else_has_no_themes_for_nobody_can_guess_it():
    assert QUESTIONS["end_text"].themes == ()
