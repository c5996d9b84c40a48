"""The five cards of the sample read as the five documents say."""

import re
from functools import cache

import pytest

from rm_eval.programme import NOT_STATED, QUESTIONS, Funnel, Pause, When, read_programme
from tests.conftest import ROOT
from tests.programme.documents import FROM_WHERE, ORDER, SAID, SEEDS, STATES_SAID

CARDS = ROOT / "sample_data" / "cards"
EVERY_FIELD = [(name, asked) for name in SEEDS for asked in QUESTIONS]
# Whoever answered, signed or wrote a document is nobody's concern here.
SIGNED = re.compile(r"\b(?:Mr|Mrs|Ms|Dr)\b|@|\bTel\b|Yours", re.IGNORECASE)


@cache
def programme(name):
    return read_programme(CARDS / f"{name}.toml", sample=True)


def cohort(name, number=1):
    return programme(name).cohorts[number - 1]


def test_there_is_a_card_of_each_document_and_no_other():
    assert {path.stem for path in CARDS.glob("*.toml")} == set(SEEDS)


@pytest.mark.parametrize(("name", "asked"), EVERY_FIELD)
def test_every_answer_begins_and_ends_as_in_the_document_and_none_is_made_up(name, asked):
    said = programme(name).card.said(asked)
    start, end = SAID[name].get(asked, (NOT_STATED, NOT_STATED))

    assert said.startswith(start)
    assert said.endswith(end)


@pytest.mark.parametrize("name", SEEDS)
def test_every_characteristic_stands_as_in_the_document(name):
    card = programme(name).card

    assert tuple(card.of(one).state for one in ORDER) == STATES_SAID[name]


@pytest.mark.parametrize("name", SEEDS)
def test_each_card_says_which_document_it_is_from_and_of_when(name):
    assert programme(name).card.from_where == FROM_WHERE[name]


@pytest.mark.parametrize("name", SEEDS)
def test_no_card_carries_the_name_of_a_person(name):
    assert not SIGNED.search((CARDS / f"{name}.toml").read_text("utf-8"))


def plain(text):
    """A document's words without its marks and line breaks."""
    return " ".join(re.sub(r"\]\(#\)|[\[\\]|^- ", "", text, flags=re.MULTILINE).split())


def quoted(name):
    """Everything on a card that is said to be the organisation's own words."""
    card = programme(name).card
    answers = [str(getattr(card, asked)) for asked in QUESTIONS]
    included = [card.of(one).words for one in ORDER]
    own = [*answers, card.outline, card.licence, *included]
    paragraphs = {" ".join(part.split()) for text in own for part in text.split("\n\n")}
    return sorted(paragraphs - {""})


@pytest.mark.parametrize("name", SEEDS)
def test_every_word_in_an_organisations_own_words_stands_in_its_document(shared, name):
    document = plain((shared / "seeds" / SEEDS[name]).read_text("utf-8"))
    for paragraph in quoted(name):
        for part in re.split(r"(?<=above\.) (?=For)|… ", paragraph):
            assert part.strip() in document


# What is lost, unclear, or said in so many words -------------------------------------------------


def test_the_line_that_was_run_together_is_unclear_and_shown_as_it_stands():
    card = programme("eput").card

    for one in ("sex", "sexual_orientation"):
        assert card.of(one).words == "f. sex sexual orientation – Yes (next cohort)"
    assert "run the last two lines together" in card.notes["included"]


def test_the_lost_picture_of_an_outline_is_said_to_be_lost():
    card = programme("north_midlands").card

    assert card.outline == ""
    assert "The picture is lost" in card.notes["outline"]
    assert card.said("length") == NOT_STATED


def test_a_question_left_unanswered_is_told_from_one_that_was_not_asked():
    card = programme("north_midlands").card

    assert card.said("evaluation") == NOT_STATED
    assert card.notes["evaluation"] == "The question was asked and not answered."


def test_a_misspelt_name_stays_and_what_we_read_it_as_is_ours():
    card = programme("walton_centre").card

    assert card.design == "The programme was developed by Mersey Car."
    assert card.same_as.startswith("Mersey Care")
    assert "We read Mersey Care" in card.notes["same_as"]


def test_the_word_missing_in_an_answer_is_not_mended():
    assert programme("walton_centre").card.levels.startswith("All levels with are paired")


def test_four_of_five_say_how_they_evaluate():
    said = [programme(name).card.evaluation for name in SEEDS]

    assert sum(map(bool, said)) == 4


def test_the_open_government_licence_stands_on_the_card_that_names_it():
    assert programme("north_midlands").card.licence.endswith("Open Government Licence v3")


# Cohorts and time ---------------------------------------------------------------------------------


def test_the_cohort_put_off_from_march_starts_in_october_with_a_virtual_workshop():
    second = cohort("eput", 2)

    assert second.status == "postponed"
    assert second.start == When(2020, 10)
    (pause,) = second.pauses
    assert (pause.since, pause.until) == (When(2020, 3), When(2020, 10))
    assert [event.what for event in second.events] == ["Virtual workshop, to start with"]


def test_a_cohort_may_be_for_several_characteristics_and_have_no_main_one():
    second = cohort("eput", 2)

    assert second.characteristic == ""
    assert second.others == ("disability", "religion_or_belief")


def test_monthly_meetings_for_six_months_are_six_sessions():
    assert cohort("eput").sessions == 6
    assert "monthly meetings" in cohort("eput").notes


def test_two_cohorts_of_one_programme_may_have_the_same_characteristic():
    first, second = programme("hertfordshire_partnership").cohorts

    assert (first.characteristic, second.characteristic) == ("race", "race")
    assert (first.sessions, second.sessions) == (6, 6)


def test_a_pause_is_as_long_as_the_document_says_and_no_longer():
    card = programme("hertfordshire_partnership").card

    assert card.pauses == (Pause(since=When(2020), until=When(2020, 9), why="COVID-19"),)
    assert "does not say when the pause began" in card.notes["pauses"]
    assert card.since == When(2020, 2)


def test_a_programme_that_stopped_has_a_pause_without_an_end():
    (pause,) = programme("walton_centre").card.pauses

    assert pause.until is None
    assert programme("walton_centre").cohorts == ()


def test_twenty_seven_were_interested_and_nothing_more_is_known():
    first = cohort("north_midlands")

    assert first.mentors == Funnel(interested=27)
    assert first.mentees.is_empty
    assert first.status == "planned"


def test_training_was_moved_from_a_room_to_teams():
    first = cohort("north_midlands")

    assert first.training_mode == "virtual"
    assert [event.when for event in first.events] == [When(2020, 3), When(2020, 7)]


def test_cohort_one_was_launched_in_october_2020():
    assert cohort("south_east").start == When(2020, 10)
    assert [str(event.when) for event in programme("south_east").card.events] == [
        "2020-06",
        "2020-11",
    ]


def test_what_is_invented_says_so():
    assert cohort("south_east", 2).notes.startswith("Invented")
