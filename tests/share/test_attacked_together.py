"""A share file beside all else that is given out of the same cohorts: nothing more follows.

Given to the attacker at once: both files of two organisations, line by line; their colleagues' and
public pages; how far scores lie apart; the sums over each organisation's cohorts; and the region's
sum, for both audiences.
"""

import random
from dataclasses import replace

import pytest

from rm_eval import pipeline
from rm_eval.cohorts import pools
from rm_eval.disclosure import Pool, pooled, publish, tell
from rm_eval.disclosure.attack import People, Seen, Together, attack
from rm_eval.disclosure.in_sums import counted, parts_by_role
from rm_eval.pipeline import SAMPLE_SCOPE, Store
from rm_eval.share import write_share_file
from rm_eval.sharing import shared_of
from rm_eval.store import latest_release
from tests.disclosure.by_hand import view
from tests.disclosure.cohorts import KINDS, MARKS
from tests.factories import measured, yes_no_question
from tests.share.by_eye import views_of
from tests.share.share_files import scope, shared

BEYOND = ("internal", "public")
COHORTS = (("North", "Cohort 1"), ("North", "Cohort 2"), ("North", "Cohort 3"), ("South", "A"))


def region(chance, kind):
    """One question of a kind, as four cohorts of two organisations were told of it."""
    ask, answer = KINDS[kind]
    question = replace(ask(chance), mark=chance.choice(MARKS))
    every = []
    for organisation, cohort in COHORTS:
        n = chance.choice((3, 5, 6, 7, 8, 9, 10, 11, 12, 15, 20))
        one = tell(measured(question, answer(question, n, "mentor", chance)))
        every.append(replace(one, scope=scope(organisation, cohort)))
    return every


def files_of(every):
    """Both files of each organisation."""
    for organisation in dict.fromkeys(one.scope.organisation for one in every):
        own = [one for one in every if one.scope.organisation == organisation]
        for audience in BEYOND:
            stages = [
                shared(one, audience=audience, cohort=one.scope.cohort).stages[0] for one in own
            ]
            stages = [
                replace(stage, scope=one.scope, figures=tuple(f for f in _at(stage, one)))
                for stage, one in zip(stages, own, strict=True)
            ]
            yield write_share_file(
                shared(audience=audience, organisation=organisation, stages=tuple(stages))
            )


def _at(stage, one):
    return (replace(told, scope=one.scope) for told in stage.figures)


def sums_of(every):
    """Each organisation's own sum and the region's: what is shown, and of whom."""
    several = [[one for one in every if one.scope.organisation == "North"], every]
    for those in several:
        pool = Pool(scopes=tuple(one.scope for one in those))
        for audience in BEYOND:
            (told,) = pooled(pool, [[one] for one in those], audience=audience)
            inside = [one for one in those if not missing(told, one)]
            yield from of_whom(told, "mentor", {c.scope: c.groups[0].n for c in inside}, audience)


def of_whom(told, role, inside, audience):
    """What is shown of a sum, and the cohorts in it: its notes name those that are not."""
    shown = publish(told, audience=audience, spread=True)
    shown = replace(shown, rows=shown.rows[shown.rows["group"] == role])
    if len(inside) == 1:  # a sum of one is of the very same people
        yield replace(shown, scope=next(iter(inside))), None
    elif inside:
        who = " and ".join(sorted(f"{one.organisation}, {one.cohort}" for one in inside))
        region = replace(told.scope, organisation="Region", cohort="several")
        whole = Together(
            whole=People(scope=region, group=role, who=who),
            parts=tuple(People(scope=one, group=role) for one in inside),
            sizes=tuple(inside.values()),
        )
        yield Seen(published=replace(shown, scope=region), who=who), whole


def missing(told, one):
    """Whether the notes name a cohort as left out, or as asked otherwise."""
    return any(
        one.scope.cohort in note
        for note in told.notes
        if note.startswith(("Left out of the sum", "Asked in another way"))
    )


