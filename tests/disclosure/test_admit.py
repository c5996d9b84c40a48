"""Figures from elsewhere: what our rules would have told is let in as it is, and no more."""

from dataclasses import replace

import pytest

from rm_eval.disclosure import Limits, admit, tell
from rm_eval.disclosure.told import ToldCount
from rm_eval.errors import DamagedShareFile
from rm_eval.questionnaire import Option, Scale, all_questions
from tests.factories import (
    chosen,
    measured,
    scale_question,
    scored,
    tick_question,
    ticked,
    yes_no_question,
)

USEFUL = yes_no_question()
SCORE = scale_question()


def told(yes, no, **fields):
    question = yes_no_question(**fields)
    return tell(measured(question, chosen(question, [yes, no])))


def with_bounds(one, *bounds):
    """The same, with other counts in its only group."""
    (group,) = one.groups
    counts = tuple(replace(c, bounds=b) for c, b in zip(group.counts, bounds, strict=True))
    return replace(one, groups=(replace(group, counts=counts),))


def reason(one, audience="internal"):
    with pytest.raises(DamagedShareFile) as refused:
        admit(one, audience)
    return refused.value.message


def test_what_was_told_by_the_rules_is_let_in_as_it_is():
    one = told(11, 0)
    assert admit(one, "internal") is one
    assert admit(one, "public") is one


@pytest.mark.parametrize(
    ("n", "bounds"),
    [
        (11, [(11, 11), (0, 0)]),
        (11, [(10, 10), (1, 1)]),
        (11, [(10, 11), (0, 1)]),
        (6, [(3, 3), (3, 3)]),
        (9, [(4, 4), (5, 5)]),
        # Nothing is exact but the two together: the other must be 11.
        (11, [(9, 11), (0, 0)]),
    ],
)
def test_counts_that_say_more_than_the_rules_would_are_not(n, bounds):
    one = with_bounds(told(n - 3, 3), *bounds)
    assert reason(one) == "more exact figures than the rules for small groups allow"


def test_what_follows_by_subtraction_is_found():
    question = tick_question("A", "B", "C", type="single_choice")
    one = tell(measured(question, chosen(question, [8, 8, 4])))
    told_too_much = with_bounds(one, (9, 9), (9, 9), (0, 20))
    assert reason(told_too_much) == "more exact figures than the rules for small groups allow"


@pytest.mark.parametrize(
    "bounds", [[(8, 8), (8, 8)], [(3, 3), (3, 3)], [(0, 2), (0, 2)], [(9, 11), (4, 8)]]
)
def test_counts_that_cannot_all_be_true_are_not_let_in(bounds):
    assert reason(with_bounds(told(6, 5), *bounds)) == (
        "its figures cannot all be true of so many people"
    )


@pytest.mark.parametrize("bounds", [(5, 4), (-1, 4), (4, 12)])
def test_a_range_lies_within_the_group(bounds):
    assert "less than nobody, or more than all 11 people" in reason(
        with_bounds(told(6, 5), bounds, (5, 5))
    )


@pytest.mark.parametrize(
    ("audience", "n", "mark", "said"),
    [
        ("internal", 4, "opinion", "a group of 4 people: it may hold groups of 5 to 5000"),
        ("public", 9, "opinion", "a group of 9 people: it may hold groups of 10 to 5000"),
        ("internal", 9, "harm", "is not told of what could hurt somebody"),
        ("public", 30, "harm", "is not told of what could hurt somebody"),
    ],
)
def test_a_group_too_small_to_be_told_of_is_not_let_in(audience, n, mark, said):
    one = with_bounds(told(n - 2, 2, mark=mark), (0, n - 1), (1, n))
    assert said in reason(one, audience)


def test_a_file_cannot_call_one_cohort_two():
    one = told(15, 10, mark="harm")
    two = replace(one, groups=(replace(one.groups[0], cohorts=2),))
    assert "could hurt somebody" in reason(two, "public")


def test_nobody_can_mark_our_delicate_questions_as_if_they_were_not():
    ours = next(one for one in all_questions() if one.mark == "harm" and one.type == "scale")
    asked = replace(SCORE, id=ours.id, mark="opinion")
    one = tell(measured(asked, scored(asked, [1, 5, 5, 6, 6, 7, 8, 8, 9, 10, 3])))
    assert reason(one) == "a delicate question is marked as if it were not"


