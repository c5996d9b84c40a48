"""Opens one workbook in a process of its own and prints its cells.

Run as ``python -I child.py MEMORY MAX_TEXT POSITION...`` with the workbook on standard input.
The reader may abort its process on a hostile file; here that costs this upload and nothing else.
Imports nothing of ours, so that it starts in a few milliseconds.
"""

import io
import json
import math
import os
import sys
from array import array
from collections.abc import Callable, Iterator
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
    datetime: moment_text,
    date: date.isoformat,
    time: lambda moment: moment.isoformat(timespec="seconds"),
    timedelta: duration_text,
}


class Numbered(dict[Any, int]):
    """Answers repeat: each different value has a number, in the order met, and is written once."""

    def __missing__(self, value: object) -> int:
        number = self[value] = len(self)
        return number


def read_workbook(
    content: bytes, positions: list[int], max_text: int
) -> tuple[dict[str, object], "array[int]"]:
    """Give the names of all sheets and the cells of some.

    Returns
    -------
    dict
        The names; each sheet's size; the different texts of all cells.
    array
        For every cell, sheet by sheet and row by row, which text it holds.
    """
    import python_calamine  # noqa: PLC0415 - after the memory limit

    workbook = python_calamine.load_workbook(io.BytesIO(content))
    sheets, numbered, numbers = [], Numbered(), array("I")
    for position in positions:
        sheet = workbook.get_sheet_by_index(position)
        before, width = len(numbers), 0
        for row in _rows(sheet):
            width = len(row)
            numbers.extend(map(numbered.__getitem__, row))
        height = (len(numbers) - before) // width if width else 0
        merged = sheet.merged_cell_ranges or []
        sheets.append({"height": height, "width": width, "merged": merged})
    texts = [WRITERS[type(value)](value) for value in numbered]
    if sum(map(len, texts)) > max_text:
        sys.exit(TOO_MUCH_TEXT)
    return {"names": workbook.sheet_names, "sheets": sheets, "texts": texts}, numbers


def _rows(sheet: Any) -> Iterator[list[Any]]:  # noqa: ANN401 - the reader is not imported up here
    """Give the rows from A1 on; the reader leaves out the blank columns in front."""
    if not sheet.end:
        return
    blank = [""] * sheet.start[1]
    for row in sheet.iter_rows():
        # True would be met as 1, which it equals.
        if bool in map(type, row):
            row = [str(one).upper() if type(one) is bool else one for one in row]  # noqa: PLW2901
        yield blank + row


def main() -> None:
    """Read standard input, write standard output: a line of JSON, then the numbers of the cells."""
    memory, max_text, *positions = map(int, sys.argv[1:])
    limit_memory(memory)
    found, numbers = read_workbook(sys.stdin.buffer.read(), positions, max_text)
    line = json.dumps(found, ensure_ascii=False, check_circular=False)
    sys.stdout.buffer.write(line.encode("utf-8", "surrogatepass") + b"\n")
    sys.stdout.buffer.write(numbers.tobytes())
    sys.stdout.flush()
    os._exit(0)  # taking half a million cells apart again would take as long as writing them


if __name__ == "__main__":
    main()
