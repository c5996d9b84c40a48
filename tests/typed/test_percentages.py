"""A table of percentages becomes counts: the South East's areas of work, as printed in 2021."""

from decimal import Decimal

import pytest

from rm_eval import pipeline
from rm_eval.errors import NotAllowed
from rm_eval.pipeline import Part, Scope, Store, Totals
from rm_eval.questionnaire import all_questions
from rm_eval.typed import (
    answers_of,
    check_percentages,
    column_of,
    count_column,
    counted,
    own_question,
    questions_with_totals,
    read_percentage,
    read_table,
)

AREAS = next(one for one in all_questions() if one.id == "enr_work_areas")
# "What are the main areas of work of the participants?", South East report, March 2021.
REPORT = """Area;Mentors;Mentees
People management;55%;86%
Project management;82%;86%
Process management;72%;43%
Budget management;36%;43%
Communications;55%;14%
Data and analysis;27%;0%
General administrative;55%;0%
Support to senior manager;18%;0%
Regional oversight;0%;14%
"""


def checked(role):
    column = column_of(AREAS, read_table(REPORT), role)
    return check_percentages({label: read_percentage(cell) for label, cell in column.items()})


def test_the_mentees_of_the_report_were_seven_or_a_multiple_of_seven():
    assert checked("mentee").sentences == ("7, 14, 21 or 28 people fit all 9 percentages.",)


def test_the_mentors_of_the_report_were_eleven_and_72_percent_is_the_odd_one():
    assert checked("mentor").sentences == (
        "No number of people up to 30 fits all 9 percentages. 11 or 22 people fit all but 1.",
        (
            "72% (“Process management”) is the odd one: 8 of 11 is 73%. No number of 11 people "
            "gives 72%."
        ),
    )


def test_percentages_that_no_number_of_people_gives_fit_nobody():
    found = check_percentages({"Communications": read_percentage("14.5%")})

    assert found.fits == ()
    assert found.sentences[0].startswith("No number of people up to 30 gives any of these")


def test_an_answer_that_stands_in_a_table_twice_is_not_overwritten():
    rows = read_table("Communications;3;\ncommunications ;5;\n")

    with pytest.raises(NotAllowed, match="“Communications” stands in the table twice"):
        column_of(AREAS, rows, "mentor")


def test_more_people_can_be_tried_where_there_may_have_been_more():
    column = column_of(AREAS, read_table(REPORT), "mentor")
    percentages = {label: read_percentage(cell) for label, cell in column.items()}

    assert check_percentages(percentages, most=70).sentences == (
        "67 people fit all 9 percentages.",
    )


def test_the_report_becomes_counts_that_say_what_was_printed():
    tally, log = counted(AREAS, checked("mentor"), 11)

    assert list(tally.counts.values()) == [6, 9, 8, 4, 6, 3, 6, 2, 0]
    assert (log[0][1], log[0][2], log[0][3]) == (
        "People management: 55%",
        "6 of 11",
        "6 of 11 is 55%.",
    )
    assert log[2][3] == ("No number of 11 people gives 72%; the nearest is kept. 8 of 11 is 73%.")


def test_the_report_is_drawn_as_counts_and_the_log_keeps_what_it_printed():
    store = Store()
    scope = Scope(organisation="South East", cohort="Cohort 1", stage="enrolment")
    totals = []
    for role, n in (("mentor", 11), ("mentee", 7)):
        tally, log = counted(AREAS, checked(role), n)
        totals.append(Totals(part=Part(scope=scope, role=role), tallies=(tally,), log=log))

    pipeline.keep_totals(store, totals)

    (chart,) = pipeline.findings(store, scope, audience="team")
    assert chart.headline == ("Nine of 11 mentors and 6 of 7 mentees ticked “Project management”")
    log = [entry for one in store.datasets() for entry in store.log(one.id)]
    assert any(entry.before == "Process management: 72%" for entry in log)
    store.close()


def test_a_number_that_does_not_fit_is_refused():
    with pytest.raises(NotAllowed, match="12 people do not fit"):
        counted(AREAS, checked("mentor"), 12)


@pytest.mark.parametrize(
    ("text", "percent"),
    [("72%", 72), ("72", 72), (" 72.5 % ", Decimal("72.5")), ("", None), ("-", None)],
)
def test_a_percentage_is_read_as_it_is_printed(text, percent):
    assert read_percentage(text) == percent


@pytest.mark.parametrize("text", ["many", "101%", "-3", "8 of 11"])
def test_what_is_no_percentage_is_refused(text):
    with pytest.raises(NotAllowed, match="is no percentage"):
        read_percentage(text)


def test_an_answer_the_question_does_not_have_is_named():
    with pytest.raises(NotAllowed, match="“Gardening” is none of the answers"):
        column_of(AREAS, read_table("Gardening;3;4"), "mentor")


def test_a_line_with_too_few_cells_is_named_by_its_number():
    with pytest.raises(NotAllowed, match="Line 2 has 2 cells, not 3"):
        read_table("Budgets;3;4\nPeople;3")


def test_a_group_that_was_not_asked_has_an_empty_column():
    assert column_of(AREAS, read_table("Budget management;3;"), "mentee") == {}


def test_counts_are_whole_numbers():
    with pytest.raises(NotAllowed, match="“Budget management”: “3.5” is no whole number"):
        count_column(AREAS, {"Budget management": "3.5"}, 7)


def test_a_question_of_ones_own_has_the_id_that_a_file_with_the_same_heading_gets():
    wording = "What was best?"
    own = own_question(wording, ["Talking", "Listening"], kind="multiple_choice")
    file = f"{wording}\nTalking;Listening;\nTalking;\nListening;\nTalking;Listening;\n"
    look = pipeline.look_at(pipeline.Upload(name="best.csv", content=file.encode()))

    assert own.id in [one.question.id for one in look.recognition.matches]
    assert not own.known


@pytest.mark.parametrize(("wording", "answers"), [("", ["A", "B"]), ("What?", ["A"])])
def test_a_question_of_ones_own_needs_words_and_two_answers(wording, answers):
    with pytest.raises(NotAllowed, match="at least two answers"):
        own_question(wording, answers, kind="multiple_choice")


def test_nothing_with_an_order_and_no_own_words_can_be_typed_in():
    kinds = {one.type for one in questions_with_totals("end_of_cohort")}

    assert not kinds & {"ranking", "free_text", "date", "number"}
    assert all(answers_of(one) for one in questions_with_totals("end_of_cohort"))
