from collections import Counter

import pytest

from rm_eval.recognise.kinds import type_by_content
from rm_eval.recognise.pieces.lists import find_ticks

VENUES = [
    "A hall (large, with steps)",
    "A hall (large, with steps)",
    "A hall (large, with steps)",
    "Town, any room",
    "Town, any room",
    "Online",
]


def options(answers, heading="What helped?"):
    return [option.label for option in type_by_content(heading, answers).options]


def test_pieces_met_now_alone_now_beside_others_are_ticks():
    answers = ["Time, Trust", "Trust", "Time", "Trust, Tea", "Time, Tea", "Time, Trust"]

    typed = type_by_content("What helped?", answers)

    assert typed.type == "multiple_choice"
    assert [option.label for option in typed.options] == ["Time", "Trust", "Tea"]


def test_single_choices_that_hold_commas_are_not_split():
    typed = type_by_content("Where?", VENUES)

    assert typed.type == "single_choice"
    assert [option.label for option in typed.options] == [
        "A hall (large, with steps)",
        "Town, any room",
        "Online",
    ]


def test_answers_that_only_begin_alike_are_single_choices():
    answers = ["Yes, always", "Yes, sometimes", "No, never", "No, not often"] * 3

    assert type_by_content("Do you?", answers).type == "single_choice"


def test_own_words_with_commas_stay_own_words():
    answers = ["Trust, time, tea", "a quiet room, mostly", "my mentor, who listened", "Tea"]

    assert type_by_content("What helped?", answers).type == "free_text"


def test_more_shared_pieces_than_any_form_has_boxes_are_own_words():
    places = [f"place {number}" for number in range(150)]
    answers = [f"{one}, {other}" for one, other in zip(places, places[7:] + places[:7])]  # noqa: B905

    assert type_by_content("Where were you born?", answers).type == "free_text"
    assert type_by_content("Tick all that apply", answers).type == "multiple_choice"


def test_an_option_with_a_comma_is_joined_again():
    answers = ["Policy, pay and process, Trust", "Trust, Time", "Policy, pay and process", "Time"]

    assert options(answers * 2) == ["Policy, pay and process", "Trust", "Time"]


def test_a_bracket_that_is_open_joins_its_halves_whatever_their_capitals():
    answers = ["Talks (Live, Online), Tea", "Tea", "Talks (Live, Online)", "Tea, Time", "Time"]

    assert options(answers * 2) == ["Talks (Live, Online)", "Tea", "Time"]


def test_two_options_that_everybody_ticked_together_stay_two():
    answers = ["Time, Trust", "Tea", "Time, Trust", "Tea", "Tea, Time, Trust"]

    ticks = find_ticks(Counter(answers), asked_for=True)

    assert ticks is not None
    assert ticks.lists[0] == (["Time", "Trust"], 2)


def test_a_question_that_asks_for_several_is_ticks_however_few_answered():
    heading = "What has changed? (choose all that apply)"

    assert type_by_content(heading, ["My listening, My language"]).type == "multiple_choice"
    assert type_by_content(heading, ["My listening"]).type == "multiple_choice"


@pytest.mark.parametrize("separator", [";", "|", "\n", ", "])
def test_every_usual_separator_is_known(separator):
    answers = [separator.join(pieces) for pieces in (["A", "B"], ["B", "C"], ["A", "C"])]

    assert options([*answers, "A", "B"]) == ["A", "B", "C"]


def test_how_sure_is_said_and_falls_with_what_only_one_person_wrote():
    shared = ["Time, Trust", "Time", "Trust", "Tea, Time", "Tea"] * 2
    sure = type_by_content("What helped?", shared)
    less = type_by_content("What helped?", [*shared, "Time, knitting", "Tea, long walks"])

    assert less.confidence < sure.confidence
    assert "given by several people" in less.why


def test_what_was_typed_beside_other_is_no_option():
    heading = "Choose all that apply"

    assert options(["Time;Other: we talk; a lot", "Time"], heading) == ["Time"]


@pytest.mark.parametrize(
    ("answers", "labels"),
    [
        # A tool that writes "A,B" keeps the commas with a space for the options themselves.
        (["Friends (work, home),Poster", "Poster", "Friends (work, home)"], 2),
        (["Talks, live,Tea", "Tea", "Talks, live", "Tea,Time", "Time"], 3),
        (["Tea; cake;Time", "Time", "Tea; cake", "Tea; cake;Trust", "Trust"], 3),
        (["Tea (hot, iced), Time", "Time", "Tea (hot, iced)", "Time, Trust", "Trust"], 3),
        (['["Tea; hot", "Time"]', '["Time"]', '["Tea; hot"]'], 2),
        (["1,000 to 5,000", "1,000 to 5,000", "Under 1,000", "Under 1,000"], 2),
    ],
)
def test_marks_inside_options_do_not_part_them(answers, labels):
    assert len(options(answers * 2)) == labels


def test_lists_that_people_put_in_any_order_are_their_own():
    answers = [
        "Radio, Books", "Books, Radio", "Films, Books", "Books, Films", "Radio, Films",
        "Films, Radio, Books",
    ]  # fmt: skip

    assert type_by_content("What do you use?", answers).type == "free_text"


def test_a_place_and_a_date_are_one_choice():
    answers = ["Leeds, May 2026", "Hull, May 2026", "Leeds, June 2026", "Hull, June 2026"] * 2

    assert type_by_content("Which workshop?", answers).type == "single_choice"


def test_few_lists_are_never_called_sure_however_well_they_agree():
    few = type_by_content("What helped?", ["Time;Trust", "Time", "Trust"])
    many = type_by_content("What helped?", ["Time;Trust", "Time;Tea", "Tea;Trust"] * 3)

    assert few.confidence < 0.7
    assert many.confidence > 0.95


@pytest.mark.parametrize("typed", ["my own garden", "Walks on Sundays.", "why not more of it?"])
def test_what_one_person_typed_at_the_end_of_the_list_is_no_option(typed):
    answers = ["Time;Trust;", "Trust;", f"Time;{typed};"]

    assert options(answers) == ["Time", "Trust"]


def test_halves_that_begin_with_capitals_are_one_option_where_chance_cannot_join_them():
    several = ["Equality, Diversity", "Tea", "Equality, Diversity, Tea", "Time", "Tea, Time"]

    assert options([*several, "Equality, Diversity, Time"] * 5) == [
        "Equality, Diversity",
        "Tea",
        "Time",
    ]


def test_what_stands_in_one_answer_only_shows_no_halves():
    places = ["Espoo, Finland, May", "Turku, Finland, June", "Oslo, Norway, May"] * 9

    assert type_by_content("Where were you?", places).type == "single_choice"


def test_line_by_line_a_semicolon_is_the_options_own():
    answers = ["Time; kept free\nTraining", "Time; kept free\nTea", "Training", "Tea"]

    ticks = find_ticks(Counter(answers), asked_for=True)

    assert ticks is not None
    assert ticks.separator == "\n"
