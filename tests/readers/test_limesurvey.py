import pytest

from rm_eval.cleaning import clean
from rm_eval.measures.description import describe
from rm_eval.readers import read_upload
from rm_eval.recognise import recognise
from rm_eval.table import Upload
from tests.uploads import csv_file, workbook

SENT = "2026-03-02 09:41:00"
# Text, code and a cell of LimeSurvey's own columns, in its order.
OWN = [
    ("Response ID", "id", "1"),
    ("Date submitted", "submitdate", SENT),
    ("Last page", "lastpage", "3"),
    ("Start language", "startlanguage", "en"),
    ("Seed", "seed", "1432904827"),
    ("Date started", "startdate", "2026-03-02 09:30:00"),
    ("Date last action", "datestamp", SENT),
    ("IP address", "ipaddr", "192.0.2.1"),
    ("Referrer URL", "refurl", "https://example.org"),
]
FRENCH = ["ID de la réponse", "Date de soumission", "Dernière page", "Langue de départ"]
FRENCH += ["Tête de série", "Date de lancement", "Date de la dernière action", "Adresse IP"]


def limesurvey_rows(asked, *answers, codes=False, own=None):
    """One heading row, and below it the answers behind LimeSurvey's own columns."""
    rows = [[*(code if codes else text for text, code, _ in OWN), *asked]]
    for number, one in enumerate(answers, start=1):
        cells = {code: cell for _, code, cell in OWN} | {"id": str(number)} | (own or {})
        rows.append([*cells.values(), *one])
    return rows


def described(rows):
    raw = read_upload(csv_file(rows))
    recognition = recognise(raw)
    return describe(raw, recognition, clean(raw, recognition, role="mentor"))


def counts(question):
    return {option["label"]: option["n"] for option in question["options"]}


PARTS = ["response_id", "finished", "metadata", "metadata", "metadata", "started", "completed"]
PARTS += ["personal", "metadata"]


@pytest.mark.parametrize("codes", [False, True])
def test_its_own_columns_are_no_questions(codes):
    raw = read_upload(csv_file(limesurvey_rows(["Useful?"], ["Yes"], ["No"], codes=codes)))

    assert raw.survey_tool == "limesurvey"
    assert raw.why.startswith("because it has LimeSurvey's own columns")
    assert [h.part for h in raw.headings] == [*PARTS, "question"]


def test_its_own_columns_are_known_in_any_language_by_what_stands_in_them():
    rows = limesurvey_rows(["Utile ?"], ["Oui"], ["Non"], own={"startlanguage": "fr"})
    rows = [row[: len(FRENCH)] + row[len(OWN) :] for row in rows]
    rows[0][: len(FRENCH)] = FRENCH
    raw = read_upload(csv_file(rows))

    assert raw.survey_tool == "limesurvey"
    assert [h.part for h in raw.headings] == [*PARTS[: len(FRENCH)], "question"]


def test_the_headings_of_older_exports_are_known():
    headings = ["id", "Completed", "Last page seen", "Start language", "Useful?"]
    rows = [headings, ["4", SENT, "2", "en", "Yes"], ["6", "", "1", "en", "No"]]

    assert described(rows)["survey_tool"] == "limesurvey"
    assert described(rows)["set_aside"] == [{"rows": [3], "why": "incomplete_response"}]


def test_semicolons_and_workbooks_are_read_alike():
    rows = limesurvey_rows(["Useful?", "Why?"], ["Yes", "Time"], ["No", "Trust"])
    text = "\n".join(";".join(f'"{cell}"' for cell in row) for row in rows)
    semicolons = read_upload(Upload(name="survey.csv", content=text.encode()))
    sheet = read_upload(workbook({"Responses": rows}))

    assert semicolons.headings == sheet.headings
    assert semicolons.survey_tool == sheet.survey_tool == "limesurvey"


@pytest.mark.parametrize(
    "headings",
    [
        ["ID", "Seed", "Date started", "Useful?"],
        ["id", "Last page", "Useful?", "What helped? [Time]"],
        ["ID", "Which helped? [Time]", "Which helped? [Trust]", "Which helped? [Other]"],
    ],
)
def test_columns_that_any_table_may_have_do_not_make_a_limesurvey_file(headings):
    assert read_upload(csv_file([headings, ["1", "2", "Yes", ""]])).survey_tool == "general"


HELPED = ["What helped? [Time]", "What helped? [Trust]", "What helped? [Other]"]


def test_yes_no_and_never_shown_are_ticks():
    rows = limesurvey_rows(
        HELPED, ["Yes", "No", ""], ["Yes", "Yes", "Tea"], ["No", "Yes", ""], ["N/A", "N/A", ""]
    )
    (helped,) = described(rows)["questions"]

    assert (helped["wording"], helped["type"]) == ("What helped?", "multiple_choice")
    assert helped["columns"] == [10, 11, 12]
    assert counts(helped) == {"Time": 2, "Trust": 2, "Other": 1}
    assert helped["n_answered"] == 3


