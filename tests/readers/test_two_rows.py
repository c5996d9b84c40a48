import pytest

from rm_eval.look import look_at
from rm_eval.measures.description import describe
from rm_eval.readers import read_upload
from tests.uploads import csv_file

HEADINGS = ["ID", "Role", "How confident are you? (1-10)", "Comments"]
PEOPLE = [
    ["1", "Mentor", "7", "Great"],
    ["2", "Mentee", "5", ""],
    ["3", "Mentor", "9", "More time"],
]
ASKED = ["ID", "Role", "Which areas interest you?", "", "", "Comments"]
OPTIONS = ["", "", "Race", "Gender", "Age", ""]
TICKS = [
    ["1", "Mentor", "1", "0", "1", "ok"],
    ["2", "Mentee", "0", "1", "0", ""],
    ["3", "Mentor", "1", "1", "0", ""],
]
NAMED = [
    ["1", "Mentor", "Race", "", "Age", "ok"],
    ["2", "Mentee", "", "Gender", "", ""],
    ["3", "Mentor", "Race", "Gender", "", ""],
]


def texts(rows):
    return [heading.text for heading in read_upload(csv_file(rows)).headings]


def codes(raw):
    return [notice.code for notice in raw.notices]


@pytest.mark.parametrize("people", [TICKS, NAMED], ids=["1 and 0", "the option's name"])
def test_a_question_over_its_options_is_one_question(people):
    look = look_at(csv_file([ASKED, OPTIONS, *people]))
    description = describe(look.raw, look.recognition, look.cleaned)
    areas = next(q for q in description["questions"] if "areas" in q["wording"])

    assert (areas["wording"], areas["type"]) == ("Which areas interest you?", "multiple_choice")
    assert {o["label"]: o["n"] for o in areas["options"]} == {"Race": 2, "Gender": 2, "Age": 1}
    assert description["n_rows"] == 3
    assert codes(look.raw) == ["extra_header_rows_removed"]


def test_a_question_repeated_over_each_option_is_one_question():
    asked = ["ID", "Areas", "Areas", "Areas", "Comments"]
    options = ["ID", "Race", "Gender", "Age", "Comments"]
    people = [["1", "x", "", "x", "ok"], ["2", "", "x", "", ""], ["3", "x", "x", "", ""]]

    raw = read_upload(csv_file([asked, options, *people]))

    assert [(h.text, h.question) for h in raw.columns("question")] == [
        ("Areas [Race]", "Areas"),
        ("Areas [Gender]", "Areas"),
        ("Areas [Age]", "Areas"),
        ("Comments", ""),
    ]


def test_a_question_alone_over_its_options_is_no_title():
    asked = ["", "", "Which areas interest you?", "", "", ""]
    below = ["ID", "Role", "Race", "Gender", "Age", "Comments"]

    raw = read_upload(csv_file([["Our survey", *[""] * 5], [""] * 6, asked, below, *TICKS]))

    assert [h.option for h in raw.headings if h.question] == ["Race", "Gender", "Age"]
    assert codes(raw) == ["preamble_removed", "extra_header_rows_removed"]
    assert list(raw.cells.index) == [5, 6, 7]


def test_the_names_of_sections_stay_out_of_the_questions():
    assert texts([["About you", "", "Scores", ""], HEADINGS, *PEOPLE]) == HEADINGS


@pytest.mark.parametrize("numbers", [["Q1", "Q2", "Q3", "Q4"], ["1", "2", "3", "4"]])
def test_numbers_of_questions_above_their_texts_are_no_headings(numbers):
    assert texts([numbers, HEADINGS, *PEOPLE]) == HEADINGS


def test_codes_that_are_the_only_headings_stay_headings():
    rows = [["Q1", "Q2", "Q3"], ["Mentor", "7", "Yes"], ["Mentee", "5", "No"]]

    raw = read_upload(csv_file(rows))

    assert [heading.text for heading in raw.headings] == ["Q1", "Q2", "Q3"]
    assert len(raw.cells) == 2


@pytest.mark.parametrize(
    "first",
    [["", "7", "Why me?"], ["A", "8", "Is there more to come?"], ["B", "N/A", "x"]],
)
def test_nobody_is_lost_for_a_heading_where_a_column_has_none(first):
    people = [first, ["B", "7", "y"], ["A", "5", "y"]]

    raw = read_upload(csv_file([["Trust", "", "Comments"], *people]))

    assert len(raw.cells) == 3


def test_what_was_typed_for_other_belongs_to_the_options_before_it():
    asked = ["Who asked you?", "", "", "What would help you most at work, if anything?", ""]
    below = ["Leader", "Peer", "Other", "Time", "Other"]
    people = [["Ja", "Nein", "", "Ja", ""], ["Nein", "Ja", "my aunt", "Nein", "Tea"]] * 2

    raw = read_upload(csv_file([asked, below, *people]))

    assert [h.option for h in raw.headings if h.question == asked[0]] == below[:3]
