"""Tell: true figures become what is told of them, once and for all."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

import pandas as pd

from rm_eval.disclosure.coarser import coarser
from rm_eval.disclosure.kinds import KINDS, Group, is_incomplete
from rm_eval.disclosure.knowledge import Stages
from rm_eval.disclosure.listing import Listing, list_answers
from rm_eval.disclosure.policy import STANDARD, Limits, attrition_bands, bands
from rm_eval.disclosure.told import Told, ToldGroup
from rm_eval.measures import Group as GroupName
from rm_eval.measures import Measured

NO_STAGES: Mapping[GroupName, Stages] = MappingProxyType({})
LEFT_OUT = (
    "Where people left answers out of their order, average places of their group are shown to the "
    "programme team only."
)


def tell(
    measured: Measured,
    *,
    limits: Limits = STANDARD,
    stages: Mapping[GroupName, Stages] = NO_STAGES,
) -> Told:
    """Decide what is told of one question's figures beyond the programme team.

    Parameters
    ----------
    measured
        True figures of one question, of groups of different people.
    limits
        What whoever governs the data has chosen.
    stages
        Of a change, what was told of each role at both stages.

    Returns
    -------
    Told
        From which everything is published.
    """
    measured = coarser(measured)
    listings = list_answers(measured, limits)
    groups = [
        replace(
            _group(str(role), figures, measured, listings[str(role)], limits),
            stages=stages.get(str(role)),
        )
        for role, figures in measured.rows.groupby("group", sort=False)
    ]
    listed = dict.fromkeys(note for group in groups for note in group.listing.notes)
    left_out = measured.kind == "ranking" and any(
        is_incomplete(figures) for _, figures in measured.rows.groupby("group")
    )
    return Told(
        question=measured.question,
        scope=measured.scope,
        kind=measured.kind,
        limits=limits,
        groups=tuple(map(_told, groups)),
        responses=tuple((one.role, one.n_answered, one.n_sent) for one in measured.responses),
        notes=(*measured.notes, *listed, *((LEFT_OUT,) if left_out else ())),
        sources=measured.sources,
        sample=measured.sample,
    )


def _group(
    role: GroupName, figures: pd.DataFrame, measured: Measured, listing: Listing, limits: Limits
) -> Group:
    n = int(figures["n"].iloc[0])
    told_in = (
        attrition_bands(n, limits=limits)
        if measured.kind == "attrition"
        else bands(measured.question.mark, n, "internal", limits=limits)
    )
    return Group(
        role=role,
        n=n,
        kind=measured.kind,
        question=measured.question,
        figures=figures,
        bands=told_in,
        listing=listing,
        limits=limits,
    )


def _told(group: Group) -> ToldGroup:
    tell_kind = KINDS.get(group.kind)
    if tell_kind is None or not group.n:
        return ToldGroup(role=group.role, n=group.n, counts=())
    return tell_kind(group)
