"""What stands behind an order of importance: shares at the top, and how far people agree."""

from math import comb

from rm_eval.disclosure import Published
from rm_eval.wording.figures import Figure, figures
from rm_eval.wording.points import p_words
from rm_eval.wording.statistics_behind import (
    MEANS_NOTHING_ALONE,
    Counted,
    Statistics,
    both,
    counted,
    people_of,
    range_of,
    two_asked_alike,
)

LITTLE, SOME = 0.3, 0.6
FEWEST_ITEMS = 3
NO_AGREEMENT_ONE = "How far people agree: it takes at least 2 people."
NO_AGREEMENT_ITEMS = "How far people agree: it takes at least 3 things to put in order."
NO_AGREEMENT_TIED = "How far people agree: nobody put anything above anything else."
NO_CHANCE = "No p: there are too many orders to count them all, and too few people for a curve."
NOT_COMPARED_MANY = (
    "Mentors and mentees are not tested against each other above 100 people: compare the average "
    "places."
)
CHANCE = 0.05


def statistics_of_ranking(published: Published) -> list[Statistics]:
    """Say shares at the top and agreement; both groups against each other where asked alike."""
    groups = counted(published, "place_1")
    parts = [_of_group(one, published) for one in groups]
    two = two_asked_alike(published, groups)
    return [*parts, _of_both(*two, published)] if two else parts


def _of_group(group: Counted, published: Published) -> Statistics:
    own = [one for one in figures(published) if one.group == group.label]
    items = [one.label for one in group.figures]
    columns = {"Answer": items, "Put first": [_share(one) for one in group.figures]}
    tops = [one for one in own if one.statistic.startswith("top_") and one.statistic != "top_1"]
    if tops:
        columns[f"In the top {tops[0].statistic[4:]}"] = [_share(one) for one in tops]
    means = {one.answer: one.text for one in own if one.statistic == "mean_place"}
    columns["Average place"] = [means.get(one.answer, "not placed") for one in group.figures]
    how = "In brackets: 95% range (confidence interval) of similar people, Wilson’s."
    agree = _agreement(_of_orders(published, group), group, len(items))
    return Statistics(heading=group.label, table=columns, sentences=(how, *agree))


def _share(figure: Figure) -> str:
    return f"{figure.text} ({range_of(people_of(figure), figure.n or 0)})"


def _of_orders(published: Published, group: Counted) -> dict[str, float]:
    rows = published.rows
    own = rows[(rows["group_label"] == group.label) & (rows["answer"] == "")]
    return dict(zip(own["statistic"].astype(str), own["value"].astype(float), strict=True))


def _agreement(found: dict[str, float], group: Counted, n_items: int) -> tuple[str, ...]:
    w = found.get("agreement")
    if w is None:
        few = NO_AGREEMENT_ONE if group.n == 1 else NO_AGREEMENT_TIED
        return (NO_AGREEMENT_ITEMS if n_items < FEWEST_ITEMS else few,)
    words = "little" if w < LITTLE else "some" if w <= SOME else "strong"
    said = (
        f"How far the {group.people} agree (Kendall’s W, from 0 for not at all to 1 for the same "
        f"order): {w:.2f}, {words} agreement"
    )
    if "agreement_p" in found:
        return (f"{said}; {p_words(found['agreement_p'])}, counted exactly.",)
    if "agreement_curve_p" in found:
        return (f"{said}; {p_words(found['agreement_curve_p'])}, by Friedman’s chi-squared.",)
    return f"{said}.", NO_CHANCE


def _of_both(first: Counted, second: Counted, published: Published) -> Statistics:
    if len(first.figures) < FEWEST_ITEMS:
        sentences: tuple[str, ...] = (NO_AGREEMENT_ITEMS,)
    else:
        p = _of_orders(published, first).get("order_p")
        sentences = _compared(first, second, p)
    return Statistics(heading=both(first, second), sentences=sentences)


def _compared(first: Counted, second: Counted, p: float | None) -> tuple[str, ...]:
    if p is None:
        return (NOT_COMPARED_MANY,)
    # Groups of one size can be exchanged for each other, which makes every difference twice.
    least = (2 if first.n == second.n else 1) / comb(first.n + second.n, first.n)
    if least > CHANCE:
        return (f"With {first.people} and {second.people} no test can reach p = 0.05.",)
    who = f"{first.label} against {second.label.lower()}"
    said = f"{who}: luck alone makes average places differ as much with {p_words(p)}"
    how = "label permutation, one test for the whole order"
    return f"{said} ({how}).", MEANS_NOTHING_ALONE
