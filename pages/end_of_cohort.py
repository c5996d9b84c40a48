"""End of cohort: how it was, what people gained, and what it cost them."""

from pages._ui import frame, menu
from pages._ui.sections import Section, show_stage

SECTIONS = (
    Section("Was it useful?", ("end_useful", "end_again"), side_by_side=True),
    Section("Sessions that took place", ("end_sessions", "end_homework")),
    Section("Pre-meets and debriefs", ("end_premeet", "end_debrief"), side_by_side=True),
    Section(
        "Scores people gave themselves",
        (
            *("end_m_conf_senior", "end_m_comfort_needs"),
            *("end_e_conf_senior", "end_e_conf_junior"),
            *("end_e_know_standards", "end_fear_failure"),
        ),
        remark="These are different questions. They should not be compared with each other.",
        by_role=True,
    ),
    Section(
        "The aims of the programme",
        (
            *("end_m_aims_share", "end_e_aims_share", "end_m_aims_leadership"),
            *("end_e_aims_confident", "end_aims_worry_less", "end_aims_wellbeing"),
            *("end_m_aims_next_step", "end_e_aims_standards"),
        ),
    ),
    Section(
        "What mentees understand better",
        (
            *("end_understanding_experience", "end_understanding_feedback"),
            *("end_understanding_thoughts", "end_understanding_culture"),
            "end_understanding_fairness",
        ),
    ),
    Section(
        "Confidence, complacency and convenience",
        (
            *("end_challenges_confidence", "end_challenges_complacency"),
            "end_challenges_convenience",
        ),
    ),
    Section("What people gained", ("end_m_gained", "end_e_gained"), by_role=True),
    Section("Benefits in order of importance", ("end_rank_benefits",)),
    Section(
        "Support from line managers, and faith in the process",
        ("end_lm_support", "end_faith"),
        side_by_side=True,
    ),
    Section(
        "Safety and burden",
        ("end_safe", "end_burden"),
        remark="Of a burden, lower is better.",
    ),
    Section("What people do differently", ("end_action",)),
    Section("In their own words", ("end_text", "end_quote_ok")),
)

with frame.page(menu.END_OF_COHORT.title) as selection:
    show_stage(selection, "end_of_cohort", SECTIONS)
