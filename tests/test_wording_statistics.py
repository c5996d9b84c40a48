"""What "Show the statistics" holds for the programme team: every kind, every branch."""

from itertools import permutations

import pytest

from rm_eval.disclosure import protect, publish, tell
from rm_eval.measures import Source, measure
from rm_eval.questionnaire import LIKERT_OPTIONS, Option, Question
from rm_eval.wording import numbers_table, statistics_of
from rm_eval.wording.statistics_behind import FUTURE, MEANS_NOTHING_ALONE
from tests.changes import changes
from tests.factories import (
    SCOPE,
    chosen,
    published,
    ranked,
    ranking_question,
    scale_question,
    scored,
    tick_question,
    ticked,
    written,
    yes_no_question,
)

NEVER = ("significant", "proves", "impact", "effect", "because", "caused", "nan", "inf ")
RANGE = "95% range (confidence interval)"
SIMILAR = "Similar people (95% range, or confidence interval)"
# The table "What are the main areas of work of the participants?" of the South East report of
# March 2021: ticks of 11 mentors and of 7 mentees.
AREAS = (
    ("People management", 6, 6),
    ("Project management", 9, 6),
    ("Process management", 8, 3),
    ("Budget management", 4, 3),
    ("Communications", 6, 1),
    ("Data and analysis", 3, 0),
    ("General administrative", 6, 0),
    ("Support to senior manager", 2, 0),
    ("Regional oversight", 0, 1),
)
# scipy.stats.binomtest(ticks, people).proportion_ci(method="wilson"), to whole people of 100.
MENTORS = ("28 to 79", "52 to 95", "43 to 90", "15 to 65", "28 to 79", "10 to 57", "28 to 79")
MENTEES = ("49 to 97", "49 to 97", "16 to 75", "16 to 75", "3 to 51", "0 to 35", "0 to 35")


def in_full(question: Question, *sources: Source, audience="team"):
    measured = measure(question, sources, scope=SCOPE, in_full=True)
    return protect(measured, audience=audience)


def parts(question: Question, *sources: Source):
    found = statistics_of(in_full(question, *sources))
    for one in found:
        for sentence in one.sentences:
            assert not any(word in sentence for word in NEVER), sentence
        assert len({len(column) for column in one.table.values()}) <= 1
    return {one.heading: one for one in found}


def said(part) -> str:
    return " ".join(part.sentences)


def agreement(**fields: object) -> Question:
    options = tuple(Option(id=one, label=label) for one, label in LIKERT_OPTIONS["agreement"])
    fields = {"id": "agree", "wording": "It was clear.", "type": "likert"} | fields
    return Question(options=options, **fields)  # type: ignore[arg-type]


# Scales -----------------------------------------------------------------------------------------


def test_a_scale_has_its_average_and_middle_score_with_ranges():
    scores = [9, 8, 8, 7, 10, 8, 6, 9, 8, 7, 8]
    found = said(parts(scale_question(), scored(scale_question(), scores))["Mentors"])
    assert "Eleven mentors answered." in found
    # scipy.stats.ttest_1samp(scores, 0).confidence_interval(): 7.264 to 8.736.
    assert (
        f"Average (mean) 8.0; {RANGE} 7.3 to 8.7, by Student’s t; standard deviation 1.1" in found
    )
    # The ends are the second lowest and second highest score: 1 - 2 * 12 / 2**11.
    assert "Middle score (median) 8; 98.8% range (confidence interval) 7 to 9" in found


def test_the_range_of_an_average_ends_where_the_scale_ends():
    found = said(parts(scale_question(), scored(scale_question(), [10, 10, 10, 10, 4]))["Mentors"])
    assert "Average (mean) 8.8; 95% range (confidence interval) 5.5 to 10.0" in found


def test_of_five_people_the_average_has_a_range_and_the_middle_score_has_none():
    found = said(parts(scale_question(), scored(scale_question(), [3, 5, 6, 7, 9]))["Mentors"])
    assert "Average (mean) 6.0; 95% range" in found
    assert "Middle score (median) 6. No range for the middle score: it takes at least 6" in found


def test_of_four_people_neither_has_a_range():
    found = said(parts(scale_question(), scored(scale_question(), [3, 5, 6, 8]))["Mentors"])
    assert "Average (mean) 5.5. No range for the average: it takes at least 5 people." in found
    assert "Middle score (median) 5.5." in found
    assert RANGE not in found


