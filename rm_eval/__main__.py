"""The command line: ``python -m rm_eval``. The same pipeline without a browser."""

import argparse
import json
import sys
from collections.abc import Iterable
from contextlib import closing
from datetime import UTC, date, datetime
from getpass import getpass
from pathlib import Path
from typing import Any, get_args

from rm_eval import pipeline
from rm_eval.arguments import is_in, is_meant, parser_of
from rm_eval.before_and_after import comparisons
from rm_eval.errors import ForTheReader
from rm_eval.over_cohorts import charts_over_cohorts
from rm_eval.pipeline import Aspect, Look, Part, Role, Scope, Stage, Store, Upload
from rm_eval.recognise.rows.divider import in_words
from rm_eval.report import write_pictures
from rm_eval.terminal import lines_on_datasets, lines_on_file, lines_on_given_out

REFUSED = 2


def main(arguments: list[str] | None = None) -> int:
    """Run one command; return the exit status."""
    chosen = parser_of(COMMANDS, about=__doc__).parse_args(arguments)
    try:
        chosen.run(chosen)
    except ForTheReader as refusal:
        if getattr(chosen, "json", False):
            error = {"error": {"code": refusal.code, "message": refusal.message}}
            print(json.dumps(error, ensure_ascii=False))
        print(refusal.message, file=sys.stderr)
        return REFUSED
    return 0


def inspect(chosen: argparse.Namespace) -> None:
    """Say what the reader makes of an export; keep nothing."""
    look = _look(chosen)
    description = pipeline.describe_look(look)
    if chosen.json:
        print(json.dumps(description, ensure_ascii=False, indent=2))
    else:
        _print(lines_on_file(description))
        for divider in look.dividers.values():
            print(f"\n{in_words(divider)}")


def add(chosen: argparse.Namespace) -> None:
    """Keep a file's cleaned answers; a file that holds several is divided as its rows say."""
    store, look = _store(), _look(chosen)
    if chosen.organisation is not None:
        look = pipeline.as_remembered(store, look, chosen.organisation)
    divided = [one for one in look.dividers if _is_left_to_the_rows(chosen, one)]
    named = {one: _name(chosen, look, one) for one in get_args(Aspect)}
    role = named.pop("role")
    scope = Scope(**named)
    keys = pipeline.keep(
        store,
        look,
        scope=scope,
        role=role,
        as_said=divided,
        n_sent=chosen.sent,
        replace=chosen.replace,
    )
    changes = len(look.cleaned.log) - len(look.cleaned.set_aside)
    print(
        f"{len(look.cleaned.responses.people)} rows kept, {len(look.cleaned.set_aside)} set aside, "
        f"{changes} changes in the receipt."
    )
    for sentence in pipeline.codes_met_twice(look, scope.stage):
        print(sentence)
    if len(keys) > 1:
        _print(lines_on_datasets(tuple(one for one in store.datasets() if one.id in keys)))


def _is_left_to_the_rows(chosen: argparse.Namespace, aspect: Aspect) -> bool:
    return chosen.as_said or getattr(chosen, aspect) is None


def _name(chosen: argparse.Namespace, look: Look, aspect: Aspect) -> Any:  # noqa: ANN401
    """Return what was chosen, or what the file tells; refuse where neither says."""
    own, every = getattr(chosen, aspect), {"stage": Stage, "role": Role}
    found = own or getattr(look.recognition, aspect, None)
    divider = look.dividers.get(aspect) if _is_left_to_the_rows(chosen, aspect) else None
    if found is None and divider is not None and not divider.unsaid:
        found = next(iter(divider.counted))
    if found is None:
        values = f" {' or '.join(get_args(every[aspect]))}" if aspect in every else ""
        rows = f"{len(divider.unsaid)} rows of " if divider is not None else ""
        both = " --as-said (for the rows that do not say)" if rows else ""
        raise pipeline.NotAllowed(
            f"We cannot tell from {rows}{look.raw.upload_name} what to put for --{aspect}. "
            f"Say it: --{aspect}{values}{both}.",
            code=f"{aspect}_unknown",
        )
    return found


def clean(chosen: argparse.Namespace) -> None:
    """Write a file's tidy answers and its cleaning log; keep nothing."""
    files = pipeline.tidy_files(_look(chosen))
    try:
        chosen.out.mkdir(parents=True, exist_ok=True)
        for name, content in files.items():
            (chosen.out / name).write_bytes(content)
            print(chosen.out / name)
    except OSError as trouble:
        raise pipeline.UnreadableFile(
            f"We could not write to {chosen.out}: {trouble.strerror}. Choose another folder.",
            code="cannot_write",
        ) from None


def close(chosen: argparse.Namespace) -> None:
    """Close a stage: from then on others may see its figures, protected."""
    pipeline.close_stage(_store(), _scope(chosen), together=chosen.together)
    print("Closed. Its figures can now be shown to others; small groups stay protected.")


def reopen(chosen: argparse.Namespace) -> None:
    """Reopen a stage: nobody but the team sees its figures until it is closed again."""
    pipeline.reopen_stage(_store(), _scope(chosen))
    print("Reopened. Only the programme team sees its figures until you close it again.")


