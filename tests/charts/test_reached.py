from rm_eval.charts import PAGE, PHONE, draw_reached
from rm_eval.charts.reached import plot_reached
from rm_eval.wording.reached import CohortReached, HowMany, OrganisationReached, StageReached
from tests.factories import A_DAY

LONG = "An invented organisation with a name so long that no table has room for it in one line"


def organisation(name, *answered):
    stage = StageReached(closed_on=A_DAY, answered=answered)
    cohorts = (CohortReached(name="Cohort 1", stages={"training": stage}),) if answered else ()
    return OrganisationReached(name=name, cohorts=cohorts, made_on=A_DAY)


def mentors(people, sent=None):
    return HowMany(role="mentor", group="mentors", people=people, sent=sent)


def words(every, frame=PAGE):
    return [text["text"] for text in plot_reached(every, frame).texts]


def test_everything_in_the_table_is_in_the_picture():
    every = [organisation("Alder", mentors(7, 15)), organisation(LONG)]

    assert {"<b>Alder</b>", "Cohort 1", "7 of 15 mentors", "no figures"} <= set(words(every))
    assert "No stage is closed yet" in words(every)
    assert "Training: 7 of 15 mentors" in words(every, PHONE)


def test_a_bar_is_filled_as_far_as_people_answered():
    canvas = plot_reached([organisation("Alder", mentors(6, 12))], PAGE)

    whole, filled = [shape for shape in canvas.shapes if shape.get("fillcolor") != "#F3F4F5"][-2:]
    assert (filled["x1"] - filled["x0"]) * 2 == whole["x1"] - whole["x0"]


def test_there_is_no_bar_where_nobody_said_how_many_were_sent_the_form():
    def blocks(*answered):
        canvas = plot_reached([organisation("Alder", *answered)], PAGE)
        return sum(shape["type"] == "rect" for shape in canvas.shapes)

    assert blocks(mentors(7)) == blocks(mentors(None, 15)) == blocks(mentors(7, 15)) - 2


def test_somebody_elses_words_are_shown_as_they_were_typed():
    assert "<b>&lt;i&gt;Alder&lt;/i&gt; &#36;x&#36;</b>" in words(
        [organisation("<i>Alder</i> $x$", mentors(7))]
    )


def test_no_cohort_at_all_is_said():
    assert words([organisation("Alder")]) == ["No cohort is known yet."]


def test_what_travels_with_it_is_words_of_the_same_rows():
    chart = draw_reached([organisation("Alder", mentors(7, 15))], day=A_DAY)

    assert chart.table.iloc[0, 3] == "7 of 15 mentors"
    assert chart.file_name == "region_how-far_2026-11-21"
