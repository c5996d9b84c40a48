"""A chart's table as a file for a spreadsheet."""

from collections.abc import Mapping, Sequence

from rm_eval.charts import Drawing
from rm_eval.table import write_csv

# A table as its columns of text, by their names.
Columns = Mapping[str, Sequence[str]]


def columns_of(chart: Drawing) -> Columns:
    """Return a chart's table, column by column."""
    return {str(name): list(map(str, cells)) for name, cells in chart.table.items()}


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
