"""How far organisations are, in words: counts, never a rate, and nobody's answer."""

from datetime import date

import pytest

from rm_eval.programme import Card
from rm_eval.wording.missing import missing_table
from rm_eval.wording.reached import (
    CohortReached,
    HowMany,
    OrganisationReached,
    StageReached,
    alt_of_reached,
    headline_of_reached,
    notes_of_reached,
    subtitle_of_reached,
    table_of_reached,
)
from rm_eval.wording.same_programme import same_programme
from tests.factories import A_DAY

DESCRIBED = Card(organisation="Alder", evaluation="A form at the end.")
EVERY_STAGE = ("enrolment", "training", "end_of_cohort")


def mentors(people, sent=None):
    return HowMany(role="mentor", group="mentors", people=people, sent=sent)


def cohort(name="Cohort 1", *stages, status="finished", answered=None):
    stage = StageReached(closed_on=A_DAY, answered=(answered or mentors(11, 15),))
    return CohortReached(name=name, status=status, stages=dict.fromkeys(stages, stage))


def organisation(name="Alder", *cohorts, card=DESCRIBED, **more):
    return OrganisationReached(name=name, cohorts=cohorts, made_on=A_DAY, card=card, **more)


@pytest.mark.parametrize(
    ("how_many", "words", "share"),
    [
        (mentors(7, 15), "7 of 15 mentors", 7 / 15),
        (mentors(7), "7 mentors", None),
        (mentors(None, 15), "too few mentors", None),
    ],
)
def test_who_answered_is_told_of_those_who_were_sent_the_form(how_many, words, share):
    assert (how_many.words, how_many.share) == (words, share)


def test_the_headline_counts_cohorts_that_have_figures_from_their_end():
    done, begun = cohort("Cohort 1", *EVERY_STAGE), cohort("Cohort 2", "enrolment")

    assert headline_of_reached(
        [organisation("Alder", done, begun), organisation("Birch", done)]
    ) == ("Two of 3 cohorts have figures from the end of the cohort")
    assert headline_of_reached([organisation("Alder", done, done)]) == (
        "Both cohorts have figures from the end of the cohort"
    )
    assert headline_of_reached([organisation("Alder", done, done, done)]) == (
        "All 3 cohorts have figures from the end of the cohort"
    )
    assert headline_of_reached([organisation("Alder", begun)]) == (
        "No cohort has figures from the end of the cohort"
    )
    assert headline_of_reached([organisation("Alder", begun, begun)]) == (
        "None of 2 cohorts has figures from the end of the cohort"
    )
    assert headline_of_reached([organisation()]) == "No cohort is known yet"


def test_the_table_has_a_row_a_cohort_and_one_for_an_organisation_without():
    table = table_of_reached(
        [organisation("Alder", cohort("Cohort 1", "training")), organisation("Birch")]
    )

    assert table.to_numpy().tolist() == [
        ["Alder", "Cohort 1", "no figures", "11 of 15 mentors", "no figures", "no figures"],
        ["Birch", "No cohort is known", *["no figures"] * 4],
    ]


def test_organisations_are_named_in_the_text_for_those_who_do_not_see_it():
    every = [organisation("Alder", cohort("Cohort 1", *EVERY_STAGE)), organisation("Birch")]

    alt = alt_of_reached(every)

    assert "Organisations: Alder and Birch." in alt
    assert "End of cohort 1 and Before and after 0" in alt
    assert "2 organisations, in alphabetical order. 21 November 2026." in subtitle_of_reached(
        every, A_DAY
    )


def test_the_notes_name_every_share_file_with_its_date():
    every = [
        organisation("Alder", cohort(), is_here=True),
        OrganisationReached(name="Birch", cohorts=(), made_on=date(2026, 3, 1), sample=True),
    ]

    notes = notes_of_reached(every)

    assert notes[-1] == "Source: closed stages of Alder; share files of Birch (1 March 2026)."
    assert "Sample data: organisations and people are invented." in notes
    assert not any("Too few" in note for note in notes)
    hidden = organisation("Alder", cohort("Cohort 1", "training", answered=mentors(None)))
    assert any("Too few" in note for note in notes_of_reached([hidden]))


def missing(*every):
    return missing_table(every).to_numpy().tolist()


def test_a_cohort_that_is_over_lacks_every_stage_without_figures():
    assert missing(organisation("Alder", cohort("Cohort 1", "enrolment"))) == [
        [
            "Alder",
            "Cohort 1: figures of training and end of cohort.",
            "Ask for a new share file once the stage is closed, or whether nobody was asked.",
        ]
    ]


def test_where_the_answers_are_kept_here_the_next_step_is_ones_own():
    rows = missing(organisation("Alder", cohort("Cohort 1", *EVERY_STAGE[1:]), is_here=True))

    assert [row[1:] for row in rows] == [
        ["Cohort 1: figures of enrolment.", "Add the file of that form and close the stage."]
    ]


@pytest.mark.parametrize(
    ("status", "stages", "lacks"),
    [
        ("running", ("training",), ["Cohort 1: figures of enrolment."]),
        ("running", ("enrolment",), []),
        ("paused", (), ["Cohort 1: figures of enrolment."]),
        ("planned", (), []),
        ("", EVERY_STAGE, []),
    ],
)
def test_what_is_still_to_come_is_not_missing(status, stages, lacks):
    rows = missing(organisation("Alder", cohort("Cohort 1", *stages, status=status)))

    assert [row[1] for row in rows] == lacks


def test_numbers_and_words_that_nobody_said_are_asked_for():
    unsaid = cohort("Cohort 1", *EVERY_STAGE[:2], answered=mentors(11), status="running")

    every = [
        organisation("Alder", unsaid, card=Card(organisation="Alder")),
        organisation("Birch", card=None),
    ]

    assert [row[:2] for row in missing(*every)] == [
        ["Alder", "Cohort 1: how many were sent the form of enrolment and training."],
        ["Alder", "How it evaluates its programme."],
        ["Birch", "Figures: no stage is closed."],
        ["Birch", "What its programme is."],
    ]


def test_nobody_is_asked_how_many_were_sent_a_form_that_too_few_answered():
    few = cohort("Cohort 1", *EVERY_STAGE, answered=mentors(None))

    assert missing(organisation("Alder", few)) == []


def test_organisations_with_one_programme_are_named_together():
    cards = [
        Card(organisation="Cedar", same_as="birch "),
        Card(organisation="Birch"),
        Card(organisation="Alder", same_as="Birch"),
        Card(organisation="Dogwood", same_as="Elm"),
    ]

    assert same_programme(cards) == (
        "Alder, Birch and Cedar run the same programme.",
        "Dogwood: same programme as Elm.",
    )
    assert same_programme(cards[1:2]) == ()
    two = [Card(organisation="Alder", same_as="Elm"), Card(organisation="Birch", same_as="Elm")]
    assert same_programme(two) == ("Alder and Birch run the same programme as Elm.",)


def test_cohorts_that_lack_the_same_are_named_in_one_line():
    every = [cohort(name, "end_of_cohort") for name in ("Cohort 1", "Cohort 2", "Cohort 3")]

    assert [row[1] for row in missing(organisation("Alder", *every))] == [
        "Cohort 1, Cohort 2 and Cohort 3: figures of enrolment and training."
    ]
