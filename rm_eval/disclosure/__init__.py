"""Protect: measured figures become published ones, with small groups banded or hidden.

`policy` holds every limit and its reason. `tell` decides once, and blind, what is told of a
question; `knowledge` is what a reader could work out from it. `publish` makes the rows of one
audience from what was told, and `protect` is both in one. `later` tells of people who answered
after figures were given out, and `check` attacks all of it. `admit` lets figures in that
somebody else told. Nothing else makes a `Published`.
"""

from rm_eval.disclosure.admit import admit, check_size
from rm_eval.disclosure.knowledge import Stages
from rm_eval.disclosure.later import Closing, Telling, nothing_of, tell_later
from rm_eval.disclosure.policy import LEAST_LIMIT, LONGEST_REASON, PRESETS, STANDARD, Limits, Preset
from rm_eval.disclosure.pool import Pool, fits, pooled, whole_roles
from rm_eval.disclosure.protect import protect
from rm_eval.disclosure.publish import publish
from rm_eval.disclosure.published import AUDIENCES, COLUMNS, Audience, Published
from rm_eval.disclosure.tell import tell
from rm_eval.disclosure.told import Told, ToldCount, ToldGroup, ToldTotal, Waiting, added_up
from rm_eval.disclosure.typed import how_typed
from rm_eval.measures import part_of, role_of, within_a_sentence
from rm_eval.measures.typed_in import PARTLY_TYPED, TYPED_IN
from rm_eval.responses import Scope

__all__ = [
    "AUDIENCES",
    "COLUMNS",
    "LEAST_LIMIT",
    "LONGEST_REASON",
    "PARTLY_TYPED",
    "PRESETS",
    "STANDARD",
    "TYPED_IN",
    "Audience",
    "Closing",
    "Limits",
    "Pool",
    "Preset",
    "Published",
    "Scope",
    "Stages",
    "Telling",
    "Told",
    "ToldCount",
    "ToldGroup",
    "ToldTotal",
    "Waiting",
    "added_up",
    "admit",
    "check_size",
    "fits",
    "how_typed",
    "nothing_of",
    "part_of",
    "pooled",
    "protect",
    "publish",
    "role_of",
    "tell",
    "tell_later",
    "whole_roles",
    "within_a_sentence",
]
