"""Questions of every kind over the cohorts of a programme, and what share files tell of them."""

import csv
import io

import pytest

from rm_eval import pipeline, sharing
from rm_eval.charts import PAGE, PHONE
from rm_eval.over_cohorts import (
    cohorts_here,
    cohorts_of_share,
    draw_at_a_glance,
    draw_question,
    draw_whole_way,
)
from rm_eval.pipeline import Scope, Store, Upload
from rm_eval.programme import CohortRecord, Pause, When
from rm_eval.stats import CohortMean, pool_cohorts, summarise_scale
from tests.factories import A_DAY

ORGANISATION = "Larkmoor"
SCALE, AGREES, TICKS = "enr_m_conf_senior", "enr_faith", "enr_work_areas"
ASKED = {
    SCALE: (
        "on a scale of 1 to 10 how confident are you talking about your BAME experiences in the "
        "NHS with senior staff"
    ),
    AGREES: "I have faith in the process that has been set up.",
    TICKS: "What are the main areas of your work?",
}
SCORES = [
    [3, 4, 4, 5, 5, 5, 6, 6, 7, 8, 8],
    [2, 4, 5, 5, 6, 6, 7, 7, 8, 9, 9, 10],
    [1, 3, 4, 4, 4, 5, 6, 6, 6, 7, 9],
    [4, 4, 5, 5, 6, 6, 7, 8, 8, 9],
    [2, 3, 5, 5, 6, 6, 6, 7, 8, 8],
]


@pytest.fixture
def store():
    store = Store()
    yield store
    store.close()


def added(store, cohort, question, answers, *, stage="enrolment", role="mentor"):  # noqa: PLR0913
    out = io.StringIO()
    csv.writer(out).writerows([[ASKED[question]], *([one] for one in answers)])
    look = pipeline.look_at(Upload(name=f"{cohort}.csv", content=out.getvalue().encode()))
    scope = Scope(organisation=ORGANISATION, cohort=cohort, stage=stage)
    pipeline.keep(store, look, scope=scope, role=role)
    return scope


def scored(store, n_cohorts):
    return [added(store, f"Cohort {at + 1}", SCALE, SCORES[at]) for at in range(n_cohorts)]


def drawn(store, question=SCALE, audience="team"):
    cohorts = cohorts_here(store, ORGANISATION, audience=audience, made_on=A_DAY)
    return draw_question(cohorts, "enrolment", question)


def means(n_cohorts):
    found = [summarise_scale(one) for one in SCORES[:n_cohorts]]
    return [CohortMean(n=one.n, mean=one.mean, sd=one.sd) for one in found]


def test_a_scale_shows_each_cohort_s_average_with_its_range_and_how_many_answered(store):
    scored(store, 2)

    chart = drawn(store)

    first = chart.table.iloc[0].to_dict()
    assert first == {
        "Cohort": "Cohort 1",
        "When": "",
        "Mentors: average score, 1 to 10": "5.5",
        "Mentors who answered": "11",
        "Mentors: similar people (95% range)": "4.4 to 6.6",
    }
    assert "mentors averaged from 5.5 to 6.5 in 2 cohorts" in chart.headline


@pytest.mark.parametrize("n_cohorts", [2, 3, 5])
def test_averages_of_cohorts_are_put_together_by_how_many_there_are(store, n_cohorts):
    scored(store, n_cohorts)
    pooled = pool_cohorts(means(n_cohorts))

    last = drawn(store).table.iloc[-1].to_dict()

    names = {2: "Average of these two", 3: "All 3 cohorts together", 5: "All 5 cohorts together"}
    assert last["Cohort"] == names[n_cohorts]
    assert last["Mentors: average score, 1 to 10"] == f"{pooled.mean:.1f}"
    assert (last["Mentors: similar people (95% range)"] == "") == (n_cohorts == 2)


