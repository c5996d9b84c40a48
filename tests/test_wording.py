import re
from dataclasses import replace

import pandas as pd
import pytest

from rm_eval.disclosure import AUDIENCES, Published
from rm_eval.wording import (
    alt_text,
    file_name,
    headline,
    notes,
    numbers_table,
    percent,
    subtitle,
)
from rm_eval.wording.figures import as_sentence, in_quotes, joined, number_word
from tests.charts.cases import (
    EVERY_CASE,
    agreement,
    areas,
    benefits,
    confidence,
    faith,
    hopes,
    started,
    useful,
    years,
)
from tests.factories import chosen, published, tick_question, ticked, yes_no_question

FORBIDDEN = re.compile(
    r"significan|prove|impact|because|effect|respondent|suppress|confidence interval", re.IGNORECASE
)


def asked(published: Published, **fields: object) -> Published:
    """The same answers to a question that differs a little."""
    return replace(published, question=replace(published.question, **fields))


# Headlines -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("counts", "n", "words"),
    [
        ({"A": (9, 6)}, (11, 7), "Nine of 11 mentors and 6 of 7 mentees ticked “A”"),
        (
            {"A": (9, 1), "B": (2, 6)},
            (11, 7),
            "Nine of 11 mentors ticked “A”; 6 of 7 mentees ticked “B”",
        ),
        ({"A": (9, 6), "B": (9, 7), "C": (3, 7)}, (11, 7),
         "Nine of 11 mentors and all 7 mentees ticked “B”"),
        ({"A": (11, 7)}, (11, 7), "All 11 mentors and all 7 mentees ticked “A”"),
        ({"A": (2, 1)}, (2, 1), "Both mentors and the one mentee who answered ticked “A”"),
        ({"A": (0, 0)}, (11, 7), "No mentor and no mentee ticked any of these answers"),
        ({"A": (0, 0)}, (0, 0), "Nobody has answered this question"),
        ({"A": (5, 0)}, (11, 0), "Five of 11 mentors ticked “A”"),
        ({"A": (23, 2)}, (31, 7), "Twenty-three of 31 mentors and 2 of 7 mentees ticked “A”"),
        ({"A": (9, 0)}, (11, 7), "Nine of 11 mentors and none of the 7 mentees ticked “A”"),
    ],
    ids=[
        "two groups agree", "two groups differ", "one tie that both share", "everybody",
        "two people and one", "zero ticks", "nobody answered", "one group did not answer",
        "a number of two words", "none of a group",
    ],
)  # fmt: skip
def test_headline_of_tick_boxes(counts, n, words: str):
    assert headline(areas(counts=counts, n=n)) == words


@pytest.mark.parametrize(
    ("counts", "words"),
    [
        ({"A": (9, 0), "B": (4, 0), "C": (1, 0)},
         "Nine of 11 mentors ticked “A”, more than any other answer"),
        ({"A": (9, 0), "B": (9, 0), "C": (1, 0)}, "Nine of 11 mentors ticked “A”"),
        ({"A": (9, 0), "B": (1, 0)}, "Nine of 11 mentors ticked “A”"),
    ],
    ids=["one leads", "two lead", "only two answers"],
)  # fmt: skip
def test_headline_of_one_group(counts, words: str):
    assert headline(areas(counts=counts, roles=("mentor",))) == words