@pytest.mark.parametrize(("scores", "who"), [([7], "One mentor"), ([7, 4], "Two mentors")])
def test_one_person_and_two_people_have_no_ranges(scores, who):
    found = parts(scale_question(), scored(scale_question(), scores))
    assert said(found["Mentors"]).startswith(f"{who} answered. Average (mean)")
    assert "range (confidence" not in said(found["Mentors"])
    assert set(found) == {"Mentors"}, "nothing is said of similar people where there is no range"


@pytest.mark.parametrize("n", [2, 7])
def test_where_everyone_gave_the_same_score_there_are_no_ranges(n):
    found = said(parts(scale_question(), scored(scale_question(), [8] * n))["Mentors"])
    assert found.endswith(
        "Average (mean) 8.0. Everyone gave the same score, so there are no ranges."
    )


def test_the_average_of_both_roles_is_compared_where_both_were_asked_alike():
    question = scale_question()
    mentors = scored(question, [8, 9, 7, 8, 9, 6])
    mentees = scored(question, [5, 6, 7, 5, 4], role="mentee")
    found = said(parts(question, mentors, mentees)["Mentors and mentees"])
    # scipy.stats.ttest_ind(first, second, equal_var=False): 0.846 to 4.021, p = 0.00723.
    assert f"Mentors less mentees: average +2.4; {RANGE} +0.8 to +4.0, p = 0.007 (Welch)." in found
    assert MEANS_NOTHING_ALONE in found


def test_roles_that_were_asked_in_other_words_are_never_compared():
    mentors = scored(scale_question(), [8, 9, 7, 8, 9, 6])
    other = scale_question(wording="How confident is your mentee?")
    mentees = scored(other, [5, 6, 7, 5, 4], role="mentee")
    assert "Mentors and mentees" not in parts(scale_question(), mentors, mentees)


@pytest.mark.parametrize("few", [[5, 6, 7, 4], [5], [5, 5, 5, 5]])
def test_with_few_people_in_a_role_the_difference_has_no_range(few):
    question = scale_question()
    mentors = scored(question, [8, 9, 7, 8, 9, 6])
    mentees = scored(question, few, role="mentee")
    found = said(parts(question, mentors, mentees)["Mentors and mentees"])
    assert "No range for their difference" in found
    assert "Welch" not in found


def test_a_role_in_which_nobody_answered_is_left_out():
    question = scale_question()
    found = parts(question, scored(question, [8, 9, 7]), scored(question, [], role="mentee"))
    assert set(found) == {"Mentors"}


# Shares -----------------------------------------------------------------------------------------


def areas():
    question = tick_question(*(label for label, _, _ in AREAS))
    mentors = ticked(question, [n for _, n, _ in AREAS], 11)
    mentees = ticked(question, [n for _, _, n in AREAS], 7, role="mentee")
    return parts(question, mentors, mentees)


@pytest.mark.parametrize(("group", "ranges"), [("Mentors", MENTORS), ("Mentees", MENTEES)])
def test_the_south_east_table_has_wilsons_range_beside_every_count(group, ranges):
    column = areas()[group].table[SIMILAR]
    assert areas()[""].sentences == (FUTURE,)
    assert column[:7] == [f"{one} of 100" for one in ranges]


def test_none_of_the_nine_differences_of_the_south_east_table_survives_holm():
    found = areas()["Mentors and mentees"]
    at = found.table["Answer"].index("General administrative")
    assert found.table["Difference"][at] == "+55"
    assert found.table["Chance (p)"][at] == min(found.table["Chance (p)"]) == "p = 0.038"
    adjusted = found.table["Adjusted for 9 (Holm)"]
    assert adjusted[at] == "p = 0.339"
    assert [p for p in adjusted if p != "p = 1.000"] == ["p = 0.339"]
    assert "None of these 9 differences means anything alone: counting all 9 in, none" in said(
        found
    )


def test_how_many_differences_stay_once_all_are_counted_in_is_said():
    question = tick_question("A", "B")
    found = parts(
        question, ticked(question, [12, 3], 12), ticked(question, [0, 3], 12, role="mentee")
    )
    assert "Counting both in, 1 stays below p = 0.05." in said(found["Mentors and mentees"])


@pytest.mark.parametrize(
    ("counts", "ranges"),
    [
        ([7, 0], ["65 to 100", "0 to 35"]),
        ([0, 7], ["0 to 35", "65 to 100"]),
        ([1, 0], ["21 to 100", "0 to 79"]),
    ],
)
def test_everybody_and_nobody_have_ranges_too(counts, ranges):
    question = yes_no_question()
    found = parts(question, chosen(question, counts))["Mentors"]
    assert found.table["Answer"] == ["Yes", "No"]
    assert found.table[SIMILAR] == [f"{one} of 100" for one in ranges]


