import json

import pytest

from rm_eval import pipeline
from rm_eval.closing import close_stage
from rm_eval.errors import NotAllowed
from rm_eval.pipeline import Scope, look_at
from rm_eval.store import open_saved_work, remove_person, write_saved_work
from rm_eval.store.locked_file import unlock
from rm_eval.store.stages import is_closed
from tests.uploads import csv_file

PASSPHRASE = "four words not together"  # noqa: S105 - locks invented answers
FIRST = ["ST07A", "LO23K", "MA30E", "BI11N", "LE02S", "NO19T"]


def scope(stage="enrolment", cohort="Cohort 1"):
    return Scope(organisation="A Trust", cohort=cohort, stage=stage)


def keep(store, codes, stage="enrolment", *, role="mentee", cohort="Cohort 1"):
    answers = ([code, f"{stage} {cohort} {role} {at}"] for at, code in enumerate(codes))
    look = look_at(csv_file([["Participant code", "Why?"], *answers], name=f"{stage}.csv"))
    pipeline.keep(store, look, scope=scope(stage, cohort), role=role)


def linked(store, first, last):
    keep(store, first)
    keep(store, last, "end_of_cohort")
    (linking,) = pipeline.linkings(store)
    return linking


def rows(pairs):
    return [(pair.row, pair.later_row) for pair in pairs]


def test_the_same_code_at_two_stages_links_whatever_the_order_and_the_spelling(store):
    linking = linked(store, FIRST, ["no-19-t", "st07a", "XX55X"])

    assert rows(linking.linked) == [(2, 3), (7, 2)]
    assert linking.offers == ()
    assert (linking.n_alone, linking.n_later_alone) == (4, 1)


@pytest.mark.parametrize("typed", ["STO7A", "ST7A", "ST077A", "TS07A"])
def test_a_code_one_slip_away_is_offered_and_not_joined(store, typed):
    linking = linked(store, FIRST, [typed, "LO23K"])

    assert rows(linking.offers) == [(2, 2)]
    assert rows(linking.linked) == [(3, 3)]
    assert linking.offers[0].is_only_choice


def test_a_code_near_two_others_is_offered_with_a_warning(store):
    linking = linked(store, ["ST07A", "ST07B", *FIRST[1:]], ["ST07C"])

    assert rows(linking.offers) == [(2, 2), (3, 2)]
    assert not any(offer.is_only_choice for offer in linking.offers)


def test_somebody_whose_own_code_came_back_is_not_offered_to_another(store):
    linking = linked(store, ["ST07A", *FIRST[1:]], ["ST07A", "ST07B"])

    assert rows(linking.linked) == [(2, 2)]
    assert linking.offers == ()


@pytest.mark.parametrize(("is_same", "n_linked"), [(True, 1), (False, 0)])
def test_what_is_said_of_an_offer_is_kept(store, is_same, n_linked):
    linking = linked(store, FIRST, ["STO7A"])

    pipeline.say_same(store, linking, linking.offers[0], is_same=is_same)
    (again,) = pipeline.linkings(store)

    assert again.offers == ()
    assert len(again.linked) == n_linked


def test_what_was_said_can_be_taken_back(store):
    linking = linked(store, FIRST, ["STO7A"])
    pipeline.say_same(store, linking, linking.offers[0], is_same=True)
    assert pipeline.linkings(store)[0].n_said == 1

    pipeline.ask_again(store, linking)

    assert pipeline.linkings(store) == (linking,)


def test_codes_given_out_in_a_row_make_no_offers(store):
    linking = linked(store, [f"P{n:03}" for n in range(1, 9)], ["P002", "P009"])

    assert rows(linking.linked) == [(3, 2)]
    assert linking.are_too_alike
    assert linking.offers == ()


def test_one_code_of_two_people_links_nobody_by_itself(store):
    keep(store, FIRST)
    look = look_at(csv_file([["Participant code", "Why?"], ["ST07A", "So"], ["ST07A", "And so"]]))
    both = pipeline.look_again(look, undone=frozenset({"duplicate_response"}))
    pipeline.keep(store, both, scope=scope("end_of_cohort"), role="mentee")
    (linking,) = pipeline.linkings(store)

    assert linking.linked == ()
    assert rows(linking.offers) == [(2, 2), (2, 3)]
    assert not any(offer.is_only_choice for offer in linking.offers)