@pytest.mark.parametrize(
    ("audience", "counts", "n", "words"),
    [
        ("internal", {"A": (2, 1)}, (11, 7),
         "No more than 2 of 11 mentors and no more than 2 of 7 mentees ticked any one answer"),
        ("internal", {"A": (9, 1), "B": (1, 2)}, (11, 7),
         "Nine of 11 mentors and no more than 2 of 7 mentees ticked “A”"),
        ("public", {"A": (9, 7)}, (11, 7), "Nine of 11 mentors and nearly all mentees ticked “A”"),
        ("public", {"A": (9, 4)}, (11, 7),
         "Nine of 11 mentors and some mentees (3 or more) ticked “A”"),
        ("public", {"A": (9, 1)}, (11, 7),
         "Nine of 11 mentors and no more than 2 mentees ticked “A”"),
        ("public", {"A": (9, 5)}, (11, 6), "Nine of 11 mentors and 3 or more mentees ticked “A”"),
        ("internal", {"A": (9, 3)}, (11, 4), "Nine of 11 mentors ticked “A”"),
        ("internal", {"A": (3, 3)}, (4, 4),
         "Main areas of work: the answers are hidden to protect people"),
    ],
    ids=[
        "all bands", "a band beside a figure", "nearly all", "some", "few", "two bands",
        "one group hidden", "all hidden",
    ],
)  # fmt: skip
def test_headline_from_what_may_be_told(audience, counts, n, words: str):
    assert headline(areas(audience, counts=counts, n=n)) == words


def test_headline_when_each_groups_favourite_is_told_as_nearly_nobody():
    question = tick_question("A", "B", mark="ordinary")
    sources = (ticked(question, [9, 0], 11), ticked(question, [0, 2], 7, "mentee"))
    assert headline(published(question, *sources, audience="internal")) == (
        "Nine of 11 mentors and no more than 2 of 7 mentees ticked “A”"
    )


def test_a_long_label_is_shortened_at_a_space():
    words = headline(areas(counts={"A label that goes on and on " * 5: (9, 6)}))
    assert words.endswith("…”")
    assert len(words) < 130


def test_headline_of_a_single_choice_says_what_was_asked():
    question = tick_question("Poster", "Friend", type="single_choice", short="how people found out")
    assert headline(published(question, chosen(question, [3, 1]))) == (
        "How people found out: 3 of 4 mentors chose “Poster”"
    )


@pytest.mark.parametrize(
    ("audience", "scores", "words"),
    [
        ("team", ([8, 9, 7],), "mentors average 8.0 out of 10"),
        ("team", ([8, 9, 7], [6, 8]), "mentors average 8.0 out of 10, mentees 7.0"),
        ("team", ([8, 8, 8],), "all 3 mentors scored 8"),
        ("team", ([8],), "the one mentor who answered scored 8"),
        ("team", ([8, 8], [5]), "both mentors scored 8; the one mentee who answered scored 5"),
        ("internal", ([8, 9, 7, 8, 8, 8, 9],), "mentors average about 8 out of 10"),
    ],
    ids=["one group", "two groups", "all the same", "one person", "two and one", "rounded"],
)
def test_headline_of_a_scale(audience, scores, words: str):
    assert headline(confidence(audience, *scores)) == (
        f"Confidence talking with senior leaders: {words}"
    )


def test_headline_of_a_scale_whose_mean_is_hidden():
    shown = confidence("internal", [8, 9, 9, 8, 9, 10, 8, 6, 8, 9, 10])
    rows = shown.rows
    rows.loc[rows["statistic"] == "mean", ["shown", "value", "low", "high"]] = (
        "hidden", None, None, None,
    )  # fmt: skip
    assert headline(shown).endswith("9 or more of 11 mentors scored 8 to 10")


def test_headline_of_a_scale_of_which_only_hidden_counts_are_left():
    shown = confidence("team", [8, 9])
    shown.rows.loc[shown.rows["statistic"] != "median", "shown"] = "hidden"
    assert headline(shown).endswith("scores are hidden")


@pytest.mark.parametrize(
    ("audience", "counts", "words"),
    [
        ("team", ([9, 2], [6, 1]), "9 of 11 mentors and 6 of 7 mentees said yes"),
        ("team", ([0, 5],), "none of the 5 mentors said yes"),
        ("team", ([0, 1],), "not the one mentor who answered said yes"),
        ("internal", ([9, 2],), "9 or more of 11 mentors said yes"),
        ("internal", ([6, 5],), "6 of 11 mentors said yes"),
    ],
)
def test_headline_of_yes_and_no(audience, counts, words: str):
    assert headline(useful(audience, *counts)) == f"Usefulness of the programme: {words}"


