"""The same answers in two questions, side by side: needs of both roles, hopes and gains."""

import pytest

from rm_eval.charts import PAGE, PHONE, Frame, draw_matched
from rm_eval.disclosure import protect
from rm_eval.questionnaire import Option, Question, Theme
from rm_eval.wording import Side
from tests.charts.places import boxes, touching
from tests.factories import A_DAY, measured, ticked, written

SLIDE = Frame(text=26, width=1804, height=650)
MENTORS = {"plan": "Support on helping mentees plan", "terms": "Terminology", "dates": "Dates"}
MENTEES = {"terms": "Terminology", "plan": "Support on a plan", "bounds": "Boundaries"}


def needs(labels, counts, n, role, audience):
    options = tuple(Option(id=key, label=label) for key, label in labels.items())
    question = Question(
        id=f"{role}_need", wording="What do you need?", type="multiple_choice",
        options=options, mark="ordinary", short=f"help {role}s need",
    )  # fmt: skip
    source = ticked(question, [min(count, n) for count in counts], n, role)
    return protect(measured(question, source), audience=audience, made_on=A_DAY)


def sides(audience="team", n=(11, 7)):
    mentors = needs(MENTORS, [5, 3, 6], n[0], "mentor", audience)
    mentees = needs(MENTEES, [3, 4, 5], n[1], "mentee", audience)
    return (
        Side(published=mentors, group="mentor", look="mentor", label="Mentors"),
        Side(published=mentees, group="mentee", look="mentee", label="Mentees"),
    )


def both_need(audience="team", n=(11, 7)):
    return draw_matched(*sides(audience, n), answers=["plan", "terms", "dates"], kind="needs")


def hopes(audience="team", *, hoped=("trust and time", "time", "tea"), n_gained=6):
    themes = tuple(
        Theme(id=one, label=one.capitalize(), roles=("mentor",), words=(one,))
        for one in ("trust", "time")
    )
    start = Question(id="hopes", wording="Hopes?", type="free_text", short="hopes", themes=themes)
    options = tuple(Option(id=one, label=one.capitalize()) for one in ("trust", "time", "other"))
    end = Question(id="gained", wording="Gained?", type="multiple_choice", options=options)
    at_start = measured(start, written(start, list(hoped)))
    at_end = measured(end, ticked(end, [n_gained - 1, 2, 1], n_gained))
    first, second = (protect(one, audience=audience, made_on=A_DAY) for one in (at_start, at_end))
    return draw_matched(
        Side(published=first, group="mentor", look="all", label="Hoped for at the start"),
        Side(published=second, group="mentor", look="mentor", label="Gained at the end"),
        answers=["trust", "time"],
        kind="hopes",
    )


@pytest.mark.parametrize("frame", [PAGE, PHONE, SLIDE], ids=["page", "phone", "slide"])
@pytest.mark.parametrize(
    "make",
    [
        both_need,
        lambda: both_need("internal"),
        lambda: both_need("public"),
        lambda: both_need("internal", n=(11, 4)),
        hopes,
        lambda: hopes("public"),
    ],
)
def test_no_words_touch_each_other(make, frame):
    assert touching(boxes(make().lay_out(frame))) == []


def test_only_answers_both_were_offered_are_drawn_in_the_order_of_the_form():
    table = both_need().table

    assert table["Answer"].tolist() == [
        "Support on helping mentees plan (mentors); Support on a plan (mentees)",
        "Terminology",
    ]
    assert table["Mentors (11 people)"].tolist() == ["5 of 11", "3 of 11"]
    assert table["Mentees (7 people)"].tolist() == ["4 of 7", "3 of 7"]


def test_what_both_need_is_said_in_counts_and_that_the_words_differ():
    chart = both_need()

    assert chart.headline.startswith("Five of 11 mentors and 4 of 7 mentees ticked")
    assert "The two forms put the first of these in slightly different words." in chart.notes


def test_a_role_that_is_hidden_stays_hidden_beside_the_other():
    chart = both_need("internal", n=(11, 4))

    assert set(chart.table.iloc[:, 2]) == {"hidden"}
    assert "mentees" not in chart.headline


def test_of_two_roles_that_are_hidden_the_picture_says_so_and_no_more():
    chart = both_need("internal", n=(4, 4))

    assert chart.headline == "Needs both have: the answers are hidden to protect people"
    assert not [text for text in chart.lay_out(PAGE).texts if " of 4" in text["text"]]


def test_two_questions_with_nothing_in_common_have_no_chart():
    first, second = sides()

    assert draw_matched(first, second, answers=["dates"], kind="needs") is None


def test_hopes_and_gains_are_two_questions_and_never_a_change():
    chart = hopes()

    assert (
        chart.headline
        == "Five of 6 mentors say they gained “Trust”; 1 of 3 mentors wrote of it at the start"
    )
    assert chart.table["Answer"].tolist() == ["Trust", "Time"]
    assert any("is not a change" in note for note in chart.notes)
    told = " ".join([chart.headline, chart.alt, *chart.notes]).lower()
    assert not any(word in told for word in ("rose", "more than before", "because", "impact"))


def test_hopes_and_gains_are_not_joined_as_a_change_would_be():
    def lines(chart):
        grey = "#BFBFBF"
        return [one for one in chart.lay_out(PAGE).shapes if one["line"]["color"] == grey]

    assert lines(both_need())
    assert not lines(hopes())


def test_colleagues_see_hopes_and_gains_as_they_see_each_alone():
    chart = hopes("internal", hoped=["trust"] * 3, n_gained=8)

    assert chart.table.iloc[:, 1].tolist() == ["hidden", "hidden"]
    assert "at the start" not in chart.headline
