"""Invent the people of a programme: who they are, and what each would say, by a fixed chance."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from string import ascii_uppercase

from rm_eval.questionnaire import Question, Role, Stage
from sample_data.answers import LEANING, SEED, Answer, Form

# What people answer on average on a scale of 1 to 10, by the id it had when it was asked first.
MIDDLES = {
    "enr_m_conf_senior": 6.2,
    "enr_m_comfort_needs": 5.6,
    "enr_e_conf_senior": 6.0,
    "enr_e_conf_junior": 6.3,
    "enr_e_know_standards": 5.0,
    "enr_fear_failure": 6.1,
    "end_burden": 4.4,
    "trn_overall": 7.8,
}
# By how much answers differ from one asking to the next: most people move little, some go down.
STEPS = (-2, -1, 0, 0, 0, 1, 1, 1, 2, 2, 3)
# From "Strongly disagree" to "Strongly agree", then "Not applicable".
AGREEMENT = (1, 2, 4, 8, 4, 0)
SAYS_YES = 0.8
# How likely somebody is to tick an option; to have ticked "none of these"; to leave a question out.
TICKS, TICKS_NONE, LEAVES_OUT = 0.45, 0.05, 0.02
WRITES = 0.2
SENTENCES = (
    "I ask more before I decide.",
    "Listening took more time than I thought, and it was worth it.",
    "We now talk about this in our team meeting.",
    "Please keep the dates fixed.",
    "More time between the sessions would help.",
    "I speak up sooner.",
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Cohort:
    """One cohort of an invented programme.

    Attributes
    ----------
    number
        Its number.
    asked
        When each stage was asked, and how many mentors and mentees answered.
    lean
        By how many points its people differ from others on a scale.
    """

    number: int
    asked: Mapping[Stage, tuple[datetime, int, int]]
    lean: float = 0.0


@dataclass(frozen=True, kw_only=True, slots=True)
class Trust:
    """An invented trust: whose programme it is, its cohorts, its tool and its forms.

    Attributes
    ----------
    name, folder
        What it is called, and where its files are.
    tool
        A key of `sample_data.exports.EXPORTS`.
    cohorts
        In their order.
    forms
        What it asks at each stage, in its own words where it has some.
    has_codes
        Whether people were asked for a participant code.
    """

    name: str
    folder: str
    tool: str
    cohorts: tuple[Cohort, ...]
    forms: Mapping[tuple[Stage, Role], tuple[Question, ...]]
    has_codes: bool = True


@dataclass(slots=True)
class _People:
    """People of one role of a cohort: their codes, and what each said last of a question."""

    codes: list[str]
    last: dict[str, list[int]] = field(default_factory=dict)


def forms_of(trust: Trust) -> tuple[Form, ...]:
    """Let everybody of a trust fill in every form: the same each time."""
    return tuple(
        form
        for cohort in trust.cohorts
        for role in ("mentor", "mentee")
        for form in _forms(trust, cohort, role)
    )


def _forms(trust: Trust, cohort: Cohort, role: Role) -> list[Form]:
    chance = random.Random(f"{SEED} {trust.folder} {cohort.number} {role}")  # noqa: S311
    at = 1 if role == "mentor" else 2
    most = max(counts[at] for counts in cohort.asked.values())
    people = _People(codes=_codes(most, chance))
    forms = []
    for stage, asked in cohort.asked.items():
        # Whoever stays away, stays away from all that follows.
        n, questions = asked[at], trust.forms[stage, role]
        given = {one.id: _answers(one, n, people, cohort.lean, chance) for one in questions}
        form = Form(
            programme=trust.name.removesuffix(" (sample)"),
            cohort=cohort.number,
            stage=stage,
            role=role,
            tool=trust.tool,
            first=asked[0],
            codes=tuple(people.codes[:n]) if trust.has_codes else ("",) * n,
            given=given,
            counts={},
            asked=questions,
        )
        forms.append(form)
    return forms


def _codes(n: int, chance: random.Random) -> list[str]:
    """Two letters, a day of the month, a letter; far enough apart that none is another's slip."""
    starts = [f"{first}{second}" for first in "BCDGHLMNPRSTW" for second in "AEIOU"]
    return [
        f"{start}{chance.randrange(1, 29):02d}{chance.choice(ascii_uppercase)}"
        for start in chance.sample(starts, n)
    ]


def _answers(
    question: Question, n: int, people: _People, lean: float, chance: random.Random
) -> Sequence[Answer]:
    if question.type == "scale":
        return _scores(question, n, people, lean, chance)
    return [_answer(question, chance) for _ in range(n)]


def _scores(
    question: Question, n: int, people: _People, lean: float, chance: random.Random
) -> list[int]:
    """Score a question: by chance the first time, and from there on by steps."""
    low, high = (question.scale.low, question.scale.high) if question.scale else (1, 10)
    better = -1 if question.scale and question.scale.better == "lower" else 1
    before = people.last.get(question.first_id)
    if before is None:
        middle = MIDDLES[question.first_id] + better * lean
        middle = low + (middle - 1) * (high - low) / 9
        scores = [round(chance.gauss(middle, (high - low) / 5)) for _ in people.codes]
    else:
        scores = [score + better * chance.choice(STEPS) for score in before]
    kept = [min(high, max(low, score)) for score in scores]
    people.last[question.first_id] = kept
    return kept[:n]


def _answer(question: Question, chance: random.Random) -> Answer:
    if question.type == "free_text":
        return chance.choice(SENTENCES) if chance.random() < WRITES else None
    if question.type == "yes_no":
        return "Yes" if chance.random() < SAYS_YES else "No"
    if question.type == "multiple_choice":
        return _ticked(question, chance)
    return None if chance.random() < LEAVES_OUT else _chosen(question, chance)


def _chosen(question: Question, chance: random.Random) -> Answer:
    """Choose one option, or put all of them in order."""
    labels = [option.label for option in question.options if option.id != "other"]
    if question.type == "likert":
        return chance.choices(labels, AGREEMENT)[0]
    if question.type == "single_choice":
        return chance.choices(labels, range(len(labels), 0, -1))[0]
    leaning = dict(zip(labels, LEANING, strict=True))
    order = sorted(labels, key=lambda label: leaning[label] + chance.gauss(0, 1.5))
    return tuple(reversed(order))


def _ticked(question: Question, chance: random.Random) -> tuple[str, ...]:
    """Tick at least one option; whoever ticks "none of these" ticks nothing else."""
    none = [option.label for option in question.options if option.exclusive]
    if none and chance.random() < TICKS_NONE:
        return (none[0],)
    labels = [o.label for o in question.options if not o.exclusive and o.id != "other"]
    ticked = tuple(label for label in labels if chance.random() < TICKS)
    return ticked or (chance.choice(labels),)
