"""The page Programme: five cards to read, and one's own to write in short steps."""

import pytest

from pages._ui import menu
from rm_eval import pipeline
from rm_eval.programme import Card, CohortRecord, Funnel, Pause, When
from rm_eval.sample import load_cards
from tests.test_pages import HOSTILE, add, button, kept_in_a_file, opened, plain, store, words

__all__ = ["kept_in_a_file", "store"]  # fixtures

EPUT = "Essex Partnership University NHS Foundation Trust (EPUT)"
HERTFORDSHIRE = "Hertfordshire Partnership NHS Foundation Trust"
NORTH_MIDLANDS = "University Hospitals of North Midlands NHS Trust (UHNM)"
SOUTH_EAST = "South East (sample)"
WALTON = "The Walton Centre NHS Foundation Trust (WCFT)"
OWN = "An invented trust"


def programme():
    return opened(menu.PROGRAMME.name)


def box(page, label):
    return next(one for one in (*page.text_input, *page.text_area) if one.label == label)


def number(page, label):
    return next(one for one in page.number_input if one.label == label)


def select(page, label):
    return next(one for one in page.selectbox if one.label == label)


def tables(page):
    return plain(" ".join(str(table.value.to_csv()) for table in page.table))


@pytest.fixture
def cards(store):
    load_cards(store)


def of(name):
    page = programme()
    return select(page, "Organisation").set_value(name).run()


# Reading ------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("cards")
@pytest.mark.parametrize(
    ("name", "sentences"),
    [
        (EPUT, ("the primary way was through feedback at the celebration event", "Cohort 2")),
        (
            HERTFORDSHIRE,
            ("a separate community of practice for mentees", "gRACES model and the GROW"),
        ),
        (NORTH_MIDLANDS, ("designed by UHNM, and delivered internally", "27 mentors")),
        (SOUTH_EAST, ("is evaluation", "Guidance on journaling", "Invented")),
        (WALTON, ("found it useful or not", "developed by Mersey Car.", "We read Mersey Care")),
    ],
)
def test_each_of_the_five_cards_reads_as_its_document_says(name, sentences):
    page = of(name)

    said = words(page)
    assert not page.exception
    for sentence in sentences:
        assert sentence in said


@pytest.mark.usefixtures("cards")
def test_what_was_not_answered_reads_not_stated_with_the_reason():
    said = words(of(NORTH_MIDLANDS))

    assert "How do you evaluate the reverse mentoring?** Not stated" in said
    assert "The question was asked and not answered." in said
    assert "The picture is lost" in said


@pytest.mark.usefixtures("cards")
def test_two_characteristics_on_one_line_are_unclear():
    page = of(EPUT)

    assert "Sex,Unclear" in tables(page)
    assert "Pregnancy and maternity,Not asked" in tables(page)
    said = "Sex and Sexual orientation: “f. sex sexual orientation – Yes (next cohort)”"
    assert said in words(page)


@pytest.mark.usefixtures("cards")
def test_the_five_stand_side_by_side_and_it_is_counted_who_says_how_they_evaluate():
    page = programme()

    assert "4 of 5 programmes say how they evaluate." in words(page)
    assert "same programme as Mersey Care" in words(page)
    for name in (EPUT, HERTFORDSHIRE, NORTH_MIDLANDS, SOUTH_EAST, WALTON):
        assert name in tables(page)


@pytest.mark.usefixtures("cards")
def test_a_programme_that_stopped_has_a_timeline_and_no_cohorts():
    page = of(WALTON)

    assert "Running since 2017; paused from 2020 on" in [plain(one.value) for one in page.header]
    assert "Cohorts" not in [one.value for one in page.header]


@pytest.mark.usefixtures("cards")
def test_numbers_of_people_are_exact_for_the_team_and_protected_for_others():
    page = of(SOUTH_EAST)
    who = next(one for one in page.radio if one.label == "Who will see this?")

    assert "8 mentors" not in words(page)
    assert "8 mentors" in words(who.set_value("team").run())


# Writing ------------------------------------------------------------------------------------------


def begun(page):
    box(page, "Organisation").set_value(OWN)
    return button(page, "Start the card").click().run()


def test_a_card_is_begun_before_anybody_has_answered_anything(store):
    page = begun(programme())

    assert pipeline.programme_card(store, OWN) == Card(organisation=OWN)
    assert "the card was started" in words(page)
    assert "Not stated" in words(page)


def test_a_card_of_nobody_is_refused():
    page = button(programme(), "Start the card").click().run()

    assert "Say whose programme this is" in page.error[0].value


@pytest.mark.usefixtures("cards")
def test_the_first_card_of_ones_own_clears_the_sample_and_the_page_says_so_before(store):
    page = programme()
    assert "the sample is cleared" in words(page)

    begun(page)

    assert [card.organisation for card in pipeline.programme_cards(store)] == [OWN]


