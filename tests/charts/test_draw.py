import plotly.graph_objects as go
import pytest

from rm_eval.charts import CHARTS, PAGE, PHONE, Frame, draw, plot
from rm_eval.charts.canvas import as_typed
from rm_eval.charts.key import groups_of
from rm_eval.errors import ForTheDeveloper
from rm_eval.measures import MEASURES
from tests.charts.cases import EVERY_CASE as ASKED_ONCE
from tests.charts.cases import areas
from tests.charts.changes import EVERY_CHANGE
from tests.charts.places import boxes, touching

WIDE_PAGE = Frame(text=16, width=1100)
EVERY_CASE = ASKED_ONCE | EVERY_CHANGE
EVERY_FRAME = {"page": PAGE, "wide page": WIDE_PAGE, "phone": PHONE}


@pytest.fixture(params=EVERY_CASE, name="case")
def every_case(request: pytest.FixtureRequest):
    return EVERY_CASE[request.param]()


@pytest.fixture(params=EVERY_FRAME, name="frame")
def every_frame(request: pytest.FixtureRequest) -> Frame:
    return EVERY_FRAME[request.param]


def test_no_words_touch_each_other(case, frame):
    assert touching(boxes(plot(case, frame))) == []


def test_no_words_leave_the_sheet(case, frame):
    canvas = plot(case, frame)
    outside = [
        box
        for box in boxes(canvas)
        if box.left < -1 or box.right > frame.width + 1 or box.bottom > canvas.height + 1
    ]
    assert outside == []


def test_a_figure_stretches_with_the_page_and_does_nothing_on_its_own(case):
    layout = draw(case).figure.layout
    assert layout.width is None
    assert layout.autosize is True
    assert layout.height > 0
    assert layout.hovermode is False
    assert layout.dragmode is False
    assert layout.xaxis.fixedrange is layout.yaxis.fixedrange is True
    assert layout.title.text is None


def test_all_text_is_horizontal_and_large_enough(case):
    texts = draw(case).figure.layout.annotations
    assert all(text.textangle is None for text in texts)
    assert min(text.font.size for text in texts) >= 14


def test_text_is_never_orange(case):
    on_white = {"#0b0c0c", "#3D3D3D", "#12436D"}
    on_dark_blocks = {"#ffffff"}
    colours = {text.font.color for text in draw(case).figure.layout.annotations}
    assert colours <= on_white | on_dark_blocks


def test_a_banded_figure_is_not_in_what_the_browser_gets():
    published = areas("public")
    banded = published.rows[published.rows["shown"] == "band"]
    assert len(banded) > 0
    xs = {x for trace in draw(published).figure.data for x in trace.x}
    told = {*published.rows["share_low"], *published.rows["share_high"]}
    assert xs <= told


def test_a_chart_carries_its_words():
    chart = draw(areas())
    assert isinstance(chart.figure, go.Figure)
    assert chart.id == "areas"
    assert chart.headline
    assert chart.headline in chart.alt
    assert all(dtype == "str" for dtype in chart.table.dtypes)


def test_every_measure_has_one_chart():
    measures = [measure for kind in CHARTS for measure in kind.measures]
    assert sorted(measures) == sorted(["change", *(kind for _, kind, _ in MEASURES)])


def test_a_measure_without_a_chart_is_the_developers_to_mend(monkeypatch):
    monkeypatch.setattr("rm_eval.charts.CHARTS", ())
    with pytest.raises(ForTheDeveloper, match="No chart draws the measure 'ticks'"):
        draw(areas())


@pytest.mark.parametrize(
    ("label", "told"),
    [
        ("<b>x</b>", "&lt;b&gt;x&lt;/b&gt;"),
        ("A & B", "A &amp; B"),
        (r"$\alpha$", r"&#36;\alpha&#36;"),
        ("&lt;", "&amp;lt;"),
    ],
)
def test_a_label_reaches_plotly_so_that_it_shows_as_typed(label: str, told: str):
    assert as_typed(label) == told


def test_the_key_says_how_many_people_and_what_is_hidden():
    assert [group.words for group in groups_of(areas().rows)] == [
        "Mentors (11 people)",
        "Mentees (7 people)",
    ]
    hidden = groups_of(areas("internal", n=(11, 4)).rows)
    assert hidden[1].words == "Mentees (fewer than 5 people): hidden"


def test_a_group_nobody_answered_for_is_not_called_hidden():
    assert groups_of(areas(n=(11, 0)).rows)[1].words == "Mentees: no answers"
