"""What a page shows of several questions: nothing but what each of them shows alone."""

import re
from functools import cache

import pytest

from rm_eval import overview, pipeline
from rm_eval.breakdowns import breakdowns, division
from rm_eval.overview import EVERY_TOGETHER, FEEDBACK
from rm_eval.pipeline import Scope
from rm_eval.questionnaire import aims_of, all_questions, resources_of
from rm_eval.store import Store

AUDIENCES = ("team", "internal", "public")
ORGANISATION = "South East (sample)"


@cache
def sample():
    store = Store()
    pipeline.load_sample(store)
    return store


@cache
def charts(stage, audience="team", *, cohort="Cohort 1"):
    scope = Scope(organisation=ORGANISATION, cohort=cohort, stage=stage)
    return pipeline.findings(sample(), scope, audience=audience)


@pytest.fixture
def parted():
    """Results of the training, in the parts of whatever it can be split by first."""
    scope = Scope(organisation=ORGANISATION, cohort="Cohort 1", stage="training")
    first, *_ = breakdowns(sample(), scope)
    parts = division(sample(), scope, first)
    return pipeline.findings(sample(), scope, audience="team", division=parts)


def every_overview(audience):
    training, end = charts("training", audience), charts("end_of_cohort", audience)
    start = charts("enrolment", audience)
    return [
        overview.together(training, FEEDBACK),
        overview.shared_needs(training),
        overview.scorecard(end, "end_of_cohort"),
        *(overview.hopes_and_gains(start, end, role) for role in ("mentor", "mentee")),
    ]


def told(published):
    return {str(text) for text in published.rows["text"]}


@pytest.mark.parametrize("audience", AUDIENCES)
def test_every_count_in_a_picture_of_many_is_told_alone_too(audience):
    for chart in every_overview(audience):
        alone = set().union(*(told(one) for one in (chart.published, *chart.others)))
        sides = {"Agreed", "Disagreed"}  # put together from answers of one statement
        columns = [name for name in chart.table.columns if name not in {*sides, "What was found"}]
        cells = {cell for name in columns for cell in chart.table[name] if " of " in cell}
        counts = {cell for cell in cells if re.fullmatch(r"[\d ]+(to \d+ |or more )?of \d+", cell)}
        assert counts <= alone


@pytest.mark.parametrize("audience", AUDIENCES)
def test_a_picture_of_many_is_for_the_audience_of_each(audience):
    for chart in every_overview(audience):
        assert {one.audience for one in (chart.published, *chart.others)} == {audience}
        assert audience in chart.file_name


def test_a_scorecard_says_what_the_charts_say_and_no_more():
    end = charts("end_of_cohort", "internal")
    card = overview.scorecard(end, "end_of_cohort")

    headlines = {f"{chart.headline}." for chart in end}
    said = [found.removesuffix(" Lower is better.") for found in card.table["What was found"]]
    assert set(said) <= headlines
    assert "Wellbeing: no more than 4 of 10 mentors agreed." in set(card.table["What was found"])


def test_a_scorecard_says_where_lower_is_better():
    card = overview.scorecard(charts("end_of_cohort"), "end_of_cohort")

    lower = [found for found in card.table["What was found"] if found.endswith("Lower is better.")]
    assert [found.partition(":")[0] for found in lower] == [
        "Concern about getting it wrong", "Emotional burden of taking part",
    ]  # fmt: skip


def test_an_aim_nobody_was_asked_about_says_so():
    end = [c for c in charts("end_of_cohort") if 6 not in c.published.question.aims]
    card = overview.scorecard(end, "end_of_cohort")

    sixth = card.table[card.table["Aim"].str.startswith("6.")]
    assert sixth["What was found"].tolist() == ["No question asked yet."]
    assert card.headline.endswith("of aim 6 nothing has been asked yet")


def test_where_no_aim_was_asked_about_there_is_no_scorecard():
    useful = [chart for chart in charts("end_of_cohort") if chart.id == "end_useful"]

    assert overview.scorecard(useful, "end_of_cohort") is None


def test_the_seven_aims_read_as_the_report_has_them_with_the_lost_letter_back():
    aims = aims_of("end_of_cohort")

    assert [aim.number for aim in aims] == [1, 2, 3, 4, 5, 6, 7]
    assert aims[0].wording == (
        "Tapping into the lived experience of staff supporting mentors to share authentic "
        "experiences."
    )
    assert aims[6].wording == (
        "Upskill White senior leaders about race equality standards and strategy in the NHS."
    )


def test_every_need_stands_with_its_resource_or_with_none_yet():
    table = overview.needs_and_resources(charts("training"))

    rows = dict(zip(table["What would help"], table["What the programme has"], strict=True))
    assert len(resources_of("training")) == 6
    assert rows["Guidance on how to structure mentoring sessions"] == (
        "Training and induction package"
    )
    assert rows["Dates well in advance of sessions I need to attend"] == "No resource for this yet"
    assert "Other" not in rows
    assert "Nothing more needed" not in rows


def test_the_two_shared_needs_are_drawn_mentors_beside_mentees():
    chart = overview.shared_needs(charts("training"))

    assert len(chart.table) == 2
    assert chart.table.iloc[1].tolist() == [
        "General summary of other equality areas and terminology", "3 of 11", "3 of 7",
    ]  # fmt: skip


def test_hopes_of_one_audience_never_stand_beside_gains_of_another():
    start, end = charts("enrolment", "team"), charts("end_of_cohort", "internal")

    assert overview.hopes_and_gains(start, end, "mentor") is None


def test_hoped_for_and_gained_are_the_same_six_things():
    chart = overview.hopes_and_gains(charts("enrolment"), charts("end_of_cohort"), "mentee")

    assert len(chart.table) == 6
    assert list(chart.table.columns[1:]) == [
        "Hoped for at the start (7 people)", "Gained at the end (6 people)",
    ]  # fmt: skip


def test_one_statement_alone_is_not_drawn_together():
    alone = [chart for chart in charts("training") if chart.id == "trn_feedback_pace"]

    assert overview.together(alone, FEEDBACK) is None


def test_every_statement_that_is_drawn_together_is_a_question_of_ours():
    known = {question.id: question for question in all_questions()}

    for one in EVERY_TOGETHER:
        assert {known[key].type for key in one.questions} == {"likert"}


def test_results_in_parts_are_not_put_together(parted):
    assert overview.overviews(parted, "training") == ()


@pytest.mark.parametrize("audience", AUDIENCES)
def test_everything_drawn_of_the_sample_has_an_overview_for_everybody(audience):
    end = overview.overviews(
        charts("end_of_cohort", audience), "end_of_cohort", charts("enrolment", audience)
    )

    assert [chart.id for chart in end] == [
        "aims", "end_m_aims_share-statements", "end_understanding_experience-statements",
        "end_challenges_confidence-statements", "end_aims_wellbeing-statements",
        "end_m_gained-hopes", "end_e_gained-hopes",
    ]  # fmt: skip


@pytest.mark.parametrize("audience", AUDIENCES)
def test_a_report_holds_what_is_drawn_of_several_questions_behind_those_of_one(audience):
    scope = Scope(organisation=ORGANISATION, cohort="Cohort 1", stage="training")

    ids = [one.id for one in pipeline.every_chart(sample(), scope, audience=audience)]

    assert ids[:-2] == [one.id for one in charts("training", audience)]
    assert ids[-2:] == ["trn_e_need-needs", "trn_feedback_clear-statements"]
