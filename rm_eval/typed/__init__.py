"""Totals typed in: a second way in, for programmes that have tallies and no rows.

So many people are invented as the totals count, and from there on everything goes as with answers
from a file: measured, closed, told and drawn. Only how many gave each answer is ever made of them.
"""

from rm_eval.typed.keep import keep_totals, typed_totals
from rm_eval.typed.tally import TYPES, Tally, Totals, of_yes

__all__ = ["TYPES", "Tally", "Totals", "keep_totals", "of_yes", "typed_totals"]
