"""A ranking in words: what comes first on average, and the table of places."""

import pandas as pd

from rm_eval.disclosure import Published
from rm_eval.wording.figures import (
    Figure,
    by_group,
    figures,
    in_quotes,
    joined,
    people,
    who,
)

LONGEST_LABEL = 64
LONGEST_OF_TWO = 36
MOST_TIED = 2


def of_ranking(shown: list[Figure]) -> str:
    """The item with the best average place in each group; a tie is called one."""
    means = by_group([f for f in shown if f.statistic == "mean_place"])
    firsts = {group: _first(those) for group, those in means.items()}
    if not firsts or any(figure.shown == "band" for those in firsts.values() for figure in those):
        return _of_tops(shown)
    parts = list(firsts.values())
    common = {figure.answer for figure in parts[0]}.intersection(
        *({figure.answer for figure in those} for those in parts[1:])
    )
    if len(parts) > 1 and all(len(those) == 1 for those in parts) and common:
        places = joined([f"{those[0].group_word} ({those[0].text})" for those in parts])
        return f"{in_quotes(parts[0][0].label, LONGEST_LABEL)} comes first on average for {places}"
    return "; ".join(_placed_first(those, len(parts)) for those in parts)


def _first(those: list[Figure]) -> list[Figure]:
    best = min((figure.low or 0) + (figure.high or 0) for figure in those)
    return [figure for figure in those if (figure.low or 0) + (figure.high or 0) == best]


def _placed_first(those: list[Figure], n_groups: int) -> str:
    first = those[0]
    if len(those) > MOST_TIED:
        words = f"{len(those)} answers tie for first place on average"
        return f"for {_who_ranked(first)} {words} ({first.text})"
    alone = n_groups == len(those) == 1
    longest = LONGEST_LABEL if alone else LONGEST_OF_TWO
    labels = joined([in_quotes(figure.label, longest) for figure in those])
    if first.n_text == "1":
        return f"{_who_ranked(first)} put {labels} first"
    rank = "equal first" if len(those) > 1 else "first"
    return f"{_who_ranked(first)} place {labels} {rank} on average ({first.text})"


def _who_ranked(figure: Figure) -> str:
    if figure.n_text == "1":
        return f"the one {figure.one_word} who answered"
    return figure.group_word


def _of_tops(shown: list[Figure]) -> str:
    """Where no average place is told exactly: what most people put at the top."""
    tops = [figure for figure in shown if figure.statistic.startswith("top_")]
    if not tops:
        return "places are hidden"
    parts = []
    for those in by_group(tops).values():
        most = max(those, key=lambda figure: figure.middle)
        parts.append(f"{who(most)} put {in_quotes(most.label, LONGEST_OF_TWO)} {_at_the_top(most)}")
    return "; ".join(parts)


def _at_the_top(figure: Figure) -> str:
    return "first" if figure.statistic == "top_1" else f"in their top {figure.statistic[4:]}"


def ranking_table(published: Published) -> pd.DataFrame:
    """One row an item and group: average place, how many at the top, then every place told."""
    cells: dict[tuple[str, str], dict[str, str]] = {}
    for figure in figures(published):
        group = f"{figure.group} ({people(figure.n_text)})"
        row = cells.setdefault((figure.answer, group), {"Answer": figure.label, "Who": group})
        row[_column(figure.statistic)] = figure.text
    order = ["Answer", "Who", *_columns(published)]
    table = pd.DataFrame(list(cells.values()), columns=order, dtype=str)
    return table.fillna("not placed")


def _columns(published: Published) -> list[str]:
    """Average place and top first; places in their order behind them."""
    statistics = list(dict.fromkeys(str(name) for name in published.rows["statistic"]))
    places = [name for name in statistics if name.startswith("place_")]
    tops = [name for name in statistics if name.startswith("top_")]
    means = [name for name in statistics if name == "mean_place"]
    return [_column(name) for name in (*means, *tops, *places)]


def _column(statistic: str) -> str:
    kind, _, number = statistic.partition("_")
    if kind == "mean":
        return "Average place"
    if kind == "place":
        return f"Place {number}"
    return "Put first" if number == "1" else f"In top {number}"
