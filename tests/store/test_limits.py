import pytest

from rm_eval import pipeline
from rm_eval.errors import NotAllowed
from rm_eval.pipeline import Limits, Scope, Store, look_at
from rm_eval.store import limits_history, limits_of, open_saved_work, set_limits, write_saved_work
from tests.uploads import forms_workbook

SCOPE = Scope(organisation="A Trust", cohort="Cohort 1", stage="enrolment")
PASSPHRASE = "four words not together"  # noqa: S105 - locks invented answers
STRICT = Limits(preset="strict")
LOWER = Limits(smallest_group=4, reason="All four asked for it.")


@pytest.fixture
def stores():
    stores = Store(), Store()
    yield stores
    for store in stores:
        store.close()


def keep(store, useful=("Yes",) * 6, scope=SCOPE):
    look = look_at(forms_workbook({"Useful?": list(useful)}))
    pipeline.keep(store, look, scope=scope, role="mentor")


def test_the_usual_limits_hold_until_somebody_chooses_others(stores):
    assert limits_of(stores[0], "A Trust") == Limits()
    assert limits_history(stores[0], "A Trust") == ()


def test_the_last_choice_holds_and_all_before_are_kept(stores):
    set_limits(stores[0], "A Trust", STRICT)
    set_limits(stores[0], "A Trust", LOWER)

    assert limits_of(stores[0], "A Trust") == LOWER
    assert [one.limits for one in limits_history(stores[0], "A Trust")] == [STRICT, LOWER]


def test_limits_are_of_one_organisation(stores):
    set_limits(stores[0], "A Trust", STRICT)

    assert limits_of(stores[0], "Another Trust") == Limits()


def test_a_choice_that_changes_nothing_leaves_no_trace(stores):
    with pytest.raises(NotAllowed, match="hold already"):
        set_limits(stores[0], "A Trust", Limits())
    assert limits_history(stores[0], "A Trust") == ()


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"smallest_group": 4}, "reason_missing"),
        ({"smallest_group": 4, "reason": "  "}, "reason_missing"),
        ({"preset": "strict", "smallest_group": 9}, "reason_missing"),
        ({"smallest_group": 2, "reason": "Please"}, "limit_too_low"),
        ({"smallest_group": 4, "reason": "x" * 301}, "reason_too_long"),
    ],
)
def test_a_lower_limit_needs_a_short_reason_and_has_an_end(fields, code):
    with pytest.raises(NotAllowed) as refused:
        Limits(**fields)
    assert refused.value.code == code


def test_saved_work_carries_every_choice(stores):
    here, there = stores
    keep(here)
    set_limits(here, "A Trust", STRICT)
    set_limits(here, "A Trust", LOWER)
    set_limits(here, "Another Trust", STRICT)

    open_saved_work(there, write_saved_work(here, PASSPHRASE), PASSPHRASE)

    assert limits_history(there, "A Trust") == limits_history(here, "A Trust")
    assert limits_history(there, "Another Trust") == ()


def test_what_was_chosen_here_stays_when_saved_work_is_opened(stores):
    here, there = stores
    keep(here)
    set_limits(here, "A Trust", LOWER)
    set_limits(there, "A Trust", STRICT)

    open_saved_work(there, write_saved_work(here, PASSPHRASE), PASSPHRASE)

    assert [one.limits for one in limits_history(there, "A Trust")] == [STRICT]


def test_figures_keep_to_the_limits_chosen_before_the_stage_was_closed(stores):
    store = stores[0]
    keep(store, ["Yes"] * 4 + ["No"] * 3)
    set_limits(store, "A Trust", STRICT)
    pipeline.close_stage(store, SCOPE)

    (chart,) = pipeline.findings(store, SCOPE, audience="internal")

    assert list(chart.published.rows["text"]) == ["hidden", "hidden"]
    assert "Fewer than 10 mentors" in chart.published.rows["why"].iloc[0]
