"""From a result to an action: one button, under every chart and every event."""

from dataclasses import replace
from typing import get_args

import streamlit as st

from pages._ui import menu, state
from pages._ui.draft import Draft
from rm_eval import actions, pipeline
from rm_eval.gathered import Gathering
from rm_eval.pipeline import Chart, Role


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


def offer_from_event(event: Gathering) -> None:
    """The button under what was said at an event; one role's own event stays with that role."""
    if not st.button("Add an action", key=f"act_{event.id}"):
        return
    action = replace(
        actions.blank(event.organisation, sample=event.sample),
        occasion=event.kind,
        cohort=event.cohort,
        stream=event.roles[0] if len(event.roles) == 1 else "",
    )
    state.choose(draft=Draft(action=action, back=menu.GATHERINGS), done="", asked_about=())
    st.switch_page(menu.ACTIONS.file)


def _page_of(chart: Chart) -> menu.Entry:
    scope = chart.published.scope
    if scope.since or chart.id.endswith("two_times"):
        return menu.BEFORE_AND_AFTER
    of_form = {one.id for one in pipeline.questions_of(scope.stage, roles=get_args(Role))}
    is_known = chart.published.question.id in of_form
    return menu.OF_STAGE[scope.stage] if is_known else menu.OTHER_QUESTIONS
