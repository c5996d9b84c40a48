"""Small awkward workbooks, written part by part."""

import io
import zipfile

from rm_eval.table import Cells, Upload, read_cells

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
ONE_CELL = '<row r="1"><c r="A1" t="inlineStr"><is><t>Trust</t></is></c></row>'


def sheet(rows: str, after: str = "") -> str:
    return f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData>{after}</worksheet>'


def workbook_part(*sheets: tuple[str, str]) -> str:
    listed = "".join(
        f'<sheet name="{name}" sheetId="{i}" state="{state}" r:id="rId1"/>'
        for i, (name, state) in enumerate(sheets, start=1)
    )
    return f'<workbook xmlns="{MAIN}" xmlns:r="{RELATION}"><sheets>{listed}</sheets></workbook>'


def relations(target: str, kind: str) -> str:
    one = f'<Relationship Id="rId1" Type="{RELATION}/{kind}" Target="{target}"/>'
    return f'<Relationships xmlns="{PACKAGE}/relationships">{one}</Relationships>'


def workbook(
    sheet_part: str | bytes,
    parts: dict[str, str | bytes] | None = None,
    *,
    how: int = zipfile.ZIP_DEFLATED,
) -> bytes:
    every: dict[str, str | bytes] = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"/>',
        "_rels/.rels": relations("xl/workbook.xml", "officeDocument"),
        "xl/workbook.xml": workbook_part(("Answers", "visible")),
        "xl/_rels/workbook.xml.rels": relations("worksheets/sheet1.xml", "worksheet"),
        "xl/worksheets/sheet1.xml": sheet_part,
        **(parts or {}),
    }
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", how) as archive:
        for path, part in every.items():
            archive.writestr(path, part)
    return packed.getvalue()


def read(content: bytes, name: str = "survey.xlsx") -> Cells:
    return read_cells(Upload(name=name, content=content))


def codes(cells: Cells) -> list[str]:
    return [notice.code for notice in cells.notices]
