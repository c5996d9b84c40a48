"""Cohort 1: the totals of enrolment are those of the South East report; the rest is invented.

All 18 cells of "What are the main areas of work of the participants?" are worked back from the
printed percentages to 11 mentors and 7 mentees; the four means are 8 and 7 (mentors), 6 and 5
(mentees). At the end one mentee is gone and one mistyped the participant code; one mentor is gone
and one left the code out.
"""

from datetime import datetime

from sample_data.answers import Form

MENTORS = (
    *("GR14E", "ST03A", "HA27N", "CO09D", "WI21Y", "PA16S"),
    *("LE30K", "BU08T", "NO19R", "FA25L", "SH12O"),
)
MENTEES = ("ST07A", "LO23K", "MA30E", "BR12N", "HO05S", "WE19D", "CA28L")
# People type their code as they please.
MENTORS_TRAINED = ("gr14e", *MENTORS[1:5], "PA 16 S", *MENTORS[6:])
MENTEES_TRAINED = (*MENTEES[:3], "br12n", *MENTEES[4:])
# The last mentee is gone; the one before her meant WE19D.
MENTEES_AT_THE_END = (MENTEES[3], MENTEES[0], "WE18D", MENTEES[4], MENTEES[2], "lo 23 k")
# The last mentor is gone; the seventh left the code out.
MENTORS_AT_THE_END = (*MENTORS[:6], "", *MENTORS[7:10])

