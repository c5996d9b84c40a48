"""Actions: what you said, what we did about it, and how far it is."""

import streamlit as st

from pages._ui import decided, deciding, frame, menu, show

ABOUT = (
    "An action says what you heard, what you decided, who sees to it and how far it is. Each "
    "reader sees the figures they may see, and no others."
)

with frame.page(menu.ACTIONS.title, heading="You said, we did") as selection:
    if selection.done.startswith("Action"):
        st.success(show.as_typed(selection.done))
    if selection.came_from is not None:
        st.page_link(selection.came_from.file, label=f"Back to: {selection.came_from.title}")
    if selection.draft is not None:
        deciding.write(selection.draft, selection)
        st.stop()
    st.markdown(ABOUT)
    every = decided.kept()
    if every:
        organisation = decided.choose_organisation(selection, (one.organisation for one in every))
        decided.choose_audience(selection)
        reader = decided.choose_reader(every, selection.audience)
        sheet = decided.sheet_of(organisation, every, selection.audience, reader)
        st.header("What was said, and what was done", anchor=False)
        decided.show_sheet(sheet)
        decided.offer_downloads(sheet)
    deciding.offer_another(selection)
