"""Published figures in plain sentences: headline, subtitle, alt text, notes, table, file name.

Words come from published rows alone, so nothing can be said that may not be shown.
"""

from rm_eval.wording.agreement import Sides, counts_up, sides
from rm_eval.wording.amounts import averages, month_name
from rm_eval.wording.attrition import flow_table, who_came_back
from rm_eval.wording.change import (
    DIRECTIONS,
    Change,
    Direction,
    better_of,
    changes_by_role,
    changes_of,
    hoped_for,
    in_counts,
    way_label,
)
from rm_eval.wording.changes import (
    By,
    alt_of_changes,
    headline_of_changes,
    notes_of_changes,
    pooled_label,
    pooled_text,
    subtitle_of_changes,
    table_of_changes,
    unit_of,
)
from rm_eval.wording.checked import how_checked
from rm_eval.wording.evidence import (
    Evidence,
    EvidenceOfAim,
    alt_of_evidence,
    grid_of_evidence,
    headline_of_evidence,
    notes_of_evidence,
    subtitle_of_evidence,
    table_of_evidence,
)
from rm_eval.wording.figures import NO_ANSWERS, Figure, people, percent
from rm_eval.wording.file_name import file_name, file_name_of, file_name_of_region
from rm_eval.wording.funnel import FunnelTold, funnel_told
from rm_eval.wording.gatherings import (
    gathering_title,
    gathering_title_for_others,
    gatherings_in_full,
    no_survey_note,
    said_notes,
    said_table,
)
from rm_eval.wording.grouped import (
    Way,
    ways_out,
    what_is_grouped,
    who_is_hidden,
    why_grouped,
)
from rm_eval.wording.groups import groups_shown
from rm_eval.wording.headline import headline
from rm_eval.wording.how_clear import verdict_words
from rm_eval.wording.limits import limits_in_words, what_limits_do
from rm_eval.wording.matched import (
    Matched,
    Side,
    alt_of_matched,
    headline_of_matched,
    matched_of,
    notes_of_matched,
    subtitle_of_matched,
    table_of_matched,
)
from rm_eval.wording.multiples import (
    Panel,
    alt_of_multiples,
    headline_of_multiples,
    notes_of_multiples,
    subtitle_of_multiples,
    table_of_multiples,
)
from rm_eval.wording.needs import needs_table
from rm_eval.wording.numbers import numbers_table
from rm_eval.wording.organisation_rows import (
    MEAN_LINE,
    Line,
    OrganisationRow,
    Seen,
    lines_of,
    seen_of,
)
from rm_eval.wording.over_cohorts import (
    CohortRow,
    alt_over_cohorts,
    headline_over_cohorts,
    notes_over_cohorts,
    subtitle_over_cohorts,
    table_over_cohorts,
)
from rm_eval.wording.over_organisations import (
    CHANCE,
    alt_over_organisations,
    headline_over_organisations,
    notes_over_organisations,
    subtitle_over_organisations,
    table_over_organisations,
)
from rm_eval.wording.pairs import alt_of_pairs, pairs_table
from rm_eval.wording.points import from_to, points, signed
from rm_eval.wording.quotes import quotations, quotes_in_full
from rm_eval.wording.score_labels import score_labels
from rm_eval.wording.scorecard import (
    Scored,
    alt_of_scorecard,
    headline_of_scorecard,
    notes_of_scorecard,
    scored,
    subtitle_of_scorecard,
    table_of_scorecard,
)
from rm_eval.wording.statements import (
    Statement,
    alt_of_statements,
    can_stand_together,
    headline_of_statements,
    notes_of_statements,
    statements_of,
    subtitle_of_statements,
    table_of_statements,
)
from rm_eval.wording.statistics_behind import Statistics
from rm_eval.wording.statistics_of import statistics_of
from rm_eval.wording.surroundings import alt_text, notes, nothing_to_show, subtitle
from rm_eval.wording.themes import themes_in_order
from rm_eval.wording.timeline import (
    alt_of_timeline,
    headline_of_timeline,
    notes_of_timeline,
    pause_in_words,
    status_in_words,
    subtitle_of_timeline,
    table_of_timeline,
)
from rm_eval.wording.times import when
from rm_eval.wording.two_times import (
    NOT_A_CHANGE,
    alt_of_times,
    at,
    headline_of_times,
    notes_of_times,
    subtitle_of_times,
    table_of_times,
)

