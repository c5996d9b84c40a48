"""Cohorts beside each other: what is said around the table of `cohort_table`."""

from collections.abc import Sequence

import pandas as pd

from rm_eval.disclosure import Published, how_typed
from rm_eval.wording.cohort_table import GroupTable, Line
from rm_eval.wording.figures import joined
from rm_eval.wording.headline import finding, subject
from rm_eval.wording.over_cohorts import FEWEST_FOR_A_DIRECTION as FEWEST
from rm_eval.wording.over_cohorts import (
    GAPS,
    NO_DIRECTION,
    NOT_JUDGED,
    OF_ONE_GROUP,
    OTHER_PEOPLE,
    CohortRow,
)
from rm_eval.wording.surroundings import asked, grouped_in_words, how_answered, notes

BARS = "A bar is the share of people; pale where only a range is told."
BARS_OF_AVERAGES = "Of an average it is where the average lies on its scale."
GREY = GAPS.replace("row", "column").replace("over", "across")


def headline_of_answers(together: Published) -> str:
    """What was found in all cohorts together."""
    n = len(together.cohorts)
    return f"{subject(together.question)}: {finding(together)}, in {n} cohorts together"


def headline_of_questions(lines: Sequence[Line]) -> str:
    """How many questions and cohorts stand side by side, and when they were asked."""
    first = lines[0]
    n = len({one.scope.cohort for one in published_in(lines)})
    many = f"{len(lines)} {'question' if len(lines) == 1 else 'questions'}"
    place = first.like.scope.organisation.strip()
    return f"{place}: {many} at {first.like.scope.when}, {n} cohorts side by side"


def subtitle_of_answers(rows: Sequence[CohortRow], together: Published) -> str:
    """The question as asked, of whom, and when."""
    n, place = len(together.cohorts), together.scope.organisation.strip()
    typed = how_typed([row.published for row in rows if row.published is not None])
    where = f"{place}, {n} cohorts, {together.scope.when}."
    parts = (asked(together.question), how_answered(together), where, typed and f"{typed}.")
    return " ".join(part for part in parts if part)


def subtitle_of_questions(lines: Sequence[Line]) -> str:
    """What stands in the table."""
    typed = how_typed(published_in(lines))
    said = "A row a question, a column a cohort, in the order they began."
    return f"{said} {typed}." if typed else said


def alt_of_tables(tables: Sequence[GroupTable], headline: str) -> str:
    """What the picture is, whose, and its main point: the table beside it has every figure."""
    columns = [column.name for column in tables[0].columns] if tables else []
    whom = joined([table.label.lower() for table in tables]) or "no group that may be told of"
    kind = f"Table with bars, a column a cohort ({joined(columns)}), for {whom}"
    gaps = [f"{c.name}: {c.gap}" for c in (tables[0].columns if tables else ()) if c.gap]
    return " ".join([f"{kind}. {headline}.", *(f"{gap}." for gap in gaps)])


def table_of_tables(tables: Sequence[GroupTable], *, first: str) -> pd.DataFrame:
    """Every figure as text.

    Parameters
    ----------
    first
        What a row is: "Answer" or "Question".
    """
    found = [
        {"Who": table.label, first: row.label}
        | {
            column.name: cell.text or column.gap
            for column, cell in zip(table.columns, row.cells, strict=True)
        }
        for table in tables
        for row in table.rows
    ]
    return pd.DataFrame(found, columns=list(found[0]) if found else ["Who", first], dtype=str)


def notes_of_tables(lines: Sequence[Line], *, of_one: bool) -> tuple[str, ...]:
    """What cohorts are to each other, how to read a bar; then the usual.

    Parameters
    ----------
    of_one
        Whether it is one question, with all cohorts added up: whose notes say who is counted.
    """
    every = published_in(lines)
    told = [line.like for line in lines] if of_one else every
    usual = [note for note in notes(*told) if not note.startswith(OF_ONE_GROUP)]
    cohorts = {one.scope.cohort for one in every}
    has_averages = any(line.like.measure == "scale" for line in lines)
    has_gaps = any(row.published is None for line in lines for row in line.rows)
    said = (
        OTHER_PEOPLE,
        NO_DIRECTION if len(cohorts) < FEWEST else NOT_JUDGED,
        BARS if any(line.like.measure != "ranking" for line in lines) else "",
        BARS_OF_AVERAGES if has_averages else "",
        GREY if has_gaps else "",
        *usual,
        grouped_in_words([*every, *(told if of_one else ())]),
    )
    return tuple(dict.fromkeys(one for one in said if one))


def published_in(lines: Sequence[Line]) -> list[Published]:
    """Every cohort's figures."""
    return [row.published for line in lines for row in line.rows if row.published is not None]
