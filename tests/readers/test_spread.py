import pytest

from rm_eval.readers import read_upload
from tests.uploads import csv_file


def read(*headings: str) -> list[tuple[str, str]]:
    raw = read_upload(csv_file([list(headings), ["x"] * len(headings)]))
    return [(h.question, h.option) for h in raw.headings]


@pytest.mark.parametrize(
    "headings",
    [
        ("Rank: Trust", "Rank: Safety"),
        ("Rank [Trust]", "Rank [Safety]"),
        ("Rank - Trust", "Rank - Safety"),
        ("Rank – Trust", "Rank – Safety"),
    ],
)
def test_headings_that_begin_alike_are_one_question(headings):
    assert read(*headings) == [("Rank", "Trust"), ("Rank", "Safety")]


def test_a_mark_in_one_heading_alone_means_nothing():
    assert read("Training: was it useful?", "Well-being - a word?") == [("", ""), ("", "")]


def test_the_beginning_that_most_share_is_the_question():
    assert read("Q - A - x", "Q - A - y", "Q - B") == [("Q", "A - x"), ("Q", "A - y"), ("Q", "B")]


def test_of_two_beginnings_shared_alike_the_longer_is_the_question():
    assert read("From 1 - 5: x - A", "From 1 - 5: x - B") == [
        ("From 1 - 5: x", "A"),
        ("From 1 - 5: x", "B"),
    ]


def test_the_question_itself_belongs_to_its_other_column():
    assert read("Pies?", "Pies? - Other (please specify)") == [
        ("Pies?", ""),
        ("Pies?", "Other (please specify)"),
    ]


def test_a_column_of_answers_without_a_heading_is_said_not_to_be_read():
    raw = read_upload(csv_file([["Useful?", "", ""], ["Yes", "", ""], ["No", "Time", ""]]))

    assert [(notice.code, notice.column) for notice in raw.notices] == [("blank_header", 2)]
    assert "Time" not in raw.notices[0].message
