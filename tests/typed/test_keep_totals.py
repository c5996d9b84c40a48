"""Totals typed in: kept, measured and told like answers, and never told apart."""

from dataclasses import replace

import pytest

from rm_eval import before_and_after, pipeline, quoting
from rm_eval.cohorts import findings_together, pools
from rm_eval.errors import NotAllowed
from rm_eval.pipeline import Part, Scope, Store, Upload
from rm_eval.questionnaire import all_questions
from rm_eval.typed import Tally, Totals, keep_totals, of_yes, typed_totals
from tests.factories import tick_question

USEFUL = next(one for one in all_questions() if one.id == "end_useful")
AREAS = tick_question("Budgets", "People", "Projects")
TYPED = "Typed in from totals"


@pytest.fixture
def store():
    store = Store()
    yield store
    store.close()


def part(cohort="Cohort 1", role="mentee", stage="end_of_cohort") -> Part:
    scope = Scope(organisation="Walton", cohort=cohort, stage=stage)
    return Part(scope=scope, role=role)


def useful(n_yes: int, n: int, *, n_sent=None, **of) -> Totals:
    return Totals(part=part(**of), tallies=(of_yes(USEFUL, n=n, n_yes=n_yes),), n_sent=n_sent)


def ticks(n: int, *counts: int, **of) -> Totals:
    named = {option.id: count for option, count in zip(AREAS.options, counts, strict=True)}
    return Totals(part=part(**of), tallies=(Tally(question=AREAS, n=n, counts=named),))


def charts(store, audience="team", **of):
    scope = part(**of).scope
    return {one.id: one for one in pipeline.findings(store, scope, audience=audience)}


# What is drawn says that it was typed in --------------------------------------------------------


def test_totals_are_drawn_as_counted_answers_are(store):
    keep_totals(store, [useful(8, 11, n_sent=12)])

    chart = charts(store)["end_useful"]

    assert chart.headline == "Usefulness of reverse mentoring: 8 of 11 mentees said yes"
    assert "11 of 12 mentees answered the form." in chart.notes


@pytest.mark.parametrize("audience", ["team", "internal", "public"])
def test_a_picture_its_alt_text_and_its_numbers_say_that_totals_were_typed_in(store, audience):
    keep_totals(store, [useful(8, 11)])
    pipeline.close_stage(store, part().scope)

    chart = charts(store, audience)["end_useful"]

    assert f"{TYPED}." in chart.subtitle
    assert chart.alt.startswith("Chart of yes and no answers, typed in from totals: ")
    assert f"{TYPED}: nobody’s own answers were read." in chart.notes
    assert TYPED in pipeline.numbers_csv(chart).decode("utf-8-sig")
    assert not any("survey answers" in note for note in chart.notes)


def test_totals_beside_answers_from_a_file_are_called_a_part(store):
    content = "Did you find reverse mentoring useful?\nYes\nNo\nYes\nYes\nYes\n"
    look = pipeline.look_at(Upload(name="mentors.csv", content=content.encode()))
    mentors = part(role="mentor")
    pipeline.keep(store, look, scope=mentors.scope, role="mentor")
    keep_totals(store, [useful(8, 11)])

    chart = charts(store)["end_useful"]

    assert "Partly typed in from totals: of mentees nobody’s own answers were read." in chart.notes
    assert "Partly typed in from totals." in chart.subtitle


@pytest.mark.parametrize("audience", ["team", "internal"])
def test_cohorts_typed_in_and_counted_are_together_a_part(store, audience):
    content = "Did you find reverse mentoring useful?\n" + "Yes\nNo\n" * 6
    look = pipeline.look_at(Upload(name="mentees.csv", content=content.encode()))
    pipeline.keep(store, look, scope=part("Cohort 2").scope, role="mentee")
    keep_totals(store, [useful(8, 11)])
    for cohort in ("Cohort 1", "Cohort 2"):
        pipeline.close_stage(store, part(cohort).scope)
    (pool,) = pools(store, [part("Cohort 1").scope, part("Cohort 2").scope])

    (chart,) = findings_together(store, pool, audience=audience)

    assert "Partly typed in from totals: of some cohorts nobody’s own answers were read." in (
        chart.notes
    )


