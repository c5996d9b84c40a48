"""Help: how figures are made, what small groups can show, what is hidden and why."""

import streamlit as st

from pages._ui import frame, menu, papers
from rm_eval import pipeline

with frame.page(menu.HELP.title, heading="Help") as selection:
    document = pipeline.document("help", **papers.filled(selection))
    papers.list_contents(document)
    papers.show_document(document)
    st.header("Take this with you", anchor="take-this-with-you", divider="gray")
    papers.offer_downloads(document)
