"""Over cohorts: what one organisation's cohorts were asked, side by side in time."""

from rm_eval.over_cohorts.at_a_glance import draw_at_a_glance, draw_whole_way
from rm_eval.over_cohorts.cohorts import Choice, Cohorts, cohorts_here, cohorts_of_share
from rm_eval.over_cohorts.draw import USEFUL, charts_over_cohorts, draw_question, over_cohorts

__all__ = [
    "USEFUL",
    "Choice",
    "Cohorts",
    "charts_over_cohorts",
    "cohorts_here",
    "cohorts_of_share",
    "draw_at_a_glance",
    "draw_question",
    "draw_whole_way",
    "over_cohorts",
]
