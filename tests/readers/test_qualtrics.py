import json

import pytest

from rm_eval.cleaning import clean
from rm_eval.measures.description import describe
from rm_eval.readers import read_upload
from rm_eval.recognise import recognise
from tests.uploads import csv_file, workbook

# Id, text and ImportId of Qualtrics' own columns, and a cell each.
OWN = [
    ("StartDate", "Start Date", "startDate", "2026-03-02 09:30:00"),
    ("EndDate", "End Date", "endDate", "2026-03-02 09:41:00"),
    ("Status", "Response Type", "status", "IP Address"),
    ("IPAddress", "IP Address", "ipAddress", "192.0.2.1"),
    ("Progress", "Progress", "progress", "100"),
    ("Finished", "Finished", "finished", "True"),
    ("ResponseId", "Response ID", "_recordId", "R_1abcDEFghiJKL23"),
    ("RecipientEmail", "Recipient Email", "recipientEmail", "a@example.org"),
    ("LocationLatitude", "Location Latitude", "locationLatitude", "54.9"),
    ("UserLanguage", "User Language", "userLanguage", "EN"),
]
GERMAN = ["Anfangsdatum", "Enddatum", "Antworttyp", "IP-Adresse", "Fortschritt", "Beendet"]
GERMAN += ["Antwort-ID", "E-Mail", "Breitengrad", "Sprache"]
USEFUL = ("Q1", "Was it useful?", "QID1")
HELPED = [
    ("Q2_1", "What helped? - Time - enough of it", "QID2_1"),
    ("Q2_2", "What helped? - Trust", "QID2_2"),
    ("Q2_3", "What helped? - Other (please specify)", "QID2_3"),
    ("Q2_3_TEXT", "What helped? - Other (please specify) - Text", "QID2_3_TEXT"),
]


def qualtrics_rows(asked, *answers, own=None, quote='"'):
    """Three heading rows, and below them the answers beside Qualtrics' own columns."""
    names = [*((id_, text, import_id) for id_, text, import_id, _ in OWN), *asked]
    ids, texts, import_ids = (list(row) for row in zip(*names, strict=True))
    marks = [json.dumps({"ImportId": one}).replace('"', quote) for one in import_ids]
    cells = {id_: cell for id_, _, _, cell in OWN} | (own or {})
    rows = []
    for number, one in enumerate(answers, start=1):
        cells["ResponseId"] = f"R_{number:015d}"
        rows.append([*cells.values(), *one])
    return [ids, texts, marks, *rows]


def read(asked, *answers, **told):
    return read_upload(csv_file(qualtrics_rows(asked, *answers, **told)))


def described(rows):
    raw = read_upload(csv_file(rows))
    recognition = recognise(raw)
    return describe(raw, recognition, clean(raw, recognition, role="mentor"))


def test_three_heading_rows_are_read_as_headings_and_said():
    raw = read([USEFUL], ["Yes"], ["No"])

    assert raw.survey_tool == "qualtrics"
    assert raw.why == "because row 3 holds the ImportIds of Qualtrics"
    assert list(raw.cells.index) == [4, 5]
    assert [h.text for h in raw.columns("question")] == ["Was it useful?"]
    assert [(notice.code, notice.row) for notice in raw.notices] == [
        ("extra_header_rows_removed", 2)
    ]


def test_its_own_columns_are_no_questions():
    raw = read([USEFUL], ["Yes"])

    assert [(h.text, h.part) for h in raw.headings if h.part != "question"] == [
        ("StartDate", "started"),
        ("EndDate", "completed"),
        ("Status", "kind"),
        ("IPAddress", "personal"),
        ("Progress", "metadata"),
        ("Finished", "finished"),
        ("ResponseId", "response_id"),
        ("RecipientEmail", "personal"),
        ("LocationLatitude", "personal"),
        ("UserLanguage", "metadata"),
    ]


def test_import_ids_in_single_quotes_of_a_workbook_are_read_too():
    rows = qualtrics_rows([USEFUL, *HELPED], ["Yes", "1", "", "", ""], quote="'")
    raw = read_upload(workbook({"Sheet0": rows}))

    assert (raw.survey_tool, list(raw.cells.index)) == ("qualtrics", [4])


