"""Real exports kept beside the project, with figures counted by hand-picked columns."""

import pytest

from rm_eval.cleaning import clean
from rm_eval.measures.description import describe
from rm_eval.readers import read_upload
from rm_eval.recognise import recognise
from rm_eval.table import Upload

SELF_MEDICATION = "msforms/Self-medication study questionnaire(1-90).csv"
HEALTHCARE = "msforms/Healthcare survey(1-101).xlsx"
R_USERS = "googleforms/edinbr_survey_responses.csv"
STAR_WARS = "surveymonkey/538_StarWars.csv"
BOXES = "redcap/redcapr_checkboxes-1.csv"
SURVEYS = "redcap/redcapr_survey.csv"
WORKSHOP = "typeform/coderefinery_2018.csv"


@pytest.fixture(scope="module")
def raw(shared):
    def raw(name):
        content = (shared / "exports" / name).read_bytes()
        return read_upload(Upload(name=name.split("/")[1], content=content))

    return raw


@pytest.fixture(scope="module")
def described(raw):
    def described(name):
        table = raw(name)
        recognition = recognise(table)
        return describe(table, recognition, clean(table, recognition, role="mentor"))

    return described


def question(description, start):
    return next(q for q in description["questions"] if q["wording"].startswith(start))


def counts(found):
    return {option["label"]: option["n"] for option in found["options"]}


def test_the_self_medication_export_gives_its_true_figures(described):
    description = described(SELF_MEDICATION)
    reason = question(description, "What was your reason")
    disease = question(description, "For which disease")

    assert (description["survey_tool"], description["n_responses"]) == ("microsoft_forms", 90)
    assert (reason["type"], reason["n_answered"]) == ("multiple_choice", 86)
    assert counts(reason)["Saves time"] == 41
    assert counts(reason)["High fees of doctor"] == 27
    assert counts(reason)["Doctor / clinic far from home"] == 22
    assert disease["n_answered"] == 86
    found = counts(disease)
    assert (found["Headache"], found["Cough"], found["Running nose"]) == (63, 39, 33)
    assert found["Fever"] == 25


def test_the_healthcare_workbook_gives_its_true_figures(described):
    description = described(HEALTHCARE)
    health = question(description, "In general")
    stars = question(description, "Please rate")
    age = question(description, "Enter your age")

    assert (description["survey_tool"], description["n_responses"]) == ("microsoft_forms", 101)
    assert counts(health) == {"Good": 41, "Very good": 31, "Fair": 15, "Excellent": 9, "Poor": 5}
    assert stars["type"] == "scale"
    assert stars["mean"] == pytest.approx(3.9802, abs=5e-5)
    # An "age" of 1000 is a fact about the file: shown, never silently dropped.
    assert age["type"] == "number"
    assert age["n_answered"] == 101


def test_names_in_another_script_are_personal_too(described):
    assert "الاسم" in described(SELF_MEDICATION)["personal_columns"]


def test_the_r_users_google_export_gives_its_true_figures(described):
    description = described(R_USERS)
    topic = question(description, "topic")
    venue = question(description, "venue")
    hack = question(description, "hack")

    assert (description["survey_tool"], description["n_responses"]) == ("google_forms", 74)
    assert (topic["type"], topic["n_answered"]) == ("multiple_choice", 71)
    found = counts(topic)
    assert found["working with big data"] == 52
    assert found["ggplot2"] == 51
    assert found["interactive R plots"] == 46
    assert found["Reproducible research in R"] == 40
    # Its options hold commas: "(academic institutes, University buildings and companies)".
    assert (venue["type"], venue["n_answered"]) == ("single_choice", 72)
    assert list(counts(venue).values())[:3] == [46, 5, 16]
    assert (hack["type"], counts(hack)) == ("single_choice", {"Yes": 27, "Maybe": 34, "No": 11})


