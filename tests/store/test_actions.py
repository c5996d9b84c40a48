"""Actions are kept whole, outlive the answers, travel with saved work and go with the sample."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from rm_eval import pipeline
from rm_eval.pipeline import Scope, look_at
from rm_eval.store import (
    About,
    Action,
    Moved,
    OnChart,
    delete_action,
    keep_action,
    keep_until,
    kept_actions,
    open_saved_work,
    purge,
    write_saved_work,
)
from tests.uploads import forms_workbook

PASSPHRASE = "four words not together"  # noqa: S105 - locks invented answers
SCOPE = Scope(organisation="A Trust", cohort="Cohort 1", stage="training")
ACTION = Action(
    id="one",
    organisation="A Trust",
    about=About(
        chart="trn_m_need",
        title="Help mentors need to begin",
        asked=(OnChart(scope=SCOPE, question="trn_m_need"),),
        answer="arrange_meetings",
    ),
    heard="Mentors asked for help.",
    decided="Early help with planning meetings.",
    who="Programme team",
    step="first_meetings",
    day=date(2020, 11, 2),
    status="done",
    moved=(
        Moved(status="planned", on=date(2020, 10, 5)),
        Moved(status="done", on=date(2020, 11, 2)),
    ),
    added_at=datetime(2020, 10, 5, 9, tzinfo=UTC),
)
IN_WORDS = replace(
    ACTION,
    id="two",
    about=None,
    cohort="Cohort 1",
    occasion="community_of_practice",
    stream="mentor",
    team_only=True,
    day=None,
    moved=(),
    added_at=datetime(2020, 10, 6, 9, tzinfo=UTC),
)


def test_an_action_comes_back_as_it_was_kept(store):
    for one in (IN_WORDS, ACTION):
        keep_action(store, one)

    assert kept_actions(store) == (ACTION, IN_WORDS)


def test_an_action_kept_again_takes_its_own_place(store):
    keep_action(store, ACTION)
    keep_action(store, replace(ACTION, decided="Something else."))

    (kept,) = kept_actions(store)

    assert kept.decided == "Something else."


def test_a_deleted_action_is_gone_to_the_last_byte(database):
    store = database.store()
    keep_action(store, replace(ACTION, decided="Zwetschgenkuchen for everybody"))

    delete_action(store, "one")

    assert kept_actions(store) == ()
    store.close()
    assert database.holds("Zwetschgenkuchen") == []


def test_an_action_stays_when_the_answers_are_deleted_or_their_day_is_past(store):
    look = look_at(forms_workbook({"Useful?": ["Yes"] * 6}))
    pipeline.keep(store, look, scope=SCOPE, role="mentor")
    today = datetime.now(UTC).date()
    keep_action(store, ACTION)

    keep_until(store, "A Trust", "Cohort 1", today, today=today)
    purge(store, today + timedelta(days=1))

    assert store.datasets() == ()
    assert kept_actions(store) == (ACTION,)


def test_saved_work_carries_actions_and_those_here_stay_as_they_are(store, other):
    keep_action(store, ACTION)
    keep_action(store, IN_WORDS)
    keep_action(other, replace(ACTION, decided="Changed here."))

    open_saved_work(other, write_saved_work(store, PASSPHRASE), PASSPHRASE)

    assert [one.decided for one in kept_actions(other)] == ["Changed here.", IN_WORDS.decided]


@pytest.mark.parametrize("is_sample", [True, False])
def test_only_what_came_with_the_sample_goes_with_it(store, is_sample):
    keep_action(store, replace(ACTION, sample=is_sample))

    pipeline.clear_sample(store)

    assert bool(kept_actions(store)) is not is_sample
