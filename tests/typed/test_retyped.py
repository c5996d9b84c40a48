"""Totals given out and typed in anew: the fewest people who can have made the difference."""

from collections import deque
from datetime import UTC, datetime

import pytest

from rm_eval.closing.retyped import _check
from rm_eval.disclosure import STANDARD
from rm_eval.errors import NotAllowed
from rm_eval.pipeline import Release, Scope
from rm_eval.questionnaire import Question
from rm_eval.store import Present
from tests.factories import tick_question, yes_no_question

SCOPE = Scope(organisation="Walton", cohort="Cohort 1", stage="end_of_cohort")
MOST = 7


def given_out(n_yes: int, n_no: int) -> Release:
    people = [
        Present(response="", answers=answer, role="mentee", at=(1,))
        for answer in ["yes"] * n_yes + ["no"] * n_no
    ]
    return Release(
        id="1",
        scope=SCOPE,
        number=1,
        closed_at=datetime(2026, 11, 21, tzinfo=UTC),
        n={"mentee": len(people)},
        limits=STANDARD,
        figures=(),
        tellings={},
        people=tuple(people),
        check={},
    )


def is_let(before: tuple[int, int], now: tuple[int, int], question: Question) -> bool:
    try:
        _check(given_out(*before), "mentee", ["yes"] * now[0] + ["no"] * now[1], [question])
    except NotAllowed:
        return False
    return True


def people_away(start: tuple[int, int]) -> dict[tuple[int, int], int]:
    """How many people, at least, came, went or changed their minds, for every other totals."""
    found, queue = {start: 0}, deque([start])
    while queue:
        yes, no = queue.popleft()
        for step in ((1, 0), (0, 1), (-1, 0), (0, -1), (1, -1), (-1, 1)):
            after = yes + step[0], no + step[1]
            if min(after) >= 0 and sum(after) <= 2 * MOST and after not in found:
                found[after] = found[yes, no] + 1
                queue.append(after)
    return found


EVERY = [(yes, no) for yes in range(MOST) for no in range(MOST - yes) if yes + no]


@pytest.mark.parametrize("before", EVERY)
def test_no_totals_within_two_people_of_those_given_out_are_let_through(before):
    away = people_away(before)

    for now in EVERY:
        if is_let(before, now, yes_no_question()):
            assert away[now] == 0 or away[now] >= 3


@pytest.mark.parametrize("before", EVERY)
def test_totals_three_people_away_are_let_through_where_an_answer_is_as_before(before):
    away = people_away(before)

    for now in EVERY:
        shared = min(before[0], now[0]) + min(before[1], now[1])
        if away[now] >= 3 and shared:
            assert is_let(before, now, yes_no_question())


def test_of_a_tick_box_table_no_other_totals_are_let_through():
    question = tick_question("A", "B")

    assert is_let((5, 3), (5, 3), question)
    assert not any(is_let((5, 3), now, question) for now in EVERY if now != (5, 3))
