"""The attacker finds what is planted, and is silent where there is nothing to find."""

import ast
from dataclasses import replace
from pathlib import Path

import pytest

import rm_eval.disclosure.attack
from rm_eval.disclosure.attack import Earlier, Moved, attack
from rm_eval.errors import ForTheDeveloper
from rm_eval.questionnaire import Option, Theme
from tests.disclosure.by_hand import view
from tests.factories import SCOPE, ranking_question, scale_question, tick_question, yes_no_question

THREE = tick_question("A", "B", "C", id="which", type="single_choice")
BOXES = tick_question("A", "B", "C")
A, B, C = (option.id for option in THREE.options)
YES_NO = yes_no_question()
SCORE = scale_question()
LOW, MIDDLE, HIGH = "1-4", "5-7", "8-10"


def found(*published, **relations):
    """Kind, group and answer of every leak."""
    leaks = attack(published, **relations).leaks
    return [(leak.kind, leak.group, leak.answer) for leak in leaks]


# Answers of one question ------------------------------------------------------------------------


def test_a_band_that_stands_alone_is_n_minus_the_rest():
    alone = view(THREE, {"mentor": (11, {A: 6, B: 4, C: (0, 2)})})

    assert found(alone) == [("count", "mentor", C)]


def test_bands_with_room_between_them_are_safe():
    assert found(view(THREE, {"mentor": (11, {A: 7, B: (0, 4), C: (0, 4)})})) == []
    assert found(view(YES_NO, {"mentor": (11, {"yes": (9, 11), "no": (0, 2)})})) == []
    assert found(view(YES_NO, {"mentor": (6, {"yes": (3, 6), "no": (3, 6)})})) != []


def test_bands_that_are_full_are_told():
    full = view(THREE, {"mentor": (11, {A: 7, B: (0, 2), C: (0, 2)})})

    assert found(full) == [("count", "mentor", B), ("count", "mentor", C)]


def test_all_or_all_but_one_is_no_band_for_the_one():
    # Whoever said no takes their own answer away: all others said yes.
    told = view(THREE, {"mentor": (11, {A: (9, 11), B: (0, 1), C: 0})})

    assert ("colleague", "mentor", A) in found(told)


def test_none_or_one_tells_what_the_others_did_where_an_empty_box_is_an_answer():
    nobody_else = {"mentor": (11, {A: 6, B: (3, 5), C: (0, 1)})}

    assert ("colleague", "mentor", C) in found(view(BOXES, nobody_else))
    # Of a choice, the others may have given A or B.
    assert found(view(THREE, {"mentor": (11, {A: (5, 7), B: (3, 5), C: (0, 1)})})) == []


def test_whoever_knows_their_own_answer_may_know_more():
    # 1 or 2 scored low. Whoever is one of them, with a 1, leaves so few points to the others that
    # two must have scored high.
    told = {LOW: (0, 2), MIDDLE: 9, HIGH: (0, 2), "mean": (6.55, 6.65)}
    told = view(SCORE, {"mentor": (12, told)})

    assert found(told) == []
    assert found(told, own_answers=True) == [
        ("own_answer", "mentor", LOW),
        ("own_answer", "mentor", HIGH),
    ]


def test_counts_near_an_end_are_not_told_outright():
    assert ("outright", "mentor", "yes") in found(view(YES_NO, {"mentor": (12, {"yes": 11})}))
    assert ("outright", "mentor", A) in found(view(BOXES, {"mentor": (9, {A: 5})}))
    assert ("outright", "mentor", A) in found(view(BOXES, {"mentor": (4, {A: (0, 2)})}))


def test_plain_facts_may_be_told_exactly_from_three():
    plain = replace(BOXES, mark="ordinary")

    assert found(view(plain, {"mentor": (6, {A: 6, B: 3, C: (0, 2)})})) == []
    assert ("outright", "mentor", A) in found(
        view(plain, {"mentor": (6, {A: 6, B: 3, C: (0, 2)})}, audience="public")
    )


def test_harm_answers_are_not_told_of_few_people():
    harm = replace(YES_NO, mark="harm")

    assert ("outright", "mentor", "yes") in found(
        view(harm, {"mentor": (9, {"yes": (3, 6), "no": (3, 6)})})
    )


# Tick-boxes and themes --------------------------------------------------------------------------