def test_people_without_a_code_are_counted_and_never_linked(store):
    linking = linked(store, ["ST07A", "", "N/A"], ["ST07A", ""])

    assert rows(linking.linked) == [(2, 2)]
    assert (linking.n_without, linking.n_later_without) == (2, 1)


def test_only_one_cohort_and_role_is_linked_from_the_earlier_to_the_later_stage(store):
    keep(store, FIRST)
    keep(store, FIRST, "training", role="mentor")
    keep(store, FIRST, "training", cohort="Cohort 2")
    assert pipeline.linkings(store) == ()

    keep(store, FIRST, "training")
    (linking,) = pipeline.linkings(store)
    assert (linking.earlier.scope.stage, linking.later.scope.stage) == ("enrolment", "training")


# Saved work -------------------------------------------------------------------------------------


def test_a_later_stage_links_to_work_that_was_saved_elsewhere(store, other):
    keep(store, FIRST)

    open_saved_work(other, write_saved_work(store, PASSPHRASE), PASSPHRASE)
    keep(other, ["ST07A", "L023K"], "end_of_cohort")

    (linking,) = pipeline.linkings(other)
    assert (rows(linking.linked), rows(linking.offers)) == ([(2, 2)], [(3, 3)])


def test_what_was_said_of_an_offer_is_saved_too(store, other):
    linking = linked(store, FIRST, ["STO7A"])
    pipeline.say_same(store, linking, linking.offers[0], is_same=True)

    open_saved_work(other, write_saved_work(store, PASSPHRASE), PASSPHRASE)

    assert rows(pipeline.linkings(other)[0].linked) == [(2, 2)]


def test_saved_work_holds_no_code_even_once_it_is_open(store):
    keep(store, FIRST)

    inside = unlock(write_saved_work(store, PASSPHRASE), PASSPHRASE)[1].decode()

    assert not any(code in inside for code in FIRST)
    assert json.loads(inside)["code_keys"] == [key.hex() for key in store.code_keys.every()]


def test_files_scrambled_on_two_computers_say_that_they_cannot_be_linked(store, other):
    keep(other, FIRST, "end_of_cohort")
    keep(store, FIRST)

    open_saved_work(other, write_saved_work(store, PASSPHRASE), PASSPHRASE)

    (linking,) = pipeline.linkings(other)
    assert not linking.has_key
    assert linking.linked == ()


# Removal ----------------------------------------------------------------------------------------


def test_one_persons_answers_are_removed_from_every_stage_by_their_code(store):
    linked(store, FIRST, ["ST07A", "LO23K"])
    for stage in ("enrolment", "end_of_cohort"):
        close_stage(store, scope(stage))

    touched = remove_person(store, "A Trust", "st 07 a")

    assert {dataset.scope.stage for dataset in touched} == {"enrolment", "end_of_cohort"}
    (linking,) = pipeline.linkings(store)
    assert rows(linking.linked) == [(3, 3)]
    for dataset in store.datasets():
        responses = store.responses(dataset.id)
        assert 2 not in {person.row for person in responses.people}
        assert not any(text.endswith(" 0") for text in responses.answers["text"])
        assert not is_closed(store, dataset.scope)


def test_whoever_was_the_last_takes_the_dataset_along(store):
    keep(store, ["ST07A"])

    remove_person(store, "A Trust", "ST07A")

    assert store.datasets() == ()


def test_a_code_nobody_has_removes_nobody(store):
    keep(store, FIRST)

    assert remove_person(store, "A Trust", "ST07B") == ()
    assert remove_person(store, "B Trust", "ST07A") == ()
    assert store.datasets()[0].n_people == 6
    with pytest.raises(NotAllowed, match="no participant code"):
        remove_person(store, "A Trust", " - ")
