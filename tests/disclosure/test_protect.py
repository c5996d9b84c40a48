from dataclasses import replace
from itertools import product

import pytest

from rm_eval.wording import notes
from tests.factories import (
    chosen,
    measured,
    published,
    ranked,
    ranking_question,
    scale_question,
    scored,
    tick_question,
    ticked,
    yes_no_question,
)

AREAS = tick_question(*"abcdefghi", id="enr_work_areas", mark="ordinary")
# South East report of March 2021, counts worked back from the printed percentages.
MENTORS, MENTEES = [6, 9, 8, 4, 6, 3, 6, 2, 0], [6, 6, 3, 3, 1, 0, 0, 0, 1]


def areas(audience):
    found = published(
        AREAS, ticked(AREAS, MENTORS, 11), ticked(AREAS, MENTEES, 7, "mentee"), audience=audience
    )
    return found, list(found.rows["text"])


def test_the_team_sees_the_table_of_the_south_east_report():
    found, texts = areas("team")

    assert texts == [f"{c} of 11" for c in MENTORS] + [f"{c} of 7" for c in MENTEES]
    assert found.grouped == 0


def test_all_eighteen_cells_are_told_to_colleagues_some_as_bands():
    found, texts = areas("internal")

    assert texts[:9] == [f"{c} of 11" for c in MENTORS[:7]] + ["0 to 2 of 11"] * 2
    assert texts[9:] == ["6 of 7", "6 of 7", "3 of 7", "3 of 7"] + ["0 to 2 of 7"] * 5
    assert found.grouped == 7


def test_all_eighteen_cells_are_told_to_the_public_without_the_size_of_a_small_group():
    found, texts = areas("public")
    mentees = found.rows[found.rows["group"] == "mentee"]

    assert "hidden" not in texts
    assert set(mentees["n_text"]) == {"fewer than 10"}
    assert mentees["n"].isna().all()
    assert mentees["low"].isna().all()
    assert list(mentees["text"]) == ["nearly all"] * 2 + ["some (3 or more)"] * 2 + ["0 to 2"] * 5


def test_what_is_drawn_for_the_public_does_not_tell_seven_from_nine():
    """A position of 5/7 would tell the size as well as the number would."""
    seven = published(AREAS, ticked(AREAS, [7] + [0] * 8, 7), audience="public").rows
    nine = published(AREAS, ticked(AREAS, [9] + [0] * 8, 9), audience="public").rows

    assert list(seven["share_low"]) == list(nine["share_low"])
    assert list(seven["share_high"]) == list(nine["share_high"])
    assert list(seven["text"]) == list(nine["text"])


@pytest.mark.parametrize("audience", ["internal", "public"])
def test_nought_and_two_look_alike(audience):
    nought = published(AREAS, ticked(AREAS, [8, 0] + [0] * 7, 11), audience=audience).rows
    two = published(AREAS, ticked(AREAS, [8, 2] + [0] * 7, 11), audience=audience).rows

    assert nought.drop(columns="why").equals(two.drop(columns="why"))


@pytest.mark.parametrize("audience", ["internal", "public"])
def test_a_group_of_four_is_hidden_with_the_reason(audience):
    question = yes_no_question()
    rows = published(question, chosen(question, [3, 1]), audience=audience).rows

    assert set(rows["text"]) == {"hidden"}
    few = {"internal": "fewer than 5", "public": "fewer than 10"}
    assert set(rows["n_text"]) == {few[audience]}
    why = {"internal": "Fewer than 5 mentors answered", "public": "Too few mentors answered"}
    assert rows["why"].str.startswith(why[audience]).all()
    assert rows[["value", "low", "high", "n", "share_low", "share_high"]].isna().all(axis=None)


def test_six_of_seven_is_told_as_nearly_everybody():
    question = yes_no_question()
    texts = published(question, chosen(question, [6, 1]), audience="internal").rows["text"]

    assert list(texts) == ["5 or more of 7", "0 to 2 of 7"]


def test_beyond_the_team_nobodys_very_score_and_no_median_is_told():
    question = scale_question()
    scores = [9, 8, 10, 7, 8, 6, 9, 8, 7, 9, 7]
    rows = published(question, scored(question, scores), audience="internal").rows

    assert list(rows["label"]) == ["1 to 4", "5 to 7", "8 to 10", "Mean"]
    assert list(rows["statistic"]).count("median") == 0
    assert rows["text"].iloc[-1] == "8.0"


