"""A programme as its organisation describes it. Nothing here is anybody's answer."""

from rm_eval.programme.card import (
    NOT_STATED,
    ON_THE_LIST,
    QUESTIONS,
    STATES,
    WHICH_CHARACTERISTICS,
    Asked,
    Card,
    Included,
    State,
)
from rm_eval.programme.characteristic import CHARACTERISTICS, Characteristic
from rm_eval.programme.cohort_record import (
    KINDS,
    MODES,
    STATUSES,
    CohortRecord,
    Event,
    Kind,
    Mode,
    Pause,
    Status,
    read_event,
    read_pause,
)
from rm_eval.programme.funnel import Funnel, Matching
from rm_eval.programme.plain import card_of, cohort_of, plain_card, plain_cohort
from rm_eval.programme.read import Programme, read_programme
from rm_eval.programme.timeline import (
    Stretch,
    Timeline,
    TimelineRow,
    timeline_of,
)
from rm_eval.programme.when import When, read_when

__all__ = [
    "CHARACTERISTICS",
    "KINDS",
    "MODES",
    "NOT_STATED",
    "ON_THE_LIST",
    "QUESTIONS",
    "STATES",
    "STATUSES",
    "WHICH_CHARACTERISTICS",
    "Asked",
    "Card",
    "Characteristic",
    "CohortRecord",
    "Event",
    "Funnel",
    "Included",
    "Kind",
    "Matching",
    "Mode",
    "Pause",
    "Programme",
    "State",
    "Status",
    "Stretch",
    "Timeline",
    "TimelineRow",
    "When",
    "card_of",
    "cohort_of",
    "plain_card",
    "plain_cohort",
    "read_event",
    "read_pause",
    "read_programme",
    "read_when",
    "timeline_of",
]
