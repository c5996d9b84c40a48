"""Random cohorts told in parts: nothing more can be worked out than what was told.

Written apart from the attacker of the product. A reader knows who took part, the sizes of parts,
and every figure given out, at one closing or at two. Every world that fits is listed, and no count
that was not told exactly may be the same in all of them.
"""

import random
from itertools import product

import pytest

from rm_eval import pipeline
from rm_eval.errors import NotAllowed
from rm_eval.pipeline import Scope, Store, close_stage, look_at
from tests.uploads import COMPLETED, FORMS, STARTED, workbook

SCOPE = Scope(organisation="A Trust", cohort="Cohort 1", stage="enrolment")
GROUPS = ("Nursing", "AHP", "Medical", "Administrative")
HEADINGS = ("Which professional group do you belong to?", "Useful?")
SEEDS = range(60)


def cohort(chance):
    """People with a part and an answer; parts and answers lean, as they do in life."""
    weights = [chance.random() ** 2 + 0.05 for _ in GROUPS]
    yes = chance.choice([0.05, 0.5, 0.8, 0.95])
    return {
        at: (chance.choices(GROUPS, weights)[0], "Yes" if chance.random() < yes else "No")
        for at in range(1, chance.randint(10, 26))
    }


def add(store, said):
    rows = [[*FORMS, *HEADINGS]]
    rows += [[at, STARTED, COMPLETED, "anonymous", None, *own] for at, own in said.items()]
    look = look_at(workbook({"Sheet1": rows}))
    pipeline.keep(store, look, scope=SCOPE, role="mentor", replace=True)


def told(release, question):
    return next(one for one in release.figures if one.question.id == question)


def parts_of_a_world(release):
    """Between which ends each part's size lies, and of the two groups of answers."""
    return {group.role: group for group in told(release, "own_useful").groups}


def fits(counts, group):
    by = {count.answer: count.bounds for count in group.counts}
    return all(low <= counts[answer] <= high for answer, (low, high) in by.items())


def worlds(group):
    """How many of a group may have said yes."""
    return [yes for yes in range(group.n + 1) if fits({"yes": yes, "no": group.n - yes}, group)]


def sizes_that_fit(release):
    """Every way in which the counts of the parts can be, by what is told of them and of sizes."""
    (whole,) = told(release, "enr_prof_group").groups
    counts = [count.bounds for count in whole.counts]
    every = product(*(range(low, high + 1) for low, high in counts))
    return [one for one in every if sum(one) == whole.n], whole


@pytest.mark.parametrize("seed", SEEDS)
def test_no_reader_can_work_out_more_than_was_told(seed):
    chance = random.Random(seed)  # noqa: S311 - invented people
    store = Store()
    said = cohort(chance)
    add(store, said)
    try:
        first = close_stage(store, SCOPE, divided_by="enr_prof_group")
    except NotAllowed as refused:
        assert refused.code == "cannot_divide"  # noqa: PT017 - most invented cohorts are too small
        store.close()
        return
    in_parts = parts_of_a_world(first)
    _check_answers(in_parts)
    _check_sizes(first, in_parts)
    # Some people leave, some come, and the stage is closed again.
    gone = chance.sample(sorted(said), chance.randint(0, 3))
    now = {at: one for at, one in said.items() if at not in gone}
    now |= {at + 100: one for at, one in cohort(chance).items() if at <= 3 + chance.randint(0, 9)}
    add(store, now)
    second = close_stage(store, SCOPE)
    _check_second(first, second, in_parts)
    store.close()


def _check_answers(in_parts):
    for group in in_parts.values():
        possible = worlds(group)
        exact = {c.bounds for c in group.counts if c.bounds[0] == c.bounds[1]}
        if not exact:
            assert len(possible) > 1
            assert not max(possible) <= 1 or group.n <= 1
            assert not min(possible) >= group.n - 1 or group.n <= 1


def _check_sizes(release, in_parts):
    """The sizes of parts rule out nothing that the chart of the parts leaves possible."""
    every, whole = sizes_that_fit(release)
    labels = [count.label for count in whole.counts]
    for one in every:
        sizes = dict(zip(labels, one, strict=True))
        for role, group in in_parts.items():
            part = role.partition(" (")[2].removesuffix(")")
            if part in sizes:
                assert sizes[part] == group.n
    for at, count in enumerate(whole.counts):
        low, high = count.bounds
        assert low == high or len({one[at] for one in every}) > 1


def _check_second(first, second, in_parts):
    """Both closings together: sums of what was told of parts, and of those who came."""
    groups = parts_of_a_world(second)
    if set(groups) == set(in_parts):
        assert [one.groups for one in first.figures] == [one.groups for one in second.figures]
        return
    assert set(groups) == {"mentor"}
    then = {one.key: one.group for one in first.tellings.get("own_useful", ())}
    now = {one.key: one.group for one in second.tellings.get("own_useful", ())}
    assert {key: now[key] for key in then} == then
    new = [group for key, group in now.items() if key not in then]
    for group in new:
        # Of whoever came nothing is told by part, and of few nothing at all.
        assert group.role == "mentor"
        assert group.n >= 5
    (whole,) = groups.values()
    left = sum(group.n for group in now.values()) - whole.n
    for count in whole.counts:
        own = [c.bounds for g in now.values() for c in g.counts if c.answer == count.answer]
        low, high = sum(a for a, _ in own), sum(b for _, b in own)
        # Nothing but sums of tellings, less none to all of those who left.
        assert low - left <= count.bounds[0] <= low
        assert high - left <= count.bounds[1] <= high


def test_a_third_or_more_of_the_invented_cohorts_can_be_told_in_parts():
    divided = 0
    for seed in SEEDS:
        said = cohort(random.Random(seed))  # noqa: S311 - invented people
        counts = [sum(part == one for part, _ in said.values()) for one in GROUPS]
        divided += len(said) >= 10 and sum(n >= 5 for n in counts) >= 2

    assert divided >= len(SEEDS) / 3
