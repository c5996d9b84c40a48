"""Cohorts beside each other in words: a column a cohort in time, a row an answer or a question."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from rm_eval.disclosure import Published, how_typed
from rm_eval.questionnaire import Scale
from rm_eval.wording.figures import Figure, by_group, figures, joined
from rm_eval.wording.headline import finding, subject
from rm_eval.wording.lead import Lead, leads, what_leads
from rm_eval.wording.over_cohorts import FEWEST_FOR_A_DIRECTION as FEWEST
from rm_eval.wording.over_cohorts import (
    GAPS,
    NO_DIRECTION,
    NOT_JUDGED,
    OF_ONE_GROUP,
    OTHER_PEOPLE,
    TOGETHER,
    CohortRow,
    why_without,
)
from rm_eval.wording.surroundings import asked, grouped_in_words, how_answered, notes

BARS = "A bar is the share of people; pale where only a range is told."
BARS_OF_AVERAGES = "Of an average it is where the average lies on its scale."
GREY = GAPS.replace("row", "column").replace("over", "across")


@dataclass(frozen=True, kw_only=True, slots=True)
class TableCell:
    """One figure.

    Attributes
    ----------
    text
        Such as "6 of 11", "2.1", "hidden".
    share
        From where to where it reaches of its column; None where it is drawn as words alone.
    """

    text: str
    share: tuple[float, float] | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class TableRow:
    """One answer or question; its cells stand in the order of the table's columns."""

    label: str
    cells: tuple[TableCell, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class GroupTable:
    """What one group, such as mentors, answered in each cohort.

    Attributes
    ----------
    group, label
        Such as ``"mentor"`` and ``"Mentors"``.
    columns
        Cohorts and gaps in time; last all of them together, of one question.
    """

    group: str
    label: str
    columns: tuple[CohortRow, ...]
    rows: tuple[TableRow, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """One question over cohorts: how it is called, its rows in time, and all of them added up."""

    label: str
    rows: tuple[CohortRow, ...]
    together: Published


def tables_of_answers(rows: Sequence[CohortRow], together: Published) -> tuple[GroupTable, ...]:
    """Lay out one question of many answers, an answer a row, most given first."""
    columns = (*rows, CohortRow(label=TOGETHER, published=together))
    cells = [_answers_by_group(column.published) for column in columns]
    return tuple(
        GroupTable(
            group=group,
            label=label,
            columns=columns,
            rows=_answer_rows(label, columns, cells, together),
        )
        for group, label in groups_in(rows, together)
    )


def tables_of_questions(lines: Sequence[Line]) -> tuple[GroupTable, ...]:
    """Lay out questions that come down to one figure each, a question a row.

    Parameters
    ----------
    lines
        Of one organisation and stage, with the same rows in time.
    """
    named = dict.fromkeys(named for line in lines for named in groups_in(line.rows, line.together))
    columns = lines[0].rows
    return tuple(
        GroupTable(
            group=group,
            label=label,
            columns=columns,
            rows=tuple(row for line in lines if (row := _question_row(line, label)) is not None),
        )
        for group, label in named
    )


def groups_in(rows: Sequence[CohortRow], together: Published) -> list[tuple[str, str]]:
    """Name the groups of which anything is told in any cohort."""
    every = [*(row.published for row in rows if row.published is not None), together]
    found = dict.fromkeys(
        (str(group), str(label))
        for one in every
        for group, label, shown in zip(
            one.rows["group"], one.rows["group_label"], one.rows["shown"], strict=True
        )
        if shown != "hidden"
    )
    return list(found)


def _answers_by_group(published: Published | None) -> dict[str, dict[str, Figure]]:
    """Every answer's figure, by group: of an order the average place, or how many put it first."""
    if published is None:
        return {}
    every = figures(published)
    if published.measure == "ranking":
        means = [one for one in every if one.statistic == "mean_place"]
        tops = [one for one in every if one.statistic.startswith("top_")]
        every = means if any(one.shown != "hidden" for one in means) else tops or every
    return {group: {one.answer: one for one in those} for group, those in by_group(every).items()}


def _answer_rows(
    label: str,
    columns: Sequence[CohortRow],
    cells: Sequence[dict[str, dict[str, Figure]]],
    together: Published,
) -> tuple[TableRow, ...]:
    names: dict[str, str] = {}
    for column in reversed(cells):
        for answer, figure in column.get(label, {}).items():
            if answer:
                names.setdefault(answer, figure.label or answer)
    rows = [
        TableRow(
            label=name,
            cells=tuple(
                _cell(column, label, those.get(label), answer)
                for column, those in zip(columns, cells, strict=True)
            ),
        )
        for answer, name in names.items()
    ]
    if together.measure not in {"ticks", "themes", "choices"}:
        return tuple(rows)
    return tuple(sorted(rows, key=lambda row: -sum(row.cells[-1].share or (0, 0))))


def _cell(column: CohortRow, group: str, told: dict[str, Figure] | None, answer: str) -> TableCell:
    if told is None:
        return TableCell(text=why_without(column, group) if column.published else "")
    figure = told.get(answer)
    if figure is None:
        rest = next(iter(told.values()))
        return TableCell(text=rest.text if not rest.answer else "not listed")
    if figure.share_low is None or figure.share_high is None:
        return TableCell(text=figure.text)
    return TableCell(text=figure.text, share=(figure.share_low, figure.share_high))


def _question_row(line: Line, group: str) -> TableRow | None:
    found = [leads(row.published) if row.published else {} for row in line.rows]
    if not any(group in one for one in found):
        return None
    cells = tuple(
        _lead_cell(one[group], line.together)
        if group in one
        else TableCell(text=why_without(row, group) if row.published else "")
        for row, one in zip(line.rows, found, strict=True)
    )
    what = what_leads(line.together.question)
    return TableRow(label=f"{line.label}: {what.removeprefix('who ')}", cells=cells)


def _lead_cell(lead: Lead, together: Published) -> TableCell:
    if lead.at is None:
        return TableCell(text=lead.text)
    if together.measure != "scale":
        return TableCell(text=lead.text, share=lead.at)
    scale = together.question.scale or Scale()
    low, high = ((end - scale.low) / (scale.high - scale.low) for end in lead.at)
    return TableCell(text=f"{lead.text} ({lead.figure.n_text} people)", share=(low, high))


def headline_of_answers(together: Published) -> str:
    """What was found in all cohorts together."""
    n = len(together.cohorts)
    return f"{subject(together.question)}: {finding(together)}, in {n} cohorts together"


def headline_of_questions(lines: Sequence[Line]) -> str:
    """How many questions and cohorts stand side by side, and when they were asked."""
    first = lines[0]
    n = sum(row.published is not None for row in first.rows)
    many = f"{len(lines)} {'question' if len(lines) == 1 else 'questions'}"
    place = first.together.scope.organisation.strip()
    return f"{place}: {many} at {first.together.scope.when}, {n} cohorts side by side"


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
    """What cohorts are to each other, how to read a bar; then the usual of all of them together."""
    every = published_in(lines)
    cohorts = {one.scope.cohort for one in every}
    of_all = [
        note
        for line in lines
        for note in notes(line.together)
        if not note.startswith(OF_ONE_GROUP) and (of_one or not note.startswith("Counted together"))
    ]
    has_averages = any(line.together.measure == "scale" for line in lines)
    has_gaps = any(row.published is None for line in lines for row in line.rows)
    said = (
        OTHER_PEOPLE,
        NO_DIRECTION if len(cohorts) < FEWEST else NOT_JUDGED,
        BARS if any(line.together.measure != "ranking" for line in lines) else "",
        BARS_OF_AVERAGES if has_averages else "",
        GREY if has_gaps else "",
        *of_all,
        grouped_in_words([*every, *(line.together for line in lines)]),
    )
    return tuple(dict.fromkeys(one for one in said if one))


def published_in(lines: Sequence[Line]) -> list[Published]:
    """Every cohort's figures."""
    return [row.published for line in lines for row in line.rows if row.published is not None]
