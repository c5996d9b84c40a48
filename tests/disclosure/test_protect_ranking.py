"""What is told of a ranking beyond the team must not give a banded count back.

The attacker here tries every list of counts that fits the bands, their known sum and each item's
mean place; it is written apart from the product.
"""

import random
from itertools import product
from math import ceil, floor

import pytest

from rm_eval.disclosure.policy import bands
from tests.factories import published, ranked, ranking_question

ITEMS = ranking_question("A", "B", "C", "D", "E", "F", "G")


def cohort(n, seed, agree=0.0):
    """n people's orders; the more they agree, the more alike the orders."""
    chance = random.Random(seed)  # noqa: S311 - invented people
    return [sorted(range(7), key=lambda at: at * agree + chance.gauss(0, 1.5)) for _ in range(n)]


def rows_of(orders, audience):
    return published(ITEMS, ranked(ITEMS, orders), audience=audience).rows


def within_mean(low, high, mean, n):
    """Counts in the top three that some set of places with this mean could have."""
    if mean["shown"] == "hidden":
        return range(low, high + 1)
    first, last = ceil(mean["low"] * n - 1e-9), floor(mean["high"] * n + 1e-9)
    return [
        count
        for count in range(low, high + 1)
        if count + 4 * (n - count) <= last and 3 * count + 7 * (n - count) >= first
    ]


def pinned(rows, n):
    tops = rows[rows["statistic"] == "top_3"].reset_index()
    means = rows[rows["statistic"] == "mean_place"].reset_index()
    bounds = [
        (int(low), int(high)) if shown != "hidden" else (0, n)
        for low, high, shown in zip(
            tops["low"].fillna(0), tops["high"].fillna(n), tops["shown"], strict=True
        )
    ]
    spans = [list(within_mean(*bound, means.iloc[at], n)) for at, bound in enumerate(bounds)]
    fits = [counts for counts in product(*spans) if sum(counts) == 3 * n]
    return [
        at
        for at, (low, high) in enumerate(bounds)
        if low < high and len({counts[at] for counts in fits}) < 2
    ]


@pytest.mark.parametrize("audience", ["internal", "public"])
@pytest.mark.parametrize("n", [10, 11, 12])
def test_no_banded_count_of_a_ranking_can_be_worked_out(n, audience):
    for seed in range(0, 40, 4):
        rows = rows_of(cohort(n, seed, agree=seed / 20), audience)

        assert pinned(rows, n) == []


def test_the_attacker_can_bite():
    """Bands by size alone, with exact means beside them, would often be worked out."""
    cut = bands("opinion", 11, "internal")
    beaten = 0
    for seed in range(40):
        rows = rows_of(cohort(11, seed, agree=seed / 20), "team")
        tops = rows["statistic"] == "top_3"
        told = [next(b for b in cut if b[0] <= value <= b[1]) for value in rows.loc[tops, "value"]]
        rows.loc[tops, "low"] = [float(low) for low, _ in told]
        rows.loc[tops, "high"] = [float(high) for _, high in told]
        rows.loc[tops, "shown"] = ["exact" if low == high else "band" for low, high in told]
        beaten += bool(pinned(rows, 11))

    assert beaten > 5


def test_the_team_sees_every_place_and_others_see_none():
    team = rows_of(cohort(11, 1), "team")
    internal = rows_of(cohort(11, 1), "internal")

    assert {f"place_{p}" for p in range(1, 8)} <= set(team["statistic"])
    assert set(internal["statistic"]) == {"top_3", "mean_place"}


@pytest.mark.parametrize(("n", "text"), [(11, "."), (7, "about")])
def test_a_mean_place_is_as_exact_as_the_group_is_large(n, text):
    rows = rows_of(cohort(n, 2), "internal")

    shown = rows[(rows["statistic"] == "mean_place") & (rows["shown"] == "exact")]
    assert len(shown)
    assert shown["text"].str.contains(text, regex=False).all()


def test_four_people_rank_in_private():
    rows = rows_of(cohort(4, 1), "internal")

    assert set(rows["text"]) == {"hidden"}


def test_a_group_nobody_of_which_ranked_says_so():
    rows = rows_of([], "internal")

    assert set(rows["text"]) == {"no answers"}


def test_a_thing_that_is_listed_may_have_been_put_at_the_top_by_nobody():
    """Of a form nobody knows it is listed if three people gave it a place, be it the last."""
    rank = ranking_question("A", "B", "C", "D", "E", known=False)
    orders = [[0, 1, 2, 3, 4], [1, 0, 2, 3, 4], [2, 1, 0, 4, 3]] * 2

    rows = published(rank, ranked(rank, orders), audience="internal").rows

    tops = rows[rows["statistic"] == "top_3"].set_index("answer")
    assert tops.loc["option_4", "low"] == 0
