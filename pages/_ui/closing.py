"""Closing a stage and reopening it: the buttons, and why they are there."""

import time
from typing import NoReturn, get_args

import streamlit as st

from pages._ui import resources, show, splitting, state
from rm_eval import pipeline
from rm_eval.pipeline import Role, Scope, Stage

STAGES: dict[Stage, str] = {
    "enrolment": "Enrolment",
    "training": "Training",
    "end_of_cohort": "End of cohort",
}
WHY_CLOSE = (
    "Close it when everybody who will answer has answered. Until then colleagues and the public "
    "see nothing, because figures that change from week to week would give people away: 17 answers "
    "last week and 18 this week tell what the eighteenth person said."
)
CLOSE_BOTH = (
    "others can see what changed once both times are closed. Still open: {open}. Close it on its "
    "own page first."
)
SEE_ALL = "See all (programme team only)"
HOW_TO_REOPEN = (
    "You can reopen it to add late answers. Others then see nothing until you close it again, and "
    "that takes at least 3 people whose answers changed: fewer could be picked out by comparing "
    "the old figures with the new ones. Late answers to a question are then shown once there are "
    "at least 5 from one group. Reopening and closing with no change is always possible."
)
WHY_TOGETHER = (
    "Tick this where mentors or mentees are fewer than 10. In every question both were asked, they "
    "are then one group, so more can be shown to others. It takes the place of the two groups and "
    "cannot be changed later: to show both would tell what single people said. The team can always "
    "see both."
)
ARE_TOGETHER = (
    "Mentors and mentees are shown together, as was chosen when this was first closed. That cannot "
    "be changed."
)
# Seconds. What is done sooner needs no bar.
SOON = 1.0


def offer(scope: Scope) -> None:
    """One button that closes an open stage or reopens a closed one, with its explanation."""
    place = f"{scope.organisation}_{scope.cohort}_{scope.when}"
    if pipeline.is_closed(resources.store(), scope):
        st.markdown(HOW_TO_REOPEN)
        if pipeline.is_told_together(resources.store(), scope):
            st.markdown(ARE_TOGETHER)
        splitting.say_split_for_others(scope)
        if st.button(f"Reopen {scope.when}", key=f"reopen_{place}"):
            pipeline.reopen_stage(resources.store(), scope)
            _done(f"Reopened: {_named(scope)}. Only the programme team sees its results now.")
    else:
        st.markdown(WHY_CLOSE)
        together = _ask_together(scope)
        divided_by = "" if together else splitting.ask_for_others(scope)
        if st.button(f"Close {scope.when}", key=f"close_{place}"):
            close(scope, together=together, divided_by=divided_by)


def _ask_together(scope: Scope) -> bool:
    """Ask at a first closing whether mentors and mentees are to be one group."""
    roles = {dataset.role for dataset in resources.datasets_of(scope)}
    if pipeline.latest_release(resources.store(), scope):
        if pipeline.is_told_together(resources.store(), scope):
            st.markdown(ARE_TOGETHER)
            return True
        return False
    if len(roles) < len(get_args(Role)):
        return False
    place = f"{scope.organisation}_{scope.cohort}_{scope.when}"
    wanted = st.checkbox("Show mentors and mentees together", key=f"together_{place}")
    st.markdown(WHY_TOGETHER)
    return wanted


def close(scope: Scope, *, together: bool, divided_by: str = "") -> None:
    """Close a stage and say so; show how far it is where that takes a while."""
    started, bar = time.monotonic(), st.empty()

    def show_progress(done: int, of: int) -> None:
        if time.monotonic() - started > SOON:
            bar.progress(done / of, f"Checking question {done} of {of}…")

    how = {"together": together, "divided_by": divided_by}
    pipeline.close_stage(resources.store(), scope, progress=show_progress, **how)
    _done(f"Closed: {_named(scope)}. Its results can now be shown to others.")


def say_how_checked(scope: Scope) -> None:
    """What was looked at before the figures of a closed stage were given out."""
    if not pipeline.is_closed(resources.store(), scope):
        return
    *_, release = pipeline.all_given_out(resources.store(), scope)
    with st.expander("How this was checked"):
        st.markdown("\n".join(f"- {line}" for line in pipeline.how_checked(release)))


def nothing_for_others_yet(scope: Scope) -> NoReturn:
    """The calm state of a page whose stage is open, for everybody but the team; stop the page."""
    place = show.as_typed(f"{scope.organisation}, {scope.cohort}")
    st.header(f"{scope.when.capitalize()} is still open", anchor=False)
    still_open = [
        one.when for one in scope.stages if not pipeline.is_closed(resources.store(), one)
    ]
    if scope.since and still_open:
        st.markdown(f"{place}: {CLOSE_BOTH.format(open=' and '.join(still_open))}")
        st.button(SEE_ALL, on_click=state.choose_team)
        st.stop()
    st.markdown(f"{place}: only the programme team can see it so far. {WHY_CLOSE}")
    together = _ask_together(scope)
    with st.container(horizontal=True):
        if st.button(f"Close {scope.when} now", type="primary"):
            close(scope, together=together)
        st.button(SEE_ALL, on_click=state.choose_team)
    st.stop()


def _done(sentence: str) -> None:
    state.choose(done=sentence)
    st.rerun()


def _named(scope: Scope) -> str:
    return f"{scope.when} of {scope.organisation}, {scope.cohort}"
