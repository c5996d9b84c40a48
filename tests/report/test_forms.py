"""Forms to send out: complete, in anybody's words, and back in without a question."""

import re
from datetime import date
from io import BytesIO
from itertools import pairwise
from typing import get_args

import docx
import openpyxl
import pytest

from rm_eval.disclosure.policy import LARGE_GROUP, SMALLEST_GROUP
from rm_eval.errors import EmptyFile
from rm_eval.look import how_sure, look_at
from rm_eval.questionnaire import LIKERT_OPTIONS, SUBJECTS, Role, Stage
from rm_eval.report.forms import FORM_GAPS, ORIGINS, blank_workbook, wordings_of, write_form
from rm_eval.report.forms.form import CODE_QUESTION
from rm_eval.table import Upload
from sample_data.exports import CODE
from tests.filled_in import answers_to

FORMS = [(stage, role) for stage in get_args(Stage) for role in get_args(Role)]
DISABILITY = {"characteristic": "disability", "community": "disabled"}
TYPED = {
    "characteristic": "Deafness",
    "community": "Deaf (BSL)",
    "mentoring": "reciprocal",
    "sessions": "nine",
}
A_DAY = date(2026, 11, 22)
HOSTILE = '=cmd|"x" <img src=x> {organisation} **b** ;'


@pytest.fixture(params=FORMS, ids="-".join)
def form(request):
    return write_form(*request.param, DISABILITY)


def typed_in(form, n=3, *, with_ids=True) -> Upload:
    """The blank workbook with a row of invented answers for each of n people."""
    book = openpyxl.load_workbook(BytesIO(blank_workbook(form, made_on=A_DAY)))
    columns = [answers_to(question, n) for question in form.questions]
    for at in range(n):
        own = [at + 1 if with_ids else None, *[None] * 4]
        book["Sheet1"].append([*own, f"S{at}{at}A", *(answers[at] for answers in columns)])
    content = BytesIO()
    book.save(content)
    return Upload(name=f"{form.name}.xlsx", content=content.getvalue())


# The blank workbook -----------------------------------------------------------------------------


@pytest.mark.parametrize("words", [{}, DISABILITY, TYPED], ids=["race", "disability", "typed"])
@pytest.mark.parametrize(("stage", "role"), FORMS)
def test_typed_answers_are_read_back_with_every_question_sure(stage, role, words):
    form = write_form(stage, role, words)

    look = look_at(typed_in(form))

    assert look.raw.survey_tool == "microsoft_forms"
    assert (look.recognition.stage, look.recognition.role) == (stage, role)
    assert [match.question.id for match in look.recognition.matches] == [
        question.id for question in form.questions
    ]
    assert {how_sure(match) for match in look.recognition.matches} == {"sure"}
    assert look.doubts == ()
    assert [heading.text for heading in look.recognition.codes] == [CODE_QUESTION]
    assert [match.question.wording for match in look.recognition.matches] == [
        question.wording for question in form.questions
    ]
    assert look.cleaned.log == ()
    assert len(look.cleaned.responses.people) == 3


def test_rows_without_a_number_are_read_as_well(form):
    look = look_at(typed_in(form, with_ids=False))

    assert len(look.cleaned.responses.people) == 3
    assert look.doubts == ()


def test_one_row_is_enough(form):
    look = look_at(typed_in(form, n=1))

    assert {how_sure(match) for match in look.recognition.matches} == {"sure"}


def test_a_workbook_nobody_typed_into_is_refused_for_that_reason(form):
    upload = Upload(name="blank.xlsx", content=blank_workbook(form, made_on=A_DAY))

    with pytest.raises(EmptyFile, match="headings but no answers"):
        look_at(upload)


def test_the_second_sheet_lists_what_can_be_answered(form):
    book = openpyxl.load_workbook(BytesIO(blank_workbook(form, made_on=A_DAY)))
    said = [row[3] for row in book["Answers to choose from"].iter_rows(values_only=True)]

    for question in form.questions:
        for option in question.options:
            assert option.label in said


def test_cells_offer_the_answers_of_their_own_question():
    form = write_form("enrolment", "mentor")
    book = openpyxl.load_workbook(BytesIO(blank_workbook(form, made_on=A_DAY)))
    sheet, answers = book["Sheet1"], book["Answers to choose from"]
    headings = {cell.column_letter: cell.value for cell in sheet[1]}

    offered = {}
    for one in sheet.data_validations.dataValidation:
        letter = re.match("[A-Z]+", str(one.sqref))[0]
        first, last = (int(n) for n in re.findall(r"\$D\$(\d+)", one.formula1))
        offered[headings[letter]] = [answers[f"D{row}"].value for row in range(first, last + 1)]

    assert offered["I have faith in the process that has been set up."] == [
        label for _, label in LIKERT_OPTIONS["agreement"]
    ]
    assert [str(n) for n in range(1, 11)] in offered.values()


def test_no_cell_is_a_formula_whatever_somebody_typed():
    form = write_form("enrolment", "mentor", {"characteristic": HOSTILE, "community": HOSTILE})
    book = openpyxl.load_workbook(BytesIO(blank_workbook(form, made_on=A_DAY)))

    kinds = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}
    assert "f" not in kinds


