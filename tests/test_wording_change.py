import re

import pytest

from rm_eval.wording import alt_text, from_to, headline, in_counts, notes, numbers_table, subtitle
from tests.charts.changes import (
    ALL_ALIKE,
    ALL_DOWN,
    AT_THE_TOP,
    BALANCED,
    EVERY_CHANGE,
    MENTEES,
    MENTORS,
    NOBODY_MOVED,
    again_question,
    change,
    concern_question,
    confidence_question,
    faith_question,
)

FORBIDDEN = re.compile(
    r"significan|prove|impact|because|effect|caused?\b|respondent|suppress|confidence interval",
    re.IGNORECASE,
)


def finding(published) -> str:
    """The headline without what was asked."""
    return headline(published).partition(": ")[2]


@pytest.mark.parametrize(
    ("pairs", "words"),
    [
        (MENTEES, "5 of 7 mentees scored themselves higher at the end; 2 the same"),
        (ALL_ALIKE, "all 7 mentees scored themselves higher at the end"),
        (ALL_DOWN, "all 6 mentees scored themselves lower at the end"),
        (NOBODY_MOVED, "all 8 mentees scored themselves the same both times"),
        (BALANCED, "4 of 8 mentees scored themselves higher at the end; 4 lower"),
        (MENTORS, "7 of 11 mentees scored themselves higher at the end; 1 lower and 3 the same"),
        ([*[(5, 5)] * 4, (5, 6), (5, 7), (5, 4)],
         "4 of 7 mentees scored themselves the same both times; 2 higher and 1 lower"),
        ([(1, 2)], "the one mentee who answered both times scored themselves higher at the end"),
        ([(1, 2), (3, 4)], "both mentees scored themselves higher at the end"),
        ([(1, 2), (3, 3)], "1 of 2 mentees scored themselves higher at the end; 1 the same"),
        ([], "nobody is known to have answered both times"),
    ],
    ids=[
        "some up", "all up", "all down", "nobody moved", "as many down", "all three ways",
        "most the same", "one person", "two people", "one of two", "nobody linked",
    ],
)  # fmt: skip
def test_a_change_is_told_in_counts(pairs, words: str):
    published = change(mentee=pairs)

    assert headline(published) == f"Confidence talking with senior leaders: {words}"


@pytest.mark.parametrize(
    ("audience", "most"), [("internal", "5 or more of 7 mentees"), ("public", "nearly all mentees")]
)
def test_a_change_is_told_in_ranges_beyond_the_team(audience, most: str):
    assert finding(change(audience, mentee=MENTEES)) == (
        f"{most} scored themselves higher at the end; "
        "no more than 2 lower and no more than 2 the same"
    )


def test_a_hidden_change_is_not_told():
    words = "how people moved is hidden to protect them"

    assert finding(change("internal", mentee=MENTEES[:4])) == words


def test_where_one_group_is_hidden_the_other_is_told():
    published = change("internal", mentor=MENTORS, mentee=MENTEES[:4])

    assert finding(published).startswith("7 of 11 mentors scored themselves higher at the end; ")


def test_two_groups_that_moved_alike_are_told_in_one_breath():
    assert finding(change(mentor=MENTORS, mentee=MENTEES)) == (
        "7 of 11 mentors (1 lower, 3 the same) and 5 of 7 mentees (2 the same) "
        "scored themselves higher at the end"
    )


def test_two_groups_that_moved_apart_are_told_one_after_the_other():
    assert finding(change(mentor=MENTORS, mentee=ALL_DOWN)) == (
        "7 of 11 mentors scored themselves higher at the end (1 lower, 3 the same); "
        "all 6 mentees scored themselves lower at the end"
    )


def test_where_lower_is_better_the_headline_says_so_and_a_tie_is_told_as_a_fall():
    assert headline(change("team", concern_question(), mentee=BALANCED)) == (
        "Concern about getting it wrong (lower is better): "
        "4 of 8 mentees scored themselves lower at the end; 4 higher"
    )


