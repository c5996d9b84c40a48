"""Scores on a scale."""

from dataclasses import replace

from rm_eval.disclosure import blind
from rm_eval.disclosure.blind import Figure
from rm_eval.disclosure.kinds.group import Group
from rm_eval.disclosure.knowledge import Scores
from rm_eval.disclosure.policy import Bounds, thirds, total_bands
from rm_eval.disclosure.told import ToldCount, ToldGroup, ToldTotal
from rm_eval.questionnaire import Scale


def tell_scores(group: Group) -> ToldGroup:
    """Tell a scale in its parts, and its mean: first the mean, which speaks for all."""
    parts = _parts(group)
    counts = tuple(_in_part(group, low, high) for low, high in parts)
    ends = parts[0][0], parts[-1][1]
    scores = group.figures[group.figures["statistic"] == "mean"]
    mean = Figure(
        value=round(float((scores["value"] * scores["n"]).sum())),
        bands=total_bands(group.n, ends, limits=group.limits),
        is_count=False,
    )
    known = Scores(
        bounds=((0, group.n),) * len(parts),
        n=group.n,
        total=(ends[0] * group.n, ends[1] * group.n),
        parts=parts,
    )
    told = blind.tell(known, (mean, *group.figures_of(counts))) if group.is_told else None
    if told is None:
        return group.told(counts, None)
    total, *ranges = told.ranges
    label = str(scores["label"].iloc[0])
    return replace(
        group.told(counts, tuple(ranges)),
        totals=(ToldTotal(statistic="mean", answer="", label=label, bounds=total, ends=ends),),
    )


def _parts(group: Group) -> tuple[Bounds, ...]:
    """Beyond the team nobody's very score is told, only the low, middle or high part."""
    return thirds(group.question.scale or Scale())


def _in_part(group: Group, low: int, high: int) -> ToldCount:
    people = sum(c.bounds[0] for c in group.counts if low <= int(c.answer) <= high)
    return ToldCount(
        statistic="people",
        answer=f"{low}-{high}",
        label=f"{low} to {high}" if low < high else str(low),
        bounds=(people, people),
    )
