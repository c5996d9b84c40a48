"""Every case of `disclosure_cases.json`, from people's answers to what is published.

The cases came with the requirements (version of 21 November 2026; rule numbers as there). Names,
sizes and what must not go together are theirs; where they give no counts, those here are invented.
They are written for a limit of 10, which our strict rules keep. Our usual rules tell a range where
the cases hide: there, what counts is that the exact value is not shown, to either audience. What
must not be published together is judged by the attacker.
"""

import json
from dataclasses import replace

import pandas as pd
import pytest

from rm_eval.disclosure import STANDARD, Limits, added_up, publish, tell
from rm_eval.disclosure.attack import Earlier, Moved, People, Seen, Together, attack
from rm_eval.measures import EVERYBODY, Measured
from rm_eval.measures.measured import COLUMNS
from tests.factories import (
    SCOPE,
    chosen,
    measured,
    scale_question,
    scored,
    tick_question,
    ticked,
    yes_no_question,
)

STRICT = Limits(preset="strict")
AUDIENCES = ("internal", "public")
YES_NO = yes_no_question()
HURTS = yes_no_question(mark="harm")
SCORE = scale_question()
AREAS = tick_question("A", "B", "C", "D", "E", "F", mark="opinion")

IDS = {
    "below_k",
    "total_minus_part",
    "three_trusts",
    "filter_drops_one",
    "filter_disjoint_ok",
    "matched_vs_all",
    "attrition_small",
    "unanimous_yes",
    "one_dissenter",
    "unanimous_score",
    "tickbox_small_cell",
    "pooled_with_one_hidden_cohort",
    "same_total_after_new_upload",
    "zero_group",
}

every_limit = pytest.mark.parametrize("limits", [STRICT, STANDARD], ids=["strict", "standard"])
every_audience = pytest.mark.parametrize("audience", AUDIENCES)


def test_these_are_all_the_cases(shared):
    cases = json.loads((shared / "golden" / "disclosure_cases.json").read_text())["cases"]

    assert {case["id"] for case in cases} == IDS


def told(*sources, question=YES_NO, limits=STRICT, scope=SCOPE):
    return replace(tell(measured(question, *sources), limits=limits), scope=scope)


def yes(n, count, role="mentor", question=YES_NO):
    return chosen(question, [count, n - count], role)


def shown(published, group="mentor"):
    rows = published.rows[published.rows["group"] == group]
    return list(rows["shown"])


def both(*every):
    """Everything that is given out of these: what colleagues see and what the public sees."""
    return [publish(one, audience=audience) for one in every for audience in AUDIENCES]


def people(scope, group="mentor", who=""):
    return People(scope=scope, group=group, who=who)


