"""What is told of each kind of measure, one file a kind that is told in its own way."""

from collections.abc import Callable

from rm_eval.disclosure.kinds.change import tell_change
from rm_eval.disclosure.kinds.group import Group
from rm_eval.disclosure.kinds.ranking import is_incomplete, tell_ranking
from rm_eval.disclosure.kinds.scores import tell_scores
from rm_eval.disclosure.kinds.sums import tell_sums
from rm_eval.disclosure.kinds.ticks import tell_ticks
from rm_eval.disclosure.told import ToldGroup
from rm_eval.measures import Kind

__all__ = ["KINDS", "Group", "is_incomplete"]

# One line a kind of measure. What is not here, numbers and dates, says something of each single
# person whichever way it is cut, and is for the team alone.
KINDS: dict[Kind, Callable[[Group], ToldGroup]] = {
    "ticks": tell_ticks,
    "themes": tell_ticks,
    "choices": tell_sums,
    "likert": tell_sums,
    "yes_no": tell_sums,
    "attrition": tell_sums,
    "scale": tell_scores,
    "change": tell_change,
    "ranking": tell_ranking,
}
