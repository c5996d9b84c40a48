"""What somebody said of a form is remembered for that organisation and form."""

from datetime import UTC, datetime

from rm_eval import pipeline
from rm_eval.keep import as_remembered
from rm_eval.look import look_again, look_at
from rm_eval.pipeline import Scope
from rm_eval.recognise import Said
from rm_eval.store import open_saved_work, recall, write_saved_work
from tests.uploads import csv_file, forms_workbook

SCOPE = Scope(organisation="A Trust", cohort="Cohort 1", stage="enrolment")
REWORDED = "I have faith in the process that was set up."
OWN = "Do you trust how this is run?"
FORM = {REWORDED: ["Agree", "Disagree"], "Useful?": ["Yes", "No"], "Why?": ["a", "b"]}
FORM |= {"Would you come again?": ["Yes", "No"], OWN: ["Agree", "Agree"]}
PASSPHRASE = "four words not together"  # noqa: S105 - locks invented answers


def column(look, heading):
    return next(h.column for h in look.raw.headings if h.text == heading)


def said_once(store, scope=SCOPE):
    """A form of which somebody said two things, and used it."""
    look = look_at(forms_workbook(FORM))
    own, asked = Said(question=""), Said(question="enr_lm_support")
    look = look_again(look, said={column(look, REWORDED): own, column(look, OWN): asked})
    pipeline.keep(store, look, scope=scope, role="mentor")
    return look


def again(store, columns, organisation="A Trust"):
    look = look_at(forms_workbook(columns))
    return look, as_remembered(store, look, organisation)


def questions(look):
    return {match.heading: match.question.id for match in look.recognition.matches}


def test_the_same_form_with_its_columns_in_another_order_is_not_asked_about_again(store):
    said_once(store)

    look, known = again(store, dict(reversed(FORM.items())))

    assert questions(look)[REWORDED] == "enr_faith"
    assert questions(known)[REWORDED].startswith("own_")
    assert questions(known)[OWN] == "enr_lm_support"
    assert known.said[column(look, OWN)].on == datetime.now(UTC).date()
    assert [doubt.heading for doubt in known.doubts] == [REWORDED]  # shown as answered


def test_one_wording_that_changed_does_not_make_it_another_form(store):
    said_once(store)
    form = {"Was it of use?": ["Yes", "No"]} | FORM
    del form["Useful?"]

    _, known = again(store, form)

    assert questions(known)[OWN] == "enr_lm_support"


def test_another_form_with_the_same_question_is_asked_about(store):
    said_once(store)

    _, known = again(store, {OWN: ["Agree"], "Anything else?": ["No"], "Where?": ["Here"]})

    assert known.said == {}


def test_what_one_organisation_said_is_not_what_another_means(store):
    said_once(store)

    assert again(store, FORM, "B Trust")[1].said == {}
    look, known = again(store, FORM)
    assert as_remembered(store, known, "B Trust").said == {}
    assert questions(look) == questions(as_remembered(store, known, "B Trust"))


def test_what_is_said_now_counts_and_is_what_is_remembered_next(store):
    said_once(store)
    look, known = again(store, {heading: [*cells, cells[0]] for heading, cells in FORM.items()})
    at = column(look, REWORDED)

    changed = look_again(known, said={**known.said, at: Said(question="enr_faith")})
    pipeline.keep(store, changed, scope=SCOPE, role="mentor", replace=True)

    assert questions(changed)[REWORDED] == "enr_faith"
    assert recall(store, "A Trust", look.raw)[at].question == "enr_faith"


def test_two_columns_of_one_name_are_remembered_apart(store):
    rows = [["Why?", "Useful?", "Why?"], ["x", "Yes", ""], ["y", "No", "z"]]
    look = look_at(csv_file(rows))
    look = look_again(look, said={3: Said(question="enr_gain")})
    pipeline.keep(store, look, scope=SCOPE, role="mentor")

    assert set(recall(store, "A Trust", look.raw)) == {3}


def test_nothing_is_remembered_of_an_organisation_whose_answers_are_gone(store):
    look = said_once(store)

    store.delete(*(dataset.id for dataset in store.datasets()))

    assert recall(store, "A Trust", look.raw) == {}


def test_saved_work_brings_it_back(store, other):
    look = said_once(store)

    open_saved_work(other, write_saved_work(store, PASSPHRASE), PASSPHRASE)

    assert recall(other, "A Trust", look.raw) == recall(store, "A Trust", look.raw)
