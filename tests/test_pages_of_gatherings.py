"""Focus groups and events, on the page: added, read, shown to others by the rules, deleted."""

import pytest

from rm_eval import gathered, pipeline
from tests.test_pages import (
    HOSTILE,
    button,
    kept_in_a_file,
    opened,
    plain,
    store,
    upload,
    words,
)
from tests.test_pages_of_words import everything
from tests.uploads import csv_file

__all__ = ["kept_in_a_file", "store"]  # fixtures

HEADINGS = ["Theme", "Role", "How many people said it", "Quote", "Consent"]
SPOKEN = "Finding time to meet"
ALONE = "A word about Priya"
ROWS = [
    [SPOKEN, "mentee", "7", "We always found an hour", "yes"],
    [ALONE, "mentee", "1", "Only I know this", "no"],
]


def content(rows=ROWS):
    return csv_file([HEADINGS, *rows]).content


def opened_for(audience):
    page = opened("gatherings")
    return page.radio[0].set_value(audience).run()


def labelled(widgets, label):
    return next(one for one in widgets if one.label.startswith(label))


def filled_in(page, *, mentors=0, mentees=12):
    labelled(page.text_input, "Organisation").set_value("A Trust")
    labelled(page.text_input, "Cohort").set_value("Cohort 1")
    labelled(page.number_input, "How many mentors").set_value(mentors)
    labelled(page.number_input, "How many mentees").set_value(mentees)
    return page


def added(**fields):
    """A sheet of themes of mentees alone, kept by way of the page."""
    page = filled_in(upload(opened("gatherings"), "themes.csv", content()), **fields)
    return button(page, "Keep this sheet").click().run()


def test_an_empty_page_says_what_it_is_for():
    page = opened("gatherings")

    assert not page.exception
    assert "never counted with them" in words(page)
    assert "Nothing has been added yet." in words(page)


def test_a_sheet_is_read_asked_about_and_kept(store):
    page = upload(opened("gatherings"), "themes.csv", content())
    assert "2 rows read, 1 quote with consent." in words(page)
    assert "Row 3: its quote was left out" in words(page)

    page = button(filled_in(page), "Keep this sheet").click().run()

    assert not page.exception
    assert "This sheet of themes is kept." in words(page)
    (one,) = gathered.kept_gatherings(store)
    assert (one.organisation, one.cohort, one.counted) == ("A Trust", "Cohort 1", "people")
    assert one.n_there == {"mentor": 0, "mentee": 12}


def test_without_people_there_nothing_is_kept_and_the_page_says_what_to_do(store):
    page = added(mentees=0)

    assert "Say how many mentors and how many mentees were there." in words(page)
    assert gathered.kept_gatherings(store) == ()


def test_a_file_that_is_no_sheet_of_themes_is_refused_with_the_headings():
    page = upload(opened("gatherings"), "other.csv", b"Name,Score\na,1\n")

    assert "these headings: Theme, Role, Mentions, Quote, Consent" in words(page)


def test_add_data_leads_here():
    page = upload(opened("add_data"), "themes.csv", content())

    assert "is a sheet of themes: each row is a theme, not a person" in words(page)


def test_the_team_sees_everything_and_others_nothing_before_two_people_have_read_it():
    added()
    team = everything(opened_for("team"))
    assert SPOKEN in team
    assert ALONE in team

    for audience in ("internal", "public"):
        assert SPOKEN not in everything(opened_for(audience))


def test_a_report_for_mentees_holds_what_several_said_once_two_people_have_read_it():
    added()
    page = opened_for("team")
    assert "Priya: A capital letter" in words(page).replace("**", "")
    labelled(page.checkbox, "Two people have read").check()
    labelled(page.text_input, "How and when did the people").set_value("By e-mail, 4 March")
    page = button(page, "Let others see them").click().run()
    assert "Others may see these themes now" in words(page)

    everybody = opened_for("internal")
    assert SPOKEN not in everything(everybody)
    assert "Only mentees were there." in words(everybody)
    report = everybody.radio[1].set_value("mentee").run()

    assert SPOKEN in everything(report)
    assert "We always found an hour" in plain(everything(report))
    assert ALONE not in everything(report)
    assert SPOKEN not in everything(report.radio[1].set_value("mentor").run())


def test_without_the_tick_nobody_else_sees_them(store):
    added()
    page = button(opened_for("team"), "Let others see them").click().run()

    assert "Have a second person read them, then tick the box." in words(page)
    assert not gathered.kept_gatherings(store)[0].is_cleared


def test_a_quote_is_withdrawn_and_a_sheet_deleted(store):
    added()
    page = button(opened_for("team"), "Withdraw this quote").click().run()
    assert gathered.kept_gatherings(store)[0].n_quotes == 0

    labelled(page.checkbox, "Yes, delete these themes").check()
    button(page, "Delete").click().run()

    assert gathered.kept_gatherings(store) == ()


@pytest.mark.parametrize("hostile", HOSTILE)
def test_a_theme_is_never_rendered(hostile):
    rows = [[hostile, "mentee", "7", hostile, "yes"]]
    page = filled_in(upload(opened("gatherings"), "themes.csv", content(rows)))
    button(page, "Keep this sheet").click().run()

    page = opened_for("team")

    assert not page.exception
    shown = [one.value for one in page.markdown if one.value.startswith("> ")]
    assert shown
    for mark in "!<[$:#*`~":
        assert mark not in shown[0].replace(f"\\{mark}", "")


def test_the_sample_shows_a_focus_group_beside_the_chart_it_explains(store):
    pipeline.load_sample(store)
    page = opened("end_of_cohort")

    team = page.radio[0].set_value("team").run()
    said = words(team)
    assert "Focus group of 6 mentees" in said
    assert "From a focus group, not a survey." in said

    others = page.radio[0].set_value("internal").run()
    assert "Celebration event of mentors and mentees" in words(others)
    assert "Focus group of" not in words(others)
