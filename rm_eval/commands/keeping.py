"""What is kept here: listed, kept until a day, deleted, or one person taken out of it."""

import argparse
from contextlib import closing
from getpass import getpass

from rm_eval import pipeline
from rm_eval.arguments import is_in, is_meant
from rm_eval.commands.here import kept_here, say, scope_of, today
from rm_eval.pipeline import Part
from rm_eval.terminal import lines_on_datasets, lines_on_given_out


def sample(_: argparse.Namespace) -> None:
    """Load the invented sample programme."""
    store = kept_here()
    pipeline.load_sample(store)
    say(lines_on_datasets(store.datasets()))


def list_(_: argparse.Namespace) -> None:
    """List what is kept, and until when."""
    store = kept_here()
    say(lines_on_datasets(store.datasets()))
    for kept in pipeline.kept(store):
        print(f"{kept.organisation} | {kept.cohort}: Kept until {kept.day}")
    say(lines_on_given_out(pipeline.all_given_out(store)))


def keep_until(chosen: argparse.Namespace) -> None:
    """Choose until when the answers of a cohort are kept; after that day they are deleted."""
    whose = (chosen.organisation, chosen.cohort)
    kept = pipeline.keep_until(kept_here(), *whose, chosen.date, today=today())
    print(f"Kept until {kept.day}, then deleted.")


def purge(chosen: argparse.Namespace) -> None:
    """Delete every cohort whose last day is past, and overwrite all that was ever deleted."""
    with closing(kept_here()) as store:
        gone = pipeline.purge(store, chosen.today or today())
        store.overwrite()
    print(f"{len(gone)} deleted." if gone else "Nothing was due. Nothing was deleted.")
    say(lines_on_datasets(gone))


def delete(chosen: argparse.Namespace) -> None:
    """Delete what was kept of an organisation, a cohort, a stage or a role."""
    store = kept_here()
    found = [dataset for dataset in store.datasets() if is_meant(dataset, chosen)]
    store.delete(*(dataset.id for dataset in found))
    if chosen.forget_given_out:
        here = {one.scope for one in store.datasets()}
        told = {one.scope for one in pipeline.all_given_out(store) if is_in(one.scope, chosen)}
        # Of a comparison answers are left as long as there are some at both of its stages.
        for scope in (one for one in told if not here.issuperset(one.stages)):
            pipeline.forget_releases(store, scope)
    print(f"{len(found)} deleted." if found else "Nothing like that is kept. Nothing was deleted.")
    say(lines_on_datasets(tuple(found)))


def remove(chosen: argparse.Namespace) -> None:
    """Remove one person's answers, by their participant code or their row in a file."""
    store = kept_here()
    if chosen.row is None:
        code = chosen.code or getpass("The person's code (it is not shown): ")
        found = pipeline.find_by_code(store, chosen.organisation, code)
    else:
        found = pipeline.find_by_row(store, _part(chosen), chosen.row)
    if not found:
        print("Nobody like that is kept. Nothing was removed.")
        return
    told = pipeline.given_out(store, found)
    pipeline.remove(store, found)
    print(
        "Removed, and their stages are open again. Remove the answers in your survey tool too, or "
        "the next export brings them back. They were in:"
    )
    for one in found:
        print(f"row {one.row} of {pipeline.told(one.dataset)}")
    for scope, day in told:
        print(f"Given out before, and not to be called back: {scope.when}, closed on {day}")


def _part(chosen: argparse.Namespace) -> Part:
    if chosen.cohort is None or chosen.role is None:
        raise pipeline.NotAllowed(
            "Say whose file the row is in: --cohort, --role mentor or mentee, and --stage where it "
            "is not enrolment. Nothing was removed.",
            code="whose_row",
        )
    return Part(scope=scope_of(chosen), role=chosen.role)
