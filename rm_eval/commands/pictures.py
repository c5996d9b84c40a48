"""Pictures of what is kept."""

import argparse
import sys

from rm_eval import pipeline
from rm_eval.arguments import is_meant
from rm_eval.before_and_after import comparisons
from rm_eval.commands.here import kept_here
from rm_eval.over_cohorts import charts_over_cohorts
from rm_eval.report import write_pictures


def report(chosen: argparse.Namespace) -> None:
    """Write the pictures of everything that is kept, or of one organisation or cohort."""
    store = kept_here()
    kept = [dataset for dataset in store.datasets() if is_meant(dataset, chosen)]
    if not kept:
        raise pipeline.NotEnoughAnswers(
            "There is nothing to report yet. Add a file first, or load the sample: "
            "python -m rm_eval sample.",
            code="nothing_kept",
        )
    for scope in dict.fromkeys((*(dataset.scope for dataset in kept), *comparisons(kept))):
        if scope.since and chosen.audience != "team" and not pipeline.is_closed(store, scope):
            whose = f"{scope.when} of {scope.organisation}, {scope.cohort}"
            print(f"Not closed, so not drawn: {whose}", file=sys.stderr)
            continue
        charts = pipeline.every_chart(store, scope, audience=chosen.audience)
        for path in write_pictures(charts, chosen.out, size=chosen.size, formats=chosen.formats):
            print(path)
    many = () if chosen.cohort else charts_over_cohorts(store, kept, audience=chosen.audience)
    for path in write_pictures(many, chosen.out, size=chosen.size, formats=chosen.formats):
        print(path)
