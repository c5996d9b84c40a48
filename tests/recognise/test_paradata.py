import pytest

from rm_eval.readers import read_upload
from rm_eval.recognise import recognise
from rm_eval.recognise.people.paradata import is_paradata
from tests.uploads import csv_file


@pytest.mark.parametrize(
    ("heading", "answers"),
    [
        ("Duration (in seconds)", ["120"]), ("Time taken", ["09:30"]), ("User Agent", ["Firefox"]),
        ("Q1_First Click", ["1.2"]), ("Timing - Page Submit", ["2"]), ("Total points", ["3"]),
        ("UserLanguage", ["EN"]), ("Language", ["en", "cy-GB"]), ("Progress", ["100", "50"]),
        ("Score", ["3 / 10"]), ("Referrer URL", ["x"]), ("Group time: About you", ["12"]),
        ("NPS_GROUP", ["Promoter"]), ("Segment", ["Promoter", "Passive", "Detractor"]),
    ],
)  # fmt: skip
def test_what_a_tool_writes_of_how_somebody_answered_is_no_question(heading, answers):
    assert is_paradata(heading, answers, [])


@pytest.mark.parametrize(
    ("heading", "answers"),
    [
        ("Language", ["English", "Welsh"]), ("Score", ["7", "8"]), ("Progress", ["Good"]),
        ("Duration of mentoring", ["6 months"]), ("Total time with your mentor", ["3"]),
        ("Which device did you use?", ["Phone"]), ("Feedback - anything else", ["It went well"]),
    ],
)  # fmt: skip
def test_a_question_in_such_words_stays_a_question(heading, answers):
    assert not is_paradata(heading, answers, ["Useful?"])


@pytest.mark.parametrize("heading", ["Points - Useful?", "Feedback - Useful?", "Useful? [Score]"])
def test_the_marks_of_a_quiz_are_known_by_the_question_they_stand_beside(heading):
    assert is_paradata(heading, ["1"], ["Useful?"])


def test_such_columns_are_listed_as_the_tools_own():
    rows = [["Useful?", "Duration (in seconds)"], ["Yes", "120"], ["No", "95"]]

    found = recognise(read_upload(csv_file(rows)))

    assert [heading.text for heading in found.metadata] == ["Duration (in seconds)"]
    assert [match.heading for match in found.matches] == ["Useful?"]
