"""The numbers of many charts as one workbook: the contents first, then a sheet a chart."""

from collections.abc import Sequence
from io import BytesIO

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from rm_eval.charts import Drawing
from rm_eval.report.about import About
from rm_eval.table import visible

CONTENTS = "Contents"
WIDE, NARROW = 120, 24  # columns, in characters


def numbers_xlsx(charts: Sequence[Drawing], about: About) -> bytes:
    """Write the tables of charts, with what has to travel with each of them below.

    Every cell is text as shown: a range of counts is no number, and what somebody typed is never
    run as a formula.
    """
    book = Workbook()
    book.remove(book.worksheets[0])
    _write_contents(book.create_sheet(CONTENTS), charts, about)
    for number, chart in enumerate(charts, start=1):
        _write_chart(book.create_sheet(str(number)), chart)
    written = BytesIO()
    book.save(written)
    return written.getvalue()


def _write_contents(sheet: Worksheet, charts: Sequence[Drawing], about: About) -> None:
    lines = [about.title, *about.lines, ""]
    lines += [f"{at}. {chart.headline}" for at, chart in enumerate(charts, start=1)]
    for row, words in enumerate(lines, start=1):
        _put(sheet, (row, 1), words, bold=row == 1)
    sheet.column_dimensions["A"].width = WIDE


def _write_chart(sheet: Worksheet, chart: Drawing) -> None:
    table = chart.table
    _put(sheet, (1, 1), chart.headline, bold=True)
    _put(sheet, (2, 1), chart.subtitle)
    for column, name in enumerate(table.columns, start=1):
        _put(sheet, (4, column), str(name), bold=True, wrap=True)
        sheet.column_dimensions[get_column_letter(column)].width = NARROW
    for row, cells in enumerate(table.to_numpy().tolist(), start=5):
        for column, words in enumerate(cells, start=1):
            _put(sheet, (row, column), str(words), wrap=True)
    for row, note in enumerate(chart.notes, start=len(table) + 6):
        _put(sheet, (row, 1), note)
    sheet.freeze_panes = "A5"


def _put(
    sheet: Worksheet, place: tuple[int, int], words: str, *, bold: bool = False, wrap: bool = False
) -> None:
    if words == "":
        return
    cell = sheet.cell(*place, value=visible(words))
    cell.data_type = "s"
    cell.alignment = Alignment(wrap_text=wrap, vertical="top")
    cell.font = Font(name="Arial", bold=bold)
