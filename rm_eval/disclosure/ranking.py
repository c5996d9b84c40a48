"""Rankings: the team sees every place; others how many put an item at the top, and its mean place.

Nothing of this may give a banded count away. The counts of all items sum to three times the
people, so a band that stands alone is none; and mean places limit how many can have put an item at
the top. Everything is taken together, and means are told more coarsely until no count follows.
"""

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy.optimize import LinearConstraint, milp

from rm_eval.disclosure.combine import Block, settle, told_mean
from rm_eval.disclosure.policy import (
    COARSER_MEAN,
    SMALLEST_GROUP,
    MeanRule,
    mean_rule_for,
    rule_for,
    thirds,
)
from rm_eval.disclosure.rows import Group, Row, average_row, count_row
from rm_eval.questionnaire import Mark, Scale


@dataclass(frozen=True, kw_only=True, slots=True)
class Item:
    """One thing that was ranked: its figures, and the mean place as a block of its own."""

    answer: str
    label: str
    top: int
    mean_place: float | None
    block: Block


def ranking_rows(group: Group, figures: pd.DataFrame, mark: Mark) -> list[Row]:
    """Tell one group's ranking by the rules for its audience."""
    n_places = figures.loc[figures["statistic"].str.startswith("place_"), "statistic"].nunique()
    top = next(name for name in figures["statistic"] if name.startswith("top_"))
    items = _items(group, figures, mark, (n_places, int(top.removeprefix("top_"))))
    counts = _counts(group, items, mark)
    if group.audience != "team":
        items = _with_safe_means(items, counts, int(top.removeprefix("top_")))
    rows: list[Row] = []
    for item, rule in zip(items, counts.rules, strict=True):
        if group.audience == "team":
            rows.extend(_places(group, figures, item))
        rows.append(count_row(group, item.answer, item.label, item.top, rule) | {"statistic": top})
        if item.mean_place is not None or group.audience != "team":
            mean = item.mean_place or 0.0
            row = average_row(group, "mean_place", item.label, mean, item.block, item.answer)
            rows.append(row)
    return rows


def _items(
    group: Group, figures: pd.DataFrame, mark: Mark, size: tuple[int, int]
) -> tuple[Item, ...]:
    rule = mean_rule_for(mark, group.n, group.audience)
    return tuple(
        _item(str(answer), rows, rule, size)
        for answer, rows in figures.groupby("answer", sort=False)
    )


def _item(answer: str, rows: pd.DataFrame, rule: MeanRule, size: tuple[int, int]) -> Item:
    n_places, n_top = size
    values = {
        str(statistic): (float(value), int(n))
        for statistic, value, n in zip(rows["statistic"], rows["value"], rows["n"], strict=True)
    }
    mean, n = values.get("mean_place", (None, 0))
    if n < SMALLEST_GROUP and rule != "exact":
        # So few placed it that their mean would be theirs; an item nobody placed looks alike.
        rule = "hidden"
    block = Block(
        n=n,
        counts=(),
        rules=(),
        parts=thirds(Scale(low=1, high=n_places)),
        total=round((mean or 0.0) * n, 6),
        mean_rule=rule,
    )
    top = int(values[f"top_{n_top}"][0])
    label = str(rows["label"].iloc[0])
    return Item(answer=answer, label=label, top=top, mean_place=mean, block=block)


def _counts(group: Group, items: tuple[Item, ...], mark: Mark) -> Block:
    rule = rule_for(mark, group.n, group.audience)
    counts = tuple(item.top for item in items)
    block = Block(n=group.n, counts=counts, rules=(rule,) * len(items))
    return block if group.audience == "team" else settle(block)


def _with_safe_means(items: tuple[Item, ...], counts: Block, top: int) -> tuple[Item, ...]:
    """Tell all means more coarsely until no banded count can be worked out from them."""
    while any(item.block.mean_rule != "hidden" for item in items):
        if not _gives_a_count_away(items, counts, top):
            return items
        items = tuple(map(_coarser, items))
    return items


def _coarser(item: Item) -> Item:
    at = COARSER_MEAN.index(item.block.mean_rule)
    rule = COARSER_MEAN[min(at + 1, len(COARSER_MEAN) - 1)]
    return replace(item, block=replace(item.block, mean_rule=rule))


def _gives_a_count_away(items: tuple[Item, ...], counts: Block, top: int) -> bool:
    """Say whether a reader could work out a banded count from everything that is told.

    The reader knows how rankings are made: each person gives each place once. So the people who
    gave item i place p form a square table whose rows and columns sum to the people (or less,
    where rankings were left incomplete); the smallest and the largest top count that fits is an
    integer programme.
    """
    if counts.n == 0:
        return False
    told = _what_is_told(items, counts, top)
    size = len(items)
    for at, (low, high) in enumerate(counts.bounds):
        if low == high:
            continue
        top_of = np.zeros((size, size))
        top_of[at, :top] = 1
        ends = [_extreme(sign * top_of.ravel(), told) for sign in (1, -1)]
        if ends[0] == -ends[1]:
            return True
    return False


def _extreme(objective: npt.NDArray[np.float64], told: LinearConstraint) -> int:
    found = milp(objective, constraints=told, integrality=np.ones(len(objective)))
    return round(float(found.fun))


def _what_is_told(items: tuple[Item, ...], counts: Block, top: int) -> LinearConstraint:
    """Write everything that is told as bounds on sums of the people-by-item-and-place table."""
    size, n = len(items), counts.n
    complete = all(item.block.n == n for item in items)
    rows: list[tuple[npt.NDArray[np.float64], float, float]] = []
    for at, (item, (low, high)) in enumerate(zip(items, counts.bounds, strict=True)):
        for across in (True, False):
            line = np.zeros((size, size))
            line[(at, slice(None)) if across else (slice(None), at)] = 1
            rows.append((line.ravel(), float(n if complete else 0), float(n)))
        top_of = np.zeros((size, size))
        top_of[at, :top] = 1
        rows.append((top_of.ravel(), float(low), float(high)))
        if item.mean_place is not None and item.block.mean_rule != "hidden":
            rows.extend(_mean_row(item, at, size))
    table, lows, highs = zip(*rows, strict=True)
    return LinearConstraint(np.array(table), np.array(lows), np.array(highs))


def _mean_row(item: Item, at: int, size: int) -> list[tuple[npt.NDArray[np.float64], float, float]]:
    """Bound an item's mean place: the sum of (place - mean) over its people has a sign."""
    block = item.block
    low, high = told_mean(block.total, block.n, block.mean_rule, block.parts)
    rows = []
    for end, bounds in ((low, (-1e-6, np.inf)), (high, (-np.inf, 1e-6))):
        line = np.zeros((size, size))
        line[at] = np.arange(1, size + 1) - end
        rows.append((line.ravel(), *bounds))
    return rows


def _places(group: Group, figures: pd.DataFrame, item: Item) -> list[Row]:
    of_item = figures["answer"] == item.answer
    rows = figures[of_item & figures["statistic"].str.startswith("place_")]
    return [
        count_row(group, item.answer, item.label, int(value), "exact") | {"statistic": statistic}
        for statistic, value in zip(rows["statistic"], rows["value"], strict=True)
    ]
