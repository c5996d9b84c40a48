"""Cohorts together: sums of what was told, and nothing more."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rm_eval.charts import draw
from rm_eval.disclosure import STANDARD, Limits, Pool, pooled, publish, tell
from rm_eval.disclosure.attack import People, Together, attack
from rm_eval.measures import EVERYBODY, measure
from rm_eval.questionnaire import Scale
from tests.factories import (
    A_DAY,
    SCOPE,
    chosen,
    measured,
    ranked,
    ranking_question,
    scale_question,
    scored,
    tick_question,
    ticked,
    yes_no_question,
)

YES_NO = yes_no_question()
HURTS = yes_no_question(mark="harm")
SCORE = scale_question()
AREAS = tick_question("Wards", "Offices", "Home", mark="ordinary")


def cohort(name):
    return replace(SCOPE, cohort=name)


def told(name, *sources, question=YES_NO, limits=STANDARD):
    return replace(tell(measured(question, *sources), limits=limits), scope=cohort(name))


def pool_of(*every, left_out=()):
    pool = Pool(scopes=tuple(one.scope for one in every), left_out=left_out)
    (found,) = pooled(pool, [[one] for one in every])
    return pool, found


def shown(every, audience="internal"):
    pool, found = pool_of(*every)
    return publish(found, audience=audience, cohorts=pool.cohorts, made_on=A_DAY)


def texts(published):
    return list(published.rows["text"])


def yes(n, count, role="mentor", question=YES_NO):
    return chosen(question, [count, n - count], role)


def test_exact_counts_add_up_to_exact_counts():
    published = shown([told("A", yes(14, 8)), told("B", yes(12, 6))])

    assert texts(published) == ["14 of 26", "12 of 26"]


def test_a_range_in_one_cohort_is_a_range_of_all():
    published = shown([told("A", yes(14, 8)), told("B", yes(12, 1))])

    assert texts(published) == ["8 to 10 of 26", "16 to 18 of 26"]


def test_of_a_cohort_too_small_to_tell_of_only_its_size_goes_in():
    published = shown([told("A", yes(14, 8)), told("B", yes(3, 3))])

    assert texts(published) == ["8 to 11 of 17", "6 to 9 of 17"]


@pytest.mark.parametrize("question", [SCORE, ranking_question("A", "B", "C", "D", "E")])
def test_means_are_ranges_as_wide_as_what_is_not_told(question):
    def answers(n):
        if question is SCORE:
            return scored(question, [7] * (n // 2) + [8] * (n - n // 2))
        return ranked(question, [[at % 5 for at in range(k, k + 5)] for k in range(n)])

    exact, wide = (
        shown([told("A", answers(20), question=question), told("B", answers(n), question=question)])
        for n in (20, 3)
    )
    means = {"mean", "mean_place"}
    widths = [
        (one.rows["high"] - one.rows["low"])[one.rows["statistic"].isin(means)]
        for one in (exact, wide)
    ]

    assert (widths[0].fillna(99) < widths[1].fillna(99)).all()


def test_harm_goes_public_from_twenty_people_over_two_cohorts():
    def published(*sizes):
        every = [
            told(str(at), yes(n, n // 2, question=HURTS), question=HURTS)
            for at, n in enumerate(sizes)
        ]
        return texts(shown(every, "public"))

    assert published(10, 10) == ["10 of 20", "10 of 20"]
    assert published(10, 9) == ["hidden", "hidden"]
    # Of 9 nothing was told, so only one cohort is behind these figures.
    assert published(12, 9) == ["hidden", "hidden"]
    assert published(12, 9, 11) == ["11 to 20 of 32", "12 to 21 of 32"]


def test_one_cohort_alone_shows_the_public_nothing_of_harm():
    alone = publish(told("A", yes(30, 15, question=HURTS), question=HURTS), audience="public")

    assert texts(alone) == ["hidden", "hidden"]


def test_where_one_cohort_tells_of_both_roles_together_all_do():
    apart = told("A", yes(14, 8), yes(12, 6, "mentee"))
    figures = measure(YES_NO, (yes(7, 4), yes(6, 3, "mentee")), scope=cohort("B"), together=True)
    published = shown([apart, tell(figures)])

    assert set(published.rows["group"]) == {EVERYBODY}
    assert texts(published) == ["21 of 39", "18 of 39"]


def test_a_question_asked_in_another_way_is_left_out_and_named():
    other = replace(SCORE, scale=Scale(high=5))
    every = [
        told("A", scored(other, [3] * 12), question=other),
        told("B", scored(SCORE, [7] * 12), question=SCORE),
        told("C", scored(SCORE, [7] * 12), question=SCORE),
    ]
    _, found = pool_of(*every)

    assert found.groups[0].n == 24
    assert "Asked in another way in A, so those answers are not counted here." in found.notes


def test_everything_says_how_many_cohorts_and_which():
    every = [told(name, yes(14, 8)) for name in ("Spring", "Summer", "Autumn")]
    pool, found = pool_of(*every, left_out=(cohort("Winter"),))
    chart = draw(publish(found, audience="internal", cohorts=pool.cohorts, made_on=A_DAY))

    which = "3 cohorts together (Spring, Summer and Autumn)"
    assert chart.headline.startswith("Three cohorts together: ")
    assert which in chart.subtitle
    assert which in chart.alt
    assert "Counted together: Spring, Summer and Autumn." in chart.notes
    assert "Left out, because still open: Winter." in chart.notes
    assert chart.file_name.startswith("south-east_3-cohorts-together-")


def test_the_strictest_limits_hold_and_a_reason_goes_with_what_it_let_in():
    lower = Limits(smallest_group=4, reason="They asked for it.")
    facts = [
        told("A", ticked(AREAS, [4, 2, 0], 4), question=AREAS, limits=lower),
        told("B", ticked(AREAS, [9, 6, 3], 14), question=AREAS),
    ]
    _, found = pool_of(*facts)

    assert found.limits == STANDARD
    assert (
        "A: groups of 4 or more are counted here, fewer than the usual 5, because: "
        "They asked for it." in found.notes
    )


people = st.integers(1, 16)


@st.composite
def cohorts(draw_):
    """Two to four cohorts, each with any answers, of any kind of question."""
    kind = draw_(st.sampled_from([YES_NO, SCORE, AREAS, HURTS]))
    sizes = draw_(st.lists(people, min_size=2, max_size=4))
    limits = draw_(st.sampled_from([STANDARD, Limits(preset="strict")]))
    every = []
    for at, n in enumerate(sizes):
        if kind is SCORE:
            source = scored(kind, draw_(st.lists(st.integers(1, 10), min_size=n, max_size=n)))
        elif kind is AREAS:
            counts = [draw_(st.integers(0, n)) for _ in AREAS.options]
            source = ticked(kind, counts, n)
        else:
            source = yes(n, draw_(st.integers(0, n)), question=kind)
        every.append(told(f"C{at}", source, question=kind, limits=limits))
    return every


@settings(max_examples=60, deadline=None)
@given(cohorts())
def test_cohorts_and_their_pool_tell_an_attacker_nothing_together(every):
    pool, found = pool_of(*every)
    seen = [
        publish(one, audience=audience, cohorts=pool.cohorts if one is found else ())
        for one in (*every, found)
        for audience in ("internal", "public")
    ]
    whole = Together(
        whole=People(scope=pool.scope, group="mentor"),
        parts=tuple(People(scope=one.scope, group="mentor") for one in every),
        sizes=tuple(one.groups[0].n for one in every),
    )

    found_out = attack(seen, together=[whole])

    assert found_out.is_safe, [leak.sentence for leak in found_out.leaks]


def test_cohorts_about_different_people_are_not_counted_together():
    race, disability = (
        ranking_question("Talent", f"Better retention of {whom} employees")
        for whom in ("BAME", "disabled")
    )
    first = told("Cohort 1", ranked(race, [[0, 1]] * 12), question=race)
    second = told("Cohort 2", ranked(disability, [[1, 0]] * 12), question=disability)

    _, found = pool_of(first, second)

    assert [group.n for group in found.groups] == [12]
    assert "Asked in another way in Cohort 1, so those answers are not counted here." in found.notes


def test_cohorts_asked_in_two_names_for_the_same_people_are_counted_together():
    every = [
        yes_no_question(wording=f"Are you confident to talk with {whom} colleagues?")
        for whom in ("BAME", "BME")
    ]

    _, found = pool_of(
        *(told(f"Cohort {n}", yes(12, 6, question=q), question=q) for n, q in enumerate(every))
    )

    assert [group.n for group in found.groups] == [24]
