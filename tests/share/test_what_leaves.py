"""What of a question leaves an organisation."""

from dataclasses import replace

import pytest

from rm_eval.disclosure import Limits, tell
from rm_eval.disclosure.policy import bands
from rm_eval.disclosure.told import Waiting
from rm_eval.questionnaire import Option
from rm_eval.share import leaves_of
from tests.factories import A_DAY, chosen, measured, tick_question, written, yes_no_question

YES_NO = yes_no_question()
HURTS = yes_no_question(mark="harm")


def told(question, *groups):
    sources = [chosen(question, [yes, n - yes], role) for role, yes, n in groups]
    return tell(measured(question, *sources))


def roles_that_leave(one, audience):
    left = leaves_of(one, audience).told
    return [] if left is None else [group.role for group in left.groups]


@pytest.mark.parametrize(
    ("n", "audience", "leaves"),
    [(4, "internal", False), (5, "internal", True), (9, "public", False), (10, "public", True)],
)
def test_a_group_leaves_where_the_reader_may_know_its_size(n, audience, leaves):
    one = told(YES_NO, ("mentor", 2, n))
    assert roles_that_leave(one, audience) == (["mentor"] if leaves else [])


def test_a_group_that_stays_is_named_with_the_reason():
    leaves = leaves_of(told(YES_NO, ("mentor", 6, 11), ("mentee", 2, 4)), "internal")
    assert [group.role for group in leaves.told.groups] == ["mentor"]
    assert [(one.role, one.why) for one in leaves.kept] == [("mentee", "too_few")]


def test_what_could_hurt_leaves_from_ten_people_and_never_for_the_public():
    assert roles_that_leave(told(HURTS, ("mentor", 5, 9)), "internal") == []
    assert roles_that_leave(told(HURTS, ("mentor", 5, 10)), "internal") == ["mentor"]
    leaves = leaves_of(told(HURTS, ("mentor", 15, 30)), "public")
    assert leaves.told is None
    assert [one.why for one in leaves.kept] == ["harm"]


def test_words_never_leave():
    question = yes_no_question(id="hope", type="free_text")
    leaves = leaves_of(tell(measured(question, written(question, ["Time."] * 12))), "internal")
    assert leaves.told is None


def test_counts_leave_as_they_were_told():
    one = told(YES_NO, ("mentor", 11, 11))
    (group,) = leaves_of(one, "internal").told.groups
    assert [count.bounds for count in group.counts] == [(9, 11), (0, 2)]


def test_names_of_files_and_late_answers_stay():
    late = Waiting(role="mentor", n=1, needed=3, since=A_DAY)
    one = replace(told(YES_NO, ("mentor", 6, 11)), sources=("Jo’s list.xlsx",), waiting=(late,))
    left = leaves_of(one, "internal").told
    assert (left.sources, left.waiting) == ((), ())


@pytest.mark.parametrize("preset", ["standard", "strict"])
@pytest.mark.parametrize("mark", ["ordinary", "opinion"])
def test_what_leaves_for_the_public_needs_no_further_cutting(mark, preset):
    """Of groups whose size the public may know, it is told in the bands of colleagues."""
    limits = Limits(preset=preset)
    for n in range(10, 81):
        told_in = [bands(mark, n, audience, limits=limits) for audience in ("internal", "public")]
        assert told_in[0] == told_in[1]


def test_only_answers_that_are_told_of_leave_with_a_question():
    """Of a form nobody knows an answer may be one person's words; names to recognise it stay."""
    rare = Option(id="rare", label="Because of Jo", aliases=("Jo",))
    question = tick_question("A lot", "A little", type="single_choice", known=False)
    question = replace(question, options=(*question.options, rare), aliases=("Jo’s question",))
    told = tell(measured(question, chosen(question, [6, 5, 1])))
    left = leaves_of(told, "internal").told
    assert "Jo" not in str(left)
    assert [option.label for option in left.question.options] == ["A lot", "A little"]


def test_how_many_were_sent_the_form_leaves_of_those_alone_who_leave():
    one = replace(told(YES_NO, ("mentor", 6, 11)), responses=(("mentor", 11, 12), ("mentee", 4, 9)))
    assert leaves_of(one, "internal").told.responses == (("mentor", 11, 12),)
