"""The walk of a region by command line: raw exports, added, closed, shared, and compared.

Each trust works in a database of its own, as at home. What it sends is, word for word and figure
for figure, the share file of the sample; only there it bears its name as of the sample.
"""

from dataclasses import replace

import pytest

from rm_eval.__main__ import main
from rm_eval.sample import sample_shares
from rm_eval.share import read_share_file
from rm_eval.store.programmes import OF_SAMPLE
from sample_data.make_samples import files_of
from sample_data.region.make_region import HERE, sent
from sample_data.region.people import forms_of
from sample_data.region.trusts import LARKWATER, OTTERMOUTH

# Those whose few questions are closed in seconds; the others are made the same way.
WALKING = (LARKWATER, OTTERMOUTH)


@pytest.fixture
def run(monkeypatch, capsys):
    monkeypatch.delenv("RM_EVAL_MODE", raising=False)

    def run(*arguments):
        status = main([str(argument) for argument in arguments])
        out, error = capsys.readouterr()
        assert status == 0, error
        return out, error

    return run


@pytest.fixture
def share_files(run, monkeypatch, tmp_path):
    """Let each trust walk from its exports to its share file."""
    return [walked(trust, run, monkeypatch, tmp_path) for trust in WALKING]


def own_name(trust):
    """Its name at home: one that says "(sample)" is for the sample alone."""
    return trust.name.removesuffix(OF_SAMPLE).strip()


def walked(trust, run, monkeypatch, folder):
    monkeypatch.setenv("RM_EVAL_DATABASE_URL", f"sqlite:///{folder}/{trust.folder}.sqlite3")
    whose = ("--organisation", own_name(trust))
    stages = {}
    for form in forms_of(trust):
        stage = (*whose, "--cohort", f"Cohort {form.cohort}", "--stage", form.stage)
        stages[stage] = True
        n_sent = sent(trust, form)
        for name in files_of(form):
            told = ("--sent", n_sent) if n_sent else ()
            run("add", HERE / trust.folder / name, *stage, "--role", form.role, *told)
    for stage in stages:
        run("close", *stage)
    file = folder / f"{trust.folder}.json"
    run("share", *whose, "--out", file)
    return file


def of_the_sample(shared, trust):
    """What a trust shared, as the sample has it: its name, its card, and invented days."""
    (kept,) = (one for one in sample_shares() if one.organisation == trust.name)
    days = {stage.scope.cohort + stage.scope.stage: stage.closed_on for stage in kept.stages}
    stages = tuple(
        replace(
            stage,
            scope=replace(stage.scope, organisation=trust.name),
            closed_on=days[stage.scope.cohort + stage.scope.stage],
            figures=tuple(
                replace(told, scope=replace(told.scope, organisation=trust.name), sample=True)
                for told in stage.figures
            ),
        )
        for stage in shared.stages
    )
    again = replace(
        shared,
        organisation=trust.name,
        sample=True,
        stages=stages,
        made_on=kept.made_on,
        tool=kept.tool,
        card=kept.card,
        records=kept.records,
    )
    return again, kept


def test_from_raw_exports_to_the_share_files_of_the_sample_and_a_report(share_files, run, tmp_path):
    for trust, file in zip(WALKING, share_files, strict=True):
        shared = read_share_file(file.read_bytes(), file.name)

        assert shared.organisation == own_name(trust)
        again, kept = of_the_sample(shared, trust)
        assert again == kept

    out, _ = run("compare", *share_files, "--out", tmp_path / "report", "--formats", "svg")
    contents = (tmp_path / "report" / "contents.txt").read_text("utf-8-sig")
    assert all(own_name(trust) in contents for trust in WALKING)
    assert str(tmp_path / "report" / "contents.txt") in out
