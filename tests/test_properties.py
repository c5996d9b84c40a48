"""What holds of every table: nothing is lost, nothing changes unsaid, cleaning is done once.

``PROPERTY_EXAMPLES=2000`` tries more tables than a usual run does.
"""

import os
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, reject, settings
from hypothesis import strategies as st

from rm_eval.cleaning import clean
from rm_eval.cleaning.rankings import BETWEEN_CELLS
from rm_eval.errors import ForTheReader
from rm_eval.look import Look, look_again, look_at
from rm_eval.readers import RawTable
from rm_eval.responses import Responses
from rm_eval.table import Upload
from tests.survey_tables import as_csv, as_xlsx, tables, with_columns_moved

tried = settings(
    deadline=None,
    max_examples=int(os.environ.get("PROPERTY_EXAMPLES", "30")),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
# What is said of an answer that stays as it is, so it is said again of a table already clean.
# Once every answer of somebody is left out, their row is blank.
SAID_AGAIN = {"unknown_option", "rank_incomplete", "possible_identifier", "blank_rows_removed"}


def looked_at(upload: Upload) -> Look:
    """Look at an upload; a table that is refused has no property to show."""
    try:
        return look_at(upload)
    except ForTheReader:
        reject()


def answers(responses: Responses) -> Counter:
    """Count what each row answered: by the question's id and everything of the answer."""
    rows = {person.number: person.row for person in responses.people}
    return Counter(
        (rows[person], *map(repr, answer))
        for person, *answer in responses.answers.itertuples(index=False, name=None)
    )


def by_person(responses: Responses) -> Counter:
    """Count people by all that they answered, whatever row they stand in."""
    said: dict[int, set] = {person.row: set() for person in responses.people}
    for row, *answer in answers(responses):
        said[row].add(tuple(answer))
    return Counter(map(frozenset, said.values()))


def replayed(look: Look) -> RawTable:
    """Apply each entry of the log to the raw table."""
    columns_of = {c: match.columns for match in look.recognition.matches for c in match.columns}
    cells = look.raw.cells.drop(index=[entry.row for entry in look.cleaned.set_aside])
    for entry in look.cleaned.log:
        if entry.column is not None and entry.rule != "possible_identifier":
            columns = columns_of[entry.column]
            after = entry.after.split(BETWEEN_CELLS) if len(columns) > 1 else [entry.after]
            cells.loc[entry.row, list(columns[: len(after)])] = after
    return replace(look.raw, cells=cells)


@tried
@given(tables())
def test_the_log_replayed_on_the_table_gives_the_answers_with_nothing_left_to_clean(table):
    look = looked_at(as_csv(table))

    again = clean(replayed(look), look.recognition, role="mentor")

    assert answers(again.responses) == answers(look.cleaned.responses)
    assert {entry.rule for entry in again.log} <= SAID_AGAIN


@tried
@given(tables())
def test_every_row_is_a_person_or_set_aside_with_a_reason(table):
    look = looked_at(as_csv(table))
    rows = [person.row for person in look.cleaned.responses.people]
    aside = [entry.row for entry in look.cleaned.set_aside]

    assert sorted(rows + aside) == sorted(look.raw.cells.index)
    assert all(entry.why for entry in look.cleaned.log)


@tried
@given(tables())
def test_undoing_everything_loses_nobody(table):
    look = looked_at(as_csv(table))
    every = frozenset(entry.id for entry in look.cleaned.log)

    again = look_again(look, undone=every | {entry.rule for entry in look.cleaned.log})

    before = {person.row for person in look.cleaned.responses.people}
    after = {person.row for person in again.cleaned.responses.people}
    assert before <= after
    assert len(after) + len(again.cleaned.set_aside) == len(look.raw.cells)


@tried
@given(tables())
def test_a_workbook_and_a_text_file_of_one_table_read_the_same(table):
    text, book = looked_at(as_csv(table)), looked_at(as_xlsx(table))

    assert answers(book.cleaned.responses) == answers(text.cleaned.responses)
    assert book.cleaned.log == text.cleaned.log


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
@tried
@given(table=tables(), delimiter=st.sampled_from([",", ";", "\t"]))
def test_neither_encoding_nor_delimiter_changes_an_answer(encoding, table, delimiter):
    plain = looked_at(as_csv(table))
    try:
        upload = as_csv(table, delimiter=delimiter, encoding=encoding)
    except UnicodeEncodeError:
        reject()

    other = looked_at(upload)

    assert answers(other.cleaned.responses) == answers(plain.cleaned.responses)


@tried
@given(tables(), st.randoms(use_true_random=False))
def test_the_order_of_the_questions_changes_no_answer(table, random):
    order = list(range(len(table.headings) - table.n_own))
    random.shuffle(order)

    first = looked_at(as_csv(table))
    moved = looked_at(as_csv(with_columns_moved(table, order)))

    assert answers(moved.cleaned.responses) == answers(first.cleaned.responses)


@tried
@given(tables(), st.randoms(use_true_random=False))
def test_the_order_of_the_rows_changes_no_answer(table, random):
    rows = list(table.rows)
    random.shuffle(rows)

    first = looked_at(as_csv(table))
    moved = looked_at(as_csv(replace(table, rows=tuple(rows))))

    assert by_person(moved.cleaned.responses) == by_person(first.cleaned.responses)
