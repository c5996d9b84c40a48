"""Statements together: bars for the team, ranges for everybody else, and never a sum over them."""

from dataclasses import replace

import pytest

from rm_eval.charts import PAGE, PHONE, Frame, draw_statements
from rm_eval.charts.statements import plot_statements
from rm_eval.disclosure import protect
from rm_eval.questionnaire import Option, Question
from rm_eval.wording import can_stand_together, statements_of
from tests.charts.cases import AGREEMENT, BOTH, confidence
from tests.charts.places import boxes, touching
from tests.factories import A_DAY, chosen, measured

SLIDE = Frame(text=26, width=1804, height=650)
FRAMES = {"page": PAGE, "phone": PHONE, "slide": SLIDE}
OPTIONS = tuple(Option(id=one, label=label, neutral=one == "neither") for one, label in AGREEMENT)

# Of each statement how many of 11 mentors and of 7 mentees gave each answer, most negative first.
CLEAR = ([0, 0, 1, 6, 4, 0], [0, 0, 1, 4, 2, 0])
SAFE = ([0, 1, 2, 5, 3, 0], [0, 0, 1, 3, 3, 0])
READY = ([1, 4, 3, 2, 1, 0], [0, 2, 2, 3, 0, 0])


def statement(name, counts, audience="team", mark="opinion"):
    question = Question(
        id=name, wording=f"I feel {name}.", type="likert", options=OPTIONS, mark=mark
    )
    sources = [chosen(question, those, role) for those, role in zip(counts, BOTH, strict=False)]
    return protect(measured(question, *sources), audience=audience, made_on=A_DAY)


def three(audience="team"):
    return [
        statement("clear", CLEAR, audience),
        statement("safe", SAFE, audience, mark="harm"),
        statement("ready", READY, audience),
    ]


def drawn(audience="team", statements=None):
    return draw_statements(statements or three(audience), title="Feedback")


def words(audience, frame=PAGE):
    return [text["text"] for text in plot_statements(three(audience), frame).texts]


CASES = {
    "team": three,
    "colleagues": lambda: three("internal"),
    "public": lambda: three("public"),
    "one role": lambda: [statement("clear", CLEAR[:1]), statement("ready", READY[:1])],
    "not applicable": lambda: [
        statement("clear", ([0, 0, 1, 4, 4, 2],)),
        statement("ready", READY[:1]),
    ],
    "nobody": lambda: [statement("clear", ([0] * 6, [0] * 6))],
    "all hidden": lambda: [
        statement(name, CLEAR[1:], "internal", mark="harm") for name in ("clear", "safe")
    ],
    "too few of one role": lambda: [statement("clear", (CLEAR[0], [0, 1, 1, 1, 0, 0]), "internal")],
    "many people": lambda: [statement("clear", ([1, 2, 3, 40, 60, 0], CLEAR[1]))],
    "wordy": lambda: [
        replace(
            one,
            question=replace(one.question, wording=f"{one.question.wording} {'And so on. ' * 9}"),
        )
        for one in three()
    ],
}


@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize("case", CASES)
def test_no_words_touch_each_other_and_none_leaves_the_sheet(case, frame):
    canvas = plot_statements(CASES[case](), FRAMES[frame])

    assert touching(boxes(canvas)) == []
    assert [
        box
        for box in boxes(canvas)
        if box.left < -1 or box.right > FRAMES[frame].width + 1 or box.bottom > canvas.height + 1
    ] == []


def test_every_statement_is_a_row_in_each_roles_block_in_the_order_given():
    found = words("team")

    assert found.index("<b>Mentors (11 people)</b>") < found.index("I feel clear.")
    assert found.index("I feel clear.") < found.index("I feel safe.") < found.index("I feel ready.")
    assert found.count("I feel ready.") == 2


def test_the_team_reads_how_many_agreed_beside_each_bar():
    assert [word for word in words("team") if " of 11" in word] == [
        "<b>10 of 11</b>", "<b>8 of 11</b>", "<b>3 of 11</b>",
    ]  # fmt: skip


