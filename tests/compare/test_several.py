"""Several questions over organisations at once: small pictures with one axis."""

from dataclasses import replace

import pytest

from rm_eval.charts import PAGE, PHONE, Frame
from rm_eval.compare import draw_set, every_chart, questions_of_region, sets_of
from rm_eval.questionnaire import all_questions
from tests.compare.regions import organisation, region
from tests.factories import chosen, scored, ticked

FORM = {one.id: one for one in all_questions()}
SHARE, LEAD = FORM["end_m_aims_share"], FORM["end_m_aims_leadership"]
GAINED, SURE = FORM["end_m_gained"], FORM["end_m_conf_senior"]
OWN = replace(LEAD, wording="I lead better now.")


def agreed(n_agreed, n, question):
    counts = [0] * len(question.options)
    counts[2], counts[3] = n - n_agreed, n_agreed
    return question, [chosen(question, counts)]


def gained(n):
    return GAINED, [ticked(GAINED, [n // 2] * len(GAINED.options), n)]


@pytest.fixture
def found():
    return region(
        organisation("Ash", [agreed(6, 11, SHARE), agreed(5, 11, LEAD), gained(11)]),
        organisation("Elm", [agreed(8, 12, SHARE), agreed(6, 12, OWN), gained(12)]),
        organisation("Oak", [agreed(7, 14, SHARE), agreed(9, 14, LEAD)]),
        organisation("Yew", [agreed(3, 4, SHARE), (SURE, [scored(SURE, [7] * 11)])]),
    )


def sets(found):
    return {one.id: one for one in sets_of(questions_of_region(found))}


def test_statements_of_one_subject_stand_together_and_answers_to_tick_do(found):
    assert list(sets(found)) == [
        "the-aims-of-the-programme",
        "what-mentors-gained-end-of-cohort",
    ]


def test_a_row_is_a_question_and_role_and_a_column_an_organisation(found):
    table = draw_set(found, sets(found)["the-aims-of-the-programme"]).table
    assert list(table.columns) == ["Question", "Who", "Ash", "Elm", "Oak", "Yew"]
    assert list(table["Question"]) == [SHARE.wording, LEAD.wording]


def test_why_nothing_is_shown_is_said_in_the_cell(found):
    table = draw_set(found, sets(found)["the-aims-of-the-programme"]).table
    assert table["Yew"].to_list() == ["too few to show", "not asked"]
    assert table["Elm"].to_list()[1] == "asked in other words"


def test_every_answer_to_tick_is_a_row(found):
    chart = draw_set(found, sets(found)["what-mentors-gained-end-of-cohort"])
    assert len(chart.table) >= 6
    assert "answers over 2 organisations" in chart.headline


@pytest.mark.parametrize("frame", [PAGE, PHONE, Frame(text=26, width=1800, height=600)])
def test_it_is_laid_out_for_page_phone_and_picture(found, frame):
    canvas = draw_set(found, sets(found)["the-aims-of-the-programme"]).lay_out(frame)
    texts = " ".join(one["text"] for one in canvas.texts).replace("<br>", " ")
    assert "oo few to show" in texts
    assert canvas.height > 0


def test_every_picture_of_a_region_has_an_id_of_its_own(found):
    ids = [chart.id for chart in every_chart(found)]
    assert ids[0] == "evidence"
    assert len(ids) == len(set(ids))


def test_one_organisation_alone_has_no_set():
    alone = region(organisation("Ash", [agreed(6, 11, SHARE), agreed(5, 11, LEAD)]))
    assert sets_of(questions_of_region(alone)) == ()


def test_many_organisations_are_cut_into_pages_in_the_order_of_the_alphabet():
    names = [f"Trust {letter}" for letter in "ABCDEFGHIJ"]
    answers = [agreed(6, 11, SHARE), agreed(5, 11, LEAD)]
    many = region(*(organisation(name, answers) for name in names))
    assert [page.names for page in many.in_pages()] == [tuple(names[:8]), tuple(names[8:])]
    ids = [chart.id for chart in every_chart(many)]
    assert ids[:4] == [
        "evidence-page-1",
        "several-the-aims-of-the-programme-page-1",
        "evidence-page-2",
        "several-the-aims-of-the-programme-page-2",
    ]
    assert len(ids) == len(set(ids))


def test_long_questions_that_begin_alike_go_by_their_subject():
    senior, junior = FORM["end_e_conf_senior"], FORM["end_e_conf_junior"]
    answers = [(one, [scored(one, [7] * 11, "mentee")]) for one in (senior, junior)]
    found = region(organisation("Ash", answers), organisation("Elm", answers))
    table = draw_set(found, sets(found)["average-scores-1-to-10-end-of-cohort"]).table
    assert table["Question"].nunique() == 2


def test_where_lower_is_better_the_row_says_so():
    burden = FORM["end_burden"]
    answers = [(burden, [scored(burden, [4] * 11)])]
    found = region(organisation("Ash", answers), organisation("Elm", answers))
    table = draw_set(found, sets(found)["average-scores-1-to-10-end-of-cohort"]).table
    assert table["Question"].item().endswith("(lower is better)")


def test_where_nothing_of_a_set_may_be_shown_there_is_no_picture_and_the_others_are_drawn():
    harm = replace(SHARE, mark="harm")
    both = (agreed(6, 11, harm), (SURE, [scored(SURE, [7] * 11)]))
    trusts = [organisation(name, list(both)) for name in ("Ash", "Elm")]
    found = region(*trusts, audience="public")
    assert "the-aims-of-the-programme" not in sets(found)
    assert any(chart.id.startswith("several-average") for chart in every_chart(found))
