"""A look at a file: what somebody says and undoes before anything is kept."""

import time
import tracemalloc
from dataclasses import replace

import pytest

from rm_eval import pipeline
from rm_eval.errors import NotAllowed
from rm_eval.look import Refusal, look_again, look_at, look_at_each, look_or_refuse
from rm_eval.pipeline import Part, Scope, Store
from rm_eval.questionnaire import read_questionnaires
from rm_eval.recognise import Said
from rm_eval.table import Upload
from rm_eval.table.limits import MAX_CELL_CHARACTERS
from tests.uploads import csv_file, forms_workbook, workbook

SCOPE = Scope(organisation="A Trust", cohort="Cohort 1", stage="enrolment")
FAITH = "I have faith in the process that has been set up."
REWORDED = "I have faith in the process that was set up."
BOTH = {
    "Are you a mentor or a mentee?": ["Mentor", "Mentee", "Mentor", "", "Mentee"],
    FAITH: ["Agree", "Disagree", "Agree", "Agree", "Agree"],
}


@pytest.fixture
def store():
    store = Store()
    yield store
    store.close()


def ids(look):
    return [match.question.id for match in look.recognition.matches]


def test_one_refused_file_does_not_stop_the_others():
    bad, good = Upload(name="a.pdf", content=b"%PDF-1.4"), forms_workbook({"Useful?": ["Yes"]})

    refusal, look = look_at_each((bad, good))

    assert isinstance(refusal, Refusal)
    assert "a.pdf" in refusal.message
    assert ids(look) == ["own_useful"]


def test_two_sheets_that_look_like_a_survey_are_offered_by_name():
    rows = [["Useful?"], ["Yes"], ["No"]]
    both = workbook({"March": rows, "April": [*rows, ["Yes"]]})

    refusal = look_or_refuse(both)

    assert refusal.sheets == ("March", "April")
    assert len(look_or_refuse(refusal.upload, "April").raw.cells) == 3


def test_a_row_that_was_set_aside_comes_back_and_stays_on_the_receipt():
    look = look_at(forms_workbook({"Tell us more?": ["test", "It was good", "More time please"]}))
    assert (look.receipt.ready, look.receipt.set_aside) == (2, 1)

    again = look_again(look, undone=frozenset({"test_response"}))

    assert (again.receipt.ready, again.receipt.set_aside) == (3, 0)
    assert [used.rule for used in again.receipt.rules] == ["test_response"]
    assert look_again(again, undone=frozenset()).receipt == look.receipt


def test_what_is_undone_is_kept_undone(store):
    look = look_at(forms_workbook({"Tell us more?": ["test", "It was good", "More time please"]}))

    again = look_again(look, undone=frozenset({"test_response"}))
    pipeline.keep(store, again, scope=SCOPE, role="mentor")

    assert store.datasets()[0].n_people == 3


def test_a_doubtful_question_can_be_kept_as_one_of_its_own():
    look = look_at(forms_workbook({REWORDED: ["Agree", "Disagree"]}))
    (match,) = look.recognition.matches
    assert (match.question.id, pipeline.how_sure(match)) == ("enr_faith", "please check")
    column = match.columns[0]

    no = look_again(look, said={column: Said(question="")})
    yes = look_again(look, said={column: Said(question="enr_faith")})

    assert not no.recognition.matches[0].question.known
    assert pipeline.how_sure(yes.recognition.matches[0]) == "sure"


def test_two_wordings_of_one_question_are_joined_only_when_somebody_says_so():
    columns = {FAITH: ["Agree", "Disagree", ""], REWORDED: ["", "", "agree "]}
    look = look_at(forms_workbook(columns))
    first, second = look.recognition.matches
    assert (second.perhaps, pipeline.how_sure(second)) == ("enr_faith", "please check")
    assert not second.question.known

    joined = look_again(look, said={second.columns[0]: Said(question="enr_faith")})

    (one,) = joined.recognition.matches
    assert (one.question.id, one.columns) == ("enr_faith", (*first.columns, *second.columns))
    assert list(joined.cleaned.responses.answers["answer"]) == ["agree", "disagree", "agree"]


