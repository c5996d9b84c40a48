"""Charts as one page to print or read: each with its words, its picture and its table."""

from base64 import b64encode
from collections.abc import Iterable, Mapping, Sequence
from html import escape

from rm_eval.charts import Drawing
from rm_eval.report.about import About
from rm_eval.report.documents.as_html import STYLE
from rm_eval.report.numbers import Columns, columns_of

OF_CHARTS = """
main { max-width: 60rem; } body { max-width: 60rem; }
section { break-inside: avoid-page; margin-top: 2.5rem; }
img { width: 100%; height: auto; }
.wide { overflow-x: auto; } table { font-size: 0.9rem; }
@media print { section { break-before: page; } table { font-size: 8.5pt; } }
"""


def print_page(
    charts: Sequence[Drawing],
    about: About,
    *,
    pictures: Sequence[bytes | None],
    tables: Mapping[str, Columns],
    closing: Iterable[str] = (),
) -> bytes:
    """Write a page that needs nothing else: no script, no font, no file beside it.

    Parameters
    ----------
    pictures
        The drawing of each chart as PNG, without its words; None where it could not be drawn.
    tables
        What stands below them, as columns of text by heading.
    closing
        Lines at the end.
    """
    sections = "\n".join(_section(*one) for one in zip(charts, pictures, strict=True))
    below = "\n".join(_below(heading, columns) for heading, columns in tables.items())
    body = f"{_lines(about.lines)}\n{sections}\n{below}\n{_lines(closing)}"
    return (
        '<!DOCTYPE html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(about.title)}</title>\n<style>{STYLE}{OF_CHARTS}</style>\n</head>\n"
        f"<body>\n<main>\n<h1>{escape(about.title)}</h1>\n{body}\n</main>\n</body>\n</html>\n"
    ).encode()


def _section(chart: Drawing, picture: bytes | None) -> str:
    image = ""
    if picture is not None:
        content = b64encode(picture).decode()
        image = f'<img alt="{escape(chart.alt)}" src="data:image/png;base64,{content}">'
    return (
        f"<section>\n<h2>{escape(chart.headline)}</h2>\n<p>{escape(chart.subtitle)}</p>\n"
        f"{image}\n{_table(columns_of(chart), chart.headline)}\n"
        f"{_lines(chart.notes)}\n</section>"
    )


def _below(heading: str, columns: Columns) -> str:
    return f"<section>\n<h2>{escape(heading)}</h2>\n{_table(columns, heading)}\n</section>"


def _table(columns: Columns, of: str) -> str:
    """A table that can be pushed sideways on a phone, by keyboard too."""
    heads = "".join(f'<th scope="col">{escape(str(name))}</th>' for name in columns)
    rows = "".join(
        f'<tr><th scope="row">{escape(str(first))}</th>'
        f"{''.join(f'<td>{escape(str(cell))}</td>' for cell in cells)}</tr>"
        for first, *cells in zip(*columns.values(), strict=True)
    )
    return (
        f'<div class="wide" role="region" tabindex="0" aria-label="Table: {escape(of)}">'
        f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _lines(lines: Iterable[str]) -> str:
    return "".join(f"<p>{escape(line)}</p>" for line in lines)