@pytest.mark.parametrize(
    ("yes", "no", "other"), [("Ja", "Nein", "Sonstiges"), ("Oui", "Non", "Autre")]
)
def test_ticks_are_read_in_other_languages(yes, no, other):
    headings = ["Was half? [Zeit]", "Was half? [Mut]", f"Was half? [{other}]"]
    rows = limesurvey_rows(headings, [yes, no, ""], [yes, yes, "Tee"], [no, no, ""])
    (helped,) = described(rows)["questions"]

    assert counts(helped) == {"Zeit": 2, "Mut": 1, "Other": 1}


def test_a_grid_of_yes_and_no_that_some_left_blank_is_a_question_a_row():
    headings = ["Did you? [Meet]", "Did you? [Talk]"]
    rows = limesurvey_rows(headings, ["Yes", "Uncertain"], ["No", "Yes"], ["", "Yes"])
    found = described(rows)["questions"]

    assert [q["columns"] for q in found] == [[10], [11]]


def test_each_row_of_an_array_is_a_question():
    headings = ["How was it? [The room]", "How was it? [The tea]"]
    rows = limesurvey_rows(headings, ["Good", "Poor"], ["Poor", "Poor"], ["Good", "Good"])
    found = described(rows)["questions"]

    assert [(q["wording"], q["columns"]) for q in found] == [
        ("How was it? [The room]", [10]),
        ("How was it? [The tea]", [11]),
    ]


def test_boxes_in_the_rows_of_an_array_are_ticks_of_each_row():
    headings = [f"When? [{row}][{day}]" for row in ("Am", "Pm") for day in ("Monday", "Friday")]
    rows = limesurvey_rows(headings, ["1", "0", "1", "1"], ["1", "0", "0", "0"])
    found = described(rows)["questions"]

    assert [(q["wording"], counts(q)) for q in found] == [
        ("When? [Am]", {"Monday": 2, "Friday": 0}),
        ("When? [Pm]", {"Monday": 1, "Friday": 1}),
    ]


def test_comments_beside_options_are_own_words_of_their_own():
    headings = ["Why? [Time]", "Why? [Comment]", "Why? [Trust]", "Why? [Comment]"]
    rows = limesurvey_rows(headings, ["Yes", "an hour", "No", ""], ["Yes", "", "Yes", "of all"])
    found = described(rows)["questions"]

    assert [(q["columns"], q["type"]) for q in found] == [
        ([10, 12], "multiple_choice"),
        ([11], "free_text"),
        ([13], "free_text"),
    ]


def test_a_choice_and_the_words_for_other_are_one_question():
    headings = ["Which team?", "Which team? [Sonstiges]"]
    rows = limesurvey_rows(headings, ["Wards", ""], ["Wards", ""], ["Sonstiges", "Estates"])
    (team,) = described(rows)["questions"]

    assert (team["columns"], counts(team)) == ([10, 11], {"Wards": 2, "Other": 1})


RANKED = ["What matters? [Rank 1]", "What matters? [Rank 2]", "What matters? [Rank 3]"]
ORDERS = [["Time", "Trust", "Tea"], ["Trust", "Time", ""], ["Time", "", ""]]


@pytest.mark.parametrize("word", ["Rank", "Ranking", "Rang", "Rango"])
def test_a_ranking_has_one_column_a_place(word):
    rows = limesurvey_rows([name.replace("Rank", word) for name in RANKED], *ORDERS)
    (ranked,) = described(rows)["questions"]

    assert (ranked["type"], ranked["n_answered"]) == ("ranking", 3)
    assert {o["label"]: o["first"] for o in ranked["options"]} == {"Time": 2, "Trust": 1, "Tea": 0}


def test_ticks_in_words_show_limesurvey_where_its_own_columns_were_left_out():
    headings = ["Antwort ID", "Was half? [Zeit]", "Was half? [Mut]", "Was half? [Sonstiges]"]
    found = described([headings, ["1", "Ja", "Nein", ""], ["2", "Ja", "Ja", "Tee"]])

    assert found["survey_tool"] == "limesurvey"
    assert found["metadata_columns"] == ["Antwort ID"]
    assert counts(found["questions"][0]) == {"Zeit": 2, "Mut": 1, "Other": 1}


@pytest.mark.parametrize("joint", ["[]", "_"])
def test_codes_of_subquestions_show_limesurvey_where_its_own_columns_were_left_out(joint):
    headings = ["Who", *(f"Q2{joint[0]}{code}{joint[1:]}" for code in ("SQ001", "SQ002"))]
    found = described([headings, ["S1", "Y", ""], ["S2", "Y", "Y"]])

    assert found["survey_tool"] == "limesurvey"
    assert counts(found["questions"][-1]) == {"SQ001": 2, "SQ002": 1}


