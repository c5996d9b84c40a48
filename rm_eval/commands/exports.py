"""What an export holds: looked at, added, or written out clean."""

import argparse
import json
from typing import Any, get_args

from rm_eval import pipeline
from rm_eval.commands.here import kept_here, say, upload_at
from rm_eval.pipeline import Aspect, Look, Role, Scope, Stage
from rm_eval.recognise.rows.divider import in_words
from rm_eval.terminal import lines_on_datasets, lines_on_file


def inspect(chosen: argparse.Namespace) -> None:
    """Say what the reader makes of an export; keep nothing."""
    look = _look(chosen)
    description = pipeline.describe_look(look)
    if chosen.json:
        print(json.dumps(description, ensure_ascii=False, indent=2))
    else:
        say(lines_on_file(description))
        for divider in look.dividers.values():
            print(f"\n{in_words(divider)}")


def add(chosen: argparse.Namespace) -> None:
    """Keep a file's cleaned answers; a file that holds several is divided as its rows say."""
    store, look = kept_here(), _look(chosen)
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
        say(lines_on_datasets(tuple(one for one in store.datasets() if one.id in keys)))


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


def _look(chosen: argparse.Namespace) -> Look:
    key = upload_at(chosen.key) if chosen.key else None
    return pipeline.look_at(upload_at(chosen.file), sheet=chosen.sheet, key=key)
