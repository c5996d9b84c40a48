"""What is told of a change is decided blind, too, beside what was told of both stages.

Every way a few people can answer twice is told. Cohorts that look alike, at both stages and in
their change, are what somebody who knows the code cannot tell apart.
"""

from collections import defaultdict
from dataclasses import replace
from functools import cache
from itertools import combinations_with_replacement, product

import pandas as pd
import pytest

from rm_eval.disclosure import Stages, tell
from rm_eval.disclosure.kinds import change
from rm_eval.disclosure.knowledge import ways_of
from rm_eval.disclosure.policy import bands
from rm_eval.measures.measured import COLUMNS
from rm_eval.questionnaire import Scale
from tests.factories import chosen, measured, scale_question, scored, yes_no_question

YES_NO = replace(yes_no_question(), scale=Scale(low=0, high=1))
WAYS = ("down", "same", "up")


@pytest.fixture(autouse=True)
def _once(monkeypatch):
    """What is possible beside the same two stages is worked out once."""
    monkeypatch.setattr(change, "ways_of", cache(ways_of))


@cache
def at_stage(question, scores):
    """What is told of one stage, to people with these scores."""
    if question.type == "yes_no":
        source = chosen(question, [scores.count(1), scores.count(0)])
    else:
        source = scored(question, list(scores))
    return tell(measured(question, source)).groups[0]


@cache
def of_change(question, ways, before, after):
    """What is told of the change, where so many went down, stayed the same and went up."""
    n = sum(ways)
    rows = [
        ("mentor", "people", way, way, float(people), float(n))
        for way, people in zip(WAYS, ways, strict=True)
    ]
    one = measured(scale_question(), scored(scale_question(), [5] * n))
    frame = pd.DataFrame(rows, columns=list(COLUMNS))
    one = replace(one, question=question, kind="change", rows=frame)
    stages = {"mentor": Stages(question=question, before=before, after=after)}
    return tuple(c.bounds for c in tell(one, stages=stages).groups[0].counts)


def cohorts(question, scores, n, left, new):
    """Every way n people can answer twice, and others once: what is told, and what is true."""
    pairs = list(product(scores, scores))
    for linked in combinations_with_replacement(pairs, n):
        for gone in combinations_with_replacement(scores, left):
            for came in combinations_with_replacement(scores, new):
                first = tuple(sorted([*(one for one, _ in linked), *gone]))
                last = tuple(sorted([*(other for _, other in linked), *came]))
                before, after = at_stage(question, first), at_stage(question, last)
                ways = tuple(
                    sum(fits(b, a) for b, a in linked)
                    for fits in (lambda b, a: a < b, lambda b, a: a == b, lambda b, a: a > b)
                )
                told = of_change(question, ways, before, after)
                yield (before, after), told, (ways, facts(scores, linked, gone, came))


def facts(scores, linked, gone, came):
    """Counts that no figure is about: of the linked people at each stage, and of the others."""
    groups = ([b for b, _ in linked], [a for _, a in linked], list(gone), list(came))
    return tuple(group.count(score) for group in groups for score in scores)


YES_NO_SIZES = [(5, 0, 0), (7, 1, 0), (7, 1, 1), (10, 0, 0), (10, 1, 0)]
CASES = [
    *((YES_NO, (0, 1), *sizes) for sizes in YES_NO_SIZES),
    *((replace(YES_NO, mark="ordinary"), (0, 1), *sizes) for sizes in YES_NO_SIZES[4:]),
    (replace(scale_question(), scale=Scale(low=1, high=3)), (1, 2, 3), 5, 0, 0),
    (replace(scale_question(), scale=Scale(low=1, high=3)), (1, 2, 3), 5, 1, 0),
    (replace(scale_question(), scale=Scale(low=1, high=2)), (1, 2), 7, 1, 0),
]


@pytest.mark.parametrize(("question", "scores", "n", "left", "new"), CASES)
def test_whoever_runs_the_code_on_every_cohort_learns_nothing_more(question, scores, n, left, new):
    """Neither of the change, nor of those who left or came."""
    alike, at_stages = defaultdict(set), defaultdict(set)
    for stages, told, truth in cohorts(question, scores, n, left, new):
        alike[stages, told].add(truth)
        at_stages[stages].add(truth)

    allowed = bands(question.mark, n, "internal")
    for (stages, told), truths in alike.items():
        for at, bounds in enumerate(told):
            values = {ways[at] for ways, _ in truths}
            assert bounds[0] <= min(values) <= max(values) <= bounds[1]
            is_known_anyway = len({ways[at] for ways, _ in at_stages[stages]}) == 1
            assert len(values) > 1 or (min(values),) * 2 in allowed or is_known_anyway
        for those in others_at(scores, is_each=question.type == "yes_no"):
            if len({tuple(found[those]) for _, found in at_stages[stages]}) > 1:
                assert len({tuple(found[those]) for _, found in truths}) > 1


def others_at(scores, *, is_each):
    """Where the counts stand of those who left, and of those who came: each, or all of a stage.

    Of a longer scale only the attacker sees whether a single count of theirs can be worked out.
    """
    size = len(scores)
    if is_each:
        return [slice(at, at + 1) for at in range(2 * size, 4 * size)]
    return [slice(2 * size, 3 * size), slice(3 * size, 4 * size)]


def test_where_nobody_left_the_net_change_is_no_secret():
    """4 more said yes: so 4 more went up than down, and nought to two is no range any more."""
    before, after = at_stage(YES_NO, (0,) * 6 + (1,) * 6), at_stage(YES_NO, (0,) * 2 + (1,) * 10)

    assert of_change(YES_NO, (0, 8, 4), before, after) == of_change(
        YES_NO, (1, 6, 5), before, after
    )


def test_figures_that_do_not_fit_are_left_out_of_account():
    """Fewer people than are linked answered at a stage: then nothing is known from it."""
    few = at_stage(YES_NO, (0,) * 4 + (1,) * 4)
    many = at_stage(YES_NO, (0,) * 6 + (1,) * 6)

    assert ways_of(12, Stages(question=YES_NO, before=few, after=many)) is None
    assert of_change(YES_NO, (4, 4, 4), few, many) == ((4, 4), (4, 4), (4, 4))
