"""Every limit and band of the product, in one file, with its reason.

Colleagues know who took part, and answers are about race, disability and faith. So beyond the
programme team a count near either end is told as a band: "0 to 2" does not say whether anybody
did, "9 or more of 11" does not say whether everybody did. Hiding would be simpler and worse: it
would hide success, which is always near an end.
"""

from typing import Literal

from rm_eval.disclosure.published import Audience
from rm_eval.questionnaire import Mark, Scale

# Below this many people nothing is told, in any form: whoever knows the group knows the people.
SMALLEST_GROUP = 5
# Below this the middle too is a band, and harm answers are not told at all.
SMALL_GROUP = 7
# From here counts between the ends are exact. NHS practice lies between 8 and 11.
LARGE_GROUP = 10
# "0 to 2" and "all but 0 to 2": with fewer, a band would name one person.
END_BAND = 2
# Percentages of a smaller group pretend to a precision that counts do not.
SMALLEST_GROUP_FOR_PERCENT = 20

Rule = Literal["exact", "low_end", "three_bands", "both_ends", "two_bands", "hidden"]

# From the finest to the coarsest, so that a rule can give way to the next when bands taken
# together would tell too much.
COARSER: tuple[Rule, ...] = (
    "exact",
    "low_end",
    "both_ends",
    "three_bands",
    "two_bands",
    "hidden",
)

MeanRule = Literal["exact", "one_decimal", "whole", "third", "hidden"]
COARSER_MEAN: tuple[MeanRule, ...] = ("exact", "one_decimal", "whole", "third", "hidden")

# A 1-10 scale in three parts; shorter and longer scales are cut alike.
THIRDS = {
    (1, 10): ((1, 4), (5, 7), (8, 10)),
    (0, 10): ((0, 4), (5, 7), (8, 10)),
    (1, 5): ((1, 2), (3, 3), (4, 5)),
    (1, 7): ((1, 3), (4, 4), (5, 7)),
}


def rule_for(mark: Mark, n: int, audience: Audience) -> Rule:
    """Choose the rule for the counts of one group of n people."""
    if audience == "team":
        return "exact"
    if n < SMALLEST_GROUP or (mark == "harm" and not _harm_may_be_told(n, audience)):
        return "hidden"
    if mark == "ordinary" and (audience == "internal" or n >= LARGE_GROUP):
        return "low_end"
    if n < SMALL_GROUP:
        return "two_bands"
    return "three_bands" if n < LARGE_GROUP else "both_ends"


def mean_rule_for(mark: Mark, n: int, audience: Audience) -> MeanRule:
    """Choose the rule for the mean of one group of n people."""
    if audience == "team":
        return "exact"
    if rule_for(mark, n, audience) == "hidden":
        return "hidden"
    return "whole" if n < LARGE_GROUP else "one_decimal"


def band(count: int, n: int, rule: Rule) -> tuple[int, int]:
    """Return the smallest and the largest count that may be told for a true count.

    Equal where the count is told exactly; ``(0, n)`` where it is hidden.
    """
    top = n - END_BAND
    if rule == "hidden":
        return 0, n
    if count <= END_BAND and rule != "exact":
        return 0, END_BAND
    if rule == "two_bands":
        return END_BAND + 1, n
    if count >= top and rule in {"three_bands", "both_ends"}:
        return top, n
    return (END_BAND + 1, top - 1) if rule == "three_bands" else (count, count)


def coarser(count: int, n: int, rules: tuple[Rule, Rule]) -> Rule:
    """Return the first rule that tells no more of a count than either of two does."""
    told = [band(count, n, rule) for rule in rules]
    low, high = min(low for low, _ in told), max(high for _, high in told)
    start = min(COARSER.index(rule) for rule in rules)
    fits = (
        rule
        for rule in COARSER[start:]
        if band(count, n, rule)[0] <= low and band(count, n, rule)[1] >= high
    )
    return next(fits)


def thirds(scale: Scale) -> tuple[tuple[int, int], ...]:
    """Cut a scale in three parts, low, middle and high."""
    found = THIRDS.get((scale.low, scale.high))
    if found:
        return found
    size = (scale.high - scale.low + 1) / 3
    cuts = [scale.low + round(size * part) for part in range(4)]
    parts = ((cuts[part], cuts[part + 1] - 1) for part in range(3))
    return tuple((low, high) for low, high in parts if low <= high)


def _harm_may_be_told(n: int, audience: Audience) -> bool:
    """Harm answers leave the organisation only pooled over cohorts, which has no page yet."""
    return audience == "internal" and n >= LARGE_GROUP