@pytest.mark.parametrize(
    ("gone", "first"),
    [((2,), 3), ((1,), 3), ((0,), 3), ((1, 2), 2), ((0, 2), 2), ((0, 1), 2)],
    ids=["no import ids", "no texts", "no ids", "only ids", "only texts", "only import ids"],
)
def test_a_file_whose_heading_rows_somebody_deleted_is_still_qualtrics(gone, first):
    rows = qualtrics_rows([USEFUL], ["Yes"], ["No"])
    raw = read_upload(csv_file([row for at, row in enumerate(rows) if at not in gone]))

    assert (raw.survey_tool, next(iter(raw.cells.index))) == ("qualtrics", first)
    assert len(raw.columns("question")) == 1
    assert [h.part for h in raw.headings[:8]] == [
        "started", "completed", "kind", "personal", "metadata", "finished", "response_id",
        "personal",
    ]  # fmt: skip


def test_texts_in_another_language_are_headings_though_the_import_ids_are_gone():
    rows = qualtrics_rows([USEFUL], ["Ja"], ["Nein"])
    rows[1][: len(GERMAN)] = GERMAN
    raw = read_upload(csv_file([*rows[:2], *rows[3:]]))

    assert (raw.survey_tool, len(raw.cells)) == ("qualtrics", 2)
    assert [h.text for h in raw.columns("personal")] == [
        "IPAddress",
        "RecipientEmail",
        "LocationLatitude",
    ]


def test_headings_as_r_writes_them_are_known():
    headings = ["StartDate", "Status", "Duration..in.seconds.", "Finished", "RecordedDate", "Q1"]
    raw = read_upload(csv_file([headings, ["2026-03-02", "IP Address", "66", "True", "", "Yes"]]))

    assert raw.survey_tool == "qualtrics"
    assert raw.why == "because it has Qualtrics' own columns Duration..in.seconds. and Finished"


@pytest.mark.parametrize(
    "headings",
    [
        ["Status", "Progress", "Name", "Duration", "How did it go?"],
        ["Start Date", "End Date", "IP Address", "Email Address", "How did it go?"],
    ],
)
def test_columns_that_any_table_may_have_do_not_make_a_qualtrics_file(headings):
    raw = read_upload(csv_file([headings, ["a", "b", "c", "d", "Well"]]))

    assert raw.survey_tool == "general"


def test_the_older_layout_of_two_rows_is_read():
    rows = [
        ["V1", "V2", "V6", "V7", "V10", "Q1_1", "Q1_2"],
        ["ResponseID", "ResponseSet", "IPAddress", "Status", "Finished", "Self-care? -Tea", ""],
        ["R_1", "Default", "192.0.2.1", "0", "1", "1", ""],
    ]
    rows[1][-1] = "Self-care? -Cake"
    raw = read_upload(csv_file(rows))

    assert (raw.survey_tool, list(raw.cells.index)) == ("qualtrics", [3])
    assert [h.text for h in raw.columns("personal")] == ["IPAddress"]
    assert [(h.question, h.option) for h in raw.columns("question")] == [
        ("Self-care?", "Tea"),
        ("Self-care?", "Cake"),
    ]


def test_a_question_that_holds_dashes_is_cut_at_the_last_in_older_exports():
    rows = [
        ["ResponseID", "ResponseSet", "Finished", "Status", "Q4_1", "Q4_2"],
        ["ResponseID", "ResponseSet", "Finished", "Status", "", ""],
        ["R_1", "Default", "1", "0", "1", ""],
    ]
    rows[1][4:] = [
        "please - never do this-- or so...-Tea",
        "please - never do this-- or so...-Cake",
    ]
    asked = read_upload(csv_file(rows)).columns("question")

    assert {h.question for h in asked} == {"please - never do this-- or so..."}


