"""Store: what is kept, where, and for how long."""

from rm_eval.store.place import Mode, Place, place_of_answers
from rm_eval.store.records import Dataset, Store

__all__ = ["Dataset", "Mode", "Place", "Store", "place_of_answers"]
