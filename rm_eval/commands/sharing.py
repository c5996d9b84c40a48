"""Figures for others: a share file."""

import argparse
import sys

from rm_eval import pipeline
from rm_eval.commands.here import kept_here
from rm_eval.sharing import organisations_here, preview_of, shared_of, write_share_file


def share(chosen: argparse.Namespace) -> None:
    """Write what an organisation shows its region or the public, and say what leaves."""
    store = kept_here()
    if chosen.organisation not in organisations_here(store):
        here = ", ".join(organisations_here(store)) or "none"
        raise pipeline.NotEnoughAnswers(
            f"No answers of {chosen.organisation} are kept here. Those that are: {here}.",
            code="nothing_kept",
        )
    shared = shared_of(store, chosen.organisation, audience=chosen.audience)
    if not shared.stages:
        raise pipeline.NotEnoughAnswers(
            f"No stage of {chosen.organisation} is closed, so no figures can leave. Close one "
            "first: python -m rm_eval close. Nothing was written.",
            code="nothing_closed",
        )
    preview = preview_of(shared)
    for stage in preview.stages:
        print(f"{stage.title}: {len(stage.leaves)} leave", file=sys.stderr)
        for row in stage.stays:
            print(f"  stays: {', '.join(row)}", file=sys.stderr)
    print(preview.sentence, file=sys.stderr)
    chosen.out.parent.mkdir(parents=True, exist_ok=True)
    chosen.out.write_bytes(write_share_file(shared))
    print(chosen.out)
