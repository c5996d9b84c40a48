"""A programme as its organisation describes it. Nothing here is anybody's answer."""

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
)
from rm_eval.programme.funnel import Funnel, Matching
from rm_eval.programme.when import When, read_when

__all__ = [
    "CHARACTERISTICS",
    "KINDS",
    "MODES",
    "STATUSES",
    "Characteristic",
    "CohortRecord",
    "Event",
    "Funnel",
    "Kind",
    "Matching",
    "Mode",
    "Pause",
    "Status",
    "When",
    "read_when",
]