def pages_of(every):
    return [publish(one, audience=who, spread=True) for one in every for who in BEYOND]


def seen_and_wholes(every):
    pages = pages_of(every)
    lines = [one for content in files_of(every) for one in views_of(content)]
    sums = list(sums_of(every))
    return [*pages, *lines, *(seen for seen, _ in sums)], [one for _, one in sums if one]


@pytest.mark.parametrize("kind", KINDS)
def test_files_pages_and_sums_together_tell_nothing_more(kind):
    for seed in range(8):
        every = region(random.Random(seed), kind)  # noqa: S311 - invented people
        seen, wholes = seen_and_wholes(every)

        found = attack(seen, together=wholes)
        # What a cohort's own page tells alone is kept back when its stage is closed.
        known = [] if found.is_safe else attack(pages_of(every)).leaks

        assert [leak.sentence for leak in found.leaks if leak not in known] == [], seed


def test_the_attacker_reads_files_line_by_line():
    """A file that tells a count that the pages tell as a range is found out."""
    question = yes_no_question()
    every = region(random.Random(3), "yes_no")  # noqa: S311 - invented people
    seen, wholes = seen_and_wholes(every)
    first = next(one for one in every if one.groups[0].n >= 5)
    n = first.groups[0].n
    told_more = view(
        replace(first.question, mark="opinion"),
        {"mentor": (n, {"yes": n - 1, "no": 1})},
        scope=first.scope,
    )

    assert question.id == first.question.id
    assert not attack([told_more]).is_safe
    assert not attack([*seen, told_more], together=wholes).is_safe


# The sample: its file, its pages and its sums over cohorts ----------------------------------------


@pytest.fixture(scope="module")
def store():
    store = Store("sqlite://")
    pipeline.load_sample(store)
    return store


@pytest.fixture(scope="module")
def scopes(store):
    here = SAMPLE_SCOPE.organisation
    every = (one.scope for one in store.datasets())
    return [one for one in dict.fromkeys(every) if one.organisation == here]


def lines_of(store):
    return [
        one
        for audience in BEYOND
        for one in views_of(
            write_share_file(shared_of(store, SAMPLE_SCOPE.organisation, audience=audience))
        )
    ]


def told_at(store, scope):
    return latest_release(store, scope).figures


def sums_of_the_sample(store, scopes):
    """Every question of several cohorts together, role by role."""
    for pool in pools(store, scopes):
        figures = [told_at(store, scope) for scope in pool.scopes]
        for audience in BEYOND:
            for told in pooled(pool, figures, audience=audience):
                asked = [one for every in figures for one in every if _is(one, told)]
                for role, parts in parts_by_role(asked).items():
                    inside = {c.told.scope: c.group.n for c in counted(parts, audience)}
                    yield from of_whom(told, role, inside, audience)


def _is(one, told):
    return one.question.id == told.question.id and one.scope.cohort in told.cohorts


def test_every_line_of_the_samples_file_is_read(store):
    lines = lines_of(store)

    assert len(lines) > 150
    assert {one.audience for one in lines} == set(BEYOND)
    assert attack(lines).is_safe


def test_the_samples_file_its_pages_and_its_sums_tell_nothing_together(store, scopes):
    pages = [
        publish(told, audience=audience, spread=True)
        for scope in scopes
        for told in told_at(store, scope)
        for audience in BEYOND
    ]
    sums = list(sums_of_the_sample(store, scopes))
    every = [(one, None) for one in (*pages, *lines_of(store))] + sums
    asked = {}
    for seen, whole in every:
        asked.setdefault(getattr(seen, "published", seen).question.id, []).append((seen, whole))

    # How many answered differs from question to question, so each is attacked by itself.
    found = [
        attack([seen for seen, _ in those], together=[whole for _, whole in those if whole])
        for those in asked.values()
    ]

    assert len(sums) > 100
    assert [leak.sentence for one in found for leak in one.leaks] == []
