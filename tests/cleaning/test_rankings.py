from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rm_eval.cleaning.layouts import clean_answer
from rm_eval.cleaning.rankings import BETWEEN_CELLS, clean_ranking
from rm_eval.questionnaire import Option, Question
from rm_eval.recognise import Match
from rm_eval.recognise.pieces.separators import OF_RANKINGS

RANKING = Question(
    id="rank",
    wording="Rank",
    type="ranking",
    options=tuple(Option(id=key, label=key.capitalize()) for key in ("trust", "safety", "time")),
)


def match(layout, labels):
    return Match(
        columns=(4, 5, 6),
        question=RANKING,
        heading="Rank",
        confidence=1,
        why="",
        layout=layout,
        labels=labels,
    )


PER_ITEM = match("column_per_item", ("Trust", "Safety", "Time"))
PER_PLACE = match("column_per_place", ("1st", "2nd", "3rd"))


def placed(cleaned):
    return {answer.answer: answer.place for answer in cleaned.answers}


def rules(cleaned):
    return [change.rule for change in cleaned.changes]


def test_a_list_gives_each_thing_its_place():
    cleaned = clean_ranking("Safety;Trust;Time;", RANKING)

    assert placed(cleaned) == {"safety": 1, "trust": 2, "time": 3}
    assert cleaned.changes == ()


def test_a_thing_that_ends_with_a_number_keeps_it():
    question = replace(RANKING, options=(Option(id="a", label="Part 1"), Option(id="b", label="B")))

    assert placed(clean_ranking("B > Part 1", question, separators=OF_RANKINGS)) == {"b": 1, "a": 2}


@pytest.mark.parametrize("text", ["Safety;Safety;Time", "1;1;2", "2;3;4"])
def test_a_list_that_is_no_ranking_is_left_out(text):
    cleaned = clean_ranking(text, RANKING)

    assert (cleaned.answers, rules(cleaned)) == ((), ["rank_invalid"])


def test_a_list_with_something_strange_in_it_is_left_out_and_never_renumbered():
    cleaned = clean_ranking("Pay;Safety;Trust;Time", RANKING)

    assert (cleaned.answers, rules(cleaned)) == ((), ["unknown_option"])


def test_a_list_that_leaves_something_out_keeps_what_it_places():
    cleaned = clean_ranking("Safety;;Time", RANKING)

    assert placed(cleaned) == {"safety": 1, "time": 2}
    assert rules(cleaned) == ["rank_incomplete"]


@pytest.mark.parametrize(
    ("cells", "places", "rule"),
    [
        (("1", "2", "3"), [1, 2, 3], None),
        (("1st", "2nd", "3rd"), [1, 2, 3], None),
        (("1.0", "2.0", "3.0"), [1, 2, 3], None),
        (("First", "Third", "Second"), [1, 3, 2], None),
        (("", "", ""), [], None),
        (("1", "1", "2"), [], "rank_invalid"),
        (("3", "3", "3"), [], "rank_invalid"),
        (("1", "2", "4"), [], "rank_invalid"),
        (("0", "1", "2"), [], "rank_invalid"),
        (("-1", "2", "x"), [], "rank_invalid"),
        (("1", "", "2"), [1, 2], "rank_incomplete"),
        (("3", "", ""), [3], "rank_incomplete"),
    ],
)
def test_a_column_an_item_gives_places_or_a_reason(cells, places, rule):
    cleaned = clean_answer(cells, PER_ITEM)

    assert [answer.place for answer in cleaned.answers] == places
    assert rules(cleaned) == ([rule] if rule else [])


@pytest.mark.parametrize(
    ("cells", "places", "rule"),
    [
        (("Time", "Trust", "Safety"), {"time": 1, "trust": 2, "safety": 3}, None),
        (("", "Trust", ""), {"trust": 2}, "rank_incomplete"),
        (("Time", "Time", ""), {}, "rank_invalid"),
        (("Time", "Pay", ""), {}, "unknown_option"),
        (("", "", ""), {}, None),
    ],
)
def test_a_column_a_place_gives_places_or_a_reason(cells, places, rule):
    cleaned = clean_answer(cells, PER_PLACE)

    assert placed(cleaned) == places
    assert rules(cleaned) == ([rule] if rule else [])


cells_of_places = st.tuples(*[st.sampled_from(["", "0", "1", "2", "3", "4", "1st", "x"])] * 3)


@given(cells_of_places)
def test_cleaning_cleaned_places_changes_nothing(cells):
    once = clean_answer(cells, PER_ITEM)
    if once.answers:
        again = clean_answer(tuple(once.after.split(BETWEEN_CELLS)), PER_ITEM)

        assert (placed(again), again.after) == (placed(once), once.after)


@given(cells_of_places)
def test_nobody_gives_a_place_twice_or_one_beyond_the_last(cells):
    places = [answer.place for answer in clean_answer(cells, PER_ITEM).answers]

    assert len(set(places)) == len(places)
    assert set(places) <= {1, 2, 3}
