"""Enrolment: what mentors and mentees said at the start, in the order of the 2021 report."""

import streamlit as st

from pages._ui import bar, frame, menu, state
from pages._ui.sections import Section, show_sections

SECTIONS = (
    Section("How participants found out", ("enr_find_out",), "Figure 2"),
    Section(
        "Support from line managers, and faith in the process",
        ("enr_lm_support", "enr_faith"),
        side_by_side=True,
    ),
    Section(
        "Scores people gave themselves",
        (
            *("enr_m_conf_senior", "enr_m_comfort_needs"),
            *("enr_e_conf_senior", "enr_e_conf_junior"),
            *("enr_e_know_standards", "enr_fear_failure"),
        ),
        remark="These are different questions. They should not be compared with each other.",
        by_role=True,
    ),
    Section("Guidance and support", ("enr_m_guidance", "enr_m_support", "enr_e_guidance")),
    Section("A managed programme", ("enr_e_framework",)),
    Section("What people hope to contribute", ("enr_contribute",), "table of contributions"),
    Section("What people hope to gain", ("enr_gain",), "table of gains"),
    Section("Benefits in order of importance", ("enr_rank_benefits",), "Figure 3"),
    Section("Main areas of work", ("enr_work_areas",), "table of areas of work"),
    Section("Professional group", ("enr_prof_group", "enr_clinical")),
    Section("Band and level", ("enr_band", "enr_e_level")),
)

with frame.page("Enrolment") as selection:
    results = bar.results(selection, "enrolment", on_form=True)
    for role in ("mentor", "mentee"):
        if all(dataset.role != role for dataset in results.datasets):
            st.info(f"No enrolment answers for {role}s yet.")
            st.page_link(menu.ADD_DATA.file, label=f"Add the {role}s’ survey export")
    if results.charts:
        st.toggle(
            "Names used in the 2021 report",
            help="Adds figure numbers of the South East report of March 2021 to the headings.",
            **state.tied("report_names", selection.report_names, state.choose_report_names),
        )
        show_sections(SECTIONS, results, report_names=selection.report_names)
    else:
        st.markdown("This form asked none of the questions we know.")
        st.page_link(menu.OTHER_QUESTIONS.file, label="See what it asked")
