"""A chart's table as a file for a spreadsheet."""

from rm_eval.charts import Drawing
from rm_eval.table import write_csv


def numbers_csv(chart: Drawing) -> bytes:
    """Write a chart's table for a spreadsheet, with what has to travel with it below."""
    return write_csv(
        [
            list(chart.table.columns),
            *chart.table.to_numpy().tolist(),
            [],
            *[[text] for text in (chart.headline, chart.subtitle, *chart.notes)],
        ]
    )
