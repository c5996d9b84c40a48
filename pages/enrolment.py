"""Enrolment: what mentors and mentees said at the start, in the order of the 2021 report."""

from pages._ui import frame, menu
from pages._ui.sections import Section, show_stage

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
    Section("Sites and staff networks", ("enr_site", "enr_network")),
)

with frame.page(menu.ENROLMENT.title) as selection:
    show_stage(selection, "enrolment", SECTIONS)