def test_the_star_wars_surveymonkey_export_gives_its_true_figures(described):
    description = described(STAR_WARS)
    seen = question(description, "Which of the following Star Wars films")
    ranked = question(description, "Please rank the Star Wars films")

    assert (description["survey_tool"], description["n_responses"]) == ("surveymonkey", 1186)
    assert (seen["type"], seen["columns"], seen["n_answered"]) == (
        "multiple_choice",
        [4, 5, 6, 7, 8, 9],
        835,
    )
    assert list(counts(seen).values()) == [673, 571, 550, 607, 758, 738]
    assert (ranked["type"], ranked["n_answered"]) == ("ranking", 836)
    assert [option["n"] for option in ranked["options"]] == [835, 836, 835, 836, 836, 836]
    assert [round(option["mean_rank"], 3) for option in ranked["options"]] == [
        3.733,
        4.087,
        4.341,
        3.273,
        2.513,
        3.048,
    ]
    assert [option["first"] for option in ranked["options"]] == [129, 32, 36, 204, 289, 146]
    incomplete = [w for w in description["warnings"] if w["code"] == "rank_incomplete"]
    assert [w["message"].split(",")[0] for w in incomplete] == ["Rows 387 and 892"]
    assert ranked["n_answered"] - 2 == 834


def test_the_rows_of_the_star_wars_grid_are_questions_of_their_own(described):
    description = described(STAR_WARS)
    han = next(q for q in description["questions"] if q["wording"].endswith("[Han Solo]"))

    assert (han["type"], han["columns"], han["n_answered"]) == ("likert", [16], 829)
    assert counts(han)["Very favorably"] == 610
    # In the order of the file, whatever order a chart takes.
    assert next(iter(counts(han))) == "Very favorably"


def test_the_workshop_typeform_export_gives_its_true_figures(described):
    description = described(WORKSHOP)
    position = question(description, "What is your current position?")
    modular = question(description, "Modular")

    assert (description["survey_tool"], description["n_responses"]) == ("typeform", 65)
    # Four typed something in the column headed "Other" in place of an answer.
    assert (position["type"], position["columns"]) == ("single_choice", [2, 3])
    assert counts(position)["Graduate student"] == 34
    assert (position["n_answered"], counts(position)["Other"]) == (64, 4)
    assert (modular["type"], counts(modular)) == ("yes_no", {"Yes": 49, "No": 16})


def test_the_redcap_export_of_boxes_gives_its_true_figures(described):
    description = described(BOXES)
    one, two = question(description, "check_one"), question(description, "check_two")

    assert (description["survey_tool"], description["n_responses"]) == ("redcap", 4)
    # The second ticked nothing in the first, the third nothing in the second, the fourth nothing.
    assert (one["type"], one["n_answered"], list(counts(one).values())) == (
        "multiple_choice",
        2,
        [2, 1, 1, 1],
    )
    assert (two["n_answered"], list(counts(two).values())) == (2, [1, 1, 1, 1, 0])


def test_the_redcap_export_of_surveys_says_who_did_not_send_one_in(described):
    description = described(SURVEYS)

    assert (description["survey_tool"], description["n_responses"]) == ("redcap", 2)
    assert "not_sent_in" in {warning["code"] for warning in description["warnings"]}
    assert {"dob", "email", "first_name", "telephone_1"} <= set(description["personal_columns"])


def test_the_ranking_in_columns_keeps_its_valid_rows_and_the_partial_one(shared):
    content = (shared / "bad_uploads" / "files" / "ranking_columns.csv").read_bytes()
    table = read_upload(Upload(name="ranking_columns.csv", content=content))
    recognition = recognise(table)
    cleaned = clean(table, recognition, role="mentor")
    ranking = next(m for m in recognition.matches if m.question.type == "ranking")
    answers = cleaned.responses.of(ranking.question)

    # Person 3 placed two of the three: kept, and said. Persons 1, 7 and 9 placed all.
    assert sorted(set(answers["person"])) == [1, 3, 7, 9]