def test_boxes_to_tick_say_nothing_of_each_other():
    assert found(view(BOXES, {"mentor": (11, {A: 6, B: (9, 11), C: (0, 2)})})) == []


def test_a_form_nobody_knows_counts_only_people_who_ticked_something():
    figures = {"mentor": (11, {A: 5, B: 4, C: (0, 2)})}
    rare = ("Answers that no more than 2 people of a group gave are not listed.",)
    unknown = replace(BOXES, known=False)
    # Listed, because more than two mentees gave it.
    others = {"mentee": (10, {A: 5, B: 5, C: 4})}

    assert found(view(BOXES, figures | others)) == []
    assert found(view(unknown, figures | others)) == [("count", "mentor", C)]
    # Somebody may have ticked only what is not listed.
    assert found(view(unknown, figures | others, notes=rare)) == []


def test_an_answer_is_listed_because_more_than_two_gave_it():
    unknown = replace(THREE, known=False)
    figures = {A: 6, B: (0, 3), C: (2, 5)}

    assert found(view(THREE, {"mentor": (12, figures)})) == []
    assert ("count", "mentor", B) in found(view(unknown, {"mentor": (12, figures)}))


def test_other_is_listed_because_somebody_used_it():
    other = replace(BOXES, options=(*BOXES.options, Option(id="other", label="Other")))
    figures = {"mentor": (11, {A: 6, "other": (0, 2)}), "mentee": (10, {A: 6, "other": 0})}

    assert found(view(other, figures), smallest=5) == [("outright", "mentee", "other")]
    nobody = view(other, {"mentor": (11, {A: 6, "other": (0, 1)})})
    assert ("count", "mentor", "other") in found(nobody)


def test_whoever_ticked_the_box_that_contradicts_the_others_ticked_no_other():
    nothing = Option(id="nothing", label="Nothing more", exclusive=True)
    boxes = replace(BOXES, mark="ordinary", options=(*BOXES.options, nothing))

    everybody = view(boxes, {"mentor": (11, {A: (0, 2), B: (0, 2), "nothing": 11})})
    assert found(everybody) == [("count", "mentor", A), ("count", "mentor", B)]

    some = view(boxes, {"mentor": (11, {A: 3, B: (0, 2), "nothing": 6})})
    assert found(some) == []


def test_everybody_speaks_of_a_theme_or_of_none():
    themes = tuple(Theme(id=one, label=one, roles=("mentor",), words=(one,)) for one in "ab")
    words = replace(BOXES, type="free_text", options=(), themes=themes)

    told = view(words, {"mentor": (12, {"a": 6, "b": 4, "none_of_these": (0, 2)})})
    assert found(told) == [("count", "mentor", "none_of_these")]

    told = view(words, {"mentor": (12, {"a": 6, "b": 6, "none_of_these": (0, 2)})})
    assert found(told) == []


# Scales -----------------------------------------------------------------------------------------


def test_a_mean_pins_a_count():
    bands = {LOW: (0, 2), MIDDLE: (0, 3), HIGH: (8, 10)}

    assert found(view(SCORE, {"mentor": (11, bands | {"mean": (8.25, 8.35)})})) == []
    # 106 points: with anybody at 4 or below there are at most 104.
    pinned = view(SCORE, {"mentor": (11, bands | {"mean": (9.55, 9.65)})})
    assert ("count", "mentor", LOW) in found(pinned)


def test_a_mean_rounded_half_up_never_stands_for_its_upper_end():
    bands = {LOW: (0, 2), MIDDLE: (0, 2), HIGH: (18, 20)}

    # Twenty people with 150 points would be 7.5, which is told as 8.
    low = view(SCORE, {"mentor": (20, bands | {"mean": (6.5, 7.5)})})
    assert {leak.low for leak in attack([low]).leaks if leak.answer == HIGH} == {18}


def test_everybody_gave_the_same_score():
    hidden = dict.fromkeys((LOW, MIDDLE, HIGH))

    assert ("count", "mentor", HIGH) in found(
        view(SCORE, {"mentor": (11, hidden | {"mean": (9.95, 10.05)})})
    )
    same = view(SCORE, {"mentor": (11, {HIGH: (9, 11), "mean": (9.95, 10.05)})})
    assert ("person", "mentor", "10") in found(same)


