"""A question in other words than before, or than at another stage, is pointed out."""

from dataclasses import replace

import pytest

from rm_eval import pipeline
from rm_eval.look import look_at
from rm_eval.pipeline import Scope, reworded_since
from tests.uploads import csv_file, forms_workbook

SCOPE = Scope(organisation="A Trust", cohort="Cohort 1", stage="enrolment")
END = replace(SCOPE, stage="end_of_cohort")
FAITH = "I have faith in the process that has been set up."
REWORDED = "I have faith in the process that was set up."
SAFE = "How safe do you feel to speak up at work?"
SAFER = "How safe do you feel to speak up at your work?"


def kept(store, scope=SCOPE, role="mentor", **columns):
    pipeline.keep(store, look_at(forms_workbook(columns)), scope=scope, role=role)


def found(store, scope=SCOPE, role="mentor", **columns):
    look = look_at(csv_file([list(columns), *zip(*columns.values(), strict=True)]))
    return [one.sentence for one in reworded_since(store, look, scope=scope, role=role)]


def test_a_question_of_our_form_in_other_words_at_another_stage(store):
    kept(store, **{FAITH: ["Agree", "Disagree"]})

    (sentence,) = found(store, END, **{REWORDED: ["Agree", "Agree"]})

    assert sentence == f'At enrolment this asked "{FAITH}"; now "{REWORDED}": compare with care.'


def test_a_question_of_the_files_own_in_other_words_than_in_the_former_export(store):
    kept(store, **{SAFE: ["Very", "Not"]})

    (sentence,) = found(store, **{SAFER: ["Very", "Not"]})

    assert sentence.startswith("In the export of ")
    assert SAFE in sentence


def test_what_was_pointed_out_is_kept_with_the_answers(store):
    kept(store, **{FAITH: ["Agree", "Disagree"]})
    kept(store, END, **{REWORDED: ["Agree", "Agree"]})

    (end,) = [dataset for dataset in store.datasets() if dataset.scope == END]
    assert [notice.code for notice in store.notices(end.id)] == ["reworded"]
    assert store.asked(end.id) == {"end_faith": REWORDED}


@pytest.mark.parametrize("now", [FAITH, f"<b>{FAITH.upper()}</b>", "Anything else?"])
def test_the_same_words_and_other_questions_are_not_pointed_out(store, now):
    kept(store, **{FAITH: ["Agree", "Disagree"]})

    assert found(store, END, **{now: ["Agree", "Agree"]}) == []


def test_mentees_and_other_cohorts_are_asked_what_they_are_asked(store):
    kept(store, **{SAFE: ["Very", "Not"]})

    assert found(store, role="mentee", **{SAFER: ["Very", "Not"]}) == []
    assert found(store, replace(SCOPE, cohort="Cohort 2"), **{SAFER: ["Very", "Not"]}) == []
