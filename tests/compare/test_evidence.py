"""The evidence map: what each organisation found of each aim, in its own words."""

from dataclasses import replace

import pytest

from rm_eval.charts import PAGE, PHONE, Frame
from rm_eval.compare import draw_evidence, evidence_of, questions_of_region
from rm_eval.questionnaire import all_questions
from tests.compare.regions import organisation, region
from tests.factories import chosen, scored, yes_no_question

FORM = {one.id: one for one in all_questions()}
SHARE, LEAD = FORM["end_m_aims_share"], FORM["end_m_aims_leadership"]
OWN = replace(SHARE, wording="I could tell my story.")
SURE = FORM["end_m_conf_senior"]


def agreed(n_agreed, n, question=SHARE):
    """Three agreed strongly, the others of so many plainly, and the rest neither."""
    counts = [0] * len(question.options)
    counts[2:5] = n - n_agreed, n_agreed - 3, 3
    return question, [chosen(question, counts)]


@pytest.fixture
def aims():
    found = region(
        organisation("Oak", [agreed(6, 11), agreed(6, 11, LEAD)]),
        organisation("Ash", [agreed(7, 12, OWN), (SURE, [scored(SURE, [7] * 5 + [8] * 7)])]),
        organisation("Elm", [agreed(3, 4)]),
        organisation("Yew", [(yes_no_question(), [chosen(yes_no_question(), [6, 6])])]),
    )
    return evidence_of(found, questions_of_region(found))


def cells(aims, number):
    table = draw_evidence(aims).table
    of_aim = table[table["Aim"].str.startswith(f"{number}.")]
    return [tuple(row) for row in of_aim.drop(columns="Aim").itertuples(index=False)]


def test_each_organisation_has_its_own_wording_and_what_was_found(aims):
    assert cells(aims, 1) == [
        ("Ash", OWN.wording, "4 to 7 of 12 mentors agreed"),
        ("Ash", SURE.wording, "mentors average 7.6 (12 people)"),
        ("Elm", "too few to show", ""),
        ("Oak", SHARE.wording, "3 to 6 of 11 mentors agreed"),
        ("Yew", "not asked", ""),
    ]


def test_every_aim_is_there_also_one_nobody_asked_about(aims):
    assert [one.aim.number for one in aims] == [1, 2, 3, 4, 5, 6, 7]
    assert {found for _, found, _ in cells(aims, 6)} == {"not asked"}


def test_the_headline_counts_aims_that_several_asked_about(aims):
    assert draw_evidence(aims).headline == (
        "One of 7 aims was asked about by 2 or more of 4 organisations; aims 3, 4, 5, 6 and 7 by "
        "none"
    )


def test_a_region_that_asked_about_no_aim_has_no_map():
    useful = yes_no_question()
    found = region(organisation("Yew", [(useful, [chosen(useful, [6, 6])])]))
    assert draw_evidence(evidence_of(found, questions_of_region(found))) is None


def test_what_is_answered_at_the_start_is_no_evidence(aims):
    assert all(
        one.scope.when.endswith("end of cohort")
        for each in aims
        for of in each.of
        for one in of.published
    )


@pytest.mark.parametrize("frame", [PAGE, PHONE, Frame(text=26, width=1800, height=500)])
def test_the_map_is_laid_out_for_page_phone_and_picture(aims, frame):
    canvas = draw_evidence(aims).lay_out(frame)
    texts = " ".join(one["text"] for one in canvas.texts).replace("<br>", " ")
    assert "6 of 11" in texts
    assert "oo few to show" in texts


def test_on_a_page_each_cell_has_its_own_words(aims):
    texts = " ".join(one["text"] for one in draw_evidence(aims).lay_out(PAGE).texts).replace(
        "<br>", " "
    )
    assert "I could tell my story." in texts


def test_an_aim_of_which_too_few_answered_is_not_said_to_be_asked_about_by_none():
    found = region(
        organisation("Ash", [agreed(6, 11), agreed(3, 4, LEAD)]),
        organisation("Elm", [agreed(7, 12)]),
    )
    headline = draw_evidence(evidence_of(found, questions_of_region(found))).headline
    assert headline.endswith("; aims 3, 4, 5, 6 and 7 by none")


def test_of_one_organisation_the_headline_says_how_many_aims_have_figures():
    found = region(organisation("Ash", [agreed(6, 11)]))
    headline = draw_evidence(evidence_of(found, questions_of_region(found))).headline
    assert headline == "One of 7 aims has figures"
