"""Results in parts: the select that parts mentors and mentees by site, band and the like."""

import streamlit as st

from pages._ui import resources, state
from pages._ui.state import Selection
from rm_eval import pipeline
from rm_eval.pipeline import Division, Scope

WHOLE = "Not split"
HELP = (
    "For the programme team only. One thing at a time: with two, most parts would be one person. "
    "Level is not on the list, because whoever is the only one of a level is known to everybody."
)
TEAM_ONLY = (
    "Small parts are single people. Do not pass these charts on: they are for the programme team."
)


def choose(selection: Selection, scope: Scope) -> Division | None:
    """Ask the team by what to part each role; nothing where there is nothing to part it by."""
    if selection.audience != "team" or scope.since or resources.pool_of(scope):
        return None
    found = resources.breakdowns(scope)
    if not found:
        return None
    ids = {one.question.id: one for one in found}
    now = selection.split_by if selection.split_by in ids else ""
    st.selectbox(
        "Split by",
        ["", *ids],
        format_func=lambda one: ids[one].by.capitalize() if one else WHOLE,
        help=HELP,
        **state.tied("split_by", now, lambda chosen: state.choose(split_by=chosen)),
    )
    if not now:
        return None
    st.markdown(TEAM_ONLY)
    return pipeline.division(resources.store(), scope, ids[now])
