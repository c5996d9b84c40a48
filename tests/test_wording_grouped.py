"""What is said where small numbers meet the reader: what is grouped, why, and the ways out."""

import pytest

from rm_eval.wording import ways_out, what_is_grouped, who_is_hidden, why_grouped
from rm_eval.wording.grouped import WAYS
from tests.factories import chosen, published, scale_question, scored, tick_question, ticked
from tests.factories import yes_no_question as yes_no


def test_what_several_charts_group_is_one_sentence_a_group_of_people():
    areas = tick_question("A", "B", mark="ordinary")
    support = yes_no(short="support", mark="harm")
    both = [
        published(
            areas,
            ticked(areas, [9, 1], 11),
            ticked(areas, [0, 2], 7, "mentee"),
            audience="internal",
        ),
        published(support, chosen(support, [4, 3], "mentee"), audience="internal"),
    ]

    assert what_is_grouped(both) == (
        "Mentors: 1 answer told as a range.",
        "Mentees: 2 answers told as a range; 2 hidden, about support.",
    )


def test_the_team_has_nothing_grouped():
    areas = tick_question("A", "B")

    assert what_is_grouped([published(areas, ticked(areas, [1, 1], 3))]) == ()


def test_nothing_is_said_of_a_group_that_gave_no_answers():
    useful = yes_no()

    nobody = published(useful, chosen(useful, [0, 0]), audience="internal")

    assert what_is_grouped([nobody]) == ()
    assert who_is_hidden(nobody, ("team",)) == ()


@pytest.mark.parametrize(
    ("audience", "who"), [("internal", "fewer than 5 mentees"), ("public", "fewer than 10 mentees")]
)
def test_a_hidden_group_is_named_without_telling_its_size(audience, who):
    useful = yes_no()
    few = published(useful, chosen(useful, [3, 1], "mentee"), audience=audience)

    (said,) = who_is_hidden(few, ("team",))

    assert said.startswith(f"{who}: hidden here.")
    assert "4" not in said


def test_every_way_that_fits_is_named_where_there_is_a_control_for_it():
    useful = yes_no()
    few = published(useful, chosen(useful, [3, 1]), audience="internal")

    (all_ways,) = who_is_hidden(few, tuple(WAYS))
    (none,) = who_is_hidden(few, ())

    assert all_ways.endswith(
        "To see more, take all cohorts together, or choose “Programme team only”."
    )
    assert "To see more" not in none


def test_a_larger_group_is_no_way_out_for_numbers_people_gave():
    years = scale_question(id="years", wording="How many years?", type="number")
    given = published(years, scored(years, [1, 2, 3, 4, 5, 6]), audience="internal")

    (said,) = who_is_hidden(given, tuple(WAYS))

    assert said.endswith("To see more, choose “Programme team only”.")


def test_ways_out_come_in_one_order_and_only_those_there_are():
    assert ways_out(("team", "pool")) == (WAYS["pool"], WAYS["team"])
    assert ways_out(()) == ()


def test_why_is_said_with_the_figures_of_the_rules():
    why, done = why_grouped()

    assert "guess who" in why
    assert "“0 to 2 of 7”" in done[0]
    assert "fewer than 5 people" in done[1]
