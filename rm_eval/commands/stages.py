"""Stages closed and opened again, and the rules for small groups they are closed by."""

import argparse

from rm_eval import pipeline
from rm_eval.commands.here import kept_here, scope_of


def close(chosen: argparse.Namespace) -> None:
    """Close a stage: from then on others may see its figures, protected."""
    pipeline.close_stage(kept_here(), scope_of(chosen), together=chosen.together)
    print("Closed. Its figures can now be shown to others; small groups stay protected.")


def reopen(chosen: argparse.Namespace) -> None:
    """Reopen a stage: nobody but the team sees its figures until it is closed again."""
    pipeline.reopen_stage(kept_here(), scope_of(chosen))
    print("Reopened. Only the programme team sees its figures until you close it again.")


def limits(chosen: argparse.Namespace) -> None:
    """Choose the rules for small groups of an organisation; without a choice, list them."""
    store, whose = kept_here(), chosen.organisation
    if chosen.preset or chosen.smallest is not None:
        wanted = {"smallest_group": chosen.smallest, "reason": chosen.reason}
        preset = chosen.preset or pipeline.limits_of(store, whose).preset
        pipeline.set_limits(store, whose, pipeline.Limits(preset=preset, **wanted))
        print("Chosen. It counts from the next time a stage is closed.")
    for one in pipeline.limits_history(store, whose):
        print(f"{one.set_at:%d/%m/%Y}: {pipeline.limits_in_words(one.limits)}")
    print(f"Now: {pipeline.limits_in_words(pipeline.limits_of(store, whose))}")
