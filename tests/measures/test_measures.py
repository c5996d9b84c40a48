import pytest

from rm_eval.measures import measure
from rm_eval.questionnaire import Option, Question
from rm_eval.responses import NOTHING_TICKED
from tests.factories import (
    SCOPE,
    chosen,
    measured,
    scale_question,
    scored,
    tick_question,
    ticked,
    yes_no_question,
)


def counts(found) -> dict[str, tuple[float, float]]:
    rows = found.rows[found.rows["statistic"] == "people"]
    return {label: (v, n) for label, v, n in zip(rows["label"], rows["value"], rows["n"])}  # noqa: B905


def test_the_base_of_ticks_is_people_and_never_ticks():
    question = tick_question("Time", "Trust")

    found = measured(question, ticked(question, [3, 2], n=4))

    assert counts(found) == {"Time": (3, 4), "Trust": (2, 4)}


def test_people_who_ticked_nothing_are_in_the_base_and_the_note_says_so():
    question = tick_question("Time", "Trust")
    source = ticked(question, [1, 0], n=3)

    found = measured(question, source)

    assert (source.responses.answers["answer"] == NOTHING_TICKED).sum() == 2
    assert counts(found)["Time"] == (1, 3)
    assert "ticking none" in found.notes[0]


def test_an_option_nobody_chose_is_counted_as_none():
    question = tick_question("Time", "Trust")

    assert counts(measured(question, ticked(question, [2, 0], n=2)))["Trust"] == (0, 2)


def test_other_is_shown_only_where_somebody_used_it():
    options = (Option(id="a", label="A"), Option(id="other", label="Other"))
    question = Question(id="q", wording="Which?", type="single_choice", options=options)

    assert list(counts(measured(question, chosen(question, [3, 0])))) == ["A"]
    assert list(counts(measured(question, chosen(question, [3, 1])))) == ["A", "Other"]


def test_yes_and_no_are_both_counted_even_where_all_said_yes():
    question = yes_no_question()

    assert counts(measured(question, chosen(question, [6, 0]))) == {"Yes": (6, 6), "No": (0, 6)}


def test_a_scale_counts_every_score_and_takes_mean_and_median():
    question = scale_question()

    found = measured(question, scored(question, [8, 8, 9, 3]))

    assert counts(found)["8"] == (2, 4)
    assert counts(found)["1"] == (0, 4)
    averages = found.rows[found.rows["statistic"] != "people"]
    assert dict(zip(averages["statistic"], averages["value"], strict=True)) == {
        "mean": 7.0,
        "median": 8.0,
    }


def test_a_scale_nobody_answered_has_no_mean_rather_than_nought():
    question = scale_question()

    found = measured(question, scored(question, []))

    assert set(found.rows["statistic"]) == {"people"}


def test_two_roles_keep_their_own_bases():
    question = tick_question("Time")

    found = measure(
        question,
        (ticked(question, [6], n=11), ticked(question, [6], n=7, role="mentee")),
        scope=SCOPE,
    )

    assert list(zip(found.rows["group"], found.rows["n"], strict=True)) == [
        ("mentor", 11),
        ("mentee", 7),
    ]


@pytest.mark.parametrize("scores", [[8] * 11, [9, 8, 10, 7, 8, 6, 9, 8, 7, 9, 7]])
def test_a_mean_of_eight_is_eight(scores):
    question = scale_question()
    rows = measured(question, scored(question, scores)).rows

    assert rows.loc[rows["statistic"] == "mean", "value"].item() == 8
