"""Count several options as one beyond the programme team, as the questionnaire says.

Who is in the only pair with a mentor at band 8b is known to everybody. So a figure a band is the
team's alone, and everybody else is told of "Band 7 and above".
"""

from dataclasses import replace

from rm_eval.measures import Measured
from rm_eval.questionnaire import Option, Question


def coarser(measured: Measured) -> Measured:
    """Add up the people behind options that are one beyond the team; each chose one of them."""
    grouped = measured.question.grouped
    if grouped is None or measured.kind != "choices":
        return measured
    is_one = measured.rows["answer"].isin(grouped.of)
    rows = measured.rows.assign(
        answer=measured.rows["answer"].mask(is_one, grouped.id),
        label=measured.rows["label"].mask(is_one, grouped.label),
    )
    by = ["group", "statistic", "answer"]
    first = {"label": "first", "value": "sum", "n": "first"}
    added_up = rows.groupby(by, sort=False, as_index=False).agg(first)
    return replace(
        measured, rows=added_up[list(rows.columns)], question=with_one_option(measured.question)
    )


def with_one_option(question: Question) -> Question:
    """Put one option in the place of those that it stands for."""
    grouped = question.grouped
    if grouped is None:
        return question
    options = {
        one.id: one
        for option in question.options
        for one in [
            Option(id=grouped.id, label=grouped.label) if option.id in grouped.of else option
        ]
    }
    return replace(question, options=tuple(options.values()), grouped=None)
