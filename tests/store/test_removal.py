"""One person's answers go, wherever they stand, and nobody else's do."""

import pytest
from sqlalchemy import select

from rm_eval import pipeline
from rm_eval.closing import close_stage
from rm_eval.pipeline import Part, Scope, look_at
from rm_eval.store import linkings, say_same
from rm_eval.store.removal import find_by_code, find_by_row, given_out, remove, remove_person
from rm_eval.store.schema import codes, people
from rm_eval.store.stages import is_closed
from tests.uploads import csv_file

CODES = ["ST07A", "LO23K", "MA30E", "BI11N", "LE02S", "NO19T"]
THEIR_WORDS = "a xylophonic sentence of one person"
THEIR_OPTION = "Quoxbury House"
THEIR_SCORE = "eleventy-kumquat"


def scope(stage="enrolment"):
    return Scope(organisation="A Trust", cohort="Cohort 1", stage=stage)


def keep(store, stage="enrolment", codes_=CODES, role="mentee"):
    """The first person stands out; all others say the same."""
    headings = ["Participant code", "How confident are you?", f"Where in {stage}?", "Why?"]
    mine = [THEIR_SCORE, THEIR_OPTION, THEIR_WORDS]
    others = [["7", "Elsewhere", "of everybody"], ["8", "Nowhere", "of everybody else"]]
    rows = [[code, *(mine if at == 0 else others[at % 2])] for at, code in enumerate(codes_)]
    look = look_at(csv_file([headings, *rows, *([["", *others[0]]] * 4)]))
    (key,) = pipeline.keep(store, look, scope=scope(stage), role=role)
    return key


def test_what_will_go_is_seen_before_it_goes(store):
    keep(store)
    keep(store, "training")

    found = find_by_code(store, "A Trust", "st 07 a")

    assert [(one.dataset.scope.stage, one.row) for one in found] == [
        ("enrolment", 2),
        ("training", 2),
    ]
    assert {one.n_questions for one in found} == {2}
    assert sum(dataset.n_people for dataset in store.datasets()) == 20


def test_one_person_goes_from_every_stage_and_from_every_byte(store, database):
    keep(store)
    keep(store, "training")
    close_stage(store, scope())
    theirs = fingerprints(store)
    assert database.holds(THEIR_WORDS, THEIR_OPTION, THEIR_SCORE, *theirs)

    remove_person(store, "A Trust", "ST07A")

    assert [dataset.n_people for dataset in store.datasets()] == [9, 9]
    assert not is_closed(store, scope())
    # What was given out stays known, as a keyed fingerprint: a figure without them would tell.
    assert set(database.holds(THEIR_WORDS, THEIR_OPTION, THEIR_SCORE, *theirs)) <= set(theirs)
    assert database.holds("of everybody", "Elsewhere") == ["of everybody", "Elsewhere"]


def fingerprints(store):
    with store.engine.connect() as connection:
        hashes = connection.execute(select(codes.c.hash).where(codes.c.person == 1)).scalars()
        own = connection.execute(select(people.c.answers).where(people.c.person == 1)).scalars()
        return [*own] if [*hashes] else []


def test_a_code_that_somebody_said_is_the_same_persons_goes_with_it(store):
    keep(store)
    keep(store, "training", ["ST07B", *CODES[1:]])
    (linking,) = linkings(store)
    (offer,) = linking.offers
    say_same(store, linking, offer, is_same=True)

    assert len(find_by_code(store, "A Trust", "ST07A")) == 2

    remove_person(store, "A Trust", "ST07B")
    assert [dataset.n_people for dataset in store.datasets()] == [9, 9]


def test_two_people_of_whom_somebody_said_that_they_are_two_stay_two(store):
    keep(store)
    keep(store, "training", ["ST07B", *CODES[1:]])
    (linking,) = linkings(store)
    say_same(store, linking, linking.offers[0], is_same=False)

    assert len(find_by_code(store, "A Trust", "ST07A")) == 1


def test_somebody_without_a_code_goes_by_the_row_of_the_file(store, database):
    key = keep(store, codes_=["", *CODES[1:]])

    found = find_by_row(store, Part(scope=scope(), role="mentee"), 2)
    (touched,) = remove(store, found)

    assert touched.id == key
    assert database.holds(THEIR_WORDS, THEIR_OPTION, THEIR_SCORE) == []
    assert store.datasets()[0].n_people == 9


def test_a_row_leads_to_the_other_stages_by_its_code(store):
    keep(store)
    keep(store, "training")

    assert len(find_by_row(store, Part(scope=scope(), role="mentee"), 2)) == 2


@pytest.mark.parametrize(("row", "role"), [(99, "mentee"), (1, "mentee"), (2, "mentor")])
def test_a_row_that_is_nobodys_finds_nobody(store, row, role):
    keep(store)

    assert find_by_row(store, Part(scope=scope(), role=role), row) == ()
    assert remove(store, ()) == ()


def test_an_option_of_our_form_stays_though_nobody_chose_it_any_more(store):
    pipeline.load_sample(store)
    part = store.datasets()[0].part
    before = store.responses(store.datasets()[0].id).questions

    remove(store, find_by_row(store, part, 2))

    known = [q for q in before if q.known]
    after = store.responses(store.datasets()[0].id).questions
    assert [q for q in after if q.known] == known


def test_the_last_person_takes_the_dataset_along(store):
    look = look_at(csv_file([["Participant code", "Why?"], ["ST07A", "So"]]))
    pipeline.keep(store, look, scope=scope(), role="mentor")

    remove_person(store, "A Trust", "ST07A")

    assert store.datasets() == ()


def days_given_out(store, *codes_):
    return [
        [scope.stage for scope, _ in given_out(store, find_by_code(store, "A Trust", code))]
        for code in codes_
    ]


def test_the_figures_given_out_with_somebodys_answers_are_listed(store):
    keep(store)
    keep(store, "training")
    assert days_given_out(store, "ST07A") == [[]]

    close_stage(store, scope())

    assert days_given_out(store, "ST07A", "LO23K") == [["enrolment"], ["enrolment"]]


def test_somebody_who_answered_after_a_closing_is_in_no_figures_given_out(store):
    keep(store, codes_=CODES[1:])
    close_stage(store, scope())
    look = look_at(late_file())
    pipeline.keep(store, look, scope=scope(), role="mentee", replace=True)

    assert days_given_out(store, "ZZ99Z") == [[]]


def late_file():
    headings = ["Participant code", "How confident are you?", "Where in enrolment?", "Why?"]
    return csv_file([headings, ["ZZ99Z", "3", "Nowhere at all", "only I say this"], *OTHERS])


OTHERS = [[code, "7", "Elsewhere", "of everybody"] for code in CODES]
