"""The same question at two times, of every kind, for tests of charts and words."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from rm_eval.disclosure import Audience, Published, protect
from rm_eval.measures import measure
from rm_eval.questionnaire import Question, Role, Stage
from tests.charts.changes import (
    MENTEES,
    MENTORS,
    THIRTY,
    again_question,
    confidence_question,
    faith_question,
    source_of,
)
from tests.factories import A_DAY, SCOPE

Scores = Sequence[float]


def times(
    audience: Audience = "team",
    question: Question | None = None,
    /,
    *,
    mentor: tuple[Scores, Scores] | None = None,
    mentee: tuple[Scores, Scores] | None = None,
    stages: tuple[Stage, Stage] = ("enrolment", "end_of_cohort"),
) -> tuple[Published, Published]:
    """One question at two times; (before, after) of each role."""
    groups: dict[Role, tuple[Scores, Scores] | None] = {"mentor": mentor, "mentee": mentee}
    asked = question or confidence_question()
    first, second = (
        protect(
            measure(
                asked,
                tuple(
                    source_of(asked, role, scores[at], f"{stage}.xlsx")
                    for role, scores in groups.items()
                    if scores is not None
                ),
                scope=replace(SCOPE, stage=stage),
            ),
            audience=audience,
            made_on=A_DAY,
        )
        for at, stage in enumerate(stages)
    )
    return first, second


def sides(pairs: Sequence[tuple[float, float]]) -> tuple[Scores, Scores]:
    return [one for one, _ in pairs], [other for _, other in pairs]


YES = ([1, 0, 0, 1, 0], [1, 1, 1, 0, 1, 1])
AGREED = ([2, 3, 4, 1, 5, 3, 3], [4, 4, 5, 3, 2])
EVERY_PAIR_OF_TIMES: dict[str, Callable[[], tuple[Published, Published]]] = {
    "scores, team": lambda: times(mentor=sides(MENTORS), mentee=sides(MENTEES)),
    "scores, internal": lambda: times("internal", mentor=sides(MENTORS), mentee=sides(MENTEES)),
    "scores, public, later hidden": lambda: times(
        "public", mentee=(sides(MENTEES)[0], [7, 8, 9, 9])
    ),
    "scores, thirty": lambda: times(mentee=sides(THIRTY)),
    "scores, all hidden": lambda: times("internal", mentee=([1, 2, 3], [4, 5, 6])),
    "yes or no, team": lambda: times("team", again_question(), mentor=YES),
    "yes or no, public": lambda: times("public", again_question(), mentor=YES),
    "agreement, team": lambda: times("team", faith_question(), mentor=AGREED, mentee=AGREED),
    "agreement, internal": lambda: times(
        "internal", faith_question(), mentor=AGREED, mentee=AGREED
    ),
}
