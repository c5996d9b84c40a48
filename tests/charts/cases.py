"""Charts of every kind and difficulty, for tests that look at all of them."""

from collections.abc import Callable
from dataclasses import replace

from rm_eval.disclosure import Audience, Published
from rm_eval.questionnaire import Question, Role, Scale
from tests.factories import (
    chosen,
    published,
    scale_question,
    scored,
    tick_question,
    ticked,
    yes_no_question,
)

AREAS = {
    "People management": (6, 6),
    "Project management": (9, 6),
    "Process management": (8, 3),
    "Budget management": (4, 3),
    "Communications": (6, 1),
    "Data and analysis": (3, 0),
    "General administrative": (6, 0),
    "Support to senior manager": (2, 0),
    "Regional oversight": (0, 1),
}
MARKUP = {
    "<b>bold</b> and <br> break": (3, 4),
    r"$\alpha$ and $\beta$": (5, 2),
    "A & B &amp; C &lt; D": (7, 7),
    "https://" + "a-long-name." * 12: (1, 3),
}
WORDY = {
    f"A need written out at great length, as whoever wrote the form wanted to leave no doubt "
    f"about what was meant, with an example of it, number {number}": (
        number * 3 % 12,
        number * 5 % 8,
    )
    for number in range(15)
}
MENTOR_SCORES = [8, 8, 8, 9, 7, 9, 6, 10, 8, 8, 7]
MENTEE_SCORES = [6, 5, 7, 6, 8, 4, 6]
BOTH: tuple[Role, ...] = ("mentor", "mentee")


def areas_question(labels: dict[str, tuple[int, int]] | None = None) -> Question:
    return tick_question(
        *(labels or AREAS),
        wording="What are the main areas of your work?",
        short="main areas of work",
        mark="ordinary",
    )


def areas(
    audience: Audience = "team",
    *,
    counts: dict[str, tuple[int, int]] | None = None,
    n: tuple[int, int] = (11, 7),
    roles: tuple[Role, ...] = BOTH,
) -> Published:
    """The South East table of March 2021, or another of its kind."""
    question = areas_question(counts)
    columns = list(zip(*(counts or AREAS).values(), strict=True))
    sources = [
        ticked(question, [min(count, size) for count in column], size, role)
        for column, size, role in zip(columns, n, BOTH, strict=True)
        if role in roles
    ]
    return published(question, *sources, audience=audience)


def confidence(
    audience: Audience = "team", *scores: list[int], scale: Scale | None = None
) -> Published:
    question = replace(
        scale_question(short="confidence talking with senior leaders"),
        scale=scale or Scale(low_label="not at all confident", high_label="completely confident"),
    )
    groups = scores or (MENTOR_SCORES, MENTEE_SCORES)
    sources = [
        scored(question, [float(score) for score in those], role)
        for those, role in zip(groups, BOTH, strict=False)
    ]
    return published(question, *sources, audience=audience)


def useful(audience: Audience = "team", *counts: list[int]) -> Published:
    question = yes_no_question(short="usefulness of the programme")
    groups = counts or ([9, 2], [6, 1])
    sources = [chosen(question, those, role) for those, role in zip(groups, BOTH, strict=False)]
    return published(question, *sources, audience=audience)


def faith(audience: Audience = "team") -> Published:
    labels = ("Strongly disagree", "Disagree", "Neither", "Agree", "Strongly agree")
    question = tick_question(*labels, type="likert", short="faith in the process")
    sources = (chosen(question, [0, 1, 2, 6, 2]), chosen(question, [0, 0, 1, 3, 3], "mentee"))
    return published(question, *sources, audience=audience)


EVERY_CASE: dict[str, Callable[[], Published]] = {
    "areas, team": areas,
    "areas, internal": lambda: areas("internal"),
    "areas, public": lambda: areas("public"),
    "areas, mentees hidden": lambda: areas("internal", n=(11, 4)),
    "areas, all hidden": lambda: areas("internal", n=(4, 3)),
    "areas, one group": lambda: areas(roles=("mentee",)),
    "areas, one group, public": lambda: areas("public", roles=("mentee",)),
    "one answer": lambda: areas(counts={"Project management": (9, 6)}),
    "markup": lambda: areas(counts=MARKUP),
    "fifteen wordy answers": lambda: areas(counts=WORDY),
    "fifteen wordy answers, internal": lambda: areas("internal", counts=WORDY),
    "fifteen wordy answers, public": lambda: areas("public", counts=WORDY),
    "equal shares": lambda: areas(counts={"A": (5, 5), "B": (10, 10), "C": (0, 0)}, n=(10, 10)),
    "nobody ticked": lambda: areas(counts=dict.fromkeys(AREAS, (0, 0))),
    "likert": faith,
    "likert, internal": lambda: faith("internal"),
    "scores, team": confidence,
    "scores, internal": lambda: confidence("internal"),
    "scores, public": lambda: confidence("public"),
    "scores, one group": lambda: confidence("team", MENTOR_SCORES),
    "scores, mentees hidden": lambda: confidence("internal", MENTOR_SCORES, [5, 6, 7]),
    "scores, all hidden": lambda: confidence("internal", [5, 6, 7]),
    "scores, one person": lambda: confidence("team", [1]),
    "scores, all the same": lambda: confidence("team", [10] * 30),
    "scores, many people": lambda: confidence("team", [1 + at % 10 for at in range(60)]),
    "scores, 1 to 5": lambda: confidence("internal", [1, 2, 3, 4, 5] * 3, scale=Scale(high=5)),
    "yes or no, team": useful,
    "yes or no, internal": lambda: useful("internal"),
    "yes or no, public": lambda: useful("public", [6, 5], [6, 1]),
    "yes or no, thirty": lambda: useful("team", [25, 5], [0, 3]),
    "yes or no, many people": lambda: useful("team", [60, 23]),
    "yes or no, all hidden": lambda: useful("internal", [2, 1]),
}
