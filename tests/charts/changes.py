"""Questions asked twice, of every kind and difficulty, for tests of charts and words.

The people are invented. `MENTEES` and the other named lists are the pairs of the golden cases.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import product
from math import sqrt

import pandas as pd
from scipy import stats

from rm_eval.disclosure import COLUMNS as PUBLISHED_COLUMNS
from rm_eval.disclosure import Audience, Published, ToldCount, protect
from rm_eval.disclosure.policy import bands
from rm_eval.disclosure.rows import Group, count_row, hidden_row
from rm_eval.measures import Measured
from rm_eval.measures.measured import COLUMNS, GROUP_LABELS
from rm_eval.questionnaire import Option, Question, Role, Scale
from tests.charts.cases import AGREEMENT
from tests.factories import A_DAY, SCOPE

Pairs = Sequence[tuple[int, int]]
AT_THE_END = replace(SCOPE, stage="end_of_cohort")

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


def change(
    audience: Audience = "team",
    question: Question | None = None,
    /,
    mentor: Pairs | None = None,
    mentee: Pairs | None = None,
    **more: float | str,
) -> Published:
    """One question asked twice of one role, or of both.

    Parameters
    ----------
    more
        Further figures of every group, such as ``before_only=2``, or ``verdict="clear"``.
    """
    question = question or confidence_question()
    groups: dict[Role, Pairs | None] = {"mentor": mentor, "mentee": mentee}
    asked = {role: pairs for role, pairs in groups.items() if pairs is not None}
    if audience != "team":
        return told(question, asked, audience)
    rows = [row for role, pairs in asked.items() for row in true_rows(role, pairs, question, more)]
    measured = Measured(
        rows=pd.DataFrame(rows, columns=list(COLUMNS)),
        question=question,
        scope=AT_THE_END,
        kind="change",
        met=frozenset(),
        responses=(),
        notes=(),
        sources=("start.xlsx", "end.xlsx"),
        sample=False,
    )
    return protect(measured, audience="team", made_on=A_DAY)


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
        scope=AT_THE_END,
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


def true_rows(role: Role, pairs: Pairs, question: Question, more: dict[str, float | str]) -> list:
    n = len(pairs)
    rows = [(role, "people", answer, label, people, n) for answer, label, people in ways(pairs)]
    if more.get("basis") == "unlinked":
        return unlinked_rows(role, pairs, more)
    if question.scale is None or not n:
        return rows
    found = {f"{a}>{b}": (f"{a}, then {b}", pairs.count((a, b))) for a, b in sorted(set(pairs))}
    rows += [(role, "pair", key, label, many, n) for key, (label, many) in found.items()]
    figures = statistics(pairs, question.scale)
    words = {name: one for name, one in more.items() if isinstance(one, str)}
    words = {"basis": "pairs", "verdict": verdict(figures)} | words
    figures |= {name: one for name, one in more.items() if not isinstance(one, str)}
    rows += [(role, name, "", name, float(one), n) for name, one in figures.items()]
    return rows + [(role, name, word, word, 1.0, n) for name, word in words.items()]


def unlinked_rows(role: Role, pairs: Pairs, more: dict[str, float | str]) -> list:
    """The same scores, as where nobody left a code."""
    n = len(pairs)
    before, after = (list(side) for side in zip(*pairs, strict=True))
    means = {"before_mean": sum(before) / n, "after_mean": sum(after) / n}
    welch = stats.ttest_ind(after, before, equal_var=False)
    ends = welch.confidence_interval()
    figures = {
        **means,
        "mean": means["after_mean"] - means["before_mean"],
        "low": float(ends.low),
        "high": float(ends.high),
        "t_p": float(welch.pvalue),
        "p": 0.2,
        "cliffs_delta": 0.4,
        "n_before": float(n),
    } | {name: one for name, one in more.items() if not isinstance(one, str)}
    rows = [(role, name, "", name, float(one), n) for name, one in figures.items()]
    return [*rows, (role, "basis", "unlinked", "unlinked", 1.0, n)]


def statistics(pairs: Pairs, scale: Scale) -> dict[str, float]:
    """By other ways than the product's: scipy, and counting every way of luck."""
    n = len(pairs)
    before, after = (pd.Series(side, dtype=float) for side in zip(*pairs, strict=True))
    moved = after - before
    best = (scale.low, scale.low + 1) if scale.better == "lower" else (scale.high - 1, scale.high)
    figures = {
        "before_mean": before.mean(),
        "after_mean": after.mean(),
        "before_median": before.median(),
        "after_median": after.median(),
        "mean": moved.mean(),
        "median": moved.median(),
        "at_top": float(before.isin(best).sum()),
        "n_questions": 1.0,
        "p_least": 2.0 ** (1 - n),
    }
    if n > 1 and moved.std() > 0:
        half = float(stats.t.isf(0.025, n - 1)) * moved.std() / sqrt(n)
        figures |= {"low": moved.mean() - half, "high": moved.mean() + half}
        figures["t_p"] = float(stats.ttest_rel(after, before).pvalue)
    if moved.any() and n > 1:
        figures |= {"p": exact_p(list(moved)), "p_holm": exact_p(list(moved))}
        figures["rank_biserial"] = rank_biserial(list(moved))
    if n > 2 and before.std() + after.std() > 0:
        figures["hedges_g"] = moved.mean() / sqrt((before.var() + after.var()) / 2)
    return figures


def verdict(figures: dict[str, float]) -> str:
    if "low" not in figures or figures["low"] <= 0 <= figures["high"]:
        return "cannot_tell"
    return "clear" if figures["p_holm"] < 0.05 else "leaning"


def exact_p(moved: list[float]) -> float:
    ranks = stats.rankdata([abs(one) for one in moved])
    signed = [rank if one > 0 else -rank for rank, one in zip(ranks, moved, strict=True) if one]
    if len(signed) > 12:
        return float(stats.wilcoxon(moved, zero_method="pratt", method="asymptotic").pvalue)
    sums = [
        sum(sign * abs(rank) for sign, rank in zip(signs, signed, strict=True))
        for signs in product((-1, 1), repeat=len(signed))
    ]
    return sum(abs(one) >= abs(sum(signed)) - 1e-9 for one in sums) / len(sums)


def rank_biserial(moved: list[float]) -> float:
    ranks = stats.rankdata([abs(one) for one in moved])
    signs = [(one > 0) - (one < 0) for one in moved]
    return float(sum(rank * sign for rank, sign in zip(ranks, signs, strict=True)) / sum(ranks))


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
    "change, agreement": lambda: change(
        "team", faith_question(), mentor=[(2, 4), (3, 3), (4, 3), (1, 2)], mentee=[]
    ),
    "change, yes or no": lambda: change("team", again_question(), mentee=[(0, 1), (1, 1), (1, 0)]),
    "change, mentees hidden": lambda: change("internal", WORDY, mentor=MENTORS, mentee=MENTEES[:4]),
    "change, all hidden": lambda: change("internal", mentee=MENTEES[:4]),
    "change, nobody": lambda: change("team", WORDY, mentee=[]),
    "change, not linked": lambda: change("team", mentee=MENTEES, basis="unlinked"),
}
