"""From a chart to an action: one button, under every chart."""

from typing import get_args

import streamlit as st

from pages._ui import menu, state
from pages._ui.draft import Draft
from rm_eval import actions, pipeline
from rm_eval.pipeline import Chart, Role, Scope


def offer(chart: Chart) -> None:
    """The button; what it leads to is the page of actions, with the chart filled in."""
    if st.button("Add an action", key=f"act_{chart.id}"):
        state.choose(draft=begun(chart), done="", asked_about=())
        st.switch_page(menu.ACTIONS.file)


def begun(chart: Chart) -> Draft:
    """An action about a chart, with nothing typed in yet."""
    published = chart.published
    choices = actions.what_it_may_come_from(chart)
    action = actions.blank(
        published.scope.organisation, choices[actions.EVERYTHING], sample=published.sample
    )
    return Draft(action=action, choices=choices, back=_page_of(chart))


def _page_of(chart: Chart) -> menu.Entry:
    every = (chart.published, *chart.others)
    scopes: set[Scope] = {one.scope for one in every}
    if len(scopes) > 1 or any(scope.since for scope in scopes):
        return menu.BEFORE_AND_AFTER
    stage = chart.published.scope.stage
    of_form = {one.id for one in pipeline.questions_of(stage, roles=get_args(Role))}
    is_known = chart.published.question.id in of_form
    return menu.OF_STAGE[stage] if is_known else menu.OTHER_QUESTIONS
