"""End of cohort: how it was, what people gained, and what it cost them."""

from pages._ui import frame, menu, overview
from pages._ui.sections import Section, show_stage

# Wellbeing stands with safety and burden; the scorecard names it under its aim all the same.
AIMS = (
    *("end_m_aims_share", "end_e_aims_share", "end_m_aims_leadership"),
    *("end_e_aims_confident", "end_aims_worry_less"),
    *("end_m_aims_next_step", "end_e_aims_standards"),
)
SECTIONS = (
    Section("Was it useful?", ("end_useful", "end_again"), way=overview.as_useful),
    Section("Sessions that took place", ("end_sessions", "end_homework")),
    Section("Pre-meets and debriefs", ("end_premeet", "end_debrief"), side_by_side=True),
    Section("The aims of the programme", AIMS, way=overview.as_scorecard),
    Section(
        "What mentees understand better",
        (
            *("end_understanding_experience", "end_understanding_feedback"),
            *("end_understanding_thoughts", "end_understanding_culture"),
            "end_understanding_fairness",
        ),
        way=overview.as_statements,
    ),
    Section(
        "Confidence, complacency and convenience",
        (
            *("end_challenges_confidence", "end_challenges_complacency"),
            "end_challenges_convenience",
        ),
        way=overview.as_statements,
    ),
    Section(
        "Hoped for and gained", ("end_m_gained", "end_e_gained"), way=overview.as_hopes_and_gains
    ),
    Section(
        "Benefits in order of importance", ("end_rank_benefits",), way=overview.as_before_and_after
    ),
    Section(
        "Support, safety and wellbeing",
        ("end_aims_wellbeing", "end_safe", "end_lm_support", "end_faith"),
        way=overview.as_statements,
    ),
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
