import pytest

from rm_eval.errors import EmptyFile
from rm_eval.readers import read_upload
from rm_eval.recognise import recognise
from tests.uploads import RESPONDENT, csv_file, surveymonkey_csv

QUESTIONS = [
    ("Was it useful?", "Response"),
    ("What helped? Tick all that apply.", "Time"),
    ("", "Trust"),
    ("", "Other (please specify)"),
    ("Anything else?", "Open-Ended Response"),
]
ANSWERS = [["Yes", "Time", "", "", "Thanks"], ["No", "", "Trust", "Tea", ""]]


def read(questions=QUESTIONS, answers=ANSWERS):
    return read_upload(surveymonkey_csv(questions, answers))


def test_two_heading_rows_are_read_as_headings_and_said():
    raw = read()

    assert raw.survey_tool == "surveymonkey"
    assert list(raw.cells.index) == [3, 4]
    assert [(notice.code, notice.row) for notice in raw.notices] == [
        ("extra_header_rows_removed", 2)
    ]


def test_a_question_is_carried_on_over_the_columns_it_spans():
    assert [(h.text, h.question, h.option) for h in read().columns("question")] == [
        ("Was it useful?", "", ""),
        ("What helped? Tick all that apply. [Time]", "What helped? Tick all that apply.", "Time"),
        ("What helped? Tick all that apply. [Trust]", "What helped? Tick all that apply.", "Trust"),
        (
            "What helped? Tick all that apply. [Other (please specify)]",
            "What helped? Tick all that apply.",
            "Other (please specify)",
        ),
        ("Anything else?", "", ""),
    ]


def test_its_own_columns_are_no_questions():
    raw = read()

    assert [h.text for h in raw.columns("response_id")] == ["RespondentID"]
    assert [h.text for h in raw.columns("personal")] == [
        "IP Address",
        "Email Address",
        "First Name",
        "LastName",
    ]


def test_spaces_in_its_own_headings_make_no_difference():
    rows = [["Respondent ID", "Collector ID", "Useful?"], ["", "", "Response"], ["1", "2", "Yes"]]

    raw = read_upload(csv_file(rows))

    assert raw.survey_tool == "surveymonkey"
    assert [h.part for h in raw.headings] == ["response_id", "metadata", "question"]


def test_without_its_own_columns_the_word_response_tells():
    raw = read_upload(
        csv_file([["Useful?", "Why?"], ["Response", "Open-Ended Response"], ["Yes", "x"]])
    )

    assert raw.survey_tool == "surveymonkey"
    assert len(raw.cells) == 1


def test_one_heading_row_holds_question_and_option():
    headings = [
        "RespondentID",
        "What helped? - Time",
        "What helped? - Trust - of others",
        "Useful?",
    ]

    raw = read_upload(csv_file([headings, ["1", "Time", "", "Yes"]]))

    assert raw.survey_tool == "surveymonkey"
    assert [(h.question, h.option) for h in raw.columns("question")] == [
        ("What helped?", "Time"),
        ("What helped?", "Trust - of others"),
        ("", ""),
    ]


def test_two_columns_headed_alike_are_an_option_and_its_words():
    headings = ["RespondentID", "Pies? - Apple", "Pies? - Other (please specify)"]
    headings.append("Pies? - Other (please specify)")

    raw = read_upload(csv_file([headings, ["1", "Apple", "Other (please specify)", "Quince"]]))

    assert [h.option for h in raw.columns("question")] == [
        "Apple",
        "Other (please specify)",
        "Other (please specify)",
    ]


def test_a_respondent_id_alone_does_not_make_a_surveymonkey_file():
    raw = read_upload(csv_file([["Respondent ID", "Useful?"], ["1", "Yes"]]))

    assert raw.survey_tool == "general"


def test_an_answer_that_reads_response_is_no_heading_row():
    rows = [[*RESPONDENT, "What was the first thing you heard?"], ["1", *"2345678", "", "Response"]]

    assert len(read_upload(csv_file(rows)).cells) == 1


