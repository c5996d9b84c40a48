import pytest

from rm_eval.charts import PAGE, PHONE, Frame
from rm_eval.charts.forest_rows import sections_of
from tests.charts.changes import (
    ALL_DOWN,
    FIVE_UP,
    MENTEES,
    MENTORS,
    THIRTY,
    change,
    concern_question,
)
from tests.charts.forests import EVERY_FOREST, Case, cohorts, questions
from tests.charts.places import boxes, touching
from tests.test_wording_change import FORBIDDEN

SLIDE = Frame(text=20, width=1804, height=650)
TWO_WAYS = (
    "Two questions asked twice. Mentees: 1 leaning (small numbers) for the better, "
    "1 clear the other way"
)
MORE = "more moved for the better than the other way"
BOTH = "1 clear and 1 leaning (small numbers) for the better"


def words(case: Case, frame: Frame = PAGE) -> list[str]:
    return [text["text"] for text in case.draw().lay_out(frame).texts]


def last_row(case: Case):
    return sections_of(case.rows, case.pooled)[-1].rows[-1]


@pytest.mark.parametrize("frame", [PAGE, PHONE, SLIDE], ids=["page", "phone", "slide"])
@pytest.mark.parametrize("name", EVERY_FOREST)
def test_no_words_touch_or_leave_the_sheet(name: str, frame: Frame):
    canvas = EVERY_FOREST[name]().draw().lay_out(frame)
    found = boxes(canvas)

    assert touching(found) == []
    assert not [one for one in found if one.left < -1 or one.right > frame.width + 1]
    assert not [one for one in found if one.bottom > canvas.height + 1]


@pytest.mark.parametrize("name", EVERY_FOREST)
def test_no_forest_says_more_than_it_shows(name: str):
    chart = EVERY_FOREST[name]().draw()
    said = " ".join((chart.headline, chart.subtitle, chart.alt, *chart.notes))

    assert not FORBIDDEN.search(said)
    assert chart.headline in chart.alt


def test_each_row_says_in_words_how_clear_it_is_and_of_how_many():
    told = words(questions())

    assert "<b>Leaning, small numbers</b>" in told
    assert "+1.4 (+0.4 to +2.5), 7 people" in told
    assert "<b>Cannot tell</b>" in told


def test_where_lower_is_better_the_row_says_so():
    assert any("(lower is better)" in word for word in words(questions()))


def test_each_group_and_unit_has_an_axis_of_its_own():
    found = [(one.group, one.unit) for one in sections_of(questions().rows, {})]

    assert found == [
        ("Mentees", "average change in points, on 1 to 10"),
        ("Mentees", "average change in steps of agreement, on 1 to 5"),
        ("Mentors", "average change in steps of agreement, on 1 to 5"),
        ("Mentors", "change of how many in 10 say yes"),
        ("Mentors", "average change in points, on 1 to 10"),
    ]


def test_no_axis_reaches_further_than_the_scale_and_what_leaves_it_is_cut():
    wide = Case([("Confidence", change(mentee=[(1, 10), (10, 1), (1, 10), (10, 1), (1, 9)]))])
    (section,) = sections_of(wide.rows, {})
    row = section.rows[0]

    assert section.half == 9
    assert row.high > section.half
    reach = [s["x1"] for s in wide.draw().lay_out(PAGE).shapes if s["type"] == "line"]
    assert max(reach) <= 1


def test_questions_stand_in_the_order_given():
    rows = questions().rows[:2]
    told = words(Case(rows[::-1]))

    assert told.index("Confidence with senior leaders") > told.index(
        next(word for word in told if word.startswith("Concern"))
    )


def test_one_cohort_alone_is_not_put_together():
    assert len(sections_of(*cohorts(MENTEES)[::2])[0].rows) == 1


def test_two_cohorts_have_an_average_and_no_diamond():
    row = last_row(cohorts(MENTEES, MENTORS))

    assert (row.label, row.manner, row.low) == ("Average of these two", "average", None)
    assert row.text == "+1.3, 18 people; no range"


def test_three_cohorts_have_a_diamond_and_no_prediction():
    row = last_row(cohorts(MENTEES, MENTORS, FIVE_UP))

    assert (row.label, row.manner, row.prediction) == ("All 3 cohorts together", "diamond", None)


