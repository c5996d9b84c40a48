"""What a workbook must pass before any reader opens it.

One check may run while the reader is at work, in its own process: whether a sheet that cannot
hold a declaration is well formed (`SheetFacts.unparsed`).
"""

from dataclasses import dataclass

from rm_eval.errors import UnreadableFile
from rm_eval.table import archive
from rm_eval.table.refusals import SAVE_AGAIN, damaged, not_what_it_says
from rm_eval.table.sheet_part import SheetFacts, check_well_formed, read_facts
from rm_eval.table.workbook_parts import RELATIONS_PART, WORKBOOK_PART, ListedSheet, list_sheets
from rm_eval.table.xml_part import check_xml

_CONTENT_TYPES = "[content_types].xml"
_EXPORT_AGAIN = "Export your survey again as Excel (.xlsx) or CSV."

# Where other programs keep their documents in a zip.
_OTHER_DOCUMENTS = (
    ("word/", "It is a Word document, not an Excel workbook."),
    ("ppt/", "It is a PowerPoint file, not an Excel workbook."),
    ("index/", "It is an Apple Numbers document, not an Excel workbook."),
    ("xl/workbook.bin", "It is a binary workbook (.xlsb), not an Excel .xlsx workbook."),
    ("content.xml", "It is an OpenDocument spreadsheet (.ods), not an Excel workbook."),
)


@dataclass(frozen=True, kw_only=True, slots=True)
class GuardedWorkbook:
    """What is known of a workbook that passed.

    Attributes
    ----------
    sheets
        As the workbook lists them.
    facts
        By sheet position, of the visible sheets of cells.
    has_external_links
        Whether it points at other workbooks.
    """

    sheets: tuple[ListedSheet, ...]
    facts: dict[int, SheetFacts]
    has_external_links: bool


def guard(content: bytes, name: str) -> GuardedWorkbook:
    """Check every part a reader may open, and learn what a reader would not tell."""
    members = archive.list_members(content, name)
    _check_is_workbook(members, name)
    _check_no_macros(members, name)
    to_read = archive.xml_members(members)
    archive.check_inflated_size(to_read, name)
    sheets = _sheets(content, to_read, name)
    facts = _check_parts(content, to_read, sheets, name)
    shown = {one.position: facts[one.path] for one in sheets if one.path and not one.is_hidden}
    for one in facts.values():
        if not any(one is seen for seen in shown.values()):
            check_well_formed(one, name)
    return GuardedWorkbook(
        sheets=sheets,
        facts=shown,
        has_external_links=any(path.startswith("xl/externallinks/") for path in members),
    )


def check_rest(guarded: GuardedWorkbook, name: str) -> None:
    """Do the one check that may run beside the reader."""
    for facts in guarded.facts.values():
        check_well_formed(facts, name)


def _check_is_workbook(members: archive.Members, name: str) -> None:
    if WORKBOOK_PART in members:
        return
    for start, what in _OTHER_DOCUMENTS:
        if any(path.startswith(start) for path in members):
            raise not_what_it_says(name, what, SAVE_AGAIN if "book" in start else _EXPORT_AGAIN)
    raise not_what_it_says(name, "It is a zip archive, not an Excel workbook.", _EXPORT_AGAIN)


def _check_no_macros(members: archive.Members, name: str) -> None:
    for path in members:
        if path.endswith("vbaproject.bin") or path.startswith("xl/macrosheets/"):
            raise _macros(name)


def _macros(name: str) -> UnreadableFile:
    message = f"We did not open {name}. It contains macros (small programs). {SAVE_AGAIN}"
    return UnreadableFile(message, code="macros")


def _sheets(content: bytes, members: archive.Members, name: str) -> tuple[ListedSheet, ...]:
    if RELATIONS_PART not in members:
        raise damaged(name, "the list of its sheets is missing")
    workbook = archive.inflate(content, members[WORKBOOK_PART], name)
    relations = archive.inflate(content, members[RELATIONS_PART], name)
    sheets = list_sheets(workbook, relations, name)
    if any(sheet.path and sheet.path not in members for sheet in sheets):
        raise damaged(name, "it lists a sheet that is not in it")
    return sheets


def _check_parts(
    content: bytes, members: archive.Members, sheets: tuple[ListedSheet, ...], name: str
) -> dict[str, SheetFacts]:
    """Unpack one part at a time, so that never more than one lies in memory."""
    paths = {sheet.path for sheet in sheets}
    facts = {}
    for path, member in members.items():
        part = archive.inflate(content, member, name)
        if path in paths:
            facts[path] = read_facts(part, name)
        else:
            check_xml(part, name)
        if path == _CONTENT_TYPES and b"macroEnabled" in part:
            raise _macros(name)
    return facts
