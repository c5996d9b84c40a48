"""A walk as each of the five programmes would go: from its own kind of file to its own report.

What the programmes are is in docs/requirements.md. Everybody who answers here is invented.
"""

from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest

from rm_eval import actions, pipeline
from rm_eval.gathered import Occasion, keep_sheet, kept_gatherings, read_theme_sheet, said_at
from rm_eval.over_cohorts import over_cohorts
from rm_eval.pipeline import Scope, Store, Upload, look_at
from rm_eval.programme import CohortRecord, Funnel, Matching, Pause, Programme, When
from rm_eval.report import pack, programme_sheet
from rm_eval.report.forms import blank_workbook, write_form
from rm_eval.sample import SAMPLE_FOLDER, load_cards
from rm_eval.typed import keep_lines, read_lines
from tests.factories import A_DAY
from tests.report.test_forms import typed_in
from tests.uploads import csv_file

WALTON = """Cohort 1, March 2017, mentees, 8, 6, 5
Cohort 2, September 2017, mentees, 8, 7, 7
Cohort 3, March 2018, mentees, 10, 9, 6
Cohort 4, September 2018, mentees, 9, 9, 8
Cohort 5, March 2019, mentees, 8, 8, 8
Cohort 6, September 2019, mentees, 12, 11, 9
"""
THEMES = ("Theme", "Role", "People who said it", "Quote", "Consent")


@pytest.fixture
def store():
    store = Store()
    yield store
    store.close()


def packed(charts, papers=None):
    """Everything a report holds but the pictures, by name."""
    with ZipFile(BytesIO(pack(charts, formats=(), papers=papers))) as file:
        return {name: file.read(name).decode("utf-8-sig") for name in file.namelist()}


def card_of(store, short):
    load_cards(store)
    return next(card for card in pipeline.programme_cards(store) if short in card.organisation)


# South East: a spreadsheet for each role and stage ------------------------------------------------


def test_the_south_east_goes_from_six_exports_to_the_figures_of_its_report(store):
    scope = Scope(organisation="South East", cohort="Cohort 1", stage="enrolment")
    for path in sorted(SAMPLE_FOLDER.glob("South East cohort 1 - *")):
        look = look_at(Upload(name=path.name, content=path.read_bytes()))
        place = replace(scope, stage=look.recognition.stage)
        pipeline.keep(store, look, scope=place, role=look.recognition.role)
    for stage in ("enrolment", "training", "end_of_cohort"):
        pipeline.close_stage(store, replace(scope, stage=stage))

    charts = {
        one.id: one
        for stage in ("enrolment", "training", "end_of_cohort")
        for one in pipeline.findings(store, replace(scope, stage=stage), audience="public")
    }
    files = packed(tuple(charts.values()))

    areas = charts["enr_work_areas"].table.set_index("Answer")
    assert list(areas.loc["Process management"]) == ["8 of 11", "some (3 or more)"]
    assert {"trn_m_need", "trn_feedback_clear", "trn_e_need", "end_useful"} <= charts.keys()
    assert sum(name.endswith(".csv") for name in files) == len(charts)
    assert "For: Public: board papers" in files["contents.txt"]


# Essex Partnership: a written evaluation, and mainly a celebration event --------------------------


def test_essex_goes_from_an_event_and_a_written_evaluation_to_what_several_said(store):
    place = {"organisation": "A trust in Essex", "cohort": "Cohort 1"}
    sheet = read_theme_sheet(
        csv_file(
            [
                list(THEMES),
                ["Seeing the work from below", "mentee", "6", "I had not known", "yes"],
                ["Being taken seriously", "mentor", "5", "", ""],
                ["One story of one ward", "mentor", "1", "They told me", "no"],
            ],
            name="celebration.csv",
        )
    )
    there = Occasion(
        **place,
        kind="celebration_event",
        n_there={"mentor": 10, "mentee": 11},
        counted="people",
        agreed="Asked at the event",
        is_cleared=True,
    )
    keep_sheet(store, sheet, there)
    form = write_form("end_of_cohort", "mentee", {"characteristic": "race", "community": "BAME"})
    look = look_at(typed_in(form, n=11))
    scope = Scope(**place, stage="end_of_cohort")
    pipeline.keep(store, look, scope=scope, role="mentee")
    pipeline.close_stage(store, scope)

    (said,) = said_at(store, kept_gatherings(store), audience="public", report_to=None)
    words = "\n".join(packed(pipeline.findings(store, scope, audience="public")).values())

    assert list(said.themes.rows["label"]) == [
        "Being taken seriously",
        "Seeing the work from below",
    ]
    assert not {"story", "They told me"} & set(" ".join(said.themes.rows["label"]).split())
    assert "Did you find reverse mentoring useful?" in words


