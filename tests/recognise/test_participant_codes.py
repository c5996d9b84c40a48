import pytest

from rm_eval.cleaning import clean
from rm_eval.measures.description import describe
from rm_eval.readers import read_upload
from rm_eval.recognise import recognise
from rm_eval.recognise.people.participant_codes import code_in
from tests.uploads import csv_file

LONG = (
    "To link your answers over time without using your name, please make a code: the first two "
    "letters of your first school, the day of the month you were born, and the last letter of "
    "your first name (for example ST07A)."
)
CODES = ["ST07A", "LO23K", "MA30E", "ST12A"]


def recognised(heading, codes=CODES):
    return recognise(read_upload(csv_file([[heading, "Useful?"], *([c, "Yes"] for c in codes)])))


@pytest.mark.parametrize(
    "heading",
    [
        "Participant code",
        "Your unique ID",
        "Pseudonym",
        "Please enter your anonymous code:",
        "participant_id",
        "Your code",
        "Unique identifier",
        "Please create a memorable code",
        LONG,
    ],
)
def test_a_heading_that_asks_for_a_code_tells_by_itself(heading):
    found = recognised(heading, ["anything", "at all"])

    assert [code.text for code in found.codes] == [heading]
    assert [match.heading for match in found.matches] == ["Useful?"]


@pytest.mark.parametrize("heading", ["Code", "Code (see the poster)", "Identifier given to you"])
def test_a_heading_that_only_says_code_is_believed_where_the_answers_are(heading):
    assert recognised(heading).codes
    assert not recognised(heading, ["Nurse", "Nurse", "Doctor", "Nurse"]).codes


@pytest.mark.parametrize(
    "heading",
    ["Postcode (first half)", "Ward code", "Site ID", "Band"],
)
def test_other_codes_are_questions_as_ever(heading):
    assert not recognised(heading).codes


def test_a_question_about_a_code_is_a_question():
    found = recognised("Do you know our code of conduct?", ["Yes", "No", "Yes", "Not yet"])

    assert len(found.matches) == 2


def test_codes_are_no_answers_and_are_told_in_a_notice_without_one():
    raw = read_upload(csv_file([["Participant code", "Useful?"], *([c, "Yes"] for c in CODES)]))
    found = recognise(raw)
    described = describe(raw, found, clean(raw, found, role="mentor"))

    assert [notice.code for notice in found.notices] == ["participant_codes"]
    assert described["personal_columns"] == ["Participant code"]
    assert not any(code in repr(described) for code in CODES)


@pytest.mark.parametrize("typed", ["ST07A", " st07a ", "ST-07-A", "s.t.07 a", "ST\u00a007A"])
def test_one_code_is_typed_in_many_ways(typed):
    assert code_in(typed) == "ST07A"


def test_a_letter_and_a_digit_that_look_alike_stay_two_codes():
    assert code_in("STO7A") != code_in("ST07A")


@pytest.mark.parametrize("typed", ["", " - ", "N/A", "I do not remember which code I used"])
def test_what_is_no_code_links_nobody(typed):
    assert code_in(typed) == ""
