"""Invented reverse mentoring surveys as survey tools write them, and the true type of each column.

Small on purpose: seven or eight people are the normal case. They stand in `forms_as_text`, their
columns parted by a bar so that the marks inside the cells can be seen; ``/n`` is a line break. The
first line says the type of each column, "-" where the column is the survey tool's own or somebody's
name. A question in several columns says its type in each of them.
"""

import csv
import io
from dataclasses import dataclass
from pathlib import Path

from rm_eval.table import Upload


@dataclass(frozen=True, kw_only=True, slots=True)
class Form:
    """A survey, and the type of each of its columns, in the order of the file."""

    name: str
    types: tuple[str, ...]
    upload: Upload


def _read(path: Path) -> Form:
    lines = [line.split("|") for line in path.read_text().splitlines()]
    text = io.StringIO(newline="")
    csv.writer(text).writerows([cell.replace("/n", "\n") for cell in line] for line in lines[1:])
    upload = Upload(name=f"{path.stem}.csv", content=text.getvalue().encode())
    return Form(name=path.stem, types=tuple(lines[0]), upload=upload)


FORMS = tuple(map(_read, sorted((Path(__file__).parent / "forms_as_text").glob("*.txt"))))
