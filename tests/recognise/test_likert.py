import pytest

from rm_eval.questionnaire import LIKERT_OPTIONS
from rm_eval.recognise.kinds import type_by_content
from rm_eval.recognise.scales.families import FAMILIES
from rm_eval.recognise.scales.likert import takes_no_side

SCALES = [
    ["Strongly disagree", "Disagree", "Neither agree nor disagree", "Agree", "Strongly agree"],
    ["Disagree", "Tend to disagree", "Tend to agree", "Agree"],
    ["Disagree strongly", "Disagree somewhat", "Neutral", "Agree somewhat", "Agree strongly"],
    ["Very dissatisfied", "Dissatisfied", "Neutral", "Satisfied", "Very satisfied"],
    ["Not at all satisfied", "Not so satisfied", "Somewhat satisfied", "Very satisfied"],
    ["Never", "Rarely", "Sometimes", "Often", "Always"],
    ["None of the time", "A little of the time", "Some of the time", "All of the time"],
    ["Very unlikely", "Unlikely", "Neither likely nor unlikely", "Likely", "Very likely"],
    ["Definitely not", "Probably not", "Might or might not", "Probably", "Definitely"],
    ["Very poor", "Poor", "Fair", "Good", "Excellent"],
    ["Not at all confident", "Slightly confident", "Moderately confident", "Very confident"],
    ["Very unfavourably", "Somewhat unfavourably", "Somewhat favourably", "Very favourably"],
    ["Very difficult", "Difficult", "Neither easy nor difficult", "Easy", "Very easy"],
    ["Not useful", "Useful", "Very useful"],
    ["Not at all important", "Slightly important", "Important", "Extremely important"],
    ["Much worse", "Slightly worse", "About the same", "Slightly better", "Much better"],
    ["Decreased", "Stayed the same", "Increased a little", "Increased a lot"],
    ["Not at all", "To a small extent", "To some extent", "To a great extent"],
    ["Not at all", "A little", "Somewhat", "Quite a bit", "A great deal"],
    ["Not at all neurodiversity-aware", "Fairly neurodiversity-aware", "Very neurodiversity-aware"],
    ["Strongly Disagree (1)", "Neutral (3)", "Strongly Agree (5)"],
    ["1 - Strongly disagree", "2 - Disagree", "5 - Strongly agree"],
    ["Stimme überhaupt nicht zu", "Stimme eher zu", "Stimme voll und ganz zu"],
    ["Pas du tout d’accord", "Plutôt d’accord", "Tout à fait d’accord"],
    ["Totalmente en desacuerdo", "De acuerdo", "Totalmente de acuerdo"],
    ["Anghytuno", "Cytuno", "Cytuno’n gryf"],
    ["Strongly in opposition", "Neutral", "Somewhat in favour"],
    ["Very out of place", "Somewhat out of place", "Somewhat comfortable", "Very comfortable"],
    ["Very unconvincing", "Somewhat unconvincing", "Neutral", "Somewhat convincing"],
    ["Not relevant for me", "Somewhat useful", "Critical to me"],
    ["Not at all", "Moderately", "Exteremly"],
    ["Not true at all", "A little true", "Completely true"],
    ["Much less often", "Less often", "About the same", "More often"],
    ["Below average", "Average", "Well above average"],
    ["非常不满意", "一般", "非常满意"],
]


def typed(answers):
    return type_by_content("About the programme", answers)


@pytest.mark.parametrize("labels", SCALES, ids=lambda labels: labels[0])
def test_scales_of_words_are_put_from_most_negative_to_most_positive(labels):
    found = typed([*labels[1:], labels[0]] * 2)

    assert found.type == "likert"
    assert [option.label for option in found.options] == labels


@pytest.mark.parametrize("labels", SCALES, ids=lambda labels: labels[0])
def test_two_levels_of_a_scale_and_seven_people_are_enough(labels):
    assert typed([*[labels[0]] * 3, *[labels[-1]] * 4]).type == (
        "likert" if labels[-1] != "Useful" else "single_choice"
    )


@pytest.mark.parametrize(
    "answers",
    [
        ["Yes, limited a lot", "Yes, limited a little", "No"],
        ["Disabled", "Not disabled"],
        ["Clinical", "Not clinical", "Clinical"],
        ["Nurse", "Senior nurse", "Nurse", "Senior nurse"],
        ["Under 25", "25-34", "35-44"],
        ["Good", "Good", "Good"],
        ["Yes, always", "Sometimes", "No"],
        ["Good", "Very busy"],
    ],
)
def test_choices_that_are_no_degrees_stay_choices(answers):
    assert typed(answers * 2).type == "single_choice"


def test_an_answer_beside_the_scale_stands_last_and_does_not_break_it():
    found = typed(["Not applicable", "Agree", "Don't know", "Disagree", "Agree"])

    assert [option.label for option in found.options] == [
        "Disagree",
        "Agree",
        "Not applicable",
        "Don't know",
    ]


@pytest.mark.parametrize("answer", ["Agree", "Very useful", "Satisfied", "Strongly agree;"])
def test_everybody_saying_the_same_is_still_a_scale_where_the_word_says_what_it_is(answer):
    assert typed([answer.rstrip(";")] * 3).type == "likert"


def test_a_label_with_one_slip_counts_as_the_label_that_was_meant():
    found = typed(["Strongly agree", "Strongly agreee", "Agree", "Disagree", "Disagree"])

    assert [option.label for option in found.options] == ["Disagree", "Agree", "Strongly agree"]
    assert found.options[2].aliases == ("Strongly agreee",)


def test_no_break_spaces_and_case_make_no_difference():
    found = typed(["Strongly\u00a0agree ", "STRONGLY AGREE", "agree", "Agree"])

    assert [option.label for option in found.options] == ["agree", "Strongly agree"]


def test_the_middle_is_known_whatever_it_is_called():
    neutral = {label for labels in SCALES for label in labels if takes_no_side(label)}

    assert neutral == {
        "Neither agree nor disagree",
        "Neutral",
        "Neither likely nor unlikely",
        "Might or might not",
        "Neither easy nor difficult",
        "About the same",
        "Stayed the same",
        "Neutral (3)",
        "一般",
    }
    found = typed(["Agree", "Neutral", "Disagree"])
    assert [option.label for option in found.options if option.neutral] == ["Neutral"]


def test_no_wording_stands_for_two_levels_of_one_family():
    for levels in FAMILIES.values():
        words = [one for level in levels for one in level]
        assert len(words) == len(set(words))


def test_our_own_agreement_scale_is_in_the_order_it_is_read_in():
    labels = [label for _, label in LIKERT_OPTIONS["agreement"]]

    assert [option.label for option in typed(labels[::-1]).options] == labels
