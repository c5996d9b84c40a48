"""Every bad and awkward upload has the outcome its list says, by library and command line.

The page has its own in tests/browser/test_bad_uploads.py.
"""

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest

from rm_eval import pipeline
from rm_eval.errors import ForTheReader
from rm_eval.look import look_at
from rm_eval.measures.description import describe
from rm_eval.pipeline import Scope, Store
from tests import bad_uploads
from tests.bad_uploads import SLOWEST, entries, upload
from tests.conftest import ROOT

REJECTED = [one for one in entries() if one["outcome"] == "reject"]
ACCEPTED = [one for one in entries() if one["outcome"] == "accept"]
SECRETIVE = [one for one in ACCEPTED if one.get("forbid")]
SCOPE = Scope(organisation="Northmoor", cohort="Cohort 1", stage="end_of_cohort")


def name(entry):
    return (
        f"{entry['file']} as {entry['upload_name']}"
        if entry["category"] == "file name"
        else entry["file"]
    )


@pytest.fixture(scope="module")
def their_form():
    with bad_uploads.their_form():
        yield


def test_the_corpus_is_beside_the_project(shared):
    assert (shared / "bad_uploads" / "manifest.json").is_file()
    assert (len(REJECTED), len(ACCEPTED)) == (46, 85)


@pytest.mark.parametrize("entry", REJECTED, ids=name)
def test_a_bad_upload_is_refused_in_the_words_asked_for(entry):
    started = time.monotonic()
    with pytest.raises(ForTheReader) as refused:
        look_at(upload(entry))

    assert refused.value.code == entry["error"]
    assert bad_uploads.words_missing(entry, refused.value.message) == []
    assert bad_uploads.forbidden_in(entry, refused.value.message) == []
    assert time.monotonic() - started < SLOWEST * entry["limits"]["seconds"]


@pytest.mark.usefixtures("their_form")
@pytest.mark.parametrize("entry", ACCEPTED, ids=name)
def test_an_awkward_upload_gives_the_answers_and_the_warnings_asked_for(entry):
    look = look_at(upload(entry))
    description = describe(look.raw, look.recognition, look.cleaned)
    headings = bad_uploads.headings()

    assert description["n_responses"] == entry["expect"]["rows"]
    said = bad_uploads.codes_said(description, form_is_known=True)
    assert said == bad_uploads.expected_codes(entry, form_is_known=True)
    for key in entry["expect"].get("values", {}):
        if (entry["file"], key) == ("dates_impossible.xlsx", "completed"):
            continue  # named by date_unreadable; a time is in no answer
        expected = bad_uploads.expected_values(entry, key)
        if key == "changed":
            expected = [sorted(ticked) for ticked in expected]
        assert bad_uploads.values_read(look, headings[key]) == expected


@pytest.mark.parametrize("entry", SECRETIVE, ids=name)
def test_what_may_appear_nowhere_appears_nowhere(entry, tmp_path):
    look = look_at(upload(entry))
    store = Store(f"sqlite:///{tmp_path / 'answers.sqlite3'}")
    pipeline.keep(store, look, scope=SCOPE, role="mentor")
    charts = pipeline.findings(store, SCOPE, audience="team")
    written = [file.decode("utf-8-sig") for file in pipeline.tidy_files(look).values()]
    drawn = [f"{chart.figure.to_json()} {chart.alt} {chart.table}" for chart in charts]
    log = [repr(entry) for entry in look.cleaned.log] + [n.message for n in look.raw.notices]
    description = json.dumps(pipeline.describe_look(look), ensure_ascii=False)

    assert bad_uploads.forbidden_in(entry, *written, *drawn, *log, description) == []
    kept = (tmp_path / "answers.sqlite3").read_bytes()
    assert [one for one in entry["forbid"] if len(one) > 1 and one.encode() in kept] == []


@pytest.mark.usefixtures("shared")
def test_the_same_file_again_changes_nothing(tmp_path):
    once, again = (one for one in ACCEPTED if one["file"] in {"good.csv", "good_again.csv"})
    store = Store(f"sqlite:///{tmp_path / 'answers.sqlite3'}")
    pipeline.keep(store, look_at(upload(once)), scope=SCOPE, role="mentor")
    look = look_at(upload(again))

    assert "the mentors of Northmoor" in pipeline.already_here(store, look)
    with pytest.raises(ForTheReader, match="here already") as refused:
        pipeline.keep(store, look, scope=SCOPE, role="mentee")
    assert refused.value.code == "duplicate_upload"
    assert [dataset.n_people for dataset in store.datasets()] == [4]


@pytest.fixture(scope="module")
def measured(shared: Path, tmp_path_factory):
    """All of them through the command line, one after the other in one process."""
    assert shared.is_dir()
    folder = str(tmp_path_factory.mktemp("files"))
    command = [sys.executable, "-m", "tests.measure_bad_uploads", folder]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, timeout=600)
    return [json.loads(line) for line in run.stdout.splitlines()]


def test_the_command_line_gives_every_file_its_outcome(measured):
    wrong = {}
    for entry, found in zip(entries(), measured, strict=True):
        output = json.loads(found["output"])
        problems = _problems(entry, found, output)
        if problems:
            wrong[name(entry)] = problems
    assert wrong == {}


def _problems(entry, found, output):
    """What is not as the list says; a name that only a browser can send is not asked about."""
    if entry["upload_name"] == "":
        return []
    forbidden = bad_uploads.forbidden_in(entry, found["output"], found["complaint"])
    if entry["outcome"] == "reject":
        message = output.get("error", {}).get("message", "")
        right = (found["status"], output.get("error", {}).get("code")) == (2, entry["error"])
        missing = bad_uploads.words_missing(entry, message)
        return [*forbidden, *missing, *([] if right else [output])]
    said = bad_uploads.codes_said(output, form_is_known=False)
    expected = bad_uploads.expected_codes(entry, form_is_known=False)
    rows = output.get("n_responses")
    return [*forbidden, *(said ^ expected), *([] if rows == entry["expect"]["rows"] else [rows])]


def test_every_file_keeps_to_its_time_and_memory(measured):
    slow = {
        name(entry): found["seconds"]
        for entry, found in zip(entries(), measured, strict=True)
        if found["seconds"] > SLOWEST * entry["limits"]["seconds"]
    }
    large = {
        name(entry): found["extra_mb"]
        for entry, found in zip(entries(), measured, strict=True)
        if found["extra_mb"] > entry["limits"]["extra_mb"]
    }

    assert (slow, large) == ({}, {})


@pytest.mark.parametrize(("file", "status"), [("good.xlsx", 0), ("password.xlsx", 2)])
def test_the_command_says_it_by_its_status_and_on_both_streams(file, status, shared):
    path = shared / "bad_uploads" / "files" / file
    command = [sys.executable, "-m", "rm_eval", "inspect", str(path), "--json"]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)

    assert run.returncode == status
    output = json.loads(run.stdout)
    assert output["error"]["message"] == run.stderr.strip() if status else output["n_rows"] == 4
