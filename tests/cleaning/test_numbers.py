import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rm_eval.cleaning.numbers import clean_number, clean_scale
from rm_eval.questionnaire import Question, Scale

SCORE = Question(id="score", wording="How confident?", type="scale", scale=Scale())
STARS = Question(id="stars", wording="How good?", type="scale", scale=Scale(low=1, high=5))


def read(text: str, question: Question = SCORE):
    cleaned = clean_scale(text, question)
    number = cleaned.answers[0].number if cleaned.answers else None
    return number, [change.rule for change in cleaned.changes]


@pytest.mark.parametrize(
    ("text", "number"),
    [("8", 8), ("10", 10), ("1", 1), ("07", 7), ("7.0", 7), ("7,0", 7), ("７", 7), ("٧", 7)],
)
def test_a_score_is_read_as_it_stands_and_nothing_is_said(text, number):
    assert read(text) == (number, [])


@pytest.mark.parametrize(
    ("text", "number"),
    [("8/10", 8), ("8 out of 10", 8), ("8 - confident", 8), ("eight", 8), ("Ten", 10)],
)
def test_a_score_in_words_is_read_and_the_receipt_says_so(text, number):
    assert read(text) == (number, ["value_reworded"])


@pytest.mark.parametrize("text", ["0", "11", "55", "-1", "\u22121", "99", "999", "1,000"])
def test_a_score_outside_the_scale_is_left_out_and_never_clipped(text):
    assert read(text) == (None, ["value_out_of_range"])


@pytest.mark.parametrize("text", ["7.5", "7,5"])
def test_a_fraction_on_a_whole_number_scale_is_left_out_and_never_rounded(text):
    assert read(text) == (None, ["value_not_whole"])


@pytest.mark.parametrize(
    "text",
    [
        "10+",
        "7-8",
        "1e1",
        "0x7",
        "7%",
        "seven or eight",
        "⑦",
        "inf",
        "true",
        "TRUE",
        "1O",
        "l0",
        "6½",
        "03/04/2024",
        "9999999999999999999999",
        "8/5",
        "Sam Sample",
    ],
)
def test_whatever_else_is_typed_is_left_out_and_never_guessed(text):
    assert read(text) == (None, ["value_unreadable"])


@pytest.mark.parametrize("text", ["N/A", "Prefer not to say", "don't know", "don’t know", "-"])
def test_no_answer_is_no_mistake(text):
    assert read(text) == (None, ["not_answered"])


def test_a_reworded_score_must_be_out_of_the_scales_own_end():
    assert read("4/5", STARS) == (4, ["value_reworded"])
    assert read("4/10", STARS) == (None, ["value_unreadable"])


def test_the_sentence_names_the_score_and_the_scale():
    change = clean_scale("11", SCORE).changes[0]

    assert change.why.startswith("11 is outside 1 to 10. We left it out.")


def test_a_plain_number_has_no_ends():
    assert clean_number("1000", SCORE).answers[0].number == 1000


@given(st.text(max_size=12))
def test_cleaning_a_cleaned_score_changes_nothing(text):
    once = clean_scale(text, SCORE)
    if once.answers:
        again = clean_scale(once.after, SCORE)

        assert (again.answers, again.changes) == (once.answers, ())


@given(st.text(max_size=12))
def test_no_text_whatever_gives_a_score_outside_the_scale(text):
    for answer in clean_scale(text, SCORE).answers:
        assert 1 <= answer.number <= 10
        assert not math.isnan(answer.number)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("★★★☆☆", 3), ("3 stars", 3), ("Good (3)", 3), ("Very good - 3", 3), ("3 Very good", 3),
        ("3 out of 5", 3),
    ],
)  # fmt: skip
def test_a_score_beside_what_a_tool_writes_is_read_and_said(text, number):
    assert read(text, STARS) == (number, ["value_reworded"])


@pytest.mark.parametrize("text", ["3 years", "3 of them", "3 or four", "three or four", "Good"])
def test_a_number_beside_other_words_is_no_score(text):
    assert read(text, STARS) == (None, ["value_unreadable"])


@pytest.mark.parametrize(
    ("text", "number", "rules"),
    [
        ("1,200", 1200, []), ("1,234,567.5", 1234567.5, []), ("2,5", 2.5, []),
        ("£30", 30, ["value_reworded"]), ("£1,200.50", 1200.5, ["value_reworded"]),
        ("45%", 45, ["value_reworded"]), ("about 5", 5, ["value_reworded"]),
        ("~5", 5, ["value_reworded"]), ("three", 3, ["value_reworded"]),
    ],
)  # fmt: skip
def test_an_amount_is_read_and_what_stood_beside_it_is_said(text, number, rules):
    cleaned = clean_number(text, SCORE)

    assert cleaned.answers[0].number == number
    assert [change.rule for change in cleaned.changes] == rules


@pytest.mark.parametrize("text", ["5-10", "5+", "<5", "6 months", "5 or 6", "about", "1.2.3"])
def test_a_range_or_an_amount_with_a_unit_is_left_out_and_never_guessed(text):
    cleaned = clean_number(text, SCORE)

    assert cleaned.answers == ()
    assert [change.rule for change in cleaned.changes] == ["value_unreadable"]
