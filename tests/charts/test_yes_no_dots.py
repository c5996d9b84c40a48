from rm_eval.charts import PAGE, PHONE, draw, plot
from tests.charts.cases import useful


def symbols(figure, colour: str):
    return [shape for shape in figure.layout.shapes if shape.line.color == colour]


def test_a_dot_a_person_filled_for_yes():
    figure = draw(useful("team", [9, 2])).figure
    filled = [dot.fillcolor for dot in symbols(figure, "#12436D")]
    assert filled.count("#12436D") == 9 + 1  # and the key's
    assert filled.count("#ffffff") == 2
    assert "9 of 11 said yes" in [text.text for text in figure.layout.annotations]


def test_mentees_are_diamonds():
    figure = draw(useful("team", [9, 2], [6, 1])).figure
    assert {dot.type for dot in symbols(figure, "#F46A25")} == {"path"}


def test_dots_cannot_count_what_is_told_as_a_range():
    figure = draw(useful("internal", [9, 2])).figure
    assert "9 or more of 11 said yes" in [text.text for text in figure.layout.annotations]
    bars = [(shape.x0, shape.x1) for shape in figure.layout.shapes if shape.type == "rect"]
    assert bars == [(0.0, 1.0), (9 / 11, 1.0), (0.0, 9 / 11)]


def test_two_pictures_with_one_band_are_alike():
    first, second = (draw(useful("internal", counts)).figure for counts in ([9, 2], [11, 0]))
    assert first.to_json() == second.to_json()


def test_many_people_are_a_bar():
    figure = draw(useful("team", [60, 23])).figure
    assert "rect" in {shape.type for shape in figure.layout.shapes}


def test_dots_break_into_rows_that_fit():
    page, phone = (plot(useful("team", [25, 5]), frame).height for frame in (PAGE, PHONE))
    assert phone > page


def test_a_hidden_group_is_only_named():
    texts = [text["text"] for text in plot(useful("internal", [9, 2], [2, 1]), PAGE).texts]
    assert "<b>Mentees (fewer than 5 people): hidden</b>" in texts
    assert sum("said yes" in text for text in texts) == 1
