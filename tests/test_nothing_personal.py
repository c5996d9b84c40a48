"""What may stand nowhere: the hostile uploads that hold personal details, all the way through."""

import json
from pathlib import Path
from typing import Any

import pytest

from rm_eval.__main__ import main
from rm_eval.pipeline import Store
from rm_eval.store import write_saved_work
from rm_eval.store.locked_file import unlock

CORPUS = Path(__file__).resolve().parents[2] / "shared" / "bad_uploads"
PASSPHRASE = "four words not together"  # noqa: S105 - locks invented answers
WHERE = ["--organisation", "A", "--cohort", "1", "--stage", "enrolment", "--role", "mentor"]


def entries() -> list[dict[str, Any]]:
    manifest = CORPUS / "manifest.json"
    files = json.loads(manifest.read_text())["files"] if manifest.is_file() else []
    return [one for one in files if one["outcome"] == "accept" and words_in(one)]


def words_in(entry: dict[str, Any]) -> list[str]:
    """Forbidden words; of control characters a database's own pages are full."""
    return [word for word in entry.get("forbid", []) if word.isprintable()]


def test_the_corpus_holds_such_files(shared):
    assert (shared / "bad_uploads").is_dir()
    assert len(entries()) > 5


@pytest.mark.parametrize("entry", entries(), ids=lambda entry: entry["file"])
def test_what_is_forbidden_stands_nowhere(entry, tmp_path, monkeypatch, capsys):
    url = f"sqlite:///{tmp_path}/answers.sqlite3"
    monkeypatch.setenv("RM_EVAL_DATABASE_URL", url)
    path = tmp_path / "uploads" / entry["upload_name"]
    path.parent.mkdir()
    path.write_bytes((CORPUS / "files" / entry["file"]).read_bytes())

    for command in (
        ["inspect", path],
        ["inspect", path, "--json"],
        ["clean", path, "--out", tmp_path / "tidy"],
        ["add", path, *WHERE],
    ):
        assert main([str(word) for word in command]) == 0
    store = Store(url)
    _, inside = unlock(write_saved_work(store, PASSPHRASE), PASSPHRASE)
    store.close()

    written = [file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()]
    written.remove(path.read_bytes())
    said = "".join(capsys.readouterr()).replace(str(path), "")
    everything = b"".join([*written, inside, said.encode()])
    for forbidden in words_in(entry):
        assert forbidden.encode() not in everything
        assert json.dumps(forbidden)[1:-1].encode() not in everything
