"""The numbers of many charts as one workbook: the contents first, then a sheet a chart."""

from collections.abc import Mapping, Sequence
from io import BytesIO

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from rm_eval.charts import Drawing
from rm_eval.report.about import About
from rm_eval.report.numbers import Columns, columns_of
from rm_eval.table import visible

CONTENTS = "Contents"
WIDE, NARROW = 120, 24  # columns, in characters


def numbers_xlsx(
    charts: Sequence[Drawing], about: About, *, tables: Mapping[str, Columns]
) -> bytes:
    """Write the tables of charts, with what has to travel with each of them below.

    Behind them stands a sheet for each of `tables`, columns of text by heading. Every cell is text
    as shown: a range of counts is no number, and what somebody typed is never run as a formula.
    """
    book = Workbook()
    book.remove(book.worksheets[0])
    _write_contents(book.create_sheet(CONTENTS), [*_headlines(charts), *tables], about)
    for number, chart in enumerate(charts, start=1):
        _write_chart(book.create_sheet(str(number)), chart)
    for number, (heading, columns) in enumerate(tables.items(), start=len(charts) + 1):
        sheet = book.create_sheet(str(number))
        _put(sheet, (1, 1), heading, bold=True)
        _write_table(sheet, columns, 3)
    written = BytesIO()
    book.save(written)
    return written.getvalue()


def _headlines(charts: Sequence[Drawing]) -> list[str]:
    return [chart.headline for chart in charts]


def _write_contents(sheet: Worksheet, headings: Sequence[str], about: About) -> None:
    lines = [about.title, *about.lines, ""]
    lines += [f"Sheet {at}: {heading}" for at, heading in enumerate(headings, start=1)]
    for row, words in enumerate(lines, start=1):
        _put(sheet, (row, 1), words, bold=row == 1)
    sheet.column_dimensions["A"].width = WIDE


def _write_chart(sheet: Worksheet, chart: Drawing) -> None:
    _put(sheet, (1, 1), chart.headline, bold=True)
    _put(sheet, (2, 1), chart.subtitle)
    below = _write_table(sheet, columns_of(chart), 4)
    for row, note in enumerate(chart.notes, start=below + 1):
        _put(sheet, (row, 1), note)


def _write_table(
    sheet: Worksheet,
    columns: Columns,
    top: int,
) -> int:
    """Write columns of text, their names in row `top`; return the first row below."""
    last = top
    for column, (name, cells) in enumerate(columns.items(), start=1):
        _put(sheet, (top, column), str(name), bold=True, wrap=True)
        sheet.column_dimensions[get_column_letter(column)].width = NARROW
        for last, words in enumerate(cells, start=top + 1):
            _put(sheet, (last, column), str(words), wrap=True)
    sheet.freeze_panes = f"A{top + 1}"
    return last + 1


def _put(
    sheet: Worksheet, place: tuple[int, int], words: str, *, bold: bool = False, wrap: bool = False
) -> None:
    if words == "":
        return
    cell = sheet.cell(*place, value=visible(words))
    cell.data_type = "s"
    cell.alignment = Alignment(wrap_text=wrap, vertical="top")
    cell.font = Font(name="Arial", bold=bold)