FORMS = (
    Form(
        cohort=1,
        stage="enrolment",
        role="mentor",
        tool="microsoft_forms",
        first=datetime(2020, 10, 5, 9, 12),  # noqa: DTZ001 - an export's times have no zone
        codes=MENTORS,
        given={
            "enr_m_conf_senior": (9, 8, 10, 7, 8, 6, 9, 8, 7, 9, 7),  # 88 / 11 = 8
            "enr_m_comfort_needs": (7, 6, 9, 5, 8, 6, 9, 7, 4, 8, 8),  # 77 / 11 = 7
            "enr_contribute": (
                "I want to share honestly what it is like to be a BAME employee here.",
                "My own story, and trust in both directions.",
                "My time, and being reliable about it.",
                "To gain the trust of a senior leader.",
                "A wider talk about what BAME colleagues go through.",
                "Staying true to my values and those of the NHS.",
                "Sharing my experience of being overlooked for acting up.",
                "Being open, as long as trust is there.",
                "NA",
                "An honest account, without blame.",
                "My commitment to turn up every month.",
            ),
            "enr_gain": (
                "Personal development, and learning what reverse mentoring is.",
                "Confidence in speaking to senior leaders.",
                "To answer questions in a space made for understanding about race.",
                "To give feedback that makes race initiatives better.",
                "Resilience, by explaining what we live through.",
                "To see how a senior manager thinks about equality.",
                "More confidence with senior people.",
                "Development, and a view of the bigger picture.",
                "To build resilience.",
                "Knowing that somebody will act on it.",
                "To learn how decisions are made.",
            ),
        },
        counts={
            "enr_work_areas": (6, 9, 8, 4, 6, 3, 6, 2, 0, 0),  # as published
            "enr_m_guidance": (8, 7, 5, 0),
            "enr_m_support": (6, 7, 5, 1),
            "enr_find_out": (1, 4, 2, 2, 1, 1, 0, 0, 0),
            "enr_lm_support": (1, 3, 2, 3, 2, 0),
            "enr_faith": (1, 3, 3, 3, 1, 0),
            "enr_prof_group": (4, 2, 1, 3, 1, 0),
            "enr_clinical": (6, 5),
            "enr_band": (0, 1, 2, 3, 3, 1, 0, 1, 0, 0, 0, 0, 0),
        },
    ),
    Form(
        cohort=1,
        stage="enrolment",
        role="mentee",
        tool="microsoft_forms",
        first=datetime(2020, 10, 5, 9, 12),  # noqa: DTZ001
        codes=MENTEES,
        given={
            "enr_e_conf_senior": (6, 7, 5, 8, 4, 6, 6),  # 42 / 7 = 6
            "enr_e_conf_junior": (5, 6, 4, 7, 3, 5, 5),  # 35 / 7 = 5
            "enr_e_know_standards": (5, 6, 4, 7, 3, 6, 5),
            "enr_fear_failure": (7, 6, 8, 4, 8, 6, 7),
            "enr_contribute": (
                "A genuine wish to learn about BAME lived experience.",
                "Listening, and empathy.",
                "Time, and not cancelling.",
                "Being honest about what I do not know.",
                "To earn the trust of my mentor.",
                "Openness about my own weak points.",
                "To live up to our values.",
            ),
            "enr_gain": (
                "Different perspectives.",
                "A deeper understanding of the people I lead.",
                "To ask the right questions without causing hurt.",
                "To learn about inequalities, health inequalities too.",
                "Personal growth.",
                "To connect what I have read with what people live.",
                "To understand what I do not see from my seat.",
            ),
        },
        counts={
            "enr_work_areas": (6, 6, 3, 3, 1, 0, 0, 0, 1, 0),  # as published
            "enr_e_guidance": (6, 1),
            "enr_find_out": (0, 0, 3, 2, 0, 1, 1, 0, 0),
            "enr_lm_support": (0, 0, 1, 3, 2, 1),
            "enr_faith": (0, 0, 1, 4, 2, 0),
            "enr_e_framework": (0, 0, 1, 3, 3, 0),
            "enr_e_level": (2, 3, 1, 0, 1, 0),
        },
    ),
    Form(
        cohort=1,
        stage="training",
        role="mentor",
        tool="google_forms",
        first=datetime(2020, 11, 16, 16, 5),  # noqa: DTZ001
        codes=MENTORS_TRAINED,
        given={
            "trn_overall": (8, 7, 9, 6, 8, 7, 9, 8, 5, 8, 9),
            "trn_m_conf_senior": (9, 8, 10, 8, 8, 5, 9, 9, 7, 9, 8),
            "trn_text": (
                "More time on what a first meeting looks like.",
                None,
                "An example of an action plan.",
                "Hearing from a mentor who has done it.",
                None,
                "It was a lot for one morning.",
                "Nothing, it was good.",
            ),
        },
        counts={
            "trn_m_need": (9, 7, 5, 4, 6, 5, 3, 1, 1),
            "trn_mode": (0, 11, 0),
            "trn_length": (11, 0, 0),
            "trn_feedback_clear": (0, 0, 1, 6, 4, 0),
            "trn_m_feedback_relevant": (0, 0, 1, 5, 5, 0),
            "trn_feedback_safe": (0, 1, 2, 5, 3, 0),
            "trn_feedback_ready": (1, 4, 3, 2, 1, 0),
        },
        tones={
            "trn_feedback_questions": "warm",
            "trn_feedback_expected": "mixed",
            "trn_feedback_boundaries": "mixed",
            "trn_feedback_pace": "mixed",
        },
    ),
    Form(
        cohort=1,
        stage="training",
        role="mentee",
        tool="google_forms",
        first=datetime(2020, 11, 17, 12, 30),  # noqa: DTZ001
        codes=MENTEES_TRAINED,
        given={
            "trn_overall": (8, 7, 8, 9, 6, 8, 7),
            "trn_e_conf_senior": (6, 7, 6, 8, 5, 6, 6),
            "trn_text": ("Case studies to talk through.", None, "A reading list beforehand."),
        },
        counts={
            "trn_e_need": (5, 4, 4, 3, 0, 1),
            "trn_mode": (0, 7, 0),
            "trn_length": (7, 0, 0),
            "trn_feedback_clear": (0, 0, 1, 4, 2, 0),
            "trn_e_feedback_relevant": (0, 0, 0, 4, 3, 0),
            "trn_feedback_safe": (0, 0, 1, 3, 3, 0),
            "trn_feedback_ready": (0, 2, 2, 3, 0, 0),
        },
        tones={
            "trn_feedback_questions": "warm",
            "trn_feedback_expected": "warm",
            "trn_feedback_boundaries": "mixed",
            "trn_feedback_pace": "warm",
        },
    ),
    Form(
        cohort=1,
        stage="end_of_cohort",
        role="mentor",
        tool="surveymonkey",
        first=datetime(2021, 5, 10, 10, 20),  # noqa: DTZ001
        codes=MENTORS_AT_THE_END,
        given={
            "end_m_conf_senior": (9, 9, 10, 8, 8, 7, 9, 7, 8, 9),
            "end_m_comfort_needs": (7, 7, 8, 6, 8, 7, 8, 7, 6, 7),
            "end_burden": (4, 7, 3, 6, 5, 8, 2, 6, 5, 4),
            "end_action": (
                "I have applied for a development programme.",
                None,
                "I speak up in meetings where I used to wait.",
                "I asked my manager for time to mentor again.",
            ),
            "end_text": ("The debriefs helped me most.", None, None, "Six sessions were too few."),
        },
        counts={
            "end_useful": (8, 2),
            "end_sessions": (0, 0, 0, 1, 2, 3, 4, 0),
            "end_premeet": (6, 4),
            "end_debrief": (7, 3),
            "end_homework": (5, 4, 3, 0, 2),
            "end_m_gained": (6, 5, 6, 7, 3, 4, 0, 1),
            "end_again": (5, 2, 2, 1),
            "end_quote_ok": (4, 6),
            "end_m_aims_share": (0, 1, 1, 4, 4, 0),
            "end_m_aims_leadership": (0, 2, 3, 4, 1, 0),
            "end_aims_worry_less": (1, 2, 3, 3, 1, 0),
            "end_aims_wellbeing": (1, 3, 3, 2, 1, 0),
            "end_lm_support": (1, 2, 2, 3, 2, 0),
            "end_faith": (0, 2, 3, 4, 1, 0),
            "end_safe": (0, 1, 1, 5, 3, 0),
        },
        tones={
            "end_m_aims_next_step": "mixed",
            "end_challenges_confidence": "warm",
            "end_challenges_complacency": "mixed",
            "end_challenges_convenience": "mixed",
        },
    ),
    Form(
        cohort=1,
        stage="end_of_cohort",
        role="mentee",
        tool="surveymonkey",
        first=datetime(2021, 5, 11, 8, 45),  # noqa: DTZ001
        codes=MENTEES_AT_THE_END,
        # In the order of the codes; at enrolment they were the 4th, 1st, 6th, 5th, 3rd and 2nd.
        given={
            "end_e_conf_senior": (8, 7, 7, 6, 5, 8),
            "end_e_conf_junior": (7, 6, 7, 5, 6, 5),
            "end_e_know_standards": (7, 7, 7, 5, 6, 6),
            "end_fear_failure": (5, 5, 5, 6, 7, 6),
            "end_burden": (3, 4, 2, 6, 3, 5),
            "end_action": (
                "I now ask who is missing before we decide.",
                "We changed how we advertise acting-up posts.",
            ),
            "end_text": (None, "I would have liked more sessions."),
        },
        counts={
            "end_useful": (6, 0),
            "end_sessions": (0, 0, 0, 0, 1, 2, 3, 0),
            "end_premeet": (3, 3),
            "end_debrief": (4, 2),
            "end_homework": (5, 2, 3, 0, 0),
            "end_e_gained": (5, 4, 3, 2, 4, 3, 0, 0),
            "end_again": (4, 0, 2, 0),
            "end_quote_ok": (4, 2),
            "end_e_aims_share": (0, 0, 0, 2, 4, 0),
            "end_e_aims_confident": (0, 0, 2, 3, 1, 0),
            "end_aims_worry_less": (0, 2, 1, 3, 0, 0),
            "end_aims_wellbeing": (0, 1, 3, 2, 0, 0),
            "end_lm_support": (0, 0, 1, 3, 1, 1),
            "end_faith": (0, 0, 1, 3, 2, 0),
            "end_safe": (0, 0, 1, 2, 3, 0),
        },
        tones={
            "end_e_aims_standards": "mixed",
            "end_understanding_experience": "warm",
            "end_understanding_feedback": "warm",
            "end_understanding_thoughts": "mixed",
            "end_understanding_culture": "mixed",
            "end_understanding_fairness": "warm",
            "end_challenges_confidence": "warm",
            "end_challenges_complacency": "warm",
            "end_challenges_convenience": "mixed",
        },
    ),
)
