import pytest

from rm_eval.recognise.kinds import type_by_content


@pytest.mark.parametrize(
    ("heading", "answers", "type_"),
    [
        ("What helped?", ["Time;", "Time;Trust;", "Trust;"], "multiple_choice"),
        ("Rank these", ["A;B;C;", "B;A;C;", "C;B;A;"], "ranking"),
        ("Useful?", ["Yes", "No", "yes"], "yes_no"),
        ("The aims were clear", ["Agree", "Strongly agree", "Neutral"], "likert"),
        ("On a scale of 1 to 10, how sure are you?", ["7", "8", "10"], "scale"),
        ("how_bad_is_your_pain_today_fro", ["0", "4", "10", "7"], "scale"),
        ("what_is_your_age_in_years", ["4", "5", "9", "10"], "number"),
        ("Please rate this quiz", ["4", "5", "1"], "scale"),
        ("Enter your age", ["21", "1000", "35"], "number"),
        ("Number of rooms", ["3", "4", "3"], "number"),
        ("When did you start?", ["2026-03-02", "2026-03-04"], "date"),
        ("Where do you work?", ["Ward", "Office", "Ward", "Office"], "single_choice"),
        ("Anything else?", ["It went well, thanks.", "More time", "I liked it"], "free_text"),
        ("Nobody was asked this", [], "free_text"),
    ],
)
def test_a_column_is_typed_by_what_it_holds(heading, answers, type_):
    assert type_by_content(heading, answers).type == type_


def test_a_scale_that_names_1_to_10_is_one_even_where_nobody_went_above_5():
    typed = type_by_content("On a scale of 1 to 10, how sure are you?", ["2", "5", "4"])

    assert typed.scale is not None
    assert typed.scale.high == 10


def test_spellings_that_differ_in_case_or_spaces_are_one_option():
    typed = type_by_content("Who?", ["Friends / family ;", "friends / family;", "Peers;"])

    assert [option.label for option in typed.options] == ["Friends / family", "Peers"]


def test_a_column_nobody_answered_is_never_called_sure():
    assert type_by_content("Empty", []).confidence < 0.5


def test_what_one_person_said_at_length_is_no_option():
    answers = ["None", "None", "None", "My manager, who is called Sam, is unkind to me"]
    typed = type_by_content("What support do you need?", answers)

    assert [option.label for option in typed.options] == ["None"]


@pytest.mark.parametrize(
    ("heading", "answers", "low", "high"),
    [
        ("How likely are you to recommend this?", ["9", "10", "0"], 0, 10),
        ("How sure are you? (0-10)", ["9", "8", "7"], 0, 10),
        ("How sure are you, out of 5?", ["4", "5", "4"], 1, 5),
        ("How sure are you (1 = not at all, 10 = completely)?", ["4", "5", "4"], 1, 10),
        ("Please rate the day", ["4", "5", "4"], 1, 5),
        ("How sure are you? (1-10)", ["8/10", "nine", "N/A"], 1, 10),
    ],
)
def test_the_ends_of_a_scale_are_read_off_the_heading_or_else_the_answers(
    heading, answers, low, high
):
    typed = type_by_content(heading, answers)

    assert (typed.type, typed.scale.low, typed.scale.high) == ("scale", low, high)


@pytest.mark.parametrize(
    ("answers", "type_"),
    [
        (["Yes", "No", "Prefer not to say"], "single_choice"),
        (["Yes", "No", "N/A"], "yes_no"),
        (["Yes", "No", "-"], "yes_no"),
        (["Yes", "Maybe", "No"], "single_choice"),
        (["Yes", "No", "Not sure"], "single_choice"),
        (["Maybe", "Maybe", "Maybe"], "single_choice"),
    ],
)
def test_maybe_and_prefer_not_to_say_are_answers_and_a_dash_is_none(answers, type_):
    assert type_by_content("Would you do it again?", answers).type == type_


def test_comments_stay_comments_though_everybody_wrote_the_same():
    assert type_by_content("Anything else to tell us?", ["Good pairing"] * 5).type == "free_text"


@pytest.mark.parametrize(
    ("heading", "answers", "low", "high"),
    [
        ("How likely are you to recommend us to a colleague?", ["9", "10", "7", "8"], 0, 10),
        ("Would you recommend us?", ["Extremely likely - 10", "9", "0 Not at all likely"], 0, 10),
        ("How sure are you?", ["7", "8", "75", *["9", "10", "6", "3", "4", "5", "7", "8"]], 1, 10),
        ("How sure are you? (1-10)", ["7", "11", "0"], 1, 10),
        ("How clear was it?", ["4", "0", *["5", "3", "2", "1", "4", "5", "3", "4", "5"]], 1, 5),
        ("I felt supported by my mentor", ["1", "2", "4", "5"], 1, 5),
        ("The venue", ["★★★★★", "★★★☆☆"], 1, 5),
        ("The venue", ["5 stars", "4 stars"], 1, 5),
        ("How are you?", ["1 (Not at all)", "3", "5 (Very well)"], 1, 5),
        ("Confidence", ["8/10", "3/10"], 1, 10),
        ("Confidence: 1 - not at all confident, 7 - completely confident", ["2", "6"], 1, 7),
    ],
)
def test_a_scale_is_known_by_its_labels_by_what_is_asked_or_by_the_answers(
    heading, answers, low, high
):
    typed = type_by_content(heading, answers)

    assert typed.type == "scale"
    assert (typed.scale.low, typed.scale.high) == (low, high)


