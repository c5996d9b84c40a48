"""One question over organisations, drawn: a row each, all of them last, and nothing ranked."""

import re
from dataclasses import replace

import pytest

from rm_eval.charts import PAGE, PHONE, Frame
from rm_eval.compare import choices_of, draw_alike, draw_otherwise, questions_of_region
from tests.compare.regions import organisation, region
from tests.factories import chosen, scale_question, scored, yes_no_question

USEFUL = yes_no_question(id="end_useful", short="usefulness of reverse mentoring")
SURE = scale_question(id="end_m_conf_senior")
OTHER = replace(USEFUL, wording="Was reverse mentoring of use to you?")
RANKING_WORDS = re.compile(
    r"\b(best|worst|rank\w*|league|highest|lowest|top|winner)\b", re.IGNORECASE
)
CLAIMS = re.compile(r"\b(proves?|impact|significant\w*|because|caused?)\b", re.IGNORECASE)


def said(yes, n, role="mentor", question=USEFUL):
    return question, [chosen(question, [yes, n - yes], role)]


def both(mentors, mentees, question=USEFUL):
    sources = [
        chosen(question, [yes, n - yes], role)
        for role, (yes, n) in zip(("mentor", "mentee"), (mentors, mentees), strict=True)
    ]
    return question, sources


@pytest.fixture
def five():
    return region(
        organisation("Oak", [both((8, 12), (3, 4))]),
        organisation("Ash", [both((5, 11), (6, 12))]),
        organisation("Elm", [both((9, 14), (5, 11))], [both((6, 12), (4, 10))]),
        organisation("Yew", [said(5, 12, question=OTHER)]),
        organisation("Fir", [(SURE, [scored(SURE, [7] * 11)])]),
    )


def drawn(found):
    asked = questions_of_region(found)[0]
    return draw_alike(found, asked, choices_of(asked)[0])


def told(chart, column):
    return dict(zip(chart.table["Organisation"], chart.table[column], strict=True))


def test_a_row_an_organisation_in_the_order_of_the_alphabet_and_all_of_them_last(five):
    assert told(drawn(five), "Mentors: said yes") == {
        "Ash": "5 of 11",
        "Elm": "15 of 26",
        "Oak": "8 of 12",
        "All of these together": "28 of 49",
    }


def test_a_group_too_small_to_show_is_named_on_its_row(five):
    assert told(drawn(five), "Mentees: said yes")["Oak"] == "too few to show"


def test_who_is_not_in_the_picture_is_said_under_it(five):
    notes = drawn(five).notes
    assert "Not asked in Fir." in notes
    assert "Asked in other words in Yew: those answers stand apart." in notes


def test_a_range_is_wilsons(five):
    # R: binom::binom.confint(5, 11, methods = "wilson") gives 0.2127 to 0.7199.
    assert told(drawn(five), "Mentors: similar people (95% range)")["Ash"] == "21 to 72 of 100"


def test_the_headline_says_counts_and_whether_ranges_overlap(five):
    assert drawn(five).headline.startswith("Usefulness of reverse mentoring: 28 of 49 mentors and ")
    assert drawn(five).headline.endswith("said yes in 3 organisations. All ranges overlap")


def test_ranges_that_do_not_overlap_are_said_not_to():
    found = region(organisation("Ash", [said(3, 30)]), organisation("Elm", [said(27, 30)]))
    assert drawn(found).headline.endswith("Not all ranges overlap")


def test_another_wording_has_a_chart_of_its_own_with_its_own_words(five):
    asked = questions_of_region(five)[0]
    (chart,) = draw_otherwise(five, asked)
    assert OTHER.wording in chart.subtitle
    assert told(chart, "Mentors: said yes") == {"Yew": "5 of 12"}


def test_nothing_is_ranked_and_nothing_claimed(five):
    chart = drawn(five)
    words = " ".join((chart.headline, chart.subtitle, chart.alt, *chart.notes))
    assert not RANKING_WORDS.search(words)
    assert not CLAIMS.search(words)


