import os
from dataclasses import replace

import pytest

from rm_eval import pipeline
from rm_eval.errors import NotAllowed
from rm_eval.pipeline import Part, Scope, Store, look_at
from rm_eval.store import place_of_answers
from tests.uploads import forms_workbook

SCOPE = Scope(organisation="A Trust", cohort="Cohort 1", stage="enrolment")
VERY_PARTICULAR = "a very particular sentence about my manager"
SENIOR = (
    "on a scale of 1 to 10 how confident are you talking about your BAME experiences in the NHS "
    "with senior leaders"
)
COLUMNS = {"Useful?": ["Yes", "No", None], "Tell us more": [VERY_PARTICULAR, "Fine", None]}


def keep(store, upload, **fields):
    fields = {"scope": SCOPE, "role": "mentor"} | fields
    (key,) = pipeline.keep(store, look_at(upload), **fields)
    return key


def test_what_was_kept_comes_back_the_same(store):
    look = look_at(forms_workbook(COLUMNS))
    (key,) = pipeline.keep(store, look, scope=SCOPE, role="mentor", n_sent=15)

    back = store.responses(key)

    assert back.questions == look.cleaned.responses.questions
    assert back.people == look.cleaned.responses.people
    assert back.answers.equals(look.cleaned.responses.answers)
    assert store.log(key) == look.cleaned.log
    assert store.datasets()[0].n_sent == 15
    assert store.datasets()[0].n_people == 2


def test_a_restart_loses_nothing(database):
    first = database.store()
    key = keep(first, forms_workbook(COLUMNS))
    first.close()

    again = database.store()

    assert [dataset.id for dataset in again.datasets()] == [key]
    assert len(again.responses(key).people) == 2
    again.close()


def test_the_same_file_twice_changes_nothing_and_says_so(store):
    upload = forms_workbook(COLUMNS)
    keep(store, upload)

    with pytest.raises(NotAllowed, match="here already.*Nothing was changed"):
        keep(store, upload, scope=Scope(organisation="B", cohort="2", stage="training"))
    assert len(store.datasets()) == 1


def test_another_file_for_the_same_cohort_stage_and_role_is_not_mixed_in(store):
    keep(store, forms_workbook(COLUMNS))

    with pytest.raises(NotAllowed, match="the mentors of A Trust, Cohort 1 are here already"):
        keep(store, forms_workbook({"Useful?": ["No"]}))
    assert store.datasets()[0].n_people == 2


def test_names_and_e_mails_never_reach_a_file(store, database):
    columns = {"Useful?": ["Yes"], "What is your name?": ["Sam Sample"]}
    keep(store, forms_workbook(columns, email="sam@example.org"))

    assert database.holds("Useful?", "Sam Sample", "sam@example.org") == ["Useful?"]


def test_a_file_named_after_somebody_is_kept_without_their_details(store):
    upload = forms_workbook({"Useful?": ["Yes", "No"]}, name="Ask jo@example.org 07700 900123.xlsx")
    keep(store, upload)

    (dataset,) = store.datasets()

    assert "jo@" not in dataset.file_name
    assert "900123" not in dataset.file_name


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps a user's folder private by itself")
def test_answers_are_their_owners_alone_to_read(tmp_path):
    keep(Store(f"sqlite:///{tmp_path / 'new.sqlite3'}"), forms_workbook({"Useful?": ["Yes", "No"]}))

    assert [oct(file.stat().st_mode & 0o077) for file in tmp_path.iterdir()] == ["0o0"] * 2


def test_a_save_that_breaks_half_way_leaves_nothing(store):
    """An entry without its row breaks the insert of the log; the answers must not stay."""
    look = look_at(forms_workbook({SENIOR: ["8", "11"]}))
    entry = look.cleaned.log[0]
    broken = replace(look.cleaned, log=(entry, _with_no_row(entry)))

    with pytest.raises(Exception, match="(?i)not[ -]null"):
        store.save(look.raw, {Part(scope=SCOPE, role="mentor"): broken})
    assert store.datasets() == ()


def _with_no_row(entry):
    broken = object.__new__(type(entry))
    for name in entry.__slots__:
        object.__setattr__(broken, name, None if name == "row" else getattr(entry, name))
    return broken


def test_two_stores_in_memory_share_nothing():
    one, two = Store(), Store()
    keep(one, forms_workbook(COLUMNS))

    assert two.datasets() == ()
    one.close()
    two.close()


def test_nothing_set_means_nothing_is_kept(monkeypatch):
    monkeypatch.delenv("RM_EVAL_MODE", raising=False)
    monkeypatch.setenv("RM_EVAL_DATABASE_URL", "sqlite:////somewhere/else.sqlite3")

    place = place_of_answers()

    assert (place.mode, place.url) == ("visitor", "sqlite://")
    assert "Nothing you add is kept" in place.sentence


def test_local_mode_says_in_which_file_answers_are(monkeypatch, tmp_path):
    monkeypatch.setenv("RM_EVAL_MODE", "local")
    monkeypatch.setenv("RM_EVAL_DATABASE_URL", f"sqlite:///{tmp_path}/here.sqlite3")

    assert f"{tmp_path}/here.sqlite3" in place_of_answers().sentence


def test_a_database_elsewhere_is_named_and_its_password_is_not(monkeypatch):
    monkeypatch.setenv("RM_EVAL_MODE", "local")
    monkeypatch.setenv("RM_EVAL_DATABASE_URL", "postgresql+psycopg://u:hunter2@db/x")

    assert "kept in a database on db, until" in place_of_answers().sentence
    assert "hunter2" not in place_of_answers().sentence
