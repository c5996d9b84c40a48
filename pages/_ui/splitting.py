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
WHY_FOR_OTHERS = (
    "Others then see each part in place of mentors and mentees as a whole, never both. A part of "
    "fewer than 5 people is shown with other small ones. It cannot be chosen later, and nobody but "
    "the team can see before and after of this form. When answers are added, changed or removed "
    "later, others see whole groups again."
)
SPLIT_FOR_OTHERS = "Others see this split by {by}, as was chosen when it was first closed."


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


def ask_for_others(scope: Scope) -> str:
    """Ask at a first closing in which parts others are to see a stage; "" for whole roles."""
    if pipeline.latest_release(resources.store(), scope):
        say_split_for_others(scope)
        return ""
    ids = {one.id: one.divides for one in resources.divisible(scope)}
    if not ids:
        return ""
    chosen: str = st.selectbox(
        "Split what others see by",
        ["", *ids],
        format_func=lambda one: ids[one].capitalize() if one else WHOLE,
        key=f"split_others_{scope.organisation}_{scope.cohort}_{scope.when}",
    )
    st.markdown(WHY_FOR_OTHERS)
    return chosen


def say_split_for_others(scope: Scope) -> None:
    """What others see a stage split by, where they do."""
    by = pipeline.is_told_in_parts(resources.store(), scope)
    if by:
        st.markdown(SPLIT_FOR_OTHERS.format(by=by))
