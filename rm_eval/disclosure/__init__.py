"""Protect: measured figures become published ones, with small groups banded or hidden.

`policy` holds every limit and its reason. `tell` decides once, and blind, what is told of a
question; `knowledge` is what a reader could work out from it. `publish` makes the rows of one
audience from what was told, and `protect` is both in one. Nothing else makes a `Published`.
"""

from rm_eval.disclosure.policy import STANDARD, Limits
from rm_eval.disclosure.protect import protect
from rm_eval.disclosure.publish import publish
from rm_eval.disclosure.published import AUDIENCES, COLUMNS, Audience, Published
from rm_eval.disclosure.tell import tell
from rm_eval.disclosure.told import Told, ToldCount, ToldGroup, ToldTotal, added_up
from rm_eval.responses import Scope

__all__ = [
    "AUDIENCES",
    "COLUMNS",
    "STANDARD",
    "Audience",
    "Limits",
    "Published",
    "Scope",
    "Told",
    "ToldCount",
    "ToldGroup",
    "ToldTotal",
    "added_up",
    "protect",
    "publish",
    "tell",
]