def cohorts_of(sizes, limits):
    """Cohorts of these sizes, about half saying yes, and the pool of what was told of them."""
    each = [
        told(yes(n, (n + 1) // 2), limits=limits, scope=replace(SCOPE, cohort=name))
        for name, n in sizes.items()
    ]
    pool = replace(
        each[0],
        scope=replace(SCOPE, cohort="all"),
        groups=(added_up(one.groups[0] for one in each),),
    )
    whole = Together(
        whole=people(pool.scope),
        parts=tuple(people(one.scope) for one in each),
        sizes=tuple(sizes.values()),
    )
    return each, pool, whole


@every_audience
def test_below_k(audience):
    """Rule 1: of 7 mentees nothing is told, not even how many they are."""
    published = publish(told(yes(7, 4, "mentee")), audience=audience)

    assert shown(published, "mentee") == ["hidden", "hidden"]
    assert set(published.rows["n_text"]) == {"fewer than 10"}


@every_audience
def test_below_k_by_the_usual_rules(audience):
    """Rule 1: a range that leaves the number open, and never the number."""
    published = publish(told(yes(7, 4, "mentee"), limits=STANDARD), audience=audience)

    assert "exact" not in shown(published, "mentee")


@every_limit
def test_total_minus_part(limits):
    """Rule 4: beside 11 mentors, a total over 18 tells of the 7 mentees what is told of them."""
    roles = told(yes(11, 6), yes(7, 4, "mentee"), limits=limits)
    total = replace(roles, groups=(replace(added_up(roles.groups), role=EVERYBODY, cohorts=1),))

    assert "exact" not in shown(publish(roles, audience="internal"), "mentee")
    assert attack(both(roles, total)).is_safe


@every_limit
def test_three_trusts(limits):
    """Rule 4: trusts of 12, 11 and 4, and all 27."""
    each, pool, whole = cohorts_of({"A": 12, "B": 11, "C": 4}, limits)

    assert shown(publish(each[2], audience="internal")) == ["hidden", "hidden"]
    assert attack(both(*each, pool), together=[whole]).is_safe


@every_limit
def test_pooled_with_one_hidden_cohort(limits):
    """Rule 8: cohorts of 14, 12 and 6, and all 32: a sum of what was told gives no cohort away."""
    each, pool, whole = cohorts_of({"A": 14, "B": 12, "C": 6}, limits)

    assert "exact" not in shown(publish(each[2], audience="internal"))
    assert attack(both(*each, pool), together=[whole]).is_safe


@every_limit
def test_a_pool_counted_anew_would_give_the_hidden_cohort_away(limits):
    """Rule 8: told of all 32 as if they were one group, the 6 follow. The attacker sees it."""
    each, pool, whole = cohorts_of({"A": 14, "B": 12, "C": 6}, limits)
    anew = told(yes(32, 16), limits=limits, scope=pool.scope)

    assert not attack(both(*each, anew), together=[whole]).is_safe


@every_limit
@pytest.mark.parametrize(
    ("n_all", "n_some"),
    [
        pytest.param(18, 17, id="filter_drops_one"),
        pytest.param(12, 11, id="matched_vs_all"),
        pytest.param(17, 14, id="attrition_small"),
    ],
)
def test_some_beside_all(n_all, n_some, limits):
    """Rules 5 and 6: either alone is safe; both together tell of the few who are left out."""
    everybody = both(told(yes(n_all, 7), limits=limits))
    some = [Seen(published=one, who="some") for one in both(told(yes(n_some, 6), limits=limits))]
    whole = Together(
        whole=people(SCOPE), parts=(people(SCOPE, who="some"), people(SCOPE, who="left"))
    )

    assert attack(everybody, together=[whole]).is_safe
    assert attack(some, together=[whole]).is_safe
    assert not attack([*everybody, *some], together=[whole]).is_safe


@every_limit
def test_filter_disjoint_ok(limits):
    """Rule 5: people 1 to 10 and 11 to 20 are both shown, and tell nothing of each other."""
    first, second = (told(yes(10, count), limits=limits) for count in (5, 6))
    seen = [
        Seen(published=one, who=who)
        for who, t in zip("xy", (first, second), strict=True)
        for one in both(t)
    ]

    assert all(shown(one.published) == ["exact", "exact"] for one in seen)
    assert attack(seen).is_safe


@every_audience
@every_limit
def test_attrition_small(limits, audience):
    """Rule 6: 14 stayed, 3 left: nobody is told how many left, nor so how many stayed."""
    rows = [
        ("mentor", "people", "stayed", "Stayed", 14.0, 17.0),
        ("mentor", "people", "left", "Left", 3.0, 17.0),
    ]
    figures = Measured(
        rows=pd.DataFrame(rows, columns=list(COLUMNS)),
        question=YES_NO,
        scope=SCOPE,
        kind="attrition",
        met=frozenset(),
        responses=(),
        notes=(),
        sources=(),
        sample=False,
    )

    published = publish(tell(figures, limits=limits), audience=audience)

    assert list(published.rows["text"]) == (
        ["hidden", "hidden"] if limits is STRICT else ["13 or more of 17", "0 to 4 of 17"]
    )


@every_limit
@pytest.mark.parametrize(
    ("n", "count"),
    [pytest.param(11, 11, id="unanimous_yes"), pytest.param(12, 11, id="one_dissenter")],
)
def test_nearly_all_said_yes(n, count, limits):
    """Rule 3: of a sensitive question, not that all did, nor that one did not."""
    harm = told(yes(n, count, question=HURTS), question=HURTS, limits=limits)
    opinion = told(yes(n, count), limits=limits)

    assert list(publish(harm, audience="internal").rows["text"]) == [
        f"{n - 2} or more of {n}",
        f"0 to 2 of {n}",
    ]
    assert shown(publish(harm, audience="public")) == ["hidden", "hidden"]
    for audience in AUDIENCES:
        assert shown(publish(opinion, audience=audience)) == ["band", "band"]
    assert attack(both(harm)).is_safe
    assert attack(both(opinion)).is_safe


@every_audience
@every_limit
def test_unanimous_score(limits, audience):
    """Rule 3: a mean of 10.0 is twelve tens: "9.5 or higher", and no count exactly."""
    published = publish(
        told(scored(SCORE, [10] * 12), question=SCORE, limits=limits), audience=audience
    )
    mean = published.rows[published.rows["statistic"] == "mean"].iloc[0]

    assert "exact" not in shown(published)
    if limits is STRICT:
        assert mean["text"] == "9.5 or higher"


@every_audience
@every_limit
def test_tickbox_small_cell(limits, audience):
    """Rule 3: 12 of 14 leaves two who did not tick; 2, 1 and 0 look alike."""
    published = publish(
        told(ticked(AREAS, [12, 9, 5, 2, 1, 0], 14), question=AREAS, limits=limits),
        audience=audience,
    )

    assert list(published.rows["text"]) == [
        "12 or more of 14",
        "9 of 14",
        "5 of 14",
        *["0 to 2 of 14"] * 3,
    ]


@every_audience
def test_tickbox_small_cell_of_plain_facts(audience):
    """Rule 3: the strict rules know no plain facts; the usual ones tell that 12 of 14 ticked."""
    facts = replace(AREAS, mark="ordinary")
    source = ticked(facts, [12, 9, 5, 2, 1, 0], 14)
    strict, usual = (told(source, question=facts, limits=one) for one in (STRICT, STANDARD))

    assert shown(publish(strict, audience=audience)) == ["band", "exact", "exact", *["band"] * 3]
    assert shown(publish(usual, audience=audience)) == [*["exact"] * 3, *["band"] * 3]


@every_limit
def test_same_total_after_new_upload(limits):
    """Rule 9: people 1 to 12, then one more: their answer is the difference."""
    then = both(told(yes(12, 7), limits=limits))
    now = both(told(yes(13, 7), limits=limits))
    moved = Moved(scope=SCOPE, group="mentor", stayed=12, went=0, came=1)

    assert attack(now).is_safe
    assert not attack(now, earlier=[Earlier(published=tuple(then), moved=(moved,))]).is_safe


@every_audience
@every_limit
def test_zero_group(limits, audience):
    """Rule 1: that nobody answered may be said."""
    published = publish(told(yes(0, 0, "mentee"), limits=limits), audience=audience)

    assert set(published.rows["text"]) == {"no answers"}