def test_all_but_one_gave_the_same_score():
    # 109 points of 110: whoever gave the 9 knows what all the others gave.
    nearly = view(SCORE, {"mentor": (11, {HIGH: (9, 11), "mean": (9.85, 9.95)})})

    assert ("person", "mentor", "10") in found(nearly)


# Rankings ---------------------------------------------------------------------------------------


def test_places_sum_to_everybody():
    items = ranking_question("A", "B", "C", "D")
    first = {f"top_1 {o.id}": told for o, told in zip(items.options, (6, 4, 0, 0), strict=True)}

    alone = first | {f"top_1 {C}": (0, 2), "top_1 option_3": (0, 2)}
    assert found(view(items, {"mentor": (12, alone)})) == []
    assert ("count", "mentor", C) in found(view(items, {"mentor": (10, alone)}))


def test_everybody_put_an_item_last():
    items = ranking_question("A", "B", "C", "D")
    told = {"top_1 option_0": (0, 2), "mean_place option_0": (3.95, 4.05)}

    assert ("person", "mentor", "option_0 as number 4") in found(
        view(items, {"mentor": (11, told)})
    )


def test_a_ranking_that_leaves_items_out_is_not_taken_for_a_contradiction():
    items = ranking_question("A", "B", "C", "D")
    first = {f"top_1 {o.id}": (0, 2) for o in items.options}

    # Complete, 11 people would put 11 things first.
    assert "contradiction" not in dict.fromkeys(
        kind for kind, *_ in found(view(items, {"mentor": (11, first)}))
    )


# Roles and audiences ----------------------------------------------------------------------------


def test_a_total_gives_a_hidden_group_away():
    roles = view(BOXES, {"mentor": (11, {A: 7}), "mentee": ("fewer than 5", {A: None})})
    total = view(BOXES, {"all": (14, {A: 8})})

    assert found(roles) == []
    assert ("count", "mentee", A) in found(roles, total)


def test_a_total_of_bands_tells_no_more_than_they_do():
    roles = view(YES_NO, {
        "mentor": (11, {"yes": (9, 11), "no": (0, 2)}), "mentee": (10, {"yes": 4, "no": 6}),
    })  # fmt: skip
    total = view(YES_NO, {"all": (21, {"yes": (13, 15), "no": (6, 8)})})

    assert found(roles, total) == []


def test_inside_and_public_are_taken_together():
    inside = view(YES_NO, {"mentor": (11, {"yes": (8, 10), "no": (1, 3)})})
    public = view(YES_NO, {"mentor": (11, {"yes": (9, 11), "no": (0, 2)})}, audience="public")

    assert found(inside) == []
    assert found(public) == []
    assert found(inside, public) == []
    narrow = view(YES_NO, {"mentor": (11, {"yes": (7, 9), "no": (2, 4)})})
    assert ("count", "mentor", "no") in found(narrow, public)


def test_public_views_that_do_not_tell_the_group_are_read_by_their_words_and_bars():
    public = view(YES_NO, {"mentor": ("fewer than 10", {"yes": (3, 6), "no": (0, 2)})})
    public.rows[["low", "high"]] = float("nan")
    public.rows["text"] = ["3 or more", "0 to 2"]
    public = replace(public, audience="public")

    assert found(public) == []
    # A bar that ends at 2 of 6 tells that no more than a third said no.
    public.rows["share_low"], public.rows["share_high"] = [0.9, 0.0], [1.0, 0.1]
    assert ("count", "mentor", "no") in found(public)


# Over time --------------------------------------------------------------------------------------


def closings(now, then, stayed, went, came):
    moved = Moved(scope=SCOPE, group="mentor", stayed=stayed, went=went, came=came)
    return found(now, earlier=[Earlier(published=(then,), moved=(moved,))])


def test_one_late_answer_is_the_difference_of_two_closings():
    then = view(YES_NO, {"mentor": (12, {"yes": 7, "no": 5})})
    now = view(YES_NO, {"mentor": (13, {"yes": 8, "no": 5})})

    assert found(then) == found(now) == []
    assert closings(now, then, stayed=12, went=0, came=1) != []


def test_one_person_gone_is_the_difference_of_two_closings():
    then = view(YES_NO, {"mentor": (12, {"yes": 7, "no": 5})})
    now = view(YES_NO, {"mentor": (11, {"yes": 7, "no": 4})})

    assert closings(now, then, stayed=11, went=1, came=0) != []


