"""`compare`: share files in, a report out, nothing kept."""

from dataclasses import replace

import pytest

from rm_eval import pipeline
from rm_eval.__main__ import main
from rm_eval.pipeline import Store
from rm_eval.report.kept_browser import BROWSER
from rm_eval.report.pictures import FORMATS
from rm_eval.share import Shared, write_share_file
from rm_eval.sharing import shared_of


@pytest.fixture(autouse=True)
def no_browser(monkeypatch):
    """Each picture is its headline."""
    monkeypatch.setitem(FORMATS, "png", lambda chart, _: chart.headline.encode())
    monkeypatch.setattr(BROWSER, "draw", lambda *_, **__: b"plot")


@pytest.fixture(scope="module")
def south_east() -> Shared:
    store = Store("sqlite://")
    pipeline.load_sample(store)
    return shared_of(store, pipeline.SAMPLE_SCOPE.organisation, audience="internal")


def named(shared: Shared, name: str) -> Shared:
    """Some of the figures, of an organisation of another name."""
    stages = tuple(
        replace(
            stage,
            scope=replace(stage.scope, organisation=name),
            figures=tuple(
                replace(told, scope=replace(told.scope, organisation=name))
                for told in stage.figures[:2]
            ),
        )
        for stage in shared.stages
    )
    records = tuple(replace(record, organisation=name) for record in shared.records)
    card = shared.card and replace(shared.card, organisation=name)
    return replace(shared, organisation=name, stages=stages, records=records, card=card)


@pytest.fixture
def files(tmp_path, south_east):
    found = []
    for name in ("Birch (sample)", "Alder (sample)"):
        path = tmp_path / f"{name}.json"
        path.write_bytes(write_share_file(named(south_east, name)))
        found.append(str(path))
    return found


def test_two_files_become_pictures_numbers_and_a_page_to_print(files, tmp_path, capsys):
    out = tmp_path / "out"

    assert main(["compare", *files, "--out", str(out)]) == 0

    contents = (out / "contents.txt").read_text("utf-8-sig")
    assert "Of: Alder (sample) and Birch (sample), in alphabetical order" in contents
    assert "Made from: share file of Alder (sample)" in contents
    page = (out / "report.html").read_text("utf-8")
    assert "All 4 cohorts have figures from the end of the cohort" in page
    assert "2 of 2 programmes say how they evaluate." in page
    assert len(list(out.glob("*.png"))) > 5
    assert str(out / "numbers.xlsx") in capsys.readouterr().out


def test_nothing_of_them_is_kept(files, tmp_path, monkeypatch):
    url = f"sqlite:///{tmp_path}/answers.sqlite3"
    monkeypatch.setenv("RM_EVAL_DATABASE_URL", url)

    main(["compare", *files, "--out", str(tmp_path / "out")])

    assert not (tmp_path / "answers.sqlite3").exists()


def test_a_damaged_file_is_refused_and_nothing_is_written(files, tmp_path, capsys):
    broken = tmp_path / "broken.json"
    broken.write_text("{}", "utf-8")

    assert main(["compare", *files, str(broken), "--out", str(tmp_path / "out")]) == 2

    assert "broken.json" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_for_the_public_no_small_group_is_counted(files, tmp_path):
    out = tmp_path / "out"

    main(["compare", *files, "--out", str(out), "--audience", "public"])

    page = (out / "report.html").read_text("utf-8")
    assert "10 of 11 mentors and too few mentees" in page
    assert "For: Public: board papers, website, FOI answers" in page


def test_a_team_is_no_audience_of_a_comparison(files, tmp_path, capsys):
    with pytest.raises(SystemExit):
        main(["compare", *files, "--out", str(tmp_path), "--audience", "team"])

    assert "internal" in capsys.readouterr().err
