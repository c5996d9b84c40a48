from rm_eval.charts import PAGE, draw, plot
from rm_eval.questionnaire import Scale
from tests.charts.cases import MENTOR_SCORES, confidence


def texts_of(published) -> list[str]:
    return [text["text"] for text in plot(published, PAGE).texts]


def test_every_person_is_one_dot_on_their_score():
    (dots,) = draw(confidence("team", MENTOR_SCORES)).figure.data
    assert sorted(dots.x) == sorted(float(score) for score in MENTOR_SCORES)
    assert len(set(zip(dots.x, dots.y, strict=True))) == len(MENTOR_SCORES)


def test_the_scale_is_whole_and_its_ends_are_named():
    texts = texts_of(confidence("team", [8, 8]))
    assert [text for text in texts if text.isdecimal()] == [str(score) for score in range(1, 11)]
    assert "1 = not at all confident" in texts
    assert "10 = completely confident" in texts


def test_mean_and_median_are_words_beside_the_mean():
    assert "mean 8.0, median 8.0" in texts_of(confidence("team", MENTOR_SCORES))


def test_the_words_run_inwards_so_that_they_stay_on_the_sheet():
    def anchor(scores: list[int]) -> str:
        texts = plot(confidence("team", scores), PAGE).texts
        return next(text["xanchor"] for text in texts if text["text"].startswith("mean"))

    assert (anchor([1, 1]), anchor([10, 10])) == ("left", "right")


def test_a_tall_stack_is_drawn_several_abreast():
    (dots,) = draw(confidence("team", [10] * 30)).figure.data
    assert len(dots.x) == 30
    assert len(set(dots.y)) <= 15
    assert max(dots.x) <= 10.5


def test_many_people_are_blocks_with_counts():
    figure = draw(confidence("team", [1 + at % 10 for at in range(60)])).figure
    assert all(not len(trace.x) for trace in figure.data)
    assert [text.text for text in figure.layout.annotations].count("6") == 10 + 1  # and the scale's


def test_beyond_the_team_no_score_is_a_dot():
    figure = draw(confidence("internal")).figure
    assert all(not len(trace.x) for trace in figure.data)
    blocks = [shape for shape in figure.layout.shapes if shape.type == "rect"]
    assert {(block.x0, block.x1) for block in blocks} == {
        (0.56, 4.44),
        (4.56, 7.44),
        (7.56, 10.44),
    }


def test_a_mean_told_as_a_range_is_a_bar():
    published = confidence("internal")
    published.rows.loc[published.rows["statistic"] == "mean", ["shown", "low", "high", "text"]] = [
        "band", 5.0, 7.0, "between 5 and 7",
    ]  # fmt: skip
    figure = draw(published).figure
    assert "mean between 5 and 7" in [text.text for text in figure.layout.annotations]
    assert (5.0, 7.0) in [(shape.x0, shape.x1) for shape in figure.layout.shapes]


def test_another_scale_is_drawn_from_its_own_lowest_to_its_own_highest():
    figure = draw(confidence("team", [1, 2, 5], scale=Scale(high=5))).figure
    assert figure.layout.xaxis.range == (0.5, 5.5)


def test_a_hidden_group_is_only_named():
    assert "<b>Mentees (fewer than 5 people): hidden</b>" in texts_of(
        confidence("internal", MENTOR_SCORES, [5, 6, 7])
    )


def test_where_all_is_hidden_the_reason_is_shown():
    (text,) = texts_of(confidence("internal", [5, 6, 7]))
    assert text.startswith("Fewer than 5 mentors answered")
