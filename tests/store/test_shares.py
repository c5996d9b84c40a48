"""What other organisations shared is kept by cohort: the newer replaces the older, never mixed."""

from dataclasses import replace
from datetime import timedelta

import pytest

from rm_eval import pipeline
from rm_eval.disclosure import tell
from rm_eval.errors import NotAllowed
from rm_eval.pipeline import Scope, look_at
from rm_eval.store import (
    delete_shared,
    holds_own,
    keep_shared,
    open_saved_work,
    shared_kept,
    shares_kept,
    shares_key,
    write_saved_work,
)
from rm_eval.store.beside import cards, keep_beside
from tests.factories import A_DAY, chosen, measured, yes_no_question
from tests.share.share_files import NAME, card, record, shared
from tests.uploads import forms_workbook

PASSPHRASE = "four words not together"  # noqa: S105 - locks invented figures
LATER = A_DAY + timedelta(days=30)


def useful(yes=6, n=11):
    question = yes_no_question()
    return tell(measured(question, chosen(question, [yes, n - yes])))


ONE = replace(shared(useful()), card=card(), records=(record(),))
TWO = shared(useful(8), cohort="Cohort 2", made_on=LATER)
OTHER = shared(useful(4), organisation="Border Trust (invented)")
SAMPLE = shared(useful(), organisation="Fenland (sample)", sample=True)


def names(store):
    return [(one.organisation, one.cohort) for one in shares_kept(store)]


def own_answers(store, organisation=NAME, *, sample=False):
    scope = Scope(organisation=organisation, cohort="Cohort 1", stage="enrolment")
    look = look_at(forms_workbook({"Useful?": ["Yes"] * 6}))
    pipeline.keep(store, look, scope=scope, role="mentor", sample=sample)


def test_what_is_kept_comes_back_as_it_was_shared(store):
    arrival = keep_shared(store, ONE)
    assert (arrival.added, dict(arrival.replaced)) == (("Cohort 1",), {})
    assert shared_kept(store) == (ONE,)


def test_organisations_stand_in_the_order_of_the_alphabet_with_all_their_cohorts(store):
    for one in (ONE, TWO, OTHER):
        keep_shared(store, one)
    border, fenland = shared_kept(store)
    assert (border, fenland.organisation) == (OTHER, NAME)
    assert fenland.cohorts == ("Cohort 1", "Cohort 2")
    assert (fenland.made_on, fenland.card) == (LATER, ONE.card)


def test_a_newer_file_replaces_the_cohorts_it_holds_and_the_others_stay(store):
    keep_shared(store, ONE)
    keep_shared(store, TWO)
    newer = shared(useful(9), made_on=LATER)
    arrival = keep_shared(store, newer)
    assert arrival.replaced == {"Cohort 1": ONE}
    assert arrival.stayed == ("Cohort 2",)
    (kept,) = shared_kept(store)
    assert kept.stages == (*newer.stages, *TWO.stages)


def test_an_older_file_is_refused_with_both_days(store):
    keep_shared(store, shared(useful(9), made_on=LATER))
    with pytest.raises(
        NotAllowed, match="from 21 December 2026; this file is from 21 November"
    ) as no:
        keep_shared(store, ONE)
    assert no.value.code == "older_share_file"
    assert shares_kept(store)[0].shared.made_on == LATER


def test_the_same_file_again_changes_nothing(store):
    keep_shared(store, ONE)
    arrival = keep_shared(store, ONE)
    assert (arrival.same, dict(arrival.replaced), arrival.added) == (("Cohort 1",), {}, ())


def test_of_an_organisation_whose_answers_are_here_no_file_is_taken(store):
    own_answers(store, NAME.upper())
    with pytest.raises(NotAllowed, match="are kept here") as refused:
        keep_shared(store, ONE)
    assert refused.value.code == "own_organisation"


def test_where_its_answers_come_later_they_hold_and_the_file_is_left_out(store):
    keep_shared(store, ONE)
    keep_shared(store, OTHER)
    own_answers(store)
    assert shared_kept(store) == (OTHER,)
    assert len(shares_kept(store)) == 2


