"""Totals typed in: a second way in, for programmes that have tallies and no rows.

So many people are invented as the totals count, and from there on everything goes as with answers
from a file: measured, closed, told and drawn. Only how many gave each answer is ever made of them.
"""

from rm_eval.typed.keep import keep_totals, typed_totals
from rm_eval.typed.lines import USEFUL, WHO, Line, keep_lines, read_lines, typed_lines
from rm_eval.typed.percentages import (
    MOST,
    Checked,
    check_percentages,
    counted,
    read_percentage,
)
from rm_eval.typed.table import (
    TableRow,
    answers_of,
    column_of,
    count_column,
    own_question,
    questions_with_totals,
    read_table,
)
from rm_eval.typed.tally import TYPES, Tally, Totals, of_yes

__all__ = [
    "MOST",
    "TYPES",
    "USEFUL",
    "WHO",
    "Checked",
    "Line",
    "TableRow",
    "Tally",
    "Totals",
    "answers_of",
    "check_percentages",
    "column_of",
    "count_column",
    "counted",
    "keep_lines",
    "keep_totals",
    "of_yes",
    "own_question",
    "questions_with_totals",
    "read_lines",
    "read_percentage",
    "read_table",
    "typed_lines",
    "typed_totals",
]
