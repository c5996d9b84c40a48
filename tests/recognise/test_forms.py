"""What is made of whole invented surveys, and how far "sure" can be trusted."""

from collections import Counter

import pytest

from rm_eval.cleaning import clean
from rm_eval.look import how_sure
from rm_eval.measures.description import describe
from rm_eval.readers import read_upload
from rm_eval.recognise import recognise
from tests.recognise.forms import FORMS

BY_NAME = {form.name: form for form in FORMS}


def judged(form):
    """Each question of a form whose type is known: the match, and whether its type is right."""
    for match in recognise(read_upload(form.upload)).matches:
        true = {form.types[column - 1] for column in match.columns}
        if true != {"-"}:
            yield match, true == {match.question.type}


def described(name, heading):
    table = read_upload(BY_NAME[name].upload)
    recognition = recognise(table)
    description = describe(table, recognition, clean(table, recognition, role="mentor"))
    return next(q for q in description["questions"] if q["wording"].startswith(heading))


def counts(question):
    return {option["label"]: option["n"] for option in question["options"]}


@pytest.mark.parametrize("form", FORMS, ids=BY_NAME)
def test_every_question_of_an_invented_survey_has_its_type(form):
    wrong = [(m.heading, m.question.type) for m, right in judged(form) if not right]

    assert wrong == []


def test_nothing_said_surely_is_wrong():
    said = Counter((how_sure(match), right) for form in FORMS for match, right in judged(form))

    assert said["sure", True] >= 10
    assert said["sure", False] == 0
    assert said["fairly sure", False] <= 0.1 * said["fairly sure", True]


def test_three_people_make_us_sure_of_nothing_but_what_the_heading_asks():
    sure = [m.heading for m, _ in judged(BY_NAME["three_people"]) if how_sure(m) == "sure"]

    assert sure == ["What helped? (choose all that apply)"]


@pytest.mark.parametrize(
    ("form", "heading", "n_answered", "expected"),
    [
        (
            "microsoft_forms",
            "What did you talk about",
            7,
            {"Race": 4, "Culture; values and behaviours": 4, "Pay": 3, "Other": 1},
        ),
        (
            "google_forms",
            "What support",
            8,
            {
                "Training": 5,
                "Protected time (agreed, in writing)": 4,
                "A named contact": 4,
                "Other": 1,
            },
        ),
        ("google_forms", "When can you meet? [Friday]", 8, None),
        (
            "surveymonkey",
            "What changed",
            6,
            {"My language": 4, "My listening": 4, "What I read": 2, "Other (please specify)": 1},
        ),
        ("limesurvey", "What do you need", 6, {"Training": 4, "Time": 4, "Money": 1, "Other": 1}),
        ("german", "Was hat geholfen", 4, {"Zeit": 3, "Vertrauen": 3, "Sonstiges": 1}),
        (
            "typed_up",
            "What would you tell",
            6,
            {"It is safe": 4, "It takes time": 3, "It is worth it": 3},
        ),
        ("typed_up", "Wanted", 5, {"Training": 3, "Coaching": 3}),
        (
            "web_form",
            "What did the training",
            7,
            {"Race, faith and belief": 4, "Disability": 4, "Age": 4},
        ),
    ],
)
def test_ticks_are_counted_by_the_people_who_ticked(form, heading, n_answered, expected):
    question = described(form, heading)

    assert question["n_answered"] == n_answered
    assert expected is None or counts(question) == expected


@pytest.mark.parametrize(
    ("form", "heading", "first"),
    [
        ("microsoft_forms", "Rank", {"Trust": 4, "Time": 2, "Safety": 1}),
        ("google_forms", "Rank", {"Trust": 5, "Time": 3, "Training": 0}),
        ("surveymonkey", "Please rank", {"Trust": 3, "Time": 3, "Training": 0}),
        ("limesurvey", "Please put", {"Trust": 3, "Time": 2, "Training": 1}),
        ("typed_up", "Rank", {"Trust": 3, "Time": 2, "Safety": 1}),
        ("typeform", "Put these", {"Time": 2, "Trust, above all": 2, "Training": 1}),
    ],
)
def test_a_ranking_gives_the_same_places_however_it_stands_in_the_file(form, heading, first):
    question = described(form, heading)

    assert question["type"] == "ranking"
    assert {option["label"]: option["first"] or 0 for option in question["options"]} == first
