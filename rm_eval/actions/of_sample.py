"""The sample's actions: what the South East report says was decided, beside invented answers."""

import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

from rm_eval.actions.keeping import blank
from rm_eval.questionnaire import all_questions
from rm_eval.responses import Scope
from rm_eval.store import About, Action, OnChart, Store, keep_action
from rm_eval.wording.headline import subject

FILE = Path(__file__).parents[2] / "sample_data" / "actions.toml"


def add_sample_actions(store: Store, organisation: str) -> None:
    """Keep the sample's actions, marked as what they are."""
    every = tomllib.loads(FILE.read_text("utf-8"))["action"]
    for fields in every:
        keep_action(store, _action(organisation, fields))


def _action(organisation: str, fields: dict[str, Any]) -> Action:
    question = next(one for one in all_questions() if one.id == fields["question"])
    scope = Scope(organisation=organisation, cohort=fields["cohort"], stage=fields["stage"])
    on = About(
        chart=question.id,
        title=subject(question),
        asked=(OnChart(scope=scope, question=question.id),),
        answer=fields.get("answer", ""),
    )
    return replace(
        blank(organisation, on, sample=True),
        heard=fields["heard"],
        decided=fields["decided"],
        who=fields["who"],
        step=fields["step"],
        status=fields["status"],
    )
