import datetime as dt
import io
import zipfile

import openpyxl
import pytest

from rm_eval.errors import EmptyFile, ForTheReader, TooLarge, UnreadableFile
from rm_eval.table import child, workbook
from rm_eval.table.limits import MAX_TEXT_CHARACTERS
from rm_eval.table.sheet_part import _is_seen_at_a_glance, cell_name, walk
from tests.table.workbooks import (
    MAIN,
    ONE_CELL,
    codes,
    read,
    relations,
    sheet,
    workbook_part,
)
from tests.table.workbooks import workbook as made

FAR_CELL = sheet(ONE_CELL + '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')


def saved(*rows: list[object]) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def test_cells_become_the_text_a_person_would_read():
    moment = dt.datetime(2024, 3, 4, 8, 41)  # noqa: DTZ001 - Excel knows no zones
    day = dt.date(2024, 3, 4)
    content = saved([7.0, 9.000000000000002, 7.5, 0.1, True, day, moment, None, "7"])
    expected = ("7", "9", "7.5", "0.1", "TRUE", "2024-03-04", "2024-03-04 08:41:00", "", "7")

    assert read(content).sheets[0].rows == (expected,)


@pytest.mark.parametrize(
    ("number", "text"),
    [(7.0, "7"), (-0.0, "0"), (6.999999, "6.999999"), (1e22, "1e+22"), (float("nan"), "")],
)
def test_a_number_is_whole_only_within_a_billionth(number, text):
    assert child.number_text(number) == text


def test_a_duration_is_hours_minutes_seconds():
    assert child.duration_text(dt.timedelta(hours=26, seconds=5)) == "26:00:05"


def test_rows_keep_the_number_they_have_in_the_file():
    cells = read(saved(["ID"], [], [1]))

    assert cells.sheets[0].rows == (("ID",), ("",), ("1",))
    assert cells.sheets[0].numbers == (1, 2, 3)


def test_blank_columns_before_the_table_stay_and_those_after_it_go():
    rows = '<row r="2"><c r="B2"><v>1</v></c><c r="F2" s="0"/></row><row r="9"><c r="A9"/></row>'

    assert read(made(sheet(rows))).sheets[0].rows == (("", ""), ("", "1"))


def test_an_error_cell_is_blank_and_named():
    cells = read(
        made(sheet('<row r="2"><c r="B2" t="e"><v>#N/A</v></c><c r="C2"><v>1</v></c></row>'))
    )
    notice = cells.notices[0]

    assert cells.sheets[0].rows[1] == ("", "", "1")
    assert (notice.code, notice.row, notice.column) == ("error_cell", 2, 2)
    assert "B2" in notice.message
    assert "#N/A" in notice.message


def test_an_unknown_error_is_placed_and_never_repeated():
    rows = '<row r="1"><c r="A1" t="e"><v>Pat said</v></c><c r="B1"><v>1</v></c></row>'
    with pytest.raises(UnreadableFile, match="A1") as refused:
        read(made(sheet(rows)))

    assert "Pat" not in refused.value.message


def test_a_formula_without_a_saved_result_is_blank_and_named():
    rows = '<row r="1"><c r="A1"><f>6+1</f><v></v></c><c r="B1"><f>6+1</f><v>7</v></c></row>'
    cells = read(made(sheet(rows)))

    assert cells.sheets[0].rows == (("", "7"),)
    assert codes(cells) == ["formula_used_saved_value", "formula_no_value"]
    assert "A1" in cells.notices[1].message


def test_a_thousand_errors_are_counted_rather_than_listed():
    rows = "".join(f'<row r="{i}"><c r="A{i}" t="e"><v>#REF!</v></c></row>' for i in range(1, 1001))
    cells = read(made(sheet(rows + '<row r="1001"><c r="A1001"><v>1</v></c></row>')))

    assert len(cells.notices) == 51
    assert "950 more" in cells.notices[-1].message


def test_a_merged_block_is_filled_down_and_not_across():
    rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="B2"><v>2</v></c></row>'
    merged = '<mergeCells><mergeCell ref="A1:B2"/></mergeCells>'
    cells = read(made(sheet(rows, merged)))

    assert cells.sheets[0].rows == (("1", ""), ("1", "2"))
    assert codes(cells) == ["merged_cells"]


def test_merged_blocks_without_end_are_refused():
    rows = ONE_CELL + '<row r="40000"><c r="A40000"><v>1</v></c></row>'
    merged = "<mergeCells>" + '<mergeCell ref="A1:A40000"/>' * 500 + "</mergeCells>"
    with pytest.raises(UnreadableFile, match="overlap"):
        read(made(sheet(rows, merged)))


