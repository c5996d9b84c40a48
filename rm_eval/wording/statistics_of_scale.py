"""What stands behind a scale: average and middle score with their ranges, or why there is none."""

from rm_eval.disclosure import Published
from rm_eval.questionnaire import Scale
from rm_eval.stats import ScaleSummary, summarise_scale, two_groups
from rm_eval.wording.points import from_to, p_words, points, signed
from rm_eval.wording.statistics_behind import (
    MEANS_NOTHING_ALONE,
    RANGE,
    Counted,
    Statistics,
    both,
    counted,
    people_of,
    two_asked_alike,
)

# With fewer the range of an average is wider than the scale.
FEWEST_FOR_RANGE = 5
NO_RANGES_SAME = "Everyone gave the same score, so there are no ranges."
NO_RANGE_FEW = "No range for the average: it takes at least 5 people."
NO_RANGE_OF_MEDIAN = "No range for the middle score: it takes at least 6 people."
NO_DIFFERENCE_FEW = (
    "No range for their difference: it takes at least 5 people in each group, who do not all give "
    "one score."
)


def statistics_of_scale(published: Published) -> list[Statistics]:
    """Say each group's average and middle score with ranges; both groups where asked alike."""
    scale, groups = published.question.scale or Scale(), counted(published)
    parts = [Statistics(heading=one.label, sentences=_of_group(one, scale)) for one in groups]
    two = two_asked_alike(published, groups)
    return [*parts, _difference(*two)] if two else parts


def _of_group(group: Counted, scale: Scale) -> tuple[str, ...]:
    found = summarise_scale(_scores(group))
    lines = [group.who_answered]
    if found.n > 1 and found.sd == 0:
        return (*lines, f"Average (mean) {points(found.mean or 0)}. {NO_RANGES_SAME}")
    return (*lines, *_mean(found, scale), *_median(found))


def _mean(found: ScaleSummary, scale: Scale) -> list[str]:
    said = f"Average (mean) {points(found.mean or 0)}"
    within = found.within(scale.low, scale.high)
    if within is None or found.n < FEWEST_FOR_RANGE:
        return [f"{said}.", NO_RANGE_FEW]
    spread = f"standard deviation {points(found.sd or 0)}"
    return [
        f"{said}; {RANGE} {points(within[0])} to {points(within[1])}, by Student’s t; {spread}."
    ]


def _median(found: ScaleSummary) -> list[str]:
    said = f"Middle score (median) {_short(found.median or 0)}"
    if found.median_low is None or found.median_high is None or found.median_level is None:
        return [f"{said}.", NO_RANGE_OF_MEDIAN]
    ends = f"{_short(found.median_low)} to {_short(found.median_high)}"
    level = points(100 * found.median_level)
    return [f"{said}; {level}% range (confidence interval) {ends}, by counting people in order."]


def _difference(first: Counted, second: Counted) -> Statistics:
    found = two_groups(_scores(first), _scores(second))
    whose = f"{first.label} less {second.label.lower()}"
    said = f"{whose}: average {signed(found.difference or 0)}"
    enough = min(first.n, second.n) >= FEWEST_FOR_RANGE
    if not enough or found.low is None or found.high is None or found.t_p is None:
        return Statistics(heading=both(first, second), sentences=(f"{said}.", NO_DIFFERENCE_FEW))
    said += f"; {RANGE} {from_to(found.low, found.high)}, {p_words(found.t_p)} (Welch)."
    return Statistics(heading=both(first, second), sentences=(said, MEANS_NOTHING_ALONE))


def _scores(group: Counted) -> list[float]:
    return [float(one.answer) for one in group.figures for _ in range(people_of(one))]


def _short(score: float) -> str:
    """A middle score lies on the scale or half way between two."""
    return f"{score:.0f}" if score == round(score) else points(score)
