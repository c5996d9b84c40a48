"""Who will see a comparison of organisations: a region holds no answers, so never the team."""

from typing import Literal, get_args

import streamlit as st

from pages._ui import state
from pages._ui.state import Selection
from rm_eval.pipeline import AUDIENCES

ForWhom = Literal["internal", "public"]


def choose(selection: Selection) -> ForWhom:
    """Ask who will see this, of those who hold no answers."""
    now: ForWhom = "public" if selection.audience == "public" else "internal"
    st.radio(
        "Who will see this?",
        list(get_args(ForWhom)),
        format_func=lambda one: AUDIENCES[one],
        **state.tied("compare_audience", now, lambda one: state.choose(audience=one)),
    )
    return now
