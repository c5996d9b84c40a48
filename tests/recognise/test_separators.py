import pytest

from rm_eval.questionnaire import Option
from rm_eval.recognise.pieces.separators import separators_for, split


@pytest.mark.parametrize(
    ("answer", "separator", "pieces"),
    [
        ("A;B; C;", ";", ["A", "B; C"]),
        ("A; B;C", "; ", ["A", "B;C"]),
        ("A,B, C", ",", ["A", "B, C"]),
        ("A, B,C", ", ", ["A", "B,C"]),
        ("A, $1,000", ",", ["A, $1,000"]),
        ("A,2 B", ",", ["A", "2 B"]),
        ("A,B\\, C", ",", ["A", "B, C"]),
        ("A (x, y), B", ", ", ["A (x, y)", "B"]),
        ("A | B", "|", ["A", "B"]),
        ("A\n\n B ", "\n", ["A", "B"]),
        ("1. A, 2. B", "1.", ["A", "B"]),
        ("A > B", ">", ["A", "B"]),
        ('["A; x", "B"]', ";", ["A; x", "B"]),
        ("", ";", []),
    ],
)
def test_a_mark_with_a_space_and_one_without_are_two_separators(answer, separator, pieces):
    assert split(answer, separator) == pieces


def test_more_pieces_than_a_form_offers_options_are_no_list():
    text = ", ".join(f"w{n}" for n in range(500))

    assert split(text, ", ") == [text]


def test_brackets_that_never_close_are_no_list():
    assert split("[" * 5000, ";") == ["[" * 5000]


def test_the_separator_that_finds_most_options_is_tried_first():
    options = tuple(Option(id=one, label=one) for one in ("Tea, hot", "Time", "Trust"))

    assert separators_for({"Tea, hot", "Time, Trust"}, options)[0] == ", "
    assert separators_for({"Tea, hot;Time;", "my aunt; a nurse, Time"}, options)[0] == ";"
    assert separators_for({"Tea, hot"}, options)[0] == ";"
