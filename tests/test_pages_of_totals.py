"""The page for totals, as the Walton Centre's officer would use it: tallies and no rows."""

import pytest

from rm_eval import pipeline
from rm_eval.pipeline import Store
from tests.test_pages import ROOT, button, kept_in_a_file, opened, words  # noqa: F401
from tests.typed.test_percentages import REPORT

THREE_YEARS = """Cohort 1, March 2018, mentees, 8, 6, 5
Cohort 2, September 2018, mentees, 8, 7, 7
Cohort 3, March 2019, mentees, 10, 9, 6
Cohort 4, September 2019, mentees, 9, 9, 8
Cohort 5, March 2021, mentees, , 7, 7
Cohort 6, September 2021, mentees, 12, 11, 9
"""


@pytest.fixture
def store():
    store = Store(pipeline.place_of_answers().url)
    yield store
    store.close()


def three_years():
    page = opened("totals")
    page.text_input(key="totals_organisation").input("The Walton Centre")
    page.text_area(key="pasted_lines").input(THREE_YEARS)
    page.text_input(key="pause_since").input("March 2020")
    page.text_input(key="pause_until").input("September 2020")
    return button(page, "Use these totals").click().run()


def test_three_years_of_tallies_become_one_picture_at_once():
    page = three_years()

    assert not page.exception
    assert "42 of 49 mentees said yes, in 6 cohorts together" in words(page)
    assert "Typed in from totals." in words(page)
    assert page.radio(key="audience").value == "team"


def test_pasted_lines_are_kept_once_and_never_before_what_is_typed_next(store):
    page = three_years()

    page.text_input(key="totals_organisation").input("North Trust").run()
    page = button(page, "Use these totals").click().run()

    assert page.text_area(key="pasted_lines").value == ""
    assert page.text_input(key="pause_since").value == ""
    assert "No numbers are typed in yet" in words(page)
    assert {one.scope.organisation for one in store.datasets()} == {"The Walton Centre"}


def test_closing_shows_others_the_picture_in_bands(store):
    page = three_years()
    page.radio(key="audience").set_value("internal").run()
    assert "cohorts together" not in words(page)

    page = button(page, "Close 6 cohorts, to show others").click().run()

    assert not page.exception
    assert "32 to 46 of 49 mentees said yes" in words(page)
    assert all(pipeline.is_closed(store, one.scope) for one in store.datasets())


def test_end_of_cohort_shows_each_cohort_and_all_of_them_whoever_was_counted():
    page = opened("totals")
    page.text_input(key="totals_organisation").input("The Walton Centre")
    lines = THREE_YEARS.replace("mentees", "both together")
    page.text_area(key="pasted_lines").input(lines)
    button(page, "Use these totals").click().run()

    page = page.switch_page(str(ROOT / "pages" / "end_of_cohort.py")).run()

    assert not page.exception
    assert "9 of 11 mentors and mentees said yes" in words(page)
    assert "42 of 49 mentors and mentees said yes, in 6 cohorts together" in words(page)
    assert "answers for mentors yet" not in words(page)


def test_a_line_that_cannot_be_is_said_in_words_and_nothing_is_kept(store):
    page = opened("totals")
    page.text_input(key="totals_organisation").input("The Walton Centre")
    page.text_area(key="pasted_lines").input("Cohort 1, 2018, mentees, 8, 6, 7")

    page = button(page, "Use these totals").click().run()

    assert "7 of 6 people cannot have said yes" in words(page)
    assert store.datasets() == ()


def of_report(table=REPORT):
    page = opened("totals")
    page.radio(key="totals_kind").set_value("A table of percentages from a report").run()
    page.text_input(key="totals_organisation").input("South East")
    page.selectbox(key="totals_question_enrolment").set_value("enr_work_areas").run()
    return page.text_area(key="pasted_table").input(table).run()


def test_the_report_of_march_2021_is_checked_and_its_odd_percentage_named():
    page = of_report()

    assert "7, 14, 21 or 28 people fit all 9 percentages." in words(page)
    assert "72% (“Process management”) is the odd one: 8 of 11 is 73%." in words(page)


def test_a_column_that_is_not_settled_is_not_left_out_in_silence():
    page = of_report()
    page.selectbox(key="fitting_mentor").set_value(11).run()

    assert "Say how many mentees there were, to go on." in words(page)
    assert "Use these totals" not in [one.label for one in page.button]


def test_the_report_is_kept_as_counts_once_both_numbers_are_chosen(store):
    page = of_report()
    page.selectbox(key="fitting_mentor").set_value(11).run()
    page.selectbox(key="fitting_mentee").set_value(7).run()

    page = button(page, "Use these totals").click().run()

    assert "Kept: totals of mentors and mentees of South East, Cohort 1." in words(page)
    assert {one.role: one.n_people for one in store.datasets()} == {"mentor": 11, "mentee": 7}


def test_a_counted_table_of_ones_own_question_is_kept(store):
    page = opened("totals")
    page.radio(key="totals_kind").set_value("A table of answers, counted").run()
    page.text_input(key="totals_organisation").input("North Trust")
    own = "Another question, which I type below"
    page.selectbox(key="totals_question_enrolment").set_value(own).run()
    page.text_input(key="totals_wording").input("What did you talk about?").run()
    page.text_area(key="pasted_table").input("Work;6;\nFamily;3;\nBoth;1;").run()
    page.number_input(key="answered_mentor").set_value(7).run()

    page = button(page, "Use these totals").click().run()

    assert not page.exception
    assert page.text_area(key="pasted_table").value == ""
    (dataset,) = store.datasets()
    assert [one.wording for one in store.responses(dataset.id).questions] == [
        "What did you talk about?"
    ]


@pytest.mark.parametrize("where", ["start", "add_data"])
def test_the_way_in_stands_where_somebody_looks_for_it(where):
    page = opened(where)

    if where == "start":
        page = button(page, "I only have totals, or an old report").click().run()
        assert page.title[0].value == "Type in totals"
    else:
        links = page.get("page_link")
        assert any("I only have totals" in one.proto.label for one in links)