def test_numbers_as_long_as_its_own_tell_where_the_respondents_stand_alone():
    raw = read_upload(csv_file([["RespondentID", "Useful?"], ["3436139758", "Yes"]]))

    assert raw.survey_tool == "surveymonkey"
    assert "as long as SurveyMonkey's" in raw.why


def test_custom_data_however_many_is_no_question():
    first = ["Respondent ID", "Collector ID", "Custom Data 1", "Custom Data 2", "Useful?"]

    raw = read_upload(csv_file([first, [*[""] * 4, "Response"], ["1", "2", "a", "b", "Yes"]]))

    assert [h.text for h in raw.columns("question")] == ["Useful?"]


@pytest.fixture
def in_numbers():
    questions = [
        ("What is your role?", "Response"),
        ("What helped?", "Time"),
        ("", "Trust"),
        ("", "Other (please specify)"),
        ("How much?", "I was heard"),
        ("", "I was safe"),
        ("Anything else?", "Open-Ended Response"),
    ]
    answers = [
        ["1", "1", "2", "", "4", "5", "7"],
        ["2", "", "2", "Tea", "5", "5", "Thanks"],
        ["1", "1", "", "", "3", "4", ""],
    ]
    return read_upload(surveymonkey_csv(questions, answers))


def test_answers_exported_as_their_numbers_are_codes(in_numbers):
    coded = [h.text for h in in_numbers.headings if h.coded]

    assert coded == ["What is your role?", "How much? [I was heard]", "How much? [I was safe]"]
    (notice,) = (n for n in in_numbers.notices if n.code == "codes_without_meaning")
    assert notice.message.endswith(
        'choose "Actual answer text" for the cells, not "Numerical value".'
    )


def test_a_tick_written_as_the_number_of_its_option_is_a_tick(in_numbers):
    matches = recognise(in_numbers).matches
    helped = next(match for match in matches if match.heading == "What helped?")

    assert (helped.question.type, len(helped.columns)) == ("multiple_choice", 3)


def test_a_thing_somebody_gave_no_place_is_not_ranked_and_the_rest_is():
    questions = [("Rank these", "Time"), ("", "Trust"), ("", "Tea"), ("Useful?", "Response")]
    answers = [["1", "2", "N/A", "Yes"], ["2", "1", "3", "No"], ["N/A", "2", "1", "N/A"]]

    raw = read(questions, answers)

    columns = [h.column for h in raw.columns("question")]
    assert [list(raw.cells[column]) for column in columns] == [
        ["1", "2", ""],
        ["2", "1", "2"],
        ["", "3", "1"],
        ["Yes", "No", "N/A"],
    ]


def test_scores_beside_answers_in_words_are_no_codes():
    raw = read([*QUESTIONS, ("How useful, 1 to 10?", "Response")], [[*ANSWERS[0], "7"]])

    assert not any(heading.coded for heading in raw.headings)


CODED = ["StartDate", "EndDate", "q0001", "q0002_0001", "q0002_0002", "q0003_0001", "q0003_0002"]
BY_CODES = [
    ["5/10/18 4:01", "5/10/18 4:06", "Yes", "Time", "Not selected", "Often", "Never"],
    ["5/10/18 6:30", "5/10/18 6:53", "No", "Time", "Trust", "Rarely", "Often"],
    ["5/10/18 7:02", "5/10/18 7:09", "NA", "Not selected", "Not selected", "Never", "Never"],
]


def test_questions_called_by_codes_have_options_but_no_wording():
    raw = read_upload(csv_file([CODED, *BY_CODES]))

    assert raw.survey_tool == "surveymonkey"
    assert raw.why == "because it calls its questions q0001 and so on, as SurveyMonkey does"
    assert [(h.text, h.question, h.option) for h in raw.columns("question")] == [
        ("q0001", "", ""),
        ("q0002_0001", "q0002", "Time"),
        ("q0002_0002", "q0002", "Trust"),
        ("q0003_0001", "", ""),
        ("q0003_0002", "", ""),
    ]
    assert raw.cell(4, 3) == ""
    assert "question_wording_unknown" in {notice.code for notice in raw.notices}


def test_two_heading_rows_without_answers_are_refused():
    with pytest.raises(EmptyFile) as refusal:
        read(answers=[])

    assert refusal.value.code == "no_rows"
