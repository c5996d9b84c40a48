"""What an organisation shows others: the sample, closed, as its region would see it."""

import pytest

from rm_eval import pipeline
from rm_eval.disclosure import publish
from rm_eval.pipeline import SAMPLE_SCOPE, Store
from rm_eval.share import read_share_file, write_share_file
from rm_eval.sharing import organisations_here, shared_of
from tests.factories import A_DAY

SOUTH_EAST = SAMPLE_SCOPE.organisation


@pytest.fixture(scope="module")
def store():
    store = Store("sqlite://")
    pipeline.load_sample(store)
    return store


def test_closed_stages_leave_in_the_order_of_cohorts_and_stages(store):
    shared = shared_of(store, SOUTH_EAST, audience="internal", today=A_DAY)
    assert [(one.scope.cohort, one.scope.when) for one in shared.stages[:3]] == [
        ("Cohort 1", "enrolment"),
        ("Cohort 1", "training"),
        ("Cohort 1", "end of cohort"),
    ]
    assert (shared.organisation, shared.made_on, shared.sample) == (SOUTH_EAST, A_DAY, True)
    assert organisations_here(store) == (SOUTH_EAST,)


def test_it_says_how_many_answered_and_were_asked_where_that_may_be_told(store):
    stages = shared_of(store, SOUTH_EAST, audience="internal").stages
    assert (stages[2].people, stages[2].sent) == (
        {"mentor": 10, "mentee": 6},
        {"mentor": 11, "mentee": 7},
    )
    stages = shared_of(store, SOUTH_EAST, audience="public").stages
    assert (stages[2].people, stages[2].sent) == ({"mentor": 10}, {"mentor": 11})


def test_what_leaves_reads_as_colleagues_read_it(store):
    """Figure by figure: the region is shown what a colleague is, of those of whom anything is."""
    scope = SAMPLE_SCOPE
    charts = pipeline.findings(store, scope, audience="internal", made_on=A_DAY)
    here = {chart.published.question.id: chart.published for chart in charts}
    shared = shared_of(store, SOUTH_EAST, audience="internal")
    stage = next(one for one in shared.stages if one.scope == scope)
    assert len(stage.figures) > 10
    for told in stage.figures:
        rows = publish(told, audience="internal", made_on=A_DAY).rows
        seen = here[told.question.id].rows
        seen = seen[seen["group"].isin(rows["group"])].reset_index(drop=True)
        assert rows["text"].to_list() == seen["text"].to_list()


def test_a_stage_that_was_opened_again_leaves_no_more(store):
    scope = SAMPLE_SCOPE
    pipeline.reopen_stage(store, scope)
    shared = shared_of(store, SOUTH_EAST, audience="internal")
    assert scope not in {stage.scope for stage in shared.stages}


def test_how_many_people_came_how_far_stays_and_so_do_notes(store):
    kept = pipeline.cohort_records_of(store, SOUTH_EAST)
    assert not all(one.mentors.is_empty for one in kept)
    for record in shared_of(store, SOUTH_EAST, audience="internal").records:
        assert record.mentors.is_empty
        assert record.mentees.is_empty
        assert record.matching.is_empty
        assert record.notes == ""


@pytest.mark.parametrize("audience", ["internal", "public"])
def test_what_leaves_is_let_in_elsewhere_and_is_the_same(store, audience):
    shared = shared_of(store, SOUTH_EAST, audience=audience)
    assert read_share_file(write_share_file(shared), "south_east.json") == shared