def test_of_yes_and_no_one_difference_is_enough_and_is_not_adjusted():
    question = yes_no_question()
    found = parts(question, chosen(question, [6, 1]), chosen(question, [2, 5], role="mentee"))
    both = found["Mentors and mentees"]
    # Newcombe (1998) has 0.0582 to 0.8062 of 6 of 7 and 2 of 7; scipy.stats.fisher_exact: 0.1026.
    assert both.table["Difference"] == ["+57"]
    assert both.table[RANGE] == ["+6 to +81"]
    assert both.table["Chance (p)"] == ["p = 0.103"]
    assert not [name for name in both.table if "Holm" in name]
    assert MEANS_NOTHING_ALONE in both.sentences


def test_roles_asked_apart_have_ranges_of_their_own_alone():
    mentors, mentees = tick_question("A", "B"), tick_question("A", "B", "C")
    found = parts(mentors, ticked(mentors, [1, 2], 4), ticked(mentees, [1, 2, 0], 4, role="mentee"))
    assert set(found) == {"Mentors", "Mentees", ""}


def test_both_roles_taken_together_are_one_group():
    question = yes_no_question()
    sources = chosen(question, [6, 1]), chosen(question, [2, 5], role="mentee")
    together = measure(question, sources, scope=SCOPE, together=True, in_full=True)
    found = statistics_of(protect(together, audience="team"))
    assert [one.heading for one in found] == ["Mentors and mentees", ""]
    assert found[0].table["People"] == ["8 of 14", "6 of 14"]


# Agreement --------------------------------------------------------------------------------------


def test_agreeing_at_all_has_a_range_without_those_to_whom_it_does_not_apply():
    question = agreement()
    found = said(parts(question, chosen(question, [0, 1, 0, 2, 3, 1]))["Mentors"])
    assert "“Agree” or “Strongly agree”: 5 of 6" in found
    assert "44 to 97 of 100 similar people" in found
    assert "One person answered “Not applicable” and is not counted here." in found


def test_where_it_applies_to_nobody_nothing_is_said():
    question = agreement()
    assert parts(question, chosen(question, [0, 0, 0, 0, 0, 3])) == {}


def test_agreeing_is_compared_where_both_roles_were_asked_alike():
    question = agreement()
    mentors = chosen(question, [0, 0, 1, 5, 5, 0])
    mentees = chosen(question, [0, 0, 5, 1, 1, 0], role="mentee")
    both = parts(question, mentors, mentees)["Mentors and mentees"]
    assert both.table["Difference"] == ["+62"]
    assert MEANS_NOTHING_ALONE in both.sentences


def test_of_other_answers_in_a_known_order_the_last_two_are_the_top():
    labels = ("Never", "Rarely", "Often", "Always")
    options = tuple(Option(id=label.lower(), label=label) for label in labels)
    question = Question(id="often", wording="How often?", type="likert", options=options)
    found = parts(question, chosen(question, [1, 1, 2, 3]))
    assert "“Often” or “Always”: 5 of 7" in said(found["Mentors"])


def test_of_answers_whose_order_nobody_knows_no_top_is_named():
    options = tuple(Option(id=one, label=one) for one in ("sometimes", "never", "always", "rarely"))
    question = Question(id="x", wording="How?", type="likert", options=options, known=False)
    assert parts(question, chosen(question, [1, 1, 2, 3])) == {}


# Orders of importance ---------------------------------------------------------------------------

ITEMS = ranking_question("A", "B", "C")
LONG = ranking_question("A", "B", "C", "D", "E", "F", "G")


def orders(question, rows, role="mentor"):
    return ranked(question, [list(row) for row in rows], role)


def test_an_order_has_shares_at_the_top_and_says_how_far_people_agree():
    every = parts(ITEMS, orders(ITEMS, [(0, 1, 2)] * 4))
    assert every[""].sentences == (FUTURE,)
    found = every["Mentors"]
    assert found.table["Put first"][0] == "4 of 4 (51 to 100 of 100)"
    assert found.table["Average place"] == ["1.0", "2.0", "3.0"]
    # All alike: 6 of the 6**4 ways to order.
    assert "1.00, strong agreement; p = 0.005, counted exactly." in said(found)


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        (list(permutations(range(3))), "0.00, little agreement"),
        ([(0, 1, 2), (0, 1, 2), (0, 2, 1), (1, 0, 2)], "0.56, some agreement"),
        ([(0, 1, 2), (0, 1, 2), (0, 2, 1)], "0.78, strong agreement"),
    ],
)
def test_agreement_is_little_some_or_strong(rows, words):
    assert words in said(parts(ITEMS, orders(ITEMS, rows))["Mentors"])


