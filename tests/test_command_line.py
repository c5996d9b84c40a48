import json
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from rm_eval.__main__ import main
from rm_eval.sample import SAMPLE_FOLDER
from tests.two_stages import code
from tests.uploads import csv_file, forms_workbook

MENTORS = SAMPLE_FOLDER / "South East cohort 1 - enrolment - mentors.xlsx"
ROOT = Path(__file__).parents[1]


@pytest.fixture
def run(tmp_path, monkeypatch, capsys):
    """Run a command on a store of its own; return the exit status and both outputs."""
    monkeypatch.setenv("RM_EVAL_DATABASE_URL", f"sqlite:///{tmp_path}/answers.sqlite3")
    monkeypatch.delenv("RM_EVAL_MODE", raising=False)

    def run(*arguments):
        status = main([str(argument) for argument in arguments])
        return status, *capsys.readouterr()

    return run


@pytest.fixture
def written(tmp_path):
    def written(upload):
        path = tmp_path / upload.name
        path.write_bytes(upload.content)
        return path

    return written


def test_inspect_describes_a_file_for_programs(run):
    status, out, _ = run("inspect", MENTORS, "--json")

    description = json.loads(out)
    areas = next(q for q in description["questions"] if q["id"] == "enr_work_areas")
    assert status == 0
    assert (description["survey_tool"], description["role"]) == ("microsoft_forms", "mentor")
    assert (description["n_rows"], description["n_responses"]) == (11, 11)
    assert [option["n"] for option in areas["options"]] == [6, 9, 8, 4, 6, 3, 6, 2, 0]
    assert areas["n_answered"] == 11


def test_the_description_has_the_fields_that_programs_were_promised(run):
    _, out, _ = run("inspect", MENTORS, "--json")

    description = json.loads(out)
    assert set(description) == {
        "file",
        "survey_tool",
        "sheet",
        "stage",
        "role",
        "n_rows",
        "n_responses",
        "set_aside",
        "questions",
        "metadata_columns",
        "personal_columns",
        "unknown_columns",
        "warnings",
    }
    assert set(description["questions"][0]) == {
        "wording",
        "columns",
        "id",
        "type",
        "confidence",
        "why",
        "n_answered",
        "options",
        "mean",
        "median",
    }
    assert set(description["questions"][0]["options"][0]) == {"label", "n", "mean_rank", "first"}


def test_inspect_in_words_is_for_people(run):
    status, out, _ = run("inspect", MENTORS)

    assert status == 0
    assert "Microsoft Forms, 11 responses" in out
    assert "What are the main areas of your work?" in out
    assert "mean 8.00, median 8" in out


def test_a_refusal_ends_with_status_2_and_its_sentence(run, written):
    path = written(csv_file([["Useful?"]], name="headings.csv"))

    status, out, error = run("inspect", path, "--json")

    assert status == 2
    assert json.loads(out)["error"]["code"] == "no_rows"
    assert error.startswith("headings.csv has headings but no answers")


def test_a_file_that_is_not_there_is_refused_in_words(run, tmp_path):
    status, _, error = run("inspect", tmp_path / "nothing.xlsx")

    assert status == 2
    assert "Check the name and the folder" in error


def test_a_key_beside_the_file_names_its_codes(run, tmp_path):
    file, key = tmp_path / "talks.csv", tmp_path / "talks-key.csv"
    file.write_text("URN,Q1,Q2\n1-2-3,1,Fine\n1-2-4,2,Good\n", "utf-8")
    key.write_text("Q1,Was it useful?\n1,Yes\n2,No\nQ2,Anything else?\n", "utf-8")

    status, out, _ = run("inspect", str(file), "--key", str(key), "--json")

    first = json.loads(out)["questions"][0]
    assert (status, first["wording"], first["type"]) == (0, "Was it useful?", "yes_no")
    assert [(option["label"], option["n"]) for option in first["options"]] == [
        ("Yes", 1),
        ("No", 1),
    ]


def test_what_was_added_is_listed_and_deleted_again(run):
    status, out, _ = run("add", MENTORS, "--organisation", "A Trust", "--cohort", "1", "--sent", 15)
    assert (status, out) == (0, "11 rows kept, 0 set aside, 2 changes in the receipt.\n")

    assert "A Trust | 1 | enrolment | mentors: 11 people" in run("list")[1]

    assert run("delete", "--organisation", "A Trust", "--cohort", "2")[1].startswith("Nothing like")
    assert run("delete", "--organisation", "A Trust")[1].startswith("1 deleted.")
    assert run("list")[1] == ""


