"""One question over the cohorts of a programme: counts, gaps, and no trend."""

from dataclasses import replace

import pytest

from rm_eval import pipeline
from rm_eval.__main__ import main
from rm_eval.charts import PAGE, PHONE
from rm_eval.over_cohorts import charts_over_cohorts, over_cohorts
from rm_eval.pipeline import Scope, Store, Upload
from rm_eval.programme import CohortRecord, Pause, When
from rm_eval.report.pictures import SIZES, compose
from rm_eval.typed import keep_lines, read_lines
from tests.factories import A_DAY

ORGANISATION = "Walton"
THREE_YEARS = """Cohort 1, March 2018, mentees, 8, 6, 5
Cohort 2, September 2018, mentees, 8, 7, 7
Cohort 3, March 2019, mentees, 10, 9, 6
Cohort 10, September 2019, mentees, 9, 9, 8
Cohort 11, March 2021, mentees, , 4, 4
Cohort 12, September 2021, mentees, 12, 11, 9
"""
COHORTS = [line.split(",")[0] for line in THREE_YEARS.splitlines()]


@pytest.fixture
def store():
    store = Store()
    yield store
    store.close()


def typed(store, text=THREE_YEARS, **kept):
    return keep_lines(store, ORGANISATION, read_lines(text), **kept)


def drawn(store, audience="team"):
    return over_cohorts(store, ORGANISATION, "end_useful", audience=audience, made_on=A_DAY)


def closed(store, scopes) -> None:
    for scope in scopes:
        pipeline.close_stage(store, scope)


def told(chart) -> dict[str, str]:
    return dict(zip(chart.table["Cohort"], chart.table["Mentees who said yes"], strict=True))


def test_cohorts_stand_in_the_order_they_began_with_all_of_them_last(store):
    typed(store, "\n".join(reversed(THREE_YEARS.splitlines())))

    chart = drawn(store)

    assert list(told(chart)) == [*COHORTS[:4], "2020", *COHORTS[4:], "All of these together"]
    assert told(chart)["All of these together"] == "39 of 46"
    assert chart.headline == (
        "Usefulness of reverse mentoring: 39 of 46 mentees said yes, in 6 cohorts together"
    )


def test_a_year_without_a_cohort_is_a_gap_and_a_pause_takes_its_place(store):
    pause = Pause(since=When(2020, 3), until=When(2020, 9), why="COVID-19")
    typed(store)
    assert told(drawn(store))["2020"] == "no cohort began"

    typed(store, pause=pause)

    assert "2020" not in told(drawn(store))
    assert told(drawn(store))["Pause"] == "COVID-19"
    assert "Pause, March 2020 to September 2020: COVID-19" in drawn(store).alt


def test_a_cohort_that_nobody_answered_for_is_a_gap(store):
    typed(store)
    planned = CohortRecord(
        organisation=ORGANISATION, cohort="Cohort 13", start=When(2022, 3), status="planned"
    )
    pipeline.keep_cohort_record(store, planned)

    assert told(drawn(store))["Cohort 13"] == "no answers (planned)"


def test_cohorts_without_a_date_come_last_by_name_two_before_ten(store):
    typed(store, "Cohort 10,,mentees,,9,8\nCohort 2,,mentees,,9,8\nCohort 1,2018,mentees,,9,8")

    assert list(told(drawn(store)))[:3] == ["Cohort 1", "Cohort 2", "Cohort 10"]


def test_one_cohort_is_nothing_to_draw(store):
    typed(store, THREE_YEARS.splitlines()[0])

    assert drawn(store) is None


@pytest.mark.parametrize("n_cohorts", [2, 3, 6])
def test_no_trend_is_ever_claimed(store, n_cohorts):
    typed(store, "\n".join(THREE_YEARS.splitlines()[:n_cohorts]))

    notes = drawn(store).notes

    few = "Fewer than 3 cohorts: nothing can be said about a direction."
    many = "Whether answers rise or fall from cohort to cohort is not judged."
    assert (few in notes) == (n_cohorts < 3)
    assert (many in notes) == (n_cohorts >= 3)


def test_the_team_sees_the_likely_range_in_words_and_others_do_not(store):
    closed(store, typed(store))
    of_range = "Mentees: similar people (95% range)"

    assert drawn(store).table[of_range].tolist()[0] == "44 to 97 of 100"
    assert of_range not in drawn(store, "internal").table


@pytest.mark.parametrize("audience", ["internal", "public"])
def test_others_are_told_bands_alone_and_a_small_cohort_is_hidden(store, audience):
    closed(store, typed(store))

    found = told(drawn(store, audience))

    assert found["Cohort 11"] == "hidden"
    assert not {"5 of 6", "7 of 7", "6 of 9"} & set(found.values())
    assert found["Cohort 12"] == "9 or more of 11"


def test_together_others_are_told_no_more_than_the_sum_of_what_they_are_told(store):
    scopes = typed(store)
    closed(store, scopes)
    charts = {
        scope.cohort: pipeline.findings(store, scope, audience="internal")[0] for scope in scopes
    }

    def bounds(published) -> tuple[float, float]:
        yes = published.rows[published.rows["answer"] == "yes"]
        if yes.empty or yes["shown"].iloc[0] == "hidden":
            return 0, 0  # not in the sum: too few to tell of
        return yes["low"].iloc[0], yes["high"].iloc[0]

    every = [bounds(chart.published) for chart in charts.values()]
    low, high = bounds(drawn(store, "internal").published)

    assert (low, high) == (sum(one for one, _ in every), sum(one for _, one in every))


