"""Charts of every kind and difficulty, for tests that look at all of them."""

import random
from collections.abc import Callable
from dataclasses import replace

from rm_eval.disclosure import Audience, Published
from rm_eval.questionnaire import Option, Question, Role, Scale, Theme
from tests.factories import (
    chosen,
    published,
    ranked,
    ranking_question,
    scale_question,
    scored,
    tick_question,
    ticked,
    written,
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


AGREEMENT = (
    ("strongly_disagree", "Strongly disagree"),
    ("disagree", "Disagree"),
    ("neither", "Neither agree nor disagree"),
    ("agree", "Agree"),
    ("strongly_agree", "Strongly agree"),
    ("not_applicable", "Not applicable"),
)


def agreement(
    audience: Audience = "team",
    *counts: list[int],
    options: tuple[tuple[str, str], ...] = AGREEMENT,
    **fields: object,
) -> Published:
    """People on each answer: strongly disagree, disagree, neither, agree, strongly agree, n/a."""
    those = tuple(Option(id=i, label=words, neutral=i == "neither") for i, words in options)
    asked = Question(
        **(
            {"id": "faith", "wording": "I have faith in the process.", "type": "likert"}
            | {"short": "faith in the process", "options": those}
            | fields
        )
    )
    groups = counts or ([0, 1, 2, 6, 2, 0], [0, 0, 1, 3, 2, 1])
    sources = [chosen(asked, people, role) for people, role in zip(groups, BOTH, strict=False)]
    return published(asked, *sources, audience=audience)


def faith(audience: Audience = "team") -> Published:
    """As an unknown form has it: no answer is known to be neutral by its own mark."""
    labels = ("Strongly disagree", "Disagree", "Neither", "Agree", "Strongly agree")
    question = tick_question(*labels, type="likert", short="faith in the process")
    sources = (chosen(question, [0, 1, 2, 6, 2]), chosen(question, [0, 0, 1, 3, 3], "mentee"))
    return published(question, *sources, audience=audience)


BENEFITS = (
    "Leaders understand how biases lead them to miss talent",
    "A network of champions, mentors and coaches",
    "Regular time to discuss respect, inclusion, recruitment, retention and resilience",
    "Mentees become change agents",
    "A safe place to learn, and a sense of purpose and belonging",
    "Better retention of BAME employees",
    "Leaders communicate and interact differently with BAME colleagues",
)


def orders(n: int, items: int = 7, seed: int = 3) -> list[list[int]]:
    """n people's orders of importance, alike but not the same."""
    chance = random.Random(seed)  # noqa: S311 - invented people
    return [sorted(range(items), key=lambda at: at * 0.6 + chance.gauss(0, 1.5)) for _ in range(n)]


def benefits(
    audience: Audience = "team",
    *groups: list[list[int]],
    labels: tuple[str, ...] = BENEFITS,
    **fields: object,
) -> Published:
    """A ranking; one order a person."""
    question = ranking_question(*labels, **({"short": "benefits in order of importance"} | fields))
    those = groups or (orders(11, len(labels)), orders(7, len(labels), seed=5))
    sources = [ranked(question, people, role) for people, role in zip(those, BOTH, strict=False)]
    return published(question, *sources, audience=audience)


HOPES = {
    "share": ("Genuine interest in sharing my experience of being a BAME employee", "mentor"),
    "trust": ("Gain and maintain trust of senior leader", "mentor"),
    "ethics": ("Upholding personal ethics and values and behaviours of the NHS", "mentor"),
    "time": ("Time commitment", "mentor"),
    "learn": ("Genuine interest in learning about BAME lived experience", "mentee"),
    "listen": ("Empathy and listening skill", "mentee"),
    "weak": ("Willingness to learn about strengths and weaknesses", "mentee"),
    "moments": ("Time commitment", "mentee"),
    "values": ("Upholding personal ethics and values and behaviours in the NHS", "mentee"),
}


def hopes(
    audience: Audience = "team",
    *texts: list[str],
    themes: dict[str, tuple[str, str]] | None = None,
) -> Published:
    """What people hope for, in own words; a theme's id is the word that speaks of it."""
    question = Question(
        id="hopes",
        wording="What do you hope to contribute to the reverse mentoring sessions?",
        type="free_text",
        short="hopes to contribute",
        themes=tuple(
            Theme(id=key, label=label, roles=(role,), words=(key,))
            for key, (label, role) in (themes or HOPES).items()
        ),
    )
    groups = texts or (
        ["share", "share and trust", "trust", "share", "time", "trust, time", "share", *"abcd"],
        ["learn", "learn and listen", "listen", "learn, moments", "weak", "values", "learn"],
    )
    sources = [written(question, those, role) for those, role in zip(groups, BOTH, strict=False)]
    return published(question, *sources, audience=audience)


def years(audience: Audience = "team", *numbers: list[float], **fields: object) -> Published:
    question = Question(
        **(
            {"id": "years", "wording": "How many years have you worked here?", "type": "number"}
            | fields
        )
    )
    groups = numbers or ([3, 4, 3, 9, 5, 5, 5, 6, 4, 3, 8], [5, 6, 5, 8, 12, 6, 7])
    sources = [scored(question, those, role) for those, role in zip(groups, BOTH, strict=False)]
    return published(question, *sources, audience=audience)


def started(audience: Audience = "team", *dates: list[str]) -> Published:
    question = Question(id="started", wording="When did you first meet?", type="date")
    groups = dates or (
        ["2026-01-12", "2026-01-20", "2026-02-03", "2026-04-30", "2026-04-01", "2026-04-02"],
        ["2026-01-12", "2026-03-03"],
    )
    sources = [written(question, those, role) for those, role in zip(groups, BOTH, strict=False)]
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
    "agreement, team": agreement,
    "agreement, internal": lambda: agreement("internal"),
    "agreement, public": lambda: agreement("public"),
    "agreement, mentees hidden": lambda: agreement(
        "internal", [0, 3, 4, 5, 3, 0], [0, 1, 1, 1, 0, 0]
    ),
    "agreement, all hidden": lambda: agreement("internal", mark="harm"),
    "agreement, one group": lambda: agreement("team", [0, 0, 0, 0, 7, 0]),
    "agreement, one person on each end": lambda: agreement(
        "team", [1, 0, 0, 0, 0, 0], [0, 0, 0, 0, 1, 0]
    ),
    "agreement, only not applicable": lambda: agreement(
        "team", [0, 0, 0, 0, 0, 4], [0, 0, 1, 0, 0, 6]
    ),
    "agreement, five hundred people": lambda: agreement(
        "team", [1, 2, 3, 243, 250, 1], [25, 1, 1, 1, 1, 1]
    ),
    "agreement, nobody": lambda: agreement("team", [0] * 6, [0] * 6),
    "agreement, wordy": lambda: agreement(
        "team",
        [1, 1, 3, 1, 1, 2],
        [2, 2, 2, 2, 2, 2],
        options=tuple(
            (one, f"{words}, {' '.join(['and so on'] * 14)}") for one, words in AGREEMENT
        ),
    ),
    "agreement, markup": lambda: agreement(
        "team",
        [1] * 4,
        [2, 0, 3, 1],
        options=tuple((f"option_{at}", label) for at, label in enumerate(MARKUP)),
    ),
    "agreement, twelve answers": lambda: agreement(
        "team",
        [1] * 12,
        [2] * 12,
        options=tuple((f"option_{at}", f"Answer number {at}") for at in range(12)),
    ),
    "ranking, team": benefits,
    "ranking, internal": lambda: benefits("internal"),
    "ranking, public": lambda: benefits("public"),
    "ranking, one group": lambda: benefits("team", orders(11)),
    "ranking, one group, internal": lambda: benefits("internal", orders(11)),
    "ranking, mentees hidden": lambda: benefits("internal", orders(11), orders(4)),
    "ranking, all hidden": lambda: benefits("internal", orders(4), orders(3)),
    "ranking, mentees silent": lambda: benefits("team", orders(11), []),
    "ranking, nobody": lambda: benefits("team", [], []),
    "ranking, one person": lambda: benefits("team", orders(1)),
    "ranking, five hundred people": lambda: benefits("team", orders(500), orders(300)),
    "ranking, two items": lambda: benefits("team", [[0, 1]] * 4, [[1, 0]] * 3, labels=("A", "B")),
    "ranking, twelve wordy items": lambda: benefits(labels=tuple(list(WORDY)[:12])),
    "ranking, twelve wordy items, public": lambda: benefits(
        "public", labels=tuple(list(WORDY)[:12])
    ),
    "ranking, markup": lambda: benefits(labels=tuple(MARKUP)),
    "ranking, markup, internal": lambda: benefits("internal", labels=tuple(MARKUP)),
    "ranking, an item nobody placed": lambda: benefits("internal", [[0, 1, 2, 3, 4, 5]] * 12),
    "themes, team": hopes,
    "themes, internal": lambda: hopes("internal"),
    "themes, public": lambda: hopes("public"),
    "themes, one group": lambda: hopes("team", ["share"] * 5),
    "themes, mentees hidden": lambda: hopes("internal", ["share"] * 11, ["learn"] * 4),
    "themes, all hidden": lambda: hopes("internal", ["share"] * 4),
    "themes, none of these": lambda: hopes("team", ["biscuits"] * 3, ["tea"]),
    "themes, wordy": lambda: hopes(
        themes={f"word{at}": (label, BOTH[at % 2]) for at, label in enumerate([*WORDY, *MARKUP])}
    ),
    "numbers, team": years,
    "numbers, internal": lambda: years("internal"),
    "numbers, one person": lambda: years("team", [4]),
    "numbers, in bins": lambda: years("team", [at * 1.5 for at in range(60)], [1, 1000, 20]),
    "numbers, twelve fractions": lambda: years("team", [at / 7 for at in range(12)]),
    "numbers, nobody": lambda: years("team", []),
    "dates, team": started,
    "dates, public": lambda: started("public"),
    "dates, many months": lambda: started(
        "team", [f"20{at:02}-{at % 12 + 1:02}-01" for at in range(10, 27)]
    ),
}