@pytest.mark.parametrize(
    ("scores", "internal"),
    [
        ([9, 8, 10, 7, 8, 6, 9, 8, 7, 9, 7], "8.0"),
        ([7, 6, 9, 5, 8, 6, 9, 7, 4, 8, 8], "7.0"),
        ([6, 7, 5, 8, 4, 6, 6], "about 6"),
        ([5, 6, 4, 7, 3, 5, 5], "about 5"),
    ],
)
@pytest.mark.parametrize("audience", ["internal", "public"])
def test_all_four_means_of_the_south_east_report_are_told(scores, internal, audience):
    question = scale_question()
    rows = published(question, scored(question, scores), audience=audience).rows

    assert rows.loc[rows["statistic"] == "mean", "text"].item() == internal


def test_a_harm_question_is_hidden_from_colleagues_below_ten_people():
    question = scale_question(mark="harm")
    rows = published(question, scored(question, [5, 6, 7, 8, 4, 6, 6]), audience="internal").rows

    assert set(rows["shown"]) == {"hidden"}
    assert rows["why"].str.startswith("This would say too much").all()


def test_nobody_answered_is_said_as_such():
    question = scale_question()
    rows = published(question, scored(question, []), audience="internal").rows

    assert set(rows["text"]) == {"no answers"}


def test_who_may_see_less_is_never_told_more():
    """What is public is contained in what is internal."""
    for n, count in [(7, 3), (7, 6), (9, 0), (11, 11), (20, 10)]:
        for mark in ("ordinary", "opinion", "harm"):
            question = tick_question("a", mark=mark)
            source = ticked(question, [count], n)
            inside = published(question, source, audience="internal").rows.iloc[0]
            outside = published(question, source, audience="public").rows.iloc[0]
            if outside["shown"] != "hidden":
                assert outside["share_low"] <= inside["share_low"] + 1e-9
                assert outside["share_high"] >= inside["share_high"] - 1e-9


def typed_beside_other(audience):
    """A form nobody knows: its options were gathered from the answers, typed words among them."""
    question = tick_question("Time", "Trust", "My manager Sam Sample", known=False)
    return published(question, ticked(question, [6, 4, 1], 8), audience=audience)


@pytest.mark.parametrize("audience", ["internal", "public"])
def test_what_one_person_typed_beside_other_is_no_label_for_others(audience):
    found = typed_beside_other(audience)

    assert list(found.rows["label"]) == ["Time", "Trust"]
    assert "not listed" in found.notes[-1]
    assert "Sample" not in found.rows.to_string()


def test_the_team_reads_it():
    assert "My manager Sam Sample" in set(typed_beside_other("team").rows["label"])


def test_an_answer_many_of_one_group_gave_is_listed_for_both():
    question = tick_question("Time", "Trust", known=False)
    found = published(
        question,
        ticked(question, [6, 1], 8),
        ticked(question, [1, 5], 7, "mentee"),
        audience="internal",
    )

    assert list(found.rows["label"]) == ["Time", "Trust"] * 2


def test_a_group_whose_every_answer_is_rare_says_why():
    question = tick_question("A", "B", "C", known=False)
    rows = published(question, ticked(question, [2, 2, 1], 6), audience="internal").rows

    assert list(rows["text"]) == ["hidden"]
    assert rows["why"].item().startswith("Answers that no more than 2")


def test_options_of_our_own_forms_are_always_listed():
    rows = published(AREAS, ticked(AREAS, [6] + [0] * 8, 11), audience="public").rows

    assert len(rows) == 9


@pytest.mark.parametrize("audience", ["internal", "public"])
def test_words_typed_into_a_ranking_are_no_label_for_others(audience):
    labels = ("Time", "Trust", "Safety", "Pay", "My manager Sam Sample")
    question = ranking_question(*labels, known=False)
    orders = [[0, 1, 2, 3]] * 5 + [[3, 2, 1, 0]] * 4 + [[4, 0, 1, 2, 3]]

    rows = published(question, ranked(question, orders), audience=audience).rows

    assert set(rows["label"]) == set(labels[:4])


