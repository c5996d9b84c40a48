import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rm_eval.cleaning import ROW_RULES, SENTENCES, UNDOABLE, clean
from rm_eval.readers import read_upload
from rm_eval.recognise import recognise
from tests.uploads import csv_file, forms_rows, google_csv, workbook

HEADINGS = ["ID", "Completion time", "How confident are you? (1-10)", "Anything else to tell us?"]


def cleaned(*rows, headings=HEADINGS, undone=frozenset()):
    raw = read_upload(csv_file([headings, *map(list, rows)]))
    return clean(raw, recognise(raw), role="mentor", undone=undone)


def kept(survey):
    return [person.row for person in survey.responses.people]


def aside(survey):
    return [(entry.row, entry.rule) for entry in survey.set_aside]


@pytest.mark.parametrize(
    "text",
    ["test", "TEST please ignore", "Test 2", "this is a test", "asdf", "Testing.", "please ignore"],
)
def test_a_clear_test_is_set_aside(text):
    survey = cleaned(("1", "", "7", "Good"), ("2", "", "7", text), ("3", "", "8", "Fine pairing"))

    assert aside(survey) == [(3, "test_response")]


@pytest.mark.parametrize(
    "text",
    ["We should test this more", "A testing time", "It was a test of patience", "Contest", "xxx"],
)
def test_a_real_answer_that_holds_the_word_test_is_kept(text):
    assert aside(cleaned(("1", "", "7", text))) == []


STARTED = ["ID", "Start time", *HEADINGS[1:]]


def test_of_two_responses_with_one_id_the_latest_is_kept_and_both_are_named():
    survey = cleaned(
        ("1", "2026-03-04 09:00", "2026-03-04", "7", "Good"),
        ("2", "2026-03-04 09:00", "2026-03-04", "5", "Fine"),
        ("1", "2026-03-04 09:00", "2026-03-05", "2", "Good"),
        headings=STARTED,
    )

    assert (kept(survey), aside(survey)) == ([3, 4], [(2, "duplicate_response")])
    assert "row 4" in survey.set_aside[0].why
    assert "Row 2" in survey.set_aside[0].why


def test_a_later_time_counts_more_than_a_later_row():
    survey = cleaned(
        ("1", "2026-03-04 09:00", "2026-03-05", "7", "Good"),
        ("1", "2026-03-04 09:00", "2026-03-04", "2", "Good"),
        headings=STARTED,
    )

    assert kept(survey) == [2]


def test_a_response_broken_off_does_not_take_the_place_of_a_complete_one():
    headings = ["ID", "Start time", "Completion time", "A (1-10)", "B (1-10)", "C (1-10)"]
    survey = cleaned(
        ("1", "2026-03-04 09:00", "2026-03-04", "7", "8", "9"),
        ("1", "2026-03-04 09:00", "2026-03-05", "2", "", ""),
        ("2", "2026-03-04 09:00", "2026-03-05", "2", "3", "4"),
        headings=headings,
    )

    assert kept(survey) == [2, 4]


def test_one_id_at_two_times_is_two_people():
    survey = cleaned(("1", "2026-03-04", "7", "Good"), ("1", "2026-03-05", "7", "Good"))

    assert kept(survey) == [2, 3]


@pytest.mark.parametrize(
    ("again", "n_kept"), [(("1", "", "7", "Good"), 2), (("1", "", "8", ""), 3)]
)
def test_without_times_one_id_is_one_person_only_if_the_answers_are_the_same(again, n_kept):
    survey = cleaned(("1", "", "7", "Good"), ("2", "", "7", "Good"), again)

    assert len(kept(survey)) == n_kept


@pytest.mark.parametrize("n_people", [3, 8, 60])
def test_nobody_is_lost_where_two_exports_numbered_from_one_stand_in_one_file(n_people):
    rows = [(str(one), "2026-03-04", "7", "Good") for one in range(1, n_people + 1)]

    assert len(kept(cleaned(*rows, *rows[:-1]))) == 2 * n_people - 1


def test_an_export_pasted_under_itself_counts_once():
    rows = [(str(one), f"2026-03-04 09:{one}", "7", "Good") for one in range(10, 40)]

    assert len(kept(cleaned(*rows, *rows))) == len(rows)


def test_equal_answers_with_ids_of_their_own_are_two_people_who_agree():
    assert kept(cleaned(("1", "", "7", "Good"), ("9", "", "7", "Good"))) == [2, 3]


def test_an_id_that_most_people_share_is_no_response_id():
    rows = [("Ward 3", "", "7", "Good"), ("Ward 3", "", "8", "Fine"), ("Ward 3", "", "9", "Great")]

    assert kept(cleaned(*rows)) == [2, 3, 4]