@pytest.mark.usefixtures("cards")
def test_a_card_of_the_sample_cannot_be_changed():
    assert "Save these answers" not in [one.label for one in programme().button]


def test_answers_are_saved_and_shown(store):
    page = begun(programme())

    box(page, "What job levels are paired on the programme?").set_value("Board with Band 5")
    box(page, "Running since").set_value("October 2020")
    page = button(page, "Save these answers").click().run()

    card = pipeline.programme_card(store, OWN)
    assert (card.levels, card.since) == ("Board with Band 5", When(2020, 10))
    assert "Running since October 2020" in words(page)


def test_what_is_no_date_is_refused_and_nothing_is_changed(store):
    page = begun(programme())

    box(page, "Running since").set_value("soon")
    page = button(page, "Save these answers").click().run()

    assert "“soon” is not a date" in plain(page.error[0].value)
    assert pipeline.programme_card(store, OWN).since is None


def step(page, name):
    return (
        next(one for one in page.radio if one.label == "What do you want to change?")
        .set_value(name)
        .run()
    )


def test_a_characteristic_is_chosen_with_words_of_ones_own(store):
    page = step(begun(programme()), "Protected characteristics")

    select(page, "Disability").set_value("next_cohort")
    box(page, "Disability: in your words").set_value("from spring")
    page = button(page, "Save the characteristics").click().run()

    assert pipeline.programme_card(store, OWN).of("disability").state == "next_cohort"
    assert "Disability,Yes (next cohort)" in tables(page)
    assert "Disability: “from spring”" in words(page)


def of_cohort(page, part):
    return (
        next(one for one in page.radio if one.label == "What of this cohort?").set_value(part).run()
    )


def saved(page):
    return button(page, "Save this cohort").click().run()


def test_a_cohort_is_described_in_short_steps_each_saved_by_itself(store):
    page = of_cohort(step(begun(programme()), "A cohort"), "When it ran")
    for label, typed in {
        "From": "March 2021",
        "To": "December 2021",
        "Pause 1: from": "June 2021",
        "Pause 1: until": "August 2021",
        "Event 1: when": "12/2021",
        "Event 1: what": "Celebration event",
    }.items():
        box(page, label).set_value(typed)
    select(page, "How far is it?").set_value("finished")
    page = of_cohort(saved(page), "How far people came")
    number(page, "Mentors: interested").set_value(27)
    page = of_cohort(saved(page), "Sessions and training")
    number(page, "Sessions planned for each pair").set_value(6)
    page = of_cohort(saved(page), "For whom")
    select(page, "Main protected characteristic").set_value("disability")
    page = saved(page)

    record = pipeline.cohort_record(store, OWN, "Cohort 1")
    assert not page.exception
    assert (record.start, record.end, record.sessions) == (When(2021, 3), When(2021, 12), 6)
    assert record.pauses == (Pause(since=When(2021, 6), until=When(2021, 8)),)
    assert record.mentors == Funnel(interested=27)
    assert record.characteristic == "disability"
    assert [one.what for one in record.events] == ["Celebration event"]
    assert "1 cohort, finished" in words(page)
    assert "27 mentors" in words(page)


def test_half_an_event_is_not_dropped_silently(store):
    page = of_cohort(step(begun(programme()), "A cohort"), "When it ran")

    box(page, "Event 1: what").set_value("Celebration event")
    page = button(page, "Save this cohort").click().run()

    assert "An event needs both" in plain(page.error[0].value)
    assert pipeline.cohort_records_of(store) == ()


def test_a_cohort_and_a_card_are_deleted_once_somebody_is_sure(store):
    pipeline.keep_card(store, Card(organisation=OWN))
    pipeline.keep_cohort_record(store, CohortRecord(organisation=OWN, cohort="Cohort 1"))
    page = step(programme(), "A cohort")

    page.checkbox[0].check().run()
    button(page, "Delete it").click().run()

    assert pipeline.cohort_records_of(store) == ()

    page = step(programme(), "Where the words are from")
    page.checkbox[0].check().run()
    button(page, "Delete the card").click().run()

    assert pipeline.programme_cards(store) == ()


def test_the_programme_comes_with_the_pictures_of_a_report_where_it_is_described(store):
    add(store)
    assert not any("its card, its dates" in one.label for one in opened("reports").checkbox)

    pipeline.keep_card(store, Card(organisation="North Trust"))

    assert any("its card, its dates" in one.label for one in opened("reports").checkbox)


@pytest.mark.parametrize("hostile", HOSTILE)
def test_words_of_a_card_are_shown_as_typed(store, hostile):
    pipeline.keep_card(store, Card(organisation=OWN, description=hostile, levels=hostile))

    page = programme()

    assert not page.exception
    assert plain(hostile) in words(page)
