"""Store: what is kept, where, and for how long."""

from rm_eval.store.identity import Difference, Known, difference, known_people, sum_of
from rm_eval.store.place import Mode, Place, place_of_answers
from rm_eval.store.records import Dataset, Store, told
from rm_eval.store.saved_work import open_saved_work, write_saved_work
from rm_eval.store.stages import close_stage, is_closed, reopen_stage

__all__ = [
    "Dataset",
    "Difference",
    "Known",
    "Mode",
    "Place",
    "Store",
    "close_stage",
    "difference",
    "is_closed",
    "known_people",
    "open_saved_work",
    "place_of_answers",
    "reopen_stage",
    "sum_of",
    "told",
    "write_saved_work",
]