def test_people_score_themselves_only_where_they_are_asked_how_they_are():
    question = confidence_question(wording="How much of a burden was taking part?")

    assert "mentees scored this higher at the end" in finding(
        change("team", question, mentee=MENTEES)
    )


@pytest.mark.parametrize(
    ("question", "pairs", "words"),
    [
        (faith_question(), [(2, 4), (3, 4), (4, 3)],
         "2 of 3 mentees agreed more at the end; 1 less"),
        (faith_question(), [(2, 2)] * 3, "all 3 mentees answered the same both times"),
        (again_question(), [(0, 1), (0, 1), (1, 0)],
         "2 of 3 mentees changed from no to yes; 1 from yes to no"),
        (again_question(), [(1, 1)] * 3, "all 3 mentees said the same both times"),
    ],
    ids=["agreement", "agreed the same", "yes or no", "said the same"],
)  # fmt: skip
def test_answers_in_words_move_in_their_own_words(question, pairs, words: str):
    assert finding(change("team", question, mentee=pairs)) == words


def test_without_a_link_no_change_is_told():
    published = change(mentee=MENTEES, linked=False)

    assert finding(published) == "people cannot be linked, so each time is shown separately"
    assert "change" not in numbers_table(published).to_csv().lower()
    assert "both times" not in subtitle(published)


def test_as_a_sentence_it_begins_with_a_word_and_names_the_direction():
    assert in_counts(change("team", mentee=MENTEES)) == (
        "Five of 7 mentees scored themselves higher at the end; 2 the same."
    )
    assert in_counts(change("team", concern_question(), mentee=MENTEES)).endswith(
        "Lower is better."
    )


@pytest.mark.parametrize("name", EVERY_CHANGE)
def test_no_change_is_called_more_than_it_is(name: str):
    published = EVERY_CHANGE[name]()
    said = " ".join((headline(published), alt_text(published), *notes(published)))

    assert not FORBIDDEN.search(said)


def test_every_chart_of_change_says_what_it_cannot_tell():
    said = notes(change("internal", concern_question(), mentee=MENTEES))

    assert said[0] == "Lower is better here."
    assert said[1].startswith("There was no comparison group.")
    assert said[1].endswith("So this shows what moved, not why.")


def test_a_picture_for_the_team_says_who_is_missing_and_who_could_hardly_rise():
    pairs = [*MENTEES, *AT_THE_TOP]
    said = notes(change(mentor=pairs, mentee=pairs, before_only=[3, 4]))

    assert (
        "Two of 14 mentors and 2 of 14 mentees who answered at the start are not in these figures; "
        "the people who stayed may differ."
    ) in said
    assert (
        "Five of 12 mentors and 5 of 12 mentees had one of the two best scores at the start."
        in said
    )


def test_an_end_of_a_range_that_is_not_nought_is_not_printed_as_nought():
    assert from_to(0.04, 1.96) == "+0.04 to +2.0"
    assert from_to(-0.04, 0.0) == "\u22120.04 to 0.0"
    assert from_to(1e-9, 0.05) == "0.0 to +0.1"


def test_where_nothing_is_drawn_nothing_is_explained():
    assert not any("comparison group" in note for note in notes(change(mentee=[])))


def test_the_table_holds_the_ways_and_the_averages_and_no_chances():
    table = numbers_table(change(mentee=MENTEES))

    assert dict(table.to_numpy().tolist()) == {
        "Higher (better)": "5 of 7",
        "The same": "2 of 7",
        "Lower": "0 of 7",
        "Average (mean) at the start": "5.6",
        "Average (mean) at the end": "7.0",
        "Average change": "+1.4",
        "Middle score (median) at the start": "6.0",
        "Middle score (median) at the end": "6.0",
        "Middle change (median)": "+2.0",
    }


def test_the_table_of_others_holds_the_ways_alone():
    table = numbers_table(change("internal", concern_question(), mentee=MENTEES))

    assert table.to_numpy().tolist() == [
        ["Higher", "5 or more of 7"],
        ["The same", "0 to 2 of 7"],
        ["Lower (better)", "0 to 2 of 7"],
    ]
