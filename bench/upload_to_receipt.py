"""How long from an upload to its receipt, beside opening the same workbook in other ways.

Run: ``.venv/bin/python bench/upload_to_receipt.py [--columns N] [ROWS ...]`` (Linux). The heading
is one of the rows. Every measurement is a process of its own; its peak memory is that of the
process and its children together.
"""

import io
import os
import random
import subprocess
import sys
import tempfile
import threading
import time
from argparse import ArgumentParser
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from openpyxl import Workbook

ROOT = Path(__file__).parents[1]
# With 60 columns of such answers, some 35,000 rows fill the 10 MB an upload may have.
ROWS = (100, 1_000, 10_000, 30_000)
COLUMNS = 60
RUNS = 3
RUN_ONCE = 20_000  # rows from which one run is enough
SAMPLE_SECONDS = 0.005

AGREEMENT = ("Strongly disagree", "Disagree", "Neither agree nor disagree", "Agree")
AREAS = ("Communications", "Data and analysis", "People management", "Policy, pay and process")
SITES = ("North site", "South site", "Community", "Home")
SENTENCES = (
    "Time to listen.", "My mentor was open and kind.", "It should be longer, with more meetings.",
    "I learnt what it is like to work here every day.", "Senior leaders came and stayed.", "No.",
)  # fmt: skip
# Eleven kinds of question, over and over; each gives a heading and an answer.
KINDS: tuple[tuple[str, Callable[[random.Random], object]], ...] = (
    ("How confident are you about topic {}? (1-10)", lambda chance: chance.randint(1, 10)),
    ("How useful was part {}? (1-10)", lambda chance: chance.randint(1, 10)),
    ("How likely are you to go on with part {}? (0-10)", lambda chance: chance.randint(0, 10)),
    ("Part {} was worth my time", lambda chance: chance.choice(AGREEMENT)),
    ("I feel heard in group {}", lambda chance: chance.choice(AGREEMENT)),
    (
        "Which areas in year {}? Select all that apply",
        lambda chance: "".join(f"{one};" for one in chance.sample(AREAS, chance.randint(1, 3))),
    ),
    ("Where did you meet for part {}?", lambda chance: chance.choice(SITES)),
    ("Did part {} help?", lambda chance: chance.choice(("Yes", "No"))),
    (
        "What would you change about part {}?",
        lambda chance: " ".join(chance.sample(SENTENCES, chance.randint(1, 4))),
    ),
    (
        "When did you meet for part {}?",
        lambda chance: datetime(2026, 1, 1) + timedelta(days=chance.randint(0, 300)),  # noqa: DTZ001
    ),
    ("How many times did you meet for part {}?", lambda chance: chance.randint(0, 30)),
)
ANSWERED = 0.9


def workbook(n_rows: int, n_columns: int) -> bytes:
    """Make an export of Microsoft Forms; the same numbers give the same file."""
    chance = random.Random(n_rows)  # noqa: S311 - nothing secret
    own = ("ID", "Start time", "Completion time", "Email", "Name")
    asked = [(heading.format(at), kind) for at in range(n_columns) for heading, kind in KINDS]
    asked = asked[: n_columns - len(own)]
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Sheet1")
    sheet.append([*own, *(heading for heading, _ in asked)])
    for number in range(1, n_rows):
        began = datetime(2026, 3, 2, 9, 30) + timedelta(seconds=97 * number)  # noqa: DTZ001
        answers = (kind(chance) if chance.random() < ANSWERED else None for _, kind in asked)
        ended = began + timedelta(minutes=chance.randint(3, 20))
        sheet.append([number, began, ended, "anonymous", None, *answers])
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def upload_to_receipt(content: bytes) -> Callable[[], object]:
    """Read, recognise, clean."""
    from rm_eval.pipeline import Upload, look_at  # noqa: PLC0415 - each way pays for its own

    return lambda: look_at(Upload(name="survey.xlsx", content=content)).receipt


