"""Real Forms exports kept beside the project, with figures counted by hand-picked columns."""

import pytest

from rm_eval.pipeline import Upload, describe_look, look_at

SELF_MEDICATION = "Self-medication study questionnaire(1-90).csv"
HEALTHCARE = "Healthcare survey(1-101).xlsx"


@pytest.fixture(scope="module")
def described(shared):
    def described(name):
        content = (shared / "exports" / "msforms" / name).read_bytes()
        return describe_look(look_at(Upload(name=name, content=content)))

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