def test_ids_tell_which_columns_are_one_question_and_what_was_typed_for_other():
    found = described(
        qualtrics_rows(
            [USEFUL, *HELPED],
            ["Yes", "Time - enough of it", "", "Other (please specify)", "Tea"],
            ["No", "", "Trust", "", ""],
            ["No", "", "Trust", "Other (please specify)", "Cake"],
        )
    )

    helped = found["questions"][1]
    assert (helped["wording"], helped["columns"]) == ("What helped?", [12, 13, 14, 15])
    assert helped["type"] == "multiple_choice"
    assert [(option["label"], option["n"]) for option in helped["options"]] == [
        ("Time - enough of it", 1),
        ("Trust", 2),
        ("Other (please specify)", 2),
    ]


def test_a_choice_in_one_cell_and_its_own_words_are_one_question():
    asked = [
        ("Q4", "Which team? - Selected Choice", "QID4"),
        ("Q4_9_TEXT", "Which team? - Other (please specify) - Text", "QID4_9_TEXT"),
    ]
    other = "Other (please specify)"
    answers = [["Wards", ""], ["Wards", ""], [other, "Estates"]]
    (team,) = described(qualtrics_rows(asked, *answers))["questions"]

    assert (team["wording"], team["columns"]) == ("Which team?", [11, 12])
    assert [option["n"] for option in team["options"]] == [2, 1]


def test_several_choices_in_one_cell_are_parted_where_no_space_follows_the_comma():
    asked = [("Q4", "Which helped?", "QID4"), ("Q5", "Why?", "QID5_TEXT")]
    answers = [["Time, well spent,Trust", "a,b"], ["Trust", "a,b"], ["Time, well spent", "b"]]
    helped, why = described(qualtrics_rows(asked, *answers))["questions"]

    assert helped["type"] == "multiple_choice"
    assert [(o["label"], o["n"]) for o in helped["options"]] == [
        ("Time, well spent", 2),
        ("Trust", 2),
    ]
    assert ";" not in str(why)


def test_words_beside_an_option_that_is_not_other_are_a_question_of_their_own():
    asked = [
        ("Q2_1", "Why? - A trust far away", "QID2_1"),
        ("Q2_2", "Why? - Time", "QID2_2"),
        ("Q2_1_TEXT", "Why? - A trust far away - Text", "QID2_1_TEXT"),
    ]
    found = described(qualtrics_rows(asked, ["1", "", "Wales"], ["", "1", ""]))["questions"]

    assert [(q["columns"], q["type"]) for q in found] == [
        ([11, 12], "multiple_choice"),
        ([13], "free_text"),
    ]


def test_two_questions_in_the_same_words_are_kept_apart_by_their_ids():
    first = [("Q2_1", "Why? - Time", "QID2_1"), ("Q2_2", "Why? - Trust", "QID2_2")]
    second = [("Q7_3", "Why? - Tea", "QID7_3"), ("Q7_4", "Why? - Cake", "QID7_4")]
    found = described(qualtrics_rows([*first, *second], ["1", "", "1", "1"]))["questions"]

    assert [q["columns"] for q in found] == [[11, 12], [13, 14]]


def test_each_row_of_a_grid_is_a_question_and_each_row_of_ticks_one_too():
    asked = [
        ("Q3_1", "How was it? - The room", "QID3_1"),
        ("Q3_2", "How was it? - The tea", "QID3_2"),
        ("Q5_1_1", "When? - The room - Am", "QID5_1_1"),
        ("Q5_1_2", "When? - The room - Pm", "QID5_1_2"),
        ("Q5_2_1", "When? - The tea - Am", "QID5_2_1"),
        ("Q5_2_2", "When? - The tea - Pm", "QID5_2_2"),
    ]
    answers = [["Good", "Poor", "Am", "", "Am", "Pm"], ["Poor", "Good", "", "Pm", "", "Pm"]]
    found = described(qualtrics_rows(asked, *answers))["questions"]

    assert [(q["wording"], q["columns"]) for q in found] == [
        ("How was it? - The room", [11]),
        ("How was it? - The tea", [12]),
        ("When? - The room", [13, 14]),
        ("When? - The tea", [15, 16]),
    ]


