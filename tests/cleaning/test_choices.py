import pytest
from hypothesis import given
from hypothesis import strategies as st

from rm_eval.cleaning.choices import (
    clean_multiple_choice,
    clean_single_choice,
    clean_yes_no,
    ticks_of,
)
from rm_eval.cleaning.options import Found, find_option
from rm_eval.cleaning.rankings import clean_ranking
from rm_eval.questionnaire import Option, Question
from rm_eval.recognise.kinds import type_by_content
from rm_eval.recognise.pieces.separators import SEPARATORS, joined
from rm_eval.responses import NOTHING_TICKED

LABELS = [
    "My listening",
    "My language",
    "Policy, pay and process",
    "Culture; values and behaviours",
]
OPTIONS = tuple(Option(id=label.split()[-1].lower(), label=label) for label in LABELS)
NOTHING = Option(id="nothing", label="Nothing yet", exclusive=True)
TICKS = Question(
    id="changed", wording="What has changed?", type="multiple_choice", options=(*OPTIONS, NOTHING)
)


def ticks(text: str):
    cleaned = clean_multiple_choice(text, TICKS)
    return [a.answer for a in cleaned.answers], [change.rule for change in cleaned.changes]


@pytest.mark.parametrize(
    ("text", "answers"),
    [
        ("My listening;My language", ["listening", "language"]),
        ("My listening;My language;", ["listening", "language"]),
        ("My listening; My language ;", ["listening", "language"]),
        ("My listening;Culture; values and behaviours", ["listening", "behaviours"]),
        ("Policy, pay and process;My language", ["process", "language"]),
        ("My listening|My language", ["listening", "language"]),
        ("My listening, My language", ["listening", "language"]),
        ("Policy, pay and process, My language", ["process", "language"]),
        ("My listening", ["listening"]),
    ],
)
def test_ticks_are_found_though_options_hold_the_separator(text, answers):
    assert ticks(text) == (answers, [])


@pytest.mark.parametrize(
    ("text", "answer"),
    [("Yes!", "yes"), ("YES.", "yes"), ("no...", "no"), ("✓", "yes"), ("✔", "yes"), ("0", "no")],
)
def test_yes_and_no_are_read_whatever_dots_follow(text, answer):
    question = Question(id="useful", wording="Was it useful?", type="yes_no")

    assert [one.answer for one in clean_yes_no(text, question).answers] == [answer]


@pytest.mark.parametrize("text", ["-1", "Yes and no", "10"])
def test_what_is_neither_yes_nor_no_is_left_out(text):
    question = Question(id="useful", wording="Was it useful?", type="yes_no")

    assert clean_yes_no(text, question).answers == ()


def test_case_and_dots_are_looked_past_and_the_receipt_says_so():
    assert ticks("MY LISTENING;my language.") == (
        ["listening", "language"],
        ["option_matched_loosely", "option_matched_loosely"],
    )


def test_an_answer_that_is_not_on_the_form_counts_as_other_with_its_words():
    cleaned = clean_multiple_choice("My listening;Baking", TICKS)

    assert [(a.answer, a.text) for a in cleaned.answers] == [("listening", ""), ("other", "Baking")]
    assert cleaned.changes[0].rule == "unknown_option"


def test_an_option_in_one_answer_twice_counts_once():
    assert ticks("My listening;My listening") == (["listening"], ["option_repeated"])


def test_nothing_together_with_something_is_a_contradiction():
    assert ticks("Nothing yet;My listening") == (["listening"], ["contradiction"])
    assert ticks("Nothing yet") == (["nothing"], [])


def test_whatever_follows_other_is_one_persons_own_words():
    cleaned = clean_multiple_choice("My listening;Other: we talk; a lot", TICKS)

    assert [(a.answer, a.text) for a in cleaned.answers] == [
        ("listening", ""),
        ("other", "we talk; a lot"),
    ]


def test_a_single_choice_is_never_split_at_its_commas():
    question = Question(
        id="venue",
        wording="Where?",
        type="single_choice",
        options=(Option(id="a", label="Yes, always"), Option(id="b", label="No, never")),
    )

    assert clean_single_choice("Yes, always", question).answers[0].answer == "a"
    assert clean_single_choice("Sometimes, maybe", question).answers[0].answer == "other"