def test_what_was_given_out_is_listed_until_it_is_forgotten(run):
    whose = ("--organisation", "A Trust", "--cohort", "1")
    run("add", MENTORS, *whose)
    run("close", *whose)
    run("delete", *whose)
    assert "A Trust | 1 | enrolment: given out on" in run("list")[1]
    assert "answers of 11 mentors" in run("list")[1]

    run("delete", *whose, "--forget-given-out")
    assert run("list")[1] == ""


def test_what_was_given_out_of_a_comparison_stays_known_while_there_are_answers(run, written):
    whose = ("--organisation", "A Trust", "--cohort", "1")
    useful = "How useful is this, from 1 to 10?"
    stages = {"enrolment": 4, "end_of_cohort": 6}
    for stage, score in stages.items():
        for role in ("mentor", "mentee"):
            rows = [["Participant code", useful], *([code(at), score + at % 3] for at in range(12))]
            file = written(csv_file(rows, name=f"{stage} {role}.csv"))
            run("add", file, *whose, "--stage", stage, "--role", role)
        run("close", *whose, "--stage", stage)
    run("close", *whose, "--stage", "end_of_cohort", "--since", "enrolment")
    assert "enrolment to end of cohort: given out on" in run("list")[1]

    run("delete", *whose, "--role", "mentee", "--forget-given-out")
    assert "enrolment to end of cohort: given out on" in run("list")[1]

    run("delete", *whose, "--forget-given-out")
    assert run("list")[1] == ""


def test_a_date_is_chosen_listed_and_kept(run):
    run("add", MENTORS, "--organisation", "North Trust", "--cohort", "1")
    whose = ("--organisation", "North Trust", "--cohort", "1")
    this_year = datetime.now(UTC).year

    status, out, _ = run("keep-until", *whose, f"30/11/{this_year + 3}")
    assert (status, out) == (0, f"Kept until 30 November {this_year + 3}, then deleted.\n")
    assert f"North Trust | 1: Kept until 30 November {this_year + 3}" in run("list")[1]

    _, out, _ = run("purge", "--today", f"{this_year + 3}-11-30")
    assert "Nothing was due" in out
    _, out, _ = run("purge", "--today", f"{this_year + 3}-12-01")
    assert out.startswith("1 deleted.\nNorth Trust | 1 | enrolment | mentors")
    assert run("list")[1] == ""


def test_a_date_that_is_past_is_refused(run):
    run("add", MENTORS, "--organisation", "North Trust", "--cohort", "1")

    status, _, err = run(
        "keep-until", "--organisation", "North Trust", "--cohort", "1", "2020-01-01"
    )

    assert (status, err.count("is past. Choose today or a later day")) == (2, 1)


def test_a_date_that_is_none_is_named(run, capsys):
    with pytest.raises(SystemExit):
        run("keep-until", "--organisation", "North Trust", "--cohort", "1", "30 Nov")
    assert "'30 Nov' is no date such as" in capsys.readouterr().err


def test_rules_for_small_groups_are_chosen_and_listed(run):
    whose = ("--organisation", "North Trust")
    usual = "Small groups are shown in ranges; nothing is shown of groups of fewer than 5."
    assert run("limits", *whose)[1] == f"Now: {usual}\n"

    out = run("limits", *whose, "--preset", "strict")[1]
    assert out.startswith("Chosen. It counts from the next time a stage is closed.")
    assert out.endswith("Now: Strict; nothing is shown of groups of fewer than 10.\n")

    assert run("limits", *whose, "--smallest", "8")[0] == 2
    run("limits", *whose, "--smallest", "8", "--reason", "Eight asked for it")
    assert run("limits", *whose)[1].count("Strict; nothing is shown of groups of fewer than") == 3
    assert "fewer than 8. Reason: Eight asked for it." in run("limits", *whose)[1]


def test_the_same_file_is_not_added_twice(run):
    run("add", MENTORS, "--organisation", "A Trust", "--cohort", "1")

    status, _, error = run("add", MENTORS, "--organisation", "A Trust", "--cohort", "2")

    assert status == 2
    assert "here already" in error


