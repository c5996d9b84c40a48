"""Which organisations were asked the same, which otherwise, and which not at all."""

from dataclasses import replace

from rm_eval import compare
from rm_eval.compare import (
    draw_set,
    evidence_of,
    questions_of_region,
    remarks_of,
    sets_of,
    together,
)
from rm_eval.wording import lines_of, seen_of
from tests.compare.regions import organisation, region
from tests.factories import chosen, scale_question, scored, tick_question, ticked, yes_no_question

USEFUL = yes_no_question(id="end_useful")
SURE = scale_question(id="end_m_conf_senior")


def said(yes, n, role="mentor", question=USEFUL):
    return question, [chosen(question, [yes, n - yes], role)]


def asked_of(*shares, **how):
    return questions_of_region(region(*shares, **how))


def names(those):
    return [one.organisation for one in those]


def test_organisations_stand_in_the_order_of_the_alphabet_and_never_by_result():
    found = region(
        organisation("willow", [said(3, 11)]),
        organisation("Ash", [said(5, 11)]),
        organisation("Elm", [said(9, 12)]),
    )
    assert found.names == ("Ash", "Elm", "willow")
    (asked,) = questions_of_region(found)
    assert names(asked.alike) == ["Ash", "Elm", "willow"]


def test_a_question_in_other_words_or_on_another_scale_stands_apart():
    other = replace(USEFUL, wording="Was reverse mentoring of use to you?")
    (asked,) = asked_of(
        organisation("Ash", [said(5, 11)]),
        organisation("Elm", [said(9, 12, question=other)]),
        organisation("Oak", [said(9, 12)]),
    )
    assert names(asked.alike) == ["Ash", "Oak"]
    assert [(one.organisation, one.told.question.wording) for one in asked.otherwise] == [
        ("Elm", other.wording)
    ]
    five = replace(SURE, scale=replace(SURE.scale, high=5))
    (asked,) = asked_of(
        organisation("Ash", [(SURE, [scored(SURE, [7] * 11)])]),
        organisation("Elm", [(five, [scored(five, [4] * 11)])]),
        organisation("Oak", [(SURE, [scored(SURE, [6] * 11)])]),
    )
    assert (names(asked.alike), names(asked.otherwise)) == (["Ash", "Oak"], ["Elm"])


def test_the_words_that_most_organisations_used_are_the_question():
    other = replace(USEFUL, wording="Was reverse mentoring of use to you?")
    (asked,) = asked_of(
        organisation("Ash", [said(5, 11)]),
        organisation("Elm", [said(9, 12, question=other)]),
        organisation("Oak", [said(9, 12, question=other)]),
    )
    assert asked.question.wording == other.wording
    assert names(asked.otherwise) == ["Ash"]


def test_who_was_not_asked_and_of_whom_too_few_answered_is_named():
    asked, _ = asked_of(
        organisation("Ash", [said(5, 11)]),
        organisation("Elm", [said(2, 4)]),
        organisation("Oak", [(SURE, [scored(SURE, [7] * 11)])]),
    )
    assert (names(asked.alike), asked.too_few, asked.not_asked) == (["Ash"], ("Elm",), ("Oak",))


def test_cohorts_of_an_organisation_are_added_up():
    (asked,) = asked_of(
        organisation("Ash", [said(5, 11)], [said(6, 12)]), organisation("Elm", [said(4, 10)])
    )
    (ash, _) = asked.alike
    assert ash.cohorts == ("Cohort 1", "Cohort 2")
    (line,) = lines_of(ash.published())
    assert seen_of(ash.published(), line)["Mentors"].text == "11 of 23"
    assert seen_of(together(asked.alike), line)["Mentors"].text == "15 of 33"


def test_a_cohort_asked_in_other_words_is_not_added_up():
    other = replace(USEFUL, wording="Was reverse mentoring of use to you?")
    (asked,) = asked_of(
        organisation("Ash", [said(5, 11)], [said(6, 12, question=other)]),
        organisation("Elm", [said(4, 10)]),
    )
    assert [(one.organisation, one.cohorts) for one in asked.alike] == [
        ("Ash", ("Cohort 1",)),
        ("Elm", ("Cohort 1",)),
    ]
    assert [(one.organisation, one.cohorts) for one in asked.otherwise] == [("Ash", ("Cohort 2",))]


def test_figures_allowed_for_the_public_alone_are_never_made_for_colleagues():
    (asked,) = asked_of(
        organisation("Ash", [said(5, 11)], audience="public"), organisation("Elm", [said(4, 10)])
    )
    assert [one.published().audience for one in asked.alike] == ["public", "internal"]
    assert together(asked.alike).audience == "public"


def test_one_organisation_alone_is_not_put_together():
    (asked,) = asked_of(organisation("Ash", [said(5, 11)]))
    assert together(asked.alike) is None


def test_whether_somebody_may_be_quoted_is_not_compared():
    quote = yes_no_question(id="end_quote_ok")
    assert asked_of(organisation("Ash", [said(5, 11, question=quote)])) == ()


def test_every_answer_to_tick_is_a_line_of_its_own():
    gained = tick_question("Confidence", "Contacts", id="end_m_gained")
    (asked,) = asked_of(
        organisation("Ash", [(gained, [ticked(gained, [4, 6], 11)])]),
        organisation("Elm", [(gained, [ticked(gained, [5, 7], 12)])]),
    )
    lines = lines_of(asked.alike[0].published())
    assert [line.words for line in lines] == ["ticked “Confidence”", "ticked “Contacts”"]
    assert seen_of(together(asked.alike), lines[1])["Mentors"].text == "13 of 23"


def test_an_organisation_that_closed_no_such_form_is_not_said_not_to_have_asked():
    waiting = replace(organisation("Oak", [said(6, 12)]), stages=())
    found = region(organisation("Ash", [said(5, 11)]), organisation("Elm", [said(4, 11)]), waiting)
    (asked,) = questions_of_region(found)
    assert (asked.not_asked, asked.no_figures) == ((), ("Oak",))
    assert remarks_of(asked) == ("No figures yet from Oak (end of cohort).",)


def test_the_map_and_several_questions_say_no_figures_yet_of_it():
    aim = scale_question(id="end_m_conf_senior", aims=(1,))
    shares = [
        organisation(name, [(aim, [scored(aim, [7] * 11)])]) for name in ("Ash", "Elm", "Oak")
    ]
    found = region(*shares[:2], replace(shares[2], stages=()))
    every = questions_of_region(found)
    (first, *_) = evidence_of(found, every)
    assert [one.gap for one in first.of] == ["", "", "no figures from the end yet"]
    assert set(draw_set(found, sets_of(every)[0]).table["Oak"]) == {"no figures yet"}


def test_of_some_organisations_no_other_is_named():
    every = asked_of(
        organisation("Ash", [said(5, 11)]),
        organisation("Elm", [(SURE, [scored(SURE, [7] * 11)])]),
        organisation("Oak"),
    )
    useful = next(one for one in every if names(one.alike) == ["Ash"])
    assert (useful.not_asked, useful.no_figures) == (("Elm",), ("Oak",))
    (alone, *_) = compare.asked_of([useful], ["Ash"])
    assert (names(alone.alike), alone.not_asked, alone.no_figures) == (["Ash"], (), ())
