"""A quote is made of the answer's own words in their order."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rm_eval.disclosure.quotes import check_cut, tidy, trouble_with

ANSWER = "I did not feel safe at first, but my mentee listened. That is what helped me most!"


@pytest.mark.parametrize(
    "words",
    [
        ANSWER,
        ANSWER.removesuffix("!"),
        "… my mentee listened. That is what helped me most!",
        "… my mentee listened …",
        "I did not feel safe at first … That is what helped me most",
        "... my mentee listened [...]",
        "…my mentee\nlistened…",
    ],
)
def test_parts_of_the_answer_are_a_quote(words):
    assert trouble_with(words, ANSWER) == ""


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("", "Type the words"),
        (" … ", "Type the words"),
        ("… my mentee always listened …", "not the words of the answer"),
        ("… my mentor listened …", "not the words of the answer"),
        ("… feel safe … I did not …", "not the words of the answer"),
        ("… not feel safe at first my mentee …", "not the words of the answer"),
        ("… feel saf …", "not the words of the answer"),
        ("… entee listened …", "not the words of the answer"),
        ("… My mentee listened …", "not the words of the answer"),
        ("my mentee listened …", "at the beginning"),
        ("I did not feel safe", "at the end"),
        ("… feel safe … feel safe …", "not the words of the answer"),
    ],
)
def test_changed_added_and_moved_words_are_none(words, says):
    assert says in trouble_with(words, ANSWER)


def test_a_part_at_the_end_is_the_last_of_its_kind():
    assert trouble_with("… good", "good, then bad, then good") == ""
    assert "at the beginning" in trouble_with("good", "good, then bad, then good")


def test_dots_of_the_answer_are_no_hindrance():
    assert trouble_with("well... yes", "well... yes") == ""
    assert trouble_with(tidy("well... yes"), "well... yes") == ""


def test_a_quote_is_written_one_way():
    assert tidy("... my  mentee\n[…]listened") == "… my mentee … listened"


def test_left_out_words_that_turn_the_sense_are_asked_about():
    assert [one.words for one in check_cut("… feel safe at first …", ANSWER)] == ["not", "but"]
    assert check_cut(ANSWER, ANSWER) == ()


WORDS = st.lists(st.sampled_from(["a", "b", "ab", "b.", "c"]), min_size=1, max_size=8)


@settings(deadline=None)  # other programs may want the machine too
@given(WORDS, st.data())
def test_whatever_is_left_out_of_an_answer_with_its_sign_is_a_quote(answer, data):
    start = data.draw(st.integers(0, len(answer) - 1))
    end = data.draw(st.integers(start + 1, len(answer)))
    parts = ["…"] * (start > 0) + answer[start:end] + ["…"] * (end < len(answer))

    assert trouble_with(" ".join(parts), " ".join(answer)) == ""


@settings(deadline=None)  # other programs may want the machine too
@given(WORDS, WORDS)
def test_a_quote_never_holds_words_the_answer_does_not(answer, words):
    quote = f"… {' '.join(words)} …"
    if trouble_with(quote, " ".join(answer)) == "":
        assert f" {' '.join(words)} ".replace(". ", " ") in f" {' '.join(answer)} ".replace(
            ". ", " "
        )