def test_a_file_that_does_not_tell_its_stage_has_to_be_told(run, written):
    path = written(forms_workbook({"Useful?": ["Yes", "No"]}))

    status, _, error = run("add", path, "--organisation", "A", "--cohort", "1")

    assert status == 2
    assert "--stage enrolment or training or end_of_cohort" in error


def test_the_sample_is_one_command_away(run):
    status, out, _ = run("sample")

    assert status == 0
    assert "mentors: 11 people" in out
    assert "mentees: 7 people" in out


def test_a_report_on_nothing_says_what_to_do(run, tmp_path):
    status, _, error = run("report", "--out", tmp_path / "pictures")

    assert status == 2
    assert "python -m rm_eval sample" in error


@pytest.mark.browser
def test_the_report_of_the_sample_is_a_folder_of_pictures(run, tmp_path):
    run("sample")

    status, out, error = run("report", "--out", tmp_path / "pictures", "--formats", "png")

    pictures = sorted((tmp_path / "pictures").glob("*.png"))
    assert "Not closed, so not drawn: enrolment to end of cohort" in error
    assert status == 0
    assert len(pictures) == len(out.splitlines()) > 10
    assert all(picture.read_bytes().startswith(b"\x89PNG") for picture in pictures)
    assert any("enr-work-areas_internal" in picture.name for picture in pictures)


def test_a_stage_is_closed_and_reopened(run, tmp_path):
    where = ("--organisation", "A Trust", "--cohort", "1")
    run("add", MENTORS, *where)
    status, _, error = run("report", "--out", tmp_path / "pictures")
    assert (status, "still open" in error) == (2, True)

    assert run("close", *where)[:2] == (
        0,
        "Closed. Its figures can now be shown to others; small groups stay protected.\n",
    )
    assert run("reopen", *where)[0] == 0
    assert run("report", "--out", tmp_path / "pictures")[0] == 2


def test_closing_what_is_not_there_is_refused(run):
    status, _, error = run("close", "--organisation", "A Trust", "--cohort", "1")

    assert (status, "Add a file first" in error) == (2, True)


def test_a_newer_export_takes_the_place_of_the_earlier_only_when_told(run, written):
    where = ("--organisation", "A", "--cohort", "1", "--stage", "enrolment", "--role", "mentor")
    first = written(forms_workbook({"Useful?": ["Yes", "No"]}, name="one.xlsx"))
    later = written(forms_workbook({"Useful?": ["Yes", "No", "Yes"]}, name="two.xlsx"))
    run("add", first, *where)

    assert run("add", later, *where)[0] == 2
    assert run("add", later, *where, "--replace")[0] == 0
    assert "3 people, from two.xlsx" in run("list")[1]


def test_a_file_of_both_roles_is_kept_as_two(run, written):
    both = {"Are you a mentor or a mentee?": ["Mentor", "Mentee", "Mentor"], "Useful?": ["Yes"] * 3}
    path = written(forms_workbook(both))

    run("add", path, "--organisation", "A", "--cohort", "1", "--stage", "enrolment")

    listed = run("list")[1]
    assert "mentors: 2 people" in listed
    assert "mentees: 1 people" in listed


def test_clean_writes_answers_and_log_that_no_spreadsheet_runs(run, written, tmp_path):
    answers = ["=SUM(A1)", "@cmd", "a wide hallway", "more time"] * 3
    path = written(csv_file([["Tell us?"], *([answer] for answer in answers)]))

    status, out, _ = run("clean", path, "--out", tmp_path / "tidy")

    assert status == 0
    assert [Path(line).name for line in out.splitlines()] == ["answers.csv", "cleaning_log.csv"]
    for line in out.splitlines():
        cells = Path(line).read_text("utf-8-sig").replace('"', "").replace(",", "\n").splitlines()
        assert not [cell for cell in cells if cell.startswith(("=", "@", "+", "-"))]
    assert "'=SUM(A1)" in (tmp_path / "tidy" / "answers.csv").read_text("utf-8-sig")
    assert run("list")[1] == ""


