import pytest

from rm_eval.charts import PAGE, draw, plot
from rm_eval.charts.gaps import with_gaps
from tests.charts.cases import started, years


def words(published):
    return [text["text"] for text in plot(published, PAGE).texts]


@pytest.mark.parametrize(
    ("counts", "measure", "drawn"),
    [
        ([("3", 2), ("5", 1)], "number", [("3", 2), ("4", 0), ("5", 1)]),
        ([("3", 2), ("1000", 1)], "number", [("3", 2), ("1000", 1)]),
        ([("2.5", 1), ("4", 1)], "number", [("2.5", 1), ("4", 1)]),
        ([("1 to 4", 3)], "number", [("1 to 4", 3)]),
        ([("-1", 1), ("1", 1)], "number", [("-1", 1), ("0", 0), ("1", 1)]),
        ([], "number", []),
        (
            [("2025-12", 1), ("2026-02", 2)],
            "date",
            [("December 2025", 1), ("January 2026", 0), ("February 2026", 2)],
        ),
        ([("2020-01", 1), ("2022-12", 2)], "date", [("2020", 1), ("2021", 0), ("2022", 2)]),
        ([("1900-01", 1), ("2022-12", 2)], "date", [("1900", 1), ("2022", 2)]),
        ([("soon", 1)], "date", [("soon", 1)]),
        ([], "date", []),
    ],
    ids=[
        "a gap", "too wide", "fractions", "bins", "below zero", "nothing", "months", "years",
        "far apart", "no months", "no dates",
    ],
)  # fmt: skip
def test_values_nobody_gave_are_drawn_between_those_somebody_did(counts, measure, drawn):
    assert with_gaps([counts], measure) == [drawn]


def test_both_groups_have_the_same_rows():
    mentors, mentees = with_gaps([[("3", 1)], [("5", 2)]], "number")
    assert mentors == [("3", 1), ("4", 0), ("5", 0)]
    assert mentees == [("3", 0), ("4", 0), ("5", 2)]


def test_a_bar_is_as_long_as_the_number_of_people():
    wide = [
        s["x1"] - s["x0"]
        for s in plot(years("team", [3, 3, 4]), PAGE).shapes
        if s["type"] == "rect"
    ]
    assert wide[0] == pytest.approx(2 * wide[1])


def test_mean_and_median_stand_in_words():
    assert "mean 4.0, median 3.0" in words(years("team", [2, 3, 7]))


def test_dates_are_months_in_words():
    assert "February 2026" in words(started())
    assert draw(started()).table["Answer"].tolist()[0] == "January 2026"


def test_beyond_the_team_there_is_nothing_but_the_reason():
    told = " ".join(words(years("internal")))
    assert "Numbers that people gave are shown to the programme team only." in told.replace(
        "<br>", " "
    )
    assert draw(years("internal")).table["Answer"].tolist() == ["All answers"]
