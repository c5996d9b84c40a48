"""Random cohorts of every kind: protected they give nothing back, banded by size alone much."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rm_eval.disclosure import protect
from rm_eval.disclosure.attack import attack
from tests.disclosure.by_size import by_size
from tests.disclosure.cohorts import KINDS, cohort
from tests.factories import A_DAY

BEYOND = ("internal", "public")


def seeded(seed, *kinds, **fields):
    return cohort(random.Random(seed), kinds, **fields)  # noqa: S311 - invented people


def given_back(measured):
    both = [protect(measured, audience=audience, made_on=A_DAY) for audience in BEYOND]
    return [leak.sentence for leak in attack(both).leaks]


@settings(deadline=None, max_examples=60)
@given(st.randoms())
def test_what_is_protected_gives_nothing_back(chance):
    assert given_back(cohort(chance, marks=("ordinary", "opinion"), known=True)) == []


def test_what_is_protected_of_harm_gives_nothing_back():
    assert [one for seed in range(60) for one in given_back(seeded(seed, marks=("harm",)))] == []


@pytest.mark.parametrize("kind", ["choices", "ranking"])
def test_what_is_protected_of_a_form_nobody_knows_gives_nothing_back(kind):
    cohorts = (seeded(seed, kind, marks=("opinion",), known=False) for seed in range(80))

    assert [one for measured in cohorts for one in given_back(measured)] == []


@pytest.mark.parametrize("kind", KINDS)
def test_bands_by_size_alone_give_much_back(kind):
    beaten = 0
    for seed in range(40):
        measured = seeded(seed, kind)
        leaks = attack([by_size(measured, audience) for audience in BEYOND]).leaks
        beaten += bool({leak.kind for leak in leaks} & {"count", "colleague", "person"})

    assert beaten >= AT_LEAST[kind]


# Of forty cohorts: kinds whose answers sum to everybody tell the most.
AT_LEAST = {
    "ticks": 2,
    "choices": 10,
    "likert": 12,
    "yes_no": 5,
    "scale": 18,
    "ranking": 20,
    "themes": 4,
}
