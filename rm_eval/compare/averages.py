"""Averages of several organisations together, from published figures alone."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from rm_eval.disclosure import Published
from rm_eval.stats import CohortMean, Pooled, pool_cohorts
from rm_eval.wording import MEAN_LINE, Seen, seen_of

# Where a spread is told as a range, so many values of it are tried from end to end.
STEPS = 5


def averages_together(every: Sequence[Published]) -> Mapping[str, Pooled]:
    """Put averages together, by group such as ``"mentor"``, by the rules for how many there are.

    Parameters
    ----------
    every
        One an organisation, of one scale question.

    Notes
    -----
    Each with its exact average goes in; one told as a range or as a whole number does not. Where
    a spread is told as a range, the pooled interval is the smallest that holds the intervals for
    every spread tried between its ends: wider than the true one, never narrower than it by more
    than lies between two tries. See `rm_eval.stats.pool_cohorts`.
    """
    groups: dict[str, list[Seen]] = {}
    for published in every:
        ids = dict(zip(published.rows["group_label"], published.rows["group"], strict=True))
        for label, seen in seen_of(published, MEAN_LINE).items():
            if seen.is_exact and seen.n and seen.spread is not None:
                groups.setdefault(str(ids[label]), []).append(seen)
    return {group: _together(those) for group, those in groups.items()}


def _together(those: Sequence[Seen]) -> Pooled:
    found = [_at(those, step / (STEPS - 1)) for step in range(STEPS)]
    widest = found[-1]
    ranged = [one for one in found if one.low is not None and one.high is not None]
    if not ranged:
        return widest
    predicted = [one for one in ranged if one.prediction_low is not None]
    return replace(
        widest,
        low=min(one.low for one in ranged if one.low is not None),
        high=max(one.high for one in ranged if one.high is not None),
        prediction_low=min(
            (one.prediction_low for one in predicted if one.prediction_low is not None),
            default=None,
        ),
        prediction_high=max(
            (one.prediction_high for one in predicted if one.prediction_high is not None),
            default=None,
        ),
    )


def _at(those: Sequence[Seen], share: float) -> Pooled:
    """Put them together with every spread so far between its ends."""
    return pool_cohorts(
        [
            CohortMean(n=one.n or 1, mean=one.low or 0.0, sd=_between(one.spread, share))
            for one in those
        ]
    )


def _between(ends: tuple[float, float] | None, share: float) -> float | None:
    return None if ends is None else ends[0] + share * (ends[1] - ends[0])
