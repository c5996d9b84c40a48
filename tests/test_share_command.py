"""A share file by command line: what leaves is said, and the file is the page's."""

import pytest

from rm_eval.__main__ import main
from rm_eval.pipeline import SAMPLE_SCOPE
from rm_eval.share import read_share_file
from tests.uploads import forms_workbook


@pytest.fixture
def run(tmp_path, monkeypatch, capsys):
    """Run a command on a store of its own; return the exit status and both outputs."""
    monkeypatch.setenv("RM_EVAL_DATABASE_URL", f"sqlite:///{tmp_path}/answers.sqlite3")
    monkeypatch.delenv("RM_EVAL_MODE", raising=False)

    def run(*arguments):
        status = main([str(argument) for argument in arguments])
        return status, *capsys.readouterr()

    return run


@pytest.mark.parametrize("audience", ["internal", "public"])
def test_the_sample_is_written_as_a_share_file(run, tmp_path, audience):
    run("sample")
    path = tmp_path / "new folder" / "south_east.json"
    name = SAMPLE_SCOPE.organisation
    status, out, said = run("share", "--organisation", name, "--out", path, "--audience", audience)
    shared = read_share_file(path.read_bytes(), path.name)
    assert (status, out.strip()) == (0, str(path))
    assert (shared.organisation, shared.audience, shared.sample) == (name, audience, True)
    assert "No one’s answers, codes or words leave." in said
    assert "  stays: " in said


def test_nothing_is_written_where_nothing_is_closed_or_kept(run, tmp_path):
    upload = forms_workbook({"Useful?": ["Yes"] * 6})
    file = tmp_path / upload.name
    file.write_bytes(upload.content)
    path = tmp_path / "a.json"
    added = ("--organisation", "A Trust", "--cohort", "1", "--stage", "enrolment")
    assert run("add", file, *added, "--role", "mentor")[0] == 0
    for name, why in (("A Trust", "No stage of A Trust is closed"), ("B Trust", "No answers of")):
        status, _, said = run("share", "--organisation", name, "--out", path)
        assert status == 2
        assert why in said
    assert not path.exists()
