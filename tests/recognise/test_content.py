import pytest

from rm_eval.recognise.content import type_by_content


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
