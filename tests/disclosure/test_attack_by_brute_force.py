"""Few people, few answers: every way they could have answered is tried, and the attacker agrees."""

import random
from collections import Counter
from dataclasses import replace
from itertools import combinations, combinations_with_replacement, permutations, product

import pytest

from rm_eval.disclosure.attack import Earlier, Moved, attack
from rm_eval.questionnaire import Option, Scale
from tests.disclosure.by_hand import view
from tests.factories import SCOPE, ranking_question, scale_question, tick_question

COHORTS = range(20)
SCORES = replace(scale_question(), scale=Scale(low=1, high=5))
PARTS = {"1-2": (1, 2), "3-3": (3,), "4-5": (4, 5)}


def chance_of(seed):
    return random.Random(seed)  # noqa: S311 - invented people


def told_somehow(count, n, chance):
    """A count as anybody might tell it: exactly, as a band, or as anything from none to all."""
    how = chance.random()
    if how < 0.3:
        return count
    if how < 0.4:
        return (0, n)
    return max(0, count - chance.randint(0, 2)), min(n, count + chance.randint(0, 2))


def is_exact(told):
    return not isinstance(told, tuple) or told[0] == told[1]


def fits(value, told):
    return told[0] <= value <= told[1] if isinstance(told, tuple) else value == told


def values_left(ways, told):
    """For each figure, its values in all ways of answering that fit everything told."""
    fitting = [way for way in ways if all(fits(way[name], told[name]) for name in told)]
    return {name: {way[name] for way in fitting} for name in told}


def by_brute_force(ways, told, n, *, both_ways=False):
    """Banded figures that have one value; and others that leave at most one person, or all but."""
    banded = {k: v for k, v in values_left(ways, told).items() if not is_exact(told[k])}
    counts = {name for name, seen in banded.items() if len(seen) == 1}
    top = {name for name, seen in banded.items() if min(seen) >= n - 1}
    low = {name for name, seen in banded.items() if max(seen) <= 1} if both_ways else set()
    return counts, (top | low) - counts


def by_the_attacker(*published, group="mentor", **relations):
    leaks = attack(published, **relations).leaks
    assert not {leak.kind for leak in leaks} & {"contradiction", "undecided"}
    here = [leak for leak in leaks if leak.group == group and not leak.who]
    return tuple(
        {name_of(leak) for leak in here if leak.kind == kind} for kind in ("count", "colleague")
    )


def name_of(leak):
    return leak.answer if leak.statistic == "people" else f"{leak.statistic} {leak.answer}"


def choices(size):
    question = tick_question(*"ABCD"[:size], type="single_choice")
    return question, [option.id for option in question.options]


def every_choice(names, n):
    return [
        {name: given.count(name) for name in names}
        for given in combinations_with_replacement(names, n)
    ]


@pytest.mark.parametrize("seed", COHORTS)
def test_one_answer_each(seed):
    chance = chance_of(seed)
    n = chance.randint(5, 7)
    question, names = choices(chance.randint(2, 4))
    ways = every_choice(names, n)
    told = {k: told_somehow(v, n, chance) for k, v in chance.choice(ways).items()}

    assert by_the_attacker(view(question, {"mentor": (n, told)})) == by_brute_force(ways, told, n)


