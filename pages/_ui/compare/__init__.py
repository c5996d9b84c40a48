"""The parts of the page "Compare": one view each, in the order of its control."""

from collections.abc import Callable
from typing import NamedTuple

from pages._ui.compare import cohorts, overview, trusts
from pages._ui.state import Selection


class View(NamedTuple):
    """One way to compare: what its choice is called, and what shows it."""

    title: str
    show: Callable[[Selection], None]


VIEWS = (
    View("Trusts", trusts.show),
    View("Cohorts", cohorts.show),
    View("Region overview", overview.show),
)
