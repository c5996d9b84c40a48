from dataclasses import replace

from rm_eval.charts import draw
from rm_eval.disclosure import protect
from rm_eval.measures import EVERYBODY, can_take_together, measure
from rm_eval.measures.together import by_group
from rm_eval.questionnaire import Scale
from tests.factories import (
    A_DAY,
    SCOPE,
    chosen,
    scale_question,
    scored,
    tick_question,
    ticked,
    yes_no_question,
)

USEFUL = yes_no_question()
AREAS = tick_question("Wards", "Offices")
SCORE = scale_question()


def together(question, *sources):
    return measure(question, sources, scope=SCOPE, together=True)


def counted(measured):
    rows = measured.rows
    return {(row.group, row.answer): (row.value, row.n) for row in rows.itertuples()}


def test_mentors_and_mentees_are_one_group_where_somebody_wants_it():
    both = chosen(USEFUL, [8, 3]), chosen(USEFUL, [3, 1], "mentee")

    assert counted(together(USEFUL, *both)) == {
        (EVERYBODY, "yes"): (11, 15),
        (EVERYBODY, "no"): (4, 15),
    }
    assert {group for group, _ in counted(measure(USEFUL, both, scope=SCOPE))} == {
        "mentor",
        "mentee",
    }


def test_people_of_two_files_stay_different_people():
    """Both files number their people from 1; nobody may be counted as somebody else."""
    both = ticked(AREAS, [5, 5], 6), ticked(AREAS, [4, 0], 4, "mentee")

    assert counted(together(AREAS, *both)) == {
        (EVERYBODY, "option_0"): (9, 10),
        (EVERYBODY, "option_1"): (5, 10),
    }


def test_a_mean_is_over_everybody():
    found = together(SCORE, scored(SCORE, [8] * 3), scored(SCORE, [5], "mentee"))
    means = found.rows.loc[found.rows["statistic"] == "mean", "value"]

    assert list(means) == [7.25]


def test_one_role_alone_stays_what_it_is():
    found = together(USEFUL, chosen(USEFUL, [8, 3]))

    assert {group for group, _ in counted(found)} == {"mentor"}
    assert found.notes == ()


def test_what_was_asked_in_two_ways_is_not_taken_together_and_says_so():
    five = replace(SCORE, scale=Scale(high=5))
    words = replace(USEFUL, wording="Was it a waste of time?")
    pairs = [
        (scored(SCORE, [8] * 6), scored(five, [3] * 6, "mentee")),
        (chosen(USEFUL, [5, 1]), chosen(words, [5, 1], "mentee")),
    ]
    for question, both in zip((SCORE, USEFUL), pairs, strict=True):
        found = together(question, *both)

        assert not can_take_together(question, both)
        assert {group for group, _ in counted(found)} == {"mentor", "mentee"}
        assert "were not asked this in the same way" in found.notes[-1]


def test_a_forms_own_options_need_not_be_the_same():
    mentors = replace(AREAS, known=False)
    mentees = replace(mentors, options=mentors.options[:1])

    assert can_take_together(
        mentors, (ticked(mentors, [5, 5], 6), ticked(mentees, [3], 5, "mentee"))
    )


def test_files_of_several_cohorts_are_one_group_a_role():
    sources = chosen(USEFUL, [8, 3]), chosen(USEFUL, [2, 2]), chosen(USEFUL, [3, 1], "mentee")

    assert [one.role for one in by_group(USEFUL, sources)] == ["mentor", "mentee"]
    assert counted(measure(USEFUL, sources, scope=SCOPE))["mentor", "yes"] == (10, 15)


def test_how_many_answered_is_still_said_of_each_role():
    both = (
        replace(chosen(USEFUL, [8, 3]), n_sent=15),
        replace(chosen(USEFUL, [3, 1], "mentee"), n_sent=9),
    )

    said = [(one.role, one.n_answered, one.n_sent) for one in together(USEFUL, *both).responses]

    assert said == [("mentor", 11, 15), ("mentee", 4, 9)]


def test_a_chart_of_everybody_has_its_own_words_and_shape():
    figures = together(USEFUL, chosen(USEFUL, [8, 3]), chosen(USEFUL, [3, 1], "mentee"))
    chart = draw(protect(figures, audience="internal", made_on=A_DAY))

    assert "15 mentors and mentees" in chart.subtitle
    assert "mentors and mentees" in chart.headline
    # A square in a colour of its own, so that nobody takes it for one of the roles.
    shapes = [
        (one["type"], one.get("fillcolor"))
        for one in chart.figure.layout.to_plotly_json()["shapes"]
    ]
    assert ("rect", "#28A197") in shapes


def test_one_of_everybody_is_a_mentor_or_a_mentee():
    figures = together(USEFUL, chosen(USEFUL, [1, 0]), chosen(USEFUL, [0, 0], "mentee"))
    chart = draw(protect(figures, audience="team", made_on=A_DAY))

    assert "1 mentor or mentee" in chart.subtitle
