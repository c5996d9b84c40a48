"""Charts as one page to print or read: each with its words, its picture and its table."""

from base64 import b64encode
from collections.abc import Iterable, Sequence
from html import escape

from rm_eval.charts import Drawing
from rm_eval.report.about import About
from rm_eval.report.documents.as_html import STYLE

OF_CHARTS = """
main { max-width: 60rem; } body { max-width: 60rem; }
section { break-inside: avoid-page; margin-top: 2.5rem; }
img { width: 100%; height: auto; }
table { font-size: 0.9rem; } caption { text-align: left; font-weight: bold; }
@media print { section { break-before: page; } table { font-size: 8.5pt; } }
"""


def print_page(
    charts: Sequence[Drawing],
    about: About,
    *,
    pictures: Sequence[bytes | None],
    closing: Iterable[str] = (),
) -> bytes:
    """Write a page that needs nothing else: no script, no font, no file beside it.

    Parameters
    ----------
    pictures
        The drawing of each chart as PNG, without its words; None where it could not be drawn.
    closing
        Lines at the end.
    """
    sections = "\n".join(_section(*one) for one in zip(charts, pictures, strict=True))
    body = f"{_lines(about.lines)}\n{sections}\n{_lines(closing)}"
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
        f"{image}\n{_table(chart)}\n{_lines(chart.notes)}\n</section>"
    )


def _table(chart: Drawing) -> str:
    heads = "".join(f'<th scope="col">{escape(str(name))}</th>' for name in chart.table.columns)
    rows = "".join(
        f'<tr><th scope="row">{escape(str(first))}</th>'
        f"{''.join(f'<td>{escape(str(cell))}</td>' for cell in cells)}</tr>"
        for first, *cells in chart.table.to_numpy().tolist()
    )
    return (
        "<table><caption>The numbers</caption>"
        f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"
    )


def _lines(lines: Iterable[str]) -> str:
    return "".join(f"<p>{escape(line)}</p>" for line in lines)
