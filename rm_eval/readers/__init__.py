"""Read: sheets of cells become one raw table whose headings are understood.

One file a survey tool. `READERS` is the register: the first that knows a sheet reads it.
"""

import pandas as pd

from rm_eval.readers.general import GENERAL
from rm_eval.readers.google_forms import GOOGLE_FORMS
from rm_eval.readers.jisc import JISC
from rm_eval.readers.keys import together
from rm_eval.readers.keys.together import with_keys
from rm_eval.readers.kobo import KOBO
from rm_eval.readers.limesurvey import LIMESURVEY
from rm_eval.readers.msforms import MICROSOFT_FORMS
from rm_eval.readers.personal.masking import without_details
from rm_eval.readers.qualtrics import QUALTRICS
from rm_eval.readers.raw import (
    TOOL_NAMES,
    TYPED,
    Heading,
    HeadingRows,
    RawTable,
    Reader,
    SurveyTool,
)
from rm_eval.readers.redcap import REDCAP
from rm_eval.readers.surroundings.choose_sheet import choose_sheet, nothing_to_read
from rm_eval.readers.surroundings.not_a_survey import (
    check_has_headings,
    check_headings_reach,
    check_stands_upright,
)
from rm_eval.readers.surroundings.notes_below import without_notes_below
from rm_eval.readers.surroundings.preamble import without_preamble
from rm_eval.readers.surroundings.repeats import without_repeats
from rm_eval.readers.surroundings.theme_sheet import check_no_theme_sheet
from rm_eval.readers.surveymonkey import SURVEYMONKEY
from rm_eval.readers.times import unreadable_times
from rm_eval.readers.typeform import TYPEFORM
from rm_eval.table import Notice, Sheet, Upload, column_letters, read_cells

__all__ = [
    "READERS",
    "TOOL_NAMES",
    "TYPED",
    "Heading",
    "RawTable",
    "SurveyTool",
    "read_upload",
    "with_keys",
]

READERS: tuple[Reader, ...] = (
    MICROSOFT_FORMS,
    QUALTRICS,
    SURVEYMONKEY,
    TYPEFORM,
    JISC,
    REDCAP,
    KOBO,
    GOOGLE_FORMS,
    LIMESURVEY,
    GENERAL,
)


def read_upload(upload: Upload, *, sheet: str | None = None, key: Upload | None = None) -> RawTable:
    """Read an upload as the export of a survey tool.

    Parameters
    ----------
    upload
        The file.
    sheet
        The sheet to read, where somebody chose one.
    key
        The file that says what its codes stand for, where there is one.

    Raises
    ------
    UnreadableFile, EmptyFile, TooLarge, QuestionsNotFound
        With a sentence for the reader.
    """
    cells = read_cells(upload)
    check_no_theme_sheet(cells)
    if (answers_missing := together.key_in(cells)) is not None:
        raise together.alone(answers_missing)
    chosen, notices = choose_sheet(cells, sheet, is_of_a_tool=_is_of_a_tool)
    table, around = _without_surroundings(chosen)
    if len(table.rows) == 1:
        raise nothing_to_read(cells, has_headings=True)
    reader, why = _reader_of(table)
    if reader is GENERAL:
        check_stands_upright(cells.upload_name, table)
    top = reader.read_headings(table)
    named = together.read_key(key) if key is not None else together.key_beside(cells, table)
    if named is not None:
        top = together.explained(cells.upload_name, table, top, named)
    table, repeats = without_repeats(table, top.n_rows)
    if not any(map(any, table.rows[top.n_rows :])):
        raise nothing_to_read(cells, has_headings=True)
    check_has_headings(cells.upload_name, table, top.n_rows)
    check_headings_reach(cells.upload_name, table, top.headings, cells.notices)
    said = cells.notices + notices + around + top.notices + repeats
    said += unreadable_times(top.headings, table.rows[top.n_rows :], table.numbers[top.n_rows :])
    raw = RawTable(
        cells=_frame(table, top),
        headings=top.headings,
        survey_tool=reader.tool,
        why=why,
        sheet=table.name,
        upload_name=cells.upload_name,
        sha256=together.fingerprint(cells, key),
        notices=said + _not_read(table, top),
    )
    return without_details(raw)


def _without_surroundings(sheet: Sheet) -> tuple[Sheet, tuple[Notice, ...]]:
    """Leave the table alone: without notes below, titles above, and headings that come again.

    A survey tool's first row tells where its table begins: SurveyMonkey's has gaps by design.
    """
    table, notes = without_notes_below(sheet)
    above: tuple[Notice, ...] = ()
    if len(table.rows) > 1 and not _is_of_a_tool(table):
        table, above = without_preamble(table)
    table, repeats = without_repeats(table)
    return table, above + repeats + notes


def _is_of_a_tool(sheet: Sheet) -> bool:
    return _reader_of(sheet)[0] is not GENERAL


def _reader_of(sheet: Sheet) -> tuple[Reader, str]:
    return next((reader, why) for reader in READERS if (why := reader.why_mine(sheet)))


def _not_read(sheet: Sheet, top: HeadingRows) -> tuple[Notice, ...]:
    """Name the columns that hold something under no heading: nothing is dropped in silence."""
    headed = {heading.column for heading in top.headings}
    filled = [
        column
        for column, cells in enumerate(zip(*sheet.rows[top.n_rows :], strict=True), start=1)
        if column not in headed and any(cell.strip() for cell in cells)
    ]
    return tuple(
        Notice(
            code="blank_header",
            message=f"Column {column_letters(column)} has no heading, so we did not read it. Give "
            "it one in your file if it holds answers.",
            column=column,
        )
        for column in filled
    )


def _frame(sheet: Sheet, top: HeadingRows) -> pd.DataFrame:
    columns = range(1, len(sheet.rows[0]) + 1)
    rows = [list(row) for row in sheet.rows[top.n_rows :]]
    index = pd.Index(sheet.numbers[top.n_rows :], name="row")
    cells = pd.DataFrame(rows, index=index, columns=columns, dtype=object)
    for column, meanings in top.meanings.items():
        cells[column] = [meanings.get(cell.strip(), cell) for cell in cells[column]]
    return cells
