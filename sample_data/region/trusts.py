"""Five invented trusts: which tool each has, what it asks, when, and how many people answered.

No trust is called so. What they say of their programmes stands in `card.toml` in their folders.
"""

from dataclasses import replace
from datetime import datetime
from typing import get_args

from rm_eval.questionnaire import Question, Role, Scale, Stage, read_questionnaires
from sample_data.region.people import Cohort, Trust

ROLES: tuple[Role, ...] = get_args(Role)
Forms = dict[tuple[Stage, Role], tuple[Question, ...]]
USEFUL = "Was reverse mentoring useful to you?"


def _when(year: int, month: int, day: int) -> datetime:
    return datetime(year, month, day, 9, 5)  # noqa: DTZ001 - an export's times have no zone


def _our_forms(*without: str, **slots: str) -> Forms:
    """Our forms, whole but for some questions, with a programme's own words in their slots."""
    return {
        (form.stage, role): tuple(q for q in form.for_role(role) if q.id not in without)
        for form in read_questionnaires(**slots)
        for role in ROLES
    }


def _some(forms: Forms, *asked: str) -> Forms:
    """Of these forms the questions named."""
    return {part: tuple(q for q in form if q.id in asked) for part, form in forms.items()}


def _one(forms: Forms, asked: str) -> Question:
    return next(q for form in forms.values() for q in form if q.id == asked)


AMBERFELL = Trust(
    name="Amberfell Hospitals (sample)",
    folder="amberfell",
    tool="microsoft_forms",
    forms=_our_forms("enr_network", "enr_site"),
    cohorts=(
        Cohort(
            number=1,
            lean=0.4,
            asked={
                "enrolment": (_when(2021, 1, 11), 11, 10),
                "training": (_when(2021, 2, 8), 11, 10),
                "end_of_cohort": (_when(2021, 9, 6), 10, 10),
            },
        ),
    ),
)

BRACKENMOOR = Trust(
    name="Brackenmoor Teaching Hospitals (sample)",
    folder="brackenmoor",
    tool="google_forms",
    forms=_our_forms("enr_network", "enr_site", "enr_band", "trn_length", "end_homework"),
    cohorts=(
        Cohort(
            number=1,
            asked={
                "enrolment": (_when(2020, 11, 2), 30, 30),
                "training": (_when(2020, 12, 1), 29, 28),
                "end_of_cohort": (_when(2021, 7, 5), 26, 25),
            },
        ),
        # Trained, and still under way.
        Cohort(
            number=2,
            lean=-0.5,
            asked={
                "enrolment": (_when(2021, 10, 4), 14, 14),
                "training": (_when(2021, 11, 1), 14, 13),
            },
        ),
    ),
)


def _larkwater_forms() -> Forms:
    """Few questions, one of them on another scale, one in other words, and one of its own."""
    ours = _our_forms()
    sure = replace(
        _one(ours, "enr_e_conf_senior"),
        wording="How sure of yourself are you when race comes up at work? "
        "(1 = not at all, 5 = very)",
        scale=Scale(low=1, high=5),
    )
    useful = replace(_one(ours, "end_useful"), wording=USEFUL)
    again = replace(_one(ours, "end_safe"), wording="Our meetings were well organised.")
    burden, conf = _one(ours, "end_burden"), _one(ours, "end_m_conf_senior")
    rating = _one(ours, "trn_overall")
    common = tuple(_one(ours, f"end_{one}") for one in ("faith", "again"))
    gained = {"mentor": _one(ours, "end_m_gained"), "mentee": _one(ours, "end_e_gained")}
    return {
        ("training", "mentor"): (rating, _one(ours, "trn_m_need"), _one(ours, "trn_text")),
        ("training", "mentee"): (rating, _one(ours, "trn_e_need"), _one(ours, "trn_text")),
        ("end_of_cohort", "mentor"): (useful, conf, *common, again, burden, gained["mentor"]),
        ("end_of_cohort", "mentee"): (useful, sure, *common, again, burden, gained["mentee"]),
    }


LARKWATER = Trust(
    name="Larkwater Community Health (sample)",
    folder="larkwater",
    tool="surveymonkey",
    has_codes=False,
    forms=_larkwater_forms(),
    cohorts=(
        Cohort(
            number=1,
            lean=0.8,
            asked={
                "training": (_when(2021, 3, 1), 12, 12),
                "end_of_cohort": (_when(2021, 10, 4), 12, 11),
            },
        ),
    ),
)

OTTERMOUTH = Trust(
    name="Ottermouth Ambulance Service (sample)",
    folder="ottermouth",
    tool="one_column",
    has_codes=False,
    forms=_some(_our_forms(), "end_useful"),
    cohorts=(
        Cohort(number=1, asked={"end_of_cohort": (_when(2019, 6, 3), 6, 5)}),
        Cohort(number=2, asked={"end_of_cohort": (_when(2020, 2, 3), 9, 8)}),
        Cohort(number=3, asked={"end_of_cohort": (_when(2021, 6, 7), 13, 12)}),
    ),
)

THISTLEFORD = Trust(
    name="Thistleford Mental Health (sample)",
    folder="thistleford",
    tool="qualtrics",
    forms=_our_forms(
        *("enr_network", "enr_site", "enr_band", "trn_mode", "trn_length", "end_homework"),
        characteristic="disability",
        community="disabled",
        mentoring="reciprocal",
    ),
    cohorts=(
        Cohort(
            number=1,
            lean=-0.3,
            asked={
                "enrolment": (_when(2021, 4, 12), 12, 7),
                "training": (_when(2021, 5, 10), 12, 7),
                # Of the mentees only four answered: too few to tell anything of.
                "end_of_cohort": (_when(2021, 12, 6), 11, 4),
            },
        ),
    ),
)

TRUSTS = (AMBERFELL, BRACKENMOOR, LARKWATER, OTTERMOUTH, THISTLEFORD)
