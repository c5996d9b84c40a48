import csv
from dataclasses import replace
from io import BytesIO, StringIO
from zipfile import ZipFile

import pytest
from PIL import Image

from rm_eval.charts import draw
from rm_eval.errors import NoPicture
from rm_eval.report import contact_lines, numbers_csv, pack
from rm_eval.report.pack import CONTENTS
from rm_eval.report.pictures import FORMATS
from tests.charts.cases import areas, benefits, confidence, hopes, useful

CHARTS = tuple(draw(make("internal")) for make in (areas, confidence, useful))


@pytest.fixture(autouse=True, name="drawn")
def pictures_without_a_browser(request, monkeypatch):
    """Each picture is its headline; the second picture asked for fails."""
    asked: list[str] = []
    if "browser" in request.keywords:
        return asked

    def picture(chart, size):
        asked.append(size)
        if len(asked) == 2:
            raise NoPicture("The browser stopped twice.", code="no_picture")
        return chart.headline.encode()

    monkeypatch.setitem(FORMATS, "png", picture)
    monkeypatch.setitem(FORMATS, "svg", picture)
    return asked


def opened(packed: bytes) -> ZipFile:
    return ZipFile(BytesIO(packed))


def text_of(packed: bytes, name: str) -> str:
    return opened(packed).read(name).decode("utf-8-sig")


def test_every_chart_comes_with_its_words_and_numbers():
    names = opened(pack(CHARTS)).namelist()
    assert names[0] == CONTENTS
    for chart in CHARTS:
        assert {f"{chart.file_name}.txt", f"{chart.file_name}.csv"} <= set(names)
    words = text_of(pack(CHARTS), f"{CHARTS[0].file_name}.txt")
    for part in (CHARTS[0].headline, CHARTS[0].subtitle, CHARTS[0].alt, *CHARTS[0].notes):
        assert part in words


def test_a_failed_picture_is_named_with_its_reason_and_the_rest_still_come():
    packed = pack(CHARTS)
    names = opened(packed).namelist()
    assert [f"{chart.file_name}.png" in names for chart in CHARTS] == [True, False, True]
    assert f"- {CHARTS[1].file_name}.png: The browser stopped twice." in text_of(packed, CONTENTS)


def test_the_contents_say_what_for_whom_and_when():
    contents = text_of(pack(CHARTS), CONTENTS)
    assert "Of: South East, Cohort 1, enrolment" in contents
    assert "For: Inside our organisation and our region (not public board papers)" in contents
    assert "Made on: 21 November 2026" in contents
    assert "could not be drawn" not in text_of(pack(CHARTS[:1]), CONTENTS)


def test_progress_is_told_after_each():
    told: list[tuple[int, int, str]] = []
    pack(CHARTS, progress=lambda *step: told.append(step))
    assert told == [(at, 3, chart.headline) for at, chart in enumerate(CHARTS, start=1)]


def test_it_can_be_cancelled_and_draws_no_further(drawn):
    class Cancelled(Exception):
        pass

    def cancel(*_: object) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        pack(CHARTS, progress=cancel)
    assert len(drawn) == 1


def test_formats_and_size_are_those_asked_for(drawn):
    names = opened(pack(CHARTS[:1], formats=("svg",), size="half")).namelist()
    assert names[1:] == [f"{CHARTS[0].file_name}.{kind}" for kind in ("svg", "txt", "csv")]
    assert drawn == ["half"]


def test_papers_come_as_they_are_and_are_named_in_the_contents():
    packed = pack(CHARTS, papers={"programme.html": b"<!DOCTYPE html>"})

    assert opened(packed).read("programme.html") == b"<!DOCTYPE html>"
    assert "   programme.html" in text_of(packed, CONTENTS)
    assert "About the programme:" not in text_of(pack(CHARTS), CONTENTS)


def test_two_charts_of_one_name_are_two_files():
    names = opened(pack((CHARTS[0], CHARTS[0], CHARTS[0]))).namelist()
    assert len(names) == len(set(names)) == 9


def test_nothing_to_pack_is_a_list_of_nothing():
    assert "0 charts" in text_of(pack(()), CONTENTS)


@pytest.mark.parametrize("start", ["=", "+", "-", "@", " =", "\t=", "\uff1d"])
def test_no_cell_of_the_numbers_is_run_as_a_formula(start: str):
    chart = draw(areas(counts={f"{start}SUM(A1)": (3, 2)}))
    written = numbers_csv(replace(chart, headline=f"{start}1"))
    assert written.startswith(b"\xef\xbb\xbf")
    cells = [cell for row in csv.reader(StringIO(written.decode("utf-8-sig"))) for cell in row]
    assert not [cell for cell in cells if cell.lstrip(" ")[:1] in set("=+-@\t\uff1d") - {""}]


@pytest.mark.browser
def test_a_pack_of_every_kind_drawn_by_a_real_browser():
    charts = [draw(make()) for make in (areas, benefits, hopes)]
    packed = opened(pack(charts, size="half", formats=("png", "svg")))
    assert packed.testzip() is None
    for chart in charts:
        image = Image.open(BytesIO(packed.read(f"{chart.file_name}.png")))
        assert image.size == (930, 1080)
        assert packed.read(f"{chart.file_name}.svg").startswith(b"<svg")


CONTACT = contact_lines(
    {"other_formats": "EDI office ", "who_to_ask": "", "eia_date": "1 May 2026 {x}"}
)


def test_what_was_filled_in_stands_at_the_end_of_every_text_and_nothing_else():
    assert CONTACT == (
        "For other formats: EDI office",
        "Equality impact assessment of the forms: 1 May 2026 {x}",
    )
    texts = {
        name: content.decode("utf-8-sig").splitlines()
        for name, content in files(pack(CHARTS, contact=CONTACT)).items()
        if name.endswith(".txt")
    }

    assert len(texts) == len(CHARTS) + 1
    assert all(tuple(lines[-2:]) == CONTACT for lines in texts.values())


def test_where_nothing_was_filled_in_nothing_is_printed():
    assert contact_lines({"who_to_ask": "  "}) == ()


def files(packed: bytes) -> dict[str, bytes]:
    with opened(packed) as zipped:
        return {name: zipped.read(name) for name in zipped.namelist()}
