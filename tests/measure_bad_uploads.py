"""Every bad upload through the command line, in one process that measures itself.

``python -m tests.measure_bad_uploads FOLDER`` copies each file under the name a browser would send,
inspects it, and prints one line of JSON a file: status, output, seconds, megabytes beyond before.
"""

import contextlib
import io
import json
import shutil
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rm_eval.__main__ import main
from tests.bad_uploads import CORPUS, entries

MB = 1024  # kilobytes
LOOK_EVERY = 0.005  # seconds


def _memory(what: str, process: str = "self") -> int:
    status = Path(f"/proc/{process}/status").read_text()
    lines = (line for line in status.splitlines() if line.startswith(what))
    return int(next(lines, f"{what} 0").split()[1])


def _children() -> list[str]:
    tasks = Path("/proc/self/task").glob("*/children")
    found = [child for task in tasks for child in task.read_text().split()]
    # Until it has begun, a new process still shows the memory of ours.
    return [one for one in found if b"child.py" in Path(f"/proc/{one}/cmdline").read_bytes()]


@contextlib.contextmanager
def _watched_children() -> Iterator[list[int]]:
    """Note the most memory each process that opens a workbook has held."""
    seen, over = [0], threading.Event()

    def watch() -> None:
        while not over.wait(LOOK_EVERY):
            with contextlib.suppress(OSError):  # it may end while it is looked at
                seen.extend(_memory("VmHWM", child) for child in _children())

    watcher = threading.Thread(target=watch)
    watcher.start()
    try:
        yield seen
    finally:
        over.set()
        watcher.join()


def _measured(path: Path) -> dict[str, Any]:
    said, complained = io.StringIO(), io.StringIO()
    Path("/proc/self/clear_refs").write_text("5")  # forget the highest mark so far
    before, started = _memory("VmRSS"), time.monotonic()
    with (
        _watched_children() as children,
        contextlib.redirect_stdout(said),
        contextlib.redirect_stderr(complained),
    ):
        status = main(["inspect", str(path), "--json"])
    return {
        "status": status,
        "output": said.getvalue(),
        "complaint": complained.getvalue(),
        "seconds": time.monotonic() - started,
        "extra_mb": (_memory("VmHWM") - before + max(children)) / MB,
    }


def _run(folder: Path) -> None:
    for number, entry in enumerate(entries()):
        name = Path(entry["upload_name"]).name.replace("\\", "_") or entry["file"]
        place = folder / str(number)
        place.mkdir()
        path = place / name
        shutil.copyfile(CORPUS / "files" / entry["file"], path)
        sys.stdout.write(json.dumps(_measured(path)) + "\n")


if __name__ == "__main__":
    _run(Path(sys.argv[1]))
