"""What of a file for the region anybody may read: as if it had been made for the public."""

from dataclasses import replace

from rm_eval.disclosure.policy import may_know_size
from rm_eval.share.shared import Shared, SharedStage
from rm_eval.share.what_leaves import Kept, leaves_of


def for_the_public(shared: Shared) -> Shared:
    """Leave out what does not leave for the public: a public picture is the same from either file.

    Otherwise why a group is not shown, or that it is shown in ranges without its size, would tell
    the public of it what a file made for the public does not.
    """
    if shared.audience == "public":
        return shared
    stages = tuple(_stage(one) for one in shared.stages)
    return replace(shared, audience="public", stages=stages)


def _stage(stage: SharedStage) -> SharedStage:
    leaves = [leaves_of(told, "public") for told in stage.figures]
    smallest = max((told.limits.smallest for told in stage.figures), default=0)
    people = {role: n for role, n in stage.people.items() if may_know_size(n, smallest, "public")}
    return replace(
        stage,
        figures=tuple(one.told for one in leaves if one.told is not None),
        kept=(*map(_kept, stage.kept), *(kept for one in leaves for kept in one.kept)),
        people=people,
        sent={role: n for role, n in stage.sent.items() if role in people},
    )


def _kept(one: Kept) -> Kept:
    """What could hurt stays inside the region only of groups whose size the public may not know."""
    return replace(one, why="too_few") if one.why == "harm" else one
