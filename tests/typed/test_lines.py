"""Three years of "useful or not", typed in as a small table."""

import pytest

from rm_eval.errors import NotAllowed
from rm_eval.pipeline import Store, cohort_records_of, keep_cohort_record
from rm_eval.programme import CohortRecord, Pause, When
from rm_eval.typed import Line, keep_lines, read_lines, typed_lines

THREE_YEARS = """Cohort\tBegan\tWho\tTook part\tAnswered\tSaid yes
Cohort 1\tMarch 2018\tmentees\t8\t6\t5
Cohort 2\t09/2018\tMentees\t8\t7\t7
Cohort 2\t09/2018\tmentors\t\t5\t4
Cohort 3\t2019-03\tmentees\t10\t9\t6
"""


@pytest.fixture
def store():
    store = Store()
    yield store
    store.close()


def test_lines_are_read_as_a_spreadsheet_pastes_them():
    lines = read_lines(THREE_YEARS)

    assert lines[0] == Line(
        cohort="Cohort 1", began="March 2018", who="mentees", took_part=8, answered=6, said_yes=5
    )
    assert lines[2].took_part is None


@pytest.mark.parametrize("comma", [",", ";", "\t"])
def test_cells_are_parted_by_commas_semicolons_or_tabs(comma):
    (line,) = read_lines(comma.join(["Cohort 1", "2018", "mentors", "", "6", "5"]))

    assert (line.cohort, line.who, line.answered) == ("Cohort 1", "mentors", 6)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Cohort 1, 2018, mentees, 8, 6", "Line 1 has 5 cells, not 6"),
        ("Cohort 1, 2018, mentees, 8, six, 5", "Line 1: “six” is no whole number"),
    ],
)
def test_a_line_that_cannot_be_read_is_named(text, says):
    with pytest.raises(NotAllowed, match=says):
        read_lines(text)


def test_what_is_typed_comes_back_to_be_corrected_in_the_order_of_time(store):
    keep_lines(store, "Walton", reversed(read_lines(THREE_YEARS)))

    found = typed_lines(store, "Walton")

    assert [(one.cohort, one.began, one.who, one.said_yes) for one in found] == [
        ("Cohort 1", "March 2018", "mentees", 5),
        ("Cohort 2", "September 2018", "mentors", 4),
        ("Cohort 2", "September 2018", "mentees", 7),
        ("Cohort 3", "March 2019", "mentees", 6),
    ]


def test_lines_without_numbers_are_left_out(store):
    keep_lines(store, "Walton", [*read_lines(THREE_YEARS), Line(cohort="Cohort 4")])

    assert "Cohort 4" not in {one.cohort for one in typed_lines(store, "Walton")}


@pytest.mark.parametrize(
    ("line", "says"),
    [
        (Line(cohort="Cohort 1"), "No numbers are typed in yet"),
        (Line(cohort="", answered=5, said_yes=4), "numbers and no cohort"),
        (Line(cohort="A", answered=5), "A, mentees: type how many answered and how many said yes"),
        (Line(cohort="A", answered=5, said_yes=6), "A, mentees: 6 of 5 people cannot have said"),
        (Line(cohort="A", who="others", answered=5, said_yes=4), "say mentors, mentees or both"),
        (Line(cohort="A", began="soon", answered=5, said_yes=4), "A: “soon” is not a date"),
    ],
)
def test_a_line_that_cannot_be_is_refused_by_its_cohort_and_nothing_is_kept(store, line, says):
    good = Line(cohort="Good", answered=5, said_yes=4)
    lines = [line] if line.is_blank else [good, line]

    with pytest.raises(NotAllowed, match=says):
        keep_lines(store, "Walton", lines)

    assert store.datasets() == ()
    assert cohort_records_of(store, "Walton") == ()


def test_a_first_line_with_numbers_in_words_is_no_heading():
    with pytest.raises(NotAllowed, match="Line 1: “eight” is no whole number"):
        read_lines("Cohort 1, March 2018, mentees, eight, six, five\nC2, 2019, mentees, 9,9,9")


def test_totals_of_nobody_in_particular_are_refused(store):
    with pytest.raises(NotAllowed, match="Say whose totals these are"):
        keep_lines(store, " ", read_lines(THREE_YEARS))


def test_a_beginning_after_the_end_that_is_known_keeps_no_totals(store):
    keep_cohort_record(store, CohortRecord(organisation="Walton", cohort="C 1", end=When(2017)))

    with pytest.raises(NotAllowed, match="ends in 2017, before it starts in 2018"):
        keep_lines(store, "Walton", read_lines("C 1, 2018, mentees, 8, 6, 5"))

    assert store.datasets() == ()


def test_a_pause_without_any_date_of_a_cohort_is_not_passed_over(store):
    pause = Pause(since=When(2019, 1), until=When(2019, 2))

    with pytest.raises(NotAllowed, match="Say when a cohort began"):
        keep_lines(store, "Walton", read_lines("C 1, , mentees, 8, 6, 5"), pause=pause)

    assert store.datasets() == ()


def test_a_pause_is_noted_with_the_cohort_before_it_and_once(store):
    pause = Pause(since=When(2019, 1), until=When(2019, 2), why="No facilitator")
    keep_lines(store, "Walton", read_lines(THREE_YEARS), pause=pause)
    keep_lines(store, "Walton", read_lines(THREE_YEARS), pause=pause)

    paused = {one.cohort: one.pauses for one in cohort_records_of(store, "Walton") if one.pauses}

    assert paused == {"Cohort 2": (pause,)}
