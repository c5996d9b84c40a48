"""Enrolment: what mentors and mentees said at the start."""

from itertools import groupby

import streamlit as st

from pages._ui import bar, frame, menu, show
from pages._ui.resources import Drawn

DIFFERENT = "These are different questions. They should not be compared with each other."


def panel_of(drawn: Drawn) -> str:
    """The role alone that was asked a scale question; "" where no panel is needed."""
    published = drawn.chart.published
    groups = list(dict.fromkeys(published.rows["group_label"]))
    return groups[0] if published.measure == "scale" and len(groups) == 1 else ""


def show_panel(role: str, charts: list[Drawn]) -> None:
    """The scale questions of one role, apart from the other's."""
    with st.container(border=True):
        st.header(f"{role}: scores they gave themselves", anchor=False)
        st.markdown(f"**{DIFFERENT}**")
        for chart in charts:
            show.show_chart(chart, level=3)


with frame.page("Enrolment") as selection:
    results = bar.results(selection, "enrolment", known=True)
    for role in ("mentor", "mentee"):
        if all(dataset.role != role for dataset in results.datasets):
            st.info(f"No enrolment answers for {role}s yet.")
            st.page_link(menu.ADD_DATA.file, label=f"Add the {role}s’ survey export")
    if not results.charts:
        st.markdown("This form asked none of the questions we know.")
        st.page_link(menu.OTHER_QUESTIONS.file, label="See what it asked")
    for panel, charts in groupby(results.charts, key=panel_of):
        if panel:
            show_panel(panel, list(charts))
        else:
            for chart in charts:
                show.show_chart(chart)
    show.name_not_drawn(results.not_drawn)
