"""Jisc Online Surveys: answers as codes, named by a key beside them, or by nobody."""

import pytest

from rm_eval.errors import QuestionsNotFound
from rm_eval.look import Refusal, look_at, look_at_each
from rm_eval.readers import read_upload, with_keys
from tests.uploads import csv_file, workbook

HEADINGS = ["URN", "Q1", "Q2_1", "Q2_2", "Q2_3", "Q2_3_a", "Q3_1", "Q3_2", "Q4", "CompletionDate"]
CODED = [
    ["1", "1", "0", "0", "", "4", "5", "Thanks"],
    ["2", "0", "0", "1", "A quiet room", "5", "5", ""],
    ["1", "0", "0", "0", "", "", "", "Fine"],
]
UNDER_EACH_OTHER = [
    ["URN", "Unique Response Number"],
    ["Q1", "Are you a mentor or a mentee?"],
    *(["1", "Mentor"], ["2", "Mentee"], ["3", "Both"]),
    ["Q2", "What helped? Tick all that apply."],
    *(["Q2_1", "Time"], ["Q2_2", "Trust"], ["Q2_3", "Other"]),
    ["Q2_3_a", "If you selected Other, please specify:"],
    ["Q3", "How much do you agree?"],
    ["Q3_1", "I was heard"],
    *(["4", "Agree"], ["5", "Strongly agree"]),
    ["Q3_2", "I was safe"],
    *(["4", "Agree"], ["5", "Strongly agree"]),
    ["Q4", "Anything else?"],
]
LABELS = {"4": "Agree", "5": "Strongly agree"}
REPEATED = [
    ["question", "text", "code", "label"],
    *(["Q1", "Are you a mentor or a mentee?", "1", "Mentor"], ["Q1", "", "2", "Mentee"]),
    *(["Q2_1", "What helped? - Time", "", ""], ["Q2_2", "What helped? - Trust", "", ""]),
    ["Q2_3", "What helped? - Other", "", ""],
    *(["Q3_1", "How much? - I was heard", code, label] for code, label in LABELS.items()),
    *(["Q3_2", "How much? - I was safe", code, label] for code, label in LABELS.items()),
    ["Q4", "Anything else?", "", ""],
]
NUMBERED = [
    ["code", "label"],
    ["Q1", "Are you a mentor or a mentee?"],
    *(["Q1_1", "Mentor"], ["Q1_2", "Mentee"]),
    ["Q2", "What helped?"],
    *(["Q2_1", "Time"], ["Q2_2", "Trust"], ["Q2_3", "Other"]),
]
WHAT_IS_TICKED = [
    ["Q1", "Are you a mentor or a mentee?"],
    *(["1", "Mentor"], ["2", "Mentee"]),
    *(["Q2_1", "What helped?"], ["0", "No"], ["1", "Time"]),
    *(["Q2_2", "What helped?"], ["0", "No"], ["1", "Trust"]),
    *(["Q2_3", "What helped?"], ["0", "No"], ["1", "Other"]),
]


def answers(rows=CODED, name="results-for-talks-2026-03-02-0941.csv", headings=HEADINGS):
    return csv_file(
        [headings]
        + [[f"638954-638945-{at}", *row, "02/03/2026 09:41"] for at, row in enumerate(rows, 1)],
        name=name,
    )


def key(rows=UNDER_EACH_OTHER, name="results-for-talks-2026-03-02-0941-key.csv"):
    return csv_file([[*row, *[""] * (max(map(len, rows)) - len(row))] for row in rows], name=name)


def counts(look, start):
    match = next(m for m in look.recognition.matches if m.heading.startswith(start))
    labels = {option.id: option.label for option in match.question.options}
    found = look.cleaned.responses.of(match.question)["answer"].value_counts()
    return {labels.get(answer, answer): n for answer, n in found.items()}


def test_its_own_columns_are_no_questions():
    raw = read_upload(answers())

    assert raw.survey_tool == "jisc_online_surveys"
    assert raw.why == "because it begins with URN and calls a question Q1, as Online Surveys do"
    assert [h.text for h in raw.columns("response_id", "completed")] == ["URN", "CompletionDate"]


