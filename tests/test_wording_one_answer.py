"""One answer in a sentence, and nothing where so little is told that an action would tell more."""

from dataclasses import replace

import pytest

from rm_eval.wording.one_answer import answers_to_name, of_one_answer
from tests.factories import (
    chosen,
    published,
    ranked,
    ranking_question,
    scale_question,
    scored,
    tick_question,
    ticked,
    yes_no_question,
)

NEEDS = tick_question("A flow chart", "Dates in advance", short="help needed", mark="ordinary")


def shown(counts, n, audience="team"):
    return published(NEEDS, ticked(NEEDS, counts, n), audience=audience)


def test_how_many_ticked_one_answer_is_said_in_counts():
    assert (
        of_one_answer(shown([7, 2], 11), "option_0") == "Seven of 11 mentors ticked “A flow chart”"
    )


def test_both_roles_stand_in_one_sentence():
    both = (ticked(NEEDS, [7, 2], 11), ticked(NEEDS, [3, 0], 7, role="mentee"))

    words = of_one_answer(published(NEEDS, *both), "option_0")

    assert words == "Seven of 11 mentors and 3 of 7 mentees ticked “A flow chart”"


def test_what_was_asked_is_named_where_people_did_not_tick():
    useful = yes_no_question(short="usefulness")

    words = of_one_answer(published(useful, chosen(useful, [6, 1])), "no")

    assert words == "Usefulness: 1 of 7 mentors said “No”"


@pytest.mark.parametrize("audience", ["internal", "public"])
def test_a_range_that_may_be_nobody_is_not_said_beside_an_action(audience):
    assert list(shown([7, 1], 11, audience).rows["text"]) == ["7 of 11", "0 to 2 of 11"]

    assert of_one_answer(shown([7, 1], 11, audience), "option_1") == ""
    assert of_one_answer(shown([7, 0], 11, audience), "option_1") == ""


def test_a_range_that_is_surely_somebody_is_said():
    opinion = replace(NEEDS, mark="opinion")
    told = published(opinion, ticked(opinion, [10, 5], 11), audience="internal")

    assert of_one_answer(told, "option_0") == "Nine or more of 11 mentors ticked “A flow chart”"


def test_an_answer_nobody_gave_or_nobody_may_know_of_is_not_said():
    assert of_one_answer(shown([7, 0], 11), "option_1") == ""
    assert of_one_answer(shown([3, 1], 4, "internal"), "option_0") == ""
    assert of_one_answer(shown([7, 2], 11), "no such answer") == ""


def test_scores_and_places_have_no_answers_to_choose_from():
    score = scale_question()
    order = ranking_question("One", "Other")

    assert answers_to_name(published(score, scored(score, [7] * 6))) == {}
    assert answers_to_name(published(order, ranked(order, [[0, 1]] * 6))) == {}
    assert list(answers_to_name(shown([1, 1], 6)).values()) == ["A flow chart", "Dates in advance"]