def test_how_blanks_were_counted_is_not_said_of_totals_that_somebody_else_counted(store):
    areas = next(one for one in all_questions() if one.id == "enr_work_areas")
    of_areas = Totals(
        part=part(stage="enrolment"),
        tallies=(Tally(question=areas, n=7, counts={areas.options[0].id: 6}),),
    )
    keep_totals(store, [of_areas])

    chart = charts(store, stage="enrolment")["enr_work_areas"]

    assert "6 of 7" in chart.table.to_csv()
    assert not any("without ticking" in note for note in chart.notes)


# Small cohorts beyond the team ------------------------------------------------------------------


def test_seven_people_who_all_said_yes_are_told_as_a_range_to_others(store):
    keep_totals(store, [useful(7, 7)])
    pipeline.close_stage(store, part().scope)

    chart = charts(store, "internal")["end_useful"]

    assert chart.headline.endswith("5 or more of 7 mentees said yes")


def test_four_people_are_hidden_from_others(store):
    keep_totals(store, [useful(4, 4)])
    pipeline.close_stage(store, part().scope)

    assert "hidden" in charts(store, "public")["end_useful"].headline


# Typed in again ---------------------------------------------------------------------------------


def test_totals_typed_in_again_just_so_change_nothing(store):
    keep_totals(store, [useful(8, 11)])
    before = store.datasets()

    assert keep_totals(store, [useful(8, 11)]) == ()
    assert store.datasets() == before


def test_corrected_totals_take_the_place_of_the_earlier_ones(store):
    keep_totals(store, [useful(8, 11)])

    assert keep_totals(store, [useful(9, 11)]) == (part(),)
    (totals,) = typed_totals(store)
    assert totals.tallies[0].counts == {"yes": 9, "no": 2}


def test_another_question_of_the_same_people_joins_the_first(store):
    keep_totals(store, [useful(8, 11, n_sent=12)])
    keep_totals(store, [ticks(7, 6, 3, 0)])

    (totals,) = typed_totals(store)

    assert [tally.question.id for tally in totals.tallies] == ["end_useful", "areas"]
    assert totals.n_sent == 12
    assert charts(store)["areas"].published.rows["text"].tolist() == [
        "6 of 7",
        "3 of 7",
        "0 of 7",
    ]


@pytest.mark.parametrize(
    "now",
    [
        pytest.param(useful(9, 12), id="one-more-who-said-yes"),
        pytest.param(useful(9, 11), id="one-who-now-says-yes"),
        pytest.param(useful(6, 11), id="two-who-now-say-no"),
        pytest.param(useful(10, 13), id="two-more-who-said-yes"),
        pytest.param(useful(7, 9), id="two-fewer"),
    ],
)
def test_totals_that_were_given_out_cannot_change_by_one_or_two_people(store, now):
    keep_totals(store, [useful(8, 11)])
    pipeline.close_stage(store, part().scope)

    with pytest.raises(NotAllowed, match="what single people said") as refusal:
        keep_totals(store, [now])

    assert refusal.value.code == "totals_given_out"
    assert charts(store, "internal")["end_useful"].headline.startswith("Usefulness")


def test_totals_that_were_given_out_can_change_by_three_people_or_more(store):
    keep_totals(store, [useful(8, 11)])
    pipeline.close_stage(store, part().scope)

    keep_totals(store, [useful(12, 16)])
    pipeline.close_stage(store, part().scope)

    assert "of 16 mentees" in charts(store, "internal")["end_useful"].headline


def test_a_tick_box_table_that_was_given_out_never_changes(store):
    """One person who ticked all three boxes changes three counts, as three people would."""
    keep_totals(store, [ticks(11, 8, 6, 4)])
    pipeline.close_stage(store, part().scope)

    with pytest.raises(NotAllowed, match="what single people said"):
        keep_totals(store, [ticks(12, 9, 7, 5)])


def test_nothing_can_be_added_to_totals_that_were_given_out(store):
    keep_totals(store, [useful(8, 11)])
    pipeline.close_stage(store, part().scope)

    with pytest.raises(NotAllowed, match="given out already"):
        keep_totals(store, [ticks(11, 8, 6, 4)])


def test_deleting_totals_does_not_let_others_be_given_out_in_their_place(store):
    keep_totals(store, [useful(8, 11)])
    pipeline.close_stage(store, part().scope)
    store.delete(*(one.id for one in store.datasets()))

    with pytest.raises(NotAllowed, match="given out already"):
        keep_totals(store, [useful(9, 12)])


