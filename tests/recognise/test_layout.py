import pytest

from rm_eval.readers import read_upload
from rm_eval.recognise import recognise
from rm_eval.recognise.layout import is_other
from tests.uploads import csv_file, google_csv, surveymonkey_csv

TICKS = "What helped? Tick all that apply."
RANK = "Rank in order of importance"


def matches(rows):
    return recognise(read_upload(csv_file(rows))).matches


@pytest.mark.parametrize(
    ("mark", "blank"),
    [("Time", ""), ("1", ""), ("1", "0"), ("TRUE", "FALSE"), ("x", ""), ("Yes", ""), ("✓", "")],
)
def test_a_column_filled_where_it_was_ticked_is_an_option(mark, blank):
    first = mark if mark != "Time" else "Time"
    second = mark if mark != "Time" else "Trust"
    rows = [["Help [Time]", "Help [Trust]"], [first, blank], [blank, second], [first, second]]

    (match,) = matches(rows)

    assert (match.layout, match.columns, match.labels) == (
        "column_per_option",
        (1, 2),
        ("Time", "Trust"),
    )
    assert (match.heading, match.question.type) == ("Help", "multiple_choice")


def test_yes_and_no_of_each_is_a_grid_unless_the_question_asks_for_ticks():
    answers = [["Yes", "No"], ["No", "Yes"]]

    grid = matches([["Helped? [Time]", "Helped? [Trust]"], *answers])
    ticks = matches([[f"{TICKS} [Time]", f"{TICKS} [Trust]"], *answers])

    assert [(m.heading, m.question.type) for m in grid] == [
        ("Helped? [Time]", "yes_no"),
        ("Helped? [Trust]", "yes_no"),
    ]
    assert [m.layout for m in ticks] == ["column_per_option"]


def test_votes_for_and_against_are_no_ticks():
    rows = [["Vote [A]", "Vote [B]"], ["1", "-1"], ["0", "1"], ["-1", "0"]]

    assert [match.columns for match in matches(rows)] == [(1,), (2,)]


def test_a_column_of_places_for_each_item_is_a_ranking():
    rows = [["Rank: A", "Rank: B", "Rank: C"], ["1", "2", "3"], ["3", "1", "2"], ["2", "", "1"]]

    (match,) = matches(rows)

    assert (match.layout, match.question.type) == ("column_per_item", "ranking")
    assert [option.label for option in match.question.options] == ["A", "B", "C"]


def test_the_number_of_each_option_where_it_was_ticked_is_no_ranking():
    rows = [["Help [A]", "Help [B]", "Help [C]"], ["1", "2", ""], ["", "2", "3"], ["1", "", "3"]]

    (match,) = matches(rows)

    assert (match.layout, match.question.type) == ("column_per_option", "multiple_choice")


def test_scores_of_each_item_are_no_ranking():
    rows = [["Rate [A]", "Rate [B]", "Rate [C]"], ["4", "4", "5"], ["1", "4", "3"], ["2", "2", "5"]]

    assert [(m.layout, m.question.type) for m in matches(rows)] == [("one_column", "scale")] * 3


def test_a_column_of_items_for_each_place_is_a_ranking():
    rows = [[f"{RANK} [1st]", f"{RANK} [2nd]"], ["Trust", "Time"], ["Time", ""]]

    (match,) = matches(rows)

    assert (match.layout, match.question.type) == ("column_per_place", "ranking")
    assert {option.label for option in match.question.options} == {"Trust", "Time"}


def test_a_google_grid_may_be_a_ranking():
    columns = {f"{RANK} [Trust]": ["1st", "2nd"], f"{RANK} [Time]": ["2nd", "1st"]}

    (match,) = recognise(read_upload(google_csv(columns))).matches

    assert (match.layout, match.columns) == ("column_per_item", (2, 3))


def test_each_row_of_a_grid_is_a_question_of_its_own():
    columns = {"How was it? [Start]": ["Good", "Poor"], "How was it? [End]": ["Good", "Excellent"]}

    found = recognise(read_upload(google_csv(columns))).matches

    assert [(m.heading, m.columns, m.question.type) for m in found] == [
        ("How was it? [Start]", (2,), "likert"),
        ("How was it? [End]", (3,), "likert"),
    ]


def test_an_answer_and_its_own_words_are_one_question():
    questions = [("How did you hear?", "Response"), ("", "Other (please specify)")]
    answers = [["Email", ""], ["Email", ""], ["Other (please specify)", "A poster"]]

    (match,) = recognise(read_upload(surveymonkey_csv(questions, answers))).matches

    assert (match.layout, match.question.type) == ("with_own_words", "single_choice")
    assert [option.id for option in match.question.options] == ["email", "other"]


def test_a_known_question_is_known_though_it_stands_in_several_columns():
    asked = "What are the main areas of your work?"
    questions = [(asked, "Communications"), ("", "People management")]

    (match,) = recognise(read_upload(surveymonkey_csv(questions, [["Communications", ""]]))).matches

    assert (match.question.id, match.confidence) == ("enr_work_areas", 1.0)


def test_a_known_statement_in_a_grid_is_known_by_its_row():
    faith = "I have faith in the process that has been set up."
    columns = {f"Do you agree? [{faith}]": ["Agree"], "Do you agree? [Tea is nice]": ["Disagree"]}

    found = recognise(read_upload(google_csv(columns))).matches

    assert [match.question.known for match in found] == [True, False]
    assert found[0].question.id == "enr_faith"


def test_contact_details_in_a_block_are_personal_each():
    questions = [("Contact", "Name"), ("", "Email Address"), ("Useful?", "Response")]

    found = recognise(read_upload(surveymonkey_csv(questions, [["Sam", "s@example.org", "Yes"]])))

    assert [m.heading for m in found.matches] == ["Useful?"]
    assert "Contact [Name]" in [heading.text for heading in found.personal]


@pytest.mark.parametrize(
    ("label", "other"),
    [
        ("Other", True),
        ("Other (please specify)", True),
        ("Other - please state", True),
        ("Other senior leaders", False),
        ("Mothers", False),
        ("Andere (bitte angeben)", True),
        ("Autre (précisez)", True),
        ("Otro (especifique)", True),
        ("Autres collègues", False),
    ],
)
def test_other_is_told_from_options_that_begin_with_it(label, other):
    assert is_other(label) is other
