"""Every limit and band of the product, in one file, with its reason.

Colleagues know who took part, and answers are about race, disability and faith. So beyond the
programme team a count near either end is told as a band: "0 to 2" does not say whether anybody
did, "9 or more of 11" does not say whether everybody did. Hiding would be simpler and worse: it
would hide success, which is always near an end.
"""

from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from rm_eval.disclosure.published import Audience
from rm_eval.errors import NotAllowed
from rm_eval.questionnaire import Mark, Scale

Bounds = tuple[int, int]
Bands = tuple[Bounds, ...]

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
# Harm answers leave the organisation only pooled: so many people, over so many cohorts, that
# nobody can say whose line manager is meant.
POOLED_PEOPLE = 20
POOLED_COHORTS = 2
# Of two people each knows the other: no reason makes that a group.
LEAST_LIMIT = 3
# A reason is printed under every chart that shows a smaller group.
LONGEST_REASON = 300
# How close to an end of a scale a mean says that nearly everybody gave the same answer.
NEAR_AN_END = 0.5

Preset = Literal["standard", "strict"]
PRESETS: dict[Preset, str] = {
    "standard": "Small groups are shown in ranges",
    "strict": "Strict",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Limits:
    """What whoever governs the data has chosen.

    Attributes
    ----------
    preset
        ``"standard"`` tells groups of 5 to 9 in bands; ``"strict"`` tells nothing of them.
    smallest_group
        Of smaller groups nothing is told; None for the preset's own limit.
    reason
        Why the limit is lower than the preset's: kept, and printed wherever it was used.

    Raises
    ------
    NotAllowed
        Where the limit is lower than any reason allows, or lower than usual without a reason.
    """

    preset: Preset = "standard"
    smallest_group: int | None = None
    reason: str = ""

    def __post_init__(self) -> None:
        if self.smallest < LEAST_LIMIT:
            raise NotAllowed(
                f"The smallest group can be {LEAST_LIMIT} people, not {self.smallest}: in a group "
                "of two each knows what the other said. Choose a larger number.",
                code="limit_too_low",
            )
        if self.is_lowered and not self.reason.strip():
            raise NotAllowed(
                f"Groups of fewer than {self.usual} are usually not shown. Say why they should be "
                "shown here: the reason is kept and printed with every chart.",
                code="reason_missing",
            )
        if len(self.reason) > LONGEST_REASON:
            raise NotAllowed(
                f"The reason is printed under charts, so it can have {LONGEST_REASON} characters "
                f"at most, not {len(self.reason)}. Say it more shortly.",
                code="reason_too_long",
            )

    @property
    def usual(self) -> int:
        """The preset's own limit."""
        return LARGE_GROUP if self.preset == "strict" else SMALLEST_GROUP

    @property
    def smallest(self) -> int:
        """The limit that holds."""
        return self.usual if self.smallest_group is None else self.smallest_group

    @property
    def is_lowered(self) -> bool:
        """Whether groups are told that usually are not."""
        return self.smallest < self.usual

    @property
    def reason_in_short(self) -> str:
        """The reason in one line, without a full stop: it is printed within sentences."""
        return " ".join(self.reason.split()).rstrip(".")


STANDARD = Limits()

# A 1-10 scale in three parts; shorter and longer scales are cut alike.
THIRDS = {
    (1, 10): ((1, 4), (5, 7), (8, 10)),
    (0, 10): ((0, 4), (5, 7), (8, 10)),
    (1, 5): ((1, 2), (3, 3), (4, 5)),
    (1, 7): ((1, 3), (4, 4), (5, 7)),
}


def bands(
    mark: Mark, n: int, audience: Audience, *, limits: Limits = STANDARD, cohorts: int = 1
) -> Bands:
    """Return the bands in which counts of a group of n people are told, lowest first.

    A band of one number is told exactly; one band from 0 to n tells nothing.

    Parameters
    ----------
    cohorts
        How many cohorts the people come from.
    """
    if audience == "team":
        return _cut(n, 0, n + 1)
    if not is_told(mark, n, audience, limits=limits, cohorts=cohorts):
        return ((0, n),)
    low, top = END_BAND + 1, n - END_BAND
    is_ordinary = mark == "ordinary" and limits.preset == "standard"
    if is_ordinary and (audience == "internal" or n >= LARGE_GROUP):
        return _cut(n, low, n + 1)
    if n < SMALLEST_GROUP:
        return ((0, n),)
    if n < SMALL_GROUP:
        return (0, END_BAND), (low, n)
    return ((0, END_BAND), (low, top - 1), (top, n)) if n < LARGE_GROUP else _cut(n, low, top)


def is_told(
    mark: Mark, n: int, audience: Audience, *, limits: Limits = STANDARD, cohorts: int = 1
) -> bool:
    """Say whether anything is told of a group of n people."""
    if audience == "team":
        return True
    if n < limits.smallest:
        return False
    if mark != "harm":
        return True
    if audience == "internal":
        return n >= LARGE_GROUP
    return n >= POOLED_PEOPLE and cohorts >= POOLED_COHORTS


def may_know_size(n: int, smallest: int, audience: Literal["internal", "public"]) -> bool:
    """Say whether the reader may know that a group is n people."""
    return n >= (max(smallest, LARGE_GROUP) if audience == "public" else smallest)


def attrition_bands(n: int, *, limits: Limits = STANDARD) -> Bands:
    """Return the bands in which those who stayed and those who left are told.

    Fewer than the smallest group are never counted out, and neither are the others, because they
    are all but those.
    """
    few = limits.smallest
    return ((0, n),) if n < 2 * few else _cut(n, few, n - few + 1)


def total_bands(n: int, ends: tuple[int, int], *, limits: Limits = STANDARD) -> Bands:
    """Return the bands in which a total of n whole scores is told: a mean is a total, rounded.

    Parameters
    ----------
    ends
        The lowest and the highest score.
    """
    low, high = ends
    edges = [low * n, *_steps(n, ends), high * n + 1]
    cut = tuple((a, b - 1) for a, b in pairwise(edges) if a < b)
    if limits.preset != "strict":
        return cut
    first, last = (low + NEAR_AN_END) * n, (high - NEAR_AN_END) * n
    middle = [one for one in cut if one[0] > first and one[1] < last]
    if not middle:
        return ((low * n, high * n),)
    return (low * n, middle[0][0] - 1), *middle, (middle[-1][1] + 1, high * n)


def steps_per_point(n: int) -> int:
    """Return to how many steps a point a mean of n people is rounded: whole, or one decimal."""
    return 1 if n < LARGE_GROUP else 10


def thirds(scale: Scale) -> tuple[Bounds, ...]:
    """Cut a scale in three parts, low, middle and high."""
    found = THIRDS.get((scale.low, scale.high))
    if found:
        return found
    size = (scale.high - scale.low + 1) / 3
    cuts = [scale.low + round(size * part) for part in range(4)]
    parts = ((cuts[part], cuts[part + 1] - 1) for part in range(3))
    return tuple((low, high) for low, high in parts if low <= high)


def _cut(n: int, first: int, top: int) -> Bands:
    """Cut 0 to n into a band below `first`, single numbers, and a band from `top`."""
    ends = [(0, first - 1)] if first > 0 else []
    last = [(top, n)] if top <= n else []
    return (*ends, *((one, one) for one in range(first, min(top, n + 1))), *last)


def _steps(n: int, ends: tuple[int, int]) -> list[int]:
    """List the totals at which the rounded mean becomes the next, half rounded up."""
    per_point = steps_per_point(n)
    low, high = ends
    # The smallest total t with t / n >= (2 step - 1) / (2 per_point), in whole numbers.
    steps = range(low * per_point + 1, high * per_point + 1)
    return [-(-(2 * step - 1) * n // (2 * per_point)) for step in steps]