SCORES = {
    "Ash": [7, 8, 6, 5, 9, 7, 8, 6, 5, 9, 7],
    "Elm": [5, 6, 4, 5, 6, 7, 5, 6, 4, 5, 6],
    "Fir": [6, 8, 7, 7, 5, 9, 6, 8, 7, 6, 7, 8],
    "Oak": [8, 9, 7, 6, 8, 9, 7, 8, 6, 9],
    "Yew": [6, 6, 7, 5, 8, 7, 6, 9, 4, 7, 6, 8, 7],
}


def scores_of(*names):
    return region(*(organisation(one, [(SURE, [scored(SURE, SCORES[one])])]) for one in names))


def test_of_two_there_is_an_average_and_no_range_over_both():
    chart = drawn(scores_of("Ash", "Elm"))
    assert told(chart, "Mentors: average score") == {
        "Ash": "7.0, 11 people",
        "Elm": "5.4, 11 people",
        "All of these together": "6.2, 22 people (average of these two)",
    }
    assert "Two organisations are too few to say how much organisations differ." in chart.notes


def test_from_three_there_is_a_range_and_from_five_where_another_would_lie():
    column = "Mentors: similar people (95% range)"
    three = told(drawn(scores_of("Ash", "Elm", "Fir")), column)["All of these together"]
    five = told(drawn(scores_of(*SCORES)), column)["All of these together"]
    assert re.fullmatch(r"\d\.\d to \d\.\d", three)
    assert re.fullmatch(r"\d\.\d to \d\.\d; another organisation: .+", five)


def test_an_average_of_few_people_is_not_put_together_with_the_others():
    few = organisation("Ivy", [(SURE, [scored(SURE, [7, 8, 6, 5, 9, 7, 8])])])
    found = region(*scores_of("Ash", "Elm", "Fir").organisations, few)
    chart = drawn(found)
    assert told(chart, "Mentors: average score")["Ivy"] == "about 7, 7 people"
    assert any(note.startswith("Averages of fewer than 10 people") for note in chart.notes)
    texts = " ".join(one.text for one in chart.figure.layout.annotations)
    assert "Three of these together" in texts


def test_a_chart_is_laid_out_for_page_phone_and_pictures(five):
    chart = drawn(five)
    for frame in (PAGE, PHONE, Frame(text=22, width=1800, height=600)):
        assert chart.lay_out(frame).height > 0


def test_names_of_organisations_are_drawn_as_typed():
    hostile = "<b>Ash</b> $x$"
    found = region(organisation(hostile, [said(5, 11)]), organisation("Elm", [said(4, 10)]))
    texts = [one.text for one in drawn(found).figure.layout.annotations]
    assert "&lt;b&gt;Ash&lt;/b&gt; &#36;x&#36;" in " ".join(texts)


def test_an_organisation_that_asked_otherwise_has_no_row_among_those_asked_alike():
    found = region(
        organisation("Ash", [both((5, 11), (6, 12))]),
        organisation("Elm", [both((6, 11), (6, 12))]),
        organisation("Yew", [both((5, 12), (3, 4), OTHER)]),
    )
    chart = drawn(found)
    assert "Yew" not in told(chart, "Mentors: said yes")
    (apart,) = draw_otherwise(found, questions_of_region(found)[0])
    assert told(apart, "Mentors: said yes") == {"Yew": "5 of 12"}


def test_an_organisation_of_which_nothing_is_told_has_a_row_that_says_why():
    found = region(
        organisation("Ash", [both((5, 11), (6, 12))]),
        organisation("Elm", [both((6, 11), (6, 12))]),
        organisation("Yew", [both((2, 4), (3, 4))]),
    )
    assert told(drawn(found), "Mentors: said yes")["Yew"] == "too few to show"
