import json

import pytest

from rm_eval import pipeline
from rm_eval.closing import close_stage
from rm_eval.errors import NotAllowed, NotEnoughAnswers, UnreadableFile
from rm_eval.pipeline import Scope, look_at
from rm_eval.store import latest_release, locked_file
from rm_eval.store.locked_file import lock, unlock
from rm_eval.store.saved_work import open_saved_work, write_saved_work
from rm_eval.store.stages import is_closed
from tests.uploads import forms_workbook

SCOPE = Scope(organisation="A Trust", cohort="Cohort 1", stage="enrolment")
PASSPHRASE = "four words not together"  # noqa: S105 - locks invented answers
SENTENCE = "a very particular sentence"


def keep(store, scope=SCOPE, **columns):
    columns = columns or {"Useful?": ["Yes"] * 6, "Why?": [SENTENCE] * 6}
    look = look_at(forms_workbook(columns))
    (key,) = pipeline.keep(store, look, scope=scope, role="mentor")
    return key


def test_saved_work_comes_back_whole_on_another_machine(store, other):
    key = keep(store)
    close_stage(store, SCOPE)

    opened = open_saved_work(other, write_saved_work(store, PASSPHRASE), PASSPHRASE)

    assert [dataset.id for dataset in opened.datasets] == [key]
    assert other.responses(key).answers.equals(store.responses(key).answers)
    assert other.log(key) == store.log(key)
    assert is_closed(other, SCOPE)


def test_the_file_says_that_it_holds_responses_and_shows_none(store):
    keep(store)

    content = write_saved_work(store, PASSPHRASE)

    assert "holds survey responses" in json.loads(content)["about"]
    assert SENTENCE.encode() not in content
    assert b"A Trust" not in content


def test_opening_the_same_work_twice_changes_nothing(store):
    keep(store)
    content = write_saved_work(store, PASSPHRASE)

    assert open_saved_work(store, content, PASSPHRASE).datasets == ()
    assert len(store.datasets()) == 1


def test_a_wrong_passphrase_opens_nothing(store, other):
    keep(store)
    content = write_saved_work(store, PASSPHRASE)

    with pytest.raises(UnreadableFile, match="does not open the file"):
        open_saved_work(other, content, "another passphrase")
    assert other.datasets() == ()


@pytest.mark.parametrize("damage", [lambda c: c[:-40], lambda _: b"{}", lambda _: b"\x00\x01"])
def test_a_damaged_file_opens_nothing(store, other, damage):
    keep(store)

    with pytest.raises(UnreadableFile, match="damaged"):
        open_saved_work(other, damage(write_saved_work(store, PASSPHRASE)), PASSPHRASE)
    assert other.datasets() == ()


def test_one_altered_letter_is_noticed(store, other):
    keep(store)
    file = json.loads(write_saved_work(store, PASSPHRASE))
    letter = "A" if file["content"][200] != "A" else "B"
    file["content"] = file["content"][:200] + letter + file["content"][201:]

    with pytest.raises(UnreadableFile, match="damaged"):
        open_saved_work(other, json.dumps(file).encode(), PASSPHRASE)


def test_two_versions_of_the_same_cohort_are_not_mixed(store, other):
    keep(store)
    keep(other, **{"Useful?": ["No"] * 6})

    with pytest.raises(NotAllowed, match="different versions of the enrolment answers"):
        open_saved_work(other, write_saved_work(store, PASSPHRASE), PASSPHRASE)
    assert len(other.datasets()) == 1


def test_a_short_passphrase_is_no_protection(store):
    keep(store)

    with pytest.raises(NotAllowed, match="at least 12 characters"):
        write_saved_work(store, "short")


def test_the_sample_is_not_worth_saving(store):
    pipeline.load_sample(store)

    with pytest.raises(NotEnoughAnswers):
        write_saved_work(store, PASSPHRASE)


def test_a_file_saved_before_there_were_comparisons_is_read(store, other, monkeypatch):
    """Version 3 knew of single stages only."""
    keep(store)
    release = close_stage(store, SCOPE)
    rows = json.loads(unlock(write_saved_work(store, PASSPHRASE), PASSPHRASE)[1])
    for row in (*rows["stages"], *rows["releases"]):
        del row["since"]
    monkeypatch.setattr(locked_file, "VERSION", 3)
    older = lock(json.dumps(rows).encode(), PASSPHRASE)

    open_saved_work(other, older, PASSPHRASE)

    assert latest_release(other, SCOPE) == release
    assert is_closed(other, SCOPE)
