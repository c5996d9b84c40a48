import pytest

from rm_eval.charts import PAGE, PHONE, Frame, draw_pairs
from rm_eval.charts.paired_lines import plot_paired_lines
from rm_eval.errors import ForTheDeveloper
from tests.charts.changes import (
    BALANCED,
    EVERY_CHANGE,
    MENTEES,
    MENTORS,
    again_question,
    change,
    faith_question,
)
from tests.charts.places import boxes, touching

SLIDE = Frame(text=26, width=1804, height=650)
FOR_THE_TEAM = [name for name, case in EVERY_CHANGE.items() if case().audience == "team"]


def lines(published, frame=PAGE):
    """The lines of people, not those of the scale."""
    colours = {"#12436D", "#F46A25"}
    shapes = plot_paired_lines(published, frame).shapes
    return [s for s in shapes if s["line"].get("color") in colours and "xsizemode" not in s]


def words(published, frame=PAGE):
    return [text["text"] for text in plot_paired_lines(published, frame).texts]


@pytest.mark.parametrize("audience", ["internal", "public"])
def test_no_line_of_a_person_is_drawn_beyond_the_team(audience):
    with pytest.raises(ForTheDeveloper, match="programme team alone"):
        draw_pairs(change(audience, mentor=MENTORS))


def test_everybody_has_a_line_and_the_same_answers_lie_apart():
    found = [(line["y0"], line["y1"]) for line in lines(change(mentee=BALANCED))]

    assert len(set(found)) == len(BALANCED)


def test_the_three_ways_differ_by_dash_and_by_mark():
    canvas = plot_paired_lines(change(mentor=MENTORS), PAGE)
    marks = {trace["marker"]["symbol"] for trace in canvas.traces}

    assert {line["line"]["dash"] for line in lines(change(mentor=MENTORS))} == {
        *("solid", "dash", "dot")
    }
    assert {"triangle-up", "square", "triangle-down"} <= marks


def test_a_line_rises_where_the_score_does():
    (line,) = lines(change(mentee=[(3, 8)]))

    assert line["y1"] < line["y0"]


def test_both_medians_are_told_and_ticked():
    published = change(mentee=MENTEES)
    ticks = [s for s in plot_paired_lines(published, PAGE).shapes if s.get("xsizemode") == "pixel"]

    assert {"At the start<br>median 6", "At the end<br>median 6"} <= set(words(published))
    assert sum(s["type"] == "line" and s["xref"] == "x" for s in ticks) == 2


def test_yes_and_no_have_a_count_and_no_median():
    told = words(change("team", again_question(), mentee=[(0, 1), (1, 1), (0, 1), (1, 0)]))

    assert {"At the start<br>yes: 2 of 4", "At the end<br>yes: 3 of 4", "Yes", "No"} <= set(told)
    assert not any("median" in word for word in told)


def test_a_score_between_two_whole_ones_has_its_place():
    assert len(lines(change(mentee=[(7.5, 8), (7, 8)]))) == 2


@pytest.mark.parametrize("frame", [PAGE, PHONE, SLIDE], ids=["page", "phone", "slide"])
@pytest.mark.parametrize("name", FOR_THE_TEAM)
def test_no_words_touch_or_leave_the_sheet(name: str, frame: Frame):
    canvas = plot_paired_lines(EVERY_CHANGE[name](), frame)
    found = boxes(canvas)

    assert touching(found) == []
    assert not [one for one in found if one.left < -1 or one.right > frame.width + 1]
    assert not [one for one in found if one.bottom > canvas.height + 1]


def test_very_many_people_are_lines_as_thick_as_they_are_many():
    crowd = change(mentee=[(3, 5)] * 50 + [(5, 3)] * 20)
    found = {line["line"]["dash"]: line["line"]["width"] for line in lines(crowd)}

    assert found["solid"] > 1.5 * found["dot"]
    assert "Thicker: more people" in words(crowd)
    assert "Thicker: more people" not in words(change(mentee=MENTEES))


def test_where_nobody_is_linked_there_is_no_line():
    assert lines(change(mentee=MENTEES, linked=False)) == []


def test_the_table_counts_people_of_each_two_answers():
    chart = draw_pairs(change("team", faith_question(), mentor=[(2, 4), (2, 4)], mentee=[(3, 3)]))

    assert chart.table.to_dict("list") == {
        "At the start": ["Disagree", "Neither agree nor disagree"],
        "At the end": ["Agree", "Neither agree nor disagree"],
        "Mentors (2 people)": ["2", "0"],
        "Mentees (1 person)": ["0", "1"],
    }
    assert chart.id == "end_faith-pairs"
    assert chart.alt.startswith("Lines from the first answer to the second, one a person: faith")
    assert "For: Programme team only." in chart.notes