def test_answers_from_a_file_do_not_take_the_place_of_totals_that_were_given_out(store):
    keep_totals(store, [ticks(11, 8, 6, 4)])
    pipeline.close_stage(store, part().scope)
    store.delete(*(one.id for one in store.datasets()))
    rows = "\n".join(["Yes"] * 9 + ["No"] * 3)
    content = f"Did you find reverse mentoring useful?\n{rows}\n"
    look = pipeline.look_at(Upload(name="mentees.csv", content=content.encode()))
    pipeline.keep(store, look, scope=part().scope, role="mentee")

    with pytest.raises(NotAllowed, match="given out already"):
        pipeline.close_stage(store, part().scope)


def test_a_file_with_the_very_question_does_not_take_their_place_either(store):
    keep_totals(store, [useful(8, 11)])
    pipeline.close_stage(store, part().scope)
    store.delete(*(one.id for one in store.datasets()))
    content = "Did you find reverse mentoring useful?\n" + "Yes\n" * 10 + "No\n"
    look = pipeline.look_at(Upload(name="mentees.csv", content=content.encode()))
    pipeline.keep(store, look, scope=part().scope, role="mentee")

    with pytest.raises(NotAllowed, match="what single people said"):
        pipeline.close_stage(store, part().scope)


def test_totals_of_one_role_leave_the_other_roles_file_to_its_own_rule(store):
    keep_totals(store, [useful(8, 11)])

    def export(n_yes):
        content = "Did you find reverse mentoring useful?\n" + "Yes\n" * n_yes + "No\n" * 3
        look = pipeline.look_at(Upload(name=f"mentors{n_yes}.csv", content=content.encode()))
        pipeline.keep(store, look, scope=part().scope, role="mentor", replace=True)

    export(6)
    pipeline.close_stage(store, part().scope)
    export(12)

    pipeline.close_stage(store, part().scope)

    assert pipeline.is_closed(store, part().scope)


def test_a_stage_of_totals_is_closed_again_as_it_was(store):
    keep_totals(store, [ticks(11, 8, 6, 4)])
    pipeline.close_stage(store, part().scope)
    pipeline.reopen_stage(store, part().scope)

    pipeline.close_stage(store, part().scope)

    assert pipeline.is_closed(store, part().scope)


def test_the_other_role_can_still_be_typed_in_and_given_out(store):
    keep_totals(store, [useful(8, 11)])
    pipeline.close_stage(store, part().scope)

    keep_totals(store, [useful(5, 9, role="mentor")])
    pipeline.close_stage(store, part().scope)

    assert "9 mentors" in charts(store, "internal")["end_useful"].subtitle


# Nobody is told apart ---------------------------------------------------------------------------


def test_nobody_of_totals_is_found_by_a_row_and_removed(store):
    keep_totals(store, [useful(8, 11)])

    assert pipeline.find_by_row(store, part(), 3) == ()


def test_totals_of_two_stages_are_never_linked(store):
    first = next(one for one in all_questions() if one.id == "enr_faith")
    last = next(one for one in all_questions() if one.repeats == "enr_faith")

    def of(question, stage):
        counts = {question.options[0].id: 4, question.options[-1].id: 7}
        if question.type == "yes_no":
            counts = {"yes": 4, "no": 7}
        tally = Tally(question=question, n=11, counts=counts)
        return Totals(part=part(stage=stage), tallies=(tally,))

    keep_totals(store, [of(first, "enrolment"), of(last, "end_of_cohort")])
    (scope,) = before_and_after.comparisons(store.datasets())

    found = before_and_after.compare(store, scope, audience="team")

    assert [side.n_linked for side in found.sides] == [0]
    assert all("pairs" not in one.id for one in before_and_after.charts_of(store, found))


def test_nobody_of_totals_can_be_quoted(store):
    keep_totals(store, [useful(8, 11)])

    assert quoting.quotes(store, part().scope, audience="team") == ()