def test_without_ids_only_an_exact_repeat_to_the_second_is_a_second_response():
    upload = google_csv({"Useful?": ["Yes", "Yes", "No"]})
    lines = upload.content.decode().splitlines()
    raw = read_upload(type(upload)(name="a.csv", content="\n".join([*lines, lines[1]]).encode()))
    survey = clean(raw, recognise(raw), role="mentor")

    assert aside(survey) == [(2, "duplicate_response")]
    without_times = cleaned(("Yes",), ("Yes",), headings=["Useful?"])
    assert aside(without_times) == []


SCORES = ["Trust", "How confident are you? (1-10)", "How safe are you? (1-10)"]
PEOPLE = [("Northmoor", "7", "8"), ("Southwell", "8", "9"), ("Northmoor", "6", "8")]


@pytest.mark.parametrize(
    "row",
    [
        ("Total", "21", "25"), ("TOTAL:", "", ""), ("Mean", "7.0", "8.33"), ("n", "3", ""),
        ("", "Average", "8.3"), ("Responses", "3", "100%"), ("Grand total", "1,021", "25"),
    ],
)  # fmt: skip
def test_a_summary_under_the_table_is_nobody(row):
    assert aside(cleaned(*PEOPLE, row, headings=SCORES)) == [(5, "summary_row")]


def test_several_summaries_under_the_table_are_set_aside_and_come_back():
    rows = (*PEOPLE, ("Total", "21", "25"), ("", "", ""), ("Average", "7", "8.3"))

    assert kept(cleaned(*rows, headings=SCORES)) == [2, 3, 4]
    assert kept(cleaned(*rows, headings=SCORES, undone=frozenset({"summary_row"})))[-1] == 7


@pytest.mark.parametrize(
    "rows",
    [
        [("Total", "21", "25"), *PEOPLE],
        [*PEOPLE, ("Total", "7", "very")],
        [*PEOPLE, ("Southwell", "Total", "8")],
        [*PEOPLE, ("", "7", "8")],
        [("Y", "7", "8"), ("Y", "8", "8"), ("N", "7", "8")],
        [("Good", "7", "8"), ("Poor", "2", "3"), ("Average", "5", "5")],
        [("Count", "7", "8"), ("Earl", "8", "8"), ("Count", "7", "8")],
    ],
)
def test_a_person_who_answered_like_a_summary_is_kept(rows):
    assert aside(cleaned(*rows, headings=SCORES)) == []


def test_numbers_without_id_and_time_below_a_forms_export_are_nobody():
    rows = forms_rows({"How confident are you? (1-10)": ["7", "8"], "Why?": ["Time", "Trust"]})
    width = len(rows[0])

    def forms_aside(*last):
        raw = read_upload(workbook({"Sheet1": [*rows, [None] * (width - len(last)) + [*last]]}))
        return aside(clean(raw, recognise(raw), role="mentor"))

    assert forms_aside("7.5", None) == [(4, "summary_row")]
    assert forms_aside("7", "I filled this in on paper") == []


def test_testing_is_a_line_of_work():
    headings = ["What is your area of work?", "Anything else to tell us?", "Why did you join?"]
    rows = [("Testing", "Fine pairing", ""), ("Testing", "", ""), ("Wards", "test", "")]

    assert aside(cleaned(*rows, headings=headings)) == [(4, "test_response")]


def test_one_test_word_among_answers_is_no_test():
    headings = ["Why did you join?", "What would you tell others?", "Anything else to tell us?"]
    rows = [("To learn more", "Speak up early", "Testing"), ("test", "asdf", "To be heard")]

    assert aside(cleaned(*rows, headings=headings)) == [(3, "test_response")]


MARKED = ["Status", "Finished", *HEADINGS[2:]]


def cleaned_of_marked(*rows, undone=frozenset()):
    """Rows of which the survey tool says what they are, and whether they were finished."""
    raw = read_upload(csv_file([MARKED, *map(list, rows)]))
    kind, finished, *asked = raw.headings
    told = (replace(kind, part="kind"), replace(finished, part="finished"), *asked)
    raw = replace(raw, headings=told)
    return clean(raw, recognise(raw), role="mentor", undone=undone)


def test_previews_spam_and_unfinished_answers_are_set_aside_and_the_reason_said():
    survey = cleaned_of_marked(
        ("IP Address", "True", "7", "Good"),
        ("Survey Preview", "False", "7", "Good"),
        ("Spam", "True", "7", "Good"),
        ("IP Address", "False", "7", "Good"),
        ("IP Address", "False", "", ""),
    )

    assert kept(survey) == [2]
    assert {entry.row: (entry.rule, entry.why) for entry in survey.set_aside} == {
        3: (
            "test_response",
            "The survey tool marks row 3 as a preview, not somebody's answer. We set it aside.",
        ),
        4: (
            "test_response",
            "The survey tool marks row 4 as spam, not somebody's answer. We set it aside.",
        ),
        5: (
            "incomplete_response",
            "The survey tool says that row 5 was not finished. We set it aside.",
        ),
        6: ("blank_rows_removed", "Row 6 holds no answer to any question. We set it aside."),
    }


