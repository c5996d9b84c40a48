"""The page Compare, its view of a region: how far each is, what is missing, how each evaluates."""

import pytest

from pages._ui import menu
from rm_eval import pipeline
from rm_eval.programme import Card
from rm_eval.report.kept_browser import BROWSER
from rm_eval.report.pictures import FORMATS
from tests.test_pages import HOSTILE, button, kept_in_a_file, opened, plain, store, words

__all__ = ["kept_in_a_file", "store"]  # fixtures

SOUTH_EAST = pipeline.SAMPLE_SCOPE.organisation
TITLE = "Region overview"


def overview():
    page = opened(menu.COMPARE.name)
    view = next(one for one in page.radio if one.label == "What do you want to compare?")
    return view.set_value(TITLE).run()


def tables(page):
    return plain(" ".join(str(table.value.to_csv()) for table in page.table))


@pytest.fixture
def sample(store):
    pipeline.load_sample(store)
    return store


@pytest.mark.usefixtures("sample")
def test_it_says_how_far_each_is_what_is_missing_and_what_comes_next():
    page = overview()

    headers = [header.value for header in page.header]
    assert headers[0] == "Nine of 10 cohorts have figures from the end of the cohort"
    assert "What is missing, and the next step" in headers
    assert "10 of 11 mentors and 6 of 7 mentees" in tables(page)
    assert "Say it when you add the file again." in tables(page)


@pytest.mark.usefixtures("sample")
def test_for_the_public_no_small_group_is_counted():
    page = overview()
    whom = next(one for one in page.radio if one.label == "Who will see this?")

    page = whom.set_value("public").run()

    assert "10 of 11 mentors and too few mentees" in tables(page)


@pytest.mark.usefixtures("sample")
def test_it_counts_who_says_how_they_evaluate():
    page = overview()

    assert "5 of 6 programmes say how they evaluate." in words(page)


def test_somebody_elses_words_are_not_rendered(sample):
    card = Card(organisation=SOUTH_EAST, evaluation=HOSTILE[1], same_as=HOSTILE[0], sample=True)
    pipeline.keep_card(sample, card)

    page = overview()

    assert HOSTILE[0] in words(page)
    assert HOSTILE[0] not in "".join(one.value for one in page.markdown)


@pytest.mark.usefixtures("store")
def test_without_any_figures_it_says_what_to_do():
    assert "add share files of other organisations, or close a stage of your own on Start" in words(
        overview()
    )


@pytest.mark.usefixtures("sample")
def test_the_regions_pack_is_prepared_and_then_offered(monkeypatch):
    monkeypatch.setitem(FORMATS, "png", lambda chart, _: chart.headline.encode())
    monkeypatch.setattr(BROWSER, "draw", lambda *_, **__: b"plot")
    page = overview()

    page = button(page, "Prepare the pictures").click().run(timeout=120)

    assert [one.value for one in page.success] == ["The region’s pack is ready."]
    labels = [one.label for one in page.get("download_button")]
    assert "Download all pictures (zip)" in labels
    size = next(one for one in page.radio if one.label == "Size of the pictures")
    page = size.set_value("a4").run()
    assert "Download all pictures (zip)" not in [one.label for one in page.get("download_button")]
