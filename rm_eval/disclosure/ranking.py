"""Rankings: the team sees every place; others how many put an item at the top, and its mean place.

Two things must not be worked out. The counts of all items sum to three times the people, so a
band that stands alone is none. And an item's mean place limits how many can have put it at the
top. Both are taken together, and means are told more coarsely until no count follows.
"""

from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from rm_eval.disclosure.combine import Block, Bounds, narrowed, settle, told_mean
from rm_eval.disclosure.policy import COARSER_MEAN, MeanRule, mean_rule_for, rule_for, thirds
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
        if item.mean_place is not None:
            mean = (group, "mean_place", item.label, item.mean_place, item.block, item.answer)
            rows.append(average_row(*mean))
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
    """Tell means more coarsely until no banded count can be worked out from them."""
    while True:
        within = [
            _within_mean(item, bounds, top)
            for item, bounds in zip(items, counts.bounds, strict=True)
        ]
        left = narrowed(within, counts.sum)
        pinned = [
            at
            for at, (told, now) in enumerate(zip(counts.bounds, left, strict=True))
            if told[0] < told[1] and now[0] >= now[1]
        ]
        if not pinned or all(item.block.mean_rule == "hidden" for item in items):
            return items
        # A count may be pinned by the means of the others: then all give way a step.
        own = {at for at in pinned if items[at].block.mean_rule != "hidden"}
        items = tuple(
            _coarser(item) if not own or at in own else item for at, item in enumerate(items)
        )


def _coarser(item: Item) -> Item:
    at = COARSER_MEAN.index(item.block.mean_rule)
    rule = COARSER_MEAN[min(at + 1, len(COARSER_MEAN) - 1)]
    return replace(item, block=replace(item.block, mean_rule=rule))


def _within_mean(item: Item, bounds: Bounds, top: int) -> Bounds:
    """Work out how many can have put an item in the top places, given its mean place."""
    block = item.block
    if item.mean_place is None or block.mean_rule == "hidden":
        return bounds
    last = block.parts[-1][1]
    low_mean, high_mean = told_mean(block.total, block.n, block.mean_rule, block.parts)
    first = np.ceil(low_mean * block.n - 1e-9)
    final = np.floor(high_mean * block.n + 1e-9)
    fits = [
        count
        for count in range(bounds[0], min(bounds[1], block.n) + 1)
        if count * 1 + (block.n - count) * (top + 1) <= final
        and count * top + (block.n - count) * last >= first
    ]
    return (fits[0], fits[-1]) if fits else bounds


def _places(group: Group, figures: pd.DataFrame, item: Item) -> list[Row]:
    of_item = figures["answer"] == item.answer
    rows = figures[of_item & figures["statistic"].str.startswith("place_")]
    return [
        count_row(group, item.answer, item.label, int(value), "exact") | {"statistic": statistic}
        for statistic, value in zip(rows["statistic"], rows["value"], strict=True)
    ]
