"""One sheet's XML before a reader sees it: how far it reaches, and what a reader would hide.

A handler called for every cell costs more than the reader's whole parse, so most sheets are only
searched as bytes (`_glance`): where every cell is written the way Excel, LibreOffice and the
survey tools write it, a search sees all that there is. Whatever is written otherwise, reaches
too far or holds formulas or errors is walked element by element (`_Walk`).
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from xml.parsers import expat

from rm_eval.errors import ForTheReader
from rm_eval.table.limits import MAX_CELLS, MAX_COLUMNS, MAX_DEPTH, MAX_ROWS
from rm_eval.table.refusals import damaged, too_big
from rm_eval.table.xml_part import check_xml

# A cell beyond A1:BH49999, or whose place is spelt otherwise. Within it, 60 columns of 49,999 rows
# are fewer than MAX_CELLS, so a sheet without such a cell needs no measuring.
_FAR_CELL = re.compile(rb'<c r="(?!(?:A?[A-Z]|B[A-H])(?:[1-9]\d{0,3}|[1-4]\d{4})")')
_REACH = re.compile(rb'<c r="([A-Z]{1,3})([1-9]\d{0,6})"')
# Cells or rows outside the sheet's data, declarations, or a NUL of UTF-16.
_MORE_OUTSIDE = re.compile(rb"<(?:[^<>\s/]+:)?(?:c|row|sheetData)[\s/>]|<!|\x00")
_HIDDEN_ROW = re.compile(rb"""<row\s[^>]*?hidden=["'](?:1|true)["']""")
_REFERENCE = re.compile(r"\$?([A-Za-z]{1,3})\$?([1-9][0-9]{0,6})")
_ROW_NUMBER = re.compile("[1-9][0-9]{0,6}")
# Any of these, and the bytes may not show what is there: comments and CDATA, prefixed elements,
# rows within rows; or there are formulas and errors to be named.
_UNUSUAL = (b"<!", b":c", b"<row><row", b"<f", b't="e"', b"t='e'")
_MOST_CELLS_WALKED = 2 * MAX_CELLS  # blank but formatted cells come on top of those with a value
_MOST_OUTSIDE = 1024 * 1024  # column widths, filters, rules: cells are nowhere else
# Excel writes its newer errors (#SPILL!, #CALC!) as #VALUE! with a note beside it.
_ERRORS = ("#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!")


@dataclass(kw_only=True, slots=True)
class SheetFacts:
    """What the guard learned of a sheet.

    Attributes
    ----------
    errors
        (row, column, error) of cells that hold an error such as ``#N/A``.
    unsaved
        (row, column) of formulas without a saved result.
    n_formulas
        Formulas whose saved result is used.
    has_hidden_rows, has_merged_cells
        Whether there are any.
    unparsed
        The part itself where a glance sufficed. It cannot hold a declaration, so a reader may
        open it; whether it is well formed is for `check_well_formed` to say meanwhile.
    """

    errors: list[tuple[int, int, str]] = field(default_factory=list)
    unsaved: list[tuple[int, int]] = field(default_factory=list)
    n_formulas: int = 0
    has_hidden_rows: bool = False
    has_merged_cells: bool = False
    unparsed: bytes = b""


def read_facts(part: bytes, name: str) -> SheetFacts:
    """Check a sheet and learn its facts, or refuse the upload."""
    facts = SheetFacts(unparsed=part) if _is_seen_at_a_glance(part) else walk(part, name)
    facts.has_hidden_rows = b"hidden=" in part and bool(_HIDDEN_ROW.search(part))
    facts.has_merged_cells = b"<mergeCell " in part
    return facts


def check_well_formed(facts: SheetFacts, name: str) -> None:
    """Parse the part a glance sufficed for: what a reader makes of broken XML is never shown."""
    if facts.unparsed:
        check_xml(facts.unparsed, name)
        facts.unparsed = b""


def _is_seen_at_a_glance(part: bytes) -> bool:
    before, opened, rest = part.partition(b"<sheetData")
    cells, closed, after = rest.rpartition(b"</sheetData>")
    if not (opened and closed) or len(before) + len(after) > _MOST_OUTSIDE:
        return False
    if _MORE_OUTSIDE.search(before) or _MORE_OUTSIDE.search(after):
        return False
    return not any(sign in cells for sign in _UNUSUAL) and _are_all_near(cells)


def _are_all_near(cells: bytes) -> bool:
    n_cells = cells.count(b'<c r="')
    if cells.count(b"<c") != n_cells or n_cells > MAX_CELLS:
        return False
    return not _FAR_CELL.search(cells) or _fits(*_reach(cells, n_cells))


def _reach(cells: bytes, n_cells: int) -> tuple[int, int]:
    places = _REACH.findall(cells)
    if len(places) < n_cells:  # a place spelt in a way that only a walk understands
        return MAX_ROWS + 1, 0
    columns, rows = (set(half) for half in zip(*places, strict=True))
    return max(map(int, rows)), max(_column_number(letters.decode()) for letters in columns)


def _fits(last_row: int, last_column: int) -> bool:
    few_enough = last_row <= MAX_ROWS and last_column <= MAX_COLUMNS
    return few_enough and last_row * last_column <= MAX_CELLS


def walk(part: bytes, name: str) -> SheetFacts:
    """Learn the facts element by element: slower, and right for any spelling."""
    seen = _Walk(name)
    parser = expat.ParserCreate()
    parser.StartElementHandler = seen.start
    parser.EndElementHandler = seen.end
    parser.CharacterDataHandler = seen.text
    check_xml(part, name, parser)
    seen.check_reach()
    return seen.facts


class _Walk:
    """Follows a parser through a sheet."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.facts = SheetFacts()
        self.depth = self.n_cells = self.row = self.column = 0
        self.last_row = self.last_column = 0
        self.kind = self.value = ""
        self.is_in_value = self.is_formula = False
        self._starts: dict[str, Callable[[dict[str, str]], None]] = {
            "row": self._start_row,
            "c": self._start_cell,
            "f": self._start_formula,
            "v": self._start_value,
            "t": self._start_value,
        }

    def start(self, element: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise damaged(self.name, "its parts are nested deeper than any sheet's")
        see = self._starts.get(element.rpartition(":")[2])
        if see:
            see(attributes)

    def end(self, element: str) -> None:
        self.depth -= 1
        local = element.rpartition(":")[2]
        if local in {"v", "t"}:
            self.is_in_value = False
        elif local == "c":
            self._end_cell()

    def text(self, text: str) -> None:
        if self.is_in_value:
            self.value = self.value or text  # enough to know a blank from a value

    def _start_row(self, attributes: dict[str, str]) -> None:
        number = attributes.get("r", str(self.row + 1))
        if not _ROW_NUMBER.fullmatch(number):
            raise damaged(self.name, "a row has an impossible number")
        self.row, self.column = int(number), 0

    def _start_cell(self, attributes: dict[str, str]) -> None:
        self.n_cells += 1
        if self.n_cells > _MOST_CELLS_WALKED:
            raise too_big(self.name, f"a sheet has more than {_MOST_CELLS_WALKED:,} cells")
        if "r" in attributes:
            self._move_to(attributes["r"])
        else:
            self.column += 1
        self.kind, self.value, self.is_formula = attributes.get("t", ""), "", False

    def _move_to(self, reference: str) -> None:
        place = _REFERENCE.fullmatch(reference)
        if not place:
            raise damaged(self.name, "a cell has an impossible place")
        self.column, self.row = _column_number(place[1]), int(place[2])

    def _start_formula(self, _attributes: dict[str, str]) -> None:
        self.is_formula = True

    def _start_value(self, _attributes: dict[str, str]) -> None:
        self.is_in_value = True

    def _end_cell(self) -> None:
        if self.value:
            self.last_row = max(self.last_row, self.row)
            self.last_column = max(self.last_column, self.column)
        if self.kind == "e":
            self._add_error()
        elif self.is_formula and (self.value or self.kind == "str"):
            self.facts.n_formulas += 1
        elif self.is_formula:
            self.facts.unsaved.append((self.row, self.column))

    def _add_error(self) -> None:
        if self.value and self.value not in _ERRORS:
            where = cell_name(self.row, self.column)
            raise damaged(self.name, f"cell {where} holds an error that no reader knows")
        self.facts.errors.append((self.row, self.column, self.value or "an error"))

    def check_reach(self) -> None:
        """Refuse a sheet whose values reach too far out, however few they are."""
        if not _fits(self.last_row, self.last_column):
            raise reaches_too_far(self.name, self.last_row, self.last_column)


def reaches_too_far(name: str, last_row: int, last_column: int) -> ForTheReader:
    """Refuse a table that is larger than we read."""
    what = (
        f"it reaches {last_row:,} rows and {last_column:,} columns, and we read up to "
        f"{MAX_ROWS:,} rows, {MAX_COLUMNS:,} columns and {MAX_CELLS:,} cells"
    )
    return too_big(name, what)


def _column_number(letters: str) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def cell_name(row: int, column: int) -> str:
    """Name a cell as Excel does: row 2, column 28 is ``"AB2"``."""
    return f"{column_letters(column)}{row}"


def column_letters(column: int) -> str:
    """Name a column as Excel does: 28 is ``"AB"``."""
    letters = ""
    while column:
        column, letter = divmod(column - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return letters
