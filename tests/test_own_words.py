"""A programme about disability, from its export to its pictures: nothing says race or BAME."""

import re
from typing import get_args

import pytest

from rm_eval.before_and_after import charts_of, compare
from rm_eval.pipeline import Scope, Store, close_stage, findings, keep, look_at
from rm_eval.questionnaire import Role, Stage, read_questionnaires
from tests.filled_in import answers_to
from tests.uploads import forms_workbook

RACE = re.compile(r"\b(race|racial|BAME|BME|ethnic\w*|reverse)\b", re.IGNORECASE)
WORDS = {"characteristic": "disability", "community": "disabled", "mentoring": "reciprocal"}
N = 12
CODE = "Please make a code: two letters of your school, the day you were born and your last letter."


@pytest.fixture(scope="module")
def store():
    store = Store()
    for form in read_questionnaires(**WORDS):
        for role in get_args(Role):
            columns = {CODE: [f"S{role[-1].upper()}{n:02d}A" for n in range(10, 10 + N)]}
            columns |= {one.wording: answers_to(one, N) for one in form.for_role(role)}
            look = look_at(forms_workbook(columns, name=f"{form.stage} {role}s.xlsx"))
            keep(store, look, scope=scope(form.stage), role=role)
    yield store
    store.close()


def scope(stage, since=""):
    return Scope(organisation="A trust", cohort="Cohort 1", stage=stage, since=since)


def words_of(chart):
    cells = [str(cell) for column in chart.table for cell in (column, *chart.table[column])]
    figure = [str(one.text) for one in chart.figure.layout.annotations]
    ticks = [str(one) for one in (chart.figure.layout.yaxis.ticktext or ())]
    return [chart.headline, chart.subtitle, chart.alt, *chart.notes, *cells, *figure, *ticks]


@pytest.mark.parametrize("stage", get_args(Stage))
def test_charts_print_the_wording_as_it_was_asked(store, stage):
    charts = findings(store, scope(stage), audience="team")

    # Staff networks have names of their own, whatever the programme is about.
    said = [w for chart in charts if chart.id != "enr_network" for w in words_of(chart)]
    assert [words for words in said if RACE.search(words)] == []
    assert [words for words in said if "disab" in words]


def test_before_and_after_prints_the_wording_as_it_was_asked(store):
    comparison = compare(store, scope("end_of_cohort", "enrolment"), audience="team")

    said = [words for chart in charts_of(store, comparison) for words in words_of(chart)]
    assert [words for words in said if RACE.search(words)] == []
    assert [words for words in said if "disabled experiences in the NHS" in words]


def test_what_is_told_beyond_the_team_is_in_the_words_that_were_asked(store):
    close_stage(store, scope("training"))

    charts = findings(store, scope("training"), audience="public")

    said = [words for chart in charts for words in words_of(chart)]
    assert [words for words in said if RACE.search(words)] == []
    assert [words for words in said if "disability and belonging" in words]
