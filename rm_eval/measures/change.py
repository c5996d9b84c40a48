"""A question asked twice: how many linked people went down, stayed and went up, and by how much."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import median

import pandas as pd

from rm_eval.measures.counts import Row
from rm_eval.measures.measured import COLUMNS, Measured, Source
from rm_eval.measures.repeats import Repeat, scores_of
from rm_eval.questionnaire import Question, Role, Scale
from rm_eval.responses import Scope
from rm_eval.stats import (
    PairedChange,
    TwiceAsked,
    change_of_shares,
    drop_out_bounds,
    paired_change,
    partly_paired_change,
    primary_basis,
    two_groups,
)

# Between the score before and the score after, as in "5>7".
THEN = ">"
WAYS = {"down": "Lower", "same": "The same", "up": "Higher"}
# With fewer a range for the mean is wider than the scale, and an exact test cannot speak at all.
FEWEST_FOR_RANGE = 5
FEWEST_FOR_P = 6
# On a shorter scale nearly everybody is near its best end.
SHORTEST_WITH_CEILING = 5
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
    "all_p": "p of it, T2",
    "if_stayed": "Mean change, had those who left not changed",
    "if_worst": "Mean change, had those who left changed worst",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Twice:
    """One role's answers at two stages, and which people are the same.

    Attributes
    ----------
    pairs
        (number at the earlier stage, number at the later one) of each linked person.
    """

    role: Role
    earlier: Source
    later: Source
    pairs: tuple[tuple[int, int], ...]


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
        scores = _Scores.of(repeat, twice)
        if not twice.pairs:
            rows += _statistics(scores, _of_two_times(scores), n=len(scores.after))
            continue
        judged = _of_pairs(scores) if scores.linked else {}
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


@dataclass(frozen=True, kw_only=True, slots=True)
class _Scores:
    """One role's scores of one question at both stages.

    Attributes
    ----------
    linked
        (before, after) of each linked person who answered both times.
    before, after
        Of everybody who answered, at each stage.
    before_only, after_only
        Of those who are not among the linked.
    """

    role: Role
    question: Question
    linked: tuple[tuple[float, float], ...]
    before: tuple[float, ...]
    after: tuple[float, ...]
    before_only: tuple[float, ...]
    after_only: tuple[float, ...]

    @classmethod
    def of(cls, repeat: Repeat, twice: Twice) -> "_Scores":
        question, earlier = repeat.question, replace(repeat.question, id=repeat.earlier)
        before = scores_of(question, twice.earlier.responses.of(earlier)).to_dict()
        after = scores_of(question, twice.later.responses.of(question)).to_dict()
        pairs = [(one, other) for one, other in twice.pairs if one in before and other in after]
        first, second = ({pair[at] for pair in pairs} for at in (0, 1))
        return cls(
            role=twice.role,
            question=question,
            linked=tuple((before[one], after[other]) for one, other in pairs),
            before=tuple(before.values()),
            after=tuple(after.values()),
            before_only=tuple(score for one, score in before.items() if one not in first),
            after_only=tuple(score for one, score in after.items() if one not in second),
        )


def _people(scores: _Scores) -> list[Row]:
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


def _statistics(scores: _Scores, found: Mapping[str, float | None], *, n: float) -> list[Row]:
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


def _of_pairs(scores: _Scores) -> dict[str, float | None]:
    """Judge the change of linked people, and beside it what all answers say."""
    before, after = zip(*scores.linked, strict=True)
    change = paired_change(before=before, after=after)
    found: dict[str, float | None] = {
        "before_mean": change.mean_before,
        "after_mean": change.mean_after,
        "before_median": change.median_before,
        "after_median": change.median_after,
        "mean": change.mean_change,
        "median": change.median_change,
        "sd": change.sd_change,
        "p_least": change.least_p,
        "rank_biserial": change.rank_biserial,
        "hedges_g": change.hedges_g_av,
        "at_top": _n_at_top(scores),
    }
    return found | _judged(scores, change) | _with_the_unlinked(scores)


def _judged(scores: _Scores, change: PairedChange) -> dict[str, float | None]:
    low, high, p = change.low, change.high, change.signed_rank_p
    if scores.question.type == "yes_no":
        pairs = Counter(scores.linked)
        shares = change_of_shares(
            TwiceAsked(
                both=pairs[1, 1],
                first_only=pairs[1, 0],
                second_only=pairs[0, 1],
                neither=pairs[0, 0],
            )
        )
        # Of the first time less the second; here a rise is positive.
        low = None if shares.high is None else -shares.high
        high = None if shares.low is None else -shares.low
        p = shares.p
    ranged = {"low": low, "high": high, "t_p": change.t_p} if change.n >= FEWEST_FOR_RANGE else {}
    return ranged | ({"p": p} if change.n >= FEWEST_FOR_P else {})


def _with_the_unlinked(scores: _Scores) -> dict[str, float | None]:
    """Say what everybody's answers say, and what those who left could hide."""
    before, after = zip(*scores.linked, strict=True)
    found: dict[str, float | None] = {}
    if scores.before_only or scores.after_only:
        everybody = partly_paired_change(
            before=before,
            after=after,
            before_only=scores.before_only,
            after_only=scores.after_only,
        )
        found = {
            "all_mean": everybody.change,
            "all_low": everybody.low,
            "all_high": everybody.high,
            "all_p": everybody.p,
        }
    if scores.before_only:
        bounds = drop_out_bounds(
            [later - earlier for earlier, later in scores.linked],
            len(scores.before_only),
            higher_is_better=_scale(scores).better != "lower",
        )
        found |= {"if_stayed": bounds.if_unchanged, "if_worst": bounds.if_worst}
    return found


def _of_two_times(scores: _Scores) -> dict[str, float | None]:
    """Describe two times that cannot be linked: a difference, never a change."""
    # After minus before, so that a rise is positive.
    two = two_groups(scores.after, scores.before)
    enough = min(two.n_first, two.n_second) >= FEWEST_FOR_RANGE
    return {
        "before_mean": two.mean_second,
        "after_mean": two.mean_first,
        "before_median": median(scores.before) if scores.before else None,
        "after_median": median(scores.after) if scores.after else None,
        "mean": two.difference,
        "low": two.low if enough else None,
        "high": two.high if enough else None,
        "t_p": two.t_p if enough else None,
        "p": two.rank_sum_p if enough else None,
        "p_least": two.least_p,
        "cliffs_delta": two.cliffs_delta,
    }


def _n_at_top(scores: _Scores) -> int | None:
    """Count who was at the best two scores already: they could rise by a point at most."""
    scale = _scale(scores)
    if scale.high - scale.low + 1 < SHORTEST_WITH_CEILING or scale.better == "neither":
        return None
    before = [one for one, _ in scores.linked]
    if scale.better == "lower":
        return sum(one <= scale.low + 1 for one in before)
    return sum(one >= scale.high - 1 for one in before)


def _scale(scores: _Scores) -> Scale:
    return scores.question.scale or Scale()
