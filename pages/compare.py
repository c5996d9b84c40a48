"""Compare: organisations side by side, from what they show each other and no answers."""

import streamlit as st

from pages._ui import frame, menu, state
from pages._ui.compare import VIEWS

with frame.page(menu.COMPARE.title) as selection:
    titles = [view.title for view in VIEWS]
    chosen = selection.view if selection.view in titles else titles[0]
    if len(VIEWS) > 1:
        st.radio(
            "What do you want to compare?",
            titles,
            horizontal=True,
            **state.tied("view", chosen, lambda title: state.choose(view=title)),
        )
    VIEWS[titles.index(chosen)].show(selection)
