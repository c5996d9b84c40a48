import pytest

from rm_eval.readers import read_upload
from rm_eval.recognise import recognise
from tests.uploads import csv_file


def divided(heading, *said):
    rows = [["Useful?", heading], *(["Yes", one] for one in said)]
    return recognise(read_upload(csv_file(rows))).dividers


def test_numbered_cohorts_are_told_apart_however_they_are_written():
    divider = divided("Which cohort are you in?", "1", "Cohort 2", "cohort 1", "2")["cohort"]

    assert divider.counted == {"Cohort 1": 2, "Cohort 2": 2}


@pytest.mark.parametrize("heading", ["Trust", "Name of your trust", "Which trust do you work for?"])
def test_organisations_are_told_apart(heading):
    divider = divided(heading, "North Trust", "South Trust", "north trust ", "")["organisation"]

    assert divider.counted == {"North Trust": 2, "South Trust": 1}
    assert divider.unsaid == {5: ""}


def test_one_cohort_all_through_divides_nothing():
    assert divided("Cohort", "1", "1", "") == {}


def test_a_question_about_a_trust_names_none():
    assert divided("How well did your trust support you?", "Well", "Badly") == {}


def test_a_column_where_everybody_writes_sentences_names_nobody():
    assert divided("Organisation", "x" * 81, "A Trust") == {}


def test_an_e_mail_address_is_no_organisation():
    assert divided("Trust", "sam@example.org", "North Trust") == {}
