"""The accessibility statement: what was tested and what was not."""

import streamlit as st

from pages._ui import frame, menu, papers
from rm_eval import pipeline

GAPS = {
    "organisation": "Your organisation",
    "who_to_ask": "Whom to ask: a name, an e-mail address",
}

with frame.page(menu.ACCESSIBILITY.title) as selection:
    gaps = papers.filled(selection)
    document = pipeline.document("accessibility", **gaps)
    papers.show_document(document)
    st.header("For the organisation: take this with you", anchor="take-it", divider="gray")
    papers.fill_in(gaps, GAPS)
    papers.offer_downloads(document)
