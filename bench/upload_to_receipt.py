"""How long from an upload to its receipt, beside opening the same workbook with pandas alone.

Run: ``.venv/bin/python bench/upload_to_receipt.py``
"""

import io
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pandas as pd
from openpyxl import Workbook, load_workbook

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from rm_eval.pipeline import SAMPLE_FOLDER, Upload, look_at  # noqa: E402

N_ROWS = 30
RUNS = 9


def main() -> None:
    """Print the median and the slowest of several runs."""
    content = thirty_rows()
    upload = Upload(name="survey.xlsx", content=content)
    report("upload to receipt", lambda: look_at(upload))
    report(
        "pandas.read_excel alone (openpyxl)",
        lambda: pd.read_excel(io.BytesIO(content), engine="openpyxl"),
    )


def thirty_rows() -> bytes:
    """Make a workbook of the sample's questions with thirty people."""
    path = next(SAMPLE_FOLDER.glob("*mentors.xlsx"))
    heading, *people = load_workbook(path)["Sheet1"].iter_rows(values_only=True)
    book = Workbook()
    sheet = book.active
    sheet.append(heading)
    for at in range(N_ROWS):
        sheet.append([at + 1, *people[at % len(people)][1:]])
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def report(what: str, work: Callable[[], object]) -> None:
    """Time some work and print one line about it."""
    work()  # warm: the first run pays for imports
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    print(f"{what:40} {statistics.median(times):.3f} s (slowest of {RUNS}: {max(times):.3f} s)")


if __name__ == "__main__":
    main()
