"""A blank workbook: the headings of an export, so that typed answers are read without a question.

Its first sheet is laid out as Microsoft Forms writes an export. What can be answered stands on a
second sheet, from which the cells offer it.
"""

from datetime import date
from io import BytesIO

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from rm_eval.questionnaire import Question
from rm_eval.report.forms.answers import ends_of, listed
from rm_eval.report.forms.form import CODE_HINT, CODE_QUESTION, Form
from rm_eval.report.forms.origins import wordings_of
from rm_eval.table import visible

EXPORT_COLUMNS = ("ID", "Start time", "Completion time", "Email", "Name")
ANSWERS = "Answers to choose from"
ABOUT = "About this form"
ROWS = 200  # people for whom cells offer their answers
WIDTHS = {"export": 9, "question": 34, "wide": 70, "narrow": 12}
SEVERAL = (
    "Several answers, or an order: write them one after the other, each with a semicolon behind "
    "it, the first place first. They must read as on the second sheet."
)
HOW = (
    "Type one row a person on the first sheet, and add the file on the page Add data.",
    "Do not change the headings: each is known by its words.",
    "Leave Email and Name empty: the dashboard drops them.",
    SEVERAL,
    "Keep the scales and the wording the same at the start and at the end.",
)


def blank_workbook(form: Form, *, made_on: date) -> bytes:
    """Write the workbook of a form.

    Parameters
    ----------
    made_on
        The day it was made, which it says.
    """
    book = Workbook()
    first = book.worksheets[0]
    first.title = "Sheet1"  # as Forms calls it
    answers, about = book.create_sheet(ANSWERS), book.create_sheet(ABOUT)
    _write_headings(first, form)
    offered = _write_answers(answers, form)
    for column, rows in offered.items():
        _offer(first, column, rows)
    _write_about(about, form, made_on)
    book.properties.title = visible(form.title)
    book.properties.creator = ""
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def _write_headings(sheet: Worksheet, form: Form) -> None:
    headings = [*EXPORT_COLUMNS, CODE_QUESTION, *(one.wording for one in form.questions)]
    for column, heading in enumerate(headings, start=1):
        _put(sheet, 1, column, heading, bold=True)
        own = column <= len(EXPORT_COLUMNS)
        width = WIDTHS["export" if own else "question"]
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.freeze_panes = "B2"


def _write_answers(sheet: Worksheet, form: Form) -> dict[int, tuple[int, int]]:
    """List what can be answered; return in which rows, by the column of the first sheet."""
    rows: dict[int, tuple[int, int]] = {}
    _put_row(sheet, 1, ("Column", "Question", "How to answer", "Answer"), bold=True)
    row = 2
    asked = len(EXPORT_COLUMNS) + 1
    _put_row(sheet, row, (get_column_letter(asked), CODE_QUESTION, CODE_HINT, ""))
    for column, question in enumerate(form.questions, start=asked + 1):
        row += 1
        labels = listed(question) or ("",)
        if any(labels) and question.type in {"single_choice", "likert", "yes_no", "scale"}:
            rows[column] = (row, row + len(labels) - 1)
        for at, label in enumerate(labels):
            how = (get_column_letter(column), question.wording, _how(question)) if not at else ()
            _put_row(sheet, row + at, (*(how or ("", "", "")), label))
        row += len(labels) - 1
    for letter, width in zip("ABCD", ("narrow", "wide", "question", "wide"), strict=True):
        sheet.column_dimensions[letter].width = WIDTHS[width]
    sheet.freeze_panes = "A2"
    return rows


def _how(question: Question) -> str:
    if question.type == "scale" and question.scale is not None:
        return f"One number. {ends_of(question.scale)}."
    if not listed(question) and question.type == "single_choice":
        return "One name, written the same way each time."
    return {
        "multiple_choice": "Any number of these, each with a semicolon behind it.",
        "ranking": "All of these in order, each with a semicolon behind it.",
        "free_text": "In their own words. Name nobody.",
        "number": "A number.",
        "date": "A date.",
    }.get(question.type, "One of these.")


def _offer(sheet: Worksheet, column: int, rows: tuple[int, int]) -> None:
    """Let the cells of a column offer its answers; whatever else is typed stays possible."""
    letter = get_column_letter(column)
    first, last = rows
    choice = DataValidation(
        type="list", formula1=f"='{ANSWERS}'!$D${first}:$D${last}", showErrorMessage=False
    )
    choice.add(f"{letter}2:{letter}{ROWS + 1}")
    sheet.add_data_validation(choice)


def _write_about(sheet: Worksheet, form: Form, made_on: date) -> None:
    day = f"{made_on.day} {made_on:%B %Y}"
    lines = [form.title, f"About {form.words['characteristic']}. Made on {day}.", *HOW]
    for row, line in enumerate(lines, start=1):
        _put(sheet, row, 1, line, bold=row == 1)
    start = len(lines) + 2
    _put_row(sheet, start, ("Question", "Where the wording comes from"), bold=True)
    for row, one in enumerate(wordings_of(form), start=start + 1):
        _put_row(sheet, row, (f"{one.number}. {one.wording}", one.comes_from))
    for column in "AB":
        sheet.column_dimensions[column].width = WIDTHS["wide"]


def _put_row(sheet: Worksheet, row: int, cells: tuple[str, ...], *, bold: bool = False) -> None:
    for column, words in enumerate(cells, start=1):
        _put(sheet, row, column, words, bold=bold)


def _put(sheet: Worksheet, row: int, column: int, words: str, *, bold: bool = False) -> None:
    """Write text as text: what somebody typed is never run as a formula."""
    if words == "":
        return
    cell = sheet.cell(row=row, column=column, value=visible(words))
    cell.data_type = "s"
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    cell.font = Font(name="Arial", bold=bold)
