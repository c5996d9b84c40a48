import pytest

from rm_eval.cleaning import clean
from rm_eval.readers import read_upload
from rm_eval.recognise import conflict, recognise
from tests.uploads import csv_file

ASKED = "I am taking part as a"


def found(*roles, heading=ASKED):
    rows = [[heading, "Useful?"], *([role, "Yes"] for role in roles)]
    raw = read_upload(csv_file(rows))
    return raw, recognise(raw)


def test_a_column_where_everybody_says_mentor_tells_the_role():
    _, recognition = found("Mentor", "mentor", "")

    assert (recognition.role, recognition.dividers) == ("mentor", {})
    assert ASKED in recognition.role_why


def test_both_roles_in_one_file_are_told_apart_person_by_person():
    raw, recognition = found("Mentor", "Mentee", "", "A mentee (senior leader)")
    survey = clean(raw, recognition, role="mentor")

    assert (recognition.role, recognition.dividers["role"].column) == (None, 1)
    assert "both mentors and mentees" in recognition.role_why
    assert [person.role for person in survey.responses.people] == [
        "mentor",
        "mentee",
        "mentor",  # who says nothing is what the file was added as
        "mentee",
    ]


@pytest.mark.parametrize("heading", ["Who helped you most?", "Anything else?"])
def test_an_answer_that_names_a_mentor_is_no_role(heading):
    _, recognition = found("Mentor", "Mentee", heading=heading)

    assert (recognition.role, recognition.dividers) == (None, {})


def test_other_roles_in_the_column_leave_it_alone():
    _, recognition = found("Mentor", "Nurse", heading="Your role")

    assert (recognition.role, recognition.dividers) == (None, {})


def test_choosing_the_other_role_is_contradicted_with_the_reason():
    _, recognition = found("Mentor", "Mentor")

    assert conflict(recognition, "mentor") == ""
    assert conflict(recognition, "mentee") == (
        "This file looks like the answers of mentors, because everybody says "
        f'"mentor" in the column "{ASKED}". You chose mentees.'
    )


def test_a_file_that_does_not_tell_contradicts_nobody():
    _, recognition = found("Mentor", "Mentee")

    assert conflict(recognition, "mentee") == ""
