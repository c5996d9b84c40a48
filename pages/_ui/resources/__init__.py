"""What is costly to make and asked for at every rerun. The only folder with `st.cache_*`.

Caches are of one session: what one visitor sees never lies where another could get it. They
are keyed by the ids of datasets and of releases, which no two stores share.
"""

from pages._ui.resources.comparisons import (
    Compared,
    at_a_glance,
    charts_of_one,
    cohorts_of_one,
    compare,
)
from pages._ui.resources.drawn import Drawn
from pages._ui.resources.house import forget, keep_house
from pages._ui.resources.kept import can_draw_pictures, datasets, store, today
from pages._ui.resources.over_time import cohorts, cohorts_key, is_here, several_cohorts
from pages._ui.resources.overviews import made
from pages._ui.resources.parts import breakdowns, divisible
from pages._ui.resources.regions import (
    asked_in,
    is_sample,
    region,
    region_key,
    shared,
    shares,
)
from pages._ui.resources.scopes import datasets_of, is_closed, key_for, pool_of, pools, ways_out
from pages._ui.resources.stages import findings, not_drawn

__all__ = [
    "Compared",
    "Drawn",
    "asked_in",
    "at_a_glance",
    "breakdowns",
    "can_draw_pictures",
    "charts_of_one",
    "cohorts",
    "cohorts_key",
    "cohorts_of_one",
    "compare",
    "datasets",
    "datasets_of",
    "divisible",
    "findings",
    "forget",
    "is_closed",
    "is_here",
    "is_sample",
    "keep_house",
    "key_for",
    "made",
    "not_drawn",
    "pool_of",
    "pools",
    "region",
    "region_key",
    "several_cohorts",
    "shared",
    "shares",
    "store",
    "today",
    "ways_out",
]
