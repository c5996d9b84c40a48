"""Close alike: the invented sample is closed once for all who load it, not for every visitor."""

from dataclasses import replace
from datetime import UTC, datetime
from uuid import uuid4

from rm_eval.errors import NotAllowed
from rm_eval.responses import Scope
from rm_eval.store import (
    Release,
    Store,
    check_can_close,
    close_stage,
    meet_again,
    people_to_tell,
    releases,
)


def close_alike(store: Store, scope: Scope, release: Release) -> Release:
    """Close a stage that holds the very answers another store's did: as that was told, this is.

    For the sample alone, whose answers are always the same: nothing is checked anew.

    Raises
    ------
    NotAllowed
        Where figures of this stage were given out before.
    """
    check_can_close(store, scope)
    if releases(store, scope):
        raise NotAllowed(
            "Figures of this stage were given out before. Nothing was given out now.",
            code="not_safe",
        )
    now = [(one.role, one.known) for one in people_to_tell(store, scope)]
    people, _ = meet_again((), now, release.number)
    alike = replace(release, id=str(uuid4()), closed_at=datetime.now(UTC), people=people)
    close_stage(store, alike)
    return alike