@pytest.mark.parametrize("n_cohorts", [4, 5])
def test_where_another_cohort_would_lie_is_said_from_five_on(store, n_cohorts):
    scored(store, n_cohorts)

    said = " ".join(text["text"] for text in drawn(store).lay_out(PAGE).texts)

    assert ("another cohort:" in said) == (n_cohorts == 5)


def test_others_see_rounded_averages_without_ranges_and_their_sum(store):
    for scope in scored(store, 3):
        pipeline.close_stage(store, scope)

    chart = drawn(store, audience="internal")

    assert "similar people" not in " ".join(chart.table.columns)
    assert chart.table["Cohort"].iloc[-1] == "All of these together"
    assert chart.published.audience == "internal"


def test_of_agreement_those_who_agreed_at_all_are_counted(store):
    agreed = ["Strongly agree"] * 4 + ["Agree"] * 5
    added(store, "Cohort 1", AGREES, [*agreed, "Disagree", "Neither agree nor disagree"])
    added(store, "Cohort 2", AGREES, [*agreed, *agreed])

    table = drawn(store, AGREES).table

    assert table["Mentors who agreed"].tolist() == ["9 of 11", "18 of 18", "27 of 29"]


def test_answers_to_tick_stand_in_a_table_with_a_column_a_cohort(store):
    ticked = ["Project management;"] * 6 + ["Clinical;Project management;"] * 4
    added(store, "Cohort 1", TICKS, ticked)
    added(store, "Cohort 2", TICKS, [*ticked, "Clinical;"])

    chart = drawn(store, TICKS)

    row = chart.table[chart.table["Answer"] == "Project management"].iloc[0].to_dict()
    assert row == {
        "Who": "Mentors",
        "Answer": "Project management",
        "Cohort 1": "10 of 10",
        "Cohort 2": "10 of 11",
        "All of these together": "20 of 21",
    }


def test_a_pause_is_a_grey_column_with_its_reason_in_the_table(store):
    ticked = ["Project management;"] * 6 + ["Clinical;"] * 4
    pause = Pause(since=When(2020, 3), until=When(2020, 9), why="COVID-19")
    for start, cohort, pauses in ((1, "Cohort 1", (pause,)), (3, "Cohort 2", ())):
        added(store, cohort, TICKS, [*ticked, *["Clinical;"] * start])
        record = CohortRecord(
            organisation=ORGANISATION, cohort=cohort, start=When(2018 + start), pauses=pauses
        )
        pipeline.keep_cohort_record(store, record)

    chart = drawn(store, TICKS)

    name = "Pause, March 2020 to September 2020"
    assert list(chart.table.columns)[2:5] == ["Cohort 1, 2019", name, "Cohort 2, 2021"]
    assert set(chart.table[name]) == {"COVID-19"}
    assert f"{name}: COVID-19." in chart.alt


def test_a_cohort_that_answered_the_form_without_this_question_is_named(store):
    scored(store, 2)
    added(store, "Cohort 3", TICKS, ["Clinical;"] * 9)

    assert drawn(store).table.set_index("Cohort").loc["Cohort 3"].iloc[1] == "not asked this"


def test_what_a_share_file_tells_is_drawn_as_colleagues_see_it_at_home(store):
    for scope in scored(store, 2):
        pipeline.close_stage(store, scope)
    shared = sharing.shared_of(store, ORGANISATION, audience="internal", today=A_DAY)

    away = cohorts_of_share(shared, audience="internal", made_on=A_DAY)

    there = draw_question(away, "enrolment", SCALE)
    assert there.table.equals(drawn(store, audience="internal").table)


def test_only_questions_that_several_cohorts_answered_can_be_chosen(store):
    scored(store, 2)
    added(store, "Cohort 3", TICKS, ["Clinical;"] * 9)

    found = cohorts_here(store, ORGANISATION, audience="team").choices()

    assert [one.question.id for one in found] == [SCALE]
    assert cohorts_here(store, ORGANISATION, audience="public").choices() == ()


