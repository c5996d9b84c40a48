from rm_eval.charts import PAGE, draw, plot
from tests.charts.cases import areas, faith


def label_order(published) -> list[str]:
    labels = set(published.rows["label"])
    texts = plot(published, PAGE).texts
    return [text["text"] for text in sorted(texts, key=lambda text: text["y"])
            if text["text"] in labels]  # fmt: skip


def texts_of(published) -> list[str]:
    return [text["text"] for text in plot(published, PAGE).texts]


def test_rows_go_by_the_larger_published_share_then_by_the_form():
    assert label_order(areas())[:4] == [
        "People management",
        "Project management",
        "Process management",
        "Communications",
    ]
    assert label_order(areas())[-1] == "Regional oversight"


def test_answers_with_an_order_of_their_own_keep_it():
    assert label_order(faith("internal")) == [
        "Strongly disagree",
        "Disagree",
        "Neither",
        "Agree",
        "Strongly agree",
    ]


def test_banded_rows_keep_an_order_that_tells_nothing():
    one = areas("internal", counts={"A": (2, 0), "B": (0, 2), "C": (1, 1)})
    assert label_order(one) == ["A", "B", "C"]


def test_every_figure_is_printed_beside_its_mark():
    texts = texts_of(areas())
    assert texts.count("6 of 11") == 3
    assert texts.count("6 of 7") == 2


def test_a_band_is_a_hollow_bar_with_its_words():
    published = areas("internal", counts={"A": (2, 5)})
    assert "0 to 2 of 11" in texts_of(published)
    bars = [trace for trace in draw(published).figure.data if trace.mode == "lines+markers"]
    assert [tuple(bar.x) for bar in bars] == [(0.0, 2 / 11), (0.0, 2 / 11)]


def test_equal_shares_lie_side_by_side_in_lanes():
    points = draw(areas(counts={"A": (5, 5)}, n=(10, 10))).figure.data
    assert points[0].y[0] < points[1].y[0]


def test_points_apart_share_a_line_and_are_labelled_outwards():
    texts = {text["text"]: text for text in plot(areas(counts={"A": (2, 6)}), PAGE).texts}
    assert texts["2 of 11"]["y"] == texts["6 of 7"]["y"]
    assert (texts["2 of 11"]["xanchor"], texts["6 of 7"]["xanchor"]) == ("right", "left")


def test_a_hidden_group_is_left_out_and_named_in_the_key():
    texts = texts_of(areas("internal", n=(11, 4)))
    assert "Mentees (fewer than 5 people): hidden" in texts
    assert "hidden" not in texts


def test_where_all_is_hidden_the_reason_stands_in_place_of_the_plot():
    (text,) = texts_of(areas("internal", n=(4, 3)))
    assert "Fewer than 5 mentors answered" in text.replace("<br>", " ")
