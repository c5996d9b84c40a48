import os
import signal
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from html import unescape
from io import BytesIO

import numpy as np
import pytest
from PIL import Image

from rm_eval.charts import Chart, draw
from rm_eval.charts.text_width import text_width
from rm_eval.errors import NoPicture
from rm_eval.report import kept_browser
from rm_eval.report.kept_browser import BROWSER, KeptBrowser
from rm_eval.report.pictures import SIZES, can_draw_pictures, compose, drawing, picture
from tests.charts.cases import EVERY_CASE as ASKED_ONCE
from tests.charts.cases import MARKUP, areas, confidence, useful
from tests.charts.changes import EVERY_CHANGE

EVERY_CASE = ASKED_ONCE | EVERY_CHANGE
MARGIN = 36  # px that must stay white around a slide
SLIDE = SIZES["slide"]
LONG_WORDS = "A word after another " * 14


def opened(png: bytes) -> Image.Image:
    read = Image.open(BytesIO(png))
    read.load()
    return read


def inked(image: Image.Image) -> tuple[int, int, int, int]:
    """Left, top, right and bottom edge of everything that is not white."""
    rows, columns = np.nonzero(np.asarray(image.convert("L")) < 250)
    return columns.min(), rows.min(), columns.max(), rows.max()


def kill_its_browser(kept: KeptBrowser, how: signal.Signals) -> None:
    os.killpg(kept._kaleido.subprocess.pid, how)
    time.sleep(0.3)


@pytest.fixture(name="kept")
def a_kept_browser():
    kept = KeptBrowser(picture_limit=4)
    yield kept
    kept.stop()


def wordy(chart: Chart) -> Chart:
    """The same with long words everywhere around the plot."""
    return Chart(
        id=chart.id,
        figure=chart.figure,
        headline=LONG_WORDS[:170],
        subtitle=LONG_WORDS * 2,
        alt=chart.alt,
        table=chart.table,
        notes=(LONG_WORDS, *chart.notes),
        file_name=chart.file_name,
        published=chart.published,
        lay_out=chart.lay_out,
    )


# Composed, without a browser -------------------------------------------------------------------


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", EVERY_CASE)
def test_the_plot_fits_between_the_words(name: str, size):
    sheet = SIZES[size]
    layout = compose(draw(EVERY_CASE[name]()), sheet).layout
    assert (layout.width, layout.height) == (sheet.width, sheet.height)
    notes_height = layout.margin.b - sheet.margin * sheet.scale
    assert notes_height > 0


def test_long_words_around_fifteen_wordy_answers_still_leave_room():
    chart = wordy(draw(EVERY_CASE["fifteen wordy answers, internal"]()))
    layout = compose(chart, SLIDE).layout
    plot_height = layout.height - layout.margin.t - layout.margin.b
    assert plot_height > 300
    assert min(text.font.size for text in layout.annotations) >= 7


def test_a_headline_takes_two_lines_at_most():
    headline = compose(wordy(draw(areas())), SLIDE).layout.annotations[-3]
    lines = headline.text.removeprefix("<b>").removesuffix("</b>").split("<br>")
    assert len(lines) == 2
    assert headline.font.size < 46
    assert all(text_width(line, headline.font.size, bold=True) <= SLIDE.inner for line in lines)


def test_a_short_headline_keeps_its_size():
    assert compose(draw(areas()), SLIDE).layout.annotations[-3].font.size == 46


def test_the_picture_is_the_pages_figure_in_other_sizes():
    chart = draw(areas("public"))
    page, slide = chart.figure, compose(chart, SLIDE)
    assert [trace.x for trace in page.data] == [trace.x for trace in slide.data]
    assert [text.text for text in page.layout.annotations] == [
        text.text for text in slide.layout.annotations[:-3]
    ]


def test_without_a_browser_there_is_a_sentence(monkeypatch):
    monkeypatch.setattr(kept_browser, "can_draw_pictures", lambda: False)
    with pytest.raises(NoPicture, match="no browser to draw pictures with") as raised:
        picture(draw(areas()))
    assert raised.value.code == "no_browser"


