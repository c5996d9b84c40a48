"""The same invented people, exported by three survey tools, give the same answers."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rm_eval.cleaning import clean
from rm_eval.errors import ForTheReader
from rm_eval.measures.description import describe
from rm_eval.questionnaire import read_questionnaires
from rm_eval.readers import read_upload
from rm_eval.recognise import recognise
from rm_eval.responses import NOTHING_TICKED
from tests.uploads import csv_file, forms_workbook, google_csv, surveymonkey_csv

FORM = {question.id: question for question in read_questionnaires()[0].questions}
SCORE = FORM["enr_m_conf_senior"].wording
FAITH = FORM["enr_faith"].wording
AREAS = FORM["enr_work_areas"].wording
RANK = FORM["enr_rank_benefits"].wording
BENEFITS = [option.label for option in FORM["enr_rank_benefits"].options]
OWN = "Did it change how you listen?"

SCORES = ["8", "11", "8/10", "", "6"]
FAITHS = ["Agree", "Strongly agree", "Neither agree nor disagree", "Agree", "Disagree"]
TICKS = [["Communications", "Data and analysis"], [], ["People management"], ["Baking"], []]
OWNS = ["Yes", "No", "Yes", "", "Yes"]
ORDERS = [[1, 2, 3, 4, 5, 6, 7], [7, 6, 5, 4, 3, 2, 1], [2, 1, 4, 3, 6, 5, 7], None, None]


def forms():
    ranked = [";".join(_in_order(order)) + ";" if order else "" for order in ORDERS]
    ticks = ["".join(f"{one};" for one in ticked) for ticked in TICKS]
    return forms_workbook({SCORE: SCORES, FAITH: FAITHS, AREAS: ticks, RANK: ranked, OWN: OWNS})


def google():
    ticks = [", ".join(ticked) for ticked in TICKS]
    columns = {SCORE: SCORES, FAITH: FAITHS, AREAS: ticks}
    for at, benefit in enumerate(BENEFITS):
        columns[f"{RANK} [{benefit}]"] = [str(order[at]) if order else "" for order in ORDERS]
    return google_csv({**columns, OWN: OWNS})


def surveymonkey():
    areas = ["Communications", "Data and analysis", "People management", "Other (please specify)"]
    questions = [(SCORE, "Open-Ended Response"), (FAITH, "Response"), (AREAS, areas[0])]
    questions += [*(("", area) for area in areas[1:]), (RANK, BENEFITS[0])]
    questions += [*(("", benefit) for benefit in BENEFITS[1:]), (OWN, "Response")]
    rows = []
    for score, faith, ticked, order, own in zip(SCORES, FAITHS, TICKS, ORDERS, OWNS, strict=True):
        typed = next((one for one in ticked if one not in areas), "")
        ticks = [area if area in ticked else "" for area in areas[:-1]]
        places = [str(place) for place in order] if order else [""] * len(BENEFITS)
        rows.append([score, faith, *ticks, typed, *places, own])
    return surveymonkey_csv(questions, rows)


def _in_order(order):
    return [BENEFITS[order.index(place)] for place in range(1, len(order) + 1)]


def answers_of(upload):
    raw = read_upload(upload)
    recognition = recognise(raw)
    assert {m.question.id for m in recognition.matches if m.question.known} == {
        "enr_m_conf_senior",
        "enr_faith",
        "enr_work_areas",
        "enr_rank_benefits",
    }
    assert (recognition.stage, recognition.role) == ("enrolment", "mentor")
    responses = clean(raw, recognition, role="mentor").responses
    return sorted(map(repr, responses.answers.to_numpy().tolist()))


def test_a_forms_file_gives_every_answer_once():
    answers = answers_of(forms())

    # 3 scores, 5 likert, 4 ticks and 2 people who ticked nothing, 3 rankings of 7, 4 yes or no.
    assert len(answers) == 3 + 5 + 4 + 2 + 21 + 4
    assert sum(NOTHING_TICKED in answer for answer in answers) == 2


@pytest.mark.parametrize("export", [google, surveymonkey])
def test_the_same_people_give_the_same_answers_whatever_the_tool(export):
    assert answers_of(export()) == answers_of(forms())


headings = st.sampled_from(
    [
        "",
        "ID",
        "RespondentID",
        "Timestamp",
        "Q [A]",
        "Q [B]",
        "Q - A",
        "Q - Other (please specify)",
        "Rank: 1st",
        "Rank: 2nd",
        "Q",
        "Name",
        "Your role",
        "Rate it (1-10)",
        AREAS,
        RANK,
        "\u200b",
    ]
)
cells = st.sampled_from(
    [
        "",
        "1",
        "2",
        "Yes",
        "No",
        "A",
        "A, B",
        "A;B;",
        "[",
        '["A"]',
        ";;",
        ",",
        "1st",
        "Mentor",
        "Mentee",
        "Response",
        "3/2/2026 9:30:07",
        "N/A",
        "test",
        "Agree",
        "Other: x; y",
        "✓",
        "<br>",
    ]
)


@settings(deadline=None, max_examples=200)
@given(
    st.integers(1, 5).flatmap(
        lambda n: st.tuples(
            st.lists(headings, min_size=n, max_size=n),
            st.lists(st.lists(cells, min_size=n, max_size=n), min_size=1, max_size=5),
        )
    )
)
def test_no_table_whatever_makes_the_reader_stumble_or_lose_a_row(table):
    top, rows = table
    try:
        raw = read_upload(csv_file([top, *rows]))
    except ForTheReader:
        return
    recognition = recognise(raw)
    cleaned = clean(raw, recognition, role="mentor")
    describe(raw, recognition, cleaned)

    assert len(cleaned.responses.people) + len(cleaned.set_aside) == len(raw.cells)
    matched = [column for match in recognition.matches for column in match.columns]
    set_apart = [heading.column for heading in (*recognition.personal, *recognition.metadata)]
    assert sorted(matched + set_apart) == sorted(heading.column for heading in raw.headings)
