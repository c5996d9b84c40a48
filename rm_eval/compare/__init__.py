"""Compare: several organisations side by side, from what they show each other and nothing else.

`region_of` gathers them, `questions_of_region` lines their questions up by wording, and the rest
draws. No organisation is set above another: they stand in the order of the alphabet.
"""

from rm_eval.charts import draw_evidence
from rm_eval.compare.about import about_region, closing_of_region, tables_of_region
from rm_eval.compare.averages import averages_together
from rm_eval.compare.draw import choices_of, draw_alike, draw_otherwise, remarks_of
from rm_eval.compare.everything import at_a_glance, every_chart, one_by_one
from rm_eval.compare.evidence import evidence_of
from rm_eval.compare.overview import (
    cards_of,
    draw_how_far,
    how_far_in_pages,
    reached_of,
    what_is_missing,
)
from rm_eval.compare.questions import Answered, Asked, asked_of, questions_of_region, together
from rm_eval.compare.region import ForWhom, Region, region_from, region_of
from rm_eval.compare.several import Set, draw_set, sets_of
from rm_eval.wording import EvidenceOfAim, Line, grid_of_evidence
from rm_eval.wording.same_programme import same_programme

__all__ = [
    "Answered",
    "Asked",
    "EvidenceOfAim",
    "ForWhom",
    "Line",
    "Region",
    "Set",
    "about_region",
    "asked_of",
    "at_a_glance",
    "averages_together",
    "cards_of",
    "choices_of",
    "closing_of_region",
    "draw_alike",
    "draw_evidence",
    "draw_how_far",
    "draw_otherwise",
    "draw_set",
    "every_chart",
    "evidence_of",
    "grid_of_evidence",
    "how_far_in_pages",
    "one_by_one",
    "questions_of_region",
    "reached_of",
    "region_from",
    "region_of",
    "remarks_of",
    "same_programme",
    "sets_of",
    "tables_of_region",
    "together",
    "what_is_missing",
]
