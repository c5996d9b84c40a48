import pytest

from rm_eval.readers import read_upload
from rm_eval.recognise import recognise
from rm_eval.recognise.people.personal import is_personal
from tests.uploads import csv_file


@pytest.mark.parametrize(
    "heading",
    [
        "Name", "What is your name?", "Please enter your full name", "Last name (surname)",
        "Name of your mentor", "Mentor's name", "Who is your line manager?", "Name (optional)",
        "Please provide your name and email", "Work email", "NHS email address", "Contact number",
        "If you would like to take part in a focus group, please leave your email below",
        "Staff number", "ESR number", "NMC PIN", "Date of birth", "Postcode", "Initials",
        "first_name", "Prénom", "Vorname", "Correo electrónico", "Beth yw eich enw?", "您的姓名",
        "Q1. What is your full name?",
    ],
)  # fmt: skip
def test_a_question_that_asks_who_somebody_is_is_personal(heading):
    assert is_personal(heading, ["anything"])


@pytest.mark.parametrize(
    "heading",
    [
        "Trust name", "Name of your trust", "Name one thing you learned", "Job title",
        "How did you find out (email, poster, colleague)?", "Was your name pronounced right?",
        "What is the name of the programme?", "Do you know your line manager's name?",
        "Contact with my mentor was easy", "Preferred method of contact", "How was the mobile app?",
        "My mentor gave me her phone number", "Please state your role",
    ],
)  # fmt: skip
def test_a_question_that_only_mentions_names_is_not(heading):
    assert not is_personal(heading, ["anything"])


def test_leave_to_use_a_name_is_a_question_like_any():
    asked = "May we share your name with your mentor?"

    assert not is_personal(asked, ["Yes", "No"])


def test_a_box_to_tick_is_not_personal_and_a_field_of_contact_details_is():
    rows = [["Found out [Email]", "Found out [Poster]", "Reach you [Name]", "Reach you [Town]"]]
    rows += [["1", "", "Sam Sample", "Leeds"], ["", "1", "Jo Example", "York"]]

    found = recognise(read_upload(csv_file(rows)))

    assert [heading.text for heading in found.personal] == ["Reach you [Name]"]


def test_a_personal_answer_is_nowhere_in_what_was_recognised():
    rows = [["Mentor's name", "Useful?"], ["Sam Sample", "Yes"], ["Jo Example", "No"]]

    found = recognise(read_upload(csv_file(rows)))

    assert [heading.text for heading in found.personal] == ["Mentor's name"]
    assert "Sam Sample" not in repr(found)