def sample(_: argparse.Namespace) -> None:
    """Load the invented sample programme."""
    store = _store()
    pipeline.load_sample(store)
    _print(lines_on_datasets(store.datasets()))


def list_(_: argparse.Namespace) -> None:
    """List what is kept, and until when."""
    store = _store()
    _print(lines_on_datasets(store.datasets()))
    for kept in pipeline.kept(store):
        print(f"{kept.organisation} | {kept.cohort}: Kept until {kept.day}")
    _print(lines_on_given_out(pipeline.all_given_out(store)))


def keep_until(chosen: argparse.Namespace) -> None:
    """Choose until when the answers of a cohort are kept; after that day they are deleted."""
    whose = (chosen.organisation, chosen.cohort)
    kept = pipeline.keep_until(_store(), *whose, chosen.date, today=_today())
    print(f"Kept until {kept.day}, then deleted.")


def limits(chosen: argparse.Namespace) -> None:
    """Choose the rules for small groups of an organisation; without a choice, list them."""
    store, whose = _store(), chosen.organisation
    if chosen.preset or chosen.smallest is not None:
        wanted = {"smallest_group": chosen.smallest, "reason": chosen.reason}
        preset = chosen.preset or pipeline.limits_of(store, whose).preset
        pipeline.set_limits(store, whose, pipeline.Limits(preset=preset, **wanted))
        print("Chosen. It counts from the next time a stage is closed.")
    for one in pipeline.limits_history(store, whose):
        print(f"{one.set_at:%d/%m/%Y}: {pipeline.limits_in_words(one.limits)}")
    print(f"Now: {pipeline.limits_in_words(pipeline.limits_of(store, whose))}")


def purge(chosen: argparse.Namespace) -> None:
    """Delete every cohort whose last day is past, and overwrite all that was ever deleted."""
    with closing(_store()) as store:
        gone = pipeline.purge(store, chosen.today or _today())
        store.overwrite()
    print(f"{len(gone)} deleted." if gone else "Nothing was due. Nothing was deleted.")
    _print(lines_on_datasets(gone))


def delete(chosen: argparse.Namespace) -> None:
    """Delete what was kept of an organisation, a cohort, a stage or a role."""
    store = _store()
    found = [dataset for dataset in store.datasets() if is_meant(dataset, chosen)]
    store.delete(*(dataset.id for dataset in found))
    if chosen.forget_given_out:
        here = {one.scope for one in store.datasets()}
        told = {one.scope for one in pipeline.all_given_out(store) if is_in(one.scope, chosen)}
        # Of a comparison answers are left as long as there are some at both of its stages.
        for scope in (one for one in told if not here.issuperset(one.stages)):
            pipeline.forget_releases(store, scope)
    print(f"{len(found)} deleted." if found else "Nothing like that is kept. Nothing was deleted.")
    _print(lines_on_datasets(tuple(found)))


def remove(chosen: argparse.Namespace) -> None:
    """Remove one person's answers, by their participant code or their row in a file."""
    store = _store()
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


def report(chosen: argparse.Namespace) -> None:
    """Write the pictures of everything that is kept, or of one organisation or cohort."""
    store = _store()
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


COMMANDS = {
    "inspect": inspect,
    "add": add,
    "clean": clean,
    "close": close,
    "reopen": reopen,
    "sample": sample,
    "list": list_,
    "keep-until": keep_until,
    "limits": limits,
    "purge": purge,
    "delete": delete,
    "remove": remove,
    "report": report,
}


def _scope(chosen: argparse.Namespace) -> Scope:
    of_two: dict[str, Any] = {"since": chosen.since} if "since" in chosen else {}
    place = {"organisation": chosen.organisation, "cohort": chosen.cohort}
    return Scope(**place, stage=chosen.stage, **of_two)


def _part(chosen: argparse.Namespace) -> Part:
    if chosen.cohort is None or chosen.role is None:
        raise pipeline.NotAllowed(
            "Say whose file the row is in: --cohort, --role mentor or mentee, and --stage where it "
            "is not enrolment. Nothing was removed.",
            code="whose_row",
        )
    return Part(scope=_scope(chosen), role=chosen.role)


def _look(chosen: argparse.Namespace) -> Look:
    key = _upload(chosen.key) if chosen.key else None
    return pipeline.look_at(_upload(chosen.file), sheet=chosen.sheet, key=key)


def _upload(path: Path) -> Upload:
    try:
        return Upload(name=path.name, content=path.read_bytes())
    except OSError as trouble:
        raise pipeline.UnreadableFile(
            f"We could not open {path}: {trouble.strerror}. Check the name and the folder.",
            code="not_found",
        ) from None


def _store() -> Store:
    """Open the local store: a command line that kept nothing would be no use."""
    return Store(pipeline.place_of_answers(default="local").url)


def _today() -> date:
    return datetime.now(UTC).date()


def _print(lines: Iterable[str]) -> None:
    for line in lines:
        print(line)


if __name__ == "__main__":
    sys.exit(main())