def test_late_answers_of_many_added_as_bands_are_safe():
    then = view(YES_NO, {"mentor": (12, {"yes": 7, "no": 5})})
    now = view(YES_NO, {"mentor": (18, {"yes": (10, 13), "no": (5, 8)})})

    assert closings(now, then, stayed=12, went=0, came=6) == []


# Linked change ----------------------------------------------------------------------------------


def test_up_same_and_down_sum_to_everybody_linked():
    alone = view(SCORE, {"mentee": (11, {"up": 6, "same": 4, "down": (0, 2)})}, measure="change")

    assert found(alone) == [("count", "mentee", "down")]


def test_people_linked_are_some_of_those_who_answered_before():
    before = view(SCORE, {"mentee": (12, {LOW: 4, MIDDLE: 4, HIGH: 4})})
    end = replace(SCOPE, stage="end_of_cohort")
    change = view(
        SCORE,
        {"mentee": (11, {"1-4>1-10": 4, "5-7>1-10": 4, "8-10>1-10": 3})},
        measure="change",
        scope=end,
    )

    assert found(before) == found(change) == []
    assert ("count", "mentee", HIGH) in found(before, change)


def test_mean_change_pins_who_went_down():
    ways = {"up": (0, 9), "same": (0, 9), "down": (0, 2)}
    change = view(SCORE, {"mentee": (11, ways | {"mean_change": (7.35, 7.45)})}, measure="change")

    assert ("count", "mentee", "down") in found(change)


# What it does with what it cannot say -------------------------------------------------------------


def test_figures_that_contradict_each_other_are_not_called_safe():
    assert found(view(THREE, {"mentor": (11, {A: 7, B: 7, C: (0, 2)})})) == [
        ("contradiction", "mentor", "")
    ]


def test_a_figure_it_does_not_know_is_refused():
    with pytest.raises(ForTheDeveloper, match="knows no figure 'spread'"):
        attack([view(SCORE, {"mentor": (11, {"spread 1": (0, 2)})})])


def test_figures_for_the_team_are_not_given_out():
    with pytest.raises(ForTheDeveloper, match="team"):
        attack([view(SCORE, {"mentor": (11, {HIGH: 7})}, audience="team")])


def test_numbers_people_gave_are_hidden_or_refused():
    number = replace(SCORE, type="number", scale=None)
    hidden = view(number, {"mentor": (11, {"": None})}, measure="number")

    assert found(hidden) == []
    with pytest.raises(ForTheDeveloper):
        attack([view(number, {"mentor": (11, {"3": 5})}, measure="number")])


def test_a_group_nobody_of_which_answered_has_nothing_to_tell():
    nobody = view(YES_NO, {"mentee": (0, {"yes": None, "no": None})})
    nobody.rows["text"] = "no answers"

    assert found(nobody) == []


# Written apart -----------------------------------------------------------------------------------


def test_it_knows_the_limits_and_nothing_of_how_bands_are_decided():
    folder = Path(rm_eval.disclosure.attack.__file__).parent
    own = {"attack", "policy", "published"}
    used = {
        node.module.split(".")[2]
        for path in folder.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ImportFrom) and node.module.startswith("rm_eval.disclosure.")
    }

    assert used == own


# What it says -----------------------------------------------------------------------------------


def test_a_leak_is_said_in_a_sentence_without_its_value():
    (leak,) = attack([view(THREE, {"mentor": (11, {A: 6, B: 4, C: (0, 2)})})]).leaks

    assert (leak.low, leak.high) == (1, 1)
    assert leak.sentence == (
        f"which: How many mentors gave “{C}” can be worked out, though it is told as a range."
    )
    assert "low" not in repr(leak)


def test_the_log_says_what_was_looked_at():
    safe = attack([view(THREE, {"mentor": (11, {A: 7, B: (0, 4), C: (0, 4)})})])

    assert safe.is_safe
    assert (safe.log.views, safe.log.cells, safe.log.banded, safe.log.leaks) == (1, 3, 2, 0)
    assert "Looked at 3 counts in 1 views; 2 are told as ranges or hidden" in safe.log.sentence
    assert set(safe.log.as_dict()) == {"views", "cells", "banded", "solved", "seconds", "leaks"}


def test_nothing_given_out_is_safe():
    assert attack([]).is_safe
