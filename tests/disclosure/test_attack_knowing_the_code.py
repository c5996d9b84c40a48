"""The code is open: somebody runs it on every cohort there could be, and keeps what looks alike.

Of each small form every way to answer it is protected. All that come out exactly alike, for
colleagues and the public together, are what such a reader cannot tell apart; so among them every
banded count must still take two values, and not all or all but one.
"""

from collections import defaultdict
from dataclasses import replace
from functools import partial
from itertools import combinations_with_replacement, permutations

import pandas as pd
import pytest

from rm_eval.disclosure import protect
from rm_eval.measures.measured import COLUMNS
from rm_eval.questionnaire import Option, Scale
from tests.factories import (
    A_DAY,
    boxes,
    chosen,
    measured,
    ranked,
    ranking_question,
    scale_question,
    scored,
    tick_question,
    yes_no_question,
)

BEYOND = ("internal", "public")
# How all answers that may not be listed are counted as one.
ANY_OTHER = "any_other_answer"
ALONE = Option(id="nothing", label="Nothing more", exclusive=True)


def every_choice(n, size, **fields):
    """Every way n people can choose, each as one measured question."""
    question = tick_question(*"ABCD"[:size], type="single_choice", **fields)
    for given in combinations_with_replacement(range(size), n):
        counts = [given.count(at) for at in range(size)]
        asked, people = question, counts
        if not question.known:
            # Of a form nobody knows, the options are those that somebody gave.
            met = [at for at in range(size) if counts[at]]
            asked = replace(question, options=tuple(question.options[at] for at in met))
            people = [counts[at] for at in met]
        yield measured(asked, chosen(asked, people))


def every_yes(n, **fields):
    question = yes_no_question(**fields)
    for yes in range(n + 1):
        yield measured(question, chosen(question, [yes, n - yes]))


def every_score(n, high):
    question = replace(scale_question(), scale=Scale(low=1, high=high))
    for given in combinations_with_replacement(range(1, high + 1), n):
        yield measured(question, scored(question, list(given)))


def every_change(n, **fields):
    """Every way n linked people can go down, stay the same or go up, with a mean for the team."""
    question = replace(scale_question(), **fields)
    for given in combinations_with_replacement(range(3), n):
        ways = {"down": given.count(0), "same": given.count(1), "up": given.count(2)}
        rows = [("mentor", "people", way, way, float(people), n) for way, people in ways.items()]
        rows.append(("mentor", "mean", "", "Mean", (ways["up"] - ways["down"]) / n, n))
        one = measured(question, scored(question, [5] * n))
        yield replace(one, kind="change", rows=pd.DataFrame(rows, columns=list(COLUMNS)))


def every_form(n, *, known):
    question = replace(tick_question("A", "B", known=known), options=())
    question = replace(question, options=(*tick_question("A", "B").options, ALONE))
    forms = [[2], [0], [1], [0, 1], *([[]] if known else [])]
    for given in combinations_with_replacement(forms, n):
        yield measured(question, boxes(question, list(given)))


def every_ranking(n):
    question = ranking_question("A", "B", "C")
    orders = [list(order) for order in permutations(range(3))]
    for given in combinations_with_replacement(orders, n):
        yield measured(question, ranked(question, list(given)))


def together(*every):
    return lambda: (measured for one in every for measured in one())


CASES = {
    "yes or no": together(*(partial(every_yes, n) for n in range(5, 13))),
    "yes or no, plain": together(*(partial(every_yes, n, mark="ordinary") for n in range(5, 13))),
    "yes or no, harm": together(*(partial(every_yes, n, mark="harm") for n in range(9, 13))),
    "three choices": together(*(partial(every_choice, n, 3) for n in (5, 7, 10))),
    "three choices, plain": together(
        *(partial(every_choice, n, 3, mark="ordinary") for n in (5, 7, 10))
    ),
    "four choices": together(*(partial(every_choice, n, 4) for n in (5, 7))),
    "choices of a form nobody knows": together(
        *(partial(every_choice, n, 4, known=False) for n in (5, 6, 10))
    ),
    "scores of 1 to 5": partial(every_score, 5, 5),
    "scores of 1 to 3": together(partial(every_score, 10, 3)),
    "up or down": together(*(partial(every_change, n) for n in range(5, 13))),
    "up or down, plain": together(*(partial(every_change, n, mark="ordinary") for n in (5, 9, 11))),
    "up or down, harm": together(*(partial(every_change, n, mark="harm") for n in (9, 10, 12))),
    "boxes": partial(every_form, 5, known=True),
    "boxes of a form nobody knows": partial(every_form, 6, known=False),
    "rankings": partial(every_ranking, 5),
}


@pytest.mark.parametrize("case", CASES)
def test_whoever_runs_the_code_on_every_cohort_learns_nothing_more(case):
    alike = defaultdict(list)
    for one in CASES[case]():
        inside, public = (protect(one, audience=who, made_on=A_DAY) for who in BEYOND)
        alike[looks(inside), looks(public)].append((one, inside.rows))

    assert [found for cohorts in alike.values() for found in given_back(cohorts)] == []


def looks(published):
    return published.rows.to_csv(index=False), published.notes


def given_back(cohorts):
    """Banded counts that are told by which cohorts look alike."""
    one, rows = cohorts[0]
    both_ways = one.kind in {"ticks", "ranking"}
    n = int(one.rows["n"].max())
    for row in rows[(rows["shown"] != "exact") & (rows["answer"] != "")].itertuples():
        nothing_listed = set(rows["answer"]) == {ANY_OTHER}
        if row.statistic.startswith("mean") or nothing_listed:
            continue
        values = {count_of(cohort, row, rows) for cohort, _ in cohorts}
        all_but_one = one.question.mark != "ordinary" and min(values) >= n - 1
        if len(values) == 1 or all_but_one or (both_ways and max(values) <= 1):
            yield n, row.answer, row.text, values


def count_of(cohort, row, listed):
    """The true count behind a row."""
    counts = cohort.rows[cohort.rows["statistic"] == row.statistic]
    if row.answer == ANY_OTHER:
        counts = counts[~counts["answer"].isin(listed["answer"])]
    elif cohort.kind == "scale":
        first, _, last = row.answer.partition("-")
        counts = counts[counts["answer"].astype(int).between(int(first), int(last))]
    else:
        counts = counts[counts["answer"] == row.answer]
    return int(counts["value"].sum())
