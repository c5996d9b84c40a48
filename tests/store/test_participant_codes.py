import os
import sqlite3
import stat

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import Levenshtein

from rm_eval import pipeline
from rm_eval.cleaning import answers_csv, log_csv
from rm_eval.errors import ForTheDeveloper, NotAllowed, UnreadableFile
from rm_eval.pipeline import Scope, Store, look_at
from rm_eval.store.code_keys import CODE_KEY, CodeKeys
from rm_eval.store.participant_codes import SHORTEST_NEAR, near_forms, scrambled
from tests.uploads import csv_file

SCOPE = Scope(organisation="A Trust", cohort="Cohort 1", stage="enrolment")
LETTERS = "ABC01"
CODES = st.text(alphabet=LETTERS, min_size=SHORTEST_NEAR + 1, max_size=8)


@pytest.fixture
def store(tmp_path, monkeypatch):
    monkeypatch.delenv(CODE_KEY, raising=False)
    store = Store(f"sqlite:///{tmp_path}/answers.sqlite3")
    yield store
    store.close()


def keep(store, *codes, scope=SCOPE):
    rows = [["Participant code", "Why?"], *([code, f"Because {code[:0]}so"] for code in codes)]
    look = look_at(csv_file(rows))
    pipeline.keep(store, look, scope=scope, role="mentee")
    return look


def meet(one, other):
    return not ({one} | near_forms(one)).isdisjoint({other} | near_forms(other))


# Near misses ------------------------------------------------------------------------------------


@given(CODES, st.data())
def test_every_code_one_slip_away_is_found(code, data):
    at = data.draw(st.integers(0, len(code) - 1))
    letter = data.draw(st.sampled_from(LETTERS))
    left_out = code[:at] + code[at + 1 :]
    typed_twice = code[:at] + letter + code[at:]
    mistyped = code[:at] + letter + code[at + 1 :]
    exchanged = code[:at] + code[at : at + 2][::-1] + code[at + 2 :]

    for slip in (left_out, typed_twice, mistyped, exchanged):
        assert meet(code, slip)


@given(st.text(alphabet="AB0", min_size=4, max_size=6), st.text(alphabet="AB0", min_size=4))
def test_a_code_more_than_two_letters_away_is_never_offered(one, other):
    assert not meet(one, other) or Levenshtein.distance(one, other) <= 2


def test_two_slips_are_offered_for_hardly_any_code():
    code = "ST07A"
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
    twice = {
        code[:a] + x + code[a + 1 : b] + y + code[b + 1 :]
        for a in range(len(code))
        for b in range(a + 1, len(code))
        for x in letters
        for y in letters
        if x != code[a] and y != code[b]
    }

    offered = [other for other in twice if meet(code, other)]

    assert len(twice) > 12_000
    assert len(offered) / len(twice) < 0.03


def test_short_codes_have_no_near_misses():
    assert near_forms("12") == frozenset()


# What is kept -----------------------------------------------------------------------------------


def test_one_code_looks_different_with_another_key_or_at_another_organisation():
    seen = {
        scrambled("ST07A", key=key, organisation=organisation)
        for key in (b"1" * 32, b"2" * 32)
        for organisation in ("A Trust", "B Trust")
    }

    assert len(seen) == 4


def test_no_code_stands_in_the_database_the_log_or_a_download(store, tmp_path):
    look = keep(store, "ST07A", "LO23K", "st-07-a")
    store.close()

    for content in (
        *(path.read_bytes() for path in tmp_path.iterdir()),
        log_csv(look.cleaned.log),
        answers_csv(look.cleaned.responses),
    ):
        assert b"ST07A" not in content.upper()
        assert b"ST-07" not in content.upper()
        assert b"LO23K" not in content.upper()


def test_the_order_of_rows_tells_nothing_of_a_code(store, tmp_path):
    keep(store, "ZZ99Z", "AA00A")
    with sqlite3.connect(tmp_path / "answers.sqlite3") as connection:
        hashes = [row[0] for row in connection.execute("SELECT hash FROM codes ORDER BY rowid")]
    connection.close()

    assert hashes == sorted(hashes)


def test_codes_go_when_their_dataset_goes(store, tmp_path):
    keep(store, "ST07A", "LO23K")
    store.delete(*(dataset.id for dataset in store.datasets()))

    with sqlite3.connect(tmp_path / "answers.sqlite3") as connection:
        assert connection.execute("SELECT count(*) FROM codes").fetchone() == (0,)
    connection.close()


# Keys -------------------------------------------------------------------------------------------


def test_the_key_lies_beside_the_database_for_its_owner_alone(store, tmp_path):
    keep(store, "ST07A", "LO23K")
    (key,) = store.code_keys.every()
    file = tmp_path / "answers.sqlite3.code-keys"

    assert file.read_text().strip() == key.hex()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert key.hex().encode() not in (tmp_path / "answers.sqlite3").read_bytes()


def test_the_key_is_made_with_the_first_answers(store, tmp_path):
    assert [path.name for path in tmp_path.iterdir()] == ["answers.sqlite3"]

    pipeline.keep(store, look_at(csv_file([["Why?"], ["So"]])), scope=SCOPE, role="mentor")

    names = {"answers.sqlite3", "answers.sqlite3.code-keys"}
    assert {path.name for path in tmp_path.iterdir()} == names


def test_a_key_is_made_once(tmp_path):
    file = tmp_path / "keys"

    assert CodeKeys(file).every() == CodeKeys(file).every()


def test_a_visitor_has_a_key_in_memory():
    one, other = Store(), Store()

    assert one.code_keys.every() == one.code_keys.every()
    assert one.code_keys.every() != other.code_keys.every()


def test_the_setting_is_the_key_where_there_is_one(tmp_path, monkeypatch):
    monkeypatch.setenv(CODE_KEY, "x" * 32)

    assert CodeKeys(tmp_path / "a").every() == CodeKeys(tmp_path / "b").every()
    assert os.listdir(tmp_path) == []  # noqa: PTH208


def test_a_setting_that_can_be_guessed_is_refused(tmp_path, monkeypatch):
    monkeypatch.setenv(CODE_KEY, "secret")

    with pytest.raises(ForTheDeveloper, match="32 random characters"):
        CodeKeys(tmp_path / "a").every()


def test_a_damaged_key_file_is_named_and_nothing_is_kept(store, tmp_path):
    (tmp_path / "answers.sqlite3.code-keys").write_text("not a key")

    with pytest.raises(UnreadableFile, match="code-keys.*damaged"):
        keep(store, "ST07A", "LO23K")
    assert store.datasets() == ()


# Versions ---------------------------------------------------------------------------------------


def test_a_database_of_a_newer_dashboard_is_refused_and_left_alone(store, tmp_path):
    store.close()
    file = tmp_path / "answers.sqlite3"
    with sqlite3.connect(file) as connection:
        connection.execute("UPDATE schema_version SET version = 99")
    connection.close()
    before = file.read_bytes()

    with pytest.raises(NotAllowed, match="newer dashboard"):
        Store(f"sqlite:///{file}")
    assert file.read_bytes() == before


def test_a_database_from_before_there_were_versions_is_brought_up(store, tmp_path):
    keep(store, "ST07A", "LO23K")
    store.close()
    file = tmp_path / "answers.sqlite3"
    with sqlite3.connect(file) as connection:
        for table in ("links", "codes", "retention", "schema_version"):
            connection.execute(f"DROP TABLE {table}")
    connection.close()

    again = Store(f"sqlite:///{file}")

    assert again.datasets()[0].n_people == 2
    assert pipeline.linkings(again) == ()
    again.close()
