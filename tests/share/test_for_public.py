"""What of a file for the region anybody may read: the same as of a file made for the public."""

from dataclasses import replace

import pytest

from rm_eval import pipeline
from rm_eval.pipeline import SAMPLE_SCOPE, Store
from rm_eval.sample import sample_shares
from rm_eval.share import for_the_public
from rm_eval.sharing import shared_of
from tests.factories import A_DAY

SOUTH_EAST = SAMPLE_SCOPE.organisation


@pytest.fixture(scope="module")
def both():
    store = Store("sqlite://")
    pipeline.load_sample(store)
    return (
        shared_of(store, SOUTH_EAST, audience="internal", today=A_DAY),
        shared_of(store, SOUTH_EAST, audience="public", today=A_DAY),
    )


def kept(stage):
    return {(one.question, one.role): one.why for one in stage.kept}


def test_its_figures_are_those_of_a_file_made_for_the_public(both):
    region, anybody = both
    made = for_the_public(region)
    assert len(made.stages) == len(anybody.stages) > 2
    for one, other in zip(made.stages, anybody.stages, strict=True):
        assert replace(one, kept=()) == replace(other, kept=())
        assert kept(one).keys() == kept(other).keys()


def test_why_a_group_is_not_shown_tells_the_public_nothing_of_its_size(both):
    region, anybody = both
    for one, other in zip(for_the_public(region).stages, anybody.stages, strict=True):
        mine, theirs = kept(one), kept(other)
        told = {key for key, why in mine.items() if why != "nothing_told"}
        assert {key: mine[key] for key in told} == {key: theirs[key] for key in told}


def test_no_group_of_fewer_than_ten_is_left_of_any_sample_trust():
    for shared in map(for_the_public, sample_shares()):
        sizes = [
            group.n for stage in shared.stages for told in stage.figures for group in told.groups
        ]
        people = [n for stage in shared.stages for n in (*stage.people.values(),)]
        assert min([*sizes, *people]) >= 10


def test_a_file_for_the_public_stays_as_it_is(both):
    assert for_the_public(both[1]) is both[1]
