"""The preview says of every line of a share file that it leaves, and of what stays, why."""

import json
from dataclasses import replace

import pytest

from rm_eval.disclosure import tell
from rm_eval.share import preview_of, write_share_file
from tests.factories import (
    chosen,
    measured,
    ranked,
    ranking_question,
    scale_question,
    scored,
    yes_no_question,
)
from tests.share.share_files import card, record, shared


def useful(*groups, **fields):
    question = yes_no_question(**fields)
    return tell(measured(question, *(chosen(question, [y, n - y], role) for role, y, n in groups)))


def test_it_says_how_much_leaves_and_how_much_stays():
    told = useful(("mentor", 6, 11), ("mentee", 2, 4))
    assert preview_of(shared(told)).sentence == (
        "2 figures leave, from 1 closed stage. 1 group stays here, each named below. No one’s "
        "answers, codes or words leave."
    )


def test_each_figure_is_a_line_as_others_will_read_it():
    (stage,) = preview_of(shared(useful(("mentor", 11, 11), ("mentee", 2, 4)))).stages
    assert stage.title == "Cohort 1, enrolment"
    assert stage.leaves == (
        ("Was it useful?", "Mentors", "Yes", "9 to 11 of 11"),
        ("Was it useful?", "Mentors", "No", "0 to 2 of 11"),
    )
    assert stage.stays == (("Was it useful?", "Mentees", "too few people answered"),)


def test_means_places_and_how_many_answered_are_lines_too():
    score, order = scale_question(), ranking_question("A", "B", "C", "D")
    scores = tell(measured(score, scored(score, [5, 5, 5, 6, 6, 7, 8, 8, 9, 10, 3])))
    places = tell(measured(order, ranked(order, [[0, 1, 2, 3]] * 6 + [[3, 2, 1, 0]] * 6)))
    one = shared(scores, places)
    stages = (replace(one.stages[0], people={"mentor": 11}, sent={"mentor": 12}),)
    (stage,) = preview_of(replace(one, stages=stages)).stages
    assert stage.leaves[0] == (
        "How many answered the form",
        "Mentors",
        "",
        "11 of the 12 it was sent to",
    )
    assert any(row[3].endswith("on average") for row in stage.leaves)
    assert any(row[2].startswith("A: in the first ") for row in stage.leaves)


@pytest.mark.parametrize("audience", ["internal", "public"])
def test_there_is_a_line_for_every_figure_of_the_file_and_no_other(audience):
    score = scale_question(mark="harm")
    told = (
        useful(("mentor", 6, 11), ("mentee", 5, 7)),
        tell(measured(score, scored(score, [5] * 6 + [9] * 6))),
    )
    one = shared(*told, audience=audience)
    plain = json.loads(write_share_file(one))
    figures = [
        line
        for stage in plain["stages"]
        for figure in stage["figures"]
        for group in figure["groups"]
        for line in (*group["counts"], *group.get("sums", ()))
    ]
    (stage,) = preview_of(one).stages
    assert len(stage.leaves) == len(figures)
    assert len(stage.stays) == len(plain["stages"][0].get("not_here", ()))


def test_every_word_of_the_card_and_the_dates_of_cohorts_are_shown():
    one = replace(shared(useful(("mentor", 6, 11))), card=card(), records=(record(),))
    told = dict(preview_of(one).programme)
    assert (
        told["How do you evaluate the reverse mentoring?"] == "By a form at the end.\nAnd a talk."
    )
    assert told["Cohort 1: start"] == "2020-03"
    assert told["Pauses"] == "Why: Rest"


def test_sentences_under_the_figures_leave_and_are_shown():
    told = replace(useful(("mentor", 6, 11)), notes=("One blank was left out.",))
    (stage,) = preview_of(shared(told)).stages
    assert stage.notes == (("Was it useful?", "One blank was left out."),)


def test_a_question_is_one_row_for_each_group_with_all_its_figures():
    (stage,) = preview_of(shared(useful(("mentor", 11, 11), ("mentee", 5, 7)))).stages
    assert stage.by_question == (
        ("Was it useful?", "Mentors", "Yes: 9 to 11 of 11; No: 0 to 2 of 11"),
        ("Was it useful?", "Mentees", "Yes: 5 to 7 of 7; No: 0 to 2 of 7"),
    )
