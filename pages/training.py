"""Training: what people thought of it, and what they need to begin, in the order of the report."""

from pages._ui import frame, menu, overview
from pages._ui.sections import Section, show_stage
from rm_eval.overview import FEEDBACK

NEEDS = ("trn_m_need", "trn_e_need")
SECTIONS = (
    Section("Help needed to begin", NEEDS, "Figures 4 and 6", by_role=True),
    Section("Help both mentors and mentees need", NEEDS, way=overview.as_shared_needs),
    Section("What the programme has for each need", NEEDS, way=overview.as_needs),
    Section(*FEEDBACK, "Chart 5", way=overview.as_statements),
    Section("Overall rating", ("trn_overall",)),
    Section("How the training was held", ("trn_mode", "trn_length"), side_by_side=True),
    Section(
        "Confidence after the training",
        ("trn_m_conf_senior", "trn_e_conf_senior"),
        remark="These are different questions. They should not be compared with each other.",
        way=overview.as_findings,
    ),
    Section("What would have made it better", ("trn_text",)),
)

with frame.page(menu.TRAINING.title) as selection:
    show_stage(selection, "training", SECTIONS)
