"""Questions asked twice, of every kind and difficulty, for tests of charts and words.

The people are invented. `MENTEES` and the other named lists are the pairs of the golden cases.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

import pandas as pd

from rm_eval.disclosure import COLUMNS as PUBLISHED_COLUMNS
from rm_eval.disclosure import Audience, Published, ToldCount, protect
from rm_eval.disclosure.policy import bands
from rm_eval.disclosure.rows import Group, count_row, hidden_row
from rm_eval.measures import GROUP_LABELS, Source
from rm_eval.measures.change import measure_change
from rm_eval.measures.families import judge_together
from rm_eval.measures.repeats import Repeat
from rm_eval.measures.two_answers import Twice
from rm_eval.questionnaire import Option, Question, Role, Scale
from rm_eval.responses import Person, Responses, answers_frame
from tests.charts.cases import AGREEMENT
from tests.factories import A_DAY, NAN, SCOPE

Pairs = Sequence[tuple[int, int]]
SINCE_THE_START = replace(SCOPE, stage="end_of_cohort", since="enrolment")
EARLIER = "enr_before"

MENTEES: Pairs = [(5, 7), (6, 6), (4, 6), (7, 9), (3, 6), (6, 6), (8, 9)]
MENTORS: Pairs = [(4, 6), (5, 7), (6, 6), (3, 5), (7, 8), (8, 8), (5, 4), (6, 8), (4, 7), (9, 9),
                  (7, 9)]  # fmt: skip
FIVE_UP: Pairs = [(3, 4), (4, 6), (5, 8), (6, 10), (2, 7)]
SIX_UP: Pairs = [*FIVE_UP, (1, 7)]
NOBODY_MOVED: Pairs = [(5, 5), (6, 6), (7, 7), (8, 8), (9, 9), (5, 5), (6, 6), (7, 7)]
ALL_ALIKE: Pairs = [(3, 5), (4, 6), (5, 7), (6, 8), (7, 9), (5, 7), (4, 6)]
ALL_DOWN: Pairs = [(8, 6), (7, 6), (9, 7), (6, 5), (7, 5), (8, 7)]
BALANCED: Pairs = [(5, 6)] * 4 + [(6, 5)] * 4
AT_THE_TOP: Pairs = [(9, 10), (10, 10), (10, 9), (9, 9), (10, 10)]
THIRTY: Pairs = list(
    zip(
        [5, 6, 4, 7, 5, 8, 3, 6, 7, 5, 4, 6, 5, 7, 8, 2, 6, 5, 7, 9, 4, 5, 6, 3, 7, 6, 5, 8, 4, 6],
        [7, 6, 6, 8, 6, 9, 5, 6, 8, 7, 6, 7, 4, 8, 9, 5, 7, 5, 9, 10, 6, 6, 8, 4, 7, 8, 6, 9, 6, 5],
        strict=True,
    )
)


def confidence_question(**fields: object) -> Question:
    scale = Scale(low_label="not at all confident", high_label="completely confident")
    asked = {
        "id": "end_conf_senior",
        "wording": "How confident are you talking about race with other senior leaders?",
        "type": "scale",
        "short": "confidence talking with senior leaders",
        "scale": scale,
    }
    return Question(**(asked | fields))  # type: ignore[arg-type]


def concern_question() -> Question:
    return confidence_question(
        id="end_fear",
        wording="How concerned are you about getting it wrong?",
        short="concern about getting it wrong",
        scale=Scale(low_label="not at all", high_label="very much", better="lower"),
    )


def faith_question() -> Question:
    options = tuple(
        Option(id=one, label=label, neutral=one == "neither") for one, label in AGREEMENT
    )
    return confidence_question(
        id="end_faith",
        wording="I have faith in the process.",
        type="likert",
        short="faith in the process",
        options=options,
        scale=Scale(low=1, high=5),
    )


def again_question() -> Question:
    return confidence_question(
        id="end_again",
        wording="Would you speak up in a meeting?",
        type="yes_no",
        short="speaking up in a meeting",
        scale=Scale(low=0, high=1),
    )


def change(  # noqa: PLR0913 - what a comparison depends on
    audience: Audience = "team",
    question: Question | None = None,
    /,
    *,
    mentor: Pairs | None = None,
    mentee: Pairs | None = None,
    before_only: Sequence[float] = (),
    after_only: Sequence[float] = (),
    n_questions: int = 1,
    linked: bool = True,
) -> Published:
    """One question asked twice of one role, or of both.

    Parameters
    ----------
    mentor, mentee
        (before, after) of each person.
    before_only, after_only
        Scores of people in each role who answered one stage alone.
    n_questions
        How many questions are looked at together, this one included.
    linked
        Whether the people left a code.
    """
    question = question or confidence_question()
    groups: dict[Role, Pairs | None] = {"mentor": mentor, "mentee": mentee}
    asked = {role: pairs for role, pairs in groups.items() if pairs is not None}
    if audience != "team":
        return told(question, asked, audience)
    alone = (before_only, after_only)
    twice = [twice_of(question, role, pairs, alone, linked) for role, pairs in asked.items()]
    repeat = Repeat(
        question=question, earlier=EARLIER, before="", after=question.wording, fit="same"
    )
    measured = measure_change(repeat, twice, scope=SINCE_THE_START)
    family = judge_together([measured] * n_questions)
    return protect(family[0], audience="team", made_on=A_DAY)


def twice_of(
    question: Question,
    role: Role,
    pairs: Pairs,
    alone: tuple[Sequence[float], Sequence[float]],
    linked: bool,  # noqa: FBT001 - named where it is chosen
) -> Twice:
    before, after = ([pair[side] for pair in pairs] for side in (0, 1))
    earlier = replace(question, id=EARLIER)
    return Twice(
        role=role,
        earlier=source_of(earlier, role, [*before, *alone[0]], "start.xlsx"),
        later=source_of(question, role, [*after, *alone[1]], "end.xlsx"),
        # Somebody is linked even where nobody answered this question.
        pairs=tuple((at, at) for at in range(1, len(pairs) + 2)) if linked else (),
    )


def source_of(question: Question, role: Role, scores: Sequence[float], name: str) -> Source:
    """Answers as a file has them: numbers, or the ids of worded answers."""
    ids = ["no", "yes"] if question.type == "yes_no" else [one.id for one in question.options]
    rows = [
        (at, question.id, "", float(score), NAN, "")
        if question.type == "scale"
        else (at, question.id, ids[int(score) - (question.type == "likert")], NAN, NAN, "")
        for at, score in enumerate(scores, start=1)
    ]
    people = tuple(Person(number=at, row=at + 1, role=role) for at in range(1, len(scores) + 1))
    responses = Responses(people=people, questions=(question,), answers=answers_frame(rows))
    return Source(role=role, responses=responses, file_name=name)


def told(question: Question, asked: dict[Role, Pairs], audience: Audience) -> Published:
    """What is told beyond the team: how many went down, stayed and went up."""
    rows = []
    for role, pairs in asked.items():
        group = Group(name=role, label=GROUP_LABELS[role], n=len(pairs), audience=audience)
        if group.n < group.limits.smallest:
            rows.append(hidden_row(group))
            continue
        told_in = bands(question.mark, group.n, audience)
        for answer, label, people in ways(pairs):
            (told_as,) = [band for band in told_in if band[0] <= people <= band[1]]
            count = ToldCount(statistic="people", answer=answer, label=label, bounds=told_as)
            rows.append(count_row(group, count, told_in, question.mark))
    return published_by_hand(rows, question, audience)


def published_by_hand(rows: list[dict], question: Question, audience: Audience) -> Published:
    frame = pd.DataFrame(rows, columns=list(PUBLISHED_COLUMNS))
    return Published(
        rows=frame,
        question=question,
        scope=SINCE_THE_START,
        measure="change",
        audience=audience,
        grouped=int((frame["shown"] != "exact").sum()),
        notes=(),
        sources=(),
        sample=False,
        made_on=A_DAY,
    )


def ways(pairs: Pairs) -> list[tuple[str, str, int]]:
    moved = [after - before for before, after in pairs]
    return [
        ("down", "Lower", sum(one < 0 for one in moved)),
        ("same", "The same", sum(one == 0 for one in moved)),
        ("up", "Higher", sum(one > 0 for one in moved)),
    ]


WORDY = confidence_question(
    wording="On a scale of 1 to 10 " + "how confident are you talking with senior leaders " * 3,
    short="",
)
EVERY_CHANGE: dict[str, Callable[[], Published]] = {
    "change, five": lambda: change(mentee=FIVE_UP),
    "change, both roles": lambda: change(mentor=MENTORS, mentee=MENTEES),
    "change, internal": lambda: change("internal", mentor=MENTORS, mentee=MENTEES),
    "change, public": lambda: change("public", concern_question(), mentor=MENTORS, mentee=MENTEES),
    "change, thirty": lambda: change(mentee=THIRTY),
    "change, sixty": lambda: change(mentee=[*THIRTY, *THIRTY]),
    "change, five hundred": lambda: change(
        mentee=[(at % 10 + 1, (at * 7) % 10 + 1) for at in range(500)]
    ),
    "change, agreement": lambda: change(
        "team", faith_question(), mentor=[(2, 4), (3, 3), (4, 3), (1, 2)], mentee=[]
    ),
    "change, yes or no": lambda: change("team", again_question(), mentee=[(0, 1), (1, 1), (1, 0)]),
    "change, mentees hidden": lambda: change("internal", WORDY, mentor=MENTORS, mentee=MENTEES[:4]),
    "change, all hidden": lambda: change("internal", mentee=MENTEES[:4]),
    "change, nobody": lambda: change("team", WORDY, mentee=[]),
    "change, not linked": lambda: change(mentee=MENTEES, linked=False),
}
