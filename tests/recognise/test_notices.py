import pytest

from rm_eval.readers import read_upload
from rm_eval.recognise import recognise
from tests.uploads import csv_file

OURS = "How well do you understand the race equality standards and strategy in the NHS?"
AGREE = "I have faith in the process that has been set up."


def found(heading, *answers):
    return recognise(read_upload(csv_file([[heading], *([answer] for answer in answers)])))


def test_scores_that_never_pass_the_middle_may_be_of_a_shorter_scale():
    (notice,) = found("How sure are you? (1-10)", "2", "3", "5", "4", "1").notices

    assert notice.code == "scale_differs"
    assert notice.message.startswith("The highest answer in column 1 is 5, on a scale from 1 to 10")


def test_scores_outside_the_ends_again_and_again_are_of_another_scale():
    (notice,) = found("How sure are you? (1-10)", "0", "3", "0", "10", "0").notices

    assert notice.message.startswith("3 of 5 answers in column 1 lie outside 1 to 10 (0)")


@pytest.mark.parametrize("answers", [["2", "3", "5"], ["2", "3", "9", "4", "1"], ["11", "9", "8"]])
def test_a_few_scores_or_one_slip_say_nothing(answers):
    assert found("How sure are you? (1-10)", *answers).notices == ()


@pytest.mark.parametrize(
    ("heading", "answers", "type_"),
    [
        (OURS, ["Very well", "Fairly well", "Not at all well"], "likert"),
        (AGREE, ["4", "5", "3", "2"], "scale"),
        (AGREE, ["Very much", "A little", "Not at all"], "likert"),
    ],
)
def test_a_question_of_ours_answered_otherwise_is_a_question_of_its_own(heading, answers, type_):
    (match,) = found(heading, *answers).matches

    assert (match.question.known, match.question.type) == (False, type_)


def test_it_is_said_where_the_answers_are_of_another_kind():
    (notice,) = found(OURS, "Very well", "Fairly well", "Not at all well").notices

    assert notice.code == "scale_differs"
    assert "takes other answers" in notice.message


def test_a_question_of_ours_answered_as_asked_is_ours():
    assert all(match.question.known for match in found(AGREE, "Agree", "Disagree", "N/A").matches)
    assert all(match.question.known for match in found(OURS, "7", "8", "oops").matches)


def test_the_tools_own_times_tell_whether_the_month_stands_first():
    times = ["3/22/2026 10:00", "3/23/2026 11:00"]
    rows = [["ID", "Start time", "Completion time", "When did you meet?"]]
    rows += [[str(n), time, time, f"{n}/2/2026"] for n, time in enumerate(times, 1)]

    (match,) = recognise(read_upload(csv_file(rows))).matches

    assert match.day_first is False
    assert match.confidence == 0.9
