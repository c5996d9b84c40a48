"""How long a region waits: to add 300 share files, and to draw Compare of all of them.

Run: ``PYTHONPATH=. .venv/bin/python bench/compare_shares.py [FILES ...]``. The files are the sample
programme's, under as many invented names. Beside it stands what somebody would write instead: read
the same files with `json`, and count one answer of one question.
"""

import json
import resource
import sys
import time
from collections.abc import Callable
from dataclasses import replace

from rm_eval import pipeline
from rm_eval.compare import (
    choices_of,
    draw_alike,
    draw_evidence,
    evidence_of,
    questions_of_region,
    region_of,
)
from rm_eval.pipeline import Store
from rm_eval.share import Shared, read_share_file, write_share_file
from rm_eval.sharing import organisations_here, shared_of
from rm_eval.store import keep_shared

FILES = (5, 50, 300)


def of_the_sample() -> Shared:
    """What the sample programme shows its region, at one time."""
    store = Store("sqlite://")
    pipeline.load_sample(store)
    return shared_of(store, organisations_here(store)[0], audience="internal")


def under_another_name(shared: Shared, name: str) -> bytes:
    """Write the share file of an organisation that found just the same."""
    stages = tuple(
        replace(
            stage,
            scope=replace(stage.scope, organisation=name),
            figures=tuple(
                replace(told, scope=replace(told.scope, organisation=name))
                for told in stage.figures
            ),
        )
        for stage in shared.stages
    )
    records = tuple(replace(one, organisation=name) for one in shared.records)
    card = replace(shared.card, organisation=name) if shared.card else None
    return write_share_file(
        replace(shared, organisation=name, stages=stages, records=records, card=card)
    )


def took(work: Callable[[], object]) -> float:
    """Seconds of the processor."""
    before = time.process_time()
    work()
    return time.process_time() - before


def measure(n_files: int, shared: Shared) -> None:
    """Print one line."""
    names = [f"Organisation {at:03} (sample)" for at in range(n_files)]
    files = {name: under_another_name(shared, name) for name in names}
    store = Store("sqlite://")

    def add() -> None:
        for name, content in files.items():
            keep_shared(store, read_share_file(content, name))

    seconds = {"added": took(add)}
    seconds["gathered"] = took(lambda: region_of(store, audience="internal"))
    region = region_of(store, audience="internal")
    seconds["lined up"] = took(lambda: questions_of_region(region))
    asked = questions_of_region(region)
    first_page = region.in_pages()[0]  # what the page opens on: as many as a picture holds
    seconds["evidence map"] = took(lambda: draw_evidence(evidence_of(first_page, asked)))
    first = asked[0]
    seconds["one question"] = took(lambda: draw_alike(region, first, choices_of(first)[0]))
    seconds["by hand"] = took(lambda: count_by_hand(files.values()))
    size = sum(map(len, files.values())) / 1e6
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    times = "  ".join(f"{what} {found:.2f} s" for what, found in seconds.items())
    print(f"{n_files} files, {size:.1f} MB: {times}  peak {peak:.0f} MB")


def count_by_hand(files: object) -> int:
    """What a script would do: no checks, one figure."""
    return sum(len(json.loads(content)) for content in files)  # type: ignore[attr-defined]


if __name__ == "__main__":
    sample = of_the_sample()
    for wanted in map(int, sys.argv[1:]) if len(sys.argv) > 1 else FILES:
        measure(wanted, sample)
