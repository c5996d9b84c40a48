"""Two stages of a cohort compared, from files to figures: good codes, bad codes and none."""

import pytest

from rm_eval import pipeline
from rm_eval.before_and_after import (
    cohorts_added_up,
    compare,
    comparisons,
    draw_cohorts,
    draw_one,
    draw_overview,
    every_time,
    of_cohorts,
)
from rm_eval.before_and_after.draw import pooled_by_group
from rm_eval.closing import close_stage
from rm_eval.errors import NotAllowed
from rm_eval.pipeline import Scope, Store
from rm_eval.wording import in_counts
from rm_eval.wording.statistics_of_change import statistics_of_change
from tests.uploads import csv_file

CODE = "To link your answers over time without using your name, please make a code"
SENIOR = (
    "on a scale of 1 to 10 how confident are you talking about BAME related experiences in the "
    "NHS with other senior leaders"
)
CODES = ("ST07A", "BR12K", "LE30M", "MA04T", "HO21S", "NO15P", "WE09D")
MANY_CODES = (*CODES, "GA11F", "PO29R", "XI02Z", "KU18B")


@pytest.fixture
def store():
    store = Store()
    yield store
    store.close()


def scope(stage="end_of_cohort", since="enrolment", cohort="Cohort 1"):
    return Scope(organisation="A Trust", cohort=cohort, stage=stage, since=since)


def add(  # noqa: PLR0913 - whose file, and what is in it
    store, stage, scores, codes=CODES, *, asked=SENIOR, role="mentee", cohort="Cohort 1"
):
    """Keep one stage's file: one question, and a code a person (None for a form without codes)."""
    whose = f"{cohort} {role} {stage}"  # so that no two files are the same bytes
    headings = [*([] if codes is None else [CODE]), asked, "Anything else?"]
    rows = [[score, whose] for score in scores]
    if codes is not None:
        rows = [[code, *row] for code, row in zip(codes, rows, strict=False)]
    look = pipeline.look_at(csv_file([headings, *rows]))
    pipeline.keep(store, look, scope=scope(stage, since="", cohort=cohort), role=role)


def people(published):
    rows = published.rows[published.rows["statistic"] == "people"]
    return dict(zip(rows["answer"], rows["text"], strict=True))


def value(published, statistic):
    rows = published.rows.set_index("statistic")
    return rows.loc[statistic, "value"]


def the_change(store, **kwargs):
    (change,) = compare(store, scope(), audience="team", **kwargs).changes
    return change


def test_the_same_people_at_two_stages_are_compared(store):
    add(store, "enrolment", [5, 6, 4, 7, 3, 6, 8])
    add(store, "end_of_cohort", [7, 6, 6, 9, 6, 6, 9])
    found = the_change(store)
    assert people(found) == {"down": "0 of 7", "same": "2 of 7", "up": "5 of 7"}
    assert value(found, "mean") == pytest.approx(10 / 7)
    assert found.question.id == "end_e_conf_senior"


def test_what_can_be_compared_is_the_first_stage_with_every_later_one(store):
    add(store, "training", [5, 6, 4])
    add(store, "end_of_cohort", [7, 6, 6])
    assert comparisons(store.datasets()) == (scope(since="training"),)
    add(store, "enrolment", [5, 6, 4])
    assert comparisons(store.datasets()) == (scope(), scope("training"))


def test_one_stage_alone_is_nothing_to_compare(store):
    add(store, "enrolment", [5, 6, 4])
    assert comparisons(store.datasets()) == ()


def test_mentors_before_and_mentees_after_are_nothing_to_compare(store):
    add(store, "enrolment", [5, 6, 4], role="mentor")
    add(store, "end_of_cohort", [5, 6, 4])
    assert comparisons(store.datasets()) == ()


def test_without_codes_there_are_two_times_and_no_change(store):
    add(store, "enrolment", [5, 6, 4, 7, 3], None)
    add(store, "end_of_cohort", [7, 6, 6, 9, 6], None)
    comparison = compare(store, scope(), audience="team")
    (found,) = comparison.changes
    assert people(found) == {}
    assert value(found, "mean") == pytest.approx(1.8)
    assert not comparison.sides[0].has_codes
    assert comparison.attrition is None


