"""One file, divided by its own columns."""

from rm_eval.cleaning import clean
from rm_eval.cleaning.parts import divide
from rm_eval.questionnaire import read_questionnaires
from rm_eval.readers import read_upload
from rm_eval.recognise import recognise
from rm_eval.responses import Part, Scope
from tests.uploads import csv_file

SCOPE = Scope(organisation="A Trust", cohort="Cohort 1", stage="enrolment")
GUIDANCE = next(q for q in read_questionnaires()[0].questions if q.id == "enr_m_guidance")
ROWS = [
    ["ID", "Stage", "I am taking part as a", "Useful?", "What changed?"],
    ["1", "Before", "Mentor", "Yes", ""],
    ["2", "Before", "Mentee", "No", ""],
    ["1", "After", "Mentor", "Yes", "A lot"],
    ["2", "After", "Mentee", "Yes", "Nothing"],
    ["3", "", "Mentee", "Yes", ""],
]


def parts(rows=ROWS):
    raw = read_upload(csv_file(rows))
    recognition = recognise(raw)
    part = Part(scope=SCOPE, role="mentor")
    cleaned = clean(raw, recognition, role=part.role)
    return cleaned, divide(cleaned, recognition, otherwise=part)


def of(found, stage, role):
    scope = Scope(organisation="A Trust", cohort="Cohort 1", stage=stage)
    return found[Part(scope=scope, role=role)]


def rows_of(survey):
    return [person.row for person in survey.responses.people]


def test_everybody_is_in_one_part_and_who_does_not_say_is_in_the_one_chosen():
    _, found = parts()

    assert len(found) == 4
    assert rows_of(of(found, "enrolment", "mentor")) == [2]
    assert rows_of(of(found, "enrolment", "mentee")) == [3, 6]
    assert rows_of(of(found, "end_of_cohort", "mentee")) == [5]


def test_one_id_at_two_stages_is_two_responses_and_no_duplicate():
    cleaned, _ = parts()

    assert cleaned.set_aside == ()


def test_one_id_twice_at_one_stage_is_still_a_duplicate():
    cleaned, found = parts([*ROWS, ROWS[3], ["4", "After", "Mentor", "No", ""]])

    (entry,) = cleaned.set_aside
    assert (entry.row, entry.rule) == (4, "duplicate_response")
    assert entry in of(found, "end_of_cohort", "mentor").log


def test_a_part_holds_the_questions_its_people_were_asked():
    _, found = parts()

    at_start, at_end = (of(found, one, "mentor") for one in ("enrolment", "end_of_cohort"))
    assert [q.id for q in at_start.responses.questions] == ["own_useful"]
    assert [q.id for q in at_end.responses.questions] == ["own_useful", "own_what_changed"]


def test_mentees_did_not_leave_empty_what_only_mentors_were_asked():
    rows = [
        ["Mentor or mentee?", GUIDANCE.wording, "Useful?"],
        ["Mentor", "How to set boundaries", "Yes"],
        ["Mentor", "", "Yes"],
        ["Mentee", "", "Yes"],
    ]
    _, found = parts(rows)

    mentors, mentees = (of(found, "enrolment", role) for role in ("mentor", "mentee"))
    assert list(mentors.responses.of(GUIDANCE)["answer"])[-1] == "nothing_ticked"
    assert GUIDANCE.id not in {question.id for question in mentees.responses.questions}
    assert mentees.responses.of(GUIDANCE).empty


def test_no_row_and_no_entry_of_the_log_vanishes():
    cleaned, found = parts([*ROWS, ["5", "Training", "Mentor", "", ""]])

    entries = [entry for survey in found.values() for entry in survey.log]
    assert sorted(entry.row for entry in entries) == sorted(entry.row for entry in cleaned.log)
    assert 7 in [entry.row for entry in entries]  # set aside; nobody else is of its part
    n_people = sum(len(survey.responses.people) for survey in found.values())
    assert n_people + len(cleaned.set_aside) == len(ROWS)


def test_several_cohorts_and_trusts_are_parts_too():
    rows = [["Trust", "Cohort", "Useful?"], ["North", "1", "Yes"], ["South", "2", "No"]]
    _, found = parts(rows)

    assert [(p.scope.organisation, p.scope.cohort) for p in found] == [
        ("North", "Cohort 1"),
        ("South", "Cohort 2"),
    ]
