"""The rules for small groups, and every limit, in words that come from the policy itself."""

from itertools import pairwise
from typing import get_args

from rm_eval.disclosure import Audience
from rm_eval.disclosure.policy import (
    END_BAND,
    LARGE_GROUP,
    LEAST_LIMIT,
    POOLED_COHORTS,
    POOLED_PEOPLE,
    SMALL_GROUP,
    SMALLEST_GROUP,
    SMALLEST_GROUP_FOR_PERCENT,
    Bounds,
    bands,
    is_told,
    steps_per_point,
)
from rm_eval.questionnaire import Mark

BEYOND_THE_TEAM: dict[Audience, str] = {"internal": "colleagues", "public": "the public"}
READERS: dict[Audience, str] = {
    "team": "The programme team",
    "internal": "Colleagues, here and in our region",
    "public": "The public",
}
MARKS: dict[Mark, str] = {
    "ordinary": "Ordinary: areas of work, how people heard, format",
    "opinion": "Opinion: usefulness, confidence, aims; and every question nobody has marked",
    "harm": "Harm: line managers, safety, burden, wellbeing, protected characteristics",
}
EXAMPLE = 11  # people: the mentors of the South East report
LIMITS: tuple[tuple[str, int, str], ...] = (
    (
        "Smallest group of which anything is told",
        SMALLEST_GROUP,
        "Whoever knows a smaller group knows the people.",
    ),
    (
        "From this many people a middle range is told apart",
        SMALL_GROUP,
        "In a smaller group there are too few people between the two ends.",
    ),
    (
        "From this many people numbers between the ends are exact, and harm answers are told",
        LARGE_GROUP,
        "Practice in the NHS lies between 8 and 11.",
    ),
    (
        "Widest count of the range at each end (“0 to …”)",
        END_BAND,
        "With fewer, a range would name one person.",
    ),
    (
        f"From this many people of {POOLED_COHORTS} cohorts the public is told harm answers",
        POOLED_PEOPLE,
        "So many, over several cohorts, that nobody can say whose line manager is meant.",
    ),
    (
        "Smallest group that has percentages",
        SMALLEST_GROUP_FOR_PERCENT,
        "Of a smaller group a percentage pretends to a precision it does not have.",
    ),
)


def policy_figures() -> dict[str, str]:
    """Everything a document may say of the rules, by the name it has in the text."""
    return {
        "smallest_group": str(SMALLEST_GROUP),
        "small_group": str(SMALL_GROUP),
        "large_group": str(LARGE_GROUP),
        "end_band": str(END_BAND),
        "percent_group": str(SMALLEST_GROUP_FOR_PERCENT),
        "example_people": str(EXAMPLE),
        "example_others": str(EXAMPLE - 1),
        "example": _example(),
        "rules": _rules(),
        "least_limit": str(LEAST_LIMIT),
        "limits": _limits(),
    }


def told(count: int, n: int, mark: Mark, audience: Audience) -> str:
    """Say what one audience reads of a count: "0 to 2 of 11", "hidden"."""
    low, high = next(one for one in bands(mark, n, audience) if one[0] <= count <= one[1])
    return "hidden" if (low, high) == (0, n) else f"{_in_words((low, high), n)} of {n}"


def _in_words(bounds: Bounds, n: int) -> str:
    low, high = bounds
    if low == high:
        return str(low)
    return f"{low} or more" if high == n else f"{low} to {high}"


def _example() -> str:
    """What each audience reads of one person's answer, and of everybody else's."""
    rows = [
        f"| {who} | {_said(EXAMPLE - 1, audience)} | {_said(1, audience)} |"
        for audience, who in READERS.items()
    ]
    return "\n".join(["| Who | Said yes | Said no |", "|---|---|---|", *rows])


def _said(count: int, audience: Audience) -> str:
    return told(count, EXAMPLE, "opinion", audience)


def _rules() -> str:
    """One row a mark and audience, one column a size of group."""
    edges = (1, SMALLEST_GROUP, SMALL_GROUP, LARGE_GROUP)
    heads = [f"{low} to {high - 1} people" for low, high in pairwise(edges)]
    heads.append(f"{LARGE_GROUP} or more people")
    examples = (SMALLEST_GROUP - 1, SMALLEST_GROUP, SMALL_GROUP, EXAMPLE)
    lines = [f"| Question, and who reads | {' | '.join(heads)} |", "|---" * 5 + "|"]
    for mark in get_args(Mark):
        for audience, who in BEYOND_THE_TEAM.items():
            cells = [_cell(mark, n, audience) for n in examples]
            lines.append(f"| {MARKS[mark]} ({who}) | {' | '.join(cells)} |")
    means = [_mean(n) for n in examples]
    lines.append(
        f"| Mean of a scale (both; as coarse as its question needs) | {' | '.join(means)} |"
    )
    return "\n".join(lines)


def _cell(mark: Mark, n: int, audience: Audience) -> str:
    told_in = bands(mark, n, audience)
    if len(told_in) == 1:
        return "hidden"
    ranges = [f"“{_in_words(one, n)}”" for one in told_in if one[0] < one[1]]
    exact = [low for low, high in told_in if low == high]
    if exact:
        ranges.append(f"exact from {exact[0]} to {exact[-1]}")
    return f"of {n}: {', '.join(ranges)}"


def _mean(n: int) -> str:
    if not is_told("opinion", n, "internal"):
        return "hidden"
    return "whole number" if steps_per_point(n) == 1 else "one decimal"


def _limits() -> str:
    rows = [f"| {what} | {number} | {why} |" for what, number, why in LIMITS]
    return "\n".join(["| Limit | People | Why |", "|---|---|---|", *rows])