def pandas_openpyxl(content: bytes) -> Callable[[], object]:
    """Open the workbook, as most scripts do."""
    import pandas as pd  # noqa: PLC0415

    return lambda: pd.read_excel(io.BytesIO(content), engine="openpyxl")


def calamine(content: bytes) -> Callable[[], object]:
    """Open the workbook with the reader inside ours, and nothing else."""
    import python_calamine  # noqa: PLC0415

    def read() -> object:
        book = python_calamine.load_workbook(io.BytesIO(content))
        return book.get_sheet_by_index(0).to_python()

    return read


WAYS = {way.__name__: way for way in (upload_to_receipt, pandas_openpyxl, calamine)}


def run(way: str, path: str) -> None:
    """Time one way, in this process: seconds of wall clock and of all processors."""
    work = WAYS[way](Path(path).read_bytes())
    wall, busy = time.perf_counter(), _busy()
    work()
    print(time.perf_counter() - wall, _busy() - busy)


def _busy() -> float:
    return sum(os.times()[:4])


def measured(way: str, path: str) -> tuple[float, float, float]:
    """Run one way in a process of its own: seconds, processor seconds, peak memory in MB."""
    command = [sys.executable, __file__, "--one", way, path]
    process = subprocess.Popen(  # noqa: S603 - our own interpreter and file
        command, stdout=subprocess.PIPE, text=True, cwd=ROOT, env={**os.environ, "PYTHONPATH": "."}
    )
    peak = [0.0]
    watcher = threading.Thread(target=_watch, args=(process, peak))
    watcher.start()
    said, _ = process.communicate()
    watcher.join()
    wall, busy = map(float, said.split())
    return wall, busy, peak[0]


def _watch(process: "subprocess.Popen[str]", peak: list[float]) -> None:
    while process.poll() is None:
        peak[0] = max(peak[0], sum(_resident(pid) for pid in _family(process.pid)))
        time.sleep(SAMPLE_SECONDS)


def _family(pid: int) -> Iterator[int]:
    yield pid
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii").split()
    except OSError:
        return
    for child in children:
        yield from _family(int(child))


def _resident(pid: int) -> float:
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text("ascii").split()[1])
    except (OSError, IndexError):
        return 0.0
    return pages * os.sysconf("SC_PAGE_SIZE") / 1024**2


def main(rows: list[int], n_columns: int) -> None:
    """Print a line for each size and way: the best of several runs, and its share of the others."""
    print(f"{datetime.now(UTC):%Y-%m-%d}, {os.cpu_count()} processors, {n_columns} columns")
    print(f"Best of {RUNS} runs; one run from {RUN_ONCE:,} rows")
    print(f"{'rows':>7} {'file':>8} {'way':20} {'seconds':>8} {'busy':>8} {'peak MB':>8}")
    with tempfile.TemporaryDirectory() as folder:
        for n_rows in rows:
            path = Path(folder, f"{n_rows}.xlsx")
            path.write_bytes(workbook(n_rows, n_columns))
            size = f"{path.stat().st_size / 1024**2:.1f} MB"
            seconds = {}
            for way in WAYS:
                n_runs = 1 if n_rows >= RUN_ONCE else RUNS
                runs = [measured(way, str(path)) for _ in range(n_runs)]
                wall, busy, peak = (min(one[at] for one in runs) for at in range(3))
                seconds[way] = wall
                print(f"{n_rows:>7,} {size:>8} {way:20} {wall:8.2f} {busy:8.2f} {peak:8,.0f}")
            ours = seconds["upload_to_receipt"]
            print(
                f"{'':16} ours takes {ours / seconds['pandas_openpyxl']:.2f} of the time of pandas "
                f"with openpyxl, {ours / seconds['calamine']:.1f} times that of bare calamine"
            )


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        run(*sys.argv[2:])
    else:
        asked_for = ArgumentParser(description=__doc__.splitlines()[0])
        asked_for.add_argument("--columns", type=int, default=COLUMNS)
        asked_for.add_argument("rows", type=int, nargs="*", default=ROWS)
        arguments = asked_for.parse_args()
        main(arguments.rows, arguments.columns)
