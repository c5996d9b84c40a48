"""The corpus of bad uploads kept beside the project, as far as the file itself is concerned."""

import json
import time
from pathlib import Path
from typing import Any

import pytest

from rm_eval.errors import ForTheReader
from rm_eval.table import Upload, read_cells

CORPUS = Path(__file__).resolve().parents[2].parent / "shared" / "bad_uploads"
# These are whole tables: only a later stage, which knows headings and questions, refuses them.
LATER = {
    "header_only.csv",
    "header_only.xlsx",
    "data_no_header.csv",
    "two_survey_sheets.xlsx",
    "short_header.csv",
}
OUR_NOTICES = {
    "control_chars_removed",
    "encoding_guessed",
    "error_cell",
    "external_links_ignored",
    "formula_no_value",
    "formula_used_saved_value",
    "hidden_rows_read",
    "hidden_sheet_ignored",
    "merged_cells",
    "ragged_rows",
    "text_damaged",
    "text_truncated",
}
SLOWEST = 4  # times the manifest's seconds: tests may share a small machine


def entries() -> list[dict[str, Any]]:
    manifest = CORPUS / "manifest.json"
    return json.loads(manifest.read_text())["files"] if manifest.is_file() else []


def upload(entry: dict[str, Any]) -> Upload:
    content = (CORPUS / "files" / entry["file"]).read_bytes()
    return Upload(name=entry["upload_name"], content=content)


REJECTED = [one for one in entries() if one["outcome"] == "reject" and one["file"] not in LATER]
ACCEPTED = [one for one in entries() if one["outcome"] == "accept"]


def test_the_corpus_is_beside_the_project(shared):
    assert (shared / "bad_uploads" / "manifest.json").is_file()
    assert len(REJECTED) > 30


@pytest.mark.parametrize("entry", REJECTED, ids=lambda entry: entry["file"])
def test_a_bad_upload_is_refused_by_name(entry):
    started = time.monotonic()
    with pytest.raises(ForTheReader) as refused:
        read_cells(upload(entry))

    assert refused.value.code == entry["error"]
    assert [word for word in entry["names"] if word not in refused.value.message] == []
    assert not any(secret in refused.value.message for secret in entry.get("forbid", []))
    assert time.monotonic() - started < SLOWEST * entry["limits"]["seconds"]


@pytest.mark.parametrize("entry", ACCEPTED, ids=lambda entry: entry["file"])
def test_an_awkward_upload_is_read_with_the_notices_it_deserves(entry):
    cells = read_cells(upload(entry))
    expected = OUR_NOTICES.intersection(entry["expect"]["warnings"])
    rows = cells.sheets[0].rows

    assert {notice.code for notice in cells.notices} == expected
    assert len(rows) > entry["expect"]["rows"]
    assert {len(row) for row in rows} == {len(rows[0])}