def test_a_cohort_that_is_open_is_a_gap_to_others_and_not_counted(store):
    closed(store, typed(store)[:5])

    chart = drawn(store, "internal")

    assert told(chart)["Cohort 12"].startswith("still open")
    assert "Left out, because still open: Cohort 12." in chart.notes
    # Cohort 11, of four people, is left out of the sum.
    assert "in 4 cohorts together" in chart.headline


def test_while_all_are_open_others_see_nothing(store):
    typed(store)

    assert drawn(store, "internal") is None


@pytest.mark.parametrize("audience", ["team", "internal", "public"])
def test_picture_alt_text_and_numbers_say_that_totals_were_typed_in(store, audience):
    closed(store, typed(store))

    chart = drawn(store, audience)

    assert chart.subtitle.endswith("Typed in from totals.")
    assert chart.alt.startswith("One row a cohort, typed in from totals.")
    assert "Typed in from totals: nobody’s own answers were read." in chart.notes
    assert "typed in" in pipeline.numbers_csv(chart).decode("utf-8-sig").lower()


def test_cohorts_typed_in_and_cohorts_counted_stand_beside_each_other(store):
    typed(store)
    content = "Did you find reverse mentoring useful?\n" + "Yes\n" * 8 + "No\n" * 2
    look = pipeline.look_at(Upload(name="mentees.csv", content=content.encode()))
    scope = Scope(organisation=ORGANISATION, cohort="Cohort 13", stage="end_of_cohort")
    pipeline.keep(store, look, scope=scope, role="mentee")

    chart = drawn(store)

    assert told(chart)["Cohort 13"] == "8 of 10"
    assert chart.subtitle.endswith("Partly typed in from totals.")


def test_nothing_is_joined_from_cohort_to_cohort(store):
    typed(store)

    figure = drawn(store).figure

    lines = [shape for shape in figure.layout.shapes if shape.type == "line"]
    slanted = [one for one in lines if one.x0 != one.x1 and one.y0 != one.y1]
    assert slanted == []


@pytest.mark.parametrize("audience", ["team", "internal", "public"])
@pytest.mark.parametrize("roles", [1, 2])
def test_every_row_stands_within_its_picture(store, audience, roles):
    both = THREE_YEARS + THREE_YEARS.replace("mentees", "mentors") * (roles - 1)
    closed(store, typed(store, both))
    chart = drawn(store, audience)

    for size in SIZES.values():
        figure = compose(chart, size)
        assert all(
            0 <= text.y <= figure.layout.yaxis.range[0]
            for text in figure.layout.annotations
            if text.yref == "y"
        )
    for frame in (PAGE, PHONE, replace(PAGE, width=1200)):
        canvas = chart.lay_out(frame)
        assert all(0 <= text["y"] <= canvas.height for text in canvas.texts)


def test_words_never_speak_of_causes_or_trends(store):
    closed(store, typed(store))
    for audience in ("team", "internal", "public"):
        chart = drawn(store, audience)
        said = " ".join([chart.headline, chart.subtitle, chart.alt, *chart.notes]).lower()
        assert not {"proves", "impact", "significant", "because of", "trend", "improved"} & set(
            said.replace(",", " ").split()
        )


def test_cohorts_counted_together_and_apart_stand_in_panels_of_their_own(store):
    text = (
        "Cohort 1,2018,both together,,12,9\nCohort 2,2019,mentors,,6,5\nCohort 2,2019,mentees,,7,6"
    )
    typed(store, f"{text}\nCohort 3,2020,staff,,10,8")

    chart = drawn(store)

    assert "28 of 35 mentors and mentees said yes" in chart.headline
    table = chart.table.set_index("Cohort")
    assert table.loc["Cohort 1", "Mentors who said yes"] == "counted together"
    assert table.loc["Cohort 2", "Mentors and mentees who said yes"] == ("counted apart")
    assert table.loc["All of these together", "Mentors and mentees who said yes"] == "28 of 35"


def test_a_long_reason_is_cut_in_the_picture_and_whole_in_the_table(store):
    why = "Paused because every facilitator was called back to the wards for the second wave"
    typed(store, pause=Pause(since=When(2020, 3), until=When(2020, 9), why=why))

    chart = drawn(store)

    said = [text["text"] for text in chart.lay_out(PHONE).texts]
    assert why not in said
    assert any(text.endswith(" …") and why.startswith(text[:-2]) for text in said)
    assert told(chart)["Pause"] == why


@pytest.mark.browser
def test_the_command_line_writes_one_picture_over_all_cohorts(tmp_path, monkeypatch, capsys):
    url = f"sqlite:///{tmp_path}/answers.sqlite3"
    monkeypatch.setenv("RM_EVAL_DATABASE_URL", url)
    monkeypatch.delenv("RM_EVAL_MODE", raising=False)
    kept = Store(url)
    closed(kept, typed(kept, "\n".join(THREE_YEARS.splitlines()[:2])))
    kept.close()

    assert main(["report", "--out", str(tmp_path / "pictures")]) == 0

    named = [line for line in capsys.readouterr().out.splitlines() if "over_cohorts" in line]
    assert len([line for line in named if line.endswith(".png")]) == 1


@pytest.mark.parametrize("stage", ["enrolment", "training"])
def test_a_report_of_another_stage_has_no_picture_over_cohorts(store, stage):
    typed(store)
    datasets = [replace(one, scope=replace(one.scope, stage=stage)) for one in store.datasets()]

    assert charts_over_cohorts(store, datasets, audience="team") == ()