def test_a_change_in_a_joined_question_names_the_column_it_was_in():
    columns = {FAITH: ["Agree", "Disagree", ""], REWORDED: ["", "", "agree."]}
    look = look_at(forms_workbook(columns))
    second = look.recognition.matches[1].columns[0]

    (entry,) = look_again(look, said={second: Said(question="enr_faith")}).cleaned.log

    assert (entry.column, entry.before) == (second, "agree.")
    assert entry.after


def test_questions_that_somebody_answered_both_of_are_never_joined():
    look = look_at(forms_workbook({FAITH: ["Agree", "Agree"], REWORDED: ["", "Disagree"]}))
    second = look.recognition.matches[1]
    assert second.perhaps == ""

    again = look_again(look, said={second.columns[0]: Said(question="enr_faith")})

    assert len(again.recognition.matches) == 2


def test_a_file_of_both_roles_is_kept_as_two_in_one_go(store):
    look = look_at(forms_workbook(BOTH))
    assert look.dividers["role"].counted == {"mentor": 2, "mentee": 2}
    assert look.dividers["role"].unsaid == {5: ""}

    sent = {Part(scope=SCOPE, role="mentor"): 4, Part(scope=SCOPE, role="mentee"): 2}
    pipeline.keep(store, look, scope=SCOPE, role="mentor", as_said=["role"], n_sent=sent)

    kept = {d.role: (d.n_people, d.n_sent) for d in store.datasets()}
    assert kept == {"mentor": (3, 4), "mentee": (2, 2)}


def test_a_file_of_both_roles_twice_changes_nothing(store):
    look = look_at(forms_workbook(BOTH))
    pipeline.keep(store, look, scope=SCOPE, role="mentor", as_said=["role"])
    kept = store.datasets()

    with pytest.raises(NotAllowed, match="here already"):
        pipeline.keep(store, look, scope=SCOPE, role="mentor", as_said=["role"], replace=True)
    assert store.datasets() == kept


def test_a_later_export_of_both_roles_replaces_both(store):
    pipeline.keep(
        store, look_at(forms_workbook(BOTH)), scope=SCOPE, role="mentor", as_said=["role"]
    )
    more = {wording: [*answers, answers[0]] for wording, answers in BOTH.items()}
    later = look_at(forms_workbook(more))

    found = pipeline.changes_since(store, later, scope=SCOPE, role="mentor", as_said=["role"])
    pipeline.keep(store, later, scope=SCOPE, role="mentor", as_said=["role"], replace=True)

    assert (found.added, found.changed, found.gone, found.same) == (1, 0, 0, 5)
    assert {d.role: d.n_people for d in store.datasets()} == {"mentor": 4, "mentee": 2}


def test_everybody_can_be_said_to_be_of_one_role(store):
    pipeline.keep(store, look_at(forms_workbook(BOTH)), scope=SCOPE, role="mentor")

    assert [(d.role, d.n_people) for d in store.datasets()] == [("mentor", 5)]


def test_each_role_has_only_the_questions_it_was_asked(store):
    guidance = next(q for q in read_questionnaires()[0].questions if q.id == "enr_m_guidance")
    columns = BOTH | {guidance.wording: ["How to set boundaries;", "", "", "", ""]}
    pipeline.keep(
        store, look_at(forms_workbook(columns)), scope=SCOPE, role="mentor", as_said=["role"]
    )

    asked = {d.role: {q.id for q in store.responses(d.id).questions} for d in store.datasets()}

    assert "enr_m_guidance" in asked["mentor"]
    assert "enr_faith" in asked["mentee"]


def test_fewer_cannot_have_been_sent_the_form_than_answered(store):
    look = look_at(csv_file([["Useful?"], ["yes"], ["no"]]))

    with pytest.raises(NotAllowed, match="but 2 answered"):
        pipeline.keep(store, look, scope=SCOPE, role="mentor", n_sent=1)
    assert store.datasets() == ()


TWO_STAGES = {
    "Which survey is this?": ["Before", "Before", "After", "After", "Half-way"],
    "Useful?": ["Yes", "No", "Yes", "Yes", "No"],
}


