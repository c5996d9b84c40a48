import pytest

from rm_eval.recognise.kinds import type_by_content


@pytest.mark.parametrize(
    ("heading", "answers", "type_"),
    [
        ("What helped?", ["Time;", "Time;Trust;", "Trust;"], "multiple_choice"),
        ("Rank these", ["A;B;C;", "B;A;C;", "C;B;A;"], "ranking"),
        ("Useful?", ["Yes", "No", "yes"], "yes_no"),
        ("The aims were clear", ["Agree", "Strongly agree", "Neutral"], "likert"),
        ("On a scale of 1 to 10, how sure are you?", ["7", "8", "10"], "scale"),
        ("Please rate this quiz", ["4", "5", "1"], "scale"),
        ("Enter your age", ["21", "1000", "35"], "number"),
        ("Number of rooms", ["3", "4", "3"], "number"),
        ("When did you start?", ["2026-03-02", "2026-03-04"], "date"),
        ("Where do you work?", ["Ward", "Office", "Ward", "Office"], "single_choice"),
        ("Anything else?", ["It went well, thanks.", "More time", "I liked it"], "free_text"),
        ("Nobody was asked this", [], "free_text"),
    ],
)
def test_a_column_is_typed_by_what_it_holds(heading, answers, type_):
    assert type_by_content(heading, answers).type == type_


def test_a_scale_that_names_1_to_10_is_one_even_where_nobody_went_above_5():
    typed = type_by_content("On a scale of 1 to 10, how sure are you?", ["2", "5", "4"])

    assert typed.scale is not None
    assert typed.scale.high == 10


def test_spellings_that_differ_in_case_or_spaces_are_one_option():
    typed = type_by_content("Who?", ["Friends / family ;", "friends / family;", "Peers;"])

    assert [option.label for option in typed.options] == ["Friends / family", "Peers"]


def test_a_column_nobody_answered_is_never_called_sure():
    assert type_by_content("Empty", []).confidence < 0.5


def test_what_one_person_said_at_length_is_no_option():
    answers = ["None", "None", "None", "My manager, who is called Sam, is unkind to me"]
    typed = type_by_content("What support do you need?", answers)

    assert [option.label for option in typed.options] == ["None"]


@pytest.mark.parametrize(
    ("heading", "answers", "low", "high"),
    [
        ("How likely are you to recommend this?", ["9", "10", "0"], 0, 10),
        ("How sure are you? (0-10)", ["9", "8", "7"], 0, 10),
        ("How sure are you, out of 5?", ["4", "5", "4"], 1, 5),
        ("How sure are you (1 = not at all, 10 = completely)?", ["4", "5", "4"], 1, 10),
        ("Please rate the day", ["4", "5", "4"], 1, 5),
        ("How sure are you? (1-10)", ["8/10", "nine", "N/A"], 1, 10),
    ],
)
def test_the_ends_of_a_scale_are_read_off_the_heading_or_else_the_answers(
    heading, answers, low, high
):
    typed = type_by_content(heading, answers)

    assert (typed.type, typed.scale.low, typed.scale.high) == ("scale", low, high)


@pytest.mark.parametrize(
    ("answers", "type_"),
    [
        (["Yes", "No", "Prefer not to say"], "single_choice"),
        (["Yes", "No", "N/A"], "yes_no"),
        (["Yes", "No", "-"], "yes_no"),
        (["Yes", "Maybe", "No"], "single_choice"),
        (["Yes", "No", "Not sure"], "single_choice"),
        (["Maybe", "Maybe", "Maybe"], "single_choice"),
    ],
)
def test_maybe_and_prefer_not_to_say_are_answers_and_a_dash_is_none(answers, type_):
    assert type_by_content("Would you do it again?", answers).type == type_


def test_comments_stay_comments_though_everybody_wrote_the_same():
    assert type_by_content("Anything else to tell us?", ["Good pairing"] * 5).type == "free_text"
