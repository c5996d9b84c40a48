import pytest

from rm_eval.readers import read_upload
from rm_eval.recognise import recognise
from rm_eval.recognise.rows.divider import notices_of
from rm_eval.recognise.rows.stages import stage_in
from tests.uploads import csv_file


def found(*said, heading="Stage"):
    rows = [["Useful?", heading], *(["Yes", one] for one in said)]
    return recognise(read_upload(csv_file(rows)))


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("Enrolment", "enrolment"),
        ("enrollment form", "enrolment"),
        ("Baseline", "enrolment"),
        ("Before", "enrolment"),
        ("Pre-programme survey", "enrolment"),
        ("T0", "enrolment"),
        ("Start of the programme", "enrolment"),
        ("baseline_arm_1", "enrolment"),
        ("Training", "training"),
        ("Training day", "training"),
        ("End of cohort", "end_of_cohort"),
        ("POST", "end_of_cohort"),
        ("After", "end_of_cohort"),
        ("6 month follow-up", "end_of_cohort"),
        ("end_of_cohort_arm_2", "end_of_cohort"),
        ("Mid-point", None),
        ("Pre-training", None),
        ("I started before my manager did", None),
        ("", None),
    ],
)
def test_a_short_text_names_a_stage_in_many_words(text, stage):
    assert stage_in(text) == stage


@pytest.mark.parametrize(
    "heading",
    ["Stage", "Time point", "Timepoint", "Which survey is this?", "Pre or post", "Survey type"],
)
def test_each_row_says_its_own_stage(heading):
    recognition = found("Before", "After", "before", heading=heading)

    divider = recognition.dividers["stage"]
    assert (recognition.stage, divider.column) == (None, 2)
    assert divider.said == {2: "enrolment", 3: "end_of_cohort", 4: "enrolment"}
    (notice,) = notices_of([divider])
    assert "enrolment (2), end of cohort (1)" in notice.message


def test_the_first_of_numbered_times_is_the_start_and_the_last_the_end():
    assert found("T1", "T2", "T1").dividers["stage"].said[3] == "end_of_cohort"
    assert found("Wave 1", "Wave 3", "Wave 2").dividers["stage"].said == {
        2: "enrolment",
        3: "end_of_cohort",
    }


def test_rows_that_name_no_stage_are_left_to_be_asked_about():
    divider = found("Before", "After", "Mid-point", "", "After").dividers["stage"]

    assert divider.unsaid == {4: "Mid-point", 5: ""}
    assert set(divider.said) == {2, 3, 6}


def test_one_stage_all_through_is_the_stage_of_the_file():
    recognition = found("End of cohort", "End of cohort", "")

    assert (recognition.stage, recognition.dividers) == ("end_of_cohort", {})
    assert 'the column "Stage" says' in recognition.stage_why


@pytest.mark.parametrize(
    "heading",
    ["At what stage of your career are you?", "Did you feel supported before the programme?"],
)
def test_a_question_about_something_else_divides_nothing(heading):
    assert found("Start", "End", heading=heading).dividers == {}


def test_other_answers_under_the_heading_divide_nothing():
    assert found("Exploring", "Applying", "End", heading="Stage").dividers == {}
