"""A document as plain text: no marks, one line a paragraph, so that any message can hold it."""

import re
from collections.abc import Iterable

from rm_eval.report.documents.blocks import (
    Block,
    Bullets,
    Heading,
    Paragraph,
    Table,
    without_links,
)

UNDERLINED = 2  # level of headings; lower ones stand alone
MARKS = re.compile(r"\*\*|`")


def plain_text(blocks: Iterable[Block]) -> str:
    """Write blocks as plain text."""
    return "\n\n".join(_text(block) for block in blocks) + "\n"


def _text(block: Block) -> str:
    match block:
        case Heading():
            return _heading(block)
        case Paragraph():
            return _bare(block.words)
        case Bullets():
            return "\n".join(f"- {_bare(item)}" for item in block.items)
        case Table():
            return "\n".join(f"- {_row(block.heads, row)}" for row in block.rows)


def _heading(heading: Heading) -> str:
    words = _bare(heading.words)
    if heading.level == 1:
        return words.upper()
    return f"{words}\n{'-' * len(words)}" if heading.level == UNDERLINED else words


def _row(heads: tuple[str, ...], row: tuple[str, ...]) -> str:
    """A row as a sentence: a table's columns do not survive a message."""
    first, *others = (_bare(cell) for cell in row)
    named = [f"{_bare(head)}: {cell}" for head, cell in zip(heads[1:], others, strict=True)]
    return f"{first}: {others[0]}" if len(others) == 1 else f"{first}. {'; '.join(named)}"


def _bare(words: str) -> str:
    return MARKS.sub("", without_links(words))
