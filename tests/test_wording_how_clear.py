"""How clear a change is, what so many can show and what stands behind it: every branch."""

from dataclasses import replace

import pytest

from rm_eval.disclosure import protect
from rm_eval.measures.change import measure_change
from rm_eval.measures.families import judge_together
from rm_eval.questionnaire import Scale
from rm_eval.wording.how_clear import (
    by_luck,
    how_clear,
    what_is_told,
    what_may_mislead,
    what_may_mislead_in_short,
    what_so_many_can_show,
)
from rm_eval.wording.not_compared import why_not_compared
from rm_eval.wording.planning import spread_so_far, what_could_be_shown
from rm_eval.wording.statistics_of_change import statistics_of_change
from tests.changes import COMPARED, changes, lower_is_better, twice
from tests.factories import chosen, yes_no_question

SEVEN = ([5, 6, 4, 7, 3, 6, 8], [7, 6, 6, 9, 6, 6, 9])
RISE = ([5, 5, 5, 5, 5, 5, 5], [6, 7, 8, 9, 6, 7, 8])
NEVER = ("significant", "proves", "impact", "effect", "because", "caused", "improve")


def words(find, *tables, **how):
    found = [sentence for one in changes(*tables, **how) for sentence in find(one)]
    for sentence in found:
        assert not any(word in sentence.lower() for word in NEVER), sentence
    return found


def statistics(*tables, **how):
    (found,) = [statistics_of_change(one) for one in changes(*tables, **how)][:1]
    return " ".join(found.get("Mentees", ()))


def shares(before, after, *, linked):
    repeat, those = twice(
        [1], [1], question=yes_no_question(), answers=lambda q, _: chosen(q, before)
    )
    pairs = tuple((at, at) for at in range(1, linked + 1))
    those = replace(those, later=chosen(repeat.question, after), pairs=pairs)
    measured = judge_together([measure_change(repeat, [those], scope=COMPARED)])
    found = statistics_of_change(protect(measured[0], audience="team"))
    return " ".join(found["Mentees"])


# How clear --------------------------------------------------------------------------------------


def test_all_seven_up_on_one_question_is_clear():
    (said,) = words(how_clear, RISE)
    assert said.startswith("Mentees: clear: ")
    assert said.endswith("does not include 0, and a stricter test agrees.")


def test_a_range_without_the_exact_test_only_leans():
    (said,) = words(how_clear, SEVEN)
    assert said.startswith("Mentees: leaning, small numbers: ")
    assert "does not agree" in said


def test_five_are_too_few_for_a_stricter_test():
    (said,) = words(how_clear, ([3, 4, 5, 6, 2], [4, 6, 8, 10, 7]))
    assert said.endswith("but 5 people are too few for a stricter test.")


def test_everybody_moving_alike_has_no_range_and_can_be_clear():
    (said,) = words(how_clear, ([3, 4, 5, 6, 7, 5, 4], [5, 6, 7, 8, 9, 7, 6]))
    assert said == "Mentees: clear: everybody moved by the same amount, and a stricter test agrees."


def test_many_questions_are_counted_in():
    first, *_ = words(how_clear, *[SEVEN] * 4)
    assert "a stricter test, with all 4 questions counted in, does not agree" in first


def test_few_links_lean_at_most():
    (said,) = words(
        how_clear, ([1, 1, 2, 1, 2, 1, 1], [9, 9, 8, 9, 9, 8, 9]), pairs=[(1, 1), (2, 2)]
    )
    assert "too few could be linked" in said


def test_what_could_be_luck_is_never_called_no_change():
    (said,) = words(how_clear, ([5] * 7, [5] * 7))
    assert said.startswith("Mentees: cannot tell: ")
    assert "does not mean that nothing changed" in said
    assert "gave the same answer again" in said
    assert "luck" not in said


def test_nobody_linked_and_other_readers_get_no_verdict():
    assert words(how_clear, SEVEN, pairs=[]) == []
    assert words(how_clear, SEVEN, audience="internal") == []


def test_luck_is_counted_over_all_questions():
    assert by_luck(1) == ""
    assert by_luck(4, "mentees").startswith("We looked at 4 questions asked of mentees. If nothing")
    assert by_luck(4).endswith(
        "at least one would still lean by luck alone up to about 19 times in 100."
    )


# What so many can show --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("n", "how_many", "often", "so"),
    [
        (2, "both", "1 time in 2", "this cannot settle it"),
        (5, "all five", "1 time in 16", "this cannot settle it"),
        (6, "all six", "1 time in 32", "only then could so few settle it"),
        (7, "all seven", "1 time in 64", "nearly all must do so to settle it"),
    ],
)
def test_so_many_people_can_show_so_much(n, how_many, often, so):
    (said,) = words(what_so_many_can_show, ([5] * n, [6] * n))
    assert said == (
        f"With {n} mentees, {how_many} moving the same way would happen by chance {often}, so {so}."
    )


