"""From what is known of a group, such as how many ticked what, to what each person answered."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import NamedTuple

from rm_eval.questionnaire import Question, Role, Stage, read_questionnaires

SEED = 2021
Answer = int | str | tuple[str, ...] | None
# How strongly each benefit is wished for, in the order of the questionnaire: sample rankings lean
# this way, so that the average places differ.
LEANING = (5.0, 4.5, 3.0, 3.5, 4.0, 2.0, 2.5)
# How likely each answer is, from "Strongly disagree" to "Strongly agree", then "Not applicable".
TONES = {
    "warm": (0, 1, 2, 6, 5, 0),
    "mixed": (1, 3, 3, 4, 1, 0),
    "cool": (3, 4, 3, 2, 0, 0),
}
# What somebody typed beside "Other".
TYPED_AS_OTHER = "Time in my diary to prepare"


@dataclass(frozen=True, kw_only=True, slots=True)
class Form:
    """One form that invented people filled in.

    Attributes
    ----------
    cohort, stage, role, tool
        Whose it is, when, and which survey tool it was made with.
    first
        When the first person began.
    codes
        The participant code of each person, as they typed it; "" for somebody who left it out.
    given
        What each person answered: scores and own words, in the order of `codes`.
    counts
        How many people ticked or chose each option, in the order of the questionnaire.
    tones
        How people feel about a statement (a key of `TONES`), where nothing more is said.
    programme, asked
        Of another programme than the South East's: its name, and what this form asks.
    """

    cohort: int
    stage: Stage
    role: Role
    tool: str
    first: datetime
    codes: tuple[str, ...]
    given: Mapping[str, Sequence[Answer]]
    counts: Mapping[str, tuple[int, ...]]
    tones: Mapping[str, str] = field(default_factory=dict)
    programme: str = "South East"
    asked: tuple[Question, ...] = ()

    @property
    def name(self) -> str:
        """What its file is called, without the ending."""
        stage = self.stage.replace("_", " ")
        return f"{self.programme} cohort {self.cohort} - {stage} - {self.role}s"


class Times(NamedTuple):
    """When one person began and ended."""

    started: datetime
    completed: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class FilledIn:
    """A form with everybody's answers.

    Attributes
    ----------
    answers
        Of each question in turn, the answer of each person: a number, a label, own words, or the
        labels somebody ticked or put in order; None for no answer.
    times
        Of each person.
    """

    form: Form
    answers: tuple[tuple[Question, tuple[Answer, ...]], ...]
    times: tuple[Times, ...]


# The South East asked neither; other programmes do.
NOT_ASKED = frozenset({"enr_network", "enr_site"})


def fill_in(form: Form) -> FilledIn:
    """Give every person of a form their answers: the same ones each time."""
    # The form this project began with keeps the answers it was first given.
    first = form.cohort == 1 and form.stage == "enrolment"
    seed = f"{SEED} {form.role}" if first else f"{SEED} {form.name}"
    chance = random.Random(seed)  # noqa: S311 - invented people, no secrets
    answers = tuple(
        (question, tuple(_answers(question, form, chance)))
        for question in form.asked or _asked_in_the_south_east(form)
    )
    times = tuple(_times(form, at, chance) for at in range(len(form.codes)))
    return FilledIn(form=form, answers=answers, times=times)


def _asked_in_the_south_east(form: Form) -> list[Question]:
    questionnaire = next(one for one in read_questionnaires() if one.stage == form.stage)
    return [q for q in questionnaire.for_role(form.role) if q.id not in NOT_ASKED]


def _times(form: Form, at: int, chance: random.Random) -> Times:
    started = form.first + timedelta(hours=7 * at, minutes=chance.randrange(50))
    return Times(started, started + timedelta(minutes=chance.randrange(6, 19)))


def _answers(question: Question, form: Form, chance: random.Random) -> Sequence[Answer]:
    n = len(form.codes)
    if question.id in form.given:
        given = form.given[question.id]
        # What few people wrote is followed by blanks.
        return (*given, *[None] * (n - len(given)))
    if question.type == "ranking":
        return [_ranking(question, chance) for _ in range(n)]
    if question.type == "multiple_choice":
        return _ticks(question, form.counts[question.id], n, chance)
    if question.id in form.counts:
        return _choices(question, form.counts[question.id], chance)
    weights = TONES[form.tones[question.id]]
    labels = [option.label for option in question.options]
    return chance.choices(labels, weights, k=n)


def _ticks(
    question: Question, counts: tuple[int, ...], n: int, chance: random.Random
) -> list[tuple[str, ...] | None]:
    """Share the ticks out so that each option has its count and nobody is left without one.

    Whoever ticks "nothing" ticks nothing else. Where there are fewer ticks than people, some
    people left the question out.
    """
    while True:
        ticked: list[list[str]] = [[] for _ in range(n)]
        people = range(n)
        for option, count in sorted(
            zip(question.options, counts, strict=True), key=lambda one: not one[0].exclusive
        ):
            chosen = chance.sample(people, count)
            label = TYPED_AS_OTHER if option.id == "other" else option.label
            for person in chosen:
                ticked[person].append(label)
            if option.exclusive:
                people = [person for person in people if person not in chosen]
        if all(ticked) or sum(counts) < n:
            return [tuple(labels) or None for labels in ticked]


def _choices(question: Question, counts: tuple[int, ...], chance: random.Random) -> list[str]:
    offered = [option.label for option in question.options] or ["Yes", "No"]
    labels = [label for label, n in zip(offered, counts, strict=True) for _ in range(n)]
    chance.shuffle(labels)
    return labels


def _ranking(question: Question, chance: random.Random) -> tuple[str, ...]:
    leaning = dict(zip(question.options, LEANING, strict=True))
    order = sorted(question.options, key=lambda option: leaning[option] + chance.gauss(0, 1.5))
    return tuple(option.label for option in reversed(order))