def test_a_question_without_a_short_name_is_named_by_its_wording():
    question = yes_no_question()
    assert headline(published(question, chosen(question, [6, 1], "mentee"))) == (
        "“Was it useful?”: 6 of 7 mentees said yes"
    )
    wordy = yes_no_question(wording="Was all of this of any use to you at all? " * 5)
    assert len(headline(published(wordy, chosen(wordy, [6, 1])))) < 100


def test_a_hidden_yes_is_called_hidden():
    shown = useful("team", [9, 2])
    shown.rows.loc[shown.rows["answer"] == "yes", "shown"] = "hidden"
    assert headline(shown).endswith("answers are hidden")


@pytest.mark.parametrize("name", EVERY_CASE)
def test_no_words_claim_more_than_counts_can_bear(name: str):
    case = EVERY_CASE[name]()
    said = [headline(case), alt_text(case), *notes(case)]
    said.append(subtitle(case).replace(case.question.wording, ""))
    said = [words.replace(case.question.short, "") for words in said]
    assert [words for words in said if FORBIDDEN.search(words.replace("fewer", ""))] == []
    assert not any("%" in words for words in said if "100%" not in words)


@pytest.mark.parametrize("name", EVERY_CASE)
def test_no_words_tell_a_number_the_rows_do_not(name: str):
    case = EVERY_CASE[name]()
    if case.audience != "public" or "fewer than 10" not in set(case.rows["n_text"]):
        return
    said = " ".join([headline(case), alt_text(case), subtitle(case), *notes(case)])
    assert "7 mentees" not in said
    assert "14 for mentees" not in said


# Around the plot -------------------------------------------------------------------------------


def test_the_subtitle_says_what_was_asked_how_of_whom_and_where():
    assert subtitle(areas()) == (
        "“What are the main areas of your work?” Tick all that apply. "
        "11 mentors and 7 mentees, South East, Cohort 1, enrolment."
    )
    assert "Fewer than 5 mentors and" in subtitle(areas("internal", n=(4, 7)))


@pytest.mark.parametrize(
    ("case", "words"),
    [(faith, "Choose one."), (useful, "Yes or no."), (confidence, "Scale of 1 to 10.")],
)
def test_the_subtitle_says_how_to_answer(case, words: str):
    assert words in subtitle(case())


def test_a_scale_named_in_the_question_is_not_named_again():
    case = asked(confidence(), wording="on a scale of 1 to 10 how confident are you")
    assert subtitle(case).startswith("“on a scale of 1 to 10 how confident are you”. 11 mentors")


def test_an_empty_place_leaves_no_comma():
    case = areas()
    assert ", , " not in subtitle(replace(case, scope=replace(case.scope, cohort="")))


def test_alt_text_says_kind_subject_people_and_finding():
    assert alt_text(useful("team", [6, 1])) == (
        "Chart of yes and no answers: usefulness of the programme, 7 mentors. "
        "Usefulness of the programme: 6 of 7 mentors said yes."
    )
    assert "“Which areas?”" in alt_text(
        published(tick_question("A"), ticked(tick_question("A"), [1], 2))
    )


@pytest.mark.parametrize(
    ("n", "audience", "words"),
    [
        ((11, 7), "team", "One person is 9 points for mentors and 14 for mentees."),
        ((10, 10), "team", "One person is 10 points."),
        ((11, 7), "public", "One person is 9 points for mentors."),
        ((40, 7), "team", "One person is 3 points for mentors and 14 for mentees."),
        ((200, 7), "team", "One person is 1 point for mentors and 14 for mentees."),
        ((40, 30), "team", None),
        ((4, 3), "internal", None),
    ],
    ids=["two", "alike", "one not told", "one large", "one point", "both large", "hidden"],
)
def test_what_one_person_weighs(n, audience, words: str | None):
    said = [note for note in notes(areas(audience, n=n)) if note.startswith("One person")]
    assert said == ([words] if words else [])


