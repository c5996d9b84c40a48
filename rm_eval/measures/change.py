"""A question asked twice: how many linked people went down, stayed and went up, and by how much."""

from collections import Counter
from collections.abc import Mapping, Sequence

import pandas as pd

from rm_eval.measures.counts import Row
from rm_eval.measures.judgement import of_pairs, of_two_times
from rm_eval.measures.measured import COLUMNS, Measured
from rm_eval.measures.repeats import Repeat
from rm_eval.measures.two_answers import Twice, TwoAnswers
from rm_eval.responses import Scope
from rm_eval.stats import primary_basis

# Between the score before and the score after, as in "5>7".
THEN = ">"
WAYS = {"down": "Lower", "same": "The same", "up": "Higher"}
# In points of the scale unless said otherwise. What they are stands in `rm_eval.stats`.
STATISTICS = {
    "n_before": "People who answered before",
    "n_after": "People who answered after",
    "before_only": "People who answered before, and are not linked",
    "after_only": "People who answered after, and are not linked",
    "before_mean": "Mean before",
    "after_mean": "Mean after",
    "before_median": "Median before",
    "after_median": "Median after",
    "mean": "Mean change",  # where nobody is linked: the difference of two means
    "median": "Median change",
    "sd": "Standard deviation of the changes",
    "low": "Range of the mean change, from",
    "high": "Range of the mean change, to",
    "t_p": "p, t test",
    "p": "p, exact test",
    "p_least": "Least p that so many people can reach",
    "rank_biserial": "Rank-biserial correlation, over all ranks",
    "hedges_g": "Hedges g, by the average spread",
    "cliffs_delta": "Cliff’s delta",
    "at_top": "People at the best two scores before",
    "all_mean": "Change of the mean, everybody",
    "all_low": "Range of it, from",
    "all_high": "Range of it, to",
    "all_p": "p of it",
    "all_p_exact": "p of it, by exchanging people",
    "left_mean": "First mean of those who stayed, less that of those who left",
    "left_low": "Range of this difference, from",
    "left_high": "Range of this difference, to",
    "if_stayed": "Mean change, had those who left not changed",
    "if_worst": "Mean change, had those who left changed worst",
}


def measure_change(repeat: Repeat, every: Sequence[Twice], *, scope: Scope) -> Measured:
    """Count the linked people who went down, stayed and went up, and judge the change.

    Parameters
    ----------
    repeat
        A question that can be compared.
    every
        The roles that were asked it.
    scope
        Of the comparison.

    Returns
    -------
    Measured
        Of kind ``"change"``; `n` is the linked people who answered both times. For each role rows
        ``"people"`` of `WAYS`, ``"pair"`` of (before, after), and one a statistic of `STATISTICS`;
        no row for what is not defined. Of a role in which nobody is linked no people are counted,
        and `n` is those who answered the later time.
    """
    rows: list[Row] = []
    for twice in every:
        scores = TwoAnswers.of(repeat, twice)
        if not twice.pairs:
            rows += _statistics(scores, of_two_times(scores), n=len(scores.after))
            continue
        judged = of_pairs(scores) if scores.linked else {}
        rows += _people(scores) + _statistics(scores, judged, n=len(scores.linked))
    sources = [source for one in every for source in (one.earlier, one.later)]
    return Measured(
        rows=pd.DataFrame(rows, columns=list(COLUMNS)),
        question=repeat.question,
        scope=scope,
        kind="change",
        met=frozenset(),
        responses=(),
        notes=(),
        sources=tuple(dict.fromkeys(one.file_name for one in sources)),
        sample=any(one.sample for one in sources),
    )


def _people(scores: TwoAnswers) -> list[Row]:
    """Count the linked people who went down, stayed and went up, and those of each pair."""
    n = float(len(scores.linked))
    ways = Counter(_way(*pair) for pair in scores.linked)
    rows: list[Row] = [
        (scores.role, "people", way, label, float(ways[way]), n) for way, label in WAYS.items()
    ]
    for (one, other), count in sorted(Counter(scores.linked).items()):
        label = f"{one:g}, then {other:g}"
        rows.append((scores.role, "pair", f"{one:g}{THEN}{other:g}", label, float(count), n))
    return rows


def _way(before: float, after: float) -> str:
    return "up" if after > before else "down" if after < before else "same"


def _statistics(scores: TwoAnswers, found: Mapping[str, float | None], *, n: float) -> list[Row]:
    """Make a row of what is defined, and one of whose answers the comparison rests on."""
    sizes = {
        "n_before": len(scores.before),
        "n_after": len(scores.after),
        "before_only": len(scores.before_only),
        "after_only": len(scores.after_only),
    }
    rows: list[Row] = [
        (scores.role, name, "", STATISTICS[name], float(value), float(n))
        for name, value in {**sizes, **found}.items()
        if value is not None
    ]
    if scores.before and scores.after:
        basis = primary_basis(
            n_pairs=len(scores.linked), n_before=len(scores.before), n_after=len(scores.after)
        )
        rows.append((scores.role, "basis", basis.basis, basis.reason, 1.0, float(n)))
    return rows
