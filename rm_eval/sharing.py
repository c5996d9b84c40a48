"""What an organisation here shows others: everything told of its closed stages, and no more.

The verbs of share files, too: to write one, to read one, to keep what others shared.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from types import MappingProxyType
from typing import Literal, get_args

from rm_eval import VERSION
from rm_eval.disclosure import Told
from rm_eval.measures import Group
from rm_eval.programme import CohortRecord, Funnel, Matching
from rm_eval.questionnaire import Stage
from rm_eval.responses import Scope
from rm_eval.share import (
    BY_QUESTION,
    LEAVES,
    NEVER,
    NOTES,
    PROGRAMME,
    STAYS,
    Preview,
    Shared,
    SharedStage,
    leaves_of,
    may_know_size,
    preview_of,
    read_share_file,
    write_share_file,
)
from rm_eval.store import (
    Arrival,
    Dataset,
    KeptShare,
    Release,
    Store,
    cohort_records_of,
    delete_shared,
    keep_shared,
    latest_release,
    programme_card,
    served,
    shared_kept,
    shares_kept,
    shares_key,
)
from rm_eval.twice import comparisons

__all__ = [
    "BY_QUESTION",
    "LEAVES",
    "NEVER",
    "NOTES",
    "PROGRAMME",
    "STAYS",
    "Arrival",
    "KeptShare",
    "Preview",
    "Shared",
    "delete_shared",
    "keep_shared",
    "organisations_here",
    "preview_of",
    "read_share_file",
    "share_file_name",
    "shared_kept",
    "shared_of",
    "shares_kept",
    "shares_key",
    "write_share_file",
]

FOR: Mapping[str, str] = MappingProxyType({"internal": "region", "public": "public"})


def organisations_here(store: Store) -> tuple[str, ...]:
    """Name the organisations whose answers are kept here, in the order of the alphabet."""
    names = {dataset.scope.organisation for dataset in store.datasets()}
    return tuple(sorted(names, key=str.casefold))


def shared_of(
    store: Store,
    organisation: str,
    *,
    audience: Literal["internal", "public"],
    today: date | None = None,
) -> Shared:
    """Gather what an organisation shows others.

    Returns
    -------
    Shared
        With no stage where none is closed.
    """
    datasets = [one for one in store.datasets() if one.scope.organisation == organisation]
    releases = (latest_release(store, scope) for scope in _closed(store, datasets))
    return Shared(
        organisation=organisation,
        audience=audience,
        made_on=today or datetime.now(UTC).date(),
        tool=VERSION,
        sample=any(dataset.sample for dataset in datasets),
        stages=tuple(_stage(one, audience) for one in releases if one is not None),
        card=programme_card(store, organisation),
        records=tuple(map(_record, cohort_records_of(store, organisation))),
    )


def _record(record: CohortRecord) -> CohortRecord:
    """Leave out how far people came, and notes: who fell away may be known by name."""
    return replace(record, mentors=Funnel(), mentees=Funnel(), matching=Matching(), notes="")


def _closed(store: Store, datasets: Iterable[Dataset]) -> list[Scope]:
    """List closed stages and comparisons, cohort by cohort, in the order of the stages."""
    kept = list(datasets)
    scopes = dict.fromkeys((*(dataset.scope for dataset in kept), *comparisons(kept)))
    order = get_args(Stage)
    closed = (scope for scope in scopes if served(store, scope))
    return sorted(closed, key=lambda one: (one.cohort, bool(one.since), order.index(one.stage)))


def _stage(release: Release, audience: Literal["internal", "public"]) -> SharedStage:
    leaves = [leaves_of(told, audience) for told in release.figures]
    people = _people(release, audience)
    return SharedStage(
        scope=release.scope,
        closed_on=release.closed_at.date(),
        figures=tuple(one.told for one in leaves if one.told is not None),
        kept=tuple(kept for one in leaves for kept in one.kept),
        people=people,
        sent=_sent(release.figures, people),
    )


def _people(release: Release, audience: Literal["internal", "public"]) -> dict[Group, int]:
    """Say how many people of each role answered, where that may be told."""
    smallest = release.limits.smallest
    known = {str(role): n for role, n in release.n.items() if n}
    return {role: n for role, n in known.items() if may_know_size(n, smallest, audience)}


def _sent(figures: Iterable[Told], people: dict[Group, int]) -> dict[Group, int]:
    """Say how many of those roles were sent the form, where somebody said."""
    sent = {role: n_sent for told in figures for role, _, n_sent in told.responses}
    return {role: n for role, n in sent.items() if role in people}


def share_file_name(shared: Shared) -> str:
    """Name a share file: whose it is, for whom, and the day."""
    whose = "-".join(re.findall(r"\w+", shared.organisation.lower()))[:60]
    return f"share_{whose}_{FOR[shared.audience]}_{shared.made_on}.json"
