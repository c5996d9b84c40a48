"""How much one upload may hold, and why.

A programme is tens of people and a survey at most a few hundred columns, so every limit is far
above any real export and far below what would trouble a small server.
"""

MAX_UPLOAD_BYTES = 10 * 1024 * 1024  # what the upload box takes; a real export is under 1 MB
MAX_ROWS = 50_000  # every member of staff of the largest trust, twice over
MAX_COLUMNS = 2_000  # the widest exports (one column an option) stay under 1,000
MAX_CELLS = 3_000_000  # rows x columns of the rectangle, blanks too: what a reader must hold
MAX_CELL_CHARACTERS = 32_767  # Excel's own limit: a longer text could not be exported again
MAX_TEXT_CHARACTERS = 60_000_000  # all cells of a workbook together, however often one repeats

MAX_MEMBERS = 2_000  # files inside an xlsx: usually 10 to 30
MAX_INFLATED_BYTES = 100 * 1024 * 1024  # all XML of an xlsx once unpacked: 2 million cells and more
MAX_DEPTH = 50  # XML of a real sheet nests 8 deep, rich text and drawings a little more

CHILD_MEMORY_BYTES = 1024 * 1024 * 1024  # a full 3 million cells need about 0.7 GB
CHILD_SECONDS = 20  # the largest workbook allowed takes about 5 seconds

MAX_NOTICES_OF_A_KIND = 50  # after so many cells are named, the rest are counted
MAX_NAME_CHARACTERS = 120  # a longer file name is cut for showing
