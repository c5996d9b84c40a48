"""Read: sheets of cells become one raw table whose headings are understood.

One file a survey tool. `READERS` is the register: the first that knows a sheet reads it.
"""

import pandas as pd

from rm_eval.errors import EmptyFile, QuestionsNotFound
from rm_eval.readers.general import GENERAL
from rm_eval.readers.google_forms import GOOGLE_FORMS
from rm_eval.readers.masking import without_details
from rm_eval.readers.msforms import MICROSOFT_FORMS
from rm_eval.readers.preamble import without_preamble
from rm_eval.readers.raw import TOOL_NAMES, Heading, HeadingRows, RawTable, Reader, SurveyTool
from rm_eval.readers.redcap import REDCAP
from rm_eval.readers.surveymonkey import SURVEYMONKEY
from rm_eval.readers.typeform import TYPEFORM
from rm_eval.table import Cells, Notice, Sheet, Upload, read_cells

__all__ = ["READERS", "TOOL_NAMES", "Heading", "RawTable", "SurveyTool", "read_upload"]

READERS: tuple[Reader, ...] = (
    MICROSOFT_FORMS,
    SURVEYMONKEY,
    TYPEFORM,
    REDCAP,
    GOOGLE_FORMS,
    GENERAL,
)


def read_upload(upload: Upload, *, sheet: str | None = None) -> RawTable:
    """Read an upload as the export of a survey tool.

    Parameters
    ----------
    upload
        The file.
    sheet
        The sheet to read, where somebody chose one.

    Raises
    ------
    UnreadableFile, EmptyFile, TooLarge, QuestionsNotFound
        With a sentence for the reader.
    """
    cells = read_cells(upload)
    chosen, notices = _choose_sheet(cells, sheet)
    reader, why = _reader_of(chosen)
    if reader is GENERAL:
        chosen, above = without_preamble(chosen)
        reader, why = _reader_of(chosen)
        notices += above
    top = reader.read_headings(chosen)
    if not any(map(any, chosen.rows[top.n_rows :])):
        raise _nothing_to_read(cells, has_headings=True)
    raw = RawTable(
        cells=_frame(chosen, top),
        headings=top.headings,
        survey_tool=reader.tool,
        why=why,
        sheet=chosen.name,
        upload_name=cells.upload_name,
        sha256=cells.sha256,
        notices=cells.notices + notices + top.notices + _not_read(chosen, top),
    )
    return without_details(raw)


def _reader_of(sheet: Sheet) -> tuple[Reader, str]:
    return next((reader, why) for reader in READERS if (why := reader.why_mine(sheet)))


def _choose_sheet(cells: Cells, wanted: str | None) -> tuple[Sheet, tuple[Notice, ...]]:
    if wanted is not None:
        return _named_sheet(cells, wanted), ()
    filled = [_without_blank_top(sheet) for sheet in cells.sheets]
    surveys = [sheet for sheet in filled if len(sheet.rows) > 1 and any(map(any, sheet.rows[1:]))]
    if not surveys:
        raise _nothing_to_read(cells, has_headings=any(sheet.rows for sheet in filled))
    if len(surveys) > 1:
        surveys = [sheet for sheet in surveys if _reader_of(sheet)[0] is not GENERAL] or surveys
    if len(surveys) > 1:
        raise QuestionsNotFound(
            f"{cells.upload_name} has more than one sheet that could be the survey: "
            f"{', '.join(sheet.name for sheet in surveys)}. Choose one of them, or save the "
            "one you mean as a file of its own.",
            code="ambiguous_sheets",
            sheets=tuple(sheet.name for sheet in surveys),
        )
    others = [sheet.name for sheet in filled if sheet.rows and sheet.name != surveys[0].name]
    return surveys[0], _others_ignored(others)


def _named_sheet(cells: Cells, wanted: str) -> Sheet:
    for sheet in cells.sheets:
        if sheet.name == wanted:
            found = _without_blank_top(sheet)
            if len(found.rows) > 1:
                return found
            raise _nothing_to_read(cells, has_headings=bool(found.rows))
    names = ", ".join(sheet.name for sheet in cells.sheets)
    raise QuestionsNotFound(
        f"{cells.upload_name} has no sheet called {wanted}. Its sheets are: {names}.",
        code="ambiguous_sheets",
        sheets=tuple(sheet.name for sheet in cells.sheets),
    )


def _nothing_to_read(cells: Cells, *, has_headings: bool) -> EmptyFile:
    if has_headings:
        return EmptyFile(
            f"{cells.upload_name} has headings but no answers: there are no responses under them. "
            "Check that you exported the responses, not the summary.",
            code="no_rows",
        )
    return EmptyFile(
        f"{cells.upload_name} is empty. Export the responses again and add the new file.",
        code="empty_file",
    )


def _others_ignored(names: list[str]) -> tuple[Notice, ...]:
    if not names:
        return ()
    message = f"Only one sheet looks like a survey. We did not read: {', '.join(names)}."
    return (Notice(code="other_sheets_ignored", message=message),)


def _without_blank_top(sheet: Sheet) -> Sheet:
    """Begin at the first row that holds anything: that is the heading row."""
    first = next((at for at, row in enumerate(sheet.rows) if any(row)), len(sheet.rows))
    return Sheet(name=sheet.name, rows=sheet.rows[first:], numbers=sheet.numbers[first:])


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
            message=f"Column {column} has no heading, so we did not read it. Give it one in your "
            "file if it holds answers.",
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