def test_half_the_codes_link_half_the_people(store):
    add(store, "enrolment", [5, 6, 4, 7, 3, 6, 8])
    add(store, "end_of_cohort", [7, 6, 6, 9, 6, 6, 9], (*CODES[:3], "", "", "", ""))
    found = the_change(store)
    assert people(found)["up"] == "2 of 3"
    assert (value(found, "before_only"), value(found, "after_only")) == (4, 4)
    assert found.rows.set_index("statistic").loc["basis", "answer"] == "everyone"


def test_a_code_used_by_two_people_links_neither(store):
    add(store, "enrolment", [5, 6, 4, 7, 3, 6])
    twice = ("ST07A", "ST07A", *CODES[2:6])
    look = pipeline.look_at(
        csv_file([[CODE, SENIOR], *map(list, zip(twice, [7, 6, 6, 9, 6, 6], strict=True))])
    )
    pipeline.keep(store, look, scope=scope(since=""), role="mentee")
    found = the_change(store)
    # The later form of a code is kept and the earlier set aside: it says so on the receipt.
    assert found.rows["n"].iloc[0] == 5


def test_one_slip_in_a_code_is_offered_and_counts_once_somebody_says_so(store):
    add(store, "enrolment", [5, 6, 4, 7, 3, 6, 8])
    add(store, "end_of_cohort", [7, 6, 6, 9, 6, 6, 9], (*CODES[:6], "WE90D"))
    (side,) = compare(store, scope(), audience="team").sides
    assert side.n_linked == 6
    (offer,) = side.linking.offers
    pipeline.say_same(store, side.linking, offer, is_same=True)
    assert people(the_change(store))["up"] == "5 of 7"


def test_one_to_five_and_then_one_to_ten_is_refused_and_explained(store):
    asked = "How ready do you feel to speak up?"
    add(store, "enrolment", [1, 2, 3, 4, 5, 5, 4], asked=f"{asked} (1 to 5)")
    add(store, "end_of_cohort", [7, 6, 6, 9, 6, 6, 10], asked=f"{asked} (1 to 10)")
    comparison = compare(store, scope(), audience="team")
    assert comparison.changes == ()
    (refused,) = comparison.asked
    assert refused.fit == "scale"
    assert [(one.low, one.high) for one in refused.scales] == [(1, 5), (1, 10)]


def test_other_words_are_compared_only_once_the_team_says_they_ask_the_same(store):
    add(store, "enrolment", [1, 2, 3, 4, 5, 5, 9], asked="How ready do you feel to speak up now?")
    add(store, "end_of_cohort", [7, 6, 6, 9, 6, 6, 10], asked="How ready do you feel to speak up?")
    comparison = compare(store, scope(), audience="team")
    assert comparison.changes == ()
    (near,) = comparison.asked
    assert (near.fit, near.before) == ("reworded", "How ready do you feel to speak up now?")
    assert people(the_change(store, as_same={near.question.id}))["up"] == "7 of 7"


def test_both_times_can_be_seen_whoever_is_linked(store):
    add(store, "enrolment", [5, 6, 4, 7, 3, 6, 8])
    add(store, "end_of_cohort", [7, 6, 6, 9], CODES[:4])
    before, after = every_time(store, scope(), "enr_e_conf_senior", audience="team")
    assert (before.rows["n"].iloc[0], after.rows["n"].iloc[0]) == (7, 4)
    assert (before.scope.stage, after.scope.stage) == ("enrolment", "end_of_cohort")


def test_two_cohorts_stand_side_by_side(store):
    for cohort in ("Cohort 1", "Cohort 2"):
        add(store, "enrolment", [5, 6, 4, 7, 3, 6, 8], cohort=cohort)
        add(store, "end_of_cohort", [7, 6, 6, 9, 6, 6, 9], cohort=cohort)
    scopes = comparisons(store.datasets())
    found = of_cohorts(store, scopes, "enr_e_conf_senior", audience="team")
    assert [(one.cohort, people(shown)["up"]) for one, shown in found.items()] == [
        ("Cohort 1", "5 of 7"),
        ("Cohort 2", "5 of 7"),
    ]