def test_a_column_for_each_item_holds_the_place_given_to_it():
    asked = [(f"Q6_{at}", f"Rank these - {item}", f"QID6_{at}") for at, item in enumerate("ABC")]
    (ranked,) = described(qualtrics_rows(asked, "312", "123", "1  "))["questions"]

    assert ranked["type"] == "ranking"
    assert [(o["label"], o["first"]) for o in ranked["options"]] == [("A", 2), ("B", 1), ("C", 0)]


ABOUT = [
    ("Q8_First Click", "Timing - First Click", "QID8_FIRST_CLICK"),
    ("consent time _Last Click", "Timing - Last Click", "QID9_LAST_CLICK"),
    ("Q8_Page Submit", "Timing - Page Submit", "QID8_PAGE_SUBMIT"),
    ("Q9_Browser", "Browser Meta Info - Browser", "QID9_BROWSER"),
    ("Q7_NPS_GROUP", "How likely? - Group", "QID7_NPS_GROUP"),
    ("Q1_DO", "Q1 - Display Order", "QID1_DO"),
    ("FL_12_DO", "FL_12 - Block Randomizer - Display Order", "FL_12_DO"),
    ("SC0", "Score", "SC0"),
    ("Q2 - Topics", "Q2 - Topics", "QID2_TEXT_eae5a8d0e7fd4bd183e983e5Topics"),
    ("Q_DataPolicyViolations", "Q_DataPolicyViolations", "Q_DataPolicyViolations"),
]


@pytest.mark.parametrize("rows_gone", [(), (1, 2)], ids=["three rows", "only ids"])
def test_timings_browsers_orders_and_scores_are_no_questions(rows_gone):
    rows = qualtrics_rows([USEFUL, *ABOUT], ["Yes", *("1" for _ in ABOUT)])
    raw = read_upload(csv_file([row for at, row in enumerate(rows) if at not in rows_gone]))

    assert [h.column for h in raw.columns("question")] == [11]


def test_the_order_of_the_columns_does_not_matter():
    rows = qualtrics_rows([USEFUL, *HELPED], ["Yes", "1", "", "", ""], ["No", "", "1", "1", "Tea"])
    turned = [row[::-1] for row in rows]
    one, other = described(rows)["questions"], described(turned)["questions"]

    def counts(questions):
        return {q["wording"]: {o["label"]: o["n"] for o in q["options"]} for q in questions}

    assert counts(one) == counts(other)


def test_what_was_passed_to_the_survey_is_a_question():
    raw = read([("Trust", "Trust", "Trust"), USEFUL], ["Northmoor", "Yes"])

    assert [h.text for h in raw.columns("question")] == ["Trust", "Was it useful?"]


IN_NUMBERS = {"Status": "0", "Finished": "1"}
CLOSED = [
    ("Q1", "How useful was it?", "QID1"),
    ("Q3", "How sure are you? (1-10)", "QID3"),
    ("Q5_1", "What helped? - Time", "QID5_1"),
    ("Q5_2", "What helped? - Trust", "QID5_2"),
    ("Q4", "How old are you?", "QID4_TEXT"),
]
NUMBERS = [["3", "7", "1", "", "41"], ["1", "9", "", "1", "35"], ["3", "8", "1", "1", "52"]]


def test_numbers_in_place_of_answers_are_named_and_never_averaged():
    found = described(qualtrics_rows(CLOSED, *NUMBERS, own=IN_NUMBERS))
    useful, sure, helped, age = found["questions"]

    assert (useful["type"], useful["mean"]) == ("single_choice", None)
    assert useful["confidence"] <= 0.5
    # The heading itself says what 1 and 10 mean; a tick is a tick; what was typed is as typed.
    assert (sure["type"], sure["mean"]) == ("scale", 8)
    assert helped["type"] == "multiple_choice"
    assert (age["type"], round(age["mean"])) == ("number", 43)
    notice = next(w for w in found["warnings"] if w["code"] == "codes_without_meaning")
    assert "columns K and L," in notice["message"]
    assert "Use choice text" in notice["message"]


