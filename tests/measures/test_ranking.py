import pytest

from tests.factories import measured, ranked, ranking_question

ITEMS = ranking_question("A", "B", "C", "D", "E")
# Microsoft's own worked example of how Forms scores a ranking: ABCDE, ACDEB, CABDE.
FORMS_EXAMPLE = [[0, 1, 2, 3, 4], [0, 2, 3, 4, 1], [2, 0, 1, 3, 4]]


def figure(found, statistic, answer):
    rows = found.rows
    return rows[(rows["statistic"] == statistic) & (rows["label"] == answer)].iloc[0]


@pytest.mark.parametrize(
    ("item", "mean"), [("A", 4 / 3), ("B", 10 / 3), ("C", 2.0), ("D", 11 / 3), ("E", 14 / 3)]
)
def test_the_mean_places_of_the_forms_example(item, mean):
    """Mean places 1.33, 3.33, 2.00, 3.67 and 4.67 go with Forms' points 14, 8, 12, 7 and 4."""
    found = measured(ITEMS, ranked(ITEMS, FORMS_EXAMPLE))

    assert figure(found, "mean_place", item)["value"] == pytest.approx(mean)


def test_top_three_and_every_place_are_counted_among_all_who_ranked():
    found = measured(ITEMS, ranked(ITEMS, FORMS_EXAMPLE))

    assert figure(found, "top_3", "B")["value"] == 2
    assert figure(found, "place_1", "A")["value"] == 2
    assert figure(found, "place_5", "A")["value"] == 0
    assert figure(found, "top_3", "A")["n"] == 3


def test_an_item_somebody_left_out_has_its_mean_over_those_who_placed_it():
    found = measured(ITEMS, ranked(ITEMS, [[0, 1], [1, 0, 2]]))

    assert figure(found, "mean_place", "C")["value"] == 3
    assert figure(found, "mean_place", "C")["n"] == 1
    assert figure(found, "top_3", "C")["n"] == 2


def test_an_item_nobody_placed_has_no_mean():
    found = measured(ITEMS, ranked(ITEMS, [[0, 1], [1, 0]]))

    rows = found.rows[found.rows["label"] == "E"]
    assert "mean_place" not in set(rows["statistic"])


def test_of_four_items_only_the_first_place_counts_as_top():
    few = ranking_question("A", "B", "C", "D")

    found = measured(few, ranked(few, [[0, 1, 2, 3]]))

    assert "top_1" in set(found.rows["statistic"])
    assert "top_3" not in set(found.rows["statistic"])