def test_an_open_comparison_is_the_teams_alone(store):
    add(store, "enrolment", [5, 6, 4, 7, 3, 6, 8])
    add(store, "end_of_cohort", [7, 6, 6, 9, 6, 6, 9])
    with pytest.raises(NotAllowed):
        compare(store, scope(), audience="internal")


def drawn(store, **kwargs):
    comparison = compare(store, scope(), audience="team", **kwargs)
    (change,) = comparison.changes
    return draw_one(store, comparison, change.question.first_id)


def times_of(chart):
    return {one.scope.stage for one in (chart.published, *chart.others)}


def test_without_codes_a_wording_spelled_otherwise_is_drawn_at_both_times(store):
    add(store, "enrolment", [5, 6, 7, 8], None, asked="How ready are you? (from 1 to 10)")
    add(store, "end_of_cohort", [6, 6, 7, 9], None, asked="how ready are you? (1 - 10)")
    (chart,) = drawn(store)
    assert times_of(chart) == {"enrolment", "end_of_cohort"}


def test_without_codes_a_question_said_to_be_the_same_is_drawn_at_both_times(store):
    add(store, "enrolment", [5, 6, 7, 8], None, asked="How ready do you feel to speak up now?")
    add(store, "end_of_cohort", [6, 6, 7, 9], None, asked="How ready do you feel to speak up?")
    (near,) = compare(store, scope(), audience="team").asked
    (chart,) = drawn(store, as_same={near.question.id})
    assert times_of(chart) == {"enrolment", "end_of_cohort"}


def test_a_time_between_that_asked_on_another_scale_is_not_drawn_beside(store):
    asked = "How ready do you feel to speak up?"
    add(store, "enrolment", [1, 6, 7, 8, 10], None, asked=asked)
    add(store, "training", [1, 2, 3, 4, 5], None, asked=asked)
    add(store, "end_of_cohort", [1, 6, 7, 9, 10], None, asked=asked)
    (chart,) = drawn(store)
    assert times_of(chart) == {"enrolment", "end_of_cohort"}


def test_a_question_that_the_linked_left_out_is_not_called_one_of_people_who_cannot_be_linked(
    store,
):
    add(store, "enrolment", [5, 6, 7, 8, "", "", ""])
    add(store, "end_of_cohort", ["", "", "", "", 7, 8, 9])
    comparison = compare(store, scope(), audience="team")
    (chart,) = drawn(store)
    assert times_of(chart) == {"enrolment", "end_of_cohort"}
    assert in_counts(comparison.changes[0]) == "Nobody is known to have answered both times."


def test_one_role_without_codes_leaves_the_other_its_change(store):
    asked = "How ready do you feel to speak up, from 1 to 10?"
    for role, codes in (("mentee", CODES), ("mentor", None)):
        add(store, "enrolment", [5, 6, 4, 7, 3, 6, 8], codes, asked=asked, role=role)
        add(store, "end_of_cohort", [7, 6, 6, 9, 6, 6, 9], codes, asked=asked, role=role)
    said = in_counts(the_change(store))
    assert said.startswith("Five of 7 mentees scored themselves higher")
    assert said.endswith("mentors cannot be linked.")


def test_no_t_test_stands_beside_the_range_of_a_share(store):
    asked = "Have you been mentored before?"
    add(store, "enrolment", ["No"] * 6 + ["Yes"], asked=asked)
    add(store, "end_of_cohort", ["Yes"] * 7, asked=asked)
    said = statistics_of_change(the_change(store))["Mentees"]
    (mean,) = (line for line in said if line.startswith("Average change"))
    assert "paired Newcombe" in mean
    assert "p =" not in mean


def test_of_a_question_of_ones_own_no_way_is_called_better(store):
    asked = "How stressed do you feel at work, from 1 to 10?"
    add(store, "enrolment", [8, 7, 9, 8, 6, 7, 8], asked=asked)
    add(store, "end_of_cohort", [3, 4, 3, 4, 3, 5, 2], asked=asked)
    glance = draw_overview(compare(store, scope(), audience="team"))
    bars, _ = drawn(store)
    assert glance.headline == "One question asked twice. Mentees: 1 clear"
    assert "better" not in bars.table.to_csv()


