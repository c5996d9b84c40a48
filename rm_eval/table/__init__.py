"""Read: the bytes of an upload become sheets of text cells.

Nothing here knows what a survey is. `read_cells` is the only verb the later stages use.
"""

from rm_eval.table.cells import Cells, Notice, Sheet, Upload
from rm_eval.table.read import read_cells
from rm_eval.table.sheet_part import column_letters
from rm_eval.table.tidy import visible
from rm_eval.table.write import write_csv

__all__ = [
    "Cells",
    "Notice",
    "Sheet",
    "Upload",
    "column_letters",
    "read_cells",
    "visible",
    "write_csv",
]
