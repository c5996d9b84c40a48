"""What do the published bands of one question tell when they are taken together?

Where answers sum to n, a band that stands alone is no band: it is n minus the rest. And a mean
narrows the counts behind it. Everything here takes the side of the reader who does the sum.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from rm_eval.disclosure.policy import COARSER, COARSER_MEAN, MeanRule, Rule, band

Bounds = tuple[int, int]


@dataclass(frozen=True, kw_only=True, slots=True)
class Block:
    """The counts of one group to one question whose answers sum to n, and their mean.

    Attributes
    ----------
    n
        People in the group.
    counts
        True counts, one an answer. A reader knows what they sum to: n where everybody gave one
        answer, three times n for the top three of complete rankings.
    rules
        The rule each count is told by.
    parts
        For a scale: the lowest and highest score of each part; empty otherwise.
    total, mean_rule
        For a scale: the sum of all scores, and how its mean is told.
    """

    n: int
    counts: tuple[int, ...]
    rules: tuple[Rule, ...]
    parts: tuple[Bounds, ...] = ()
    total: float = 0.0
    mean_rule: MeanRule = "hidden"

    @property
    def sum(self) -> int:
        """What the counts sum to."""
        return sum(self.counts)

    @property
    def bounds(self) -> tuple[Bounds, ...]:
        """What is told of each count."""
        pairs = zip(self.counts, self.rules, strict=True)
        return tuple(band(count, self.n, rule) for count, rule in pairs)


def settle(block: Block) -> Block:
    """Coarsen rules, the least loss first, until no banded count can be worked out.

    A block whose answers cannot be protected at all (one answer, everybody gave it) comes back
    with every rule ``"hidden"``.
    """
    while not is_safe(block):
        steps = list(_steps(block))
        if not steps:
            return block
        safe = [step for step in steps if is_safe(step)]
        block = min(safe or steps, key=_loss)
    return block


def is_safe(block: Block) -> bool:
    """Say whether every banded count keeps at least two possible values."""
    return all(
        low == high or fewest < most
        for (low, high), (fewest, most) in zip(block.bounds, possible(block), strict=True)
    )


def possible(block: Block) -> list[Bounds]:
    """Work out, as a reader could, the fewest and the most people behind each answer."""
    if block.parts and block.mean_rule != "hidden":
        return _possible_with_mean(block)
    return narrowed(block.bounds, block.sum)


def narrowed(bounds: Sequence[Bounds], sum_: int) -> list[Bounds]:
    """Work out what counts within bounds can be when their sum is known."""
    lows = sum(low for low, _ in bounds)
    highs = sum(high for _, high in bounds)
    return [
        (max(low, sum_ - (highs - high)), min(high, sum_ - (lows - low))) for low, high in bounds
    ]


def told_mean(
    total: float, n: int, rule: MeanRule, parts: tuple[Bounds, ...]
) -> tuple[float, float]:
    """Return the smallest and the largest mean that is told: rounding is a band too."""
    mean = total / n
    if rule in {"one_decimal", "whole"}:
        step = 0.1 if rule == "one_decimal" else 1.0
        middle = np.floor(mean / step + 0.5) * step
        return middle - step / 2, middle + step / 2
    if rule == "third":
        inner = [low - 0.5 for low, _ in parts[1:]]
        edges = [float(parts[0][0]), *inner, float(parts[-1][1])]
        at = int(np.searchsorted(inner, mean, side="right"))
        return edges[at], edges[at + 1]
    return (mean, mean) if rule == "exact" else (parts[0][0], parts[-1][1])


def _possible_with_mean(block: Block) -> list[Bounds]:
    """Try every way n people can fall into the three parts and still give the told mean."""
    counts = _ways(block)
    low_mean, high_mean = told_mean(block.total, block.n, block.mean_rule, block.parts)
    smallest = counts @ np.array([low for low, _ in block.parts])
    largest = counts @ np.array([high for _, high in block.parts])
    # Scores are whole, so their sum is; a hair's breadth keeps rounding errors out.
    first = np.ceil(low_mean * block.n - 1e-9)
    last = np.floor(high_mean * block.n + 1e-9)
    fits = (smallest <= last) & (largest >= first)
    kept = counts[fits]
    return list(zip(kept.min(axis=0).tolist(), kept.max(axis=0).tolist(), strict=True))


def _ways(block: Block) -> npt.NDArray[np.int64]:
    (a, b), (c, d), (e, f) = block.bounds
    first, second = np.meshgrid(np.arange(a, b + 1), np.arange(c, d + 1), indexing="ij")
    third = block.n - first - second
    inside = (third >= e) & (third <= f)
    return np.stack([first[inside], second[inside], third[inside]], axis=1)


def _steps(block: Block) -> list[Block]:
    """List what could be told one step more coarsely."""
    steps = [
        replace(block, rules=(*block.rules[:at], rule, *block.rules[at + 1 :]))
        for at in range(len(block.rules))
        if (rule := _next_wider(block, at)) is not None
    ]
    if block.parts and block.mean_rule != "hidden":
        wider = COARSER_MEAN[COARSER_MEAN.index(block.mean_rule) + 1]
        steps.append(replace(block, mean_rule=wider))
    return steps


def _next_wider(block: Block, at: int) -> Rule | None:
    """Find the next rule that really tells less of this count."""
    now = band(block.counts[at], block.n, block.rules[at])
    for rule in COARSER[COARSER.index(block.rules[at]) + 1 :]:
        low, high = band(block.counts[at], block.n, rule)
        if low <= now[0] and high >= now[1] and (low, high) != now:
            return rule
    return None


def _loss(block: Block) -> float:
    """Sum up how much is no longer told: wide bands lose more, and so does a coarse mean."""
    counts = sum(float(np.log2(high - low + 1)) for low, high in block.bounds)
    # A mean rounded to a whole point still tells its story; one hidden does not.
    mean = {"exact": 0.0, "one_decimal": 0.0, "whole": 1.5, "third": 4.0, "hidden": 6.0}
    return counts + (mean[block.mean_rule] if block.parts else 0.0)
