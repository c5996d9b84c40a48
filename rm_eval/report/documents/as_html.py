"""A document as one HTML file that needs nothing else: no script, no font, no picture."""

import re
from collections.abc import Iterable, Mapping
from html import escape

from rm_eval.report.documents.blocks import (
    Block,
    Bullets,
    Heading,
    Paragraph,
    Table,
    without_links,
)

STYLE = """
body { font: 1rem/1.5 Arial, "Liberation Sans", sans-serif; color: #0b0c0c;
  max-width: 44rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.8rem; line-height: 1.2; } h2 { font-size: 1.25rem; margin-top: 1.6rem; }
table { border-collapse: collapse; width: 100%; }
th, td { border-bottom: 1px solid #767676; padding: 0.3rem 0.5rem 0.3rem 0;
  text-align: left; vertical-align: top; }
mark { background: #fff2b3; color: inherit; }
@page { size: A4; margin: 14mm 18mm; }
@media print { body { font-size: 9.5pt; line-height: 1.3; margin: 0; max-width: none; }
  h1 { font-size: 15pt; margin: 0 0 4pt; } h2 { font-size: 11pt; margin: 7pt 0 1pt; }
  p, ul { margin: 2pt 0; } th, td { padding: 1pt 6pt 1pt 0; } }
"""
BOLD = re.compile(r"\*\*(.+?)\*\*")
CODE = re.compile(r"`([^`]+)`")
STILL_EMPTY = re.compile(r"\[your organisation[^\]]*\]")


def html_page(title: str, blocks: Iterable[Block], gaps: Mapping[str, str]) -> str:
    """Write a whole page; gaps nobody has filled in yet are marked."""
    body = "\n".join(_element(block) for block in blocks)
    filled = body.format_map({name: escape(words) for name, words in gaps.items()})
    marked = STILL_EMPTY.sub(lambda gap: f"<mark>{gap[0]}</mark>", filled)
    return (
        '<!DOCTYPE html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{STYLE}</style>\n</head>\n"
        f"<body>\n<main>\n{marked}\n</main>\n</body>\n</html>\n"
    )


def _element(block: Block) -> str:
    match block:
        case Heading():
            return f"<h{block.level}>{_inline(block.words)}</h{block.level}>"
        case Paragraph():
            return f"<p>{_inline(block.words)}</p>"
        case Bullets():
            items = "".join(f"<li>{_inline(item)}</li>" for item in block.items)
            return f"<ul>{items}</ul>"
        case Table():
            return _table(block)


def _table(table: Table) -> str:
    heads = "".join(f'<th scope="col">{_inline(head)}</th>' for head in table.heads)
    rows = "".join(
        f'<tr><th scope="row">{_inline(row[0])}</th>'
        + "".join(f"<td>{_inline(cell)}</td>" for cell in row[1:])
        + "</tr>"
        for row in table.rows
    )
    return f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"


def _inline(words: str) -> str:
    marked = CODE.sub(r"<code>\1</code>", escape(without_links(words)))
    return BOLD.sub(r"<strong>\1</strong>", marked)
