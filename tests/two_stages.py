"""Invented people who answer at two stages of one cohort, known by their participant codes."""

from collections.abc import Mapping
from dataclasses import replace

from rm_eval import pipeline
from rm_eval.pipeline import Scope, Store, look_at
from rm_eval.questionnaire import Role, Stage
from tests.uploads import csv_file

END = Scope(organisation="A Trust", cohort="Cohort 1", stage="end_of_cohort")
START = replace(END, stage="enrolment")
COMPARISON = replace(END, since="enrolment")
# What each person says, by their number; a person may leave a question out with None.
Said = Mapping[int, object]


def code(person: int) -> str:
    """A participant code, unlike the others."""
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    first, second = letters[person % 26], letters[(person * 7 + person // 26) % 26]
    return f"{first}{second}{(person * 37) % 90 + 10}{letters[(person * 11) % 26]}"


def add(store: Store, stage: Stage, *, role: Role = "mentor", **asked: Said) -> None:
    """Add or replace one role's file of a stage: of each question who said what.

    Parameters
    ----------
    asked
        By the word that the question asks of, such as ``useful``.
    """
    people = list(dict.fromkeys(person for said in asked.values() for person in said))
    heads = [f"How {name} is this, from 1 to 10?" for name in asked]
    rows = [[code(one), *(said.get(one) for said in asked.values())] for one in people]
    file = csv_file([["Participant code", *heads], *rows], name=f"{role} {stage}.csv")
    scope = replace(END, stage=stage)
    pipeline.keep(store, look_at(file), scope=scope, role=role, replace=True)
