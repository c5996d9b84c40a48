"""Opens one workbook in a process of its own and prints its cells as JSON.

Run as ``python -I child.py MEMORY MAX_TEXT POSITION...`` with the workbook on standard input.
The reader may abort its process on a hostile file; here that costs this upload and nothing else.
Imports nothing of ours, so that it starts in a few milliseconds.
"""

import io
import json
import math
import os
import sys
from collections.abc import Callable, Iterable
from datetime import date, datetime, time, timedelta
from typing import Any

_NEARLY_WHOLE = 1e-9
_EXACT = 2.0**53  # beyond it a float no longer tells neighbouring whole numbers apart
TOO_MUCH_TEXT = 3  # exit status


def limit_memory(n_bytes: int) -> None:
    """Let this process fail rather than the machine; not on Windows, which has no such limit."""
    try:
        import resource  # noqa: PLC0415 - exists on Unix only
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (n_bytes, n_bytes))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def number_text(number: float) -> str:
    """Write 7.0 as "7", 9.000000000000002 as "9", and any other number as short as it is exact."""
    if not math.isfinite(number):
        return ""
    nearest = round(number)
    if abs(number - nearest) <= _NEARLY_WHOLE and abs(number) < _EXACT:
        return str(nearest)
    return repr(number)


def moment_text(moment: datetime) -> str:
    """Write a date, and the time of day to the second unless it is midnight."""
    whole = (moment + timedelta(microseconds=500_000)).replace(microsecond=0)
    return whole.isoformat(sep=" ") if whole.time() != time(0) else whole.date().isoformat()


def duration_text(duration: timedelta) -> str:
    """Write a length of time as hours, minutes and seconds."""
    seconds = round(duration.total_seconds())
    sign, seconds = ("-", -seconds) if seconds < 0 else ("", seconds)
    return f"{sign}{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"


WRITERS: dict[type, Callable[..., str]] = {
    str: str,
    float: number_text,
    int: str,
    bool: lambda truth: "TRUE" if truth else "FALSE",
    datetime: moment_text,
    date: date.isoformat,
    time: lambda moment: moment.isoformat(timespec="seconds"),
    timedelta: duration_text,
}


def read_workbook(content: bytes, positions: list[int], max_text: int) -> dict[str, object]:
    """Give the names of all sheets and the cells of some."""
    import python_calamine  # noqa: PLC0415 - after the memory limit

    workbook = python_calamine.load_workbook(io.BytesIO(content))
    sheets = []
    for position in positions:
        sheet = workbook.get_sheet_by_index(position)
        rows = _rows(sheet.to_python(skip_empty_area=False)) if sheet.end else []
        max_text -= sum(sum(map(len, row)) for row in rows)
        if max_text < 0:
            sys.exit(TOO_MUCH_TEXT)
        sheets.append({"rows": rows, "merged": sheet.merged_cell_ranges or []})
    return {"names": workbook.sheet_names, "sheets": sheets}


class _NumberTexts(dict[float, str]):
    """Scales repeat the same few numbers: each is written once."""

    def __missing__(self, number: float) -> str:
        text = self[number] = number_text(number)
        return text


def _rows(rows: Iterable[Iterable[Any]]) -> list[list[str]]:
    numbers = _NumberTexts()
    return [
        [
            value
            if (kind := type(value)) is str
            else numbers[value]
            if kind is float
            else WRITERS[kind](value)
            for value in row
        ]
        for row in rows
    ]


def main() -> None:
    """Read standard input, write standard output."""
    memory, max_text, *positions = map(int, sys.argv[1:])
    limit_memory(memory)
    cells = read_workbook(sys.stdin.buffer.read(), positions, max_text)
    answer = json.dumps(cells, ensure_ascii=False, check_circular=False)
    sys.stdout.buffer.write(answer.encode("utf-8", "surrogatepass"))
    sys.stdout.flush()
    os._exit(0)  # taking half a million cells apart again would take as long as writing them


if __name__ == "__main__":
    main()