def test_a_long_number_behind_its_own_columns_is_a_question():
    rows = limesurvey_rows(["P1", "Useful?"], ["40520344", "Yes"], ["38417516", "No"], codes=True)

    assert [h.text for h in read_upload(csv_file(rows)).columns("question")] == ["P1", "Useful?"]


def test_a_ranking_by_place_shows_limesurvey_where_its_own_columns_were_left_out():
    raw = read_upload(csv_file([RANKED, *ORDERS]))

    assert raw.survey_tool == "limesurvey"
    assert raw.why == "because a ranking has one column for each place, as LimeSurvey writes it"


def test_a_grid_of_rank_rows_where_things_repeat_is_no_ranking():
    raw = read_upload(csv_file([RANKED, ["Time", "Time", ""], ["Trust", "Time", "Tea"]]))

    assert raw.survey_tool == "general"


IN_CODES = ["Q1", "Q2[SQ001]", "Q2[SQ002]", "Q2[other]", "Q3[1]", "Q3[2]", "Q4[SQ001]", "Q5"]
CODES = [
    ["A1", "Y", "", "", "A2", "A1", "AO01", "3"],
    ["A2", "Y", "Y", "Tea", "A1", "A2", "AO02", "5"],
    ["-oth-", "", "Y", "", "A1", "", "AO02", "4"],
]


@pytest.mark.parametrize("joint", ["[]", "_"])
def test_codes_are_counted_and_neither_named_nor_averaged(joint):
    headings = [code.replace("[", joint[0]).replace("]", joint[1:]) for code in IN_CODES]
    found = described(limesurvey_rows(headings, *CODES, codes=True))
    choice, ticks, ranked, row, number = found["questions"]

    assert (choice["type"], counts(choice)) == ("single_choice", {"A1": 1, "A2": 1, "Other": 1})
    assert counts(ticks) == {"SQ001": 2, "SQ002": 2, "Other": 1}
    assert (ranked["type"], [o["first"] for o in ranked["options"]]) == ("ranking", [1, 2])
    assert ranked["confidence"] <= 0.5
    assert (row["type"], counts(row)) == ("single_choice", {"AO01": 1, "AO02": 2})
    # Beside codes nobody can tell whether 3 is a score or a code.
    assert (number["type"], number["mean"]) == ("single_choice", None)
    messages = {warning["code"]: warning["message"] for warning in found["warnings"]}
    assert "Full question text" in messages["headings_are_codes"]
    assert "Full answers" in messages["codes_without_meaning"]


def test_codes_and_texts_in_one_heading_are_parted():
    rows = limesurvey_rows(
        ["Q1. Useful?", "Q2[SQ001]. What helped? [Time]", "Q2[SQ002]. What helped? [Trust]"],
        ["Yes", "Yes", "No"],
        ["No", "No", "Yes"],
    )
    rows[0][: len(OWN)] = [f"{code}. {text}" for text, code, _ in OWN]
    found = described(rows)

    assert found["survey_tool"] == "limesurvey"
    assert [(q["wording"], q["columns"]) for q in found["questions"]] == [
        ("Useful?", [10]),
        ("What helped?", [11, 12]),
    ]


@pytest.mark.parametrize(
    ("asked", "timings", "codes"),
    [
        ("Q1", ["interviewtime", "groupTime12", "Q1Time"], True),
        ("Useful?", ["Total time", "Group time: About you", "Question time: Q1"], False),
    ],
)
def test_how_long_something_took_is_no_question(asked, timings, codes):
    rows = limesurvey_rows([asked, *timings], ["Yes", "66.1", "12", "3.5"], codes=codes)

    assert len(read_upload(csv_file(rows)).columns("question")) == 1


def test_a_question_that_ends_like_a_timing_is_a_question():
    raw = read_upload(csv_file(limesurvey_rows(["startTime"], ["9 am"], codes=True)))

    assert [h.text for h in raw.columns("question")] == ["startTime"]


def test_answers_that_were_never_sent_in_are_set_aside():
    rows = limesurvey_rows(["Useful?"], ["Yes"], ["No"], ["Yes"])
    rows[2][1] = ""

    assert described(rows)["set_aside"] == [{"rows": [3], "why": "incomplete_response"}]


def test_where_nobody_sent_theirs_in_all_are_kept_and_it_is_said():
    found = described(limesurvey_rows(["Useful?"], ["Yes"], ["No"], own={"submitdate": ""}))

    assert found["n_responses"] == 2
    assert "nobody_finished" in {warning["code"] for warning in found["warnings"]}
