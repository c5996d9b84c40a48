import pytest

from rm_eval.charts import PAGE, PHONE, draw, plot
from tests.charts.changes import MENTEES, MENTORS, THIRTY, again_question, change, concern_question


def marks(published, frame=PAGE):
    """Every mark a person: the key's are as large everywhere."""
    shapes = plot(published, frame).shapes
    return [one for one in shapes if one["type"] == "path" and one["yanchor"] > frame.px(30)]


def words(published, frame=PAGE):
    return [text["text"] for text in plot(published, frame).texts]


def test_there_is_a_mark_a_person_and_those_who_stayed_are_hollow():
    fills = [mark["fillcolor"] for mark in marks(change(mentee=MENTEES))]

    assert fills == ["#F46A25"] * 5 + ["#ffffff"] * 2


@pytest.mark.parametrize("frame", [PAGE, PHONE])
def test_up_stands_above_down_with_counts_beside(frame):
    _, *told = words(change(mentee=MENTEES), frame)

    assert told == [
        *("Higher (better)", "<b>5 of 7</b>"),
        *("The same", "<b>2 of 7</b>"),
        *("Lower", "<b>0 of 7</b>"),
    ]


def test_which_way_is_better_is_said_in_words():
    told = words(change("team", concern_question(), mentee=MENTEES))

    assert "Lower (better)" in told
    assert "Higher" in told


def test_yes_and_no_have_words_of_their_own():
    told = words(change("team", again_question(), mentee=[(0, 1), (1, 0)]))

    assert {"From no to yes (better)", "From yes to no"} <= set(told)


@pytest.mark.parametrize("audience", ["internal", "public"])
def test_no_width_and_no_mark_tells_a_range(audience):
    canvas = plot(change(audience, mentor=MENTORS, mentee=MENTEES), PAGE)

    assert not [one for one in canvas.shapes if one["type"] == "rect"]
    assert not marks(change(audience, mentor=MENTORS, mentee=MENTEES))


def test_beyond_thirty_a_bar_is_as_long_as_its_share():
    bars = [s for s in plot(change(mentee=[*THIRTY, *THIRTY]), PAGE).shapes if s["type"] == "rect"]

    assert [bar["x1"] for bar in bars] == pytest.approx([0.8, 8 / 60, 4 / 60])


def test_a_group_of_which_nobody_answered_both_times_says_so():
    assert "<b>Mentees: nobody answered both times</b>" in words(change(mentor=MENTORS, mentee=[]))


def test_the_chart_of_change_is_told_from_others_of_its_question():
    chart = draw(change(mentee=MENTEES))

    assert chart.id == "end_conf_senior-change"
    assert "_end-conf-senior-change_" in chart.file_name


def test_a_chart_can_be_laid_out_again():
    chart = draw(change(mentee=MENTEES))

    assert chart.lay_out(PHONE).figure() != chart.figure
    assert chart.lay_out(PAGE).figure() == chart.figure
