"""For the information governance lead: rules, flows, what is kept, what was tested, a DPIA."""

import streamlit as st

from pages._ui import frame, limits, menu, papers
from rm_eval import pipeline

DPIA = (
    "A data protection impact assessment to fill in, in the order of the template of the "
    "Information Commissioner’s Office. What the product knows is filled in; what only your "
    "organisation knows is marked."
)

with frame.page(menu.GOVERNANCE.title, heading="For the information governance lead") as selection:
    document = pipeline.document("information_governance")
    papers.list_contents(document)
    papers.show_document(document)
    limits.offer(selection)
    st.header("Take this with you", anchor="take-this-with-you", divider="gray")
    st.markdown("This page:")
    papers.offer_downloads(document)
    st.markdown(DPIA)
    papers.offer_downloads(pipeline.document("dpia_template"))
