"""An xlsx that passed the guard becomes sheets of text, read by a child process."""

import contextlib
import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from rm_eval.errors import ForTheReader, TooLarge
from rm_eval.table import child
from rm_eval.table.limits import (
    CHILD_MEMORY_BYTES,
    CHILD_SECONDS,
    MAX_CELLS,
    MAX_TEXT_CHARACTERS,
)
from rm_eval.table.refusals import damaged, too_big

_CHILD = Path(child.__file__)
_KEPT_ENVIRONMENT = ("PATH", "SYSTEMROOT", "LD_LIBRARY_PATH")  # no passwords for hostile files
_OUT_OF_MEMORY = (b"MemoryError", b"memory allocation")

Rows = list[list[str]]
Texts = npt.NDArray[np.object_]


@dataclass(frozen=True, kw_only=True, slots=True)
class OpenedWorkbook:
    """What the child found.

    Attributes
    ----------
    names
        Of all sheets, in the reader's order.
    sheets
        Cells as text of the sheets asked for, from cell A1.
    """

    names: list[str]
    sheets: list[Rows]


def open_workbook(  # noqa: PLR0913 - the limits are named so that tests can lower them
    content: bytes,
    positions: list[int],
    name: str,
    *,
    meanwhile: Callable[[], None] = lambda: None,
    memory: int = CHILD_MEMORY_BYTES,
    seconds: float = CHILD_SECONDS,
) -> OpenedWorkbook:
    """Read some sheets in a child process; its death is a calm refusal here.

    What `meanwhile` does is done while the child reads. If it refuses, the child is ended.
    """
    limits = (memory, MAX_TEXT_CHARACTERS)
    with _started(*limits, *positions) as process:
        try:
            _hand_over(content, process)
            meanwhile()
            answer, complaint = process.communicate(timeout=seconds)
        except subprocess.TimeoutExpired as error:
            raise too_big(name, f"opening it takes longer than {seconds} seconds") from error
        finally:
            process.kill()  # does nothing where it has ended
    if process.returncode:
        raise _refusal(process.returncode, complaint, name)
    return _opened(answer, name)


def _started(*numbers: int) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(  # noqa: S603 - our own interpreter, our own file, numbers
        [sys.executable, "-I", str(_CHILD), *map(str, numbers)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={key: os.environ[key] for key in _KEPT_ENVIRONMENT if key in os.environ},
    )


def _hand_over(content: bytes, process: "subprocess.Popen[bytes]") -> None:
    """Write the whole workbook at once: the child says nothing before it has it all."""
    if process.stdin is None:
        return
    with contextlib.suppress(OSError), process.stdin as entrance:
        entrance.write(content)
    process.stdin = None


def _refusal(status: int, complaint: bytes, name: str) -> ForTheReader:
    # The child's own words stay here: they may quote the file.
    is_out_of_memory = any(sign in complaint for sign in _OUT_OF_MEMORY)
    if status == child.TOO_MUCH_TEXT:
        return _too_much_text(name)
    if status < 0 or is_out_of_memory:
        return too_big(name, "opening it takes more memory than any survey needs")
    return damaged(name, "its sheets cannot be read")


def _opened(answer: bytes, name: str) -> OpenedWorkbook:
    line, _, numbers = answer.partition(b"\n")
    found = json.loads(line.decode("utf-8", "surrogatepass"))
    cells = _cells(found["texts"], np.frombuffer(numbers, dtype=np.uintc), name)
    sheets: list[Rows] = []
    n_filled = 0
    for sheet in found["sheets"]:
        n_cells = sheet["height"] * sheet["width"]
        rows: Rows = cells[:n_cells].reshape(sheet["height"], sheet["width"]).tolist()
        cells = cells[n_cells:]
        for first, last in sheet["merged"]:
            n_filled += _fill_down(rows, first, last)
            if n_filled > MAX_CELLS:  # merged blocks never overlap in a workbook Excel wrote
                raise damaged(name, "its merged cells overlap")
        sheets.append(rows)
    return OpenedWorkbook(names=found["names"], sheets=sheets)


def _cells(texts: list[str], numbers: npt.NDArray[np.uintc], name: str) -> Texts:
    """Give the text of every cell by its number; equal texts are one object."""
    lengths = np.fromiter(map(len, texts), dtype=np.int64, count=len(texts))
    if lengths[numbers].sum() > MAX_TEXT_CHARACTERS:
        raise _too_much_text(name)
    cells: Texts = np.array(texts, dtype=object)[numbers]
    return cells


def _too_much_text(name: str) -> TooLarge:
    return too_big(name, f"its cells hold more than {MAX_TEXT_CHARACTERS:,} characters")


def _fill_down(rows: Rows, first: tuple[int, int], last: tuple[int, int]) -> int:
    """Write a merged block's value in every row it covers, and tell how many that were.

    Not in every column: a title over the whole table is one title, and a group heading stands
    over its first column, as in the same tool's CSV export.
    """
    row, column = first
    if row >= len(rows) or column >= len(rows[row]):
        return 0
    covered = rows[row + 1 : last[0] + 1]
    for below in covered:
        below[column] = below[column] or rows[row][column]
    return len(covered)
