"""One group's figures of one question, on the way to what is told of them."""

from dataclasses import dataclass, replace

import pandas as pd

from rm_eval.disclosure.blind import Figure
from rm_eval.disclosure.knowledge import Stages
from rm_eval.disclosure.listing import ANY_OTHER, Listing
from rm_eval.disclosure.policy import Bands, Bounds, Limits, is_told
from rm_eval.disclosure.told import ToldCount, ToldGroup
from rm_eval.measures import Group as GroupName
from rm_eval.measures import Kind
from rm_eval.questionnaire import Question

# What counts people; of a ranking, at each place and at the top.
COUNTS = r"people|place_\d+|top_\d+"


@dataclass(frozen=True, kw_only=True, slots=True)
class Group:
    """One group's true figures, with what is public about them.

    Attributes
    ----------
    figures
        Rows of `rm_eval.measures.Measured`.
    bands
        In which the policy tells counts of this group.
    listing
        Which answers may be listed.
    stages
        Of a change, what was told of both stages; None where nothing was.
    """

    role: GroupName
    n: int
    kind: Kind
    question: Question
    figures: pd.DataFrame
    bands: Bands
    listing: Listing
    limits: Limits
    stages: Stages | None = None

    @property
    def counts(self) -> tuple[ToldCount, ...]:
        """Its counts of people, each still at its true value; no other figure is ever told."""
        figures = self.figures
        rows = figures[figures["statistic"].str.fullmatch(COUNTS)]
        return tuple(
            ToldCount(statistic=statistic, answer=answer, label=label, bounds=(int(v), int(v)))
            for statistic, answer, label, v in zip(
                *(rows[name] for name in ("statistic", "answer", "label", "value")), strict=True
            )
        )

    def bounds(self, counts: tuple[ToldCount, ...]) -> tuple[Bounds, ...]:
        """Between which ends everybody knows the counts to lie before anything is told."""
        known = dict(self.listing.known)
        return tuple(known.get(count.answer, (0, self.n)) for count in counts)

    @property
    def is_told(self) -> bool:
        """Whether anything is told of the group."""
        return is_told(self.question.mark, self.n, "internal", limits=self.limits)

    def figures_of(
        self, counts: tuple[ToldCount, ...], *, both_ways: bool = False
    ) -> tuple[Figure, ...]:
        """Its counts as figures that are to be told; see `rm_eval.disclosure.blind.Figure`."""
        return tuple(
            Figure(value=count.bounds[0], bands=self.bands, both_ways=both_ways) for count in counts
        )

    def told(self, counts: tuple[ToldCount, ...], ranges: tuple[Bounds, ...] | None) -> ToldGroup:
        """Put what is told in place of the true counts; nothing where there is None."""
        if not ranges and self.listing.notes:
            # The very list of a form nobody knows would tell too much.
            counts = tuple(count for count in counts if count.answer == ANY_OTHER)
        told = ranges if ranges and self.is_told else ((0, self.n),) * len(counts)
        return ToldGroup(
            role=self.role,
            n=self.n,
            counts=tuple(replace(c, bounds=b) for c, b in zip(counts, told, strict=True)),
        )