def test_without_the_key_nothing_is_averaged_or_named_and_the_key_is_asked_for():
    look = look_at(answers())

    assert [h.text for h in look.raw.headings if h.coded] == [
        *("Q1", "Q2_1", "Q2_2", "Q2_3", "Q3_1", "Q3_2"),
    ]
    assert {m.question.scale for m in look.recognition.matches} == {None}
    assert look.cleaned.responses.answers["number"].isna().all()
    (notice,) = (n for n in look.raw.notices if n.code == "codes_without_meaning")
    assert notice.message == (
        "In columns B to E, G and H the answers are codes, and this file does not say what "
        "they stand for. We count them and work out no mean. Online Surveys exports what they "
        "stand for as a second file, the key: add both files together."
    )


def test_columns_of_one_and_nought_are_ticks_and_only_noughts_are_no_answer():
    match = next(m for m in look_at(answers()).recognition.matches if m.heading == "Q2")

    assert (match.question.type, match.labels) == ("multiple_choice", ("Q2_1", "Q2_2", "Q2_3"))


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param(UNDER_EACH_OTHER, id="under each other"),
        pytest.param(REPEATED, id="the question repeated"),
        pytest.param(WHAT_IS_TICKED, id="what is ticked as a code"),
        pytest.param(NUMBERED, id="the question and the code in one"),
    ],
)
def test_the_key_says_what_was_asked_and_what_each_code_stands_for(rows):
    look = look_at(answers(), key=key(rows))

    assert counts(look, "Are you a mentor") == {"Mentor": 2, "Mentee": 1}
    found = counts(look, "What helped?")
    assert (found["Time"], found["Other"]) == (1, 1)
    assert "Trust" not in found
    assert [n.code for n in look.raw.notices][:1] == ["key_used"]


def test_rows_of_a_grid_and_words_for_other_are_put_under_their_question():
    look = look_at(answers(), key=key())
    match = next(m for m in look.recognition.matches if m.heading.startswith("What helped?"))

    assert match.columns == (3, 4, 5, 6)
    heard = next(m for m in look.recognition.matches if m.heading.endswith("[I was heard]"))
    assert heard.question.type == "likert"
    role = next(m for m in look.recognition.matches if m.heading.startswith("Are you"))
    # All that the form offers, though nobody chose the last.
    assert [option.label for option in role.question.options] == ["Mentor", "Mentee", "Both"]
    assert not any(heading.coded for heading in look.raw.headings)
    assert "codes_without_meaning" not in {n.code for n in look.raw.notices}


def test_a_code_the_key_does_not_know_stays_as_it_is():
    look = look_at(answers([["7", *CODED[0][1:]], *CODED]), key=key())

    assert look.raw.cell(2, 2) == "7"


def test_a_number_that_has_no_codes_in_the_key_is_a_number():
    rows = [["URN", "Unique Response Number"], ["Q1", "Your age?"], ["Q4", "Anything else?"]]

    look = look_at(answers(), key=key(rows))

    match = next(m for m in look.recognition.matches if m.heading == "Your age?")
    assert match.question.type == "number"


def test_files_added_together_are_paired_by_name():
    others = answers(name="results-for-walks-2026-03-02-0941.csv")
    files = [key(), others, answers()]

    assert [(a.name, k.name if k else None) for a, k in with_keys(files)] == [
        ("results-for-walks-2026-03-02-0941.csv", None),
        ("results-for-talks-2026-03-02-0941.csv", "results-for-talks-2026-03-02-0941-key.csv"),
    ]


def test_renamed_files_are_paired_by_their_questions():
    other = csv_file([["Useful?"], ["Yes"], ["No"]], name="other.csv")

    first, second = look_at_each([answers(name="mine.csv"), key(name="codes.csv")])[0], other
    looks = look_at_each([second, key(name="codes.csv"), answers(name="mine.csv")])

    assert "key_used" in {n.code for n in first.raw.notices}
    assert [look.raw.upload_name for look in looks] == ["other.csv", "mine.csv"]
    assert "key_used" in {n.code for n in looks[1].raw.notices}


