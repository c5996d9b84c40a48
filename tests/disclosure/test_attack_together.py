"""What must not be published together is found by the attacker when it is.

The cases are those of `disclosure_cases.json`, which came with the requirements (version of 21
November 2026, rule numbers as there): the names, the sizes of the groups and what goes together are
theirs, the counts are invented. Each set is safe as long as one of it stays away.
"""

import pytest

from rm_eval.disclosure.attack import Earlier, Moved, People, Seen, Together, attack
from rm_eval.responses import Scope
from tests.disclosure.by_hand import view
from tests.factories import SCOPE, scale_question, yes_no_question

YES_NO = yes_no_question()
SCORE = scale_question()


def yes(n, count):
    return (n, {"yes": count, "no": n - count})


def scope(organisation="South East", cohort="Cohort 1", stage="enrolment"):
    return Scope(organisation=organisation, cohort=cohort, stage=stage)


def mentors(where, who=""):
    return People(scope=where, group="mentor", who=who)


def told(where, n, count):
    return view(YES_NO, {"mentor": yes(n, count)}, scope=where)


def test_total_minus_part():
    """Rule 4: 18 people, of whom 11 are mentors; 7 mentees follow."""
    everybody = view(YES_NO, {"all": yes(18, 9)})
    part = view(YES_NO, {"mentor": yes(11, 5)})
    hidden = view(YES_NO, {"mentee": (7, {"yes": None, "no": None})})

    assert attack([everybody, hidden]).is_safe
    assert attack([part, hidden]).is_safe
    assert not attack([everybody, part, hidden]).is_safe
    assert not attack([everybody, part]).is_safe


def test_three_trusts():
    """Rule 4: 27 people at trusts of 12, 11 and 4; the 4 follow."""
    sizes, counts = {"A": 12, "B": 11, "C": 4}, {"A": 6, "B": 5, "C": 2}
    trusts = {name: scope(organisation=name) for name in sizes}
    total = scope(organisation="all")
    parts = tuple(mentors(one) for one in trusts.values())
    whole = Together(whole=mentors(total), parts=parts, sizes=(12, 11, 4))
    one, other = (told(trusts[name], sizes[name], counts[name]) for name in "AB")
    everybody = told(total, 27, 13)

    assert attack([one, other], together=[whole]).is_safe
    assert attack([everybody, one], together=[whole]).is_safe
    found = attack([everybody, one, other], together=[whole])
    assert {leak.scope.organisation for leak in found.leaks} == {"C"}


@pytest.mark.parametrize(
    ("n_all", "n_some"),
    [
        pytest.param(18, 17, id="filter_drops_one"),
        pytest.param(12, 11, id="matched_vs_all"),
        pytest.param(17, 14, id="attrition_small"),
    ],
)
def test_some_beside_all(n_all, n_some):
    """Rules 5 and 6: the difference is the few who were left out."""
    everybody = told(SCOPE, n_all, 7)
    some = Seen(published=told(SCOPE, n_some, 6), who="some")
    whole = Together(whole=mentors(SCOPE), parts=(mentors(SCOPE, "some"), mentors(SCOPE, "left")))

    assert attack([everybody], together=[whole]).is_safe
    assert attack([some], together=[whole]).is_safe
    assert not attack([everybody, some], together=[whole]).is_safe


def test_some_beside_all_by_their_means():
    """Rule 6: one leaver's score is the difference of two sums."""

    def mean(n, low, high):
        return view(
            SCORE, {"mentor": (n, {"1-4": 4, "5-7": 4, "8-10": n - 8, "mean": (low, high)})}
        )

    everybody, some = mean(13, 5.95, 6.05), Seen(published=mean(12, 6.05, 6.15), who="some")
    whole = Together(whole=mentors(SCOPE), parts=(mentors(SCOPE, "some"), mentors(SCOPE, "left")))

    assert attack([everybody]).is_safe
    assert not attack([everybody, some], together=[whole]).is_safe


def test_two_filters_without_anybody_in_common():
    """Rule 5: people 1 to 10 and 11 to 20 tell nothing of each other."""
    first, second = (
        Seen(published=told(SCOPE, 10, 5), who="x"),
        Seen(published=told(SCOPE, 10, 6), who="y"),
    )

    assert attack([first, second]).is_safe


def test_pooled_with_one_hidden_cohort():
    """Rule 8: cohorts of 14 and 12 and the pool of them with one of 6; the 6 follow."""
    cohorts = {name: scope(cohort=name) for name in "ABC"}
    pool = scope(cohort="all")
    parts = tuple(mentors(one) for one in cohorts.values())
    whole = Together(whole=mentors(pool), parts=parts, sizes=(14, 12, 6))
    one, other = told(cohorts["A"], 14, 8), told(cohorts["B"], 12, 6)
    pooled = told(pool, 32, 19)

    assert attack([one, pooled], together=[whole]).is_safe
    found = attack([one, other, pooled], together=[whole])
    assert {(leak.scope.cohort, leak.answer) for leak in found.leaks} == {("C", "yes"), ("C", "no")}
    # The cohorts shown alone make a pool that tells nothing more.
    shown = Together(whole=mentors(pool), parts=parts[:2], sizes=(14, 12))
    assert attack([one, other, told(pool, 26, 14)], together=[shown]).is_safe


def test_same_total_after_new_upload():
    """Rule 9: people 1 to 12, then one more."""
    then, now = told(SCOPE, 12, 7), told(SCOPE, 13, 7)
    moved = Moved(scope=SCOPE, group="mentor", stayed=12, went=0, came=1)

    assert attack([now]).is_safe
    found = attack([now], earlier=[Earlier(published=(then,), moved=(moved,))])
    assert {leak.who for leak in found.leaks} == {"came since closing 1 before"}


@pytest.mark.parametrize(
    ("n", "figures"),
    [
        pytest.param(7, {"yes": 4, "no": 3}, id="below_k"),
        pytest.param(11, {"yes": 11, "no": 0}, id="unanimous_yes"),
        pytest.param(12, {"yes": 11, "no": 1}, id="one_dissenter"),
    ],
)
def test_what_a_view_tells_by_itself(n, figures):
    """Rules 1 and 3."""
    assert not attack([view(YES_NO, {"mentor": (n, figures)})]).is_safe


def test_unanimous_score():
    """Rule 3: a mean of 10.0 is twelve tens."""
    alone = view(SCORE, {"mentor": (12, {"mean": (9.95, 10.05)})})

    assert not attack([alone]).is_safe
    assert attack([view(SCORE, {"mentor": (12, {"mean": (7.5, 10.0)})})]).is_safe
