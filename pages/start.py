"""Start: ways in; with data, what is loaded and what to do next."""

import streamlit as st

from pages._ui import frame, given_out, loaded, menu, resources, saving
from rm_eval import pipeline

HEADING = "See what your reverse mentoring programme is telling you"
SURVEY_TOOLS = [name for tool, name in pipeline.TOOL_NAMES.items() if tool != "general"]
YES_OR_NO = "Was reverse mentoring useful to you?\nYes\nYes\nNo\nYes\nYes\n"


def ways_in() -> None:
    """What to do where nothing is loaded yet."""
    st.markdown(
        "Turn the forms your mentors and mentees filled in into charts you can put in a report or "
        "a board paper. Small groups are protected, so that nobody can be picked out."
    )
    if st.button("Try it with sample data", type="primary"):
        ready = st.progress(0.0, "Getting the sample ready…")
        pipeline.load_sample(
            resources.store(),
            progress=lambda done, of: ready.progress(
                done / of, f"Getting the sample ready: {done} of {of} stages"
            ),
        )
        st.switch_page(menu.ENROLMENT.file)
    st.caption(
        "The sample is made up: one programme, and what five other trusts shared, to compare with."
    )
    if st.button("Add my survey export"):
        st.switch_page(menu.ADD_DATA.file)
    if st.button("I only have totals, or an old report"):
        st.switch_page(menu.TOTALS.file)
    if st.button("I have no answers yet: describe my programme"):
        st.switch_page(menu.PROGRAMME.file)
    with st.expander("I only have yes or no answers"):
        st.markdown(
            "That is enough. Put one question in the first row of a spreadsheet and each person’s "
            "Yes or No below it, one row a person, and save it as Excel or CSV. Copy this example "
            "and put your own answers in it."
        )
        st.download_button("Download the example (CSV)", YES_OR_NO, "yes-or-no-example.csv")
        if st.button("Add my yes or no answers"):
            st.switch_page(menu.ADD_DATA.file)
    st.markdown(
        f"You can add Excel (.xlsx), CSV and text files from {', '.join(SURVEY_TOOLS)}, or any "
        "table with one row for each person and one heading row."
    )
    st.page_link(menu.FORMS.file, label="No survey yet? Take a form to send out")


with frame.page("Start", heading=HEADING) as selection:
    if resources.datasets():
        loaded.show_loaded(selection)
    else:
        ways_in()
        given_out.show_all()
    saving.offer_opening(selection)
    st.header("Where your answers are kept", anchor=False)
    st.text(pipeline.place_of_answers().sentence)
