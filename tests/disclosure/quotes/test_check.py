"""What has to be looked at before words are quoted. Every person here is invented."""

import pytest

from rm_eval.disclosure.quotes import check_words


def found(text):
    return {(one.kind, one.words) for one in check_words(text)}


def kinds(text):
    return {one.kind for one in check_words(text)}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Write to me at jo@example.org", "jo@example.org"),
        ("Ring 07700 900123 any time", "07700 900123"),
        ("My number is 943 476 5919", "943 476 5919"),
        ("I am QQ 12 34 56 C", "QQ 12 34 56 C"),
        ("We live at SW1A 1AA", "SW1A 1AA"),
        ("I was born on 01/02/1980", "01/02/1980"),
        ("My staff number is 12345678", "12345678"),
    ],
)
def test_what_reaches_somebody_cannot_stay(text, words):
    (one,) = [one for one in check_words(text) if one.kind == "detail"]

    assert one.words == words
    assert one.must_go


def test_ten_digits_with_a_wrong_check_digit_are_asked_about_all_the_same():
    assert ("number", "943 476 5918") in found("It was 943 476 5918 then")


def test_a_mark_of_what_was_taken_out_cannot_be_quoted():
    (one,) = check_words("It was [name removed] and me")

    assert (one.kind, one.words, one.must_go) == ("removed", "[name removed]", True)
    assert "looked like a name" in one.why


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("I talked to Priya about it", "Priya"),
        ("I talked to Priya Example-Jones about it", "Priya Example-Jones"),
        ("it was J. Example who helped", "J. Example"),
        ("Thanks to April for all of it", "April"),
        ("We met in Leeds", "Leeds"),
        ("Priya was kind to me", "Priya"),
        ("It was good. Priya Example listened.", "Priya Example"),
        ("Priya's kindness mattered", "Priya's"),
        ("O'Example never came", "O'Example"),
        ("I thank Åsa", "Åsa"),
    ],
)
def test_a_capital_inside_a_sentence_or_a_name_that_begins_one_is_asked_about(text, words):
    assert ("name", words) in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "To gain the trust of a senior leader.",
        "Listening was what I learned. Confidence was next.",
        "I’ve told the NHS what BAME colleagues go through on Monday.",
        "Different perspectives",
        "Honestly, it was good: I learned a lot.",
        "- Camaraderie\n- Resources",
    ],
)
def test_ordinary_words_are_not_asked_about(text):
    assert check_words(text) == ()


def test_words_in_capitals_are_asked_about_as_a_whole():
    (one,) = check_words("IT HELPED PRIYA AND ME A LOT")

    assert "written in capitals" in one.why


@pytest.mark.parametrize(
    ("kind", "text", "words"),
    [
        ("job", "our chief executive came", "chief executive"),
        ("job", "as medical director I know", "medical director"),
        ("job", "the head of nursing said so", "head of nursing said"),
        ("job", "being a band 8a is hard", "band 8a"),
        ("job", "I am a freedom to speak up guardian", "guardian"),
        ("only", "as the only woman there", "as the only woman there"),
        ("only", "I was the first to be promoted", "the first to be promoted"),
        ("only", "one of two people who did", "one of two people who did"),
        ("place", "we on ward 7 never hear", "ward 7"),
        ("place", "the pharmacy team never hears", "pharmacy team"),
        ("place", "it is different at Elm Ward", "Elm Ward"),
        ("characteristic", "speaking as a black midwife", "black midwife"),
        ("characteristic", "a nurse who is disabled", "nurse who is disabled"),
        ("characteristic", "I wear a hijab", "hijab"),
        ("characteristic", "I am 63 years old", "I am 63 years old"),
        ("third_person", "my line manager would not let me", "my line manager"),
        ("third_person", "when she came back", "she"),
        ("event", "after my grievance nothing changed", "grievance"),
        ("date", "on 3 March it got worse", "3 March"),
        ("date", "I have been here since 1998", "since 1998"),
    ],
)
def test_what_may_single_somebody_out_is_asked_about(kind, text, words):
    assert (kind, words) in found(text)


def test_a_role_with_a_characteristic_is_asked_about_in_both_ways():
    assert {"only", "characteristic"} <= kinds("as the only Sikh consultant I am asked often")


def test_ordinary_firsts_are_not_asked_about():
    assert "only" not in kinds("The first session was the only time I spoke")


def test_the_same_words_are_asked_about_once_and_in_the_order_of_the_text():
    asked = check_words("she said that Priya knew; then she left for Leeds")

    assert [one.words for one in asked] == ["she", "Priya", "Leeds"]


def test_every_question_says_why_in_a_sentence():
    text = (
        "She, my manager Dr Priya Example, the only Sikh head of nursing at Elm Ward, wrote from "
        "jo@example.org on 3 March about her grievance 123456789."
    )
    asked = check_words(text)

    assert len({one.kind for one in asked}) >= 8
    assert all(one.why.endswith((".", "?")) and one.words in text for one in asked)


def test_a_long_text_is_checked_in_no_time():
    assert check_words("a b the my as one of " * 2_000) == check_words("a b the my as one of ")