@pytest.mark.parametrize("question", [SCALE, TICKS])
def test_every_text_stands_within_its_picture(store, question):
    scored(store, 5)
    for at in range(2):
        added(store, f"Cohort {at + 6}", TICKS, ["Clinical;"] * (9 + at))

    for frame in (PAGE, PHONE):
        canvas = drawn(store, question).lay_out(frame)
        assert all(0 <= text["y"] <= canvas.height for text in canvas.texts)


def test_at_a_glance_every_question_has_a_row_and_every_cohort_a_column(store):
    scored(store, 2)
    for at in range(2):
        added(store, f"Cohort {at + 1}", AGREES, ["Agree"] * (9 + at), role="mentee")
    found = cohorts_here(store, ORGANISATION, audience="team")

    table = draw_at_a_glance(found, "enrolment").table

    assert table.columns.tolist() == ["Who", "Question", "Cohort 1", "Cohort 2"]
    assert table["Who"].tolist() == ["Mentees", "Mentors"]
    assert table["Cohort 1"].tolist() == ["9 of 9", "5.5 (11 people)"]


def test_a_stage_without_questions_of_one_figure_has_nothing_at_a_glance(store):
    for at in range(2):
        added(store, f"Cohort {at + 1}", TICKS, ["Clinical;"] * (9 + at))
    found = cohorts_here(store, ORGANISATION, audience="team")

    assert draw_at_a_glance(found, "enrolment") is None


def test_the_whole_way_shows_each_time_a_cohort_was_asked_and_calls_it_no_change(store):
    scopes = scored(store, 1)
    at_the_end = added(store, "Cohort 1", SCALE, SCORES[1], stage="end_of_cohort")
    pipeline.close_stage(store, scopes[0])
    team = cohorts_here(store, ORGANISATION, audience="team")
    others = cohorts_here(store, ORGANISATION, audience="internal")

    chart = draw_whole_way(team, SCALE)

    assert at_the_end.stage == "end_of_cohort"
    assert chart.table["Asked"].tolist() == ["At the start", "At the end"]
    assert chart.notes[0] == "Different people may have answered each time: this is not change."
    assert draw_whole_way(others, SCALE) is None


def test_what_is_open_at_one_of_the_times_is_named_to_others(store):
    scopes = scored(store, 2)
    scopes += [
        added(store, f"Cohort {at + 1}", SCALE, SCORES[at + 2], stage="end_of_cohort")
        for at in range(2)
    ]
    for scope in scopes[:3]:
        pipeline.close_stage(store, scope)

    chart = draw_whole_way(cohorts_here(store, ORGANISATION, audience="internal"), SCALE)

    last = chart.table.iloc[-1].to_dict()
    assert last["Asked"] == "At the end"
    assert last["Mentors"].startswith("still open")


def test_a_cohort_that_was_asked_in_another_way_is_named_and_not_drawn(store):
    scored(store, 3)
    worded = "How useful was it? Please tick one"
    for at, ends in enumerate((5, 10, 10)):
        rated(store, f"Cohort {at + 4}", worded, ends)
    cohorts = cohorts_here(store, ORGANISATION, audience="team")
    (own,) = {one.question.id for one in cohorts.asked if one.scope.cohort == "Cohort 4"}

    table = draw_question(cohorts, "enrolment", own).table.set_index("Cohort")

    assert table.loc["Cohort 4"].iloc[1] == "asked in another way"
    assert table.loc["Cohort 1"].iloc[1] == "not asked this"


def rated(store, cohort, wording, ends):
    answers = [1 + at % ends for at in range(ends + 2)]
    content = "\n".join([f'"{wording}"', *map(str, answers), *[cohort[-1:]] * 2])
    look = pipeline.look_at(Upload(name=f"{cohort}.csv", content=content.encode()))
    scope = Scope(organisation=ORGANISATION, cohort=cohort, stage="enrolment")
    pipeline.keep(store, look, scope=scope, role="mentor")
