"""`Shared`: an organisation's figures as another may hold them, from a share file or at home."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from rm_eval.disclosure import Told
from rm_eval.measures import Group
from rm_eval.programme import Card, CohortRecord
from rm_eval.responses import Scope
from rm_eval.share.what_leaves import Kept

# The team's own is not among them: what only the team may see never leaves.
Audience = Literal["internal", "public"]


@dataclass(frozen=True, kw_only=True, slots=True)
class SharedStage:
    """One closed stage of a cohort, or one closed comparison of two.

    Attributes
    ----------
    closed_on
        The day its figures were given out.
    figures
        What is told of each question, in the order of the form, of whole roles only.
    kept
        Of whom nothing leaves, and in which question: named, so that they can be missed.
    people
        How many of each role answered the form, of roles of which that may be told.
    sent
        How many of each of those roles were sent it, where somebody said.
    """

    scope: Scope
    closed_on: date
    figures: tuple[Told, ...]
    kept: tuple[Kept, ...] = ()
    people: Mapping[Group, int]
    sent: Mapping[Group, int]


@dataclass(frozen=True, kw_only=True, slots=True)
class Shared:
    """All that one organisation shows another.

    Attributes
    ----------
    audience
        ``"internal"``: for the region, which may make public pictures of it by the same rules.
        ``"public"``: for anybody; it holds less.
    made_on
        The day it was made; at home, today.
    tool
        The version of the dashboard that made it.
    sample
        Whether it is invented.
    stages
        Closed ones alone, by cohort and in the order of the stages.
    card
        What it says of its programme; None where it said nothing.
    records
        When its cohorts ran, and for whom; without how many people came how far, and without notes.
    """

    organisation: str
    audience: Audience
    made_on: date
    tool: str
    sample: bool
    stages: tuple[SharedStage, ...]
    card: Card | None = None
    records: tuple[CohortRecord, ...] = ()

    @property
    def cohorts(self) -> tuple[str, ...]:
        """The names of its cohorts, each once."""
        return tuple(dict.fromkeys(stage.scope.cohort for stage in self.stages))