def test_an_item_too_few_placed_looks_like_one_nobody_placed():
    question = ranking_question("A", "B", "C", "D", "E")
    orders = [[0, 1, 2, 3]] * 6 + [[3, 2, 1, 0]] * 5
    nobody = published(question, ranked(question, orders), audience="internal").rows
    somebody = published(
        question, ranked(question, [[0, 1, 2, 3, 4], *orders[1:]]), audience="internal"
    ).rows

    def last(rows):
        return rows[rows["label"] == "E"].drop(columns="why").reset_index(drop=True)

    assert last(nobody).equals(last(somebody))


def test_an_answer_that_is_listed_because_somebody_gave_it_is_not_zero():
    """Two labels that exist because somebody gave them, and sum to two, are one each."""
    question = tick_question(
        "Strongly agree", "Agree", "Disagree", "Strongly disagree", type="likert", known=False
    )
    rows = published(question, chosen(question, [5, 4, 1, 1]), audience="public").rows

    lows = rows["low"].fillna(0).clip(lower=1)
    highs = rows["high"].fillna(11)
    ways = [
        way
        for way in product(*(range(int(a), int(b) + 1) for a, b in zip(lows, highs, strict=True)))
        if sum(way) == 11
    ]
    for at, (low, high) in enumerate(zip(rows["low"], rows["high"], strict=True)):
        if low != high:
            assert len({way[at] for way in ways}) > 1


def test_public_and_internal_together_tell_no_more_than_internal():
    question = tick_question("a", "b", "c", type="single_choice", mark="ordinary")
    for counts in product(range(6), repeat=3):
        n = sum(counts)
        if not 5 <= n <= 12:
            continue
        source = chosen(question, list(counts))
        inside = published(question, source, audience="internal").rows
        outside = published(question, source, audience="public").rows
        for one, other in zip(inside.to_dict("records"), outside.to_dict("records"), strict=True):
            if other["shown"] != "hidden":
                assert one["shown"] != "hidden"
                assert other["share_low"] <= one["share_low"] + 1e-9
                assert other["share_high"] >= one["share_high"] - 1e-9


def test_beyond_the_team_no_file_name_is_printed():
    """Forms calls its exports "Title(1-7).xlsx": the 7 is the size of the group."""
    source = replace(ticked(AREAS, MENTEES, 7, "mentee"), file_name="Survey(1-7).xlsx")
    for audience in ("internal", "public"):
        assert "(1-7)" not in " ".join(notes(published(AREAS, source, audience=audience)))
    assert "(1-7)" in " ".join(notes(published(AREAS, source, audience="team")))


def test_the_note_about_blanks_does_not_tell_that_there_are_any():
    question = tick_question("a", "b")

    assert (
        measured(question, ticked(question, [7, 3], 7)).notes
        == measured(question, ticked(question, [6, 3], 7)).notes
    )


@pytest.mark.parametrize(
    ("audience", "n", "said"),
    [
        ("team", 3, ["3 of 15 mentors answered the form."]),
        ("internal", 3, []),
        ("internal", 7, ["7 of 15 mentors answered the form."]),
        ("public", 7, []),
        ("public", 11, ["11 of 15 mentors answered the form."]),
    ],
)
def test_how_many_answered_is_said_to_those_who_may_know_it(audience, n, said):
    question = yes_no_question()
    source = replace(chosen(question, [n - 1, 1]), n_sent=15)

    notes_ = published(question, source, audience=audience).notes

    assert [note for note in notes_ if "answered the form" in note] == said


def test_nothing_is_said_of_a_form_nobody_counted():
    question = yes_no_question()

    assert published(question, chosen(question, [6, 1])).notes == ()


def test_harm_answers_of_one_cohort_never_reach_the_public_not_even_as_ranges():
    safe = yes_no_question(mark="harm")

    assert "hidden" not in set(
        published(safe, chosen(safe, [7, 5]), audience="internal").rows["shown"]
    )
    assert set(published(safe, chosen(safe, [7, 5]), audience="public").rows["text"]) == {"hidden"}
    assert set(published(safe, chosen(safe, [11, 1]), audience="public").rows["text"]) == {"hidden"}