def test_numbers_in_an_export_of_words_are_what_people_chose():
    found = described(qualtrics_rows(CLOSED, *NUMBERS))

    assert "codes_without_meaning" not in [w["code"] for w in found["warnings"]]


@pytest.mark.parametrize("n_heading_rows", [3, 2, 1])
def test_without_its_own_columns_telling_most_columns_decide(n_heading_rows):
    rows = [[*row[:2], *row[6:]] for row in qualtrics_rows(CLOSED, *NUMBERS)]
    raw = read_upload(csv_file([*rows[:n_heading_rows], *rows[3:]]))

    assert next(h for h in raw.headings if h.text in {"How useful was it?", "Q1"}).coded


def test_many_different_numbers_in_a_grid_are_where_a_slider_was_put():
    asked = [(f"Q6_{at}", f"How sure? - {at}", f"QID6_{at}") for at in range(1, 4)]
    answers = [[str(at * 7), str(at * 9), str(at * 10)] for at in range(1, 7)]
    found = described(qualtrics_rows(asked, *answers, own=IN_NUMBERS))["questions"]

    assert [q["type"] for q in found] == ["number"] * 3


def test_minus_99_was_seen_and_not_answered():
    raw = read([USEFUL], ["Yes"], ["-99"])

    assert list(raw.cells[11]) == ["Yes", ""]


def test_previews_spam_and_unfinished_answers_are_set_aside():
    kinds = ["IP Address", "Survey Preview", "Spam", "IP Address"]
    finished = ["True", "True", "True", "False"]
    rows = qualtrics_rows([USEFUL], *(["Yes"] for _ in kinds))
    for row, kind, done in zip(rows[3:], kinds, finished, strict=True):
        row[2], row[5] = kind, done
    found = described(rows)

    assert found["set_aside"] == [
        {"rows": [5, 6], "why": "test_response"},
        {"rows": [7], "why": "incomplete_response"},
    ]


def test_without_a_column_that_says_finished_progress_tells():
    rows = [[*row[:5], *row[6:]] for row in qualtrics_rows([USEFUL], ["Yes"], ["No"])]
    rows[-1][4] = "57"

    assert described(rows)["set_aside"] == [{"rows": [5], "why": "incomplete_response"}]


def test_its_response_ids_alone_show_qualtrics():
    rows = [["responseid", "who_1", "who_2"], ["R_3FXrXtg2n2GkeT4", "Mentor", "0"]]
    rows += [["R_usoOyr9obtGrVYt", "0", "Mentee"], ["R_12aMEzqtdFbvGVD", "-99", "-99"]]
    found = described(rows)

    assert found["survey_tool"] == "qualtrics"
    assert [(q["type"], q["columns"]) for q in found["questions"]] == [("multiple_choice", [2, 3])]
    assert {o["label"]: o["n"] for o in found["questions"][0]["options"]} == {
        "Mentor": 1,
        "Mentee": 1,
    }


def test_only_ids_group_ticks_and_the_answers_name_the_options():
    asked = [("Q2_1", "", "QID2_1"), ("Q2_2", "", "QID2_2")]
    rows = qualtrics_rows(asked, ["Time", ""], ["Time", "Trust"])
    (helped,) = described([rows[0], *rows[3:]])["questions"]

    assert (helped["type"], helped["columns"]) == ("multiple_choice", [11, 12])
    assert [(o["label"], o["n"]) for o in helped["options"]] == [("Time", 2), ("Trust", 1)]


def test_several_codes_in_one_cell_are_several_choices_though_two_look_like_a_decimal():
    asked = [("Q1", "What helped?", "QID1")]
    found = described(qualtrics_rows(asked, ["1,3"], ["2"], ["1,2,3"], own=IN_NUMBERS))
    [helped] = found["questions"]

    assert helped["type"] == "multiple_choice"
    assert {option["label"]: option["n"] for option in helped["options"]} == {
        "1": 2,
        "2": 2,
        "3": 2,
    }
