"""A programme's own words: any characteristic is recognised, and every wording is as asked."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rm_eval.look import how_sure, look_at
from rm_eval.questionnaire import (
    SUBJECTS,
    asked_about,
    complete,
    first_asked,
    questions_of,
    read_questionnaires,
)
from rm_eval.recognise.wordings.same_question import SURE_ENOUGH, match_wording
from rm_eval.recognise.wordings.slots import said_in
from tests.filled_in import answers_to
from tests.uploads import csv_file, forms_workbook

STAGES = ("enrolment", "training", "end_of_cohort")
FORMS = [(stage, role) for stage in STAGES for role in ("mentor", "mentee")]
WORDS = [{"characteristic": one.characteristic, "community": one.community} for one in SUBJECTS]
TYPED = [
    {"characteristic": "social mobility", "community": "working-class"},
    {"characteristic": "race and disability", "community": "BAME and disabled"},
    {"characteristic": "Deafness", "community": "Deaf (BSL)"},
    {"characteristic": "Gypsy, Roma and Traveller", "community": "Gypsy, Roma and Traveller"},
    {"characteristic": "menopause", "community": "menopausal", "mentoring": "reciprocal"},
    {"characteristic": "neurodiversity", "community": "neurodivergent", "sessions": "nine"},
    {"characteristic": "caring", "community": "carers’", "sessions": "18"},
]


def asked(stage, role, words):
    (form,) = (one for one in read_questionnaires(**words) if one.stage == stage)
    return form.for_role(role)


def export(questions, **own):
    return forms_workbook({one.wording: answers_to(one, 3) for one in questions}, **own)


@pytest.mark.parametrize(("stage", "role"), FORMS)
@pytest.mark.parametrize("words", WORDS + TYPED, ids=lambda one: one["characteristic"])
def test_a_form_about_any_characteristic_is_recognised_surely_and_keeps_its_words(
    stage, role, words
):
    form = asked(stage, role, words)

    look = look_at(export(form))

    assert (look.recognition.stage, look.recognition.role) == (stage, role)
    assert {how_sure(match) for match in look.recognition.matches} == {"sure"}
    assert look.doubts == ()
    assert look.recognition.missing == ()
    for question, match in zip(form, look.recognition.matches, strict=True):
        assert match.question.wording == question.wording
        # Of sites every organisation has its own.
        assert not question.options or match.question.options == question.options


@pytest.mark.parametrize(("stage", "role"), FORMS)
@pytest.mark.parametrize("words", [WORDS[1], *TYPED], ids=lambda one: one["characteristic"])
def test_nothing_of_such_a_form_has_to_be_cleaned(stage, role, words):
    look = look_at(export(asked(stage, role, words)))

    assert [entry.why for entry in look.cleaned.log] == []


def test_an_option_nobody_ticked_has_the_words_of_the_other_questions():
    form = asked("training", "mentee", {"characteristic": "disability", "community": "disabled"})
    needs = next(one for one in form if one.id == "trn_e_need")
    columns = {one.wording: answers_to(one, 3) for one in form}
    columns[needs.wording] = ["Nothing more needed;"] * 3

    look = look_at(forms_workbook(columns))

    question = next(m.question for m in look.recognition.matches if m.question.id == "trn_e_need")
    assert "Additional resources on disability and belonging in the NHS and wider" in [
        option.label for option in question.options
    ]


def test_themes_are_in_the_words_of_the_programme():
    form = asked("enrolment", "mentor", {"characteristic": "disability", "community": "disabled"})

    look = look_at(export(form))

    question = next(m.question for m in look.recognition.matches if m.question.id == "enr_gain")
    assert question.themes == next(one.themes for one in form if one.id == "enr_gain")
    assert "disability initiatives" in {word for t in question.themes for word in t.words}


def test_each_name_for_the_same_people_is_printed_as_it_was_asked():
    form = asked("enrolment", "mentee", {"community": "BME"})

    look = look_at(export(form))

    assert "BME related experiences" in look.recognition.matches[3].question.wording


def test_a_ranking_with_a_column_for_each_thing_has_no_thing_twice():
    words = {"characteristic": "disability", "community": "disabled"}
    ranking = next(q for q in asked("enrolment", "mentor", words) if q.type == "ranking")
    labels = [option.label for option in ranking.options]
    rows = [[f"{ranking.wording} [{label}]" for label in labels]]
    rows += [[str((at + start) % len(labels) + 1) for at in range(len(labels))] for start in (0, 3)]

    look = look_at(csv_file(rows))

    (match,) = look.recognition.matches
    assert [option.label for option in match.question.options] == labels


@pytest.mark.parametrize(
    "heading",
    [
        next(q.wording for q in first_asked() if q.id == "enr_m_conf_senior").replace(
            "BAME", "own"
        ),
        "I act on parking equality for patients even when it is not convenient.",
        "I am more confident to talk about this in the NHS.",
        "I speak up about pay equality with more confidence.",
    ],
)
def test_a_slot_that_names_nobody_is_asked_about(heading):
    match = match_wording(heading, first_asked())

    assert match is None or match.confidence < SURE_ENOUGH


def test_one_question_about_something_else_than_the_others_is_asked_about():
    form = asked("end_of_cohort", "mentee", {"characteristic": "disability"})
    odd = [
        replace(one, wording=one.wording.replace("disability", "climate"))
        if one.id == "end_challenges_convenience"
        else one
        for one in form
    ]

    look = look_at(export(odd))

    assert [doubt.heading for doubt in look.doubts] == [
        "I act on climate equality even when it is not convenient."
    ]
    assert look.doubts[0].wording == look.doubts[0].heading


def test_whom_a_programme_is_about_follows_from_what_it_is_about():
    assert complete({"characteristic": "disability"})["community"] == "disabled"
    assert complete({"community": "LGBTQ+"})["characteristic"] == "sexual orientation"
    assert complete({"community": "Deaf"})["characteristic"] == "Deaf"
    assert complete({"mentoring": "reciprocal"})["characteristic"] == "race"


def test_a_question_keeps_its_id_and_what_a_file_added_whatever_it_is_about():
    (ranking,) = [one for one in first_asked() if one.id == "enr_rank_benefits"]
    extra = replace(ranking.options[0], id="tea", label="Tea")
    added = replace(ranking, options=(*ranking.options, extra))

    other = asked_about(added, {"community": "disabled"})

    assert (other.id, other.mark, other.options[-1]) == (ranking.id, ranking.mark, extra)
    assert "Better retention of disabled employees" in [option.label for option in other.options]


def test_a_form_of_more_sessions_offers_them_all():
    (sessions,) = (
        q for q in asked("end_of_cohort", "mentor", {"sessions": "nine"}) if q.id == "end_sessions"
    )

    assert sessions.wording == "How many of the nine sessions took place?"
    assert [option.label for option in sessions.options][-2:] == ["9", "More than 9"]
    usual = next(
        q for q in questions_of("end_of_cohort", roles=["mentor"]) if q.id == "end_sessions"
    )
    assert [option.id for option in usual.options][-2:] == ["sessions_6", "more_than_six"]


@settings(max_examples=60, deadline=None)
@given(
    words=st.from_regex(r"[A-Za-z]{3,12}( [a-z]{3,12}){0,2}\+?", fullmatch=True),
    question=st.sampled_from([one for one in first_asked() if said_in(one.wording, one.id)]),
)
def test_whatever_stands_in_a_slot_is_found_by_the_words_around_it(words, question):
    for slot in ("characteristic", "community"):
        heading = asked_about(question, {slot: words}).wording
        if heading != question.wording:
            assert said_in(f"4. {heading} *", question.id)[slot] == words


def test_braces_in_a_heading_are_no_slots_of_ours():
    (form,) = (one for one in asked("training", "mentor", {}) if one.id == "trn_m_conf_senior")
    heading = form.wording.replace("BAME", "{community} {x}")

    look = look_at(forms_workbook({heading: [8, 5, 10]}))

    assert look.recognition.matches[0].question.id == form.first_id
