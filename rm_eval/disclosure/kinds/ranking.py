"""An order of importance: counts at the top, and average places."""

from dataclasses import replace

import pandas as pd

from rm_eval.disclosure import blind
from rm_eval.disclosure.blind import Figure
from rm_eval.disclosure.kinds.group import Group
from rm_eval.disclosure.knowledge import Places, Sums, tell_totals
from rm_eval.disclosure.policy import total_bands
from rm_eval.disclosure.told import ToldGroup, ToldTotal


def tell_ranking(group: Group) -> ToldGroup:
    """Tell how many put each item at the top and, of complete rankings, its mean place."""
    tops = tuple(count for count in group.counts if count.statistic.startswith("top_"))
    figures = group.figures_of(tops, both_ways=True)
    n_top = int(tops[0].statistic.removeprefix("top_"))
    incomplete = is_incomplete(group.figures)
    # Places that nobody gave are counted as one more thing at the top, of which nothing is told.
    left_out = ((0, n_top * group.n),) if incomplete else ()
    known = Sums(bounds=(*((0, group.n) for _ in tops), *left_out), total=n_top * group.n)
    told = blind.tell(known, figures)
    listed = tuple(at for at, top in enumerate(tops) if top.answer not in group.listing.unlisted)
    if told is None or not group.is_told:
        return group.told(tuple(tops[at] for at in listed), None)
    ranges = told.ranges[: len(tops)]
    found = group.told(tuple(tops[at] for at in listed), tuple(ranges[at] for at in listed))
    places = None if incomplete else Places.of(group.n, ranges, n_top)
    if places is None:
        return found
    means = _mean_places(group, figures, places)
    return replace(found, totals=tuple(means[at] for at in listed))


def _mean_places(group: Group, tops: tuple[Figure, ...], places: Places) -> tuple[ToldTotal, ...]:
    rows = group.figures[group.figures["statistic"] == "mean_place"]
    ends = 1, len(tops)
    cut = total_bands(group.n, ends, limits=group.limits)
    values = [round(float(mean * n)) for mean, n in zip(rows["value"], rows["n"], strict=True)]
    totals = tuple(Figure(value=value, bands=cut, is_count=False) for value in values)
    return tuple(
        ToldTotal(statistic="mean_place", answer=answer, label=label, bounds=bounds, ends=ends)
        for answer, label, bounds in zip(
            rows["answer"], rows["label"], tell_totals(places, tops, totals), strict=True
        )
    )


def is_incomplete(figures: pd.DataFrame) -> bool:
    """Say whether somebody left an item out; it is told, so it may decide what is told."""
    means = figures[figures["statistic"] == "mean_place"]
    n_items = figures.loc[figures["statistic"] == "place_1", "answer"].nunique()
    return len(means) < n_items or bool((means["n"] < figures["n"].max()).any())
