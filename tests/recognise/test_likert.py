import pytest

from rm_eval.questionnaire import LIKERT_OPTIONS, Option, Question
from rm_eval.recognise.kinds import type_by_content
from rm_eval.recognise.likert import FAMILIES, level_of, neutral_option

SCALES = [
    ["Strongly disagree", "Disagree", "Neither agree nor disagree", "Agree", "Strongly agree"],
    ["Very dissatisfied", "Dissatisfied", "Neutral", "Satisfied", "Very satisfied"],
    ["Never", "Rarely", "Sometimes", "Often", "Always"],
    ["Very unlikely", "Unlikely", "Neither likely nor unlikely", "Likely", "Very likely"],
    ["Very poor", "Poor", "Fair", "Good", "Excellent"],
    ["Not at all confident", "Slightly confident", "Moderately confident", "Very confident"],
    ["Very unfavourably", "Somewhat unfavourably", "Somewhat favourably", "Very favourably"],
]


def typed(answers):
    return type_by_content("About the programme", answers)


@pytest.mark.parametrize("labels", SCALES)
def test_common_wordings_are_put_from_most_negative_to_most_positive(labels):
    found = typed([*labels[1:], labels[0]] * 2)

    assert found.type == "likert"
    assert [option.label for option in found.options] == labels


def test_an_answer_beside_the_scale_stands_last_and_does_not_break_it():
    found = typed(["Not applicable", "Agree", "Don't know", "Disagree", "Agree"])

    assert [option.label for option in found.options] == [
        "Disagree",
        "Agree",
        "Not applicable",
        "Don't know",
    ]


def test_numbers_before_the_words_make_no_difference():
    assert typed(["1 - Strongly disagree", "5 - Strongly agree"]).type == "likert"


def test_everybody_agreeing_is_still_a_scale_and_everybody_good_is_not():
    assert typed(["Agree", "Agree", "Agree"]).type == "likert"
    assert typed(["Good", "Good", "Good"]).type == "single_choice"


def test_the_middle_is_known_whatever_it_is_called():
    def question(*labels):
        options = tuple(Option(id=str(at), label=label) for at, label in enumerate(labels))
        return Question(id="q", wording="q", type="likert", options=options)

    assert neutral_option(question("Agree", "Neutral", "Disagree")).label == "Neutral"
    assert neutral_option(question("Never", "Sometimes", "Always")) is None
    labels = [label for _, label in LIKERT_OPTIONS["agreement"]]
    assert neutral_option(question(*labels)).label == "Neither agree nor disagree"


def test_no_wording_stands_for_two_levels_of_one_family():
    for levels in FAMILIES.values():
        words = [one for level in levels for one in level]
        assert len(words) == len(set(words))


def test_our_own_agreement_scale_is_in_the_order_of_its_family():
    labels = [label for _, label in LIKERT_OPTIONS["agreement"]][:5]
    levels = [level_of(label, "how much people agree") for label in labels]

    assert levels == sorted(levels)
