"""Cohort 2: wholly invented. Everybody who came to the end linked their forms.

Mentees' confidence with other senior leaders is near the top of the scale from the start, so that
it can hardly rise; nobody's understanding of the standards changed; concern about getting it
wrong, where less is better, fell.
"""

from datetime import datetime

from sample_data.answers import Form

MENTORS = ("TH11E", "RI29D", "OA04S", "KI17Y", "MO22H", "AL13P", "SW06M", "DE31R", "QU02I")
MENTEES = ("JE15K", "VI26N", "AB10T", "CL03S", "EN20A", "FR09D", "GL24W", "IV18E")
# One mentor and one mentee, the last of each, are gone at the end.
MENTORS_AT_THE_END = (MENTORS[4], *MENTORS[:4], *MENTORS[5:8])
MENTEES_AT_THE_END = (*MENTEES[2:7], *MENTEES[:2])

FORMS = (
    Form(
        cohort=2,
        stage="enrolment",
        role="mentor",
        tool="qualtrics",
        first=datetime(2021, 6, 7, 9, 0),  # noqa: DTZ001 - an export's times have no zone
        codes=MENTORS,
        given={
            "enr_m_conf_senior": (5, 6, 4, 7, 3, 6, 5, 8, 6),
            "enr_m_comfort_needs": (6, 5, 7, 4, 6, 8, 5, 6, 7),
            "enr_contribute": (
                "My experience of night shifts and of who gets noticed.",
                "Trust, and plain words.",
                "To share what I have seen over twenty years.",
                "My values.",
                "A wider discussion about promotion.",
                "Time, every month.",
                None,
                "An honest account of my first year here.",
                "To be reliable.",
            ),
            "enr_gain": (
                "More confidence in a room of directors.",
                "To see the bigger picture.",
                "Development.",
                "To give feedback that goes somewhere.",
                "Resilience.",
                None,
                "To learn what reverse mentoring is.",
                "Understanding of how decisions are made.",
                "Confidence.",
            ),
        },
        counts={
            "enr_work_areas": (4, 5, 6, 2, 5, 3, 6, 3, 1, 0),
            "enr_m_guidance": (7, 6, 4, 0),
            "enr_m_support": (6, 5, 4, 0),
            "enr_find_out": (1, 3, 1, 2, 0, 2, 0, 0, 0),
            "enr_lm_support": (0, 2, 2, 4, 1, 0),
            "enr_faith": (0, 2, 3, 3, 1, 0),
            "enr_prof_group": (4, 2, 0, 2, 1, 0),
            "enr_clinical": (6, 3),
            "enr_band": (0, 1, 1, 3, 3, 1, 0, 0, 0, 0, 0, 0, 0),
        },
    ),
    Form(
        cohort=2,
        stage="enrolment",
        role="mentee",
        tool="qualtrics",
        first=datetime(2021, 6, 8, 13, 15),  # noqa: DTZ001
        codes=MENTEES,
        given={
            "enr_e_conf_senior": (9, 10, 9, 7, 8, 9, 6, 8),
            "enr_e_conf_junior": (4, 5, 6, 3, 5, 7, 4, 6),
            "enr_e_know_standards": (5, 6, 4, 7, 5, 6, 5, 6),
            "enr_fear_failure": (8, 7, 9, 6, 8, 5, 7, 8),
            "enr_contribute": (
                "Listening more than talking.",
                "A genuine interest in learning about what people live through.",
                "My time.",
                "To keep what I hear in trust.",
                "Openness about what I do not know.",
                None,
                "To act on our values.",
                "Empathy.",
            ),
            "enr_gain": (
                "To see what I do not see from my seat.",
                "A deeper understanding of the people I lead.",
                "To ask the right questions.",
                "Growth.",
                "To learn about inequalities.",
                "Another perspective.",
                None,
                "To connect theory with what people live.",
            ),
        },
        counts={
            "enr_work_areas": (7, 5, 3, 4, 2, 1, 0, 0, 2, 0),
            "enr_e_guidance": (7, 1),
            "enr_find_out": (1, 0, 4, 1, 0, 1, 1, 0, 0),
            "enr_lm_support": (0, 1, 1, 3, 2, 1),
            "enr_faith": (0, 0, 1, 5, 2, 0),
            "enr_e_framework": (0, 0, 2, 4, 2, 0),
            "enr_e_level": (1, 4, 1, 0, 1, 1),
        },
    ),
    Form(
        cohort=2,
        stage="training",
        role="mentor",
        tool="limesurvey",
        first=datetime(2021, 7, 5, 16, 40),  # noqa: DTZ001
        codes=MENTORS,
        given={
            "trn_overall": (7, 8, 9, 8, 6, 9, 7, 8, 8),
            "trn_m_conf_senior": (6, 6, 5, 7, 4, 6, 5, 8, 7),
            "trn_text": ("More practice in pairs.", None, None, "A map of who does what."),
        },
        counts={
            "trn_m_need": (5, 4, 4, 2, 5, 4, 2, 0, 1),
            "trn_mode": (9, 0, 0),
            "trn_length": (9, 0, 0),
            "trn_feedback_safe": (0, 0, 2, 4, 3, 0),
        },
        tones={
            "trn_feedback_clear": "warm",
            "trn_m_feedback_relevant": "warm",
            "trn_feedback_questions": "warm",
            "trn_feedback_expected": "warm",
            "trn_feedback_boundaries": "warm",
            "trn_feedback_ready": "mixed",
            "trn_feedback_pace": "mixed",
        },
    ),
    Form(
        cohort=2,
        stage="training",
        role="mentee",
        tool="limesurvey",
        first=datetime(2021, 7, 6, 9, 30),  # noqa: DTZ001
        codes=MENTEES,
        given={
            "trn_overall": (7, 8, 8, 9, 7, 6, 8, 9),
            "trn_e_conf_senior": (9, 10, 9, 8, 8, 9, 7, 8),
            "trn_text": ("Shorter slides.", None, "Examples of hard conversations."),
        },
        counts={
            "trn_e_need": (5, 3, 5, 4, 0, 1),
            "trn_mode": (8, 0, 0),
            "trn_length": (8, 0, 0),
            "trn_feedback_safe": (0, 0, 1, 4, 3, 0),
        },
        tones={
            "trn_feedback_clear": "warm",
            "trn_e_feedback_relevant": "warm",
            "trn_feedback_questions": "warm",
            "trn_feedback_expected": "mixed",
            "trn_feedback_boundaries": "mixed",
            "trn_feedback_ready": "mixed",
            "trn_feedback_pace": "warm",
        },
    ),
    Form(
        cohort=2,
        stage="end_of_cohort",
        role="mentor",
        tool="jisc_online_surveys",
        first=datetime(2022, 1, 17, 11, 10),  # noqa: DTZ001
        codes=MENTORS_AT_THE_END,
        # In the order of the codes; at enrolment they were the 5th, 1st to 4th, 6th to 8th.
        given={
            "end_m_conf_senior": (5, 7, 6, 6, 8, 5, 7, 8),
            "end_m_comfort_needs": (6, 6, 4, 7, 5, 7, 4, 6),
            "end_burden": (6, 5, 7, 3, 5, 8, 4, 6),
            "end_action": ("I chair our network now.", None, "I ask for feedback sooner."),
            "end_text": (None, None, "Meeting in person was better."),
        },
        counts={
            "end_useful": (6, 2),
            "end_sessions": (0, 0, 0, 0, 2, 2, 4, 0),
            "end_premeet": (5, 3),
            "end_debrief": (4, 4),
            "end_homework": (4, 3, 4, 0, 1),
            "end_m_gained": (5, 3, 5, 6, 4, 3, 0, 0),
            "end_again": (4, 1, 2, 1),
            "end_quote_ok": (3, 5),
            "end_m_aims_leadership": (0, 1, 3, 3, 1, 0),
            "end_aims_worry_less": (0, 2, 2, 3, 1, 0),
            "end_aims_wellbeing": (1, 2, 3, 2, 0, 0),
            "end_lm_support": (0, 2, 1, 4, 1, 0),
            "end_safe": (0, 1, 1, 4, 2, 0),
        },
        tones={
            "end_m_aims_share": "warm",
            "end_m_aims_next_step": "mixed",
            "end_challenges_confidence": "warm",
            "end_challenges_complacency": "mixed",
            "end_challenges_convenience": "cool",
            "end_faith": "mixed",
        },
    ),
    Form(
        cohort=2,
        stage="end_of_cohort",
        role="mentee",
        tool="jisc_online_surveys",
        first=datetime(2022, 1, 18, 15, 25),  # noqa: DTZ001
        codes=MENTEES_AT_THE_END,
        # In the order of the codes; at enrolment they were the 3rd to 7th, then the 1st and 2nd.
        given={
            "end_e_conf_senior": (9, 8, 8, 9, 7, 9, 10),
            "end_e_conf_junior": (7, 5, 5, 8, 6, 6, 6),
            "end_e_know_standards": (4, 7, 5, 6, 5, 5, 6),
            "end_fear_failure": (6, 6, 5, 6, 4, 5, 6),
            "end_burden": (3, 2, 4, 3, 6, 2, 3),
            "end_action": ("I sponsor two colleagues.", None, "We publish who gets acting up."),
            "end_text": (None, "Thank you to my mentor."),
        },
        counts={
            "end_useful": (6, 1),
            "end_sessions": (0, 0, 0, 0, 1, 3, 3, 0),
            "end_premeet": (4, 3),
            "end_debrief": (3, 4),
            "end_homework": (6, 3, 2, 0, 0),
            "end_e_gained": (6, 4, 5, 3, 4, 2, 0, 0),
            "end_again": (4, 1, 2, 0),
            "end_quote_ok": (5, 2),
            "end_e_aims_confident": (0, 0, 2, 4, 1, 0),
            "end_aims_worry_less": (0, 1, 1, 4, 1, 0),
            "end_aims_wellbeing": (0, 0, 4, 3, 0, 0),
            "end_lm_support": (0, 1, 1, 2, 2, 1),
            "end_safe": (0, 0, 1, 3, 3, 0),
        },
        tones={
            "end_e_aims_share": "warm",
            "end_e_aims_standards": "cool",
            "end_understanding_experience": "warm",
            "end_understanding_feedback": "mixed",
            "end_understanding_thoughts": "warm",
            "end_understanding_culture": "mixed",
            "end_understanding_fairness": "warm",
            "end_challenges_confidence": "mixed",
            "end_challenges_complacency": "warm",
            "end_challenges_convenience": "mixed",
            "end_faith": "warm",
        },
    ),
)
