from dataclasses import replace

import pytest

from rm_eval.cleaning import clean
from rm_eval.readers import read_upload
from rm_eval.recognise import recognise
from rm_eval.recognise.kinds.codes import type_of_codes
from tests.uploads import csv_file

SENIOR = (
    "On a scale of 1 to 10 how confident are you talking about your BAME experiences in the NHS "
    "with senior leaders"
)


def coded(headings, *rows):
    """A table whose every question holds codes."""
    raw = read_upload(csv_file([headings, *map(list, rows)]))
    raw = replace(raw, headings=tuple(replace(h, coded=True) for h in raw.headings))
    return raw, recognise(raw)


@pytest.mark.parametrize(
    ("codes", "kind", "labels"),
    [
        (["10", "2", "2", "1"], "single_choice", ["1", "2", "10"]),
        (["A10", "A2", "A2"], "single_choice", ["A2", "A10"]),
        (["1,3", "3", "2,3"], "multiple_choice", ["1", "2", "3"]),
        (["-99", "1"], "single_choice", ["1", "-99"]),
    ],
)
def test_codes_are_counted_as_they_stand_and_never_surely(codes, kind, labels):
    typed = type_of_codes("How confident are you?", codes)

    assert (typed.type, [option.label for option in typed.options]) == (kind, labels)
    assert typed.confidence <= 0.5
    assert "codes" in typed.why


def test_codes_within_the_ends_a_heading_states_are_scores_but_not_surely():
    typed = type_of_codes("How useful was it? (1-5)", ["1", "5", "3"])

    assert (typed.type, typed.scale.low, typed.scale.high) == ("scale", 1, 5)
    assert typed.confidence < 0.9


def test_codes_beyond_the_ends_a_heading_states_are_recoded_and_no_scores():
    assert type_of_codes("How useful was it? (1-5)", ["2", "6", "3"]).type == "single_choice"


def test_a_column_of_codes_that_nobody_answered_says_so():
    assert type_of_codes("Useful?", []).why == "nobody answered it"


def test_codes_give_no_mean():
    raw, recognition = coded(["How useful was it?"], ["1"], ["2"], ["2"])
    responses = clean(raw, recognition, role="mentor").responses

    assert list(responses.answers["answer"]) == ["1", "2", "2"]
    assert responses.answers["number"].isna().all()


def test_codes_are_not_the_options_of_a_question_of_our_forms():
    _, recognition = coded(["What are the main areas of your work?"], ["1,2"], ["3"])

    assert [match.question.known for match in recognition.matches] == [False]


@pytest.mark.parametrize(("score", "known"), [("10", True), ("11", False)])
def test_a_score_of_our_forms_is_known_where_every_code_lies_on_its_scale(score, known):
    _, recognition = coded([SENIOR], ["3"], [score])

    assert [match.question.known for match in recognition.matches] == [known]


def test_words_beside_a_code_are_a_question_of_their_own():
    headings = ["Which team?", "Which team? - Other (please specify)"]
    _, recognition = coded(headings, ["1", ""], ["6", "Estates"], ["2", ""])

    assert [match.columns for match in recognition.matches] == [(1,), (2,)]


def test_ticks_and_places_in_numbers_mean_what_they_say():
    headings = ["What helped? - Time", "What helped? - Trust", "What helped? - Tea"]
    _, ticks = coded(headings, ["1", "", "1"], ["", "1", "1"])
    _, places = coded(headings, ["1", "2", "3"], ["3", "2", "1"])

    assert [match.question.type for match in (*ticks.matches, *places.matches)] == [
        "multiple_choice",
        "ranking",
    ]


def test_codes_put_in_places_are_ranked_without_a_name():
    headings = ["What matters? [Rank 1]", "What matters? [Rank 2]"]
    _, recognition = coded(headings, ["A1", "A2"], ["A2", "A1"])
    match = recognition.matches[0]

    assert (match.question.type, match.confidence) == ("ranking", 0.5)
    assert "code" in match.why
