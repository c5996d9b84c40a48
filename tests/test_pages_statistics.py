"""Show the statistics, on the pages: for the programme team, and for nobody else."""

import pytest

from rm_eval import pipeline
from rm_eval.pipeline import Store
from tests.test_pages import opened, plain

LABEL = "Show the statistics"


@pytest.fixture(autouse=True, scope="module")
def sample(tmp_path_factory):
    """The sample programme, loaded once: nothing here changes it."""
    with pytest.MonkeyPatch.context() as patch:
        place = tmp_path_factory.mktemp("kept") / "answers.sqlite3"
        patch.setenv("RM_EVAL_MODE", "local")
        patch.setenv("RM_EVAL_DATABASE_URL", f"sqlite:///{place}")
        store = Store(pipeline.place_of_answers().url)
        pipeline.load_sample(store)
        yield store
        store.close()


def behind(name: str, audience: str) -> list[str]:
    """What stands behind each chart of a page."""
    page = opened(name)
    radio = next(one for one in page.radio if one.label == "Who will see this?")
    page = radio.set_value(audience).run()
    assert not page.exception
    boxes = [one for one in page.expander if one.label == LABEL]
    return [plain(" ".join(str(text.value) for text in box.markdown)) for box in boxes]


def test_the_team_sees_the_statistics_under_the_charts_of_enrolment():
    found = behind("enrolment", "team")
    areas = next(one for one in found if "General administrative" in one)
    assert "| People management | 6 of 11 | 28 to 79 of 100 |" in areas
    assert "| General administrative | +55 | +10 to +79 | p = 0.038 | p = 0.339 |" in areas
    assert "counting all 9 in, none stays below p = 0.05" in areas
    assert any("98.8% range (confidence interval) 7 to 9" in one for one in found)
    assert any("Kendall’s W" in one for one in found)


@pytest.mark.parametrize("name", ["training", "end_of_cohort", "before_and_after"])
def test_the_team_sees_the_statistics_on_every_page_of_results(name):
    found = behind(name, "team")
    assert found
    assert all("range" in one for one in found)


@pytest.mark.parametrize("audience", ["internal", "public"])
@pytest.mark.parametrize("name", ["enrolment", "training", "end_of_cohort", "before_and_after"])
def test_nobody_else_sees_them(name, audience):
    assert behind(name, audience) == []


def test_no_headline_and_no_picture_holds_a_p(sample):
    for chart in pipeline.findings(sample, sample.datasets()[0].scope, audience="team"):
        written = (chart.headline, chart.subtitle, chart.alt, *chart.notes, chart.figure.to_json())
        assert not any("p = 0" in text or "Kendall" in text for text in written)