def test_essex_says_how_its_pairs_were_made_without_naming_anybody(store):
    record = CohortRecord(
        organisation="A trust in Essex",
        cohort="Cohort 1",
        mentors=Funnel(matched=12),
        matching=Matching(first=6, second=3, third=1, none_of_them=2, again=1),
    )
    card = replace(card_of(store, "Essex"), organisation="A trust in Essex")

    team = programme_sheet(Programme(card, (record,)), audience="team").text()
    public = programme_sheet(Programme(card, (record,)), audience="public").text()

    assert "1 pair was made anew later" in team
    assert "10 of 12 mentors got one of the three mentees they had named" in public
    assert "anew" not in public


# Hertfordshire Partnership: communities of practice, focus groups, a survey, actions --------------


def test_hertfordshire_goes_from_two_rooms_and_a_survey_to_you_said_we_did(store):
    place = {"organisation": "A trust in Hertfordshire", "cohort": "Cohort 2"}
    for role, theme in (("mentor", "Boundaries were hard"), ("mentee", "Finding the words")):
        sheet = read_theme_sheet(csv_file([list(THEMES), [theme, role, "5", "", ""]], name="c.csv"))
        there = Occasion(
            **place,
            kind="community_of_practice",
            n_there={role: 9},
            counted="people",
            is_cleared=True,
        )
        keep_sheet(store, sheet, there)
    scope = Scope(**place, stage="training")
    path = next(SAMPLE_FOLDER.glob("South East cohort 1 - training - mentors*"))
    look = look_at(Upload(name=path.name, content=path.read_bytes()))
    pipeline.keep(store, look, scope=scope, role="mentor")
    pipeline.close_stage(store, scope)

    for_mentees = said_at(store, kept_gatherings(store), audience="internal", report_to="mentee")
    chart = next(
        one for one in pipeline.findings(store, scope, audience="team") if one.id == "trn_m_need"
    )
    about = actions.what_it_may_come_from(chart)[actions.EVERYTHING]
    decided = replace(
        actions.blank(place["organisation"], about), decided="A plan for each session.", who="EDI"
    )
    line = actions.line_of(decided, actions.charts_for(store, "public", A_DAY), "public")

    assert [label for one in for_mentees for label in one.themes.rows["label"]] == [
        "Finding the words"
    ]
    assert line.said
    assert chart.headline not in line.said


# North Midlands: nothing yet ---------------------------------------------------------------------


def test_north_midlands_has_a_card_forms_and_twenty_seven_before_any_answer(store):
    card = card_of(store, "North Midlands")
    records = pipeline.cohort_records_of(store, card.organisation)

    sheet = programme_sheet(Programme(card, records), audience="public").text()
    form = write_form("enrolment", "mentor", {"characteristic": "race", "community": "BAME"})

    assert store.datasets() == ()
    assert "27" in sheet
    assert "Not stated" in sheet
    assert "Royal Stoke" not in form.text()
    assert blank_workbook(form, made_on=A_DAY)[:2] == b"PK"


# The Walton Centre: useful or not ----------------------------------------------------------------


def test_walton_goes_from_six_tallies_to_one_picture_with_its_pause(store):
    pause = Pause(since=When(2020, 3), until=When(2020, 12), why="COVID-19")
    for scope in keep_lines(store, "Walton", read_lines(WALTON), pause=pause):
        pipeline.close_stage(store, scope)

    chart = over_cohorts(store, "Walton", "end_useful", audience="public", made_on=A_DAY)
    words = "\n".join(packed((chart,)).values())

    assert chart.headline in words
    assert "33 to 47 of 50 mentees said yes, in 6 cohorts together" in chart.headline
    assert "Typed in from totals" in words
    assert list(chart.table["Cohort"])[-3:] == ["Cohort 6", "Pause", "All of these together"]
    assert "COVID-19" in chart.alt
