"""No byte of an export depends on a number that is told as a range.

The sample programme is added twice. The second time everything that colleagues and the public are
told only as a range, or not at all, is otherwise: people who gave rare answers gave other rare
ones, and every mentee says something else of their line manager. Whoever is given the exports of
one and of the other must not be able to tell which is which: they are the same, byte by byte. So
no exact value that is banded can be in a picture, its metadata, a table, a file name or a zip.
"""

import io
import re
import zipfile
from collections import Counter
from itertools import permutations

import openpyxl
import pytest

from rm_eval import pipeline
from rm_eval.pipeline import Scope, Store, Upload
from rm_eval.report import pack
from rm_eval.sample import SAMPLE_FOLDER

SCOPE = Scope(organisation="Invented Trust", cohort="Cohort 1", stage="enrolment")
ASKED = {
    "found out": "How did you find out about the programme",
    "line manager": "I felt supported by my line manager",
    "faith": "I have faith in the process",
    "areas": "What are the main areas of your work",
}
CHOICES = ("Which professional group", "What is your band", "What is your level")
FROM_7 = ("Band 7", "Band 8", "Band 9", "Executive or board")
THIRDS = ((1, 4), (5, 7), (8, 10))
DRAWING_ID = re.compile(rb"(defs-|clip|trace)[0-9a-f]{6}")
CHANGED = {
    *("enr_find_out", "enr_lm_support", "enr_faith", "enr_work_areas", "enr_prof_group"),
    *("enr_band", "enr_e_level", "enr_m_conf_senior", "enr_m_comfort_needs"),
    *("enr_e_conf_senior", "enr_e_conf_junior", "enr_e_know_standards", "enr_fear_failure"),
}
AS_PNG = 4  # a picture takes half a second, and all are made alike


def programme(change):
    """A closed stage with both sample workbooks, each changed first."""
    store = Store()
    for path in sorted(SAMPLE_FOLDER.glob("*.xlsx"), reverse=True):
        role = "mentee" if "mentee" in path.name else "mentor"
        book = openpyxl.load_workbook(path)
        change(book.active, role)
        content = io.BytesIO()
        book.save(content)
        look = pipeline.look_at(Upload(name=path.name, content=content.getvalue()))
        pipeline.keep(store, look, scope=SCOPE, role=role)
    pipeline.close_stage(store, SCOPE)
    return store


def column_of(sheet, asked):
    found = [c.column for c in sheet[1] if str(c.value).startswith(ASKED[asked])]
    return [sheet.cell(row=row, column=found[0]) for row in range(2, sheet.max_row + 1)]


def split(cell):
    return [part for part in str(cell.value).split(";") if part]


def as_it_is(_sheet, _role):
    pass


def otherwise(sheet, role):
    """Change what is told as a range, and nothing that is told exactly."""
    rare_for_rare(column_of(sheet, "found out"), "Intranet", "Social media")
    rare_for_rare(column_of(sheet, "faith"), "Strongly disagree", "Strongly agree")
    without_rare_areas(column_of(sheet, "areas"))
    for heading in sheet[1]:
        cells = [sheet.cell(row=row, column=heading.column) for row in range(2, sheet.max_row + 1)]
        if str(heading.value).startswith(CHOICES):
            # Bands from 7 are one figure, and exact from 3 people on: nobody moves up to them.
            rare = [c.value for c in cells if not str(c.value).startswith(FROM_7)]
            rare_for_rare(cells, *rare)
        elif heading.value != "ID" and all(
            str(cell.value) in {*map(str, range(1, 11))} for cell in cells
        ):
            up_and_down(cells)
    lines = column_of(sheet, "line manager")
    if role == "mentee":
        for cell in lines:  # seven people say nothing of harm to anybody but the team
            cell.value = "Strongly disagree"
    else:
        rare_for_rare(lines, "Strongly disagree", "Strongly agree")


def rare_for_rare(cells, *rare):
    """Let one person who gave an answer of one or two people give another such answer."""
    counts = Counter(cell.value for cell in cells)
    for cell in cells:
        for other in rare:
            if counts[cell.value] <= 2 and counts[other] <= 1 and cell.value != other:
                cell.value = other
                return


def up_and_down(cells):
    """Of two people in one part of a scale, let one score a point more and one a point less."""
    for low, high in THIRDS:
        inside = [cell for cell in cells if low <= int(cell.value) <= high]
        for up, down in permutations(inside, 2):
            more, less = int(up.value) + 1, int(down.value) - 1
            if more <= high and less >= low and more != int(down.value):
                up.value, down.value = more, less
                return


def without_rare_areas(cells):
    counts = Counter(area for cell in cells for area in split(cell))
    for cell in cells:
        left = [area for area in split(cell) if counts[area] > 2]
        cell.value = ";".join(left) + ";" if left else cell.value


def exports(store, audience):
    """Every byte that can be downloaded of the changed questions, by name of the file."""
    found = pipeline.findings(store, SCOPE, audience=audience)
    charts = [chart for chart in found if chart.id in CHANGED]
    files = {}
    for some, format_ in ((charts, "svg"), (charts[:AS_PNG], "png")):
        whole = zipfile.ZipFile(io.BytesIO(pack(some, formats=(format_,))))
        for name in whole.namelist():
            files[f"{format_}: {name}"] = without_drawing_id(whole.read(name))
    for chart in charts:
        files[f"{chart.id}: numbers"] = pipeline.numbers_csv(chart)
        files[f"{chart.id}: on the page"] = chart.figure.to_json().encode()
        files[f"{chart.id}: words"] = repr(
            (chart.headline, chart.subtitle, chart.alt, chart.notes, chart.file_name)
        ).encode()
    return files


def without_drawing_id(content):
    """Plotly names each drawing and its parts by six random hexadecimal figures."""
    return DRAWING_ID.sub(rb"\1", content)


@pytest.fixture(scope="module")
def both():
    return programme(as_it_is), programme(otherwise)


@pytest.mark.browser
@pytest.mark.parametrize("audience", ["internal", "public"])
def test_no_byte_of_an_export_depends_on_a_number_told_as_a_range(both, audience):
    first, second = (exports(store, audience) for store in both)

    assert first.keys() == second.keys()
    assert [name for name in first if first[name] != second[name]] == []


def test_the_search_bites_because_the_team_sees_the_difference(both):
    first, second = (
        {c.id: pipeline.numbers_csv(c) for c in pipeline.findings(store, SCOPE, audience="team")}
        for store in both
    )

    assert {name for name in CHANGED if first[name] != second[name]} == CHANGED