def test_from_five_cohorts_on_another_one_is_foretold():
    row = last_row(cohorts(MENTEES, MENTORS, FIVE_UP, THIRTY, ALL_DOWN))

    assert row.prediction is not None
    assert "; another cohort: " in row.text


def test_beyond_the_team_no_average_and_no_range_of_one_is_drawn():
    chart = questions("internal").draw()

    assert not any("+" in word for word in words(questions("internal")))
    assert "Average change" not in chart.table.columns
    assert not [s for s in chart.lay_out(PAGE).shapes if s["type"] == "rect"]


def test_beyond_the_team_the_better_way_is_down_where_lower_is_better():
    told = words(Case([("Concern", change("internal", concern_question(), mentee=ALL_DOWN))]))

    assert {"Moved for the better", "Moved the other way", "3 or more of 6", "0 to 2 of 6"} <= {
        *told
    }


@pytest.mark.parametrize(
    ("case", "headline"),
    [
        (lambda: Case([("A", change(mentee=MENTEES))]),
         "One question asked twice. Mentees: 1 leaning (small numbers) for the better"),
        (lambda: Case([("A", change(mentee=MENTEES)), ("B", change(mentee=ALL_DOWN))]),
         TWO_WAYS),
        (lambda: Case([("A", change("team", concern_question(), mentee=ALL_DOWN))]),
         "One question asked twice. Mentees: 1 clear for the better"),
        (lambda: Case([("A", change(mentee=[(5, 6), (6, 5)]))]),
         "One question asked twice. Mentees: 1 cannot tell"),
        (lambda: Case([("A", change(mentee=MENTEES, linked=False))]),
         "One question asked twice. Mentees: 1 not linked"),
        (lambda: Case([("A", change("internal", mentee=MENTEES))]),
         f"One question asked twice. Mentees: {MORE} on 1 of 1"),
        (lambda: Case([("A", change("internal", mentee=ALL_DOWN))]),
         "One question asked twice. Mentees: more moved the other way on 1 of 1"),
        (lambda: Case([("A", change("public", mentee=MENTEES[:4]))]),
         "One question asked twice. Mentees: which way more of them moved cannot be told"),
        (lambda: cohorts(MENTEES, MENTORS),
         f"Confidence talking with senior leaders, 2 cohorts. Mentees: {BOTH}"),
    ],
    ids=[
        "leaning", "both ways", "lower is better", "cannot tell", "not linked", "told",
        "told the other way", "hidden", "cohorts",
    ],
)  # fmt: skip
def test_the_headline_counts_how_clear(case, headline: str):
    assert case().draw().headline == headline


def test_luck_is_said_beside_the_words_for_how_clear():
    notes = questions().draw().notes

    assert any("at least one would still lean by luck alone" in note for note in notes)
    assert "A range is for similar people in future: here everyone was asked." in notes
    assert not any("luck" in note for note in questions("internal").draw().notes)


def test_what_is_missing_from_one_question_is_not_listed_under_many():
    rows = [("A", change(mentee=MENTEES, before_only=[3])), ("B", change(mentee=MENTEES))]

    assert not any("are not in these figures" in note for note in Case(rows).draw().notes)


def test_what_few_cohorts_cannot_tell_is_said():
    notes = cohorts(MENTEES, MENTORS).draw().notes

    assert "Two cohorts are too few to say how much cohorts differ." in notes


def test_one_group_can_be_drawn_alone():
    chart = questions()._replace(of="mentee").draw()

    assert chart.id == "changes-mentee"
    assert "Mentors" not in chart.headline + chart.table.to_csv()
    assert "Mentors" not in " ".join(words(questions()._replace(of="mentee")))


def test_a_forest_of_cohorts_is_told_from_one_of_questions():
    assert cohorts(MENTEES, MENTORS).draw().id == "end_conf_senior-cohorts"
    assert questions().draw().id == "changes"


def test_the_table_of_the_team_says_all_that_is_drawn():
    table = Case([("Confidence", change(mentee=MENTEES))]).draw().table

    assert table.to_dict("records") == [
        {
            "Question": "Confidence",
            "Who": "Mentees (7 people)",
            "Higher": "5 of 7",
            "The same": "2 of 7",
            "Lower": "0 of 7",
            "Average change": "+1.4",
            "Range (95%)": "+0.4 to +2.5",
            "In": "average change in points, on 1 to 10",
            "How clear": "Leaning, small numbers",
        }
    ]