def test_one_person_is_as_long_in_every_bar_of_a_role():
    shapes = plot_statements(three(), PAGE).shapes
    mentors = [s for s in shapes if s["type"] == "rect" and "xsizemode" not in s][:11]
    counts = [6, 4, 1, 1, 5, 3, 2, 1, 4, 2, 1]
    wide = PAGE.width * 0.5
    unit = {
        round((shape["x1"] - shape["x0"] + 2 * 1.5 / wide) / count, 2)
        for shape, count in zip(mentors, counts, strict=True)
    }

    assert max(unit) - min(unit) <= 0.01


@pytest.mark.parametrize("audience", ["internal", "public"])
def test_no_width_tells_a_count_beyond_the_team(audience):
    assert [s for s in plot_statements(three(audience), PAGE).shapes if s["type"] == "rect"] == []


def test_the_axis_is_a_share_of_people_and_not_of_those_who_agreed():
    assert "Share of people" in words("internal")
    assert "Share of agreed" not in words("internal")


def test_beyond_the_team_a_side_is_a_range_put_together_from_what_is_told():
    found = {(one.label, one.group): one for one in statements_of(three("internal"))}

    clear = found["I feel clear.", "Mentors"]
    # "Agree" is told as 6 and "strongly agree" as 3 or 4: nothing narrower is said of both.
    told = {
        row["answer"]: (row["low"], row["high"])
        for row in three("internal")[0].rows.to_dict("records")
        if row["group"] == "mentor"
    }
    assert clear.agreed.low == told["agree"][0] + told["strongly_agree"][0]
    assert clear.agreed.high == min(told["agree"][1] + told["strongly_agree"][1], 11)


def test_what_is_hidden_of_one_statement_is_hidden_among_many():
    found = {(one.label, one.group): one for one in statements_of(three("internal"))}

    assert found["I feel safe.", "Mentees"].is_hidden
    table = drawn("internal").table
    row = table[(table["Statement"] == "I feel safe.") & (table["Who"] == "Mentees")].iloc[0]
    assert set(row.iloc[2:]) == {"hidden"}
    assert "Agreed or disagreed: hidden" in words("internal")


def test_the_public_is_told_no_size_of_a_small_group():
    chart = drawn("public")

    told = " ".join([chart.headline, chart.subtitle, chart.alt, *chart.notes, *words("public")])
    assert " of 7" not in told
    assert not any(" of 7" in cell for cell in chart.table.to_numpy().ravel())
    assert "fewer than 10 mentees" in chart.subtitle


def test_the_headline_counts_statements_and_says_at_least_where_ranges_leave_it_open():
    assert drawn().headline == (
        "Feedback: more than half of 11 mentors agreed with 2 of 3 statements; "
        "more than half of 7 mentees agreed with 2 of 3 statements"
    )
    assert "agreed with at least 2 of 3 statements" in drawn("internal").headline
    assert "how many mentees agreed is told in ranges" in drawn("public").headline


def test_no_average_and_no_total_over_statements_is_said():
    chart = drawn()

    # 10 + 8 + 3 of 33 answers agreed: nobody may read that anywhere.
    told = " ".join([chart.headline, chart.alt, *chart.notes, chart.table.to_string()])
    assert "21" not in told.replace("21 November", "")
    assert "average" not in told.lower()


def test_the_alt_text_names_what_fewest_agreed_with_only_to_the_team():
    assert "Fewest mentors agreed with “I feel ready.” (3 of 11)" in drawn().alt
    assert "ewest" not in drawn("internal").alt


def test_a_statement_all_of_whom_are_hidden_leaves_the_reason():
    found = CASES["all hidden"]()

    assert draw_statements(found, title="Feedback").headline == (
        "Feedback: the answers are hidden to protect people"
    )


def test_scores_and_answers_with_no_two_sides_do_not_stand_among_statements():
    often = tuple(Option(id=one, label=one) for one in ("never", "often"))
    question = Question(id="often", wording="How often?", type="likert", options=often)

    assert not can_stand_together(confidence())
    unsided = protect(measured(question, chosen(question, [3, 4])), audience="team")
    assert not can_stand_together(unsided)
    assert can_stand_together(three()[0])
