"""Bands by the size of the group alone: what is told where nobody takes the second step.

Written after the table of decision 1, apart from the policy: the attacker must find much here, or
it would not be known to bite.
"""

from typing import Literal

from rm_eval.disclosure import Published
from rm_eval.measures import Measured
from rm_eval.questionnaire import Mark, Scale
from tests.disclosure.by_hand import Told, view

Beyond = Literal["internal", "public"]


def banded(count: int, n: int, mark: Mark, audience: Beyond) -> Told:
    if n < 5 or (mark == "harm" and (n < 10 or audience == "public")):
        return None
    if mark == "ordinary" and (audience == "internal" or n >= 10):
        return (0, 2) if count <= 2 else count
    if count <= 2:
        return (0, 2)
    if n < 7:
        return (3, n)
    if count >= n - 2:
        return (n - 2, n)
    return (3, n - 3) if n < 10 else count


def rounded(mean: float, n: int, mark: Mark) -> Told:
    if n < 5 or (mark == "harm" and n < 10):
        return None
    per_point = 1 if n < 10 else 10
    # In whole numbers, half up: no fraction of a float may move a mean.
    step = (2 * per_point * round(mean * n) + n) // (2 * n)
    return (step - 0.5) / per_point, (step + 0.5) / per_point


def by_size(measured: Measured, audience: Beyond) -> Published:
    """Publish every figure by itself, whatever the others tell."""
    groups = {}
    rare = _rare(measured)
    for group, rows in measured.rows.groupby("group", sort=False):
        n = int(rows["n"].max())
        figures = dict(_figures(rows[~rows["answer"].isin(rare)], n, measured, audience))
        groups[str(group)] = (n if n >= 5 else "fewer than 5", figures)
    notes = ("Answers that no more than 2 people of a group gave are not listed.",) if rare else ()
    return view(measured.question, groups, audience=audience, notes=notes)


def _rare(measured: Measured) -> set[str]:
    """Answers to a form nobody knows that no group told of gave more than twice."""
    if measured.question.known or measured.kind in {"likert", "yes_no", "scale"}:
        return set()
    rows = measured.rows[measured.rows["answer"] != ""]
    placed = rows[rows["statistic"].str.startswith("place_") | (rows["statistic"] == "people")]
    enough = placed["n"] >= (10 if measured.question.mark == "harm" else 5)
    behind = placed[enough].groupby(["answer", "group"])["value"].sum()
    return set(rows["answer"]) - {answer for (answer, _), count in behind.items() if count > 2}


def _figures(rows, n, measured, audience):
    mark = measured.question.mark
    counts, parts = rows[rows["statistic"] != "median"], {}
    for statistic, answer, value, base in zip(
        *(counts[name] for name in ("statistic", "answer", "value", "n")), strict=True
    ):
        if statistic in {"mean", "mean_place"}:
            name = f"{statistic} {answer}" if answer else statistic
            yield name, rounded(value, int(base), mark) if audience == "internal" else None
        elif statistic == "people" and measured.kind == "scale":
            part = part_of(int(answer), measured.question.scale or Scale())
            parts[part] = parts.get(part, 0) + int(value)
        elif not statistic.startswith("place"):
            name = answer if statistic == "people" else f"{statistic} {answer}"
            yield name, banded(int(value), n, mark, audience)
    for part, count in parts.items():
        yield part, banded(count, n, mark, audience)


def part_of(score: int, scale: Scale) -> str:
    """Three parts of the scales that `cohorts` asks."""
    ends = {10: (scale.low, 4, 7, 10), 5: (1, 2, 3, 5), 7: (1, 3, 4, 7)}[scale.high]
    low, first, second, high = ends
    if score <= first:
        return f"{low}-{first}"
    return f"{first + 1}-{second}" if score <= second else f"{second + 1}-{high}"
