"""Protect: measured figures become published ones, with small groups banded or hidden.

`policy` holds every limit and its reason, `combine` works out what bands tell together, `protect`
is the gate. Nothing else makes a `Published`.
"""

from rm_eval.disclosure.protect import protect
from rm_eval.disclosure.published import AUDIENCES, COLUMNS, Audience, Published
from rm_eval.responses import Scope

__all__ = ["AUDIENCES", "COLUMNS", "Audience", "Published", "Scope", "protect"]