def test_a_browser_that_never_starts_is_given_up_after_two_tries(monkeypatch, kept):
    tries = []

    def start(_self: KeptBrowser) -> None:
        tries.append(1)
        raise OSError

    monkeypatch.setattr(kept_browser, "can_draw_pictures", lambda: True)
    monkeypatch.setattr(KeptBrowser, "_start", start)
    with pytest.raises(NoPicture, match="stopped twice"):
        kept.draw(draw(areas()).figure, width=300, height=300)
    assert len(tries) == 2


# Drawn by a real browser -----------------------------------------------------------------------


@pytest.mark.browser
def test_a_picture_has_its_size_its_words_and_white_margins():
    assert can_draw_pictures()
    chart = draw(areas("public"))
    image = opened(picture(chart))
    assert image.size == (1920, 1080)
    assert image.text["Title"] == chart.headline
    assert image.text["Description"] == chart.alt
    assert "Made on 21 November 2026." in image.text["Source"]
    assert image.text["Software"] == "rm_eval"


@pytest.mark.browser
@pytest.mark.parametrize("name", EVERY_CASE)
def test_nothing_touches_the_edge_of_the_picture(name: str):
    left, top, right, bottom = inked(opened(picture(draw(EVERY_CASE[name]()))))
    assert left >= MARGIN
    assert top >= MARGIN
    assert right < 1920 - MARGIN
    assert bottom < 1080 - MARGIN


@pytest.mark.browser
def test_nothing_touches_the_edge_with_long_words():
    image = opened(picture(wordy(draw(EVERY_CASE["fifteen wordy answers"]()))))
    left, top, right, bottom = inked(image)
    assert min(left, top, 1920 - right, 1080 - bottom) >= MARGIN


@pytest.mark.browser
def test_a_picture_for_a_page_of_paper():
    assert opened(picture(draw(confidence()), "a4")).size == (2000, 1500)


@pytest.mark.browser
def test_labels_appear_as_typed():
    svg = unescape(drawing(draw(areas(counts=MARKUP))).decode())
    for label in list(MARKUP)[:3]:
        assert label in svg


@pytest.mark.browser
@pytest.mark.skipif(not hasattr(os, "killpg"), reason="needs process groups")
def test_a_killed_browser_is_started_again(kept):
    figure = draw(areas()).figure
    before = kept.draw(figure, width=700, height=400)
    kill_its_browser(kept, signal.SIGKILL)
    assert kept.draw(figure, width=700, height=400) == before


@pytest.mark.browser
@pytest.mark.skipif(not hasattr(os, "killpg"), reason="needs process groups")
def test_a_hanging_browser_is_given_up_in_time_and_replaced(kept):
    figure = draw(useful()).figure
    before = kept.draw(figure, width=700, height=400)
    hanging = kept._kaleido.subprocess
    kill_its_browser(kept, signal.SIGSTOP)
    assert kept.draw(figure, width=700, height=400) == before
    assert hanging.poll() is not None


@pytest.mark.browser
def test_eight_threads_each_get_their_own_picture():
    charts = [draw(make()) for make in list(EVERY_CASE.values())[:8]]
    alone = [picture(chart) for chart in charts]
    with ThreadPoolExecutor(8) as threads:
        assert list(threads.map(picture, charts)) == alone


@pytest.mark.browser
def test_a_stopped_browser_leaves_no_process_and_no_thread(kept):
    kept.draw(draw(useful()).figure, width=300, height=300)
    process = kept._kaleido.subprocess
    kept.stop()
    assert process.poll() is not None
    kept.stop()  # twice does no harm
    deadline = time.monotonic() + 5
    while any(thread.name == kept_browser.THREAD for thread in threading.enumerate()):
        if BROWSER._loop is not None or time.monotonic() > deadline:
            break
        time.sleep(0.05)
    assert kept._loop is None
