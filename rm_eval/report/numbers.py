"""A chart's numbers as a file for a spreadsheet."""

import csv
from io import StringIO

from rm_eval.charts import Chart

# The wide ones too: spreadsheets set up for Japanese or Chinese read them alike.
STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def numbers_csv(chart: Chart) -> bytes:
    """Write a chart's table for a spreadsheet, with what has to travel with it below.

    Text that a spreadsheet would run as a formula is marked as text.
    """
    lines = [list(chart.table.columns), *chart.table.to_numpy().tolist(), []]
    lines += [[text] for text in (chart.headline, chart.subtitle, *chart.notes)]
    written = StringIO()
    csv.writer(written).writerows([[as_text(str(cell)) for cell in line] for line in lines])
    return written.getvalue().encode("utf-8-sig")  # the mark tells Excel which encoding it is


def as_text(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.lstrip(" ").startswith(STARTS_A_FORMULA) else cell
