"""Which organisations stand in pictures that have a row or column for each of them."""

import streamlit as st

from rm_eval.compare import Region

IN_PAGES = (
    "There are {n} organisations. Pictures with a row or a column for each show a few at a time."
)
WHICH = "Which organisations?"


def choose(region: Region) -> Region:
    """Ask for some of them, where there are more than one picture holds."""
    pages = {" to ".join((one.names[0], one.names[-1])): one for one in region.in_pages()}
    if len(pages) == 1:
        return region
    st.markdown(IN_PAGES.format(n=len(region.names)))
    return pages[st.selectbox(WHICH, list(pages), key="compare_page")]
