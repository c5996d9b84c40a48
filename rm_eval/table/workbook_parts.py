"""What the workbook part says: which sheets there are, where they lie, which are hidden."""

import posixpath
from dataclasses import dataclass
from xml.parsers import expat

from rm_eval.errors import EmptyFile
from rm_eval.table.refusals import SAVE_AGAIN, damaged
from rm_eval.table.xml_part import check_xml

WORKBOOK_PART = "xl/workbook.xml"
RELATIONS_PART = "xl/_rels/workbook.xml.rels"
_STRICT = "purl.oclc.org/ooxml"


@dataclass(frozen=True, kw_only=True, slots=True)
class ListedSheet:
    """A sheet as the workbook lists it.

    Attributes
    ----------
    position
        Place in the workbook's list, counted from 0, hidden sheets and charts included.
    name
        As written there.
    path
        Of its part in the zip, normalised; ``""`` where it is not a table of cells.
    is_hidden
        Whether Excel would not show it.
    """

    position: int
    name: str
    path: str
    is_hidden: bool


def list_sheets(workbook: bytes, relations: bytes, name: str) -> tuple[ListedSheet, ...]:
    """Give all sheets of the workbook in its order."""
    listed = _elements(workbook, "sheet", name)
    targets = {one.get("Id", ""): one for one in _elements(relations, "Relationship", name)}
    _check_not_strict(workbook, name)
    names = [sheet.get("name", "").casefold() for sheet in listed]
    if len(set(names)) < len(names):
        raise damaged(name, "two of its sheets have the same name")
    return tuple(
        ListedSheet(
            position=position,
            name=sheet.get("name", ""),
            path=_path(targets.get(_relation_id(sheet)), name),
            is_hidden=sheet.get("state", "visible") != "visible",
        )
        for position, sheet in enumerate(listed)
    )


def _elements(part: bytes, wanted: str, name: str) -> list[dict[str, str]]:
    found: list[dict[str, str]] = []

    def see(element: str, attributes: dict[str, str]) -> None:
        if element.rpartition(":")[2] == wanted:
            found.append(attributes)

    parser = expat.ParserCreate()
    parser.StartElementHandler = see
    check_xml(part, name, parser)
    return found


def _relation_id(sheet: dict[str, str]) -> str:
    # The prefix of r:id is the producer's choice; sheetId has no prefix and is another number.
    return next((text for key, text in sheet.items() if key.endswith(":id")), "")


def _path(relation: dict[str, str] | None, name: str) -> str:
    if relation is None or relation.get("TargetMode") == "External":
        raise damaged(name, "it lists a sheet that is not in it")
    if not relation.get("Type", "").endswith("/worksheet"):
        return ""
    target = relation.get("Target", "").replace("\\", "/").lower()
    # Relative to xl/, from the root with a slash; some producers forget that slash.
    rooted = target if target.startswith(("/", "xl/")) else f"xl/{target}"
    return posixpath.normpath(rooted.lstrip("/"))


def _check_not_strict(workbook: bytes, name: str) -> None:
    if _STRICT.encode() in workbook[:2000]:
        message = (
            f"We cannot be sure to see the rows of {name}: it is saved as "
            f"Strict Open XML Spreadsheet. {SAVE_AGAIN}"
        )
        raise EmptyFile(message, code="no_rows")