def test_a_name_spelled_otherwise_is_asked_about(store):
    keep_shared(store, ONE)
    with pytest.raises(NotAllowed, match="delete the ones you have first") as refused:
        keep_shared(store, shared(useful(), organisation=NAME.replace(" ", "  ").lower()))
    assert refused.value.code == "other_spelling"


@pytest.mark.parametrize(
    "name",
    [
        "FENLAND  TRUST (invented)",
        "Fеnlаnd Trust (invented)",
        "Fenland Τrust (invented)",
        "Ｆenland Trust (invented)",
        "Fénland Trust (invented)",
        "Fenland\u00a0Trust – (invented).",
    ],
)
def test_a_name_that_only_looks_like_another_is_asked_about(store, name):
    keep_shared(store, ONE)
    with pytest.raises(NotAllowed) as refused:
        keep_shared(store, replace(OTHER, organisation=name))
    assert refused.value.code == "other_spelling"
    assert names(store) == [(NAME, "Cohort 1")]


def test_names_that_differ_to_the_eye_are_two(store):
    for name in (NAME, "Fenland Trust 2 (invented)", "Fenlands Trust (invented)", "東京", "大阪"):
        keep_shared(store, replace(OTHER, organisation=name))
    assert len(names(store)) == 5


def test_ones_own_share_files_clear_the_sample(store):
    own_answers(store, "South East (sample)", sample=True)
    keep_shared(store, SAMPLE)
    keep_shared(store, ONE)
    assert store.datasets() == ()
    assert names(store) == [(NAME, "Cohort 1")]
    assert holds_own(store)


def test_a_file_of_the_sample_is_refused_beside_ones_own(store):
    with store.change() as connection:
        keep_beside(connection, cards, {"organisation": "A Trust"}, {})
    with pytest.raises(NotAllowed, match="never mixed") as refused:
        keep_shared(store, SAMPLE)
    assert refused.value.code == "not_with_sample"


def test_nobody_real_is_called_as_the_sample_is(store):
    with pytest.raises(NotAllowed) as refused:
        keep_shared(store, replace(SAMPLE, sample=False))
    assert refused.value.code == "sample_name"


def test_a_card_is_kept_before_there_is_any_cohort_and_goes_when_there_is_one(store):
    early = replace(ONE, stages=(), records=())
    keep_shared(store, early)
    assert shared_kept(store) == (early,)
    keep_shared(store, replace(ONE, made_on=LATER))
    assert names(store) == [(NAME, "Cohort 1")]


def test_a_cohort_or_an_organisation_is_deleted(store):
    for one in (ONE, TWO, OTHER):
        keep_shared(store, one)
    assert delete_shared(store, NAME, "Cohort 1") == 1
    assert names(store) == [(OTHER.organisation, "Cohort 1"), (NAME, "Cohort 2")]
    assert delete_shared(store, NAME) == 1
    assert shared_kept(store) == (OTHER,)


def test_saved_work_brings_it_back(store, other):
    keep_shared(store, ONE)
    open_saved_work(other, write_saved_work(store, PASSPHRASE), PASSPHRASE)
    assert shared_kept(other) == (ONE,)


def test_a_key_changes_with_whatever_is_kept(store):
    keys = [shares_key(store)]
    for change in (
        lambda: keep_shared(store, ONE),
        lambda: keep_shared(store, replace(ONE, made_on=LATER)),
        lambda: delete_shared(store, NAME),
    ):
        change()
        keys.append(shares_key(store))
    assert len(set(keys)) == 3
    assert keys[0] == keys[-1] == ()


def test_the_file_for_anybody_never_takes_the_place_of_that_of_the_day_for_the_region(store):
    region = shared(useful())
    anybody = replace(region, audience="public")
    assert keep_shared(store, region).added == ("Cohort 1",)
    arrival = keep_shared(store, anybody)
    assert (arrival.same, dict(arrival.replaced)) == (("Cohort 1",), {})
    assert [one.audience for one in shared_kept(store)] == ["internal"]
    later = replace(anybody, made_on=anybody.made_on + timedelta(days=1))
    assert list(keep_shared(store, later).replaced) == ["Cohort 1"]
