from rm_eval.charts import PAGE, Frame
from rm_eval.charts.beside import column_of
from rm_eval.charts.forest import plot_forest
from rm_eval.charts.forest_rows import sections_of
from rm_eval.charts.two_times import plot_two_times
from tests.charts.changes import FIVE_UP, MENTEES, MENTORS, change
from tests.charts.forests import cohorts, questions
from tests.charts.places import boxes
from tests.charts.two_times import EVERY_PAIR_OF_TIMES

SLIDE = Frame(text=26, width=1804, height=560)
HALF_SLIDE = Frame(text=26, width=838, height=560)
BOTH = EVERY_PAIR_OF_TIMES["scores, team"]


def heads(canvas):
    return {box.text: box for box in boxes(canvas) if "people)" in box.text}


def test_in_a_wide_picture_the_roles_stand_side_by_side():
    found = heads(plot_two_times(BOTH(), SLIDE))
    mentors, mentees = (found[f"{role} at the start ({n} people)"] for role, n in
                        (("Mentors", 11), ("Mentees", 7)))  # fmt: skip

    assert mentors.top == mentees.top
    assert mentors.right < SLIDE.width / 2 < mentees.left


def test_on_a_page_and_in_a_narrow_picture_they_stand_under_one_another():
    for frame in (PAGE, HALF_SLIDE):
        found = heads(plot_two_times(BOTH(), frame))

        assert len({box.left for box in found.values()}) == 1


def test_one_column_is_no_column():
    assert column_of(SLIDE, 1) is None
    assert column_of(SLIDE, 2).width < SLIDE.width / 2


def test_every_mark_and_line_keeps_its_place_in_its_column():
    sections = sections_of(questions().rows, {})
    canvas = plot_forest(sections, SLIDE)
    xs = [x for trace in canvas.traces for x in trace["x"]]

    assert canvas.across == (0, SLIDE.width)
    assert sum(x < SLIDE.width / 2 for x in xs) == 3  # of mentees
    assert sum(x > SLIDE.width / 2 for x in xs) == 3  # of mentors


def test_a_diamond_moves_with_its_column():
    case = cohorts(MENTEES, MENTORS, FIVE_UP)
    rows = [*case.rows, ("Mentors", change(mentor=MENTORS))]
    canvas = plot_forest(sections_of(rows, case.pooled), SLIDE)
    (diamond,) = [s for s in canvas.shapes if s["type"] == "path" and "xsizemode" not in s]
    corners = [corner.split(",") for corner in diamond["path"].strip("MZ ").split(" L ")]

    assert all(0 < float(x) < SLIDE.width / 2 for x, _ in corners)
    assert float(corners[0][0]) < float(corners[1][0]) < float(corners[2][0])