@pytest.mark.parametrize(
    ("text", "answer", "rules"),
    [
        ("Yes", "yes", []),
        ("no", "no", []),
        ("Y", "yes", ["value_reworded"]),
        ("0", "no", ["value_reworded"]),
        ("not useful", "no", ["value_reworded"]),
        ("maybe", None, ["value_unreadable"]),
        ("Prefer not to say", None, ["not_answered"]),
    ],
)
def test_yes_and_no_have_many_spellings(text, answer, rules):
    cleaned = clean_yes_no(text, TICKS)

    assert [a.answer for a in cleaned.answers] == ([answer] if answer else [])
    assert [change.rule for change in cleaned.changes] == rules


pieces = st.sampled_from([*LABELS, "Nothing yet", "Baking", "my LANGUAGE", "Other: a; b", ""])


@given(st.lists(pieces, max_size=4).map(";".join))
def test_cleaning_cleaned_ticks_changes_nothing(text):
    once = clean_multiple_choice(text, TICKS)
    again = clean_multiple_choice(once.after, TICKS)

    assert [(a.answer, a.text) for a in again.answers] == [(a.answer, a.text) for a in once.answers]


@given(st.text(max_size=30))
def test_no_text_makes_the_cleaner_stumble(text):
    for rule in (clean_multiple_choice, clean_single_choice, clean_ranking, clean_yes_no):
        rule(text, TICKS)


def test_a_blank_list_of_ticks_ticks_nothing():
    assert ticks(";") == ([NOTHING_TICKED], [])


def test_a_list_as_programs_write_it_is_read():
    assert ticks('["My listening", "My language"]') == (["listening", "language"], [])
    assert ticks("[My listening") == (["listening"], ["option_matched_loosely"])


def ticked_with_commas(text):
    cleaned = clean_multiple_choice(text, TICKS, separators=(", ", ","))
    return [(a.answer, a.text) for a in cleaned.answers]


@given(st.lists(st.sampled_from(LABELS), unique=True, min_size=1))
def test_ticks_parted_by_commas_are_found_whole_though_options_hold_commas(labels):
    by_label = {option.label: option.id for option in OPTIONS}

    assert ticked_with_commas(", ".join(labels)) == [(by_label[one], "") for one in labels]


def test_what_was_typed_after_ticks_parted_by_commas_is_one_other():
    assert ticked_with_commas("My listening, Policy, pay and process, baking, on Sundays") == [
        ("listening", ""),
        ("process", ""),
        ("other", "baking, on Sundays"),
    ]


def test_an_option_that_begins_with_a_number_is_met_exactly():
    options = (Option(id="paid", label="1. We paid"), Option(id="not", label="2. We did not"))
    question = Question(id="paid", wording="Paid?", type="single_choice", options=options)

    assert clean_single_choice("1. We paid", question).changes == ()


@pytest.mark.parametrize("separator", [";", "; ", "\n", "|", ",", ", "])
def test_clean_ticks_read_the_same_however_their_column_parts_them(separator):
    separators = (separator, *(one for one in SEPARATORS if one != separator))
    text = joined(["my listening", "My language", "My language", "Baking"], separator)

    once = clean_multiple_choice(text, TICKS, separators=separators)
    twice = clean_multiple_choice(once.after, TICKS, separators=separators)

    assert [a.answer for a in once.answers] == ["listening", "language", "other"]
    assert twice.answers == once.answers


def test_words_typed_for_other_swallow_no_tick_when_written_again():
    once = ticks_of(
        [Found(text="Tea", option=None, other_text="Tea"), find_option(LABELS[0], TICKS)]
    )

    assert ticks(once.after)[0] == ["listening", "other"]


def test_the_word_a_question_has_for_yes_is_not_reworded():
    typed = type_by_content("Hilfreich?", ["Ja", "Nein", "Ja"])
    question = Question(
        id="own", wording="Hilfreich?", type="yes_no", options=typed.options, known=False
    )
    cleaned = clean_yes_no("Ja", question)

    assert [option.label for option in typed.options] == ["Ja", "Nein"]
    assert (cleaned.answers[0].answer, cleaned.after, cleaned.changes) == ("yes", "Ja", ())
