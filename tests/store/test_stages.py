import pytest

from rm_eval import pipeline
from rm_eval.closing import close_stage
from rm_eval.errors import NotAllowed, NotEnoughAnswers
from rm_eval.pipeline import Scope, look_at
from rm_eval.store import forget_releases, is_closed, releases, reopen_stage
from rm_eval.store.identity import Known, difference
from tests.uploads import csv_file, forms_workbook

SCOPE = Scope(organisation="A Trust", cohort="Cohort 1", stage="enrolment")


def keep(store, answers, **fields):
    look = look_at(forms_workbook({"Useful?": answers}))
    (key,) = pipeline.keep(store, look, scope=SCOPE, role="mentor", **fields)
    return key


def test_a_stage_is_open_until_the_team_closes_it(store):
    keep(store, ["Yes"] * 6)
    assert not is_closed(store, SCOPE)

    close_stage(store, SCOPE)
    assert is_closed(store, SCOPE)

    reopen_stage(store, SCOPE)
    assert not is_closed(store, SCOPE)


def test_an_empty_stage_cannot_be_closed(store):
    with pytest.raises(NotEnoughAnswers):
        close_stage(store, SCOPE)


def test_a_new_file_opens_the_stage_again(store):
    keep(store, ["Yes"] * 6)
    close_stage(store, SCOPE)

    keep(store, ["Yes"] * 6 + ["No"] * 3, replace=True)

    assert not is_closed(store, SCOPE)


@pytest.mark.parametrize("late", [1, 2])
def test_one_or_two_late_answers_are_not_given_out(store, late):
    """17 people last week, 18 this week: the difference is one person's answer."""
    keep(store, ["Yes"] * 6)
    close_stage(store, SCOPE)
    keep(store, ["Yes"] * 6 + ["No"] * late, replace=True)

    with pytest.raises(NotAllowed, match="since these figures were last given out"):
        close_stage(store, SCOPE)


def test_three_changed_people_hide_each_other(store):
    keep(store, ["Yes"] * 6)
    close_stage(store, SCOPE)
    keep(store, ["Yes"] * 6 + ["No"] * 3, replace=True)

    close_stage(store, SCOPE)
    assert is_closed(store, SCOPE)


def test_closing_again_without_any_change_is_free(store):
    keep(store, ["Yes"] * 6)
    close_stage(store, SCOPE)
    reopen_stage(store, SCOPE)

    close_stage(store, SCOPE)
    assert is_closed(store, SCOPE)


def test_small_steps_are_counted_from_what_was_given_out(store):
    keep(store, ["Yes"] * 6)
    close_stage(store, SCOPE)
    keep(store, ["Yes"] * 6 + ["No"] * 2, replace=True)
    keep(store, ["Yes"] * 6 + ["No"] * 3, replace=True)

    close_stage(store, SCOPE)
    assert is_closed(store, SCOPE)


def test_the_weekly_export_is_compared_person_by_person(store):
    keep(store, ["Yes", "No", "Yes"])
    look = look_at(forms_workbook({"Useful?": ["Yes", "Yes", "Yes", "No"]}))

    found = pipeline.changes_since(store, look, scope=SCOPE, role="mentor")

    assert (found.added, found.changed, found.gone, found.same) == (1, 1, 0, 2)


def test_without_ids_only_whole_sets_of_answers_can_be_compared(store):
    first = look_at(csv_file([["Useful?", "x"], ["Yes", "a"], ["No", "b"]]))
    pipeline.keep(store, first, scope=SCOPE, role="mentor")
    again = look_at(csv_file([["Useful?", "x"], ["Yes", "a"], ["Yes", "b"]]))

    found = pipeline.changes_since(store, again, scope=SCOPE, role="mentor")

    assert (found.added, found.changed, found.gone, found.same) == (1, 0, 1, 1)


def test_nothing_kept_means_nothing_to_compare_with(store):
    look = look_at(forms_workbook({"Useful?": ["Yes"]}))

    assert pipeline.changes_since(store, look, scope=SCOPE, role="mentor") is None


def test_a_doubled_id_is_no_id():
    old = [Known(response="a", answers="1"), Known(response="a", answers="2")]

    found = difference(old, [Known(response="a", answers="1")])

    assert (found.gone, found.same) == (1, 1)


def test_replacing_is_all_or_nothing_and_leaves_one_dataset(store):
    keep(store, ["Yes"] * 3)
    key = keep(store, ["Yes"] * 4, replace=True)

    assert [dataset.id for dataset in store.datasets()] == [key]
    assert len(store.responses(key).people) == 4


def test_the_same_bytes_change_nothing_even_when_told_to_replace(store):
    upload = forms_workbook({"Useful?": ["Yes"] * 3})
    (key,) = pipeline.keep(store, look_at(upload), scope=SCOPE, role="mentor")

    with pytest.raises(NotAllowed, match="very file is here already"):
        pipeline.keep(store, look_at(upload), scope=SCOPE, role="mentor", replace=True)
    assert [dataset.id for dataset in store.datasets()] == [key]


def test_beyond_the_team_only_a_closed_stage_is_served(store):
    keep(store, ["Yes"] * 6)
    assert pipeline.findings(store, SCOPE, audience="team")

    with pytest.raises(NotAllowed, match="still open"):
        pipeline.findings(store, SCOPE, audience="internal")

    close_stage(store, SCOPE)
    assert pipeline.findings(store, SCOPE, audience="internal")


def test_the_sample_comes_closed(store):
    pipeline.load_sample(store)

    assert pipeline.findings(store, pipeline.SAMPLE_SCOPE, audience="public")


def test_deleting_everything_of_a_stage_does_not_call_figures_back(store):
    """Whoever deletes and adds again must not step round the rules."""
    key = keep(store, ["Yes"] * 6)
    close_stage(store, SCOPE)

    store.delete(key)
    keep(store, ["Yes"] * 6 + ["No"])

    assert not is_closed(store, SCOPE)
    with pytest.raises(NotAllowed, match="since these figures were last given out"):
        close_stage(store, SCOPE)


def test_what_nobody_saw_can_be_forgotten(store):
    key = keep(store, ["Yes"] * 6)
    close_stage(store, SCOPE)

    forget_releases(store, SCOPE)
    store.delete(key)
    keep(store, ["Yes"] * 6 + ["No"])

    assert releases(store) == ()
    close_stage(store, SCOPE)
    assert is_closed(store, SCOPE)
