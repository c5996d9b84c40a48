"""Lines from one answer to the next: what they show, and the same as a table. The team's alone."""

import pandas as pd

from rm_eval.disclosure import Published
from rm_eval.wording.figures import by_group, figures, people
from rm_eval.wording.headline import headline
from rm_eval.wording.score_labels import score_labels
from rm_eval.wording.surroundings import what_and_whom
from rm_eval.wording.times import when

KIND = "Lines from the first answer to the second, one a person"
NONE = "0"


def alt_of_pairs(published: Published) -> str:
    """What the lines show: their subject and their main point."""
    return f"{KIND}: {what_and_whom(published)}. {headline(published)}."


def pairs_table(published: Published) -> pd.DataFrame:
    """How many people gave which two answers, lowest first."""
    labels = {str(score): label for score, label in score_labels(published.question).items()}
    start, end = (words.capitalize() for words in when(published.scope))
    cells: dict[tuple[str, str], dict[str, str]] = {}
    columns = []
    for group, those in by_group(figures(published)).items():
        columns.append(f"{group} ({people(those[0].n_text)})")
        for pair in (one for one in those if one.statistic == "pair"):
            before, _, after = pair.answer.partition(">")
            cells.setdefault((before, after), {})[columns[-1]] = f"{pair.low:.0f}"
    rows = [
        {start: labels.get(before, before), end: labels.get(after, after), **found}
        for (before, after), found in sorted(cells.items(), key=_scores)
    ]
    return pd.DataFrame(rows, columns=[start, end, *columns], dtype=str).fillna(NONE)


def _scores(cell: tuple[tuple[str, str], dict[str, str]]) -> tuple[float, float]:
    (before, after), _ = cell
    return float(before), float(after)
