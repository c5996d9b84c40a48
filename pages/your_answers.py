"""What happened to your answers: for participants to read, and for the team to send."""

import streamlit as st

from pages._ui import frame, menu, papers
from rm_eval import pipeline

SEND = "For the programme team: send this page"
ABOUT = (
    "Send it with the invitation, or put it where participants can find it. Fill in what only your "
    "organisation knows. What you type here is not kept when you close the page."
)

with frame.page(menu.YOUR_ANSWERS.title) as selection:
    gaps = papers.filled(selection)
    document = pipeline.document("your_answers", **gaps)
    st.markdown("For people who filled in a form. [Send it to them](#send-this-page)")
    papers.show_document(document)
    st.header(SEND, anchor="send-this-page", divider="gray")
    st.markdown(ABOUT)
    papers.fill_in(gaps)
    papers.offer_downloads(document)
    # Without a height of its own: a box that scrolls cannot be reached with the keyboard.
    with st.expander("Copy the text"):
        st.code(document.text(), language=None, wrap_lines=True)
