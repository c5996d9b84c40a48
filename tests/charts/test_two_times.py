import pytest

from rm_eval.charts import PAGE, PHONE, Frame, draw_two_times
from rm_eval.charts.two_times import plot_two_times
from rm_eval.errors import ForTheDeveloper
from tests.charts.cases import areas
from tests.charts.changes import MENTEES, MENTORS, again_question, faith_question
from tests.charts.places import boxes, touching
from tests.charts.two_times import AGREED, EVERY_PAIR_OF_TIMES, YES, sides, times

SLIDE = Frame(text=26, width=1804, height=650)


def words(published, frame=PAGE):
    return [text["text"] for text in plot_two_times(published, frame).texts]


@pytest.mark.parametrize("frame", [PAGE, PHONE, SLIDE], ids=["page", "phone", "slide"])
@pytest.mark.parametrize("name", EVERY_PAIR_OF_TIMES)
def test_no_words_touch_or_leave_the_sheet(name: str, frame: Frame):
    canvas = plot_two_times(EVERY_PAIR_OF_TIMES[name](), frame)
    found = boxes(canvas)

    assert touching(found) == []
    assert not [one for one in found if one.left < -1 or one.right > frame.width + 1]
    assert not [one for one in found if one.bottom > canvas.height + 1]


def test_each_role_stands_at_both_times_on_one_scale():
    told = [word for word in words(EVERY_PAIR_OF_TIMES["scores, team"]()) if "people)" in word]

    assert told == [
        "<b>Mentors at the start (11 people)</b>",
        "<b>Mentors at the end (11 people)</b>",
        "<b>Mentees at the start (7 people)</b>",
        "<b>Mentees at the end (7 people)</b>",
    ]


@pytest.mark.parametrize(
    "name", [name for name in EVERY_PAIR_OF_TIMES if name != "scores, all hidden"]
)
def test_every_chart_says_on_itself_that_it_is_no_change(name: str):
    published = EVERY_PAIR_OF_TIMES[name]()
    chart = draw_two_times(*published)

    assert words(published)[0].replace("<br>", " ").endswith("this is not change.")
    assert chart.notes[0] == "Different people may have answered each time: this is not change."
    assert chart.alt.endswith("this is not change.")
    assert " change" not in chart.headline + chart.subtitle + chart.table.to_csv()


def test_a_time_that_is_hidden_says_so_beside_the_other():
    told = words(EVERY_PAIR_OF_TIMES["scores, public, later hidden"]())

    assert "<b>Mentees at the end (fewer than 10 people): hidden</b>" in told


def test_the_headline_tells_what_was_found_each_time():
    chart = draw_two_times(*times(mentee=sides(MENTEES)))

    assert chart.headline == (
        "Confidence talking with senior leaders: at the start mentees average 5.6 out of 10; "
        "at the end mentees average 7.0 out of 10"
    )
    assert chart.id == "end_conf_senior-two_times"
    assert len(chart.others) == 1


def test_three_times_stand_under_one_another():
    start, end = times(mentee=sides(MENTEES))
    middle, _ = times(mentee=sides(MENTEES), stages=("training", "end_of_cohort"))
    chart = draw_two_times(start, middle, end)

    assert "after training mentees average" in chart.headline
    assert list(chart.table.columns) == [
        "Answer",
        "Mentees at the start (7 people)",
        "Mentees after training (7 people)",
        "Mentees at the end (7 people)",
    ]


def test_the_subtitle_says_who_answered_when():
    chart = draw_two_times(*times("team", again_question(), mentor=YES))

    assert chart.subtitle.endswith(
        "Yes or no. 5 mentors at the start and 6 mentors at the end, South East, Cohort 1."
    )


def test_both_files_are_the_source_and_all_that_is_grouped_is_counted():
    team = draw_two_times(*times(mentor=sides(MENTORS)))
    others = draw_two_times(*times("internal", mentor=sides(MENTORS)))

    assert any(
        note.startswith("Source: enrolment.xlsx and end_of_cohort.xlsx.") for note in team.notes
    )
    assert sum(note.startswith("Grouped to protect people: ") for note in others.notes) == 1


def test_agreement_in_ranges_is_drawn_without_widths():
    canvas = plot_two_times(times("internal", faith_question(), mentor=AGREED), PAGE)

    assert not [shape for shape in canvas.shapes if shape["type"] == "rect"]


def test_what_is_no_scale_is_not_put_side_by_side():
    with pytest.raises(ForTheDeveloper, match="Two times show one of"):
        plot_two_times((areas(), areas()), PAGE)


def test_where_all_is_hidden_it_says_why():
    (said,) = words(EVERY_PAIR_OF_TIMES["scores, all hidden"]())

    assert said.startswith("Fewer than 5 mentees answered,")
