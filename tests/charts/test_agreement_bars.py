import pytest

from rm_eval.charts import PAGE, PHONE, Frame, draw, plot
from rm_eval.charts.shades import luminance, text_on
from tests.charts.cases import agreement

SLIDE = Frame(text=26, width=1804, height=650)


def contrast(one: str, two: str) -> float:
    light, dark = sorted((luminance(one), luminance(two)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def blocks(published, frame=PAGE):
    return [s for s in plot(published, frame).shapes if s["type"] == "rect"]


def words(published, frame=PAGE):
    return [text["text"] for text in plot(published, frame).texts]


def test_a_block_is_as_wide_as_its_share_of_the_people():
    wide = [shape["x1"] - shape["x0"] for shape in blocks(agreement("team", [1, 0, 0, 3, 0, 0]))]
    assert (wide[1] + 3) / (wide[0] + 3) == pytest.approx(3)
    assert sum(wide) + 6 == pytest.approx(PAGE.width)


def test_the_neutral_block_stands_apart_at_the_right_end():
    *_, last_on_scale, neutral = blocks(agreement("team", [1, 1, 3, 2, 1, 0]))
    assert neutral["fillcolor"] == "#BFBFBF"
    assert neutral["x0"] > last_on_scale["x1"] + 20
    assert neutral["x1"] == pytest.approx(PAGE.width, abs=2)


def test_people_beside_the_scale_are_told_in_words_and_their_room_stays_empty():
    published = agreement("team", [0, 0, 0, 5, 3, 2])
    assert "2 of 10: not applicable" in words(published)
    assert blocks(published)[-1]["x1"] < PAGE.width * 0.81


def test_answers_of_an_unknown_form_stand_in_their_order_of_agreement():
    mixed = (("agree", "Agree"), ("strongly_disagree", "Strongly disagree"), ("neutral", "Neutral"))
    told = words(agreement("team", [4, 2, 1], options=mixed))
    assert [word for word in told if word[0] in "ASN"] == ["Strongly disagree", "Agree", "Neutral"]


def test_without_a_neutral_answer_no_side_is_guessed():
    often = (("never", "Never"), ("at_times", "At times"), ("often", "Often"))
    fills = [shape["fillcolor"] for shape in blocks(agreement("team", [1, 1, 1], options=often))]
    assert len(set(fills)) == 3
    assert fills[-1] == "#12436D"
    assert "#801650" not in fills


def test_a_width_never_tells_a_banded_count():
    for audience in ("internal", "public"):
        assert blocks(agreement(audience)) == []


def test_every_block_has_an_outline_and_its_count_can_be_read():
    for shape in blocks(agreement("team", [2, 2, 2, 2, 2, 0])):
        assert contrast(shape["line"]["color"], "#ffffff") > 3
        assert contrast(text_on(shape["fillcolor"]), shape["fillcolor"]) > 4.5


@pytest.mark.parametrize(("n", "told"), [(19, []), (20, ["Agree<br>100%"])])
def test_percentages_are_for_groups_of_twenty_and_more(n: int, told: list[str]):
    shown = words(agreement("team", [0, 0, 0, n, 0, 0]))
    assert [word for word in shown if "%" in word] == told


def test_names_that_have_no_room_in_a_row_become_a_list():
    options = tuple((f"answer_{at}", f"The answer {at}") for at in range(9))
    many = agreement("team", [2] * 9, options=options)
    assert "The answer 3" in words(many, SLIDE)
    assert "The answer 3: 2 of 18" in words(many, PHONE)


def test_all_names_are_in_the_table_those_nobody_chose_too():
    assert draw(agreement()).table["Answer"].tolist()[0] == "Strongly disagree"
