"""A workbook whose bytes are the same each time: openpyxl writes the time of day into it."""

import io
import re
import zipfile
from datetime import datetime

from openpyxl import Workbook

MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*(<)")


def workbook_of(sheet: str, rows: list[list[object]], *, made: datetime) -> bytes:
    """Write a workbook of one sheet, as if it had been made then."""
    book = Workbook()
    book.properties.created = made
    page = book.active
    page.title = sheet
    for row in rows:
        page.append(row)
    content = io.BytesIO()
    book.save(content)
    return _made_then(content, made)


def _made_then(content: io.BytesIO, made: datetime) -> bytes:
    """Pack a workbook again, every part of it as old as the workbook."""
    again = io.BytesIO()
    then = made.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    with zipfile.ZipFile(content) as before, zipfile.ZipFile(again, "w") as after:
        for part in sorted(before.namelist()):
            info = zipfile.ZipInfo(part, date_time=made.timetuple()[:6])
            cells = MODIFIED.sub(rb"\g<1>" + then + rb"\g<2>", before.read(part))
            after.writestr(info, cells)
    return again.getvalue()
