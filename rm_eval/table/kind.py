"""What the bytes are, whatever the name says."""

import re

from rm_eval.errors import EmptyFile, UnreadableFile
from rm_eval.table.names import TEXT_ENDINGS, WORKBOOK_ENDING, ending_of
from rm_eval.table.refusals import SAVE_AGAIN, not_what_it_says

ZIP_MAGIC = b"PK\x03\x04"
_OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")  # the stream a locked workbook lies in
_WEB_PAGE = re.compile(
    rb"\s*(?:<!--.*?-->\s*)?<(?:!doctype\s+html|html|head|body|table)\b", re.IGNORECASE
)
_EXPORT_AGAIN = "Sign in to your survey tool and export the answers as Excel (.xlsx) or CSV."
_HEAD = 4096  # enough to know any kind by
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\f\x1b")) + b"\x7f"
_FEW_CONTROLS = 8
_MOST_CONTROLS = 0.05  # text with a stray NUL or bell is still text; pictures hold far more

# Signature, what it is called. None of them is a survey in any wrapping.
_FOREIGN = (
    (b"%PDF", "a PDF"),
    (b"\x89PNG", "a picture (PNG)"),
    (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"GIF8", "a picture (GIF)"),
    (b"\x1f\x8b", "a compressed file (gzip)"),
    (b"7z\xbc\xaf", "a compressed file (7z)"),
    (b"Rar!", "a compressed file (RAR)"),
    (b"{\\rtf", "a Rich Text document"),
    (b"SQLite format 3", "a database file"),
    (b"$FL2", "an SPSS file"),
)


def check_not_empty(content: bytes, name: str) -> None:
    """Refuse a file with nothing in it, a byte-order mark aside."""
    if not content.strip(b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n"):
        message = f"{name} is empty. Export your survey again and check that the file has a size."
        raise EmptyFile(message, code="empty_file")


def check_not_web_page(content: bytes, name: str) -> None:
    """Refuse what portals save as "Excel": HTML, or their own sign-in page."""
    head = content[:_HEAD].removeprefix(b"\xef\xbb\xbf")
    if _WEB_PAGE.match(head) or _WEB_PAGE.match(head.replace(b"\x00", b"").lstrip(b"\xff\xfe")):
        what = f"It is a web page, not a spreadsheet, whatever its ending ({ending_of(name)}) says."
        raise not_what_it_says(name, what, _EXPORT_AGAIN)


def check_kind(content: bytes, name: str) -> None:
    """Refuse bytes that are not what the ending promises."""
    if ending_of(name) == WORKBOOK_ENDING:
        _check_workbook(content, name)
    elif ending_of(name) in TEXT_ENDINGS:
        _check_text(content, name)


def _check_workbook(content: bytes, name: str) -> None:
    if content.startswith(ZIP_MAGIC):
        return
    if content.startswith(_OLE_MAGIC):
        raise _old_or_locked(content, name)
    foreign = _foreign_or_none(content)
    if foreign:
        raise not_what_it_says(name, f"It is {foreign}, not an Excel workbook.", _EXPORT_AGAIN)
    if is_binary(content):
        raise not_what_it_says(name, "It is not an Excel workbook.", _EXPORT_AGAIN)
    what = "It holds plain text, though its name ends in .xlsx."
    raise not_what_it_says(name, what, "If it is a CSV file, rename it to end in .csv.")


def _old_or_locked(content: bytes, name: str) -> UnreadableFile:
    if _ENCRYPTED in content:
        return locked(name)
    what = "It is an old Excel workbook (.xls) or another Office file, not an Excel .xlsx workbook."
    return not_what_it_says(name, what, SAVE_AGAIN)


def locked(name: str) -> UnreadableFile:
    """Refuse a file that needs a password."""
    message = (
        f"We could not open {name}. It is protected by a password. "
        "Save a copy without the password and add it again."
    )
    return UnreadableFile(message, code="encrypted")


def _check_text(content: bytes, name: str) -> None:
    if content.startswith((ZIP_MAGIC, _OLE_MAGIC)):
        what = f"It is an Excel workbook or another packed file, not a CSV ({ending_of(name)})."
        raise not_what_it_says(name, what, SAVE_AGAIN)
    foreign = _foreign_or_none(content)
    if foreign or (is_binary(content) and not _is_utf16(content)):
        message = (
            f"{name} is not a CSV or another text file: it is {foreign or 'binary data'}. "
            "Export your survey as Excel (.xlsx) or CSV."
        )
        raise UnreadableFile(message, code="not_text")
    _check_no_markup(content, name)


def _check_no_markup(content: bytes, name: str) -> None:
    head = content[:_HEAD].removeprefix(b"\xef\xbb\xbf").replace(b"\x00", b"").lstrip()
    is_json = re.match(rb"[\[{]\s*[\[{\"]", head)
    if is_json or head.startswith(b"<?xml"):
        form = "JSON" if is_json else "XML"
        message = (
            f"{name} holds {form}, which has no rows and columns. "
            "Export your survey again as Excel (.xlsx) or CSV."
        )
        raise UnreadableFile(message, code="unreadable_layout")


def _is_utf16(content: bytes) -> bool:
    return content.startswith((b"\xff\xfe", b"\xfe\xff")) or looks_like_utf16(content)


def looks_like_utf16(content: bytes) -> bool:
    """Tell whether nearly every second byte is NUL, and the other bytes are not."""
    head = content[:_HEAD]
    halves = [head[start::2] for start in (0, 1)]
    few, many = sorted(half.count(0) / max(len(half), 1) for half in halves)
    return many > 0.7 and few < 0.1  # noqa: PLR2004 - Latin letters in UTF-16: about 1 and 0


def is_binary(content: bytes) -> bool:
    """Tell whether too many of the first bytes are control characters for a text."""
    head = content[:_HEAD]
    n_controls = len(head) - len(head.translate(None, _CONTROLS))
    return n_controls > max(len(head) * _MOST_CONTROLS, _FEW_CONTROLS)


def _foreign_or_none(content: bytes) -> str | None:
    return next((what for magic, what in _FOREIGN if content.startswith(magic)), None)