def test_a_hidden_sheet_is_left_out_and_said_so():
    book = openpyxl.Workbook()
    book.active.append(["ID"])
    book.create_sheet("Codes").append(["secret"])
    book["Codes"].sheet_state = "veryHidden"
    content = io.BytesIO()
    book.save(content)
    cells = read(content.getvalue())

    assert [one.name for one in cells.sheets] == ["Sheet"]
    assert codes(cells) == ["hidden_sheet_ignored"]


def test_a_workbook_whose_sheets_are_all_hidden_says_how_to_mend_it():
    parts = {"xl/workbook.xml": workbook_part(("Answers", "hidden"))}
    with pytest.raises(EmptyFile, match="Unhide"):
        read(made(sheet(ONE_CELL), parts))


def test_hidden_rows_are_read():
    cells = read(made(sheet('<row r="1" hidden="1"><c r="A1"><v>1</v></c></row>')))

    assert cells.sheets[0].rows == (("1",),)
    assert codes(cells) == ["hidden_rows_read"]


@pytest.mark.parametrize(
    ("rows", "seen"),
    [
        ("<row><c><v>1</v></c><c><v>2</v></c></row>", (("1", "2"),)),
        ("<row r='1'><c r='B1'><v>1</v></c></row>", (("", "1"),)),
        ('<row r="1"><c s="0" r="B1"><v>1</v></c></row>', (("", "1"),)),
        ('<!-- <c r="XFD9"> --><row r="1"><c r="A1"><v>1</v></c></row>', (("1",),)),
        ('<row r="1"><c r="A1" t="inlineStr"><is><t>a:c ="b"</t></is></c></row>', (('a:c ="b"',),)),
    ],
)
def test_unusual_spellings_of_a_sheet_are_read(rows, seen):
    assert read(made(sheet(rows))).sheets[0].rows == seen


def test_prefixed_elements_are_read():
    part = (
        f'<x:worksheet xmlns:x="{MAIN}"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c>'
        "</x:row></x:sheetData></x:worksheet>"
    )

    assert read(made(part)).sheets[0].rows == (("1",),)


FAR = {
    "plain": FAR_CELL,
    "single quotes": sheet("<row r='1'><c r='XFD1048576'><v>1</v></c></row>"),
    "character reference": sheet('<row r="1"><c r="&#88;FD1048576"><v>1</v></c></row>'),
    "other order": sheet('<row r="1"><c s="0" r="XFD1048576"><v>1</v></c></row>'),
    "row only": sheet('<row r="1048576"><c><v>1</v></c></row>'),
    "prefix": FAR_CELL.replace("<", "<x:").replace("<x:/", "</x:").replace("xmlns=", "xmlns:x="),
    "spaced end": FAR_CELL.replace("</sheetData>", "</sheetData >"),
    "second data": sheet(ONE_CELL, FAR_CELL.partition(">")[2].removesuffix("</worksheet>")),
    "sheet of many cells": sheet('<row r="49999"><c r="CA49999"><v>1</v></c></row>'),
    "formatted": sheet('<row r="50001"><c r="A50001" t="str"><f>1</f><v>1</v></c></row>'),
}


@pytest.mark.parametrize("part", FAR.values(), ids=FAR)
def test_a_cell_far_out_is_refused_before_any_reader_opens_it(part, monkeypatch):
    monkeypatch.setattr(workbook, "_CHILD", "no reader may be started")
    with pytest.raises(TooLarge, match="too big"):
        read(made(part))


def test_a_formatted_but_blank_cell_far_out_is_no_reason_to_refuse():
    rows = ONE_CELL + '<row r="1048576"><c r="XFD1048576" s="0"/></row>'

    assert read(made(sheet(rows))).sheets[0].rows == (("Trust",),)


@pytest.mark.parametrize("place", ["A0", "A99999999", "1A", ""])
def test_an_impossible_place_is_refused(place):
    with pytest.raises(UnreadableFile, match="impossible"):
        read(made(sheet(f'<row r="1"><c r="{place}"><v>1</v></c></row>')))


@pytest.mark.parametrize("rows", [ONE_CELL, '<row r="3"><c r="BH49999"><v>1</v></c></row>'])
def test_a_glance_and_a_walk_see_the_same_sheet(rows):
    part = sheet(rows).encode()

    assert _is_seen_at_a_glance(part)
    assert walk(part, "survey.xlsx").errors == []


def test_cells_are_named_as_in_excel():
    assert [cell_name(2, n) for n in (1, 26, 27, 702, 703)] == ["A2", "Z2", "AA2", "ZZ2", "AAA2"]


def test_a_workbook_that_kills_the_reader_costs_one_upload():
    # The guard is left out: this is the second layer.
    with pytest.raises(TooLarge, match="more memory"):
        workbook.open_workbook(made(FAR_CELL), [0], "survey.xlsx")


