from dataclasses import replace

import pytest

from rm_eval.readers import read_upload
from rm_eval.recognise.rows.states import states_of
from tests.uploads import csv_file


def states(part, *marks):
    """A table of one question, and one column in which the survey tool says something of a row."""
    raw = read_upload(csv_file([["Mark", "Useful?"], *([mark, "Yes"] for mark in marks)]))
    first, *others = raw.headings
    return states_of(replace(raw, headings=(replace(first, part=part), *others)))


@pytest.mark.parametrize(
    ("mark", "kind"),
    [
        ("Survey Preview", "a preview"), ("survey test", "a test"), ("SPAM", "spam"),
        ("Umfragevorschau", "a preview"), ("Imported Spam", "spam"), ("1", "a preview"),
        ("2", "a test"), ("2.0", "a test"), ("8", "spam"), ("9", "a preview"), ("12", "spam"),
        ("17", "a preview"), ("40", "spam"),
    ],
)  # fmt: skip
def test_what_the_tool_marks_as_no_real_answer_is_none(mark, kind):
    assert states("kind", "IP Address", mark).not_real == {3: kind}


@pytest.mark.parametrize("mark", ["IP Address", "Imported", "Offline", "0", "4", "16", "32", ""])
def test_an_answer_that_came_by_another_way_is_real(mark):
    assert states("kind", mark, mark).not_real == {}


@pytest.mark.parametrize("broken_off", ["False", "0", "Incomplete", "Falsch", "no", "0.0"])
def test_what_the_tool_says_was_broken_off_is_unfinished(broken_off):
    assert states("finished", "True", broken_off, "1", "").unfinished == {3}


def test_progress_short_of_the_whole_is_unfinished():
    assert states("finished", "100", "20", "99", "1", "100").unfinished == {3, 4, 5}


def test_redcap_codes_for_unverified_and_complete_are_finished():
    assert states("finished", "1", "2", "0", "2").unfinished == {4}


@pytest.mark.parametrize("sent", ["2026-03-04 09:00:00", "3/24/2026 9:00", "24.03.2026 09:00"])
def test_without_a_time_of_sending_that_others_have_nothing_was_sent(sent):
    assert states("finished", sent, "", sent).unfinished == {3}


def test_a_row_is_unfinished_only_if_nothing_in_it_was_finished():
    raw = read_upload(csv_file([["A", "B", "Q?"], ["0", "2", "x"], ["0", "", "x"], ["2", "", "x"]]))
    first, second, asked = raw.headings
    finished = (replace(first, part="finished"), replace(second, part="finished"), asked)

    assert states_of(replace(raw, headings=finished)).unfinished == {3}


@pytest.mark.parametrize(
    ("part", "mark", "code"),
    [("kind", "Survey Test", "only_tests"), ("finished", "False", "nobody_finished")],
)
def test_where_nobody_would_be_left_all_are_kept_and_it_is_said(part, mark, code):
    found = states(part, mark, mark)

    assert (found.not_real, found.unfinished) == ({}, frozenset())
    assert [notice.code for notice in found.notices] == [code]


def test_finished_tests_do_not_make_the_only_unfinished_answers_worthless():
    rows = [["Kind", "Done", "Q?"], ["Survey Test", "True", "x"], ["IP Address", "False", "x"]]
    raw = read_upload(csv_file(rows))
    kind, done, asked = raw.headings
    told = (replace(kind, part="kind"), replace(done, part="finished"), asked)
    found = states_of(replace(raw, headings=told))

    assert (dict(found.not_real), found.unfinished) == ({2: "a test"}, frozenset())
    assert [notice.code for notice in found.notices] == ["nobody_finished"]
