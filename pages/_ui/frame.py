"""The frame of every page: its title, the sample strip, and the one place that meets errors."""

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from pages._ui import mishap, resources, show, state
from pages._ui.state import Selection
from rm_eval.errors import ForTheReader

PRODUCT = "Reverse mentoring evaluation"
SAMPLE = (
    "Sample data. Made-up people; only the totals of South East, cohort 1, at enrolment match a "
    "report, that of March 2021."
)


@contextmanager
def page(title: str, *, heading: str = "") -> Iterator[Selection]:
    """Draw one page.

    Parameters
    ----------
    title
        Of the browser's tab, and of the page where it has no heading of its own.
    heading
        The h1, where it says more than the title.
    """
    st.set_page_config(page_title=f"{title} – {PRODUCT}", layout="centered")
    st.html(show.STYLE)
    try:
        st.title(heading or title, anchor=False)
        for sentence in resources.keep_house():
            st.info(show.as_typed(sentence))
        if resources.is_sample():
            st.warning(SAMPLE)
        yield state.selection()
    except ForTheReader as refusal:
        st.error(show.as_typed(refusal.message))
        st.stop()
    except Exception as error:  # noqa: BLE001 - whatever it is, the reader gets a sentence
        mishap.tell(error)
        st.stop()  # also where the page itself has not begun