@pytest.mark.parametrize(
    ("case", "words"),
    [
        (areas(), "nothing"),
        (areas(counts={"A": (9, 0)}, n=(9, 0)), "nothing"),
        (areas("internal", counts={"A": (1, 5)}), "1 figure told as a range"),
        (areas("internal"), "7 figures told as a range"),
        (areas("internal", n=(11, 4)), "2 figures told as a range and 9 figures hidden"),
        (areas("internal", n=(4, 3)), "18 figures hidden"),
    ],
    ids=["team", "no answers are not hidden", "one", "ranges", "both", "all hidden"],
)
def test_what_is_grouped_is_always_said(case: Published, words: str):
    assert f"Grouped to protect people: {words}." in notes(case)


def test_the_notes_give_audience_source_and_date():
    said = notes(areas("internal"))
    assert f"For: {AUDIENCES['internal']}." in said
    assert "Source: the survey answers of South East. Made on 21 November 2026." in said
    assert "Made on 21 November 2026." in notes(replace(areas(), sources=()))


def test_sample_data_says_so_and_nothing_else_does():
    sample = (
        "Sample data. Made-up people; only the totals of South East, cohort 1, at enrolment "
        "match a report, that of March 2021."
    )
    assert sample in notes(replace(areas(), sample=True))
    assert sample not in notes(areas())


def test_why_a_group_is_hidden_is_said_once():
    said = " ".join(notes(areas("internal", n=(11, 4))))
    assert said.count("Fewer than 5 mentees answered") == 1


# The numbers, the file name, the small words ---------------------------------------------------


def test_the_numbers_are_a_row_an_answer_and_a_column_a_group():
    table = numbers_table(areas("public"))
    assert list(table.columns) == [
        "Answer",
        "Mentors (11 people)",
        "Mentees (fewer than 10 people)",
    ]
    assert table.loc[0].tolist() == ["People management", "6 of 11", "nearly all"]
    assert len(table) == 9


def test_the_numbers_of_a_scale_end_with_its_averages():
    assert numbers_table(confidence())["Answer"].tolist()[-2:] == [
        "Average (mean)",
        "Middle score (median)",
    ]


def test_an_answer_only_one_group_was_offered_reads_not_asked():
    mentors, mentees = tick_question("A", "B"), tick_question("A")
    case = published(mentors, ticked(mentors, [1, 1], 2))
    other = published(mentees, ticked(mentees, [1], 2, "mentee"))
    both = replace(case, rows=pd.concat([case.rows, other.rows]))
    assert numbers_table(both).iloc[1].tolist() == ["B", "1 of 2", "not asked"]


def test_of_two_stages_both_are_named():
    one = published(yes_no_question(), chosen(yes_no_question(), [7, 4]))
    both = replace(one, scope=replace(one.scope, stage="end_of_cohort", since="enrolment"))

    assert subtitle(both).endswith(", enrolment to end of cohort.")
    assert "_enrolment-to-end-of-cohort_" in file_name(both)
    assert "_enrolment_" in file_name(one)


def test_a_file_name_is_safe_anywhere():
    case = areas()
    scope = replace(case.scope, organisation="Føö & Bär / \\ NHS: <Trust> " * 9, cohort="  ")
    name = file_name(replace(case, scope=scope))
    assert re.fullmatch(r"[a-z0-9_-]+", name)
    assert len(name) < 180
    assert name.endswith("_none_enrolment_areas_team_2026-11-21")


def test_two_long_names_that_begin_alike_are_two_files():
    first, second = (asked(areas(), id="a_long_question_id_" * 3 + end) for end in "ab")
    assert file_name(first) != file_name(second)


