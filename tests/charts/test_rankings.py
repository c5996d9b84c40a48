from rm_eval.charts import PAGE, PHONE, draw, plot
from rm_eval.charts.ranking import read_ranking
from rm_eval.charts.rankings import plot_ranking
from tests.charts.cases import BENEFITS, benefits, orders


def labels(published):
    return [item.label for item in read_ranking(published).items]


def words(published, frame=PAGE):
    return [text["text"] for text in plot(published, frame).texts]


def test_items_stand_by_their_average_place_best_first():
    three = ("A", "B", "C")
    assert labels(benefits("team", [[2, 0, 1]] * 3, labels=three)) == ["C", "A", "B"]


def test_both_groups_count_alike_for_the_order_and_ties_keep_the_questionnaires():
    mentors, mentees = [[0, 1, 2]] * 11, [[2, 1, 0]] * 5
    assert labels(benefits("team", mentors, mentees, labels=("A", "B", "C"))) == ["A", "B", "C"]


def test_where_no_average_place_is_told_what_most_put_at_the_top_comes_first():
    published = benefits("internal", [[6, 5, 4, 3, 2, 1]] * 12)
    assert labels(published)[:3] == list(BENEFITS[4:])
    # Beyond the team "nobody placed it" looks like "so few did that it is hidden".
    assert "no place given" not in words(published)
    assert "0 to 2 of 12" in words(published)


def test_where_somebody_left_an_item_out_others_see_how_many_put_each_at_the_top():
    published = benefits("internal", [[2, 0, 1, 3, 4]] * 10 + [[2, 0]] * 2)

    assert plot(published, PAGE).traces
    assert "10 or more of 12" in words(published)
    assert "hidden" not in words(published)


def test_the_team_sees_how_many_gave_each_place():
    told = words(benefits("team", [[0, 1, 2]] * 4, labels=("A", "B", "C")))
    assert told.count("4") == 3
    assert told.count("0") == 6
    assert "4 of 4" in told


def test_others_see_average_places_and_no_count_of_a_place():
    canvas = plot(benefits("internal"), PAGE)
    assert canvas.traces
    assert not any(shape["type"] == "rect" for shape in canvas.shapes)
    told = {text["text"] for text in canvas.texts}
    assert "9 or more of 11" in told
    assert "8" not in told - {str(place) for place in range(1, 8)}


def test_a_range_of_places_is_drawn_from_end_to_end():
    published = benefits("internal", [[0, 1, 2, 3, 4, 5, 6]] * 7)
    rows = published.rows
    rows.loc[(rows["statistic"] == "mean_place"), ["shown", "low", "high", "text"]] = (
        "band", 1.0, 3.0, "between 1.0 and 3.0",
    )  # fmt: skip
    assert any(list(trace["x"]) == [1.0, 3.0] for trace in plot(published, PAGE).traces)


def test_a_place_that_is_hidden_has_no_mark():
    published = benefits("internal", orders(11))
    means = published.rows.index[published.rows["statistic"] == "mean_place"]
    published.rows.loc[means[1:], ["shown", "text"]] = ("hidden", "hidden")
    canvas = plot(published, PAGE)
    assert sum(len(trace["x"]) for trace in canvas.traces) == 1
    assert [text["text"] for text in canvas.texts].count("hidden") == 6


def test_panels_stand_side_by_side_only_where_cells_have_room():
    def heads(frame):
        canvas = plot_ranking(benefits(), frame)
        return {text["y"] for text in canvas.texts if "people)" in text["text"]}

    assert len(heads(PHONE)) == 2
    assert len(heads(PAGE)) <= 2


def test_the_table_has_a_row_an_item_and_group():
    table = draw(benefits()).table
    assert table.columns.tolist() == [
        "Answer", "Who", "Average place", "In top 3", *(f"Place {at}" for at in range(1, 8)),
    ]  # fmt: skip
    assert len(table) == 14
    assert draw(benefits("internal")).table.columns.tolist()[2:] == ["Average place", "In top 3"]