# The document -----------------------------------------------------------------------------------


def test_the_word_document_opens_and_asks_every_question(form):
    file = docx.Document(BytesIO(form.document().docx()))
    cells = [cell.text for table in file.tables for row in table.rows for cell in row.cells]
    said = "\n".join([*(one.text for one in file.paragraphs), *cells])

    assert CODE_QUESTION in said
    for question in form.questions:
        assert question.wording[1:] in said
    assert "race" not in re.findall(r"\w+", said)
    assert "BAME" not in said


def test_the_word_document_can_be_read_aloud(form):
    file = docx.Document(BytesIO(form.document().docx()))
    levels = [
        int(one.style.name[-1]) for one in file.paragraphs if one.style.name.startswith("Heading")
    ]

    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert file.core_properties.title == form.title
    assert file.core_properties.language == "en-GB"
    heads = [table.rows[0]._tr.xpath(".//w:tblHeader") for table in file.tables]
    assert all(heads)


def test_what_is_still_to_be_filled_in_is_highlighted():
    file = docx.Document(BytesIO(write_form("training", "mentee").document().docx()))
    marked = [run.text for p in file.paragraphs for run in p.runs if run.font.highlight_color]

    assert set(marked) == set(FORM_GAPS.values())


def test_what_somebody_filled_in_stands_in_every_version():
    said = {gap: f"Filled in {gap}" for gap in FORM_GAPS}
    form = write_form("training", "mentee", gaps=said)
    file = docx.Document(BytesIO(form.document().docx()))

    for words in ("\n".join(p.text for p in file.paragraphs), form.text(), form.document().html()):
        assert all(one in words for one in said.values())
        assert "[your organisation" not in words


def test_the_form_says_what_happens_to_answers_with_the_figures_of_the_rules():
    text = write_form("enrolment", "mentor").text()

    assert f"Of fewer than {SMALLEST_GROUP} people nobody but the team sees any number" in text
    assert f"nor where fewer than {LARGE_GROUP} people answered" in text
    for part in ("If you change your mind", "What comes next", "another format", "upsets you"):
        assert part in text
    assert "Equality impact assessment of this form" in text


def test_the_text_to_copy_has_an_answer_a_line_and_nothing_to_write_on():
    lines = write_form("enrolment", "mentor").text().splitlines()

    at = lines.index("2. How did you find out about the programme?")
    assert lines[at + 4 : at + 6] == ["Line manager", "Staff network"]
    assert not any("☐" in line or "___" in line for line in lines)


def test_questions_are_numbered_alike_in_every_version(form):
    numbers = [int(n) for n in re.findall(r"^(\d+)\. ", form.text(), re.MULTILINE)]

    assert numbers == list(range(1, len(form.questions) + 2))
    assert [one.number for one in wordings_of(form)] == numbers


def test_somebodys_own_words_are_no_markup():
    form = write_form("enrolment", "mentor", {"characteristic": HOSTILE, "community": HOSTILE})

    assert "<img" not in form.document().html()
    assert "{organisation}" in form.text()
    assert docx.Document(BytesIO(form.document().docx())).paragraphs


@pytest.mark.parametrize("subject", SUBJECTS, ids=lambda one: one.name)
def test_a_form_about_any_characteristic_names_no_other(subject):
    words = {"characteristic": subject.characteristic, "community": subject.community}

    text = write_form("end_of_cohort", "mentee", words).text()

    assert f"{subject.characteristic} equality" in text
    assert f"{subject.community} colleagues" in text
    assert subject.name == "Race" or not re.search(r"\b(race|BAME)\b", text)


def test_a_reciprocal_programme_of_another_length_says_so():
    text = write_form("end_of_cohort", "mentor", TYPED).text()

    assert "How many of the nine sessions took place?" in text
    assert "Did you find reciprocal mentoring useful?" in text
    assert "reverse" not in text


# Where wordings come from -----------------------------------------------------------------------


def test_each_wording_says_where_it_comes_from():
    said = {one.wording: one.comes_from for one in wordings_of(write_form("training", "mentor"))}
    first = "What additional resources/guidance do you feel you need at this point to begin working"

    assert said[f"{first} with your mentee?"] == ORIGINS["verbatim"]
    assert said["The pace was right."] == ORIGINS["reconstructed"]
    assert said["What would have made the training better?"] == ORIGINS["proposed"]


def test_a_wording_of_the_report_with_other_words_says_so():
    said = [one.comes_from for one in wordings_of(write_form("enrolment", "mentor", DISABILITY))]

    assert [one for one in said if "here with your own words" in one]


def test_the_sample_was_asked_the_same_question_for_a_code():
    assert CODE == CODE_QUESTION


def test_what_a_pdf_leaves_behind_in_words_stops_no_file():
    unseen = "rac\x02ism"
    form = write_form("enrolment", "mentor", {"characteristic": unseen}, {"support": unseen})

    word = docx.Document(BytesIO(form.document().docx()))
    book = openpyxl.load_workbook(BytesIO(blank_workbook(form, made_on=date(2026, 1, 1))))

    assert any("racism" in paragraph.text for paragraph in word.paragraphs)
    assert any("racism" in str(cell.value) for cell in book["Sheet1"][1])
