"""A stage told with mentors and mentees as one group: chosen once, and kept to."""

import pytest

from rm_eval import pipeline
from rm_eval.measures import EVERYBODY
from rm_eval.pipeline import Scope, Store, close_stage, findings, latest_release, look_at
from tests.uploads import COMPLETED, FORMS, STARTED, workbook

SCOPE = Scope(organisation="A Trust", cohort="Cohort 1", stage="enrolment")
SEVEN = {at: "Yes" if at <= 4 else "No" for at in range(1, 8)}
FOUR = {at: "Yes" if at <= 102 else "No" for at in range(101, 105)}


@pytest.fixture
def store():
    store = Store()
    yield store
    store.close()


def add(store, said, role, *, question="Useful?"):
    rows = [[*FORMS, question]]
    rows += [[at, STARTED, COMPLETED, "anonymous", None, answer] for at, answer in said.items()]
    return pipeline.keep(
        store, look_at(workbook({"Sheet1": rows})), scope=SCOPE, role=role, replace=True
    )


def add_both(store, mentors=SEVEN, mentees=FOUR):
    add(store, mentors, "mentor")
    add(store, mentees, "mentee")


def shown(store, audience="internal", question="own_useful"):
    """What a reader sees of each group and answer."""
    charts = {chart.id: chart for chart in findings(store, SCOPE, audience=audience)}
    rows = charts[question].published.rows
    return {(row.group, row.answer): row.text for row in rows.itertuples()}


def test_two_small_groups_are_told_as_one(store):
    add_both(store)
    close_stage(store, SCOPE, together=True)

    for audience in ("internal", "public"):
        assert shown(store, audience) == {
            (EVERYBODY, "yes"): "6 of 11",
            (EVERYBODY, "no"): "5 of 11",
        }


def test_nothing_is_told_of_the_parts_beside_the_whole(store):
    add_both(store)
    release = close_stage(store, SCOPE, together=True)

    assert {group.role for told in release.figures for group in told.groups} == {EVERYBODY}
    assert {one.group.role for those in release.tellings.values() for one in those} == {EVERYBODY}


@pytest.mark.parametrize("first", [True, False])
def test_what_was_told_one_way_stays_so(store, first):
    """Mentors alone and both together would tell of the mentees by subtraction."""
    add_both(store)
    close_stage(store, SCOPE, together=first)
    before = shown(store)

    close_stage(store, SCOPE, together=not first)

    assert shown(store) == before


def test_late_answers_of_either_role_wait_for_each_other(store):
    add_both(store)
    close_stage(store, SCOPE, together=True)
    add(store, SEVEN | dict.fromkeys(range(8, 11), "Yes"), "mentor")
    close_stage(store, SCOPE)
    assert shown(store)[EVERYBODY, "yes"] == "6 of 11"

    add(store, FOUR | dict.fromkeys(range(105, 108), "No"), "mentee")
    close_stage(store, SCOPE)

    # Six are late: three said yes, three no. Each is told as "3 or more", or as "0 to 3".
    assert shown(store)[EVERYBODY, "yes"].endswith("of 17")
    assert latest_release(store, SCOPE).n == {"mentor": 10, "mentee": 7}


def test_one_role_can_go_and_the_other_is_still_told_as_part_of_both(store):
    add_both(store)
    close_stage(store, SCOPE, together=True)
    (mentees,) = (one.id for one in store.datasets() if one.role == "mentee")
    store.delete(mentees)
    close_stage(store, SCOPE)

    # Of the four who left it is not told what they had said.
    assert shown(store) == {(EVERYBODY, "yes"): "2 to 6 of 7", (EVERYBODY, "no"): "1 to 5 of 7"}


def test_a_question_of_one_role_is_told_of_that_role(store):
    add(store, SEVEN, "mentor", question="Useful to you as a mentor?")
    add(store, FOUR, "mentee")
    close_stage(store, SCOPE, together=True)

    assert {group for group, _ in shown(store, question="own_useful")} == {"mentee"}


def test_the_team_can_see_both_ways(store):
    add_both(store)

    apart = findings(store, SCOPE, audience="team")
    as_one = findings(store, SCOPE, audience="team", together=True)

    assert set(apart[0].published.rows["group"]) == {"mentor", "mentee"}
    assert set(as_one[0].published.rows["group"]) == {EVERYBODY}


def test_saved_work_carries_how_it_was_told(store):
    add_both(store)
    close_stage(store, SCOPE, together=True)
    passphrase = "four words not together"  # noqa: S105 - locks invented answers
    other = Store()
    pipeline.open_saved_work(other, pipeline.write_saved_work(store, passphrase), passphrase)

    assert shown(other) == shown(store)
    assert pipeline.is_told_together(other, SCOPE)
    other.close()
