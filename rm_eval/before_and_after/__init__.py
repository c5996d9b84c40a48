"""Before and after: what became of people's answers from one stage of a cohort to a later one."""

from rm_eval.before_and_after.compare import (
    Comparison,
    cohorts_added_up,
    compare,
    every_time,
    of_cohorts,
)
from rm_eval.before_and_after.draw import charts_of, draw_cohorts, draw_one, draw_overview, name_of
from rm_eval.disclosure import Published
from rm_eval.measures.repeats import Repeat
from rm_eval.twice import Side, comparisons
from rm_eval.wording import flow_table, who_came_back
from rm_eval.wording.change_with_care import with_care
from rm_eval.wording.how_clear import (
    how_clear,
    luck_of,
    what_is_told,
    what_may_mislead,
    what_so_many_can_show,
)
from rm_eval.wording.not_compared import why_not_compared
from rm_eval.wording.planning import spread_so_far, what_could_be_shown

__all__ = [
    "Comparison",
    "Published",
    "Repeat",
    "Side",
    "charts_of",
    "cohorts_added_up",
    "compare",
    "comparisons",
    "draw_cohorts",
    "draw_one",
    "draw_overview",
    "every_time",
    "flow_table",
    "how_clear",
    "luck_of",
    "name_of",
    "of_cohorts",
    "spread_so_far",
    "what_could_be_shown",
    "what_is_told",
    "what_may_mislead",
    "what_so_many_can_show",
    "who_came_back",
    "why_not_compared",
    "with_care",
]