def test_a_key_that_could_explain_two_files_explains_neither():
    files = [answers(name="a.csv"), answers(name="b.csv"), key(name="codes.csv")]

    found = look_at_each(files)

    assert [isinstance(one, Refusal) for one in found] == [False, False, True]


def test_a_key_alone_is_refused_and_says_what_to_add():
    with pytest.raises(QuestionsNotFound) as refusal:
        read_upload(key())

    assert refusal.value.code == "key_alone"
    assert refusal.value.message == (
        "results-for-talks-2026-03-02-0941-key.csv is the key of a survey in Jisc Online Surveys: "
        "it says what the codes in the answers stand for. Add it together with the file of the "
        "answers, and with no other."
    )


def test_a_file_that_is_no_key_is_refused_as_one():
    with pytest.raises(QuestionsNotFound) as refusal:
        read_upload(answers(), key=answers())

    assert refusal.value.code == "not_a_key"


def test_the_key_of_another_survey_is_refused():
    other = csv_file([["URN", "Q91", "Q92"], ["1-2-3", "1", "2"]], name="other.csv")

    with pytest.raises(QuestionsNotFound) as refusal:
        read_upload(other, key=key())

    assert refusal.value.code == "key_of_another_survey"


def test_a_key_on_another_sheet_of_the_workbook_is_used():
    rows = [HEADINGS, *([f"1-2-{at}", *row, "x"] for at, row in enumerate(CODED))]

    look = look_at(workbook({"Coded data": rows, "Key": UNDER_EACH_OTHER}))

    assert counts(look, "Are you a mentor") == {"Mentor": 2, "Mentee": 1}


def test_a_sheet_that_only_looks_like_a_key_leaves_the_answers_alone():
    rows = [["Was it useful?", "Why?"], ["Yes", "Time"], ["No", "Noise"]]

    raw = read_upload(workbook({"Answers": rows, "Notes": UNDER_EACH_OTHER}), sheet="Answers")

    assert [h.text for h in raw.headings] == ["Was it useful?", "Why?"]


def test_the_same_answers_with_their_key_are_another_file():
    assert read_upload(answers()).sha256 == answers().sha256
    assert read_upload(answers(), key=key()).sha256 != answers().sha256


def test_an_export_with_labels_needs_no_key():
    rows = [
        ["Unique Response Number", "1. Are you a mentor?", "2. What helped? - Time"],
        *(["638954-638945-1", "Yes", "Time"], ["638954-638945-2", "No", ""]),
    ]

    raw = read_upload(csv_file(rows))

    assert raw.survey_tool == "jisc_online_surveys"
    assert not any(heading.coded for heading in raw.headings)


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param([["URN", "Age"], ["12", "30"]], id="another urn"),
        pytest.param([["Name", "Q1", "Q2"], ["A", "1", "2"]], id="no urn"),
    ],
)
def test_less_than_that_is_not_called_jisc(rows):
    assert read_upload(csv_file(rows)).survey_tool == "general"


def test_ticks_and_places_in_columns_of_their_own_are_no_codes_of_the_answers_the_key_lists():
    headings = ["URN", "Q1", "Q2_1", "Q2_2", "Q2_3", "Q5_1", "Q5_2", "Q5_3", "CompletionDate"]
    rows = [
        ["1", "1", "1", "0", "1", "2", "3"],
        ["2", "0", "1", "0", "3", "1", ""],
        ["1", "0", "0", "0", "", "", ""],
    ]
    things = [["Q5_1", "Time"], ["Q5_2", "Trust"], ["Q5_3", "Tea"]]
    look = look_at(
        answers(rows, headings=headings), key=key([*NUMBERED, ["Q5", "Rank these"], *things])
    )

    assert counts(look, "What helped?") == {"Time": 1, "Trust": 2}
    ranked = next(m for m in look.recognition.matches if m.heading.startswith("Rank"))
    assert (ranked.question.type, ranked.columns) == ("ranking", (6, 7, 8))