def test_the_german_limesurvey_export_gives_its_true_figures(described):
    """One column a place, and no columns of LimeSurvey's own."""
    description = described("limesurvey/scicom-ki_results-survey.csv")
    ranked = question(description, "Unser Ziel")
    places = {option["label"].split(".")[0]: option for option in ranked["options"]}

    assert (description["survey_tool"], description["n_responses"]) == ("limesurvey", 53)
    assert (ranked["type"], ranked["n_answered"]) == ("ranking", 50)
    assert {label: option["first"] for label, option in places.items()} == {
        "Finden": 38,
        "Diskutierten": 5,
        "Vergleichen": 5,
        "Kuratieren": 2,
    }
    # Each row of a grid is a question of its own.
    assert [one["columns"] for one in description["questions"][1:7]] == [[at] for at in range(2, 8)]


INSIGHTS = "qualtrics/many-types (Insights).csv"
LEGACY = "qualtrics/many-types (Legacy).csv"


@pytest.mark.parametrize(("name", "first"), [(INSIGHTS, 13), (LEGACY, 12)])
def test_both_qualtrics_layouts_of_one_survey_give_the_same_true_figures(described, name, first):
    """Counted by column with the csv module: Q2_1 to Q2_3, Q44_2_1 to Q44_2_3, fruits, Q5_1."""
    description = described(name)
    by_column = {question["columns"][0] - first: question for question in description["questions"]}
    fruits, ticked, grid, slider = (by_column[at] for at in (-1, 0, 9, 39))

    assert (description["survey_tool"], description["n_responses"]) == ("qualtrics", 5)
    assert counts(ticked) == {"Oranges": 5, "Blueberries": 4, "Strawberries": 5}
    assert counts(grid) == {"Like": 2, "Neither like nor dislike": 3, "Dislike": 3}
    # Exported as numbers: counted, and neither named nor averaged.
    assert (fruits["type"], fruits["mean"]) == ("single_choice", None)
    assert counts(fruits) == {"1": 1, "2": 2, "3": 2}
    assert (slider["type"], slider["mean"]) == ("scale", pytest.approx(58.8))
    # 176 columns; ticks stand in 12 of plain questions (4), 36 and 48 of grids (12 each).
    assert len(description["questions"]) == 176 - (12 - 4) - (36 - 12) - (48 - 12)
    codes = {warning["code"] for warning in description["warnings"]}
    assert {"codes_without_meaning", "only_tests"} <= codes


def test_the_qualtrics_export_of_ticks_gives_its_true_figures(described):
    """Counted by column with the csv module."""
    description = described("qualtrics/multi-answer (Insights).csv")

    assert [question["columns"] for question in description["questions"]] == [
        [12, 13, 14],
        [15, 16, 17],
        [18, 19, 20, 21, 22],
        [23, 24, 25, 26, 27, 28, 29],
        [30, 31, 32],
        [33],
    ]
    ticked = description["questions"][3]
    assert [option["n"] for option in ticked["options"]] == [4, 2, 1, 5, 3, 3, 2]


def test_the_qualtrics_export_with_german_texts_holds_two_questions(described):
    description = described("qualtrics/qualtRics_sample.csv")

    assert (description["n_responses"], len(description["questions"])) == (1, 2)
    assert "IPAddress" in description["personal_columns"]


def test_qualtrics_previews_spam_and_unfinished_answers_are_set_aside(shared):
    content = (shared / "bad_uploads" / "files" / "qualtrics_three_headers.csv").read_bytes()
    table = read_upload(Upload(name="qualtrics_three_headers.csv", content=content))
    recognition = recognise(table)
    cleaned = clean(table, recognition, role="mentor")

    assert [person.row for person in cleaned.responses.people] == [4]
    assert [(entry.row, entry.rule) for entry in cleaned.set_aside] == [
        (5, "test_response"),
        (6, "test_response"),
        (7, "test_response"),
        (8, "incomplete_response"),
    ]
