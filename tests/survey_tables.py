"""Plausible survey exports for properties: every kind of question, odd spellings, blanks, repeats.

A `Table` is text as a person would see it; `as_csv` and `as_xlsx` write it as an upload.
"""

import csv
import io
import re
from dataclasses import dataclass, replace
from datetime import datetime

from hypothesis import strategies as st
from openpyxl import Workbook

from rm_eval.questionnaire import read_questionnaires
from rm_eval.table import Upload

FORM = {question.id: question.wording for question in read_questionnaires()[0].questions}
AREAS = ("Communications", "Data and analysis", "People management", "Policy, pay and process")
BENEFITS = ("Time", "Trust", "Tea")
AGREEMENT = ("Strongly disagree", "Disagree", "Neither agree nor disagree", "Agree")
WHOLE = re.compile(r"0|[1-9]\d{0,8}")
ISO = re.compile(r"\d{4}-\d\d-\d\d( \d\d:\d\d:\d\d)?")


@dataclass(frozen=True)
class Table:
    """Headings, and one row of cells a person; the first `n_own` columns are the survey tool's."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    n_own: int = 0

    @property
    def lines(self) -> list[tuple[str, ...]]:
        return [self.headings, *self.rows]


def cells(*usual: str, odd: tuple[str, ...] = ()) -> st.SearchStrategy[str]:
    """Mostly what the form offers; now and then a blank, or what people type of their own."""
    return st.one_of(
        st.sampled_from(usual),
        st.sampled_from(usual),
        st.sampled_from(("", *odd)),
    )


def ticks(separator: str, end: str) -> st.SearchStrategy[str]:
    chosen = st.lists(st.sampled_from((*AREAS, "Baking")), min_size=1, max_size=3)
    return st.one_of(st.just(""), chosen.map(lambda some: separator.join(some) + end))


def orders() -> st.SearchStrategy[str]:
    whole = st.permutations(BENEFITS).map(lambda order: "".join(f"{one};" for one in order))
    return st.one_of(whole, whole, st.sampled_from(("", "Time;Trust;", "Time;Time;Tea;", "Gin;")))


WORDS = ("It was good, mostly", "More time\nplease", "Dŵr a thân – ‘iawn’", "<b>Thank</b> you")
ODD_WORDS = ("NA", "n/a", "test", "=1+1", "-", "Ask jo@example.org", "  ", "Zażółć 你好 🙂")
SCORES = tuple(map(str, range(1, 11)))
ODD_SCORES = ("11", "0", "7.5", "8/10", "eight", " 7 ", "７", "N/A", "lots", "7.0")
DATES = ("2026-03-04", "2026-01-31", "2025-12-24")

# One question each: its heading, and what stands below it.
QUESTIONS: tuple[tuple[str, st.SearchStrategy[str]], ...] = (
    (FORM["enr_m_conf_senior"], cells(*SCORES, odd=ODD_SCORES)),
    ("How useful was it? (1-10)", cells(*SCORES, odd=ODD_SCORES)),
    (FORM["enr_faith"], cells(*AGREEMENT, odd=("agree", "AGREE ", "Perhaps", "n/a"))),
    ("I feel heard at work", cells(*AGREEMENT, odd=("agree", "disagree.", "Not sure"))),
    (FORM["enr_work_areas"], ticks(";", ";")),
    ("Which helped? (select all that apply)", ticks(", ", "")),
    ("Where do you work?", cells("North", "South, by the sea", odd=("north", "SOUTH, by the sea"))),
    ("Did it change how you listen?", cells("Yes", "No", odd=("y", "no.", "TRUE", "maybe"))),
    ("How many times did you meet?", cells("3", "12", "4.5", odd=("1,000", "ten", "N/A"))),
    ("When did you first meet?", cells(*DATES, odd=("31/01/2026", "3 March 2026", "soon"))),
    ("What would you change?", cells(*WORDS, odd=ODD_WORDS)),
    ("Anything else?", cells(*WORDS, odd=ODD_WORDS)),
    ("Please rank these", orders()),
)


@st.composite
def tables(draw: st.DrawFn, *, repeats: bool = True) -> Table:
    """One export in the layout of Microsoft Forms, Google Forms or no tool that we know."""
    asked = draw(
        st.lists(st.sampled_from(QUESTIONS), min_size=1, max_size=5, unique_by=lambda q: q[0])
    )
    people = draw(st.lists(st.tuples(*(given for _, given in asked)), min_size=1, max_size=12))
    headings = tuple(draw(odd_heading(heading)) for heading, _ in asked)
    own, moments = (
        draw(st.sampled_from(((), ("ID", "Start time", "Completion time"), ("Timestamp",)))),
        [],
    )
    for number, _ in enumerate(people, start=1):
        time = f"2026-03-{number % 28 + 1:02} 09:{number % 60:02}:07"
        moments.append({0: (), 1: (time,), 3: (str(number), time, time)}[len(own)])
    rows = [(*moment, *answers) for moment, answers in zip(moments, people, strict=True)]
    if repeats:
        rows += draw(st.lists(st.sampled_from(rows), max_size=2))
    return Table(headings=(*own, *headings), rows=tuple(rows), n_own=len(own))


def odd_heading(heading: str) -> st.SearchStrategy[str]:
    return st.sampled_from((heading, heading, f"{heading} ", f"<b>{heading}</b>", heading.upper()))


def with_columns_moved(table: Table, order: list[int]) -> Table:
    """Put the questions in another order; the tool's own columns stay in front."""
    places = [*range(table.n_own), *(table.n_own + at for at in order)]
    return replace(
        table,
        headings=tuple(table.headings[at] for at in places),
        rows=tuple(tuple(row[at] for at in places) for row in table.rows),
    )


def as_csv(table: Table, *, delimiter: str = ",", encoding: str = "utf-8") -> Upload:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter).writerows(table.lines)
    return Upload(name="survey.csv", content=text.getvalue().encode(encoding))


def as_xlsx(table: Table) -> Upload:
    """Write numbers as numbers and dates as dates, as survey tools do."""
    book = Workbook()
    for number, line in enumerate(table.lines, start=1):
        for column, text in enumerate(line, start=1):
            if text:
                cell = book.active.cell(row=number, column=column)
                cell.value = typed(text) if number > 1 else text
                if cell.data_type == "f":
                    cell.data_type = "s"  # somebody's words, though they begin with "="
    content = io.BytesIO()
    book.save(content)
    return Upload(name="survey.xlsx", content=content.getvalue())


def typed(text: str) -> object:
    if WHOLE.fullmatch(text):
        return int(text)
    if text in {"TRUE", "FALSE"}:
        return text == "TRUE"
    return datetime.fromisoformat(text) if ISO.fullmatch(text) else text