def test_the_words_at_the_ends_of_a_scale_are_kept():
    scale = type_by_content("Sure? 1 = not at all, 10 = very", ["3", "9"]).scale

    assert (scale.low_label, scale.high_label) == ("not at all", "very")


@pytest.mark.parametrize(
    ("heading", "answers", "type_"),
    [
        ("How many sessions did you attend?", ["1", "2", "3", "5"], "number"),
        ("How many years have you worked here?", ["1", "2", "3", "5"], "number"),
        ("What did it cost?", ["£30", "£25.50", "£1,200"], "number"),
        ("How much did you spend on learning to code?", ["150", "0", "4000", "20"], "number"),
        ("Staff ID", ["10234", "10235", "10236"], "free_text"),
        ("Site code", ["101", "102", "101", "102"], "single_choice"),
        ("How long did you work here?", ["6 months", "2 years", "5-10 years"], "free_text"),
    ],
)
def test_counts_are_numbers_and_codes_or_amounts_with_units_are_not(heading, answers, type_):
    assert type_by_content(heading, answers).type == type_


@pytest.mark.parametrize(
    "answers",
    [
        ["TRUE", "FALSE"], ["Oui", "Non"], ["Ja", "Nein"], ["Ydw", "Nac ydw"], ["是", "否"],
        ["Yes;", "No;"], ["yes please", "no thanks", "Yes"], ["Y", "n"], ["1", "0", "1"],
        ["Yes - I did", "No - I did not"],
    ],
)  # fmt: skip
def test_yes_and_no_are_known_in_many_spellings(answers):
    assert type_by_content("Did you take part?", answers).type == "yes_no"


@pytest.mark.parametrize(
    "answers",
    [
        ["Yes, definitely", "Yes, to some extent", "No"],
        ["Yes, limited a lot", "Yes, limited a little", "No"],
        ["Yes", "No", "Maybe later"],
    ],
)
def test_several_kinds_of_yes_are_a_choice(answers):
    typed = type_by_content("Are your activities limited?", answers)

    assert typed.type == "single_choice"
    assert [option.label for option in typed.options] == answers


def test_nought_and_one_are_numbers_where_nothing_asks_for_yes_or_no():
    assert type_by_content("Number of children", ["1", "0", "1"]).type == "number"


@pytest.mark.parametrize(
    "answers",
    [
        ["Time, Trust, Tea", "Tea, Time, Trust", "Trust, Tea, Time"],
        ["Time,Trust\\, mostly,Tea", "Tea,Time,Trust\\, mostly"],
        ["1. Time 2. Trust 3. Tea", "1. Tea 2. Time 3. Trust"],
        ["1. Time\n2. Trust\n3. Tea", "1. Tea\n2. Time\n3. Trust"],
        ["Time > Trust > Tea", "Tea > Trust > Time"],
        ["Time;Trust;Tea;", "Time;Trust;", "Tea;Time;Trust;"],
        ["Time;Trust;Tea;"],
    ],
)
def test_a_ranking_is_known_however_it_is_written(answers):
    typed = type_by_content("Rank these in order of importance", answers)

    assert typed.type == "ranking"
    assert {option.label for option in typed.options} in (
        {"Time", "Trust", "Tea"},
        {"Time", "Trust, mostly", "Tea"},
    )


def test_sentences_that_several_people_share_stood_on_the_form():
    answers = ["I am an expert in it", "I have done a little of it"] * 4
    heading = "How would you describe your experience?"

    assert type_by_content(heading, answers).type == "single_choice"
    assert type_by_content("Please describe it", answers).type == "single_choice"


def test_a_choice_that_was_typed_by_hand_is_doubtful():
    by_hand = type_by_content("Gender", ["female", "Female", "male", "Male"] * 3)
    chosen = type_by_content("Gender", ["Female", "Male"] * 6)

    assert by_hand.confidence < 0.8
    assert chosen.confidence > 0.95


def test_words_with_parts_in_common_may_be_ticks_and_are_doubtful():
    answers = ["A good price, A short way", "A quiet car, A good price", "It is my habit"]

    typed = type_by_content("Why do you travel so?", answers)

    assert (typed.type, typed.confidence) == ("free_text", 0.5)


def test_who_answered_first_does_not_decide_that_it_is_a_ranking():
    answers = ["Time;Time;Tea;", "Time;Trust;Tea;"]
    types = {type_by_content("Please rank these", order).type for order in (answers, answers[::-1])}

    assert types == {"ranking"}


def test_few_people_each_of_another_group_still_chose_from_a_list():
    groups = ["Asian or Asian British", "Black, Black British, Caribbean or African", "White"]
    typed = type_by_content("What is your ethnic group?", [*groups, "Prefer not to say"])

    assert typed.type == "single_choice"
    assert [option.label for option in typed.options] == [*groups, "Prefer not to say"]
    assert type_by_content("Which ward?", ["A", "B", "Prefer not to say"]).type == "single_choice"


def test_remarks_about_a_group_are_own_words():
    said = ["I feel my gender held me back.", "It never mattered to me or anybody.", "Not at all."]

    assert type_by_content("How did gender come up?", said).type == "free_text"
