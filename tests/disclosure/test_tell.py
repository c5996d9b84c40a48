"""What is told of each kind of question; and that running the code on every answer adds nothing."""

from collections import defaultdict
from dataclasses import replace
from itertools import combinations_with_replacement, permutations, product

import pandas as pd
import pytest

from rm_eval.disclosure import Limits, added_up, publish, tell
from rm_eval.measures.measured import COLUMNS
from rm_eval.questionnaire import Option, Scale
from tests.factories import (
    chosen,
    measured,
    ranked,
    ranking_question,
    scale_question,
    scored,
    tick_question,
    ticked,
)


def told(question, *sources, limits=None):
    return tell(measured(question, *sources), limits=limits or Limits())


def texts(question, *sources, audience="internal", limits=None):
    return list(publish(told(question, *sources, limits=limits), audience=audience).rows["text"])


def test_an_answer_that_excludes_the_others_is_told_less_exactly_where_it_would_empty_them():
    """Eleven of eleven who need nothing more would tell that nobody ticked anything else."""
    question = tick_question("Books", "Nothing more", mark="ordinary")
    options = (question.options[0], Option(id="option_1", label="Nothing more", exclusive=True))
    alone = replace(question, options=options)

    assert texts(question, ticked(question, [0, 11], 11)) == ["0 to 2 of 11", "11 of 11"]
    assert texts(alone, ticked(alone, [0, 11], 11)) == ["0 to 2 of 11", "9 or more of 11"]


def test_on_a_form_nobody_knows_all_rare_answers_are_counted_together():
    question = tick_question("Yes", "As long as I can", type="single_choice", known=False)

    found = publish(told(question, chosen(question, [10, 1])), audience="internal").rows

    assert list(found["label"]) == ["Yes", "Any other answer"]
    assert list(found["text"]) == ["9 or more of 11", "0 to 2 of 11"]


def test_whether_there_are_rare_answers_at_all_is_not_told():
    question = tick_question("Yes", type="single_choice", known=False)
    rare = tick_question("Yes", "Never", type="single_choice", known=False)

    assert texts(question, chosen(question, [11])) == texts(rare, chosen(rare, [10, 1]))


@pytest.mark.parametrize(
    ("scores", "mean"),
    [
        ([10] * 12, "9.5 or higher"),
        ([1] * 12, "1.7 or lower"),
        ([9, 9, 10, 8, 9, 10, 7], "about 9 or higher"),
        ([5, 5, 5, 6, 6, 6, 6, 7, 7, 4, 3], "5.5"),
    ],
)
def test_a_mean_is_a_range_only_near_the_end_of_its_scale(scores, mean):
    question = scale_question()

    assert texts(question, scored(question, scores))[-1] == mean


def test_where_somebody_left_an_item_out_average_places_are_for_the_team():
    question = ranking_question("A", "B", "C")
    found = told(question, ranked(question, [[0, 1, 2]] * 10 + [[0, 1]]))

    assert found.groups[0].totals == ()
    assert any("left answers out" in note for note in found.notes)


def test_what_is_told_of_two_cohorts_is_added_up_and_tells_nothing_new():
    question = tick_question("A", "B", type="single_choice")
    first, second = (told(question, chosen(question, counts)) for counts in ([6, 5], [11, 1]))

    both = added_up([*first.groups, *second.groups])

    assert (both.n, both.cohorts) == (23, 2)
    assert [count.bounds for count in both.counts] == [(16, 18), (5, 7)]


def test_means_are_added_up_as_totals():
    question = scale_question()
    first = told(question, scored(question, [5] * 6 + [6] * 5))
    second = told(question, scored(question, [7] * 12))

    total = added_up([*first.groups, *second.groups]).totals[0].bounds

    assert total[0] <= 6 * 5 + 5 * 6 + 12 * 7 <= total[1]


def test_a_reason_for_a_lower_limit_is_printed_wherever_it_was_used():
    question = tick_question("A", "B", mark="ordinary")
    limits = Limits(smallest_group=4, reason="Agreed by the board in May 2026.")
    four = told(question, ticked(question, [4, 1], 4), limits=limits)
    eleven = told(question, ticked(question, [4, 1], 11), limits=limits)

    assert list(publish(four, audience="internal").rows["text"]) == ["4 of 4", "0 to 2 of 4"]
    assert (
        "because: Agreed by the board in May 2026." in publish(four, audience="internal").notes[-1]
    )
    # The public is shown nothing of four people's plain facts, so nothing was lowered for it.
    assert not any("because" in note for note in publish(four, audience="public").notes)
    assert not any("because" in note for note in publish(eleven, audience="public").notes)


# Everybody can run this code: all answers that could have been given, grouped by what is published.


def alike(question, inputs, source):
    """Inputs by everything that is published of them, for both audiences."""
    found = defaultdict(list)
    for one in inputs:
        whole = told(question, source(question, one))
        seen = tuple(publish(whole, audience=a).rows.to_csv() for a in ("internal", "public"))
        found[seen].append((one, publish(whole, audience="internal").rows))
    return found


