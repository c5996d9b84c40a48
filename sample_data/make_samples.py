#!/usr/bin/env python3
"""Make the sample exports. Every person in them is invented.

The totals are those of the South East report of March 2021 (cohort 1, enrolment): all 18 cells of
"What are the main areas of work of the participants?", worked back from the printed percentages
to 11 mentors and 7 mentees, and the four means 8 and 7 (mentors), 6 and 5 (mentees). Everything
else is made up to look like such a cohort. See README.md beside this file.

Run it to write the workbooks again: ``.venv/bin/python sample_data/make_samples.py``.
"""

import random
import sys
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path

from openpyxl import Workbook

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

from rm_eval.questionnaire import Question, Role, read_questionnaires  # noqa: E402

SEED = 2021
FORMS_COLUMNS = ("ID", "Start time", "Completion time", "Email", "Name")
FIRST_ANSWER = datetime(2020, 10, 5, 9, 12)  # noqa: DTZ001 - a workbook's times have no zone

# How many people ticked each option, in the order of the questionnaire ("Other" last).
TICKS: dict[Role, dict[str, tuple[int, ...]]] = {
    "mentor": {
        "enr_work_areas": (6, 9, 8, 4, 6, 3, 6, 2, 0, 0),  # as published
        "enr_m_guidance": (8, 7, 5, 0),
        "enr_m_support": (6, 7, 5, 1),
    },
    "mentee": {
        "enr_work_areas": (6, 6, 3, 3, 1, 0, 0, 0, 1, 0),  # as published
        "enr_e_guidance": (6, 1),
    },
}
# The scores of everybody; the sums give the published means 8, 7, 6 and 5.
SCORES: dict[Role, dict[str, tuple[int, ...]]] = {
    "mentor": {
        "enr_m_conf_senior": (9, 8, 10, 7, 8, 6, 9, 8, 7, 9, 7),  # 88 / 11 = 8
        "enr_m_comfort_needs": (7, 6, 9, 5, 8, 6, 9, 7, 4, 8, 8),  # 77 / 11 = 7
    },
    "mentee": {
        "enr_e_conf_senior": (6, 7, 5, 8, 4, 6, 6),  # 42 / 7 = 6
        "enr_e_conf_junior": (5, 6, 4, 7, 3, 5, 5),  # 35 / 7 = 5
        "enr_e_know_standards": (5, 6, 4, 7, 3, 6, 5),
        "enr_fear_failure": (7, 6, 8, 4, 8, 6, 7),
    },
}
# How many people chose each option, in the order of the questionnaire; they sum to 11 and 7.
CHOICES: dict[Role, dict[str, tuple[int, ...]]] = {
    "mentor": {
        "enr_find_out": (1, 4, 2, 2, 1, 1, 0, 0, 0),
        "enr_lm_support": (1, 3, 2, 3, 2, 0),
        "enr_faith": (1, 3, 3, 3, 1, 0),
        "enr_prof_group": (4, 2, 1, 3, 1, 0),
        "enr_clinical": (6, 5),
        "enr_band": (0, 1, 2, 3, 3, 1, 0, 1, 0, 0, 0, 0, 0),
    },
    "mentee": {
        "enr_find_out": (0, 0, 3, 2, 0, 1, 1, 0, 0),
        "enr_lm_support": (0, 0, 1, 3, 2, 1),
        "enr_faith": (0, 0, 1, 4, 2, 0),
        "enr_e_framework": (0, 0, 1, 3, 3, 0),
        "enr_e_level": (2, 3, 1, 0, 1, 0),
    },
}
WORDS: dict[Role, dict[str, tuple[str, ...]]] = {
    "mentor": {
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
    "mentee": {
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
}
# How strongly each benefit is wished for, in the order of the questionnaire: sample rankings lean
# this way, so that the average places differ.
LEANING = (5.0, 4.5, 3.0, 3.5, 4.0, 2.0, 2.5)
# Forms writes what somebody typed beside "Other" in the place of the option.
TYPED_AS_OTHER = "Time in my diary to prepare"
N_PEOPLE: dict[Role, int] = {"mentor": 11, "mentee": 7}


def main() -> None:
    """Write both workbooks."""
    for role in N_PEOPLE:
        path = HERE / f"South East cohort 1 - enrolment - {role}s.xlsx"
        workbook_of(role).save(path)
        print(path.name)


def workbook_of(role: Role) -> Workbook:
    """Make the enrolment export of one role, as Microsoft Forms writes it."""
    chance = random.Random(f"{SEED} {role}")  # noqa: S311 - invented people, no secrets
    enrolment = read_questionnaires()[0]
    questions = enrolment.for_role(role)
    columns = [_answers(question, role, chance) for question in questions]
    workbook = Workbook()
    workbook.properties.created = workbook.properties.modified = FIRST_ANSWER
    sheet = workbook.active
    sheet.title = "Sheet1"
    sheet.append([*FORMS_COLUMNS, *(question.wording for question in questions)])
    for at in range(N_PEOPLE[role]):
        sheet.append([*_forms_cells(at, chance), *(column[at] for column in columns)])
    return workbook


def _forms_cells(at: int, chance: random.Random) -> list[object]:
    started = FIRST_ANSWER + timedelta(hours=7 * at, minutes=chance.randrange(50))
    completed = started + timedelta(minutes=chance.randrange(6, 19))
    return [at + 1, started, completed, "anonymous", None]


def _answers(question: Question, role: Role, chance: random.Random) -> Sequence[object]:
    n = N_PEOPLE[role]
    if question.id in SCORES[role]:
        return SCORES[role][question.id]
    if question.id in TICKS[role]:
        return _ticks(question, TICKS[role][question.id], n, chance)
    if question.id in CHOICES[role]:
        return _choices(question, CHOICES[role][question.id], chance)
    if question.type == "ranking":
        return [_ranking(question, chance) for _ in range(n)]
    return WORDS[role][question.id]


def _ticks(
    question: Question, counts: tuple[int, ...], n: int, chance: random.Random
) -> list[str | None]:
    """Share the ticks out so that each option has its count and nobody is left without one."""
    while True:
        ticked: list[list[str]] = [[] for _ in range(n)]
        for option, count in zip(question.options, counts, strict=True):
            for person in chance.sample(range(n), count):
                ticked[person].append(TYPED_AS_OTHER if option.id == "other" else option.label)
        if all(ticked) or sum(counts) < n:
            return ["".join(f"{label};" for label in labels) or None for labels in ticked]


def _choices(question: Question, counts: tuple[int, ...], chance: random.Random) -> list[str]:
    labels = [
        option.label
        for option, count in zip(question.options, counts, strict=True)
        for _ in range(count)
    ]
    chance.shuffle(labels)
    return labels


def _ranking(question: Question, chance: random.Random) -> str:
    leaning = dict(zip(question.options, LEANING, strict=True))
    order = sorted(question.options, key=lambda option: leaning[option] + chance.gauss(0, 1.5))
    return "".join(f"{option.label};" for option in reversed(order))


if __name__ == "__main__":
    main()
