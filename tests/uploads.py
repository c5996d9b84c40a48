"""Small uploads for tests, made as survey tools make them."""

import csv
import io
from datetime import datetime

from openpyxl import Workbook

from rm_eval.table import Upload

FORMS = ("ID", "Start time", "Completion time", "Email", "Name")
STARTED = datetime(2026, 3, 2, 9, 30)  # noqa: DTZ001 - workbooks hold no zone
COMPLETED = datetime(2026, 3, 2, 9, 41)  # noqa: DTZ001


def forms_workbook(columns: dict[str, list], *, name: str = "survey.xlsx", **own) -> Upload:
    """A Microsoft Forms workbook: its own columns, then the questions given."""
    return workbook({"Sheet1": forms_rows(columns, **own)}, name=name)


def forms_rows(columns: dict[str, list], *, headings=FORMS, email="anonymous") -> list[list]:
    n = max(len(answers) for answers in columns.values())
    rows = [[*headings, *columns]]
    for at in range(n):
        own = [at + 1, STARTED, COMPLETED, email, None]
        rows.append([*own, *(answers[at] for answers in columns.values())])
    return rows


def workbook(sheets: dict[str, list[list]], *, name: str = "survey.xlsx") -> Upload:
    book = Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    content = io.BytesIO()
    book.save(content)
    return Upload(name=name, content=content.getvalue())


def csv_file(rows: list[list[str]], *, name: str = "survey.csv") -> Upload:
    content = io.StringIO(newline="")
    csv.writer(content).writerows(rows)
    return Upload(name=name, content=content.getvalue().encode())


def google_csv(columns: dict[str, list[str]], *, time="Timestamp", name="survey.csv") -> Upload:
    """A Google Forms export: the time of each answer, then the questions given."""
    n = max(len(answers) for answers in columns.values())
    rows = [[time, *columns]]
    for at in range(n):
        answered = f"3/{at % 28 + 1}/2026 9:{at % 60:02d}:07"
        rows.append([answered, *(answers[at] for answers in columns.values())])
    return csv_file(rows, name=name)


RESPONDENT = ["RespondentID", "CollectorID", "StartDate", "EndDate", "IP Address", "Email Address"]
RESPONDENT += ["First Name", "LastName", "Custom Data"]


def surveymonkey_csv(
    questions: list[tuple[str, str]], answers: list[list[str]], *, name="survey.csv"
) -> Upload:
    """A SurveyMonkey export: pairs of first and second heading, and the cells below them."""
    first = [*RESPONDENT, *(top for top, _ in questions)]
    second = [*("" for _ in RESPONDENT), *(below for _, below in questions)]
    rows = [first, second]
    for at, cells in enumerate(answers, start=1):
        own = [str(7_000 + at), "42", "03/02/2026 09:30:00", "03/02/2026 09:41:00", "192.0.2.1"]
        rows.append([*own, f"p{at}@example.org", "", "", "", *cells])
    return csv_file(rows, name=name)
