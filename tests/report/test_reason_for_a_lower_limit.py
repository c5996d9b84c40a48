"""A limit lower than usual is never used without its reason beside it, wherever figures go."""

from io import BytesIO
from zipfile import ZipFile

import pytest

from rm_eval.charts import draw
from rm_eval.disclosure import Limits, protect
from rm_eval.report import numbers_csv, pack
from rm_eval.report.pictures import FORMATS, SIZES, compose
from tests.factories import measured, scale_question, scored, tick_question, ticked

LOWER = Limits(smallest_group=4, reason="All four asked\nfor it.")
SAID = "Groups of 4 or more are shown here, fewer than the usual 5, because: All four asked for it."
AREAS = tick_question("Wards", "Offices", mark="ordinary")


def chart(n, *, limits=LOWER, audience="internal"):
    figures = measured(AREAS, ticked(AREAS, [n, 1], n))
    return draw(protect(figures, audience=audience, limits=limits))


def in_picture(drawn):
    texts = [one["text"] for one in compose(drawn, SIZES["slide"])["layout"]["annotations"]]
    return " ".join(text.replace("<br>", " ") for text in texts)


def test_it_is_in_the_notes_the_picture_and_the_numbers(monkeypatch):
    drawn = chart(4)
    monkeypatch.setitem(FORMATS, "png", lambda one, _size: one.headline.encode())
    packed = ZipFile(BytesIO(pack([drawn])))

    assert SAID in drawn.notes
    assert SAID in in_picture(drawn)
    assert SAID in numbers_csv(drawn).decode("utf-8-sig")
    for ending in ("txt", "csv"):
        assert SAID in packed.read(f"{drawn.file_name}.{ending}").decode("utf-8-sig")


@pytest.mark.parametrize("audience", ["internal", "public"])
def test_it_is_there_for_everybody_who_sees_the_smaller_group(audience):
    scores = scale_question()
    figures = measured(scores, scored(scores, [5, 5, 6, 6]))

    assert SAID in draw(protect(figures, audience=audience, limits=LOWER)).notes


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(chart(5), id="a group that is shown anyway"),
        pytest.param(chart(3), id="a group that is still too small"),
        pytest.param(chart(4, audience="public"), id="nothing of it is shown"),
        pytest.param(chart(4, limits=Limits()), id="the usual limit"),
        pytest.param(chart(11, limits=Limits(preset="strict")), id="the strict rules"),
    ],
)
def test_it_is_nowhere_else(other):
    assert not any("because" in note for note in other.notes)
