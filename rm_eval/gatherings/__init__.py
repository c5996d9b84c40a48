"""Gather: what was said at a focus group, a community of practice or a celebration event.

Somebody wrote the themes down, in a sheet with a row a theme. It is no survey: nobody counted
everybody, and all who were there heard each other. So it is kept and shown apart.
"""

from rm_eval.gatherings.gathering import (
    KINDS,
    STREAMS,
    Counted,
    Gathering,
    Kind,
    SaidTheme,
    Stream,
    as_payload,
    from_payload,
)
from rm_eval.gatherings.made import Occasion, gathering_of
from rm_eval.gatherings.sheet import ThemeRow, ThemeSheet, read_theme_sheet

__all__ = [
    "KINDS",
    "STREAMS",
    "Counted",
    "Gathering",
    "Kind",
    "Occasion",
    "SaidTheme",
    "Stream",
    "ThemeRow",
    "ThemeSheet",
    "as_payload",
    "from_payload",
    "gathering_of",
    "read_theme_sheet",
]