def test_one_person_says_nothing_of_others():
    (said,) = words(what_so_many_can_show, ([5], [6]))
    assert said == "With one mentee nothing can be said of others."


# Sign test: 8 of 9 is 2 (1 + 9) / 2**9 = .039; 10 of 11 is .012, 9 of 11 .065; 21 of 30 is .043.
@pytest.mark.parametrize(("n", "needed"), [(9, 8), (11, 10), (30, 21)])
def test_of_more_people_not_all_must_move_the_same_way(n, needed):
    (said,) = words(what_so_many_can_show, ([5] * n, [6] * n))
    assert said == f"With {n} mentees, about {needed} of {n} must move the same way to settle it."


def test_nobody_answered_both_times_or_is_linked_can_show_nothing():
    assert words(what_so_many_can_show, ([5], [6]), pairs=[(1, 9)]) == []
    assert words(what_so_many_can_show, SEVEN, pairs=[]) == []


def test_many_questions_of_few_people_put_clear_out_of_reach():
    first, *_ = words(what_so_many_can_show, *[SEVEN] * 4)
    assert "With 4 questions asked of the same people, no single one can be called clear" in first


# What may mislead -------------------------------------------------------------------------------


def test_a_third_at_the_top_already_is_said():
    (said,) = words(what_may_mislead, ([10, 9, 5, 6, 7], [10, 10, 6, 7, 8]))
    assert said == (
        "Two of 5 mentees were at the highest two scores at the start, and could rise by one point "
        "at most."
    )
    assert words(what_may_mislead, ([10, 5, 5, 6, 7], [10, 10, 6, 7, 8])) == []


def test_where_lower_is_better_the_floor_is_said():
    (said,) = words(what_may_mislead, ([1, 5, 6], [1, 4, 4]), question=lower_is_better())
    assert said.startswith("One of 3 mentees was at the lowest two scores")
    assert "could fall by one point" in said


def test_those_who_left_could_hide_this_much():
    (said,) = words(what_may_mislead, ([5, 6, 7, 5, 6, 1, 1], [7, 7, 7, 6, 5]))
    assert said == (
        "Two of 7 mentees who answered at the start are not in these figures. Had they not "
        "changed, the average change would be +0.4 points; had they changed as the worst of the "
        "others did, +0.1 points."
    )


# The statistics ---------------------------------------------------------------------------------


def test_every_statistic_is_named():
    said = statistics(SEVEN, SEVEN)
    assert (
        "Average change +1.4 points; 95% range (confidence interval) +0.4 to +2.5, paired t" in said
    )
    assert "p = 0.063; adjusted for 2 questions (Holm) p = 0.125" in said
    assert "The least that 7 people can reach is p = 0.016" in said
    assert "Rank-biserial correlation, over all ranks: 0.89" in said
    assert "Hedges g" in said
    assert "rest on the linked people" in said
    assert said.endswith("A range is for similar people in future: here everyone was asked.")


def test_why_there_is_no_range_or_test_is_said():
    assert "No range: it takes at least 5 linked people." in statistics(([5, 6], [6, 8]))
    assert "No range: everyone changed by the same amount." in statistics(([5] * 6, [6] * 6))
    assert "with fewer than 6 linked people" in statistics(([5, 6, 4, 7, 3], [6, 8, 4, 8, 5]))
    assert "No exact test: nobody changed." in statistics(([5] * 6, [5] * 6))


def test_everybodys_answers_stand_beside_the_pairs():
    said = statistics(([5, 6, 4, 7, 3, 6, 8], [7, 6, 6, 9, 6, 6]))
    assert "Everybody’s answers, linked or not (Derrick’s T2): change " in said


def test_two_shares_are_judged_as_shares():
    said = shares([2, 5], [4, 3], linked=0)
    assert "Difference of the two shares who say yes +0.3; this is not change." in said
    assert "(Newcombe)" in said
    assert "Fisher’s exact test: p = 0.592." in said  # by hand: 1778 of 3003 ways
    assert "points" not in said


def test_sizes_made_for_scores_are_not_given_of_yes_and_no():
    said = shares([2, 5], [6, 1], linked=7)
    assert "McNemar test (mid-p)" in said
    assert "Rank-biserial" not in said
    assert "Hedges" not in said


def test_how_those_who_left_began_is_compared_unless_they_are_few():
    stayed, left = [5, 6, 4, 7, 3], [2, 3, 2, 4, 3]
    said = statistics(([*stayed, *left], [7, 6, 6, 9, 6]))
    assert "those who stayed scored +2.2 points beside those who left (95% range " in said
    assert "Too few left" in statistics(([5, 6, 4, 7, 3, 6, 8], [7, 6, 6, 9, 6, 6]))
    assert "left" not in statistics(SEVEN)


def test_two_times_are_never_called_change():
    said = statistics(SEVEN, pairs=[])
    assert "Difference of the two averages +1.4 points; this is not change." in said
    assert "Exact rank-sum test" in said
    assert "wider than it need be" in said
    assert "Average change" not in said


