import pytest

from rm_eval.recognise.scales.ends import ends_in


@pytest.mark.parametrize(
    ("heading", "low", "high"),
    [
        ("On a scale of 1 to 10, how sure are you?", 1, 10),
        ("How sure are you? (0–10)", 0, 10),
        ("From 1 (low) to 7 (high), how sure are you?", 1, 7),
        ("Rate it between 0 and 100", 0, 100),
        ("Rate your confidence from one to ten", 1, 10),
        ("Where 1 is not at all and 10 is completely, how sure are you?", 1, 10),
        ("Not at all (1) ... completely (10)", 1, 10),
        ("[1 = poor; 2 = fair; 3 = good; 4 = very good; 5 = excellent]", 1, 5),
        ("5 = excellent, 1 = poor", 1, 5),
        ("0 being not at all likely and 10 extremely likely", 0, 10),
        ("1 lowest - 5 highest", 1, 5),
        ("5-point scale", 1, 5),
        ("How happy are you, out of 10?", None, 10),
        ("10 = very", None, 10),
        ("Auf einer Skala von 1 bis 10", 1, 10),
    ],
)
def test_the_ends_of_a_scale_are_read_however_they_are_worded(heading, low, high):
    ends = ends_in(heading)

    assert ends is not None
    assert (ends.low, ends.high) == (low, high)


@pytest.mark.parametrize(
    "heading",
    [
        "In weeks 1 to 4, how many sessions did you have?",
        "1-5 years of service",
        "Which of questions 1-5 was hardest?",
        "What 3 things would you change?",
        "COVID-19: how did it go?",
        "How many of 10 sessions did you attend?",
        "Between 2020 and 2024",
    ],
)
def test_other_numbers_in_a_heading_are_no_ends(heading):
    assert ends_in(heading) is None
