"""`Draft`: an action that somebody is writing."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from pages._ui.menu import Entry
from rm_eval.actions import About, Action


@dataclass(frozen=True, kw_only=True, slots=True)
class Draft:
    """An action that is being written.

    Attributes
    ----------
    action
        As far as it is.
    choices
        What on the chart it may come from, by what it is called.
    back
        The page of the chart; None where it came from none.
    """

    action: Action
    choices: Mapping[str, About] = field(default_factory=dict)
    back: Entry | None = None
