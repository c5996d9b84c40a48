"""One closing with the next: what both tell together, looked for by the attacker and by hand."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import product

import pytest

from rm_eval.disclosure import Closing, Limits, Telling, Told, nothing_of, publish, tell_later
from rm_eval.disclosure.attack import People
from rm_eval.disclosure.check import Shown, check
from rm_eval.measures import Measured, Source, measure
from rm_eval.responses import Responses
from tests.disclosure.cohorts import KINDS, MARKS
from tests.factories import (
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

FIRST = Closing(number=1, on=date(2026, 5, 14))
SECOND = Closing(number=2, on=date(2026, 6, 18))
YES_NO = yes_no_question()
TRIALS = 150


def told_first(question, source):
    return tell_later(measured(question, source), (), {}, FIRST)


def told_next(question, source, before, left):
    return tell_later(measured(question, source), before, {("mentor", 1): left}, SECOND)


def bounds(told):
    return {one.answer: one.bounds for group in told.groups for one in group.counts}


# What is told ------------------------------------------------------------------------------------


@pytest.mark.parametrize(("late", "n"), [(0, 11), (1, 11), (4, 11), (5, 16), (8, 19)])
def test_late_people_are_told_of_from_five(late, n):
    _, before = told_first(YES_NO, chosen(YES_NO, [7, 4]))

    told, new = told_next(YES_NO, chosen(YES_NO, [late, 0]), before, 11)

    assert told.groups[0].n == n
    assert [one.group.n for one in new] == ([late] if late >= 5 else [])
    assert [one.n for one in told.waiting] == ([late] if 0 < late < 5 else [])


def test_harm_answers_wait_for_ten():
    harm = replace(YES_NO, mark="harm")
    _, before = told_first(harm, chosen(harm, [7, 4]))

    told, new = told_next(harm, chosen(harm, [8, 1]), before, 11)

    assert new == ()
    assert (told.waiting[0].n, told.waiting[0].needed) == (9, 10)


def test_figures_of_both_are_sums_of_what_was_told():
    _, before = told_first(YES_NO, chosen(YES_NO, [7, 4]))
    told, _ = told_next(YES_NO, chosen(YES_NO, [4, 1]), before, 11)

    assert bounds(told) == {"yes": (7 + 3, 7 + 5), "no": (4 + 0, 4 + 2)}
    # The public rule for cohorts is about places, not about closings.
    assert told.groups[0].cohorts == 1


def test_each_count_loses_none_to_all_of_those_who_left():
    _, before = told_first(YES_NO, chosen(YES_NO, [7, 4]))
    told, _ = told_next(YES_NO, chosen(YES_NO, [0, 0]), before, 8)

    assert bounds(told) == {"yes": (4, 7), "no": (1, 4)}
    assert told.some_left


def test_a_mean_loses_between_the_lowest_and_the_highest_score():
    score = scale_question()
    _, before = told_first(score, scored(score, [2, 3, 4, 5, 5, 6, 6, 7, 8, 9, 10, 6]))
    total = before[0].group.totals[0].bounds
    told, _ = told_next(score, scored(score, []), before, 10)

    low, high = told.groups[0].totals[0].bounds
    assert (low, high) == (total[0] - 2 * 10, total[1] - 2 * 1)


def test_nothing_is_told_of_a_group_that_has_become_too_small():
    _, before = told_first(YES_NO, chosen(YES_NO, [3, 3]))
    told, _ = told_next(YES_NO, chosen(YES_NO, [0, 0]), before, 4)

    assert set(publish(told, audience="internal").rows["text"]) == {"hidden"}


def test_an_answer_listed_for_one_group_may_be_any_other_answer_of_the_next():
    where = replace(tick_question("Ward", "Office", type="single_choice"), known=False)
    ward, office = (option.id for option in where.options)
    _, before = told_first(where, chosen(where, [9, 2]))
    told, _ = told_next(where, chosen(where, [1, 6]), before, 11)

    found = bounds(told)
    assert found[ward][0] <= 10 <= found[ward][1]
    assert found[office][0] <= 8 <= found[office][1]
    # The two who said Office at first stand behind "any other answer" no more.
    assert found["any_other_answer"][0] == 0


def test_a_question_that_was_asked_in_another_form_is_not_added_up():
    which = tick_question("yes", "no", id=YES_NO.id, type="single_choice")
    _, before = told_first(YES_NO, chosen(YES_NO, [7, 4]))

    told, new = told_next(which, chosen(which, [6, 6]), before, 11)

    assert new == ()
    assert told.groups[0].counts == ()


def test_what_was_listed_is_counted_again_even_if_nobody_gives_it():
    """To be told of "other" or not would tell whether any of the late people gave it."""
    boxes = tick_question("A", "B", "Other")
    _, before = told_first(boxes, ticked(boxes, [6, 5, 4], 11))
    without = replace(boxes, options=boxes.options[:2])

    told, _ = told_next(without, ticked(without, [4, 3], 6), before, 11)

    assert bounds(told)["option_2"] == (4, 6)


def test_stricter_limits_hold_for_what_was_told_under_others():
    _, before = told_first(YES_NO, chosen(YES_NO, [4, 3]))
    strict = replace(SECOND, limits=Limits(preset="strict"))
    late = measured(YES_NO, chosen(YES_NO, [0, 0]))

    told, _ = tell_later(late, before, {("mentor", 1): 7}, strict)

    assert set(publish(told, audience="internal").rows["text"]) == {"hidden"}


# What both tell together -------------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True)
class Both:
    """Two closings of one question, and of whom they tell."""

    first: Shown
    second: Shown
    true: Measured


def two_closings(seed: int) -> Both:
    """Random people of a random question: some left after the first closing, some came."""
    chance = random.Random(seed)  # noqa: S311 - invented people
    ask, answer = KINDS[chance.choice(tuple(KINDS))]
    question = replace(ask(chance), id=f"question_{seed}", mark=chance.choice(MARKS))
    n, went, came = chance.randint(5, 20), chance.choice((0, 0, 1, 2, 4)), chance.randint(0, 9)
    source = answer(question, n + came, "mentor", chance)
    numbers = [person.number for person in source.responses.people]
    chance.shuffle(numbers)
    first, late = numbers[:n], numbers[n:]
    told, tellings = tell_later(_of(question, source, first), (), {}, FIRST)
    stayed = first[went:]
    new = set(late) if tellings else {*late, *stayed}
    n_left = int(_of(question, source, stayed).rows["n"].iloc[0])
    again, more = tell_later(_of(question, source, new), tellings, {("mentor", 1): n_left}, SECOND)
    people = {"stayed": len(stayed), "went": went}
    return Both(
        first=_shown(told, people, who="closing 1"),
        second=_shown(again, _now(tellings, more, stayed, late)),
        true=_of(question, source, [*stayed, *late]),
    )


def _shown(told: Told, people: dict[str, int], *, who: str = "") -> Shown:
    """Show a closing, of which everybody knows whom it tells of."""
    parts = {People(scope=SCOPE, group="mentor", who=name): n for name, n in people.items()}
    return Shown(who=who, told=told, people={"mentor": [parts]})


def _now(tellings: tuple[Telling, ...], more: tuple[Telling, ...], stayed, late) -> dict[str, int]:
    """Name the people whom the second closing tells of."""
    told_of_late = {"came": len(late)} if more or not tellings else {}
    return {"stayed": len(stayed)} | told_of_late


def _of(question, source: Source, numbers) -> Measured:
    every = source.responses
    picked = Responses(
        people=tuple(person for person in every.people if person.number in set(numbers)),
        questions=every.questions,
        answers=every.answers[every.answers["person"].isin(list(numbers))],
    )
    return measure(question, (replace(source, responses=picked),), scope=SCOPE)


def test_two_closings_tell_no_more_together_than_each_alone():
    """Seeded trials over every kind of question and mark, decided blind: expected to find none."""
    kept_back = []
    for seed in range(TRIALS):
        both = two_closings(seed)
        found = check(both.second, [both.first])
        if not found.is_safe:
            kept_back.append((seed, [leak.sentence for leak in found.leaks]))

    assert kept_back == []


def test_late_people_simply_counted_in_are_found_by_the_attacker():
    """So that it is known to bite."""
    caught = 0
    for late in range(1, 5):
        source = chosen(YES_NO, [7 + late, 4])
        first, _ = told_first(YES_NO, chosen(YES_NO, [7, 4]))
        anew, _ = tell_later(measured(YES_NO, source), (), {}, SECOND)
        then = _shown(first, {"stayed": 11}, who="closing 1")
        now = _shown(anew, {"stayed": 11, "came": late})
        caught += not check(now, [then]).is_safe

    assert caught == 4


@pytest.mark.parametrize("seed", range(40))
def test_what_is_told_at_both_closings_is_true(seed):
    both = two_closings(seed)
    rows = both.true.rows.set_index(["statistic", "answer"])["value"]
    if both.second.told.kind == "scale" or not both.second.told.groups[0].counts:
        return
    waiting = sum(one.n for one in both.second.told.waiting)
    for one in both.second.told.groups[0].counts:
        low, high = one.bounds
        value = rows.get((one.statistic, one.answer), 0.0)
        assert low <= value
        assert value - waiting <= high


# By hand: every set of answers there could be ----------------------------------------------------

N, CAME = 6, 5


def every_history(went: int, came: int) -> Iterator[tuple[int, int, int]]:
    """How many said yes of those who stayed, of those who left and of those who came."""
    return product(range(N - went + 1), range(went + 1), range(came + 1))


def what_is_seen(stayed: int, gone: int, new: int, *, went: int, came: int) -> tuple[object, ...]:
    """Everything given out at both closings, to colleagues and to the public."""
    yes = stayed + gone
    first, tellings = told_first(YES_NO, chosen(YES_NO, [yes, N - yes]))
    second, _ = tell_later(
        measured(YES_NO, chosen(YES_NO, [new, came - new])),
        tellings,
        {("mentor", 1): N - went},
        SECOND,
    )
    return tuple(
        (row.answer, row.text, row.low, row.high, told.waiting)
        for told in (first, second)
        for audience in ("internal", "public")
        for row in publish(told, audience=audience).rows.fillna(-1).itertuples()
    )


@pytest.mark.parametrize("went", [0, 1, 3])
@pytest.mark.parametrize("came", [0, 3, 5])
def test_of_every_history_that_looks_alike_nobody_knows_what_anybody_said(went, came):
    """Run on every history there could be: whoever knows this code, and is one of the people."""
    alike: dict[tuple[object, ...], list[tuple[int, int, int]]] = {}
    for history in every_history(went, came):
        alike.setdefault(what_is_seen(*history, went=went, came=came), []).append(history)

    sizes = N - went, went, came
    for histories in alike.values():
        for at, size in enumerate(sizes):
            if size:
                _check_nobody_knows(histories, at, sizes)


def _check_nobody_knows(
    histories: list[tuple[int, int, int]], at: int, sizes: tuple[int, int, int]
) -> None:
    """Of no group it is known how many said yes, not even by one of another group."""
    assert len({history[at] for history in histories}) > 1
    for other, said_yes in product(range(3), (True, False)):
        known = {h[at] for h in histories if (h[other] if said_yes else sizes[other] - h[other])}
        assert other == at or not known or len(known) > 1


def test_nothing_of_is_nothing():
    told, _ = told_first(YES_NO, chosen(YES_NO, [7, 4]))

    assert set(publish(nothing_of(told), audience="internal").rows["text"]) == {"hidden"}


def test_a_ranking_is_added_up_as_well():
    rank = ranking_question("A", "B", "C", "D")
    orders = [[0, 1, 2, 3], [1, 0, 2, 3], [0, 2, 1, 3], [3, 0, 1, 2]] * 3
    first, before = told_first(rank, ranked(rank, orders))
    told, _ = told_next(rank, ranked(rank, orders[:6]), before, 12)

    assert isinstance(first, Told)
    assert told.groups[0].n == 18