@pytest.mark.browser
def test_a_report_in_both_formats_for_half_a_slide(run, tmp_path):
    run("sample")

    out = tmp_path / "pictures"
    status, _, _ = run("report", "--out", out, "--formats", "png,svg", "--size", "half")

    assert status == 0
    assert len(list(out.glob("*.png"))) == len(list(out.glob("*.svg"))) > 10


def test_a_format_there_is_not_is_named(run, tmp_path, capsys):
    with pytest.raises(SystemExit):
        run("report", "--out", tmp_path, "--formats", "png,gif")

    assert "'gif' is none of png, svg" in capsys.readouterr().err


def test_the_module_runs_from_a_shell():
    done = subprocess.run(
        [sys.executable, "-m", "rm_eval", "inspect", str(MENTORS)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )

    assert "11 responses" in done.stdout


def test_a_file_of_two_stages_is_added_as_its_rows_say(run, tmp_path):
    file = tmp_path / "both.csv"
    file.write_text("Stage,Useful?\nBefore,yes\nAfter,no\nAfter,yes\n,no\n", "utf-8")
    own = ("add", file, "--organisation", "A", "--cohort", "1", "--role", "mentor")

    status, _, said = run(*own)
    assert status == 2
    assert "1 rows of both.csv" in said
    assert "--as-said" in said
    assert run(*own, "--stage", "enrolment", "--as-said")[0] == 0

    out = run("list")[1]
    assert "A | 1 | enrolment | mentors: 2 people" in out
    assert "A | 1 | end_of_cohort | mentors: 2 people" in out


def test_inspect_warns_of_several_stages_and_names_none(run, tmp_path):
    file = tmp_path / "both.csv"
    file.write_text("Stage,Useful?\nBefore,yes\nAfter,no\nAfter,yes\n", "utf-8")

    found = json.loads(run("inspect", file, "--json")[1])

    assert found["stage"] is None
    assert "several_stages" in {warning["code"] for warning in found["warnings"]}


def test_one_persons_answers_are_removed_by_their_code(run, written):
    rows = [["Participant code", "Why?"], ["ST07A", "Because"], ["LO23K", "So"]]
    path = written(csv_file(rows))
    where = ["--organisation", "A", "--cohort", "1", "--stage", "training", "--role", "mentor"]
    run("add", path, *where)

    _, nobody, _ = run("remove", "--organisation", "A", "--code", "XX99X")
    _, out, _ = run("remove", "--organisation", "A", "--code", "st-07-a")

    assert "Nothing was removed" in nobody
    assert "1 people, from survey.csv" in run("list")[1]
    assert "Removed" in out
    assert "07" not in out


def test_somebody_without_a_code_is_removed_by_their_row(run, written):
    path = written(csv_file([["Useful?", "Why?"], ["Yes", "Because"], ["No", "So"]]))
    run(
        "add",
        path,
        "--organisation",
        "A",
        "--cohort",
        "1",
        "--stage",
        "training",
        "--role",
        "mentor",
    )
    whose = ["--organisation", "A", "--cohort", "1", "--stage", "training"]

    status, _, err = run("remove", *whose, "--row", "3")
    assert (status, "--role mentor or mentee" in err) == (2, True)
    assert "Nothing was removed" in run("remove", *whose, "--role", "mentor", "--row", "9")[1]
    _, out, _ = run("remove", *whose, "--role", "mentor", "--row", "3")

    assert out.endswith("row 3 of the training answers of the mentors of A, 1\n")
    assert "1 people, from survey.csv" in run("list")[1]


def test_whoever_adds_a_file_is_told_the_code_two_rows_have(run, written):
    rows = [["Participant code", "Why?"], ["ST07A", "Because"], ["ST07A", "So"], ["LO23K", "So"]]
    path = written(csv_file(rows))
    where = ["--organisation", "A", "--cohort", "1", "--stage", "training", "--role", "mentor"]

    assert "Two rows have the code ST07A at training" in run("add", path, *where)[1]
    assert "ST07A" not in "".join(map(str, run("inspect", path, "--json")))


def test_inspect_says_each_kind_of_warning_once(run, tmp_path):
    file = tmp_path / "scores.csv"
    file.write_text(
        "How confident are you? (1-10),Why?\n8,a\n11,b\n12,c\n13,d\n7,e\n9,f\n6,g\n", "utf-8"
    )

    out = run("inspect", file)[1]

    assert out.count("value_out_of_range: 3 times, such as: ") == 1
