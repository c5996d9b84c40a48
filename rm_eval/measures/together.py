"""Several files as one: mentors and mentees together, or one role of several cohorts."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import get_args

import pandas as pd

from rm_eval.measures.division import Division
from rm_eval.measures.groups import EVERYBODY, Group
from rm_eval.measures.measured import Source
from rm_eval.questionnaire import Question, Role
from rm_eval.recognise.wordings.wording import normalise
from rm_eval.responses import Responses


def by_group(
    question: Question,
    sources: Sequence[Source],
    *,
    together: bool = False,
    division: Division | None = None,
) -> tuple[Source, ...]:
    """Put the answers of each role together, or of both where both were asked alike.

    Parameters
    ----------
    question
        Whose answers are wanted.
    sources
        The files that asked it; several of one role are of several cohorts.
    together
        Whether mentors and mentees are wanted as one group.
    division
        In which parts each role is wanted, of files of one cohort.
    """
    roles: dict[Group, list[Source]] = {}
    is_one = together and can_take_together(question, sources)
    for source in sources:
        roles.setdefault(EVERYBODY if is_one else source.role, []).append(source)
    every = tuple(_as_one(question, role, those) for role, those in roles.items())
    if division is None:
        return every
    return tuple(part for one in every for part in division.divide(one))


def can_take_together(question: Question, sources: Iterable[Source]) -> bool:
    """Say whether a question was asked of both roles, and in the same way."""
    asked = {source.role: source for source in sources}
    return len(asked) > 1 and is_asked_alike([_asked(question, one) for one in asked.values()])


def is_asked_alike(asked: Sequence[Question]) -> bool:
    """Say whether answers to these are answers to one question: same words, same answers.

    Options nobody listed before are those that answers were found to hold, so they may differ.
    Themes are looked for in what each role writes; they count together only where they are.
    """
    kinds = {
        (
            one.type,
            normalise(one.wording),
            one.scale,
            # Labels too: "BAME employees" and "disabled employees" are not one thing to rank.
            frozenset((o.id, normalise(o.label)) for o in one.options)
            if not one.are_gathered
            else None,
        )
        for one in asked
    }
    of_both = all(len(theme.roles) == len(get_args(Role)) for one in asked for theme in one.themes)
    return len(kinds) == 1 and of_both


def _asked(question: Question, source: Source) -> Question:
    return next(own for own in source.responses.questions if own.id == question.id)


def _as_one(question: Question, role: Group, sources: Sequence[Source]) -> Source:
    if len(sources) == 1 and sources[0].role == role:
        return sources[0]
    sent = [one.n_sent for one in sources if one.n_sent is not None]
    return replace(
        sources[0],
        role=role,
        responses=_merged(question, [one.responses for one in sources]),
        sample=any(one.sample for one in sources),
        n_sent=sum(sent) if len(sent) == len(sources) else None,
    )


def _merged(question: Question, every: Sequence[Responses]) -> Responses:
    """Put the answers to one question together, each person numbered anew."""
    people, frames, first = [], [], 0
    for one in every:
        answers = one.of(question)
        frames.append(answers.assign(person=answers["person"] + first))
        people += [replace(person, number=person.number + first) for person in one.people]
        first = max((person.number for person in people), default=first) + 1
    asked = {own.id: own for one in every for own in one.questions if own.id == question.id}
    return Responses(
        people=tuple(people),
        questions=tuple(asked.values()),
        answers=pd.concat(frames, ignore_index=True),
    )