@pytest.mark.parametrize("seed", COHORTS)
def test_scores_and_their_mean(seed):
    chance = chance_of(seed)
    n = chance.randint(5, 7)
    ways = [
        {name: sum(score in part for score in given) for name, part in PARTS.items()}
        | {"mean": int(2 * sum(given) / n + 1) // 2}
        for given in combinations_with_replacement(range(1, 6), n)
    ]
    truth = chance.choice(ways)
    mean = truth["mean"]
    told = {name: told_somehow(truth[name], n, chance) for name in PARTS}

    expected = by_brute_force(ways, told | {"mean": mean}, n)
    shown = told | {"mean": (max(mean - 0.5, 1), min(mean + 0.5, 5))}
    assert by_the_attacker(view(SCORES, {"mentor": (n, shown)})) == expected


@pytest.mark.parametrize("known", [True, False])
@pytest.mark.parametrize("seed", COHORTS)
def test_boxes_one_of_which_stands_alone(seed, known):
    chance = chance_of(seed)
    n = 5
    alone = Option(id="nothing", label="Nothing", exclusive=True)
    question = tick_question("A", "B", known=known)
    question = replace(question, options=(*question.options, alone))
    several = [c for size in range(3) for c in combinations(("option_0", "option_1"), size)]
    forms = [("nothing",), *(form for form in several if form or known)]
    names = ("option_0", "option_1", "nothing")
    ways = [
        dict.fromkeys(names, 0) | Counter(box for form in given for box in form)
        for given in combinations_with_replacement(forms, n)
    ]
    if not known:
        # Every box is listed, which tells that more than two people ticked it.
        ways = [way for way in ways if min(way["option_0"], way["option_1"]) > 2]
        names = names[:2]
    truth = chance.choice(ways)
    told = {name: told_somehow(truth[name], n, chance) for name in names}

    expected = by_brute_force(ways, told, n, both_ways=True)
    assert by_the_attacker(view(question, {"mentor": (n, told)})) == expected


@pytest.mark.parametrize("seed", COHORTS)
def test_rankings_with_mean_places(seed):
    chance = chance_of(seed)
    n = chance.randint(5, 6)
    question = ranking_question("A", "B", "C")
    names = [option.id for option in question.options]
    ways = []
    for orders in combinations_with_replacement(tuple(permutations(names)), n):
        first = {f"top_1 {name}": sum(order[0] == name for order in orders) for name in names}
        places = {k: sum(order.index(k) + 1 for order in orders) for k in names}
        means = {f"mean_place {k}": int(2 * total / n + 1) // 2 for k, total in places.items()}
        ways.append(first | means)
    truth = chance.choice(ways)
    told = {k: told_somehow(v, n, chance) for k, v in truth.items() if k.startswith("top")}
    means = {k: v for k, v in truth.items() if k.startswith("mean") and chance.random() < 0.7}

    expected = by_brute_force(ways, told | means, n, both_ways=True)
    shown = told | {k: (max(v - 0.5, 1), min(v + 0.5, 3)) for k, v in means.items()}
    assert by_the_attacker(view(question, {"mentor": (n, shown)})) == expected


@pytest.mark.parametrize("seed", COHORTS)
def test_two_groups_and_their_total(seed):
    chance = chance_of(seed)
    question, names = choices(3)
    sizes = {"mentor": 6, "mentee": 5}
    ways = [
        {
            (group, name): part[name]
            for group, part in zip(sizes, parts, strict=True)
            for name in part
        }
        | {("all", name): sum(part[name] for part in parts) for name in names}
        for parts in product(*(every_choice(names, n) for n in sizes.values()))
    ]
    truth = chance.choice(ways)
    people = sizes | {"all": 11}
    told = {key: told_somehow(count, people[key[0]], chance) for key, count in truth.items()}
    left = values_left(ways, told)

    published = [
        view(question, {group: (n, {name: told[group, name] for name in names})})
        for group, n in people.items()
    ]
    for group in people:
        pinned = {
            name
            for name in names
            if len(left[group, name]) == 1 and not is_exact(told[group, name])
        }
        assert by_the_attacker(*published, group=group)[0] == pinned


@pytest.mark.parametrize("seed", COHORTS)
def test_one_closing_and_the_next(seed):
    chance = chance_of(seed)
    question, names = choices(3)
    stayed, went, came = 4, chance.randint(0, 2), chance.randint(0, 3)
    ways = [
        {("then", k): stay[k] + go[k] for k in names}
        | {("now", k): stay[k] + come[k] for k in names}
        for stay, go, come in product(*(every_choice(names, n) for n in (stayed, went, came)))
    ]
    truth = chance.choice(ways)
    people = {"then": stayed + went, "now": stayed + came}
    told = {key: told_somehow(count, people[key[0]], chance) for key, count in truth.items()}
    left = values_left(ways, told)

    then, now = (
        view(question, {"mentor": (n, {name: told[when, name] for name in names})})
        for when, n in people.items()
    )
    moved = Moved(scope=SCOPE, group="mentor", stayed=stayed, went=went, came=came)
    pinned = {k for k in names if len(left["now", k]) == 1 and not is_exact(told["now", k])}
    earlier = [Earlier(published=(then,), moved=(moved,))]
    assert by_the_attacker(now, earlier=earlier)[0] == pinned