# What cannot be ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("totals", "says"),
    [
        (lambda: useful(12, 11), "12 of 11 people cannot have said yes"),
        (lambda: useful(0, 0), "Nobody of the mentees of Cohort 1 answered"),
        (lambda: useful(8, 11, n_sent=10), "10 of the mentees of Cohort 1 took part, but 11"),
        (lambda: ticks(7, 8, 0, 0), "“Budgets”: 8 of 7 people is not possible"),
        (lambda: useful(8, 11, cohort=" "), "of which cohort"),
    ],
)
def test_what_cannot_be_is_refused_in_words(store, totals, says):
    with pytest.raises(NotAllowed, match=says):
        keep_totals(store, [totals()])

    assert store.datasets() == ()


def test_answers_that_do_not_add_up_are_refused():
    choice = replace(AREAS, type="single_choice")

    with pytest.raises(NotAllowed, match="add up to 9"):
        Tally(question=choice, n=11, counts={"option_0": 5, "option_1": 4})


def test_the_same_people_typed_in_twice_are_refused(store):
    with pytest.raises(NotAllowed, match="typed in twice"):
        keep_totals(store, [useful(8, 11), useful(3, 11)])


def test_totals_are_never_added_to_answers_from_a_file(store):
    content = "Did you find reverse mentoring useful?\nYes\nNo\n"
    look = pipeline.look_at(Upload(name="mentees.csv", content=content.encode()))
    pipeline.keep(store, look, scope=part().scope, role="mentee")

    with pytest.raises(NotAllowed, match="Answers from a file are here already"):
        keep_totals(store, [useful(8, 11)])


def test_saved_work_brings_totals_back_as_totals(store):
    keep_totals(store, [useful(8, 11, n_sent=12)])
    work = pipeline.write_saved_work(store, "a long passphrase of mine")
    other = Store()

    pipeline.open_saved_work(other, work, "a long passphrase of mine")

    assert typed_totals(other) == typed_totals(store)
    assert TYPED in charts(other)["end_useful"].subtitle
    other.close()


# Mentors and mentees in one number --------------------------------------------------------------


def test_staff_who_are_not_told_apart_are_counted_and_drawn_as_one_group(store):
    keep_totals(store, [useful(15, 18, n_sent=20, role="all")])
    pipeline.close_stage(store, part().scope)

    for audience in ("team", "internal"):
        chart = charts(store, audience)["end_useful"]
        assert "15 of 18 mentors and mentees said yes" in chart.headline
        assert "18 of 20 mentors and mentees answered the form." in chart.notes
    (dataset,) = store.datasets()
    assert pipeline.told(dataset).startswith("the end of cohort answers of the mentors and mentees")
    assert pipeline.latest_release(store, part().scope).n == {"all": 18}


@pytest.mark.parametrize(("first", "second"), [("all", "mentor"), ("mentor", "all")])
def test_nobody_is_counted_both_together_and_apart(store, first, second):
    keep_totals(store, [useful(15, 18, role=first)])

    with pytest.raises(NotAllowed, match="counted twice"):
        keep_totals(store, [useful(5, 8, role=second)])


@pytest.mark.parametrize(("first", "second"), [("all", "mentor"), ("mentor", "all")])
def test_what_was_told_together_is_never_told_apart_and_the_other_way_round(store, first, second):
    keep_totals(store, [useful(15, 18, role=first)])
    pipeline.close_stage(store, part().scope)
    store.delete(*(one.id for one in store.datasets()))

    with pytest.raises(NotAllowed, match="given out already of mentors and mentees"):
        keep_totals(store, [useful(5, 8, role=second)])


def test_totals_of_both_that_were_given_out_change_by_three_people_or_more(store):
    keep_totals(store, [useful(15, 18, role="all")])
    pipeline.close_stage(store, part().scope)

    with pytest.raises(NotAllowed, match="what single people said"):
        keep_totals(store, [useful(16, 19, role="all")])
    keep_totals(store, [useful(19, 23, role="all")])
    pipeline.close_stage(store, part().scope)

    assert "of 23 mentors and mentees" in charts(store, "internal")["end_useful"].headline


def test_saved_work_brings_back_totals_of_both(store):
    keep_totals(store, [useful(15, 18, role="all")])
    work = pipeline.write_saved_work(store, "a long passphrase of mine")
    other = Store()

    pipeline.open_saved_work(other, work, "a long passphrase of mine")

    assert [one.role for one in other.datasets()] == ["all"]
    other.close()
