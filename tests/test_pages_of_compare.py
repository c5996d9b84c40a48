"""The page "Compare", run as Streamlit runs it: the sample and the invented trusts beside it."""

import pytest
from streamlit.testing.v1 import AppTest

from pages._ui import show
from rm_eval import pipeline
from rm_eval.pipeline import AUDIENCES, Store
from tests.test_pages import ENTRY, ROOT


@pytest.fixture(autouse=True)
def kept_in_a_file(tmp_path, monkeypatch):
    monkeypatch.setenv("RM_EVAL_MODE", "local")
    monkeypatch.setenv("RM_EVAL_DATABASE_URL", f"sqlite:///{tmp_path / 'answers.sqlite3'}")


@pytest.fixture
def store():
    store = Store(pipeline.place_of_answers().url)
    yield store
    store.close()


def opened() -> AppTest:
    page = AppTest.from_file(str(ENTRY), default_timeout=60).run()
    return page.switch_page(str(ROOT / "pages" / "compare.py")).run()


def words(page: AppTest) -> str:
    kinds = (page.header, page.subheader, page.markdown, page.info)
    said = " ".join(str(one.value) for kind in kinds for one in kind)
    return said.replace("\\", "").replace(show.WORD_JOINER, "")


def box(page: AppTest, label: str):
    return next(one for one in page.selectbox if one.label == label)


def test_it_opens_on_the_evidence_map_of_the_sample_and_its_trusts(store):
    pipeline.load_sample(store)

    page = opened()

    assert not page.exception
    assert page.header[0].value.startswith("Every one of 7 aims was asked about by 2 or more of 6")
    assert "Compared here, in the order of the alphabet: Amberfell" in words(page)
    assert "Usefulness of reverse mentoring: " in words(page)


def test_nobody_is_offered_the_view_of_the_team(store):
    pipeline.load_sample(store)

    (who,) = (one for one in opened().radio if one.label == "Who will see this?")

    assert who.options == [AUDIENCES["internal"], AUDIENCES["public"]]


def test_a_question_is_shown_over_those_who_asked_it_and_names_those_who_did_not(store):
    pipeline.load_sample(store)
    page = opened()
    which = box(page, "Which question?")
    (key,) = (one for one in which.options if "reverse mentoring useful" in one.lower())

    which.select(key).run()

    assert not page.exception
    assert "said yes in" in words(page)


def test_every_set_of_questions_can_be_shown(store):
    pipeline.load_sample(store)
    page = opened()
    sets = box(page, "Which questions?")

    sets.select(sets.options[-1]).run()

    assert not page.exception
    assert "answers over" in words(page)


def test_with_nothing_closed_it_says_what_to_do():
    assert "Nothing can be compared yet" in words(opened())
