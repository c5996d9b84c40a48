from rm_eval.measures import can_measure
from rm_eval.questionnaire import Question, Theme, read_questionnaires
from tests.factories import measured, written

THEMES = (
    Theme(id="trust", label="Trust", roles=("mentor",), words=("trust",)),
    Theme(id="time", label="Time", roles=("mentor", "mentee"), words=("time", "turn up")),
)
HOPE = Question(id="hope", wording="What do you hope for?", type="free_text", themes=THEMES)


def counts(found):
    return dict(zip(found.rows["label"], found.rows["value"], strict=True))


def test_people_are_counted_by_what_their_words_speak_of():
    texts = ["Trust, and my TIME.", "I will turn up", "Sometimes", "Biscuits"]

    found = measured(HOPE, written(HOPE, texts))

    assert counts(found) == {"Trust": 1, "Time": 2, "None of these": 2}
    assert set(found.rows["n"]) == {4}


def test_each_role_has_its_own_themes():
    found = measured(HOPE, written(HOPE, ["time and trust"], role="mentee"))

    assert counts(found) == {"Time": 1, "None of these": 0}


def test_no_word_of_anybody_is_in_what_is_measured():
    found = measured(HOPE, written(HOPE, ["Trust in Dr Sample above all"]))

    assert "Sample" not in found.rows.to_string()


def test_own_words_without_themes_cannot_be_counted():
    assert not can_measure(Question(id="x", wording="x", type="free_text"))


def test_the_report_names_five_and_six_themes_for_each_question():
    questions = {q.id: q for q in read_questionnaires()[0].questions}
    for question, roles in (("enr_contribute", (5, 6)), ("enr_gain", (6, 6))):
        themes = questions[question].themes
        found = [sum(role in theme.roles for theme in themes) for role in ("mentor", "mentee")]
        assert tuple(found) == roles


def test_numbers_are_counted_one_by_one_while_they_are_few():
    question = Question(id="rooms", wording="Rooms?", type="number")
    from tests.factories import scored  # noqa: PLC0415

    found = measured(question, scored(question, [3, 4, 3, 9]))

    assert counts(found) == {"3": 2, "4": 1, "9": 1, "Mean": 4.75, "Median": 3.5}


def test_many_different_numbers_are_put_in_bins_that_hold_everybody():
    question = Question(id="age", wording="Age?", type="number")
    from tests.factories import scored  # noqa: PLC0415

    found = measured(question, scored(question, [*range(20, 60), 1000]))

    people = found.rows[found.rows["statistic"] == "people"]
    assert people["value"].sum() == 41
    assert len(people) == 6


def test_dates_are_counted_by_month():
    question = Question(id="when", wording="When?", type="date")

    found = measured(question, written(question, ["2026-03-02", "2026-03-30", "2026-05-01"]))

    assert counts(found) == {"2026-03": 2, "2026-05": 1}


def test_a_question_nobody_wrote_anything_to_is_counted_as_nobody():
    assert set(counts(measured(HOPE, written(HOPE, []))).values()) == {0}


def test_the_team_sees_the_mean_of_numbers():
    question = Question(id="rooms", wording="Rooms?", type="number")
    from tests.factories import published, scored  # noqa: PLC0415

    rows = published(question, scored(question, [3, 4, 8])).rows
    assert rows.loc[rows["statistic"] == "mean", "text"].tolist() == ["5.0"]
