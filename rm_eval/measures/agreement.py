"""How far people agree in an order of importance, within a role and between both: for the team."""

from collections.abc import Sequence

from rm_eval.measures.counts import Row
from rm_eval.measures.measured import Source
from rm_eval.questionnaire import Question
from rm_eval.stats import compare_rankings, summarise_ranking

# With two things to order there is but one choice, which is a share.
FEWEST_ITEMS = 3
# Below so many people Friedman's curve is off; above, its p takes the place of the exact one.
FEWEST_FOR_CURVE = 10
# Drawing groups by luck takes a second and more with some hundred people, and 0.1 s up to here.
MOST_COMPARED = 100
# What they are stands in `rm_eval.stats`.
STATISTICS = {
    "agreement": "Kendall’s W",
    "agreement_p": "p of it, counted exactly",
    "agreement_curve_p": "p of it, Friedman’s chi-squared",
    "order_p": "p of mentors against mentees, by exchanging who is in which group",
}


def measure_agreement(
    question: Question, sources: Sequence[Source], *, asked_alike: bool
) -> list[Row]:
    """Measure how far the people of each role agree, and how far both roles do.

    Parameters
    ----------
    question
        A ranking.
    sources
        One a group.
    asked_alike
        Whether the groups may be set against each other.

    Returns
    -------
    list of Row
        Of each group rows of `STATISTICS`, of no item; none where one is not defined.
        ``"order_p"`` stands in both groups.
    """
    if len(question.options) < FEWEST_ITEMS:
        return []
    orders = [_orders(question, source) for source in sources]
    between = _between(orders) if asked_alike else {}
    return [
        (source.role, name, "", STATISTICS[name], value, float(len(those)))
        for source, those in zip(sources, orders, strict=True)
        for name, value in (_within(those) | between).items()
    ]


def _orders(question: Question, source: Source) -> list[list[float | None]]:
    """Return the place each person gave each item, None where they gave none."""
    answers = source.responses.of(question).dropna(subset=["place"])
    places = answers.pivot_table(index="person", columns="answer", values="place", aggfunc="min")
    wanted = places.reindex(columns=[option.id for option in question.options])
    return [
        [None if place != place else float(place) for place in row]  # noqa: PLR0124 - NaN
        for row in wanted.to_numpy(dtype=float)
    ]


def _within(orders: list[list[float | None]]) -> dict[str, float]:
    found = summarise_ranking(orders)
    if found.kendall_w is None:
        return {}
    said = {"agreement": found.kendall_w}
    if found.exact_p is not None:
        return said | {"agreement_p": found.exact_p}
    if found.chi_squared_p is not None and found.n >= FEWEST_FOR_CURVE:
        return said | {"agreement_curve_p": found.chi_squared_p}
    return said


def _between(orders: list[list[list[float | None]]]) -> dict[str, float]:
    if sum(map(len, orders)) > MOST_COMPARED:
        return {}
    first, second = orders
    found = compare_rankings(first, second)
    return {} if found.p is None else {"order_p": found.p}
