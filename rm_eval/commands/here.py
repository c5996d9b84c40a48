"""What every command meets here: files, what is kept, the day, the screen."""

import argparse
from collections.abc import Iterable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from rm_eval import pipeline
from rm_eval.pipeline import Scope, Store, Upload


def kept_here() -> Store:
    """Open the local store: a command line that kept nothing would be no use."""
    return Store(pipeline.place_of_answers(default="local").url)


def upload_at(path: Path) -> Upload:
    """Read a file of this machine; say so where there is none."""
    try:
        return Upload(name=path.name, content=path.read_bytes())
    except OSError as trouble:
        raise pipeline.UnreadableFile(
            f"We could not open {path}: {trouble.strerror}. Check the name and the folder.",
            code="not_found",
        ) from None


def scope_of(chosen: argparse.Namespace) -> Scope:
    """Return the stage, or the two stages, that were named."""
    of_two: dict[str, Any] = {"since": chosen.since} if "since" in chosen else {}
    place = {"organisation": chosen.organisation, "cohort": chosen.cohort}
    return Scope(**place, stage=chosen.stage, **of_two)


def today() -> date:
    """Return the day it is."""
    return datetime.now(UTC).date()


def say(lines: Iterable[str]) -> None:
    """Print some lines."""
    for line in lines:
        print(line)