def test_one_long_text_repeated_without_end_costs_one_upload():
    strings = f'<sst xmlns="{MAIN}"><si><t>{"x" * 30_000}</t></si></sst>'
    cells = "".join(f'<row r="{i}"><c r="A{i}" t="s"><v>0</v></c></row>' for i in range(1, 40_000))
    with pytest.raises(TooLarge):
        read(made(sheet(cells), {"xl/sharedStrings.xml": strings}))


def test_a_reader_that_takes_too_long_is_stopped():
    with pytest.raises(TooLarge, match="longer than"):
        workbook.open_workbook(made(sheet(ONE_CELL)), [0], "survey.xlsx", seconds=0.0001)


def test_more_text_than_any_survey_holds_is_refused():
    n_needed = MAX_TEXT_CHARACTERS // 32_000 + 1
    strings = f'<sst xmlns="{MAIN}"><si><t>{"x" * 32_000}</t></si></sst>'
    cells = "".join(
        f'<row r="{i}"><c r="A{i}" t="s"><v>0</v></c></row>' for i in range(1, n_needed + 1)
    )
    with pytest.raises(TooLarge, match="characters"):
        read(made(sheet(cells), {"xl/sharedStrings.xml": strings}))


def test_a_text_that_is_not_in_the_workbook_is_damage():
    with pytest.raises(UnreadableFile, match="damaged"):
        read(made(sheet('<row r="1"><c r="A1" t="s"><v>99</v></c></row>')))


REFUSED = {
    "a declaration": ("unsafe_xml", {"docProps/app.xml": "<!DOCTYPE a><a/>"}),
    "an entity": ("unsafe_xml", {"xl/styles.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}),
    "macros": ("macros", {"xl/vbaProject.bin": b"x"}),
    "macros by type": ("macros", {"[Content_Types].xml": "<Types a='macroEnabled'/>"}),
    "old macro sheets": ("macros", {"xl/macrosheets/sheet1.xml": "<a/>"}),
    "a way out": ("damaged", {"../../evil.xml": "<a/>"}),
    "a drive": ("damaged", {"c:/evil.xml": "<a/>"}),
    "the same part in other case": ("damaged", {"xl/Workbook.xml": "<a/>"}),
    "a broken part": ("damaged", {"xl/styles.xml": "<a><b></a>"}),
    "another encoding": (
        "damaged",
        {"xl/styles.xml": "<?xml version='1.0' encoding='cp037'?><a/>"},
    ),
    "no such sheet": (
        "damaged",
        {"xl/_rels/workbook.xml.rels": relations("worksheets/sheet9.xml", "worksheet")},
    ),
    "two sheets of one name": (
        "damaged",
        {"xl/workbook.xml": workbook_part(("A", "visible"), ("a", "visible"))},
    ),
    "more parts than any": ("too_big", {f"xl/p{i}.xml": "<a/>" for i in range(2001)}),
    "a ratio bomb": ("too_big", {"xl/p.xml": b" " * (101 * 1024**2)}),
}


@pytest.mark.parametrize(("code", "parts"), REFUSED.values(), ids=REFUSED)
def test_a_hostile_part_is_refused(code, parts):
    with pytest.raises(ForTheReader) as refused:
        read(made(sheet(ONE_CELL), parts))

    assert refused.value.code == code
    assert "survey.xlsx" in refused.value.message


def test_a_utf16_sheet_is_never_an_empty_survey():
    part = f'<?xml version="1.0" encoding="UTF-16"?>{sheet(ONE_CELL)}'.encode("utf-16")
    with pytest.raises(UnreadableFile, match="damaged"):
        read(made(part))


@pytest.mark.parametrize(
    "content",
    [
        made(sheet(ONE_CELL), how=zipfile.ZIP_STORED),
        made("\ufeff" + sheet(ONE_CELL)),
        made(sheet(ONE_CELL), {"xl/embeddings/nested.xlsx": made(FAR_CELL)}),
        made(
            "<unused/>",
            {
                "odd/place.xml": sheet(ONE_CELL),
                "xl/_rels/workbook.xml.rels": relations("/odd/place.xml", "worksheet"),
            },
        ),
    ],
    ids=["stored", "byte-order mark", "nested", "odd place"],
)
def test_an_unusual_but_sound_workbook_is_read(content):
    assert read(content).sheets[0].rows == (("Trust",),)


def test_a_declared_size_that_is_a_lie_is_damage():
    content = made(sheet(ONE_CELL + " " * 5000))
    real = len(sheet(ONE_CELL + " " * 5000)).to_bytes(4, "little")
    assert content.count(real) >= 1
    with pytest.raises(UnreadableFile, match="damaged"):
        read(content.replace(real, (500).to_bytes(4, "little")))


@pytest.mark.parametrize("glued", [lambda one: one + one, lambda one: b"PK\x03\x04" + one])
def test_two_archives_in_one_file_are_refused(glued):
    with pytest.raises(UnreadableFile, match="damaged"):
        read(glued(made(sheet(ONE_CELL))))
