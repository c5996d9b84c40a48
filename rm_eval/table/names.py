"""File names: made safe to show, and what their endings promise."""

import re
import unicodedata

from rm_eval.errors import UnreadableFile
from rm_eval.table.limits import MAX_NAME_CHARACTERS
from rm_eval.table.refusals import not_what_it_says

WORKBOOK_ENDING = ".xlsx"
TEXT_ENDINGS = (".csv", ".tsv", ".txt")

_EMAIL = re.compile(r"[\w.+%'-]+@[\w-]+(?:\.[\w-]+)+")
_SAVE_AS_XLSX = "Open it in Excel, choose Save As, Excel Workbook (.xlsx), and add that file."
_EXPORT = "Export your survey as Excel (.xlsx) or CSV."

# What people really pick by mistake, and the way out of it.
_HOW_TO_SAVE = {
    ".xls": ("an old Excel workbook (.xls)", _SAVE_AS_XLSX),
    ".xlsb": ("a binary Excel workbook (.xlsb)", _SAVE_AS_XLSX),
    ".xltx": ("an Excel template (.xltx)", _SAVE_AS_XLSX),
    ".ods": (
        "an OpenDocument spreadsheet (.ods)",
        "In LibreOffice choose File, Save As, Excel 2007-365 (.xlsx), and add that file.",
    ),
    ".numbers": (
        "an Apple Numbers document (.numbers)",
        "In Numbers choose File, Export To, Excel (.xlsx), and add that file.",
    ),
    ".gsheet": (
        "a shortcut to Google Drive (.gsheet) and holds no answers itself",
        "Open it in Google Sheets, choose File, Download, Microsoft Excel (.xlsx).",
    ),
    ".sav": ("an SPSS file (.sav)", "In SPSS choose File, Export, Excel or CSV data."),
    ".dta": ("a Stata file (.dta)", "In Stata use export excel or export delimited."),
    ".pdf": ("a PDF, not a spreadsheet", _EXPORT),
    ".doc": ("a Word document, not a spreadsheet", _EXPORT),
    ".docx": ("a Word document, not a spreadsheet", _EXPORT),
    ".pptx": ("a PowerPoint file, not a spreadsheet", _EXPORT),
    ".zip": ("a zip archive (.zip)", "Unpack it and add the .xlsx or .csv file inside."),
    ".gz": ("a compressed file (.gz)", "Unpack it and add the .xlsx or .csv file inside."),
    ".7z": ("a compressed file (.7z)", "Unpack it and add the .xlsx or .csv file inside."),
    ".json": ("a JSON file (.json)", _EXPORT),
    ".xml": ("an XML file (.xml)", _EXPORT),
    ".html": ("a web page (.html)", _EXPORT),
    ".htm": ("a web page (.htm)", _EXPORT),
}
_MACRO_ENDINGS = (".xlsm", ".xltm", ".xlam")
_PROGRAM_ENDINGS = (".exe", ".bat", ".cmd", ".com", ".scr", ".ps1", ".sh", ".js", ".vbs", ".msi")


def safe_name(name: str) -> str:
    """Give a file name without path, control characters or e-mail addresses."""
    last = re.split(r"[/\\]", name)[-1]
    seen = "".join(letter for letter in last if unicodedata.category(letter)[0] != "C")
    stem, ending = _split(" ".join(seen.split()))
    stem = _EMAIL.sub("[e-mail address]", stem)[: MAX_NAME_CHARACTERS - len(ending)]
    if not stem.strip(". "):
        message = "The file has no name. Give it a name such as survey.xlsx and add it again."
        raise UnreadableFile(message, code="bad_name")
    return stem + ending


def ending_of(name: str) -> str:
    """Give the last ending in lower case, such as ``".csv"``."""
    return _split(name)[1].lower()


def _split(name: str) -> tuple[str, str]:
    stem, dot, ending = name.rpartition(".")
    is_ending = dot and len(ending) <= len("numbers") and ending.isalnum()
    return (stem, dot + ending) if is_ending else (name, "")


def check_name(name: str) -> None:
    """Refuse what the system keeps beside the real file."""
    if name.startswith("~$"):
        raise not_what_it_says(
            name,
            "It is a temporary file that Excel keeps while a workbook is open.",
            f"Close Excel and add the workbook itself: {name.removeprefix('~$')}.",
        )
    if name.startswith("._"):
        message = (
            f"{name} is not a CSV or Excel file: it is a note the Mac keeps beside the real one. "
            f"Add {name.removeprefix('._')} instead."
        )
        raise UnreadableFile(message, code="not_text")


def check_ending(name: str) -> None:
    """Refuse a kind of file we do not read, with the way to save it right."""
    ending = ending_of(name)
    if ending == WORKBOOK_ENDING or ending in TEXT_ENDINGS:
        return
    if ending in _MACRO_ENDINGS:
        what = "a workbook that can hold macros (small programs), which we do not open"
        raise UnreadableFile(f"{name} is {what}. {_SAVE_AS_XLSX}", code="macros")
    if ending in _PROGRAM_ENDINGS:
        message = f"The name of {name} ends like a program, not a survey export. {_EXPORT}"
        raise UnreadableFile(message, code="bad_name")
    unknown = (f"a kind of file we do not read ({ending or 'its name has no ending'})", _EXPORT)
    what, remedy = _HOW_TO_SAVE.get(ending, unknown)
    raise UnreadableFile(f"{name} is {what}. {remedy}", code="unsupported_type")
