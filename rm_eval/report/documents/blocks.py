"""The few forms our documents use: headings, paragraphs, lists and tables, read from Markdown."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

HEADING = re.compile(r"(#{1,4}) (.+)")
BULLET = re.compile(r"- |\d+\. ")
LINK = re.compile(r"\[([^\]]+)\]\(([^)]+)\)")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading and its level, 1 for the title."""

    level: int
    words: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Sentences on one line."""

    words: str


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list, one text an item."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its heading row, and the rows below."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Block = Heading | Paragraph | Bullets | Table


def blocks_of(body: str) -> tuple[Block, ...]:
    """Read a document's Markdown; a blank line parts two blocks."""
    lines = body.splitlines()
    parts = [list(part) for filled, part in groupby(lines, key=bool) if filled]
    return tuple(block for part in parts for block in _blocks(part))


def without_links(words: str) -> str:
    """Leave of each link its words alone."""
    return LINK.sub(r"\1", words)


def _blocks(lines: list[str]) -> Iterator[Block]:
    first = lines[0]
    if found := HEADING.match(first):
        yield Heading(len(found[1]), found[2])
        if lines[1:]:
            yield from _blocks(lines[1:])
    elif first.startswith("|"):
        heads, _, *rows = [_cells(line) for line in lines]
        yield Table(heads, tuple(rows))
    elif BULLET.match(first):
        yield Bullets(tuple(_items(lines)))
    else:
        yield Paragraph(" ".join(line.strip() for line in lines))


def _cells(line: str) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in line.strip().strip("|").split("|"))


def _items(lines: list[str]) -> Iterator[str]:
    item = ""
    for line in lines:
        if BULLET.match(line) and item:
            yield item
            item = ""
        item = f"{item} {BULLET.sub('', line, count=1).strip()}".strip()
    yield item