def test_unfinished_answers_can_be_brought_back():
    rows = [("IP Address", "True", "7", "Good"), ("IP Address", "False", "8", "Fine")]

    assert kept(cleaned_of_marked(*rows)) == [2]
    assert kept(cleaned_of_marked(*rows, undone=frozenset({"incomplete_response"}))) == [2, 3]


def test_undoing_a_rule_brings_all_its_rows_back():
    rows = (("1", "", "7", "test"), ("2", "", "8", "asdf"), ("3", "", "9", "Fine"))

    assert kept(cleaned(*rows)) == [4]
    assert kept(cleaned(*rows, undone=frozenset({"test_response"}))) == [2, 3, 4]


def test_undoing_one_entry_brings_that_row_back_and_no_other():
    rows = (("1", "", "7", "test"), ("2", "", "8", "asdf"), ("3", "", "9", "Fine"))
    first = cleaned(*rows).set_aside[0]

    assert kept(cleaned(*rows, undone=frozenset({first.id}))) == [2, 4]


def test_undoing_a_reworded_score_leaves_it_out_and_the_receipt_says_so():
    rows = (("1", "", "8/10", "Good"), ("2", "", "9/10", "Fine"), ("3", "", "7", "So-so"))
    first = cleaned(*rows).log[0]
    survey = cleaned(*rows, undone=frozenset({first.id}))

    assert list(survey.responses.answers["number"].dropna()) == [9, 7]
    assert [(e.row, e.rule, e.after) for e in survey.log] == [
        (2, "undone", ""),
        (3, "value_reworded", "9"),
    ]


def test_undoing_one_tick_leaves_the_others():
    headings = ["What are the main areas of your work?"]
    rows = (("Communications;COMMUNICATIONS MATTERS;people management;",),)
    survey = cleaned(*rows, headings=headings, undone=frozenset({"unknown_option"}))

    assert list(survey.responses.answers["answer"]) == ["communications", "people_management"]


def test_what_was_left_out_already_cannot_be_undone():
    rows = (("1", "", "11", "Good"), ("2", "", "7", "Fine"))
    survey = cleaned(*rows, undone=frozenset({"value_out_of_range"}))

    assert [(entry.row, entry.rule) for entry in survey.log] == [(2, "value_out_of_range")]
    assert list(survey.responses.answers["number"].dropna()) == [7]


def test_every_rule_that_can_be_undone_has_its_sentence():
    assert set(UNDOABLE) <= set(SENTENCES)


cells = st.sampled_from(["", "7", "11", "8/10", "test", "Good", "1", "2", "N/A", "eight"])
tables = st.lists(st.tuples(cells, st.just("2026-03-04"), cells, cells), min_size=1, max_size=6)
undone_rules = st.sets(st.sampled_from(UNDOABLE)).map(frozenset)


@settings(deadline=None)
@given(tables, undone_rules)
def test_nobody_vanishes_without_an_entry(rows, undone):
    survey = cleaned(*rows, undone=undone)

    gone = [entry.row for entry in survey.set_aside]
    assert sorted(kept(survey) + gone) == list(range(2, len(rows) + 2))


@settings(deadline=None)
@given(tables)
def test_cleaning_what_was_kept_sets_nothing_more_aside(rows):
    raw = read_upload(csv_file([HEADINGS, *map(list, rows)]))
    recognition = recognise(raw)
    once = clean(raw, recognition, role="mentor")
    again = clean(replace(raw, cells=raw.cells.loc[kept(once)]), recognition, role="mentor")

    assert (kept(again), aside(again)) == (kept(once), [])
    assert again.responses.answers.equals(once.responses.answers)


@settings(deadline=None)
@given(tables, st.randoms(use_true_random=False))
def test_the_order_of_the_columns_changes_nothing(rows, chance: random.Random):
    order = list(range(len(HEADINGS)))
    chance.shuffle(order)
    shuffled = [[row[at] for at in order] for row in rows]
    one = cleaned(*rows)
    other = cleaned(*shuffled, headings=[HEADINGS[at] for at in order])

    assert kept(one) == kept(other)
    assert sorted(map(str, one.responses.answers.to_numpy().tolist())) == sorted(
        map(str, other.responses.answers.to_numpy().tolist())
    )


def test_row_rules_are_named_by_what_they_set_aside():
    assert [rule.__name__ for rule in ROW_RULES] == [
        "blank_rows",
        "marked_rows",
        "test_rows",
        "unfinished_rows",
        "summary_rows",
        "second_responses",
        "second_with_a_code",
    ]
