"""Kobo and ODK: the device's columns, groups, ticks as a list and as columns, orders."""

import pytest

from rm_eval.look import look_at
from rm_eval.readers import read_upload
from tests.uploads import csv_file

BEFORE = ["start", "end", "today", "username"]
BEHIND = ["_id", "_uuid", "_submission_time", "_validation_status", "_index"]


def kobo(questions, answers):
    """A Kobo export: the device's columns around the questions."""
    rows = [[*BEFORE, *questions, *BEHIND]]
    for at, cells in enumerate(answers, start=1):
        before = [f"2026-03-02T09:{at:02d}:00", f"2026-03-02T09:{at:02d}:30", "2026-03-02", "ann"]
        rows.append([*before, *cells, str(7000 + at), f"u{at}", "2026-03-02T10:00", "", str(at)])
    return csv_file(rows)


def asked(raw):
    return [(h.text, h.question, h.option) for h in raw.columns("question")]


def test_the_columns_of_the_device_are_no_questions():
    raw = read_upload(kobo(["useful"], [["yes"]]))

    assert raw.survey_tool == "kobo"
    assert raw.why == "because it has the columns _id and _uuid, as Kobo and ODK write them"
    assert {part: [h.text for h in raw.columns(part)] for part in ("started", "completed")} == {
        "started": ["start"],
        "completed": ["end"],
    }
    assert [h.text for h in raw.columns("response_id")] == ["_id"]
    assert [h.text for h in raw.columns("personal")] == ["username"]
    assert asked(raw) == [("useful", "", "")]


def test_what_odk_central_writes_is_known_too():
    headings = ["SubmissionDate", "useful", "meta-instanceID", "KEY", "SubmitterName"]

    raw = read_upload(csv_file([headings, ["2026-03-02", "yes", "uuid:1", "uuid:1", "Ann"]]))

    assert raw.survey_tool == "kobo"
    parts = ["completed", "question", "metadata", "response_id", "personal"]
    assert [h.part for h in raw.headings] == parts


@pytest.mark.parametrize("name", ["about/name", "about-phone_number", "first_name"])
def test_who_somebody_is_is_personal_in_whatever_group_it_was_asked(name):
    raw = read_upload(kobo([name, "team_name"], [["Ann", "A"], ["Bo", "B"]]))

    assert [h.text for h in raw.columns("personal")] == ["username", name]


def test_one_such_name_alone_does_not_tell():
    assert read_upload(csv_file([["_id", "useful"], ["1", "yes"]])).survey_tool == "general"


def test_where_somebody_was_is_personal():
    raw = read_upload(
        kobo(["about/home", "_home_latitude", "_home_longitude"], [["51.5 0 0 0", "51.5", "0"]])
    )

    personal = [h.text for h in raw.columns("personal")]
    assert personal == ["username", "about/home", "_home_latitude", "_home_longitude"]


@pytest.mark.parametrize("joint", ["/", "."])
def test_ticks_are_read_from_their_columns_and_the_list_beside_them_is_left_aside(joint):
    headings = ["helped", f"helped{joint}time", f"helped{joint}tea", "why"]
    rows = [["time tea", "1", "1", ""], ["time", "1", "0", "x"], ["", "NA", "NA", ""]]

    look = look_at(kobo(headings, rows))
    match = look.recognition.matches[0]

    assert (match.heading, match.labels) == ("helped", ("time", "tea"))
    answers = look.cleaned.responses.of(match.question)
    assert dict(answers["answer"].value_counts()) == {"time": 2, "tea": 1}
    (notice,) = (n for n in look.raw.notices if n.code == "list_beside_columns")
    assert notice.message == (
        "The answers in column E stand in the file twice: as a list, and as a column for each "
        "option. We read the columns."
    )


def test_labels_with_strokes_and_stops_are_cut_where_the_question_ends():
    question = "What helped? Tick all, e.g. time and/or tea."
    headings = [question, f"{question}/Time/space", f"{question}/Tea, etc."]

    raw = read_upload(kobo(headings, [["Time/space", "1", "0"], ["Tea, etc.", "0", "1"]]))

    assert [(h.question, h.option) for h in raw.columns("question")] == [
        (question, "Time/space"),
        (question, "Tea, etc."),
    ]


def test_columns_of_options_without_their_list_are_one_question():
    raw = read_upload(kobo(["grp/helped/time", "grp/helped/tea"], [["1", "0"], ["0", "1"]]))

    assert [(h.question, h.option) for h in raw.columns("question")] == [
        ("grp/helped", "time"),
        ("grp/helped", "tea"),
    ]


def test_a_list_without_columns_is_parted_where_its_names_come_back():
    rows = [["time tea", "i liked it"], ["time", "it was long"], ["tea trust", "no"]]
    rows += [["trust time", "yes"]]

    look = look_at(kobo(["helped", "why"], rows))
    match = look.recognition.matches[0]

    assert match.question.type == "multiple_choice"
    answers = look.cleaned.responses.of(match.question)
    assert dict(answers["answer"].value_counts()) == {"time": 3, "tea": 2, "trust": 2}
    assert list(look.raw.cells[6])[:2] == ["i liked it", "it was long"]


def test_what_people_read_is_never_parted_at_spaces():
    rows = [["Strongly agree"], ["Strongly disagree"], ["agree Strongly"], ["agree"]]

    raw = read_upload(kobo(["I feel safe here"], rows))

    assert list(raw.cells[5]) == [cell for (cell,) in rows]


def test_an_ordered_list_is_a_ranking():
    rows = [["time tea trust"], ["tea time trust"], ["trust time tea"]]

    look = look_at(kobo(["order"], rows))

    assert look.recognition.matches[0].question.type == "ranking"


def test_a_column_for_each_place_is_a_ranking():
    places = ["_1st_choice", "_2nd_choice", "_3rd_choice"]
    rows = [["time", "tea", "trust"], ["tea", "time", "trust"]]

    look = look_at(kobo([f"about/order/{place}" for place in places], rows))
    (match,) = look.recognition.matches

    assert (match.question.type, match.layout) == ("ranking", "column_per_place")
    assert match.labels == ("1st choice", "2nd choice", "3rd choice")


def test_a_group_is_taken_off_where_it_holds_several_questions():
    raw = read_upload(kobo(["about/age", "about/team", "Yes/No?"], [["30", "a", "Yes"]]))

    assert asked(raw) == [("age", "", ""), ("team", "", ""), ("Yes/No?", "", "")]
