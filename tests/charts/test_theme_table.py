from rm_eval.charts import PAGE, PHONE, draw, plot
from tests.charts.cases import hopes


def words(published, frame=PAGE):
    return [text["text"] for text in plot(published, frame).texts]


def test_themes_stand_by_how_many_spoke_of_them_and_none_of_these_last():
    table = draw(hopes("team", ["time", "time", "trust", "tea", "tea", "tea"])).table
    assert table.iloc[:, 0].tolist()[:2] == [
        "Time commitment",
        "Gain and maintain trust of senior leader",
    ]
    assert table.iloc[-1].tolist() == ["None of these", "3 of 6"]


def test_the_table_has_the_reports_two_columns_of_unequal_length():
    table = draw(hopes()).table
    assert table.columns.tolist() == [
        "Mentors (11 people)", "How many mentors", "Mentees (7 people)", "How many mentees",
    ]  # fmt: skip
    assert len(table) == 6
    assert table.iloc[5].tolist()[:2] == ["", ""]
    assert table.iloc[4, 0] == "None of these"


def test_a_range_is_told_in_words_and_orders_by_what_is_told():
    told = words(hopes("internal", ["time"] * 2 + ["trust"] * 4 + ["tea"] * 6))
    assert "<b>0 to 2 of 12</b>" in told
    assert told.index("Gain and maintain trust of senior leader") < told.index("Time commitment")


def test_a_hidden_group_has_a_head_and_no_themes():
    told = words(hopes("internal", ["trust"] * 9, ["learn"] * 4))
    assert "<b>Mentees (fewer than 5 people): hidden</b>" in told
    assert not any("lived experience" in word for word in told)


def test_columns_stand_under_each_other_on_a_phone():
    def heads(frame):
        return {t["y"] for t in plot(hopes(), frame).texts if "people)" in t["text"]}

    assert len(heads(PAGE)) == 1
    assert len(heads(PHONE)) == 2
