"""Cohorts together: sums of what was told, and nothing more."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rm_eval.charts import draw
from rm_eval.disclosure import STANDARD, Limits, Pool, pooled, publish, tell
from rm_eval.disclosure.attack import People, Seen, Together, attack
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


def pool_of(*every, left_out=(), audience="internal"):
    pool = Pool(scopes=tuple(one.scope for one in every), left_out=left_out)
    (found,) = pooled(pool, [[one] for one in every], audience=audience)
    return pool, found


def shown(every, audience="internal"):
    pool, found = pool_of(*every, audience=audience)
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


def test_a_cohort_too_small_to_tell_of_is_left_out_and_named():
    published = shown([told("A", yes(14, 8)), told("B", yes(3, 3))])

    assert texts(published) == ["8 of 14", "6 of 14"]
    assert "Left out of the sum, because too few of them answered: mentors in B." in published.notes


@pytest.mark.parametrize(
    ("sizes", "n"), [((14, 9), "14"), ((14, 9, 8), "31"), ((14, 10), "24"), ((9, 8), "17")]
)
def test_the_public_reads_no_sum_with_a_single_group_whose_size_it_may_not_know(sizes, n):
    every = [told(str(at), yes(size, size // 2)) for at, size in enumerate(sizes)]

    assert set(shown(every, "public").rows["n_text"]) == {n}
    assert set(shown(every).rows["n_text"]) == {str(sum(sizes))}


def test_headlines_count_the_cohorts_that_are_in_the_sum():
    every = [told(name, yes(n, n // 2)) for name, n in (("A", 14), ("B", 12), ("C", 3))]
    chart = draw(shown(every))

    assert chart.headline.startswith("Two cohorts together: ")
    assert "2 cohorts together (A and B)" in chart.subtitle
    assert "Counted together: A and B." in chart.notes
    assert draw(shown([every[0], every[2]])).headline.startswith("One cohort: ")


def test_a_role_of_which_nothing_can_be_added_up_is_hidden():
    every = [told(name, yes(14, 8), yes(4, 2, "mentee")) for name in ("A", "B")]
    rows = shown(every).rows

    assert texts(shown(every)) == ["16 of 28", "12 of 28", "hidden", "hidden"]
    assert set(rows.loc[rows["group"] == "mentee", "n_text"]) == {"fewer than 5"}


def test_harm_in_a_small_group_is_left_out_of_what_colleagues_read():
    every = [
        told(name, yes(n, 5, question=HURTS), question=HURTS) for name, n in (("A", 12), ("B", 9))
    ]

    assert texts(shown(every)) == ["5 of 12", "7 of 12"]


def test_how_many_were_asked_is_said_of_the_cohorts_that_are_counted():
    every = [
        replace(told(name, yes(n, 5)), responses=(("mentor", n, n + 2),))
        for name, n in (("A", 14), ("B", 12), ("C", 9))
    ]

    assert "26 of 30 mentors answered the form." in shown(every, "public").notes
    assert "35 of 41 mentors answered the form." in shown(every).notes


def test_what_a_cohort_asked_is_not_said_where_one_that_is_counted_does_not_say_it():
    every = [told("A", yes(14, 8)), told("B", yes(12, 6))]
    every[0] = replace(every[0], responses=(("mentor", 14, 15),))

    assert not any("answered the form" in note for note in shown(every).notes)


def test_parts_of_a_role_are_counted_as_one():
    """A part is not taken out of its role: the rest would be the others, and both be out."""
    sites = told("A", yes(12, 6, "mentor (North)"), yes(3, 3, "mentor (Other parts)"))

    assert texts(shown([sites, told("B", yes(14, 8))])) == ["14 to 17 of 29", "12 to 15 of 29"]


@pytest.mark.parametrize("question", [SCORE, ranking_question("A", "B", "C", "D", "E")])
def test_means_are_ranges_as_wide_as_what_is_not_told(question):
    def answers(n):
        if question is SCORE:
            return scored(question, [7] * (n // 2) + [8] * (n - n // 2))
        return ranked(question, [[at % 5 for at in range(k, k + 5)] for k in range(n)])

    exact, wide = (
        shown([told("A", answers(20), question=question), told("B", answers(n), question=question)])
        for n in (20, 8)
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
    assert published(12, 9, 11) == ["11 of 23", "12 of 23"]


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


def together(found, every, audience):
    """Everybody knows which cohorts are in a pool: its notes say which are not."""
    missing = " ".join(note for note in found.notes if note.startswith("Left out of the sum"))
    counted = [one for one in every if one.scope.cohort not in missing]
    return Together(
        whole=People(scope=found.scope, group="mentor", who=audience),
        parts=tuple(People(scope=one.scope, group="mentor") for one in counted),
        sizes=tuple(one.groups[0].n for one in counted),
    )


AUDIENCES = ("internal", "public")


@settings(max_examples=60, deadline=None)
@given(cohorts())
def test_cohorts_and_their_pools_tell_an_attacker_nothing_together(every):
    seen = [publish(one, audience=audience) for one in every for audience in AUDIENCES]
    wholes = []
    for audience in AUDIENCES:
        pool, found = pool_of(*every, audience=audience)
        whole = together(found, every, audience)
        published = publish(found, audience=audience, cohorts=pool.cohorts)
        if len(whole.parts) == 1:  # a sum of one is told of the very same people
            seen.append(replace(published, scope=whole.parts[0].scope))
        elif whole.parts:
            wholes.append(whole)
            seen.append(Seen(published=published, who=audience))

    found_out = attack(seen, together=wholes)

    assert found_out.is_safe, [leak.sentence for leak in found_out.leaks]


organisations = st.lists(
    st.lists(st.integers(1, 16), min_size=1, max_size=4), min_size=1, max_size=3
)


@settings(max_examples=100, deadline=None)
@given(organisations, st.sampled_from(AUDIENCES))
def test_the_regions_sum_is_the_sum_of_the_organisations_own(sizes, audience):
    """So to take one from the other tells no size; flat or organisation by organisation."""
    few = 10 if audience == "public" else 5
    trusts = [
        [
            replace(one, scope=replace(one.scope, organisation=f"Trust {at}"))
            for one in (told(f"C{k}", yes(n, n // 2)) for k, n in enumerate(those))
        ]
        for at, those in enumerate(sizes)
    ]
    own = [people_in(trust, audience) for trust in trusts]

    assert people_in([one for trust in trusts for one in trust], audience) == sum(own)
    for n, those in zip(own, sizes, strict=True):
        known, unknown = (
            [k for k in those if k >= 5 and (k >= few) == is_known] for is_known in (True, False)
        )
        assert n in {sum(known), sum(known) + sum(unknown) if len(unknown) > 1 else sum(known)}


def people_in(every, audience):
    _, found = pool_of(*every, audience=audience)
    return 0 if found.groups[0].says_nothing else found.groups[0].n


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
