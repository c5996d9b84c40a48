"""Themes a person said: counted at once, remembered for the words, and gone with the words."""

import pytest
from sqlalchemy import select

from rm_eval import pipeline, theming
from rm_eval.errors import NotAllowed
from rm_eval.pipeline import Scope, look_at
from rm_eval.store import open_saved_work, remove_person, say_themes, write_saved_work
from rm_eval.store.schema import said_themes
from tests.uploads import csv_file

SCOPE = Scope(organisation="A Trust", cohort="Cohort 1", stage="enrolment")
ASKED = "What do you hope to contribute to the reverse mentoring sessions?"
HOPE = "enr_contribute"
PASSPHRASE = "four words not together"  # noqa: S105 - locks invented answers
WROTE = [
    "I have no time for small talk",
    "My own story, told as it was",
    "Anything that is asked of me",
    "A cup of tea and a quiet room",
]
TIME, STORY = "time_mentor", "share_experience"


def add(store, wrote=WROTE, **fields):
    rows = [["Participant code", ASKED], *([f"ST{at}7A", text] for at, text in enumerate(wrote, 1))]
    pipeline.keep(store, look_at(csv_file(rows)), scope=SCOPE, role="mentor", **fields)


def answers(store):
    return theming.themed_answers(store, SCOPE, HOPE)


def themes(store):
    """Which themes each answer counts for."""
    return {one.written.text: [theme.id for theme in one.spoken] for one in answers(store)}


def counted(store):
    charts = pipeline.findings(store, SCOPE, audience="team")
    (rows,) = [chart.published.rows for chart in charts if chart.id == HOPE]
    return dict(zip(rows["answer"], rows["value"], strict=True))


def notes(store):
    charts = pipeline.findings(store, SCOPE, audience="team")
    return next(" ".join(chart.notes) for chart in charts if chart.id == HOPE)


def rows(store):
    with store.engine.connect() as connection:
        return connection.execute(select(said_themes)).all()


def test_the_team_reads_each_answer_with_the_themes_its_words_tell(store):
    add(store)

    assert list(themes(store).values()) == [[TIME], [STORY], [], []]
    assert not any(one.by_person for one in answers(store))
    assert "corrected" not in notes(store)


def test_what_a_person_says_counts_at_once_and_the_chart_says_so(store):
    add(store)
    assert counted(store)[TIME] == 1

    theming.say(store, answers(store)[0], [])

    assert counted(store)[TIME] == 0
    assert counted(store)["none_of_these"] == 3
    assert "A person has read answers to this question and corrected" in notes(store)
    assert [one.by_person for one in answers(store)] == [True, False, False, False]


def test_a_correction_is_corrected_and_taken_back(store):
    add(store)
    theming.say(store, answers(store)[0], [STORY])
    theming.say(store, answers(store)[0], [TIME, STORY])
    assert themes(store)[WROTE[0]] == [STORY, TIME]  # in the order of the questionnaire
    assert len(rows(store)) == 1

    theming.find_again(store, answers(store)[0])

    assert themes(store)[WROTE[0]] == [TIME]
    assert rows(store) == []


def test_neither_words_nor_number_of_a_person_stand_beside_what_was_said(store):
    add(store)
    theming.say(store, answers(store)[1], [TIME])

    (row,) = rows(store)

    assert set(row._mapping) == {"dataset", "question", "answer", "themes", "said_at"}
    assert len(row.answer) == 64


def test_the_weekly_export_is_counted_as_it_was_corrected(store):
    add(store)
    theming.say(store, answers(store)[0], [])

    add(store, ["Somebody new came first", *reversed(WROTE)], replace=True)

    assert themes(store)[WROTE[0]] == []
    assert counted(store)[TIME] == 0


def test_whoever_changed_their_words_is_read_anew(store):
    add(store)
    theming.say(store, answers(store)[0], [])

    add(store, ["I have time for it after all", *WROTE[1:]], replace=True)

    assert themes(store)["I have time for it after all"] == [TIME]
    assert rows(store) == []


def test_with_a_person_goes_what_was_said_of_their_words(store, database):
    add(store)
    theming.say(store, answers(store)[0], [])
    theming.say(store, answers(store)[1], [TIME])
    gone, stays = (row.answer for row in rows(store))
    assert database.holds(gone) or database.kind == "postgresql"

    remove_person(store, "A Trust", "ST17A")

    assert [row.answer for row in rows(store)] == [stays]
    assert database.holds(gone) == []


def test_the_same_words_of_somebody_else_keep_what_was_said_of_them(store):
    add(store, [WROTE[0], WROTE[0], *WROTE[1:]])
    theming.say(store, answers(store)[0], [])
    assert counted(store)[TIME] == 0  # both

    remove_person(store, "A Trust", "ST17A")

    assert themes(store)[WROTE[0]] == []


def test_what_was_said_goes_with_the_file(store):
    add(store)
    theming.say(store, answers(store)[0], [])

    store.delete(*(dataset.id for dataset in store.datasets()))

    assert rows(store) == []


def test_saved_work_brings_corrections_back_also_under_another_key(store, other):
    add(store)
    theming.say(store, answers(store)[0], [])

    open_saved_work(other, write_saved_work(store, PASSPHRASE), PASSPHRASE)

    assert themes(other) == themes(store)
    theming.say(other, answers(other)[0], [STORY])
    assert themes(other)[WROTE[0]] == [STORY]
    assert len(rows(other)) == 1


def test_a_theme_of_another_role_is_refused(store):
    add(store)

    with pytest.raises(NotAllowed, match="no such theme"):
        say_themes(store, answers(store)[0].written, ["empathy"])


def test_an_answer_that_is_gone_is_not_corrected(store):
    add(store)
    one = answers(store)[0]
    store.delete(one.written.dataset)

    with pytest.raises(NotAllowed, match="no longer here"):
        theming.say(store, one, [])


def test_what_was_told_stays_told_and_the_team_sees_the_correction(store):
    many = [f"{at} I have time to give" for at in range(12)]
    add(store, many)
    pipeline.close_stage(store, SCOPE)

    def told():
        charts = pipeline.findings(store, SCOPE, audience="internal")
        return next(chart.published.rows["text"].tolist() for chart in charts if chart.id == HOPE)

    before = told()
    for one in answers(store):
        theming.say(store, one, [STORY])
    assert told() == before

    pipeline.reopen_stage(store, SCOPE)
    pipeline.close_stage(store, SCOPE)

    assert told() == before  # of these people nothing else is ever told
    assert counted(store)[STORY] == 12
    assert theming.is_given_out(store, SCOPE)