@pytest.mark.parametrize(
    ("number", "word"), [(0, "zero"), (12, "twelve"), (20, "twenty"), (99, "ninety-nine")]
)
def test_numbers_as_words(number: int, word: str):
    assert number_word(number) == word


def test_small_words():
    assert joined(["a", "b", "c"]) == "a, b and c"
    assert joined([]) == ""
    assert as_sentence("120 of 130 mentors") == "120 of 130 mentors"
    assert in_quotes("short", 10) == "“short”"


# Agreement, rankings, themes, numbers and dates ------------------------------------------------


@pytest.mark.parametrize(
    ("audience", "counts", "words"),
    [
        ("team", ([1, 1, 2, 5, 2, 0], [0, 0, 1, 3, 2, 1]),
         "7 of 11 mentors and 5 of 7 mentees agreed"),
        ("team", ([0, 0, 0, 4, 3, 0],), "all 7 mentors agreed"),
        ("team", ([4, 3, 0, 0, 0, 0],), "none of the 7 mentors agreed"),
        ("team", ([0, 0, 0, 1, 0, 0],), "the one mentor who answered agreed"),
        ("team", ([0, 0, 0, 1, 1, 0],), "both mentors agreed"),
        ("internal", ([0, 1, 2, 6, 2, 0],), "6 to 8 of 11 mentors agreed"),
        ("internal", ([3, 3, 3, 1, 1, 0],), "no more than 4 of 11 mentors agreed"),
        ("public", ([0, 1, 2, 6, 2, 0], [0, 0, 1, 3, 3, 0]),
         "6 of 11 mentors and some mentees (3 or more) chose “Agree”"),
    ],
    ids=["two groups", "all", "none", "one person", "two people", "a range", "few", "n not told"],
)  # fmt: skip
def test_headline_of_agreement(audience, counts, words: str):
    assert headline(agreement(audience, *counts)) == f"Faith in the process: {words}"


def test_headline_of_answers_that_have_no_sides_names_the_most_frequent():
    often = (("never", "Never"), ("at_times", "At times"), ("often", "Often"))
    assert headline(agreement("team", [1, 4, 2], options=often)).endswith(
        "4 of 7 mentors chose “At times”, more than any other answer"
    )


@pytest.mark.parametrize(
    ("groups", "words"),
    [
        (([[0, 1, 2]] * 4,), "mentors place “A” first on average (1.0)"),
        (([[0, 1, 2]] * 4, [[0, 2, 1]] * 3),
         "“A” comes first on average for mentors (1.0) and mentees (1.0)"),
        (([[0, 1, 2]] * 4, [[1, 2, 0]] * 3),
         "mentors place “A” first on average (1.0); mentees place “B” first on average (1.0)"),
        (([[2, 1, 0]],), "the one mentor who answered put “C” first"),
        (([[0, 1, 2], [1, 0, 2]],), "mentors place “A” and “B” equal first on average (1.5)"),
        (([[0, 1, 2], [1, 2, 0], [2, 0, 1]],),
         "for mentors 3 answers tie for first place on average (2.0)"),
        (([[0, 1, 2]] * 4, []), "mentors place “A” first on average (1.0)"),
    ],
    ids=["one group", "same first", "different", "one person", "two tie", "all tie", "one silent"],
)  # fmt: skip
def test_headline_of_a_ranking(groups, words: str):
    assert headline(benefits("team", *groups, labels=("A", "B", "C"))) == (
        f"Benefits in order of importance: {words}"
    )


def test_headline_of_a_ranking_whose_average_places_are_hidden():
    shown = benefits("internal", [[0, 1, 2, 3, 4, 5, 6]] * 11)
    means = shown.rows["statistic"] == "mean_place"
    shown.rows.loc[means, "shown"] = "hidden"
    assert "9 or more of 11 mentors put “Leaders understand how" in headline(shown)
    shown.rows.loc[~means, "shown"] = "hidden"
    shown.rows.loc[means, "shown"] = "band"
    assert headline(shown).endswith("places are hidden")


