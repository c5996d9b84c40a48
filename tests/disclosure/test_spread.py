"""The spread of scores: what the mean and the parts of the scale say of it, and nothing more."""

from dataclasses import replace
from itertools import chain, combinations_with_replacement
from statistics import stdev

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rm_eval.charts import draw
from rm_eval.disclosure import STANDARD, Limits, Pool, pooled, protect, publish, tell
from rm_eval.disclosure.attack import People, Together, attack
from rm_eval.questionnaire import Scale
from tests.factories import A_DAY, SCOPE, measured, scale_question, scored

TEN = scale_question()
FOUR = replace(TEN, scale=Scale(high=4))
HAIR = 1e-9


def told(scores, question=TEN, limits=STANDARD, cohort="Cohort 1"):
    one = tell(measured(question, scored(question, scores)), limits=limits)
    return replace(one, scope=replace(SCOPE, cohort=cohort))


def spread(one, audience="internal"):
    """Between which ends the spread is published; None where it is not."""
    rows = publish(one, audience=audience, spread=True).rows
    row = rows[rows["statistic"] == "sd"]
    return None if row.empty else (float(row["low"].iloc[0]), float(row["high"].iloc[0]))


def test_it_stands_below_the_mean_where_it_is_asked_for():
    one = told([3, 4, 5, 6, 6, 7, 7, 8, 9, 9, 10])
    asked, plain = (publish(one, audience="internal", spread=yes, made_on=A_DAY) for yes in (1, 0))

    assert list(asked.rows["statistic"])[-2:] == ["mean", "sd"]
    assert "sd" not in set(plain.rows["statistic"])
    assert asked.rows.iloc[:-1].equals(plain.rows)
    assert asked.grouped == plain.grouped
    last = asked.rows.iloc[-1]
    assert (last["label"], last["shown"], last["n_text"]) == ("Spread", "band", "11")
    assert last["text"] == f"{last['low']:.1f} to {last['high']:.1f}"
    assert draw(asked).headline == draw(plain).headline


@pytest.mark.parametrize(
    ("scores", "mark", "audience"),
    [
        pytest.param([6] * 9, "opinion", "internal", id="fewer than ten"),
        pytest.param([4, 6, 8] * 5, "harm", "public", id="harm for the public"),
    ],
)
def test_it_is_told_only_where_a_mean_of_ten_people_or_more_is(scores, mark, audience):
    assert spread(told(scores, scale_question(mark=mark)), audience) is None


def test_the_public_reads_what_colleagues_read():
    one = told([3, 4, 5, 6, 6, 7, 7, 8, 9, 9, 10])

    assert spread(one, "public") == spread(one)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.integers(1, 10), min_size=10, max_size=30), st.sampled_from(["standard", "strict"])
)
def test_the_true_spread_lies_between_its_ends(scores, preset):
    found = spread(told(scores, limits=Limits(preset=preset)))

    if found is not None:
        assert found[0] - HAIR <= stdev(scores) <= found[1] + HAIR


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(st.integers(1, 10), min_size=5, max_size=16), min_size=2, max_size=4))
def test_of_cohorts_together_the_true_spread_lies_between_its_ends(every):
    cohorts = [told(scores, cohort=str(at)) for at, scores in enumerate(every)]
    (one,) = pooled(
        Pool(scopes=tuple(c.scope for c in cohorts)), [[c] for c in cohorts], audience="internal"
    )
    found = spread(one)

    if found is not None:
        assert found[0] - HAIR <= stdev(chain(*every)) <= found[1] + HAIR


ALL_OF_TEN = list(combinations_with_replacement(range(1, 5), 10))


@pytest.fixture(scope="module")
def by_what_is_told():
    """Every way in which ten people can score from 1 to 4, sorted by what is told of it."""
    found = {}
    for scores in ALL_OF_TEN:
        found.setdefault(told(list(scores), FOUR).groups, []).append(scores)
    return found


def test_whatever_fits_what_is_told_fits_the_spread_too(by_what_is_told):
    """So nobody who reads it can rule out anything that they could not rule out before.

    All 286 ways, by brute force: no answers and no people are looked at, only what was told.
    """
    assert sum(map(len, by_what_is_told.values())) == 286
    for those in by_what_is_told.values():
        found = {spread(told(list(scores), FOUR)) for scores in those[:2]}
        assert len(found) == 1
        (ends,) = found
        if ends is not None:
            assert all(ends[0] - HAIR <= stdev(one) <= ends[1] + HAIR for one in those)


def test_it_is_no_wider_than_what_is_told_leaves_open(by_what_is_told):
    """Halves of people do not exist: leaving that out, and rounding, adds little."""
    added = []
    for those in by_what_is_told.values():
        ends = spread(told(list(those[0]), FOUR))
        if ends is not None:
            spreads = [stdev(one) for one in those]
            added.append((ends[1] - ends[0]) - (max(spreads) - min(spreads)))

    assert sorted(added)[len(added) // 2] < 0.3


@settings(max_examples=30, deadline=None)
@given(st.lists(st.lists(st.integers(1, 10), min_size=5, max_size=16), min_size=2, max_size=3))
def test_the_attacker_who_reads_spreads_too_finds_nothing(every):
    cohorts = [told(scores, cohort=str(at)) for at, scores in enumerate(every)]
    pool = Pool(scopes=tuple(one.scope for one in cohorts))
    (together,) = pooled(pool, [[one] for one in cohorts], audience="internal")
    seen = [
        publish(one, audience=audience, spread=True)
        for one in cohorts
        for audience in ("internal", "public")
    ]
    whole = Together(
        whole=People(scope=together.scope, group="mentor"),
        parts=tuple(People(scope=one.scope, group="mentor") for one in cohorts),
        sizes=tuple(map(len, every)),
    )
    found = attack([*seen, publish(together, audience="internal", spread=True)], together=[whole])

    assert found.is_safe, [leak.sentence for leak in found.leaks]


def test_the_attacker_finds_a_spread_that_tells_more():
    """So that to find nothing says something: the true spread in the place of the range."""
    scores = [7] * 11
    found = publish(told(scores), audience="internal", spread=True)
    at = found.rows["statistic"] == "sd"
    assert attack([found]).is_safe

    true = stdev(scores)
    found.rows.loc[at, ["low", "high"]] = (true, true + 0.01)

    assert not attack([found]).is_safe


def test_the_team_reads_no_range_of_it():
    figures = protect(measured(TEN, scored(TEN, [3, 5, 7, 9] * 3)), audience="team").rows

    assert "sd" not in set(figures["statistic"])
