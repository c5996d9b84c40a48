"""Themes of people's own words, on the page: read with each answer, and corrected by a person."""

import pytest

from rm_eval import pipeline, theming
from tests.test_pages import button, kept_in_a_file, opened, store, words
from tests.test_pages_of_words import everything

__all__ = ["kept_in_a_file", "store"]  # fixtures

SCOPE = pipeline.SAMPLE_SCOPE
HOPE = "enr_contribute"


@pytest.fixture
def sample(store):
    pipeline.load_sample(store)
    return theming.themed_answers(store, SCOPE, HOPE)


def for_the_team():
    page = opened("enrolment")
    return page.radio[0].set_value("team").run()


def which(page):
    return next(box for box in page.selectbox if box.label == "Which answer?")


def choose(page, number):
    return which(page).set_value(number).run()


def test_the_team_reads_each_answer_with_its_themes(sample):
    page = for_the_team()

    assert f"1. {sample[0].written.text}" in [one.value for one in page.text]
    assert words(page).count("Themes: ") >= len(sample)
    assert "Correct the themes of an answer" in [one.label for one in page.expander]


def test_a_correction_is_kept_and_counted_at_once(sample, store):
    page = choose(for_the_team(), 1)
    boxes = [box for box in page.checkbox if box.key and box.key.startswith("theme_")]
    assert [box.value for box in boxes] == [theme in sample[0].spoken for theme in sample[0].themes]
    for box in boxes:
        box.uncheck()

    button(page, "Keep these themes").click().run()

    assert not page.exception
    assert theming.themed_answers(store, SCOPE, HOPE)[0].spoken == ()
    said = words(page)
    assert "Hopes to contribute: the themes of answer 1 are kept as you corrected them" in said
    assert "Themes: none of these (corrected by a person)" in said
    assert "A person has read answers to this question" in said


def test_going_back_finds_themes_by_words_again(sample, store):
    theming.say(store, sample[0], [])
    page = choose(for_the_team(), 1)

    button(page, "Go back to the themes we found by words").click().run()

    assert theming.themed_answers(store, SCOPE, HOPE)[0].spoken == sample[0].spoken
    assert "are those we found by words again" in words(page)


@pytest.mark.usefixtures("sample")
def test_whoever_corrects_a_closed_stage_is_told_what_stays():
    assert "They stay as they were told" in words(for_the_team())


@pytest.mark.parametrize("audience", ["internal", "public"])
def test_nobody_else_sees_answers_with_their_themes(sample, audience):
    page = opened("enrolment")
    page = page.radio[0].set_value(audience).run()

    assert "Correct the themes" not in str([one.label for one in page.expander])
    assert sample[0].written.text not in everything(page)
