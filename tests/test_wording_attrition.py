"""Who came back, in words."""

import pytest

from rm_eval.disclosure import protect
from rm_eval.measures.attrition import measure_attrition
from rm_eval.measures.two_answers import Twice
from rm_eval.responses import Scope
from rm_eval.wording import flow_table, who_came_back
from tests.factories import scale_question, scored

SCOPE = Scope(organisation="A", cohort="1", stage="end_of_cohort", since="enrolment")

LOST = "of 7 cannot be found at the end. The people who stayed may differ from those who left."


def attrition(n_before, n_after, n_linked, audience="team"):
    earlier, later = (scored(scale_question(), [5] * n) for n in (n_before, n_after))
    pairs = tuple((at, at) for at in range(1, n_linked + 1))
    twice = Twice(role="mentee", earlier=earlier, later=later, pairs=pairs)
    return protect(measure_attrition([twice], scope=SCOPE), audience=audience)


BOTH = "7 mentees answered at the start and {} at the end."


@pytest.mark.parametrize(
    ("people", "words"),
    [
        ((7, 6, 5), f"{BOTH.format(6)} We could link 5 of them. 2 {LOST}"),
        ((7, 7, 7), f"{BOTH.format(7)} We could link all 7 of them."),
        ((7, 6, 0), f"{BOTH.format(6)} We could link none of them. 7 {LOST}"),
        ((1, 1, 1), "1 mentee answered at the start and 1 at the end. We could link that person."),
    ],
)
def test_the_team_reads_how_many_answered_and_were_linked(people, words):
    assert who_came_back(attrition(*people)) == (words,)


def test_others_read_it_only_of_groups_that_are_large_enough():
    assert who_came_back(attrition(7, 6, 5, "internal")) == ()
    assert who_came_back(attrition(17, 15, 14, "internal")) == (
        "13 or more of 17 mentees who answered at the start are known to have answered at the end.",
    )


def test_the_flow_as_a_table():
    (row,) = flow_table(attrition(7, 6, 5)).to_dict("records")
    assert row == {
        "Group": "Mentees",
        "Answered at the start": "7",
        "Answered at the end": "6",
        "Linked": "5",
        "Not found at the end": "2",
        "New at the end": "1",
    }