def check(found, counts_of, n, *, both_ways=False):
    """No count that is not told exactly is the same in all inputs that look alike."""
    for inputs in found.values():
        rows = inputs[0][1]
        people = rows[~rows["statistic"].str.startswith("mean")].reset_index()
        for at, shown in enumerate(people["shown"]):
            possible = {counts_of(one)[at] for one, _ in inputs}
            if shown == "exact":
                assert len(possible) == 1
                continue
            assert len(possible) > 1
            assert min(possible) < n - 1
            assert not both_ways or max(possible) > 1


@pytest.mark.parametrize("n", [5, 6, 7])
def test_running_the_code_on_every_set_of_scores_tells_nothing_more(n):
    question = replace(scale_question(), scale=Scale(low=1, high=5))
    thirds = ((1, 2), (3, 3), (4, 5))

    def counts(scores):
        return [sum(low <= score <= high for score in scores) for low, high in thirds]

    found = alike(question, combinations_with_replacement(range(1, 6), n), scored)

    check(found, counts, n)


@pytest.mark.parametrize("mark", ["ordinary", "opinion"])
def test_running_the_code_on_every_set_of_ticks_tells_nothing_more(mark):
    options = (*tick_question("A", "B").options, Option(id="c", label="None", exclusive=True))
    question = replace(tick_question(mark=mark), options=options)
    inputs = [(a, b, c) for a, b, c in product(range(7), repeat=3) if max(a, b) + c <= 6]

    found = alike(question, inputs, lambda q, counts: ticked(q, list(counts), 6))

    check(found, lambda counts: counts, 6, both_ways=True)


def test_running_the_code_on_every_set_of_orders_tells_nothing_more():
    question = ranking_question("A", "B", "C")
    n = 6

    def firsts(orders):
        return [sum(order[0] == item for order in orders) for item in range(3)]

    inputs = combinations_with_replacement(list(permutations(range(3))), n)
    found = alike(question, inputs, lambda q, orders: ranked(q, [list(o) for o in orders]))

    check(found, firsts, n, both_ways=True)


# Measures of linked answers, made by hand: who changed, and who left.


COUNTED = {"down", "same", "up", "stayed", "left"}


def linked(kind, values, question=None, role="mentor"):
    """A measure of one group: its counts by answer, and other figures where they are given."""
    n = float(sum(count for answer, count in values.items() if answer in COUNTED)) or 12.0
    rows = [
        (role, "people", answer, answer, float(value), n)
        if answer in COUNTED
        else (role, answer, "", answer, float(value), n)
        for answer, value in values.items()
    ]
    return replace(
        measured(question or scale_question(), scored(scale_question(), [5] * 5)),
        kind=kind,
        rows=pd.DataFrame(rows, columns=list(COLUMNS)),
    )


def test_who_went_up_stayed_and_went_down_is_told_like_any_opinion():
    change = tell(linked("change", {"down": 1, "same": 3, "up": 8, "mean": 1.5}))

    rows = publish(change, audience="internal").rows

    assert list(rows["text"]) == ["0 to 2 of 12", "3 of 12", "7 to 9 of 12"]


def test_of_a_change_nothing_else_is_told():
    """A mean change beside both means would tell what those had said who left."""
    plain = {"down": 1, "same": 3, "up": 8}
    more = {"mean": 1.5, "before_mean": 5.0, "p": 0.04, "at_top": 2}

    assert tell(linked("change", plain)).groups == tell(linked("change", plain | more)).groups


def test_of_who_stayed_nothing_else_is_told():
    plain = {"stayed": 14, "left": 3}
    more = {"after": 15, "new": 1, "sent_before": 20}

    assert tell(linked("attrition", plain)).groups == tell(linked("attrition", plain | more)).groups


def test_where_nobody_could_be_linked_nothing_is_told_of_a_change():
    unlinked = tell(linked("change", {"mean": 0.4, "low": -0.2}))

    assert set(publish(unlinked, audience="internal").rows["text"]) == {"hidden"}


def test_everybody_going_up_is_told_without_saying_so():
    change = tell(linked("change", {"down": 0, "same": 0, "up": 12, "mean": 2.0}))

    assert publish(change, audience="internal").rows["text"].iloc[2] == "10 or more of 12"


def test_a_change_of_four_people_is_told_to_nobody():
    change = tell(linked("change", {"down": 0, "same": 0, "up": 4, "mean": 2.0}))

    assert set(publish(change, audience="internal").rows["text"]) == {"hidden"}


def test_three_who_left_are_not_counted_out_and_neither_are_those_who_stayed():
    # ../shared/golden/disclosure_cases.json, attrition_small
    left = tell(linked("attrition", {"stayed": 14, "left": 3}))

    assert list(publish(left, audience="internal").rows["text"]) == [
        "13 or more of 17",
        "0 to 4 of 17",
    ]


@pytest.mark.parametrize("n", [10, 12, 17, 30])
def test_nobody_works_out_how_few_left(n):
    """Whoever knows this code still reckons with none to four."""
    alike = defaultdict(set)
    for gone in range(n + 1):
        told_ = tell(linked("attrition", {"stayed": n - gone, "left": gone}))
        alike[tuple(count.bounds for count in told_.groups[0].counts)].add(gone)

    assert all(len(possible) > 1 for possible in alike.values() if possible & {*range(5)})
