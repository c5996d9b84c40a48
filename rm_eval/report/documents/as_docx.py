"""A document as a Word file: real headings, lists and tables, so that it can be read aloud."""

import re
from collections.abc import Iterable, Mapping
from io import BytesIO

import docx
from docx.document import Document as WordFile
from docx.enum.text import WD_COLOR_INDEX
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.text.paragraph import Paragraph as WordParagraph

from rm_eval.report.documents.blocks import (
    Block,
    Bullets,
    Heading,
    Paragraph,
    Table,
    without_links,
)
from rm_eval.table import visible

INK = RGBColor(0x0B, 0x0C, 0x0C)
FONT = "Arial"
SIZES = {1: 20, 2: 14, 3: 11.5, 4: 11}  # points, by level of heading
MARGIN = Cm(2)
A4 = (Cm(21.0), Cm(29.7))
FIRST_COLUMN = 0.42  # of the width, in a table of more than three columns
WIDE = 4  # columns
LONGEST_TITLE = 255  # characters: more no Word file has room for
TO_FILL_IN = ("☐", "___")
# Bold and code in our Markdown; gaps nobody has filled in yet.
PIECES = re.compile(r"(\*\*.+?\*\*|`[^`]+`|\[your organisation[^\]]*\])")


def word_file(title: str, blocks: Iterable[Block], gaps: Mapping[str, str] | None = None) -> bytes:
    """Write a whole document; gaps nobody has filled in yet are highlighted.

    Parameters
    ----------
    gaps
        What somebody typed, by the names that stand in the words in braces: put in last, so that
        none of it is read as a mark. None where nothing stands in braces.
    """
    file = docx.Document()
    _set_up(file, title)
    for block in blocks:
        match block:
            case Heading():
                _write(file.add_heading(level=block.level), block.words)
            case Paragraph():
                _write(file.add_paragraph(), block.words)
            case Bullets():
                for item in block.items:
                    # What is to be ticked or numbered has a mark already.
                    style = "List" if item.startswith(TO_FILL_IN) else "List Bullet"
                    _write(file.add_paragraph(style=style), item)
            case Table():
                _add_table(file, block)
    if gaps is not None:
        typed = {name: visible(words) for name, words in gaps.items()}
        for run in (run for paragraph in file.paragraphs for run in paragraph.runs):
            run.text = run.text.format_map(typed)
    content = BytesIO()
    file.save(content)
    return content.getvalue()


def _set_up(file: WordFile, title: str) -> None:
    file.core_properties.title = visible(title)[:LONGEST_TITLE]
    file.core_properties.author = ""
    file.core_properties.comments = ""
    file.core_properties.language = "en-GB"
    section = file.sections[0]
    section.page_width, section.page_height = A4
    section.left_margin = section.right_margin = MARGIN
    section.top_margin = section.bottom_margin = MARGIN
    normal = file.styles["Normal"]
    _set_font(normal, 11)
    _say_language(normal)
    for level, size in SIZES.items():
        _set_font(file.styles[f"Heading {level}"], size)


def _set_font(style: object, size: float) -> None:
    style.font.name = FONT  # type: ignore[attr-defined]
    style.font.size = Pt(size)  # type: ignore[attr-defined]
    style.font.color.rgb = INK  # type: ignore[attr-defined]
    # Headings name a font of the theme beside the plain one, and Word would take that.
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()  # type: ignore[attr-defined]
    for name in list(fonts.attrib):
        if "Theme" in name:
            del fonts.attrib[name]
    for name in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(name), FONT)


def _say_language(style: object) -> None:
    """Screen readers and spelling need to know that this is British English."""
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "en-GB")
    style.element.get_or_add_rPr().append(language)  # type: ignore[attr-defined]


def _write(paragraph: WordParagraph, words: str) -> None:
    for piece in filter(None, PIECES.split(without_links(visible(words)))):
        if piece.startswith("**"):
            paragraph.add_run(piece.strip("*")).bold = True
        elif piece.startswith("`"):
            paragraph.add_run(piece.strip("`"))
        else:
            run = paragraph.add_run(piece)
            if piece.startswith("[your organisation"):
                run.font.highlight_color = WD_COLOR_INDEX.YELLOW


def _add_table(file: WordFile, table: Table) -> None:
    written = file.add_table(rows=0, cols=len(table.heads), style="Table Grid")
    for cells in (table.heads, *table.rows):
        row = written.add_row()
        for cell, words in zip(row.cells, cells, strict=True):
            _write(cell.paragraphs[0], words)
        _keep_whole(row)
    head = written.rows[0]
    for cell in head.cells:
        for run in cell.paragraphs[0].runs:
            run.bold = True
    _repeat(head)
    if len(table.heads) >= WIDE:
        _set_widths(file, written, len(table.heads))
    file.add_paragraph()


def _keep_whole(row: object) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # type: ignore[attr-defined]  # noqa: SLF001


def _repeat(row: object) -> None:
    """Mark the heading row: it comes again on every page, and is read aloud with each cell."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # type: ignore[attr-defined]  # noqa: SLF001


def _set_widths(file: WordFile, table: object, n: int) -> None:
    section = file.sections[0]
    width = section.page_width - section.left_margin - section.right_margin  # type: ignore[operator]
    table.autofit = False  # type: ignore[attr-defined]
    for at, column in enumerate(table.columns):  # type: ignore[attr-defined]
        share = FIRST_COLUMN if at == 0 else (1 - FIRST_COLUMN) / (n - 1)
        for cell in column.cells:
            cell.width = int(width * share)
