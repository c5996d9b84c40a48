"""A change is attacked together with both stages: what would leak is found, what is told is safe.

The cases of leavers are `matched_vs_all` and `attrition_small` of `disclosure_cases.json`, which
came with the requirements (version of 21 November 2026, rule 6).
"""

import random
from dataclasses import replace

from rm_eval.closing import close_stage
from rm_eval.disclosure import publish
from rm_eval.disclosure.attack import People, Together, attack
from rm_eval.pipeline import Store, latest_release
from tests.disclosure.by_hand import view
from tests.factories import SCOPE, scale_question, tick_question, yes_no_question
from tests.two_stages import COMPARISON, END, START, add

SCORE = scale_question()
YES_NO = yes_no_question()
AGREE = tick_question("No", "Perhaps", "Yes", type="likert")
LATER = replace(SCOPE, stage="end_of_cohort")
CHANGED = replace(LATER, since="enrolment")


def found(*views):
    """What is found where linked people are some of those before, and all of those after."""
    linked = People(scope=CHANGED, group="mentor", who="linked")
    wholes = [
        Together(
            whole=People(scope=SCOPE, group="mentor"),
            parts=(linked, People(scope=SCOPE, group="mentor", who="left")),
        ),
        Together(whole=People(scope=LATER, group="mentor"), parts=(linked,)),
    ]
    leaks = attack(views, together=wholes).leaks
    return {(leak.kind, leak.who, leak.answer) for leak in leaks}


def scores(n, low, mean, scope):
    parts = {"1-4": low, "5-7": (0, n), "8-10": (0, n), "mean": mean}
    return view(SCORE, {"mentor": (n, parts)}, scope=scope)


def test_one_leaver_is_safe_beside_the_direction_and_not_beside_the_mean_change():
    before, after = scores(12, 4, (5.55, 5.65), SCOPE), scores(11, (0, 4), (6.45, 6.55), LATER)
    ways = {"down": (0, 2), "same": (0, 4), "up": (7, 9)}
    told = view(SCORE, {"mentor": (11, ways)}, measure="change", scope=CHANGED)
    finer = {"mentor": (11, ways | {"mean_change": (0.65, 0.75)})}
    leaky = view(SCORE, finer, measure="change", scope=CHANGED)

    assert found(before, after, told) == set()
    assert {who for _, who, _ in found(before, after, leaky)} >= {"left"}


def yes(n, count, scope):
    figures = {"yes": count, "no": n - count} if isinstance(count, int) else count
    return view(YES_NO, {"mentor": (n, figures)}, scope=scope)


def test_of_yes_and_no_up_less_down_is_the_difference_of_two_counts():
    before, after = yes(12, 4, SCOPE), yes(12, 8, LATER)
    ways = {"down": (0, 2), "same": (0, 9), "up": 5}
    told = view(YES_NO, {"mentor": (12, ways)}, measure="change", scope=CHANGED)

    assert ("count", "linked", "down") in found(before, after, told)
    assert ("count", "linked", "down") not in found(told)


def test_one_leavers_yes_or_no_follows_where_all_else_is_told():
    before, after = yes(12, 5, SCOPE), yes(11, 7, LATER)
    ways = {"down": 3, "same": 3, "up": 5}
    told = view(YES_NO, {"mentor": (11, ways)}, measure="change", scope=CHANGED)

    assert ("count", "left", "yes") in found(before, after, told)
    assert ("count", "left", "yes") not in found(before, after)


def test_worded_answers_are_scores_in_their_order():
    """All 12 said "No" before, and 8 moved up: no other answer can have been left."""
    before = view(AGREE, {"mentor": (12, {"option_0": (10, 12), "option_1": (0, 2)})})
    ways = {"down": 3, "same": (0, 4), "up": (5, 9)}
    told = view(AGREE, {"mentor": (12, ways)}, measure="change", scope=CHANGED)

    # Nobody can go down from the lowest answer, and no more than two stood higher.
    assert {kind for kind, _, _ in found(before, told)} == {"contradiction"}


def test_somebody_with_an_answer_of_their_own_learns_nothing_of_single_people():
    store = Store()
    add(store, "enrolment", useful=dict(enumerate([3, 4, 5, 5, 6, 7, 8, 4, 5, 6, 9, 2])))
    add(store, "end_of_cohort", useful=dict(enumerate([5, 6, 6, 5, 8, 9, 9, 6, 7, 5, 9])))
    views = []
    for scope in (START, END, COMPARISON):
        close_stage(store, scope)
        told = [one for one in latest_release(store, scope).figures if one.kind != "attrition"]
        views += [publish(one, audience=who) for one in told for who in ("internal", "public")]
    store.close()

    leaks = attack(views, own_answers=True).leaks

    # What is known: how many others gave an answer may follow from one's own (decision 13).
    assert {leak.kind for leak in leaks} <= {"own_answer"}


def cohort(store, seed):
    """Invented people who were asked the same at two stages; some left, some are new."""
    chance = random.Random(seed)  # noqa: S311 - invented people
    n, left, new = chance.randint(5, 24), chance.choice((0, 1, 2, 4)), chance.choice((0, 0, 1, 3))
    mean, rise = chance.choice((4, 6, 8.5)), chance.choice((0, 1, 2))
    first = {one: score(chance.gauss(mean, 2)) for one in range(n)}
    last = {one: score(first[one] + chance.gauss(rise, 1.3)) for one in range(n - left)}
    last |= {100 + one: score(chance.gauss(mean + rise, 2)) for one in range(new)}
    add(store, "enrolment", useful=first)
    add(store, "end_of_cohort", useful=last)


def score(value):
    return min(10, max(1, round(value)))


def test_what_is_told_of_random_cohorts_is_safe_beside_both_stages():
    kept_back = 0
    for seed in range(6):
        store = Store()
        cohort(store, seed)
        releases = [close_stage(store, scope) for scope in (START, END, COMPARISON)]
        store.close()
        assert [one.check["leaks"] for one in releases] == [0, 0, 0]
        kept_back += int(releases[-1].check["kept_back"])

    # Of the fourth the one who came late would have been known not to have given a low score.
    assert kept_back == 1