def test_a_file_of_two_stages_is_kept_as_two_in_one_go(store):
    look = look_at(forms_workbook(TWO_STAGES))
    assert look.recognition.stage is None
    assert look.dividers["stage"].counted == {"enrolment": 2, "end_of_cohort": 2}

    training = replace(SCOPE, stage="training")
    pipeline.keep(store, look, scope=training, role="mentor", as_said=["stage"])

    kept = {d.scope.stage: d.n_people for d in store.datasets()}
    assert kept == {"enrolment": 2, "training": 1, "end_of_cohort": 2}


def test_one_number_sent_says_too_little_of_several_groups(store):
    look = look_at(forms_workbook(TWO_STAGES))

    with pytest.raises(NotAllowed, match="several groups"):
        pipeline.keep(store, look, scope=SCOPE, role="mentor", as_said=["stage"], n_sent=9)


def test_a_later_export_of_two_stages_is_compared_stage_by_stage(store):
    fields = {"scope": SCOPE, "role": "mentor", "as_said": ["stage"]}
    pipeline.keep(store, look_at(forms_workbook(TWO_STAGES)), **fields)
    more = {wording: [*answers, answers[2]] for wording, answers in TWO_STAGES.items()}

    found = pipeline.changes_since(store, look_at(forms_workbook(more)), **fields)

    assert (found.added, found.changed, found.gone, found.same) == (1, 0, 0, 5)


def test_a_test_of_the_form_names_no_trust_of_its_own():
    rows = [["Trust", "Tell us more?"], ["North", "Good"], ["asdf", "test"]]
    look = look_at(csv_file(rows))

    assert look.dividers == {}


@pytest.mark.parametrize("piece", ["x", "a - ", "a: ", "1 to ", "10 = a ", ",", "{", " "])
def test_a_heading_as_long_as_a_cell_may_be_costs_little(piece):
    heading = f"a{piece * (MAX_CELL_CHARACTERS // len(piece) - 2)}"
    rows = [["ID", heading, f"{heading}?"], ["1", "7", "Yes"], ["2", "8", "No"]]
    tracemalloc.start()
    started = time.process_time()

    look_at(csv_file(rows))

    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert time.process_time() - started < 10
    assert peak < 50 * 1024**2


@pytest.mark.parametrize("number", ["9" * 6000, "٧" * 6000, f"1/2/{'9' * 6000}", "1e999999", "²"])
@pytest.mark.parametrize("heading", ["Age", "How confident are you? (1-10)", "Completion time"])
def test_a_number_no_computer_reads_is_read_by_nobody(number, heading):
    rows = [["ID", heading, number], ["1", number, "Yes"], ["2", "7", "No"], ["3", number, "Yes"]]

    assert len(look_at(csv_file(rows)).raw.cells) == 3


@pytest.mark.parametrize("piece", ["a, ", "a\n", "(a), ", "[ ", "{", " ", "1 = a, "])
def test_an_answer_as_long_as_a_cell_may_be_costs_little(piece):
    answer = f"[{piece * (MAX_CELL_CHARACTERS // len(piece) - 2)}b"
    rows = [["ID", "What changed?", "Areas"], *([str(n), answer, "a"] for n in range(20))]
    started = time.process_time()

    look_at(csv_file(rows))

    assert time.process_time() - started < 5


def test_thousands_of_different_things_in_a_cell_take_no_memory_to_speak_of():
    things = ", ".join(f"w{n}" for n in range(4000))
    rows = [["ID", "Which areas?"], *([str(n), f"{things}, x{n}"] for n in range(3))]
    tracemalloc.start()

    look_at(csv_file(rows))

    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 100 * 1024**2


def test_hundreds_of_columns_of_hundreds_of_options_cost_little():
    options = [f"Which? [Option {n}]" for n in range(800)]
    rows = [["ID", *options], *([str(n), *(["Yes", ""] * 400)[n:], *[""] * n] for n in range(40))]
    started = time.process_time()

    look = look_at(csv_file(rows))

    assert time.process_time() - started < 10
    assert len(look.recognition.matches[0].question.options) == 800
