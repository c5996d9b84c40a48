"""REDCap: field names or labels, tick-boxes by code or label, several rows a person."""

import pytest

from rm_eval.look import look_at
from rm_eval.readers import read_upload
from tests.uploads import csv_file


def parts(raw):
    return {heading.text: heading.part for heading in raw.headings}


def test_its_own_columns_are_no_questions():
    own = ["redcap_event_name", "redcap_repeat_instrument", "redcap_repeat_instance"]
    own += ["redcap_data_access_group", "redcap_survey_identifier"]
    row = ["1", "start_arm_1", "", "", "north", "", "Good", "2"]

    raw = read_upload(csv_file([["record_id", *own, "how_was_it", "training_complete"], row]))

    assert raw.survey_tool == "redcap"
    assert raw.why == "because it has REDCap's own column redcap_event_name"
    assert parts(raw) == {
        "record_id": "response_id",
        "redcap_event_name": "event",
        "redcap_repeat_instrument": "event",
        "redcap_repeat_instance": "metadata",
        "redcap_data_access_group": "metadata",
        "redcap_survey_identifier": "personal",
        "how_was_it": "question",
        "training_complete": "metadata",
    }


def test_a_record_and_the_end_of_a_form_tell_without_columns_of_its_own():
    rows = [["record_id", "how_was_it", "training_complete"], ["1", "Good", "Complete"]]

    raw = read_upload(csv_file(rows))

    assert raw.survey_tool == "redcap"
    assert raw.why == (
        "because it begins with record_id and a form ends in training_complete, as in REDCap"
    )


def test_a_form_that_ends_in_complete_tells_in_an_export_with_labels():
    rows = [
        ["Code", "Event Name", "How was it?", "Complete?"],
        ["1", "Start", "Good", "Unverified"],
    ]

    raw = read_upload(csv_file(rows))

    assert raw.survey_tool == "redcap"
    assert raw.why == 'because a form ends in "Complete?", as REDCap labels it'
    assert [h.part for h in raw.headings] == ["response_id", "event", "question", "metadata"]


def test_a_survey_tells_whatever_the_record_is_called():
    headings = ["code", "talks_timestamp", "how_was_it", "talks_complete"]

    raw = read_upload(csv_file([headings, ["1", "2026-03-02 09:41:00", "Good", "2"]]))

    assert raw.survey_tool == "redcap"


@pytest.mark.parametrize(
    "headings",
    [
        pytest.param(["record_id", "training_complete", "more"], id="an end in the middle"),
        pytest.param(["record_id", "how_was_it"], id="a record alone"),
        pytest.param(["team", "training_complete"], id="a form's end alone"),
    ],
)
def test_less_than_that_is_not_called_redcap(headings):
    assert (
        read_upload(csv_file([headings, ["1", "2", "2"][: len(headings)]])).survey_tool == "general"
    )


def test_who_somebody_is_and_files_they_sent_in_are_not_kept():
    headings = ["record_id", "name_first", "dob", "next_of_kin_phone_1", "photo", "redcap_x"]

    raw = read_upload(csv_file([headings, ["1", "Ann", "1990-01-01", "1", "[document]", "x"]]))

    assert [h.text for h in raw.columns("personal")] == headings[1:4]
    assert parts(raw)["photo"] == "metadata"


def test_boxes_by_code_are_ticks_and_all_noughts_are_no_answer():
    rows = [
        ["record_id", "helped___1", "helped___2", "helped____99", "form_complete"],
        *(["1", "1", "0", "0", "2"], ["2", "1", "1", "0", "2"], ["3", "0", "0", "0", "0"]),
    ]

    look = look_at(csv_file(rows))
    (match,) = look.recognition.matches

    assert (match.heading, match.labels) == ("helped", ("1", "2", "_99"))
    assert match.question.type == "multiple_choice"
    answers = look.cleaned.responses.of(match.question)
    assert dict(answers["answer"].value_counts()) == {"1": 2, "2": 1}


def test_boxes_by_label_are_ticks():
    helped = "What helped? (tick all that apply)"
    rows = [
        ["Record ID", f"{helped} (choice=Time)", f"{helped} (choice=Tea (or cake))", "Complete?"],
        *(["1", "Checked", "Unchecked", "Complete"], ["2", "Checked", "Checked", "Incomplete"]),
    ]

    look = look_at(csv_file(rows))
    (match,) = look.recognition.matches

    assert look.raw.survey_tool == "redcap"
    assert (match.heading, match.labels) == (helped, ("Time", "Tea (or cake)"))
    assert parts(look.raw)["Complete?"] == "metadata"


def test_small_whole_numbers_are_codes_and_others_are_numbers():
    rows = [
        ["record_id", "role", "height", "score", "form_complete"],
        *(["1", "1", "160", "2.5", "2"], ["2", "-99", "171", "3", "2"], ["3", "2", "9", "4", "2"]),
    ]

    raw = read_upload(csv_file(rows))

    assert [h.text for h in raw.headings if h.coded] == ["role"]
    (notice,) = (n for n in raw.notices if n.code == "codes_without_meaning")
    assert notice.message == (
        "In column B the answers are codes, and this file does not say what they stand for. We "
        "count them and work out no mean. Export with labels, or add the project's data "
        "dictionary together with this file."
    )


def test_among_answers_in_words_a_number_is_a_number():
    rows = [["Record ID", "How useful?", "Complete?"], ["1", "3", "Complete"], ["2", "4", ""]]

    raw = read_upload(csv_file(rows))

    assert not any(heading.coded for heading in raw.headings)


def test_an_answer_that_was_not_sent_in_is_set_aside_where_there_is_one_survey():
    rows = [
        ["record_id", "talks_timestamp", "how_was_it", "talks_complete"],
        ["1", "2026-03-02 09:41:00", "Good", "2"],
        ["2", "[not completed]", "Poor", "0"],
    ]

    look = look_at(csv_file(rows))

    assert look.raw.cell(3, 2) == ""
    assert [(e.row, e.rule) for e in look.cleaned.set_aside] == [(3, "incomplete_response")]


def test_with_several_surveys_everybody_stays_and_it_is_said_who_did_not_send_one_in():
    rows = [
        ["record_id", "a_timestamp", "a_was", "a_complete", "b_timestamp", "b_was", "b_complete"],
        ["1", "2026-03-02 09:41:00", "Good", "2", "[not completed]", "", "0"],
        ["2", "2026-03-02 10:00:00", "Poor", "2", "2026-03-03 09:00:00", "Fair", "2"],
    ]

    look = look_at(csv_file(rows))

    assert len(look.cleaned.responses.people) == 2
    (notice,) = (n for n in look.raw.notices if n.code == "not_sent_in")
    assert notice.message == (
        "1 person began a survey and did not send it in (row 2). What they answered before counts."
    )


def test_a_person_has_a_row_for_each_event_and_none_is_a_second_response():
    rows = [["record_id", "redcap_event_name", "was", "form_complete"]]
    rows += [
        [str(record), event, "Good", "2"] for record in range(1, 7) for event in ("start", "end")
    ]

    assert len(look_at(csv_file(rows)).cleaned.responses.people) == 12
