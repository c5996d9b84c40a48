"""Orders of importance: small tables in, figures out."""

import pytest

from rm_eval.errors import ForTheDeveloper
from rm_eval.stats import compare_rankings, summarise_ranking


def test_what_a_person_left_out_shares_the_places_they_had_left():
    found = summarise_ranking([[1, 2, None, None], [2, 1, 3, 4]])

    assert found.mean_rank == (1.5, 1.5, 3.25, 3.75)
    assert found.n_ranked == (2, 2, 1, 1)


def test_somebody_who_ranked_nothing_is_left_out():
    found = summarise_ranking([[1, 2], [None, None], [2, 1]])

    assert (found.n, found.first_share) == (2, (0.5, 0.5))


def test_shares_of_first_and_of_the_first_three():
    found = summarise_ranking([[1, 2, 3, 4], [1, 3, 2, 4], [2, 1, 3, 4], [1, 2, 4, 3]])

    assert found.first_share == (0.75, 0.25, 0, 0)
    assert found.top_share == (1, 1, 0.75, 0.25)


def test_two_things_shared_first_are_nobodys_first():
    assert summarise_ranking([[1, 1, 3]]).first_share == (0, 0, 0)


def test_of_nobody_there_is_no_order():
    found = summarise_ranking([])

    assert (found.n, found.mean_rank, found.kendall_w) == (0, (), None)
    assert found.why["kendall_w"] == "nobody answered"


@pytest.mark.parametrize(
    ("rankings", "reason"),
    [
        ([[1, 2, 3]], "agreement needs at least 2 people"),
        ([[1], [1]], "agreement needs at least 2 things to put in order"),
        ([[1, 1], [1, 1]], "nobody put anything above anything else"),
    ],
)
def test_agreement_needs_people_items_and_a_preference(rankings, reason):
    found = summarise_ranking(rankings)

    assert found.kendall_w is found.chi_squared_p is found.exact_p is None
    assert set(found.why.values()) == {reason}


def test_opposite_orders_do_not_agree_at_all():
    found = summarise_ranking([[1, 2, 3, 4], [4, 3, 2, 1]])

    assert (found.kendall_w, found.exact_p) == (0, 1)


def test_nine_items_have_too_many_orders_to_count():
    rows = [list(range(1, 10)), list(range(9, 0, -1)), list(range(1, 10))]

    found = summarise_ranking(rows)

    assert found.exact_p is None
    assert found.chi_squared_p is not None
    assert found.why == {"exact_p": "there are too many orders to count them all"}


def test_people_who_ranked_other_items_are_refused():
    with pytest.raises(ForTheDeveloper, match="the same items"):
        summarise_ranking([[1, 2], [1, 2, 3]])
    with pytest.raises(ForTheDeveloper, match="the same items"):
        compare_rankings([[1, 2]], [[1, 2, 3]])


def test_a_place_that_is_no_number_is_refused():
    with pytest.raises(ForTheDeveloper, match="None where there is none"):
        summarise_ranking([[1, float("nan")]])


def test_four_mentors_and_three_mentees_are_shared_out_in_thirty_five_ways():
    mentors = [[1, 2, 3, 4], [1, 3, 2, 4], [2, 1, 3, 4], [1, 2, 4, 3]]
    mentees = [[3, 1, 4, 2], [4, 2, 3, 1], [2, 1, 4, 3]]

    assert compare_rankings(mentors, mentees).p == pytest.approx(1 / 35)


def test_with_an_empty_group_orders_are_not_compared():
    found = compare_rankings([[None, None]], [[1, 2]])

    assert (found.p, found.mean_rank_first, found.mean_rank_second) == (None, (), (1, 2))


def test_many_people_are_shared_out_by_luck_always_in_the_same_ways():
    mentors = [[1, 2, 3], [2, 1, 3]] * 10
    mentees = [[1, 3, 2], [2, 3, 1]] * 10

    once, again = compare_rankings(mentors, mentees), compare_rankings(mentors[::-1], mentees)

    assert not once.is_exact
    assert 0 < once.p == again.p < 0.001


def test_drawing_comes_close_to_counting(monkeypatch):
    mentors, mentees = [[1, 2, 3]] * 4 + [[3, 2, 1]] * 3, [[2, 1, 3]] * 3 + [[3, 1, 2]] * 2
    counted = compare_rankings(mentors, mentees)

    monkeypatch.setattr("rm_eval.stats.ranking_groups.MOST_COUNTED", 1)
    drawn = compare_rankings(mentors, mentees)

    assert (counted.is_exact, drawn.is_exact) == (True, False)
    assert drawn.p == pytest.approx(counted.p, abs=0.01)
