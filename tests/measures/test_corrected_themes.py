from hypothesis import given
from hypothesis import strategies as st

from rm_eval.measures import measure
from rm_eval.measures.themes import themes_of
from rm_eval.questionnaire import Question, Theme
from rm_eval.responses import said, themes_said
from tests.factories import SCOPE, measured, written

THEMES = (
    Theme(id="trust", label="Trust", roles=("mentor", "mentee"), words=("trust",)),
    Theme(id="time", label="Time", roles=("mentor", "mentee"), words=("time",)),
)
HOPE = Question(id="hope", wording="What do you hope for?", type="free_text", themes=THEMES)


def corrected(source, *themes):
    """Say the themes of the first answer."""
    source.responses.answers.loc[0, "answer"] = said(themes)
    return source


def test_what_a_person_said_counts_before_the_words():
    found = measured(HOPE, corrected(written(HOPE, ["No trust at all", "Time"]), "time"))

    assert found.rows["value"].tolist() == [0, 2, 0]


def test_a_person_may_say_that_an_answer_speaks_of_none():
    found = measured(HOPE, corrected(written(HOPE, ["No trust at all"])))

    assert found.rows["value"].tolist() == [0, 0, 1]


def test_a_correction_is_counted_where_roles_and_cohorts_are_taken_together():
    mentors = corrected(written(HOPE, ["No trust at all"]), "time")
    sources = mentors, written(HOPE, ["Time"], role="mentee")

    found = measure(HOPE, sources, scope=SCOPE, together=True)

    assert set(found.rows["group"]) == {"all"}
    assert found.rows["value"].tolist() == [0, 2, 0]


def test_the_note_says_that_a_person_corrected_and_not_of_how_many():
    plain = measured(HOPE, written(HOPE, ["Trust"]))
    one = measured(HOPE, corrected(written(HOPE, ["Trust", "Time"]), "time"))

    assert plain.notes == ()
    assert not any(character.isdigit() for note in one.notes for character in note)
    assert "corrected the themes of some" in one.notes[0]


def test_a_theme_that_is_no_longer_asked_for_says_nothing():
    assert themes_of("Trust me", said(["dropped"]), THEMES) == ("trust",)
    assert themes_of("Trust me", said([]), THEMES) == ()


@given(st.sets(st.sampled_from(["trust", "time"])))
def test_themes_are_read_as_they_were_written(themes):
    assert set(themes_said(said(themes)) or ()) == themes
