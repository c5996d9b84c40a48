"""Rows of any reader become a sheet: no invisible characters, no endless text, no empty edge."""

import re
from collections.abc import Iterator

from rm_eval.table.cells import Notice, Sheet
from rm_eval.table.limits import MAX_CELL_CHARACTERS
from rm_eval.table.sheet_part import cell_name

_LINE_ENDS = re.compile("\r\n?|[\x85\u2028\u2029]")
_INVISIBLE = re.compile(
    "\x1b\\[[0-9;]*[A-Za-z]"  # terminal colours, whole
    "|[\x00-\x08\x0b-\x1f\x7f-\x9f]"  # control characters but tab and line feed
    "|[\u00ad\u180e\u200b\u200e\u200f\u2060-\u2064\ufeff\ufff9-\ufffb]"  # zero width
    "|[\u202a-\u202e\u2066-\u2069]"  # overrides of the reading direction
    "|[\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"  # in no text: half pairs, noncharacters
    # Joiners hold emoji families and Persian or Hindi words together; in Latin words they hide.
    "|(?<![^\x00-\x7f])[\u200c\u200d]|[\u200c\u200d](?![^\x00-\x7f])"
    # Tag characters belong to the flags of England, Scotland and Wales only.
    "|(?<![\U0001f3f4\U000e0020-\U000e007f])[\U000e0001-\U000e007f]"
)
# UTF-8 that some program on the way took for Windows-1252, or characters already given up.
_DAMAGED = re.compile(
    "â€[\u0099\u009c\u009d\u0093\u0094™œ\u02dc“”¦¢]|[ÂÃ][\u0080-\u00bf]|ï»¿|\ufffd"
)

_TITLE_CHARACTERS = 100  # Excel allows 31; other programs allow more

Rows = list[list[str]]


def make_sheet(name: str, rows: Rows) -> tuple[Sheet, list[Notice]]:
    """Give the sheet, and what was done to its text."""
    # One object per different text: answers repeat, and each is then looked at once.
    different: dict[str, str] = {}
    remember = different.setdefault
    rows = [list(map(remember, row, row)) for row in rows]
    changed = {raw: tidy for raw in different if (tidy := _tidied(raw)) != raw}
    notices = list(_notices(name, rows, different, changed))
    if changed:
        rows = [[changed.get(cell, cell) for cell in row] for row in rows]
    trimmed = _trimmed(rows)
    return Sheet(name=name, rows=trimmed, numbers=tuple(range(1, len(trimmed) + 1))), notices


def sheet_title(name: str) -> str:
    """Give a sheet's name safe to show, on one line."""
    return " ".join(visible(name).split())[:_TITLE_CHARACTERS] or "(no name)"


def _tidied(text: str) -> str:
    return visible(text)[:MAX_CELL_CHARACTERS]


def visible(text: str) -> str:
    """Give words without what nobody sees, such as the control characters a PDF leaves behind."""
    if text.isascii() and text.isprintable():
        return text
    return _INVISIBLE.sub("", _LINE_ENDS.sub("\n", text))


def _notices(
    name: str, rows: Rows, different: dict[str, str], changed: dict[str, str]
) -> Iterator[Notice]:
    cut = {raw for raw in changed if len(visible(raw)) > MAX_CELL_CHARACTERS}
    for row, column in _places(rows, cut):
        message = (
            f"Cell {cell_name(row, column)} of {name} holds more than {MAX_CELL_CHARACTERS:,} "
            "characters. We kept the first of them."
        )
        yield Notice(code="text_truncated", message=message, row=row, column=column)
    yield from _invisible_notice(name, rows, {raw for raw in changed if _INVISIBLE.search(raw)})
    damaged = {text for text in different if not text.isascii() and _DAMAGED.search(text)}
    for row, column in _places(rows, damaged)[:1]:
        message = (
            f"Some characters in {name} were damaged before it reached us, first in cell "
            f"{cell_name(row, column)}. Export it again as Excel (.xlsx) or CSV UTF-8."
        )
        yield Notice(code="text_damaged", message=message, row=row, column=column)


def _invisible_notice(name: str, rows: Rows, unclean: set[str]) -> Iterator[Notice]:
    # The first row with anything in it is where headings stand: matched loosely anyway, no answers.
    heading = next((number for number, row in enumerate(rows, start=1) if any(row)), 0)
    places = [place for place in _places(rows, unclean) if place[0] != heading]
    if places:
        message = (
            f"Invisible characters were removed from {len(places):,} "
            f"{'cell' if len(places) == 1 else 'cells'} of {name}."
        )
        row, column = places[0]
        yield Notice(code="control_chars_removed", message=message, row=row, column=column)


def _places(rows: Rows, meant: set[str]) -> list[tuple[int, int]]:
    if not meant:
        return []
    return [
        (row, column)
        for row, cells in enumerate(rows, start=1)
        if not meant.isdisjoint(cells)
        for column, cell in enumerate(cells, start=1)
        if cell in meant
    ]


def _trimmed(rows: Rows) -> tuple[tuple[str, ...], ...]:
    """Cut the blank rows and columns at the end, and make every row equally long."""
    width = max(map(_filled_width, rows), default=0)
    height = next((number for number in range(len(rows), 0, -1) if any(rows[number - 1])), 0)
    return tuple(tuple(row[:width]) + ("",) * (width - len(row)) for row in rows[:height])


def _filled_width(row: list[str]) -> int:
    width = len(row)
    while width and not row[width - 1]:
        width -= 1
    return width
