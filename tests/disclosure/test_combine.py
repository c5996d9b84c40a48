"""A reader who adds up what is published must not get a banded count back.

The attacker here is written apart from the product: it tries every way the people could have
answered and keeps those that fit all that was published.
"""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rm_eval.disclosure.combine import Block, is_safe, possible, settle
from rm_eval.disclosure.policy import mean_rule_for, rule_for, thirds
from rm_eval.questionnaire import Scale
from tests.factories import chosen, published, scale_question, scored, tick_question

MARKS = st.sampled_from(["ordinary", "opinion", "harm"])
AUDIENCES = st.sampled_from(["internal", "public"])


def ways(bounds, n):
    """Every list of counts within the bounds that sums to n."""
    spans = [range(low, high + 1) for low, high in bounds]
    return [counts for counts in product(*spans) if sum(counts) == n]


def sums(counts):
    """Every sum of scores that so many people in the parts 1-4, 5-7, 8-10 can have."""
    parts = ((1, 4), (5, 7), (8, 10))
    low = sum(count * part[0] for count, part in zip(counts, parts, strict=True))
    high = sum(count * part[1] for count, part in zip(counts, parts, strict=True))
    return range(low, high + 1)


def told(rows):
    people = rows[rows["statistic"] == "people"]
    n = len(people) and int(people["n"].max())
    return [
        (int(low), int(high)) if shown != "hidden" else (0, n)
        for low, high, shown in zip(people["low"], people["high"], people["shown"], strict=True)
    ]


def test_a_band_that_stands_alone_is_worked_out_by_subtraction():
    alone = Block(n=11, counts=(6, 4, 1), rules=("exact", "exact", "low_end"))

    assert possible(alone)[2] == (1, 1)
    assert not is_safe(alone)


def test_so_a_second_count_is_banded_with_it():
    settled = settle(Block(n=11, counts=(6, 4, 1), rules=("low_end",) * 3))

    assert is_safe(settled)
    assert sum(low != high for low, high in settled.bounds) == 2


def test_everybody_giving_the_only_answer_cannot_be_told():
    assert settle(Block(n=7, counts=(7,), rules=("three_bands",))).rules == ("hidden",)


@settings(deadline=None, max_examples=300)
@given(st.lists(st.integers(0, 6), min_size=2, max_size=5), MARKS, AUDIENCES)
def test_no_banded_count_of_a_choice_follows_from_the_others(counts, mark, audience):
    question = tick_question(*map(str, range(len(counts))), type="single_choice", mark=mark)
    n = sum(counts)
    if n < 5:
        return
    rows = published(question, chosen(question, counts), audience=audience).rows
    bounds = told(rows.assign(n=n, low=rows["low"].fillna(0), high=rows["high"].fillna(n)))

    fitting = ways(bounds, n)

    for at, (low, high) in enumerate(bounds):
        if low != high:
            assert len({counts[at] for counts in fitting}) > 1


@settings(deadline=None, max_examples=300)
@given(
    st.lists(st.integers(1, 10), min_size=5, max_size=24), st.sampled_from(["internal", "public"])
)
def test_no_banded_part_of_a_scale_follows_from_the_others_and_the_mean(scores, audience):
    question = scale_question()
    rows = published(question, scored(question, scores), audience=audience).rows
    n = len(scores)
    mean = rows[rows["statistic"] == "mean"].iloc[0]
    bounds = told(rows.assign(n=n, low=rows["low"].fillna(0), high=rows["high"].fillna(n)))

    # Sums in thousandths, so that no rounding of ours decides.
    fitting = [
        counts
        for counts in ways(bounds, n)
        if mean["shown"] == "hidden"
        or any(mean["low"] - 1e-9 <= total / n <= mean["high"] + 1e-9 for total in sums(counts))
    ]

    for at, (low, high) in enumerate(bounds):
        if low != high:
            assert len({counts[at] for counts in fitting}) > 1


def test_without_the_second_step_the_attacker_finds_plenty():
    """The attacker above must be able to bite: by size and mark alone it would often win."""
    beaten = 0
    for low, middle in product(range(12), range(12)):
        counts = (low, middle, 11 - low - middle)
        if min(counts) < 0:
            continue
        block = Block(n=11, counts=counts, rules=(rule_for("opinion", 11, "internal"),) * 3)
        beaten += not is_safe(block)

    assert beaten > 20


@pytest.mark.parametrize("scores", [[10] * 7, [1] * 12, [8] * 11, [10, 10, 10, 10, 10, 1]])
def test_a_mean_near_an_end_does_not_give_the_counts_away(scores):
    n = len(scores)
    parts = thirds(Scale())
    counts = tuple(sum(low <= score <= high for score in scores) for low, high in parts)
    block = Block(
        n=n,
        counts=counts,
        rules=(rule_for("opinion", n, "internal"),) * 3,
        parts=parts,
        total=sum(scores),
        mean_rule=mean_rule_for("opinion", n, "internal"),
    )

    assert is_safe(settle(block))
