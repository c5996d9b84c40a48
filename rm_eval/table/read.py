"""The verb of this folder: an upload becomes cells, or a refusal its owner can act on."""

from collections.abc import Iterator
from functools import partial

from rm_eval.errors import EmptyFile
from rm_eval.table.cells import Cells, Notice, Sheet, Upload
from rm_eval.table.guard import GuardedWorkbook, check_rest, guard
from rm_eval.table.kind import check_kind, check_not_empty, check_not_web_page
from rm_eval.table.limits import MAX_UPLOAD_BYTES
from rm_eval.table.names import WORKBOOK_ENDING, check_ending, check_name, ending_of, safe_name
from rm_eval.table.refusals import damaged, too_big
from rm_eval.table.text import read_text
from rm_eval.table.tidy import make_sheet, sheet_title
from rm_eval.table.workbook import open_workbook
from rm_eval.table.workbook_notices import workbook_notices


def read_cells(upload: Upload) -> Cells:
    """Read every visible sheet of an upload as text.

    Raises
    ------
    ForTheReader
        If the upload is not a readable xlsx, csv, tsv or txt file of a reasonable size.
    """
    name = safe_name(upload.name)
    content = upload.content
    check_name(name)
    if len(content) > MAX_UPLOAD_BYTES:
        raise too_big(name, f"the file is larger than {MAX_UPLOAD_BYTES // 1024**2} MB")
    check_not_web_page(content, name)
    check_ending(name)
    check_not_empty(content, name)
    check_kind(content, name)
    is_workbook = ending_of(name) == WORKBOOK_ENDING
    sheets, notices = _workbook(content, name) if is_workbook else _text(content, name)
    filled = tuple(sheet for sheet in sheets if sheet.rows)
    if not filled:
        raise _nothing_in(name, notices)
    return Cells(
        upload_name=name,
        sha256=upload.sha256,
        kind="xlsx" if is_workbook else "text",
        sheets=filled,
        notices=tuple(notices),
    )


def _nothing_in(name: str, notices: list[Notice]) -> EmptyFile:
    is_hidden = any(notice.code == "hidden_sheet_ignored" for notice in notices)
    where = "no sheet that shows has any cells" if is_hidden else "it has no cells with anything in"
    remedy = "Unhide the sheet with the answers" if is_hidden else "Export your survey again"
    return EmptyFile(f"{name} is empty: {where}. {remedy} and add it again.", code="empty_file")


def _text(content: bytes, name: str) -> tuple[list[Sheet], list[Notice]]:
    rows, notices = read_text(content, name)
    sheet, more = make_sheet(name, rows)
    damage_known = any(notice.code == "text_damaged" for notice in notices)
    notices += [one for one in more if not (damage_known and one.code == "text_damaged")]
    return [sheet], notices


def _workbook(content: bytes, name: str) -> tuple[list[Sheet], list[Notice]]:
    guarded = guard(content, name)
    notices = list(workbook_notices(guarded))
    sheets = []
    for title, rows in _opened(content, guarded, name):
        sheet, more = make_sheet(title, rows)
        sheets.append(sheet)
        notices += more
    return sheets, notices


def _opened(
    content: bytes, guarded: GuardedWorkbook, name: str
) -> Iterator[tuple[str, list[list[str]]]]:
    positions = list(guarded.facts)
    if not positions:
        return
    opened = open_workbook(content, positions, name, meanwhile=partial(check_rest, guarded, name))
    if opened.names != [sheet.name for sheet in guarded.sheets]:
        raise damaged(name, "its list of sheets can be read in two ways")
    for position, rows in zip(positions, opened.sheets, strict=True):
        yield sheet_title(guarded.sheets[position].name), rows
