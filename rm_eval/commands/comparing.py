"""Organisations compared from their share files; nothing of them is kept."""

import argparse
import sys
from collections.abc import Mapping
from pathlib import Path

from rm_eval import pipeline
from rm_eval.commands.here import today, upload_at
from rm_eval.compare import (
    about_region,
    closing_of_region,
    every_chart,
    how_far_in_pages,
    region_of,
    tables_of_region,
)
from rm_eval.pipeline import Store
from rm_eval.report import missing_pictures, region_files
from rm_eval.share import read_share_file
from rm_eval.sharing import keep_shared


def compare(chosen: argparse.Namespace) -> None:
    """Write a report of several organisations from their share files; keep nothing."""
    # In memory, and by the same rules as on the page: the newer of two files, never both kinds.
    store = Store("sqlite://")
    for path in chosen.files:
        keep_shared(store, read_share_file(upload_at(path).content, path.name))
    region = region_of(store, audience=chosen.audience, today=today())
    settings = {"Pictures": f"{chosen.size}, {' and '.join(chosen.formats)}"}
    files = region_files(
        (*how_far_in_pages(region), *every_chart(region)),
        about_region(region, settings),
        size=chosen.size,
        formats=chosen.formats,
        tables=tables_of_region(region),
        closing=closing_of_region(region),
    )
    _write(files, chosen.out)
    for name in missing_pictures(files, chosen.formats):
        print(f"Not drawn: {name}. contents.txt says why.", file=sys.stderr)


def _write(files: Mapping[str, bytes], folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in files.items():
            (folder / name).write_bytes(content)
            print(folder / name)
    except OSError as trouble:
        raise pipeline.UnreadableFile(
            f"We could not write to {folder}: {trouble.strerror}. Choose another folder.",
            code="cannot_write",
        ) from None