def test_the_statistics_are_the_teams_alone():
    assert statistics_of_change(changes(SEVEN, audience="internal")[0]) == {}


# For others -------------------------------------------------------------------------------------


def test_others_read_a_share_and_a_sign_test_from_what_they_are_told():
    eleven = ([5] * 11, [6, 6, 6, 6, 6, 6, 6, 6, 5, 5, 5])
    (said,) = words(what_is_told, eleven, audience="internal")
    assert said.startswith("Of similar people in future, about 3 to 9 in 10 would go up")
    assert "More mentees moved up than down" in said


def test_others_read_nothing_where_nothing_is_told():
    assert words(what_is_told, ([5] * 4, [6] * 4), audience="internal") == []
    assert words(what_is_told, SEVEN, audience="team") == []


def test_ranges_that_overlap_tell_no_way():
    table = ([5] * 7, [6, 6, 6, 4, 4, 4, 5])
    (said,) = words(what_is_told, table, audience="internal")
    assert said.endswith("it cannot be told which way more of them moved.")


# Before a cohort starts -------------------------------------------------------------------------


def test_seven_people_could_show_this_much():
    first, *_ = what_could_be_shown(7)  # R, pwr 1.3.0: d_z = 1.2726, times 2 points
    assert "an average change of 2.6 points or more" in first
    assert "of 2.0 points" in what_could_be_shown(7, sd=1.5)[0]


def test_how_much_changes_differ_is_taken_from_an_earlier_cohort():
    two = changes(SEVEN, RISE)  # changes 2 0 2 2 3 0 1, and 1 2 3 4 1 2 3: variances 9/7 and 26/21
    assert spread_so_far(two) == pytest.approx(((9 / 7 + 26 / 21) / 2) ** 0.5)
    assert "taken from earlier answers" in " ".join(what_could_be_shown(7, sd=1.1))


def test_nothing_linked_or_told_tells_no_spread():
    assert spread_so_far(changes(SEVEN, pairs=[])) is None
    assert spread_so_far(changes(SEVEN, audience="internal")) is None
    assert spread_so_far([]) is None


def test_without_codes_it_takes_more():
    # R, pwr 1.3.0: d = 1.6317 for 7 and 7, times 2 points
    assert (
        "Without a code that links people’s answers, it takes 3.3 points." in what_could_be_shown(7)
    )


@pytest.mark.parametrize(("n", "settles"), [(2, False), (5, False), (6, True), (30, True)])
def test_below_six_nothing_can_be_settled(n, settles):
    said = " ".join(what_could_be_shown(n))
    assert ("Plan for at least 6" not in said) == settles


def test_two_people_can_show_nothing_and_one_less():
    assert (
        what_could_be_shown(2)[0] == "2 people are too few to show any change on a 1 to 10 scale."
    )
    assert what_could_be_shown(1) == (
        "One person’s answers say nothing of others. Ask more people.",
    )


# What is not compared ---------------------------------------------------------------------------


def test_another_scale_is_explained():
    *_, said = why_not_compared(
        "scale", before="Ready?", after="Ready?", scales=(Scale(high=5), Scale())
    )
    assert said.startswith("First people scored from 1 to 5, then from 1 to 10.")


@pytest.mark.parametrize("fit", ["reworded", "type", "answers"])
def test_other_reasons_are_said_with_both_wordings(fit):
    first, then, why = why_not_compared(fit, before="Ready?", after="All set?")
    assert (first, then) == ("First: “Ready?”.", "Then: “All set?”.")
    assert why.endswith(".")
    assert why_not_compared(fit, before="Ready?", after="Ready?")[0] == "Both times: “Ready?”."


FEW_LINKED = {"pairs": [(1, 1), (2, 2)]}
SEVEN_OF_WHOM_TWO_LINKED = ([3, 4, 3, 4, 3, 4, 3], [8, 9, 8, 9, 8, 9, 8])


def test_where_everybodys_answers_lead_the_unlinked_are_not_called_left_out():
    (published,) = changes(SEVEN_OF_WHOM_TWO_LINKED, **FEW_LINKED)
    for find in (what_may_mislead, what_may_mislead_in_short):
        said = " ".join(find(published))
        assert "not linked" in said
        assert "not in these figures" not in said


def test_all_of_three_linked_people_are_not_called_few_who_could_be_linked():
    said = statistics(([5, 6, 7], [7, 8, 9]))
    assert said.startswith("These figures rest on the linked people.")


def test_a_question_without_an_exact_test_is_not_said_to_be_counted_in():
    tables = (RISE, RISE, ([5] * 7, [5] * 7))
    told = changes(*tables)[0].rows.set_index("statistic")["text"]
    assert (told["n_questions"], told["n_tested"]) == ("3", "2")
    said = statistics(*tables)
    assert "adjusted for 2 questions (Holm) p = 0.031" in said
    why, *_ = words(how_clear, *tables)
    assert "with all 2 questions that could be tested counted in" in why
