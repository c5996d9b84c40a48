"""Cards and cohort records are kept, found and deleted; the sample and one's own never mix."""

import pytest

from rm_eval import pipeline
from rm_eval.errors import NotAllowed
from rm_eval.pipeline import Scope, look_at
from rm_eval.programme import Card, CohortRecord, Funnel, When
from rm_eval.sample import load_cards
from rm_eval.store import holds_own, open_saved_work, write_saved_work
from tests.uploads import forms_workbook

OWN = Card(organisation="An invented trust", levels="Board with bands 5 and 6")
PASSPHRASE = "four words not together"  # noqa: S105 - locks an invented card


def cohort(name, **said):
    return CohortRecord(organisation=OWN.organisation, cohort=name, **said)


def test_a_card_is_kept_and_found_by_its_organisation(store):
    pipeline.keep_card(store, OWN)

    assert pipeline.programme_card(store, "An invented trust") == OWN
    assert pipeline.programme_card(store, "Another trust") is None


def test_a_card_takes_the_place_of_the_former_one(store):
    pipeline.keep_card(store, OWN)
    pipeline.keep_card(store, Card(organisation=OWN.organisation, levels="All levels"))

    assert [card.levels for card in pipeline.programme_cards(store)] == ["All levels"]


def test_cohorts_stand_in_the_order_of_time(store):
    pipeline.keep_cohort_record(store, cohort("Autumn", start=When(2021, 10)))
    pipeline.keep_cohort_record(store, cohort("Spring", start=When(2021, 4)))

    names = [one.cohort for one in pipeline.cohort_records_of(store, OWN.organisation)]

    assert names == ["Spring", "Autumn"]


def test_cohorts_stand_by_name_where_one_has_no_date(store):
    pipeline.keep_cohort_record(store, cohort("Cohort 2", start=When(2020, 10)))
    pipeline.keep_cohort_record(store, cohort("Cohort 1"))

    names = [one.cohort for one in pipeline.cohort_records_of(store, OWN.organisation)]

    assert names == ["Cohort 1", "Cohort 2"]


def test_a_cohort_record_is_found_and_deleted_by_its_name(store):
    record = cohort("Cohort 1", mentors=Funnel(interested=27))
    pipeline.keep_cohort_record(store, record)
    assert pipeline.cohort_record(store, OWN.organisation, "Cohort 1") == record

    pipeline.delete_cohort_record(store, OWN.organisation, "Cohort 1")

    assert pipeline.cohort_record(store, OWN.organisation, "Cohort 1") is None


def test_deleting_a_card_takes_its_cohort_records_and_leaves_the_answers(store):
    scope = Scope(organisation=OWN.organisation, cohort="Cohort 1", stage="enrolment")
    look = look_at(forms_workbook({"Useful?": ["Yes"] * 6}))
    pipeline.keep(store, look, scope=scope, role="mentor")
    pipeline.keep_card(store, OWN)
    pipeline.keep_cohort_record(store, cohort("Cohort 1"))

    pipeline.delete_card(store, OWN.organisation)

    assert pipeline.programme_cards(store) == ()
    assert pipeline.cohort_records_of(store) == ()
    assert len(store.datasets()) == 1


# The sample ---------------------------------------------------------------------------------------


def test_the_cards_of_five_programmes_come_with_the_sample(store):
    load_cards(store)

    assert len(pipeline.programme_cards(store)) == 5
    assert all(card.sample for card in pipeline.programme_cards(store))
    assert not holds_own(store)


def test_clearing_the_sample_takes_its_cards_and_cohorts(store):
    load_cards(store)

    pipeline.clear_sample(store)

    assert pipeline.programme_cards(store) == ()
    assert pipeline.cohort_records_of(store) == ()


@pytest.mark.parametrize(
    ("keep", "own"), [(pipeline.keep_card, OWN), (pipeline.keep_cohort_record, cohort("One"))]
)
def test_the_first_thing_of_ones_own_clears_the_sample(store, keep, own):
    load_cards(store)

    keep(store, own)

    assert holds_own(store)
    assert not any(card.sample for card in pipeline.programme_cards(store))
    assert not any(one.sample for one in pipeline.cohort_records_of(store))


def test_the_first_answers_of_ones_own_clear_the_cards_of_the_sample(store):
    load_cards(store)
    scope = Scope(organisation=OWN.organisation, cohort="Cohort 1", stage="enrolment")

    look = look_at(forms_workbook({"Useful?": ["Yes"] * 6}))
    pipeline.keep(store, look, scope=scope, role="mentor")

    assert pipeline.programme_cards(store) == ()


def test_the_sample_is_not_loaded_beside_a_card_of_ones_own(store):
    pipeline.keep_card(store, OWN)

    with pytest.raises(NotAllowed, match="something of your own"):
        pipeline.load_sample(store)

    assert pipeline.programme_cards(store) == (OWN,)


def test_a_trust_of_the_sample_may_write_its_own_card_under_its_own_name(store):
    load_cards(store)
    name = pipeline.programme_cards(store)[0].organisation

    pipeline.keep_card(store, Card(organisation=name, levels="All levels"))

    assert [card.levels for card in pipeline.programme_cards(store)] == ["All levels"]


def test_nobodys_own_card_bears_the_name_of_the_sample(store):
    with pytest.raises(NotAllowed, match="Give your organisation another name"):
        pipeline.keep_card(store, Card(organisation="South East (sample)"))


def test_saved_work_brings_a_card_back_also_over_one_of_the_sample(store, other):
    load_cards(other)
    name = pipeline.programme_cards(other)[0].organisation
    pipeline.keep_card(store, Card(organisation=name, levels="All levels"))

    open_saved_work(other, write_saved_work(store, PASSPHRASE), PASSPHRASE)

    assert pipeline.programme_card(other, name).levels == "All levels"


def test_saved_work_carries_a_card_also_where_no_form_was_ever_added(store, other):
    pipeline.keep_card(store, OWN)
    pipeline.keep_cohort_record(store, cohort("Cohort 1", start=When(2020, 10)))

    open_saved_work(other, write_saved_work(store, PASSPHRASE), PASSPHRASE)

    assert pipeline.programme_cards(other) == (OWN,)
    assert pipeline.cohort_records_of(other)[0].start == When(2020, 10)