def test_scores_read_as_plain_numbers_once_are_named_and_not_compared(store):
    asked = "How ready do you feel to speak up?"
    add(store, "enrolment", [3, 4, 3, 4, 3, 4, 10], asked=asked)
    add(store, "end_of_cohort", [8, 9, 8, 9, 8, 9, 8], asked=asked)
    comparison = compare(store, scope(), audience="team")
    assert comparison.changes == ()
    assert [one.fit for one in comparison.asked] == ["type"]


def test_others_read_which_way_more_moved_also_where_neither_is_better(store):
    asked = "Have you been mentored before?"
    add(store, "enrolment", ["No"] * 8 + ["Yes"] * 3, MANY_CODES, asked=asked)
    add(store, "end_of_cohort", ["Yes"] * 5 + ["No"] * 3 + ["Yes"] * 3, MANY_CODES, asked=asked)
    for one in (*scope().stages, scope()):
        pipeline.close_stage(store, one)
    glance = draw_overview(compare(store, scope(), audience="internal"))
    assert "more moved up than down on 1 of 1" in glance.headline


def test_cohorts_are_not_pooled_where_one_shows_everybodys_answers(store):
    """Three cohorts that each show +2.7 would have had +2.5 together."""
    before, after = [3, 4, 3, 4, 3, 4, 3], [5, 4, 8, 9, 8, 5, 4]
    few = (*CODES[:2], "", "", "", "", "")
    for cohort, codes in (("Cohort 1", CODES), ("Cohort 2", few), ("Cohort 3", CODES)):
        add(store, "enrolment", before, cohort=cohort)
        add(store, "end_of_cohort", after, codes, cohort=cohort)
    scopes = comparisons(store.datasets())
    every = of_cohorts(store, scopes, "enr_e_conf_senior", audience="team")
    shown = {one.cohort: published for one, published in every.items()}
    assert pooled_by_group([shown["Cohort 1"], shown["Cohort 3"]])["mentee"].k == 2
    assert pooled_by_group(list(shown.values())) == {}


def test_what_others_may_not_see_of_a_comparison_is_named(store):
    faith = "I have faith in the process that has been set up."
    said = ["Agree", "Agree", "Disagree", "Agree", "Strongly agree", "Agree", "Not applicable"]
    for stage in ("enrolment", "end_of_cohort"):
        add(store, stage, said, asked=faith)
        pipeline.close_stage(store, scope(stage, since=""))
    pipeline.close_stage(store, scope())
    comparison = compare(store, scope(), audience="internal")
    assert comparison.changes == ()
    assert [one.id for one in comparison.team_only] == ["end_faith"]
    assert compare(store, scope(), audience="team").team_only == ()


def test_beyond_the_team_how_many_moved_which_way_is_added_up_over_cohorts(store):
    before, after = [5, 6, 4, 7, 3, 6, 8, 5, 6, 4, 7, 3], [7, 7, 6, 9, 6, 6, 9, 6, 5, 4, 6, 3]
    codes = (*MANY_CODES, "TE44C")
    for cohort in ("Cohort 1", "Cohort 2"):
        add(store, "enrolment", before, codes, cohort=cohort)
        add(store, "end_of_cohort", after, codes, cohort=cohort)
    scopes = comparisons(store.datasets())
    for one in [*dict.fromkeys(dataset.scope for dataset in store.datasets()), *scopes]:
        close_stage(store, one)
    asked = ("enr_e_conf_senior",)
    found = of_cohorts(store, scopes, *asked, audience="internal")

    together = cohorts_added_up(store, scopes, *asked, audience="internal")

    chart = draw_cohorts(found, together)
    lows = [figures["low"].tolist() for figures in (one.rows for one in found.values())]
    assert together.rows["low"].tolist() == [sum(ends) for ends in zip(*lows, strict=True)]
    assert chart.table["Cohort"].tolist() == ["Cohort 1", "Cohort 2", "All of these together"]
    assert "2 cohorts" in chart.headline
    assert cohorts_added_up(store, scopes, *asked, audience="team") is None