TRUST = "“Gain and maintain trust of senior leader”, more than any other theme"


@pytest.mark.parametrize(
    ("audience", "texts", "words"),
    [
        ("team", (["trust", "trust", "time"],), f"2 of 3 mentors wrote of {TRUST}"),
        ("team", (["tea"] * 3, ["tea"] * 2),
         "no mentor and no mentee wrote of any of these themes"),
        ("internal", (["trust"] + ["tea"] * 10,),
         "no more than 2 of 11 mentors wrote of any one theme"),
        ("team", (["trust"],), f"the one mentor who answered wrote of {TRUST}"),
    ],
    ids=["one leads", "none of these", "ranges", "one person"],
)  # fmt: skip
def test_headline_of_themes(audience, texts, words: str):
    assert headline(hopes(audience, *texts)) == f"Hopes to contribute: {words}"


@pytest.mark.parametrize(
    ("numbers", "words"),
    [
        (([3, 4, 8],), "mentors gave 5.0 on average"),
        (([3, 4, 8], [2, 3]), "mentors gave 5.0 on average, mentees gave 2.5 on average"),
        (([3, 3, 3],), "all 3 mentors gave 3"),
        (([3],), "the one mentor who answered gave 3"),
    ],
)
def test_headline_of_numbers(numbers, words: str):
    assert headline(years("team", *numbers)) == f"“How many years have you worked here?”: {words}"


@pytest.mark.parametrize(
    ("dates", "words"),
    [
        (["2026-03-01", "2026-03-02", "2026-05-01"], "2 of 3 mentors gave a date in March 2026"),
        (["2026-03-01", "2026-05-01"], "the dates of mentors run from March 2026 to May 2026"),
        (["2026-03-01"], "the one mentor who answered gave a date in March 2026"),
    ],
)
def test_headline_of_dates(dates, words: str):
    assert headline(started("team", dates)) == f"“When did you first meet?”: {words}"


@pytest.mark.parametrize("nobody", [agreement, benefits, hopes, years, started])
def test_a_question_nobody_answered_says_so(nobody):
    empty = [0] * 6 if nobody is agreement else []
    case = nobody("team", empty)
    assert headline(case) == "Nobody has answered this question"
    assert ", ," not in subtitle(case)
    assert not subtitle(case).endswith(" , South East")
    assert alt_text(case)


@pytest.mark.parametrize(
    ("case", "kind"),
    [
        (agreement, "Stacked bars: "),
        (lambda: agreement("internal"), "Dot chart: "),
        (benefits, "Table of places: "),
        (lambda: benefits("internal"), "Dot chart of average places: "),
        (lambda: hopes("internal"), "Table of themes: "),
        (years, "Bar chart: "),
        (started, "Bar chart by month: "),
    ],
)
def test_alt_text_names_the_kind_that_is_drawn(case, kind: str):
    assert alt_text(case()).startswith(kind)


def test_percentages_are_rounded_half_up_and_one_person_is_not_none():
    assert percent(1, 8 * 5) == "3%"
    assert percent(1, 500) == "under 1%"
    assert percent(0, 500) == "0%"
    assert percent(5, 19) == ""
    assert percent(5, float("nan")) == ""


def test_what_is_told_beside_hidden_answers_is_named_without_more_than_any_other():
    question = tick_question(*"abcdef", type="single_choice", short="venue")
    found = published(question, chosen(question, [0, 0, 4, 0, 0, 2]), audience="public")
    assert "hidden" in set(found.rows["shown"])

    assert headline(found) == "Venue: 3 or more mentors chose “c”"


def test_the_row_of_a_grid_is_never_cut_from_what_was_asked():
    wording = "Please state whether you view the following characters favorably [Han Solo]"
    question = yes_no_question(wording=wording, known=False)

    found = headline(published(question, chosen(question, [6, 1])))

    assert "“Han Solo”: 6 of 7 mentors said yes" in found