__all__ = [
    "CHANCE",
    "DIRECTIONS",
    "MEAN_LINE",
    "NOT_A_CHANGE",
    "NO_ANSWERS",
    "By",
    "Change",
    "CohortRow",
    "Direction",
    "Evidence",
    "EvidenceOfAim",
    "Figure",
    "FunnelTold",
    "Line",
    "Matched",
    "OrganisationRow",
    "Panel",
    "Scored",
    "Seen",
    "Side",
    "Sides",
    "Statement",
    "Statistics",
    "Way",
    "alt_of_changes",
    "alt_of_evidence",
    "alt_of_matched",
    "alt_of_multiples",
    "alt_of_pairs",
    "alt_of_scorecard",
    "alt_of_statements",
    "alt_of_timeline",
    "alt_of_times",
    "alt_over_cohorts",
    "alt_over_organisations",
    "alt_text",
    "at",
    "averages",
    "better_of",
    "can_stand_together",
    "changes_by_role",
    "changes_of",
    "counts_up",
    "file_name",
    "file_name_of",
    "file_name_of_region",
    "flow_table",
    "from_to",
    "funnel_told",
    "gathering_title",
    "gathering_title_for_others",
    "gatherings_in_full",
    "grid_of_evidence",
    "groups_shown",
    "headline",
    "headline_of_changes",
    "headline_of_evidence",
    "headline_of_matched",
    "headline_of_multiples",
    "headline_of_scorecard",
    "headline_of_statements",
    "headline_of_timeline",
    "headline_of_times",
    "headline_over_cohorts",
    "headline_over_organisations",
    "hoped_for",
    "how_checked",
    "in_counts",
    "limits_in_words",
    "lines_of",
    "matched_of",
    "month_name",
    "needs_table",
    "no_survey_note",
    "notes",
    "notes_of_changes",
    "notes_of_evidence",
    "notes_of_matched",
    "notes_of_multiples",
    "notes_of_scorecard",
    "notes_of_statements",
    "notes_of_timeline",
    "notes_of_times",
    "notes_over_cohorts",
    "notes_over_organisations",
    "nothing_to_show",
    "numbers_table",
    "pairs_table",
    "pause_in_words",
    "people",
    "percent",
    "points",
    "pooled_label",
    "pooled_text",
    "quotations",
    "quotes_in_full",
    "said_notes",
    "said_table",
    "score_labels",
    "scored",
    "seen_of",
    "sides",
    "signed",
    "statements_of",
    "statistics_of",
    "status_in_words",
    "subtitle",
    "subtitle_of_changes",
    "subtitle_of_evidence",
    "subtitle_of_matched",
    "subtitle_of_multiples",
    "subtitle_of_scorecard",
    "subtitle_of_statements",
    "subtitle_of_timeline",
    "subtitle_of_times",
    "subtitle_over_cohorts",
    "subtitle_over_organisations",
    "table_of_changes",
    "table_of_evidence",
    "table_of_matched",
    "table_of_multiples",
    "table_of_scorecard",
    "table_of_statements",
    "table_of_timeline",
    "table_of_times",
    "table_over_cohorts",
    "table_over_organisations",
    "themes_in_order",
    "unit_of",
    "verdict_words",
    "way_label",
    "ways_out",
    "what_is_grouped",
    "what_limits_do",
    "when",
    "who_came_back",
    "who_is_hidden",
    "why_grouped",
]
