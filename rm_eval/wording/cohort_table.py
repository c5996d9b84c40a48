"""Cohorts beside each other in words: a column a cohort in time, a row an answer or a question."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf

from rm_eval.disclosure import Published
from rm_eval.questionnaire import Scale
from rm_eval.wording.figures import Figure, by_group, figures
from rm_eval.wording.lead import Lead, leads, what_leads, words_of
from rm_eval.wording.over_cohorts import (
    TOGETHER,
    CohortRow,
    why_without,
)


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
    """One question over cohorts: how it is called, its rows in time, and how it is to be read.

    Attributes
    ----------
    like
        All of them added up, or one of them: asked and measured as all are.
    """

    label: str
    rows: tuple[CohortRow, ...]
    like: Published


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
    named = dict.fromkeys(named for line in lines for named in groups_in(line.rows, line.like))
    columns = tuple(_column(those) for those in zip(*(line.rows for line in lines), strict=True))
    return tuple(
        GroupTable(
            group=group,
            label=label,
            columns=columns,
            rows=tuple(row for line in lines if (row := _question_row(line, label)) is not None),
        )
        for group, label in named
    )


def _column(rows: Sequence[CohortRow]) -> CohortRow:
    """One cohort, of which some questions may tell nothing: a gap only where none does."""
    return next((row for row in rows if row.published is not None), rows[0])


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
    if together.measure == "ranking":
        means = {
            name: _place(cells[-1].get(label, {}).get(answer)) for answer, name in names.items()
        }
        return tuple(sorted(rows, key=lambda row: means[row.label]))
    if together.measure not in {"ticks", "themes", "choices"}:
        return tuple(rows)
    return tuple(sorted(rows, key=lambda row: -sum(row.cells[-1].share or (0, 0))))


def _place(figure: Figure | None) -> float:
    """An average place in all cohorts together, the best first; of others the most people first."""
    if figure is None or figure.low is None or figure.high is None:
        return inf
    middle = (figure.low + figure.high) / 2
    return middle if figure.statistic == "mean_place" else -middle


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
        _lead_cell(one[group], line.like)
        if group in one
        else TableCell(text=why_without(row, group))
        for row, one in zip(line.rows, found, strict=True)
    )
    what = what_leads(line.like.question)
    return TableRow(label=f"{line.label}: {what.removeprefix('who ')}", cells=cells)


def _lead_cell(lead: Lead, together: Published) -> TableCell:
    if lead.at is None:
        return TableCell(text=lead.text)
    if together.measure != "scale":
        return TableCell(text=lead.text, share=lead.at)
    scale = together.question.scale or Scale()
    low, high = ((end - scale.low) / (scale.high - scale.low) for end in lead.at)
    return TableCell(text=words_of(lead), share=(low, high))