def test_a_mean_is_one_that_so_many_people_can_give():
    one = tell(measured(SCORE, scored(SCORE, [5, 5, 5, 6, 6, 7, 8, 8, 9, 10, 3])))
    assert admit(one, "internal") is one
    (group,) = one.groups
    (total,) = group.totals

    def with_total(**fields):
        return replace(one, groups=(replace(group, totals=(replace(total, **fields),)),))

    cannot = "its figures cannot all be true of so many people"
    assert reason(with_total(bounds=(110, 110))) == cannot
    assert reason(with_total(bounds=(10, 110))) == "a mean that so many people cannot give"
    assert reason(with_total(ends=(0, 100))) == "a mean that so many people cannot give"
    assert reason(with_total(statistic="median")) == "a mean that so many people cannot give"


def test_a_mean_that_gives_a_count_away_is_not_let_in():
    """11 people, none of them said how many gave 8 to 10; a mean of 10 says all of them did."""
    one = tell(measured(SCORE, scored(SCORE, [10] * 11)))
    (group,) = one.groups
    (total,) = group.totals
    all_tens = replace(group, totals=(replace(total, bounds=(110, 110)),))
    assert "more exact" in reason(replace(one, groups=(all_tens,)))


def test_a_scale_is_cut_as_we_cut_it():
    one = tell(measured(SCORE, scored(SCORE, [5, 5, 5, 6, 6, 7, 8, 8, 9, 10, 3])))
    other = replace(one, question=replace(one.question, scale=Scale(low=0, high=20)))
    assert reason(other) == "a mean that so many people cannot give"
    backwards = replace(one, question=replace(one.question, scale=Scale(low=9, high=1)))
    assert reason(backwards) == "its scale ends before it begins, or never"
    none = replace(one, question=replace(one.question, scale=None))
    assert reason(none) == "its figures do not fit what was asked"


def test_boxes_that_contradict_all_others_are_reckoned_with():
    """All 20 needed nothing more: then nobody can have ticked anything else."""
    question = tick_question("Time", "A room", mark="ordinary")
    nothing = Option(id="nothing", label="Nothing more", exclusive=True)
    question = replace(question, options=(*question.options, nothing))
    one = tell(measured(question, ticked(question, [4, 5, 6], 20)))
    assert admit(one, "internal") is one
    assert reason(with_bounds(one, (4, 4), (5, 5), (17, 17))) == (
        "its figures cannot all be true of so many people"
    )


def test_groups_are_roles_each_once():
    one = told(6, 5)
    (group,) = one.groups
    assert "each once" in reason(replace(one, groups=(group, group)))
    assert "each once" in reason(replace(one, groups=()))
    assert "each once" in reason(replace(one, groups=(replace(group, role="mentor (Ward 7)"),)))
    both = (group, replace(group, role="all"))
    assert reason(replace(one, groups=both)) == "it counts mentors and mentees together and apart"


def test_a_lower_limit_needs_its_reason_and_holds():
    lower = Limits(smallest_group=3, reason="Agreed by the board")
    question = tick_question("A", "B", mark="ordinary")
    one = tell(measured(question, ticked(question, [3, 0], 4)), limits=lower)
    assert admit(one, "internal") is one
    assert "a group of 4 people" in reason(replace(one, limits=Limits()))


def test_figures_that_would_take_long_to_check_are_refused_at_once():
    one = tell(measured(SCORE, scored(SCORE, [5, 8] * 10)))
    (group,) = one.groups
    counts = tuple(replace(count, bounds=(1, 4000)) for count in group.counts)
    vague = replace(group, n=4000, counts=counts, totals=())
    assert "take too long to check" in reason(replace(one, groups=(vague,)))


def test_a_thousand_answers_are_checked_in_no_time():
    question = tick_question("A", mark="ordinary")
    one = tell(measured(question, ticked(question, [4], 20)))
    (group,) = one.groups
    many = tuple(
        ToldCount(statistic="people", answer=f"option {at}", label="A", bounds=(4, 4))
        for at in range(1000)
    )
    admit(replace(one, groups=(replace(group, counts=many),)), "internal")


def test_an_endless_scale_and_answers_nobody_can_give_are_refused():
    one = tell(measured(SCORE, scored(SCORE, [5, 5, 5, 6, 6, 7, 8, 8, 9, 10, 3])))
    endless = replace(one, question=replace(one.question, scale=Scale(low=0, high=9_000_000)))
    assert reason(endless) == "its scale ends before it begins, or never"
    useful = told(6, 5)
    (group,) = useful.groups
    counts = tuple(replace(count, answer=f"<b>{count.answer}") for count in group.counts)
    strange = replace(useful, groups=(replace(group, counts=counts),))
    assert reason(strange) == "answers that are not those of its question"
