"""Until when answers are kept: what Start says of it, and how to choose another day."""

from datetime import date

import streamlit as st

from pages._ui import resources, show, state
from rm_eval import pipeline
from rm_eval.pipeline import Kept

WHAT_HAPPENS = (
    "The first time somebody opens this dashboard after that day, the answers are deleted for "
    "good, with everything we made of them. Pictures and files you downloaded stay where you put "
    "them."
)
HOW_LONG = (
    "Keep answers only as long as you need them, and no longer than you told the people who gave "
    "them. Ask your data protection officer if you are not sure."
)


def warn() -> None:
    """Speak of what will be deleted soon, while there is time to choose another day."""
    for one in pipeline.kept(resources.store()):
        if one.is_soon(resources.today()):
            st.warning(
                f"{_named(one)}: kept until {one.day}. Then the answers are deleted for good. "
                "If you still need them, choose a later day under “How long answers are kept”."
            )


def show_dates() -> None:
    """Every cohort with its day, and one form to choose another."""
    dates = pipeline.kept(resources.store())
    if not dates:
        return
    st.header("How long answers are kept", anchor=False)
    for one in dates:
        st.markdown(f"{_named(one)}: **Kept until {one.day}**")
    st.markdown(WHAT_HAPPENS)
    with st.expander("Choose another day"):
        st.markdown(HOW_LONG)
        chosen = st.selectbox("Which cohort?", dates, format_func=_title)
        with st.form(f"keep_until_{_title(chosen)}", border=False):
            day = st.date_input("Keep its answers until", value=chosen.until, format="DD/MM/YYYY")
            if st.form_submit_button("Keep until this day"):
                _keep_until(chosen, day)


def _keep_until(chosen: Kept, day: date) -> None:
    whose = (chosen.organisation, chosen.cohort)
    now = pipeline.keep_until(resources.store(), *whose, day, today=resources.today())
    state.choose(done=f"{_title(now)}: kept until {now.day}.")
    st.rerun()


def _named(one: Kept) -> str:
    return show.as_typed(_title(one))


def _title(one: Kept) -> str:
    return f"{one.organisation}, {one.cohort}"