def test_of_many_things_few_people_have_no_p():
    found = said(parts(LONG, orders(LONG, [range(7)] * 7))["Mentors"])
    assert "strong agreement. No p: there are too many orders to count them all" in found


def test_of_many_things_ten_people_have_the_p_of_the_curve():
    found = said(parts(LONG, orders(LONG, [range(7)] * 10))["Mentors"])
    assert "p < 0.001, by Friedman’s chi-squared." in found


def test_of_more_than_four_things_the_top_three_are_counted():
    found = parts(LONG, orders(LONG, [range(7)] * 2))["Mentors"]
    assert found.table["In the top 3"][2] == "2 of 2 (34 to 100 of 100)"


def test_one_person_agrees_with_nobody():
    found = said(parts(ITEMS, orders(ITEMS, [(0, 1, 2)]))["Mentors"])
    assert "How far people agree: it takes at least 2 people." in found


def test_two_things_are_no_order_to_agree_in():
    pair = ranking_question("A", "B")
    found = parts(pair, orders(pair, [(0, 1)] * 6), orders(pair, [(1, 0)] * 6, role="mentee"))
    assert "it takes at least 3 things to put in order." in said(found["Mentors"])
    assert "it takes at least 3 things to put in order." in said(found["Mentors and mentees"])


def test_orders_of_both_roles_are_compared_by_exchanging_who_is_who():
    found = parts(
        ITEMS, orders(ITEMS, [(0, 1, 2)] * 4), orders(ITEMS, [(2, 1, 0)] * 3, role="mentee")
    )
    # One of the 35 ways to choose four of seven people.
    assert "differ as much with p = 0.029 (label permutation" in said(found["Mentors and mentees"])
    assert MEANS_NOTHING_ALONE in found["Mentors and mentees"].sentences


def test_orders_of_very_few_people_are_not_tested_against_each_other():
    found = parts(
        ITEMS, orders(ITEMS, [(0, 1, 2)] * 3), orders(ITEMS, [(2, 1, 0)] * 3, role="mentee")
    )
    assert "With 3 mentors and 3 mentees no test can reach p" in said(found["Mentors and mentees"])


def test_orders_of_very_many_people_are_not_tested_against_each_other():
    found = parts(
        ITEMS, orders(ITEMS, [(0, 1, 2)] * 60), orders(ITEMS, [(2, 1, 0)] * 60, role="mentee")
    )
    assert "not tested against each other above 100" in said(found["Mentors and mentees"])


def test_an_item_nobody_placed_is_called_not_placed():
    found = parts(ITEMS, orders(ITEMS, [(0, 1), (1, 0)]))["Mentors"]
    assert found.table["Average place"] == ["1.5", "1.5", "not placed"]


def test_agreement_is_no_item_of_the_numbers():
    found = in_full(ITEMS, orders(ITEMS, [(0, 1, 2)] * 4))
    assert list(numbers_table(found)["Answer"]) == ["A", "B", "C"]


# Who may see it ---------------------------------------------------------------------------------


@pytest.mark.parametrize("audience", ["internal", "public"])
def test_beyond_the_team_no_statistic_is_said(audience):
    question = yes_no_question()
    sources = chosen(question, [9, 3]), chosen(question, [5, 7], role="mentee")
    assert statistics_of(in_full(question, *sources, audience=audience)) == ()


@pytest.mark.parametrize("audience", ["internal", "public"])
def test_beyond_the_team_nothing_is_told_of_how_far_people_agree(audience):
    rows = [(0, 1, 2)] * 12
    measured = measure(ITEMS, (orders(ITEMS, rows),), scope=SCOPE, in_full=True)
    plainly = measure(ITEMS, (orders(ITEMS, rows),), scope=SCOPE)
    assert "agreement" in set(measured.rows["statistic"])
    assert tell(measured) == tell(plainly)
    told = publish(tell(measured), audience=audience)
    assert not told.rows["statistic"].str.startswith(("agreement", "order")).any()


def test_own_words_have_no_statistics():
    question = Question(id="own", wording="What else?", type="free_text")
    found = published(question, written(question, ["a", "b"]))
    assert statistics_of(found) == ()


def test_a_change_says_its_statistics_a_role_at_a_time():
    (change,) = changes(([5, 6, 4, 7, 3, 6, 8], [7, 6, 6, 9, 6, 6, 9]))
    (mentees,) = statistics_of(change)
    assert mentees.heading == "Mentees"
    assert "Average change +1.4 points" in said(mentees)
    assert FUTURE in mentees.sentences
