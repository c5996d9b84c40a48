"""Results in parts: the select that parts mentors and mentees by site, band and the like."""

import streamlit as st

from pages._ui import resources, state
from pages._ui.state import Selection
from rm_eval import pipeline
from rm_eval.pipeline import Breakdown, Division, Scope, Store

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
    found = _offered(resources.store(), scope, _made_of(scope))
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


def _made_of(scope: Scope) -> tuple[str, ...]:
    """What there is to part people by changes with the answers of the whole cohort."""
    whose = (scope.organisation, scope.cohort)
    every = resources.datasets()
    return tuple(one.id for one in every if (one.scope.organisation, one.scope.cohort) == whose)


@st.cache_resource(show_spinner=False, scope="session", max_entries=20)
def _offered(_store: Store, scope: Scope, made_of: tuple[str, ...]) -> tuple[Breakdown, ...]:
    del made_of  # a part of the key
    return tuple(
        one
        for one in pipeline.breakdowns(_store, scope)
        if pipeline.division(_store, scope, one).part_of
    )
