"""Everything of a comparison: pictures, one workbook, one page; each says what it was made from."""

from io import BytesIO

import pytest
from openpyxl import load_workbook

from rm_eval.charts import draw
from rm_eval.errors import NoPicture
from rm_eval.report import About, missing_pictures, region_files, zipped
from rm_eval.report.kept_browser import BROWSER
from rm_eval.report.pictures import FORMATS
from tests.charts.cases import areas, useful
from tests.factories import A_DAY
from tests.report.test_pack import opened

CHARTS = tuple(draw(make("internal")) for make in (areas, useful))
ABOUT = About(title="Side by side", lines=("Of: <b>Alder</b>",), day=A_DAY, name="region")
FORMULA = '=HYPERLINK("http://127.0.0.1:9")'
TABLES = {"What is missing": {"Organisation": ["<b>Alder</b>"], "What": [FORMULA]}}


@pytest.fixture(autouse=True)
def drawn(monkeypatch):
    """Each picture is its headline."""
    monkeypatch.setitem(FORMATS, "png", lambda chart, _: chart.headline.encode())
    monkeypatch.setattr(BROWSER, "draw", lambda *_, **__: b"plot")


def made(**more):
    return region_files(CHARTS, ABOUT, tables=TABLES, closing=("The end.",), **more)


def test_everything_is_there_at_once_and_piece_by_piece():
    names = list(made())

    assert names[:3] == ["contents.txt", "report.html", "numbers.xlsx"]
    assert {f"{CHARTS[0].file_name}.{kind}" for kind in ("png", "txt", "csv")} <= set(names)
    contents = made()["contents.txt"].decode("utf-8-sig")
    assert "Of: <b>Alder</b>" in contents
    assert "   numbers.xlsx" in contents


def test_the_page_to_print_needs_nothing_else_and_renders_nobodys_words():
    page = made()["report.html"].decode()

    assert page.count("<h1>") == 1
    assert page.count("<h2>") == len(CHARTS) + len(TABLES)
    assert page.count('alt="') == page.count("data:image/png;base64,") == len(CHARTS)
    assert "&lt;b&gt;Alder" in page
    assert "<b>" not in page
    assert "The end." in page
    assert "http" not in page.replace("&quot;http://127.0.0.1:9&quot;", "")


def test_the_workbook_has_the_contents_first_and_a_sheet_a_chart_all_of_it_text():
    book = load_workbook(BytesIO(made()["numbers.xlsx"]))

    assert book.sheetnames == ["Contents", "1", "2", "3"]
    assert [cell.value for cell in book["Contents"]["A"]][3] == f"Sheet 1: {CHARTS[0].headline}"
    assert book["1"]["A1"].value == CHARTS[0].headline
    assert [cell.value for cell in book["1"][4]] == list(CHARTS[0].table.columns)
    assert (book["3"]["B4"].value, book["3"]["B4"].data_type) == (FORMULA, "s")


def test_a_picture_that_cannot_be_drawn_is_named_and_its_numbers_stay(monkeypatch):
    def fails(*_):
        raise NoPicture("There is no browser.", code="no_browser")

    monkeypatch.setitem(FORMATS, "png", fails)
    files = made()

    assert missing_pictures(files, ("png",)) == tuple(f"{one.file_name}.png" for one in CHARTS)
    assert "There is no browser." in files["contents.txt"].decode("utf-8-sig")
    assert "<img" not in files["report.html"].decode()
    assert missing_pictures(files, ()) == ()


def test_the_same_figures_make_the_same_zip_but_for_the_workbooks_own_clock():
    one, other = ({k: v for k, v in made().items() if k != "numbers.xlsx"} for _ in range(2))

    assert zipped(one, ABOUT) == zipped(other, ABOUT)
    assert opened(zipped(one, ABOUT)).infolist()[0].date_time == (2026, 11, 21, 0, 0, 0)
