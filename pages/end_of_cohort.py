"""End of cohort: how it was, what people gained, and what it cost them."""

from pages._ui import frame, menu, overview
from pages._ui.sections import Section, show_stage
from rm_eval.overview import AIMS, CHALLENGES, UNDERSTANDING, WELLBEING

SECTIONS = (
    Section("Was it useful?", ("end_useful", "end_again"), way=overview.as_useful),
    Section("Sessions that took place", ("end_sessions", "end_homework")),
    Section("Pre-meets and debriefs", ("end_premeet", "end_debrief"), side_by_side=True),
    Section(*AIMS, way=overview.as_scorecard),
    Section(*UNDERSTANDING, way=overview.as_statements),
    Section(*CHALLENGES, way=overview.as_statements),
    Section(
        "Hoped for and gained", ("end_m_gained", "end_e_gained"), way=overview.as_hopes_and_gains
    ),
    Section(
        "Benefits in order of importance", ("end_rank_benefits",), way=overview.as_before_and_after
    ),
    Section(*WELLBEING, way=overview.as_statements),
    Section("Emotional burden", ("end_burden",), remark="Of a burden, lower is better."),
    Section(
        "Scores people gave themselves",
        (
            *("end_m_conf_senior", "end_m_comfort_needs"),
            *("end_e_conf_senior", "end_e_conf_junior"),
            *("end_e_know_standards", "end_fear_failure"),
        ),
        remark="These are different questions. They should not be compared with each other.",
        way=overview.as_findings,
    ),
    Section("What people do differently", ("end_action",)),
    Section("In their own words", ("end_text", "end_quote_ok")),
)

with frame.page(menu.END_OF_COHORT.title) as selection:
    show_stage(selection, "end_of_cohort", SECTIONS)
